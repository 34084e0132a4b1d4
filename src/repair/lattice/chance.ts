/** How likely a character is after two others in words of the dictionary strung together by chance. */
import {NEVER_FIRST, NEVER_LAST} from '../data/official-words.ts'
import {type Dictionary, NUMBERS, pairPlace} from './dictionary.ts'

const ENDS = 1
const OPENS = 2
const NOT_LAST = 4
const NOT_FIRST = 8
const STOPS = 16
const CLOSES = 32
const BRACKETS = 64
const PAUSES = 128
/** How much rarer a word is where it hardly stands. */
const OUT_OF_PLACE = 0.03

/** By number, bits: what ends a clause, what opens one, what never ends one, what never starts one, stops, brackets. */
function placesOf({ids}: Dictionary): Uint8Array {
  const places = new Uint8Array(NUMBERS)
  const mark = (signs: string, bit: number): void => {
    for (const sign of signs) places[ids[sign.charCodeAt(0)]!]! |= bit
  }
  mark('，。、；！？）”》\n', ENDS)
  mark('（“《〈【〔', BRACKETS)
  mark('，。；：！？（“《\n', OPENS)
  mark('，。、；：！？', STOPS)
  mark('）”》', CLOSES)
  mark('、', PAUSES)
  mark(NEVER_LAST, NOT_LAST)
  mark(NEVER_FIRST, NOT_FIRST)
  return places
}

/** The chances after two characters. */
export interface Chance {
  /** What comes after these two is asked next. */
  readonly after: (a: number, b: number) => void
  readonly of: (c: number) => number
}

/** How much the two characters before count, the one before, and how frequent a character is at all. */
const THREE = 0.8
const TWO = 0.17
const RARE = 0.03
/** A character that no word has is not impossible. */
const UNSEEN = 0.3

/** The chances by the words of a dictionary: a sum whose factors, but for what depends on the third character, are made once. */
export function chanceOf(words: Dictionary): Chance {
  const {all, first, last, alone, frequencies, words: total} = words
  const {pairStart, pairOwner, inside, starting, ending, tripleRow, tripleStart, tripleOwner, triples} = words
  const places = placesOf(words)
  const end = words.ids[10]!
  const forRare = RARE / words.units
  let [b, row, start, rowStart, odd, twice] = [-1, 0, 0, 0, 0, 0]
  let [forStart, forTogether, forOpening, forTriple] = [0, 0, 0, 0]
  return {
    after(a, second) {
      b = second
      start = pairStart[b]!
      const place = pairPlace(words, a, b)
      const lastA = frequencies[last[a]!]!
      // How often the two stand side by side, and what follows them then; where they never do, the second tells alone.
      const side = (place < 0 ? 0 : frequencies[inside[place]!]!) + (lastA * frequencies[first[b]!]!) / total
      const byTwo = side > 0 ? TWO : THREE + TWO
      const allB = frequencies[all[b]!]!
      forTogether = allB > 0 ? byTwo / allB : 0
      forTriple = side > 0 ? THREE / side : 0
      forOpening = (forTriple * lastA) / total
      const pairEnds = place < 0 ? 0 : frequencies[ending[place]!]!
      const asWord = allB > 0 ? forTogether * frequencies[last[b]!]! : byTwo
      forStart = (asWord + forTriple * pairEnds + forOpening * frequencies[alone[b]!]!) / total
      row = place < 0 ? 0 : tripleRow[place]!
      rowStart = tripleStart[row]!
      const before = places[b]!
      const opens = before & OPENS
      twice = (before & (OPENS | PAUSES) ? STOPS : 0) | (b === end ? CLOSES : 0) | (before & BRACKETS ? ENDS : 0)
      odd = twice | (before & NOT_LAST ? ENDS : 0) | (opens ? NOT_FIRST : 0)
    },
    of(c) {
      let p = forStart * frequencies[first[c]!]! + forRare * (frequencies[all[c]!]! + UNSEEN)
      const bc = start + c
      if (pairOwner[bc] === b) p += forTogether * frequencies[inside[bc]!]! + forOpening * frequencies[starting[bc]!]!
      if (row > 0 && tripleOwner[rowStart + c] === row) p += forTriple * frequencies[triples[rowStart + c]!]!
      const here = places[c]! & odd
      if (here === 0) return p
      return here & twice ? OUT_OF_PLACE * OUT_OF_PLACE * p : OUT_OF_PLACE * p
    },
  }
}
