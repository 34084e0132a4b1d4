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

export function chanceOf(words: Dictionary): Chance {
  const {all, first, last, alone, inside, starting, ending, frequencies, pair, triple} = words
  const places = placesOf(words)
  const end = words.ids[10]!
  const many = (column: Uint16Array, at: number): number => (at < 0 ? 0 : frequencies[column[at]!]!)
  let b = -1
  let ab = -1
  /** How often the two stand side by side; their pair ends a word; the first, the second as parts of words. */
  let [side, pairEnds, firstEnds, allB, lastB, aloneB, before] = [0, 0, 0, 0, 0, 0, 0]
  return {
    after(a, second) {
      b = second
      ab = pair(a, b)
      side = many(inside, ab) + (many(last, a) * many(first, b)) / words.words
      pairEnds = many(ending, ab)
      firstEnds = many(last, a) / words.words
      allB = many(all, b)
      lastB = many(last, b)
      aloneB = many(alone, b)
      before = places[b]!
    },
    of(c) {
      const start = many(first, c) / words.words
      const rare = (many(all, c) + 0.3) / words.units
      const bc = pair(b, c)
      const two = allB > 0 ? (many(inside, bc) + lastB * start) / allB : start
      const three =
        side > 0
          ? ((ab < 0 ? 0 : triple(ab, c) + pairEnds * start) + firstEnds * (many(starting, bc) + aloneB * start)) / side
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
