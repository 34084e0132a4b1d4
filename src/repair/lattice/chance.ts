/** How likely a character is after two others in words of the dictionary strung together by chance. */
import {NEVER_FIRST, NEVER_LAST} from '../data/official-words.ts'
import {type Dictionary, NUMBERS} from './dictionary.ts'

const ENDS = 1
const OPENS = 2
const NOT_LAST = 4
const NOT_FIRST = 8
const STOPS = 16
const CLOSES = 32
const BRACKETS = 64
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

/** The chances by the words of a dictionary. */
export function chanceOf(words: Dictionary): Chance {
  const {all, first, last, alone, inside, starting, ending, frequencies, pair, triple, words: total, units} = words
  const places = placesOf(words)
  const end = words.ids[10]!
  let b = -1
  let ab = -1
  /** How often the two stand side by side; their pair ends a word; the first, the second as parts of words. */
  let [side, pairEnds, firstEnds, allB, lastB, aloneB, before] = [0, 0, 0, 0, 0, 0, 0]
  return {
    after(a, second) {
      b = second
      ab = pair(a, b)
      const lastA = frequencies[last[a]!]!
      side = (ab < 0 ? 0 : frequencies[inside[ab]!]!) + (lastA * frequencies[first[b]!]!) / total
      pairEnds = ab < 0 ? 0 : frequencies[ending[ab]!]!
      firstEnds = lastA / total
      allB = frequencies[all[b]!]!
      lastB = frequencies[last[b]!]!
      aloneB = frequencies[alone[b]!]!
      before = places[b]!
    },
    of(c) {
      const start = frequencies[first[c]!]! / total
      const rare = (frequencies[all[c]!]! + 0.3) / units
      const bc = pair(b, c)
      const together = bc < 0 ? 0 : frequencies[inside[bc]!]!
      const opening = bc < 0 ? 0 : frequencies[starting[bc]!]!
      const two = allB > 0 ? (together + lastB * start) / allB : start
      const three =
        side > 0
          ? ((ab < 0 ? 0 : triple(ab, c) + pairEnds * start) + firstEnds * (opening + aloneB * start)) / side
          : two
      const p = 0.8 * three + 0.17 * two + 0.03 * rare
      const here = places[c]!
      if ((here & STOPS && before & OPENS) || (here & CLOSES && b === end) || (here & ENDS && before & BRACKETS))
        return OUT_OF_PLACE * OUT_OF_PLACE * p
      if (here & ENDS && before & NOT_LAST) return OUT_OF_PLACE * p
      if (before & OPENS && here & NOT_FIRST) return OUT_OF_PLACE * p
      return p
    },
  }
}
