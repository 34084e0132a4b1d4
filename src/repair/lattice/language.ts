/** How likely a character is after two others: words of a dictionary strung together by chance, and the page's own text. */
import {NEVER_FIRST, NEVER_LAST} from '../data/official-words.ts'
import {counts} from './counts.ts'
import {type Dictionary, dictionary, NUMBERS} from './dictionary.ts'

/** Characters are numbered; the two scripts share a number, so do the two widths, all digits, all Latin letters. */
export interface Language {
  /** The number of a UTF-16 unit; 0 for one that was never met. */
  id(unit: number): number
  /** Natural logarithm of the probability of `c` after `a` and `b`; all three are numbers of characters. */
  log(a: number, b: number, c: number): number
  /** Whether a unit is one that Chinese text may hold: in the dictionary, or on the page's sound lines. */
  knows(unit: number): boolean
}

/** Answers that are remembered: the search asks the same again and again. */
const RECENT = 32768
const RECENT_SHIFT = 17

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

/** Text of the page that is taken to be sound, at most so many units of it. */
const PAGE_LIMIT = 200_000

/** How much the dictionary counts beside the page, for each kind of character that followed on the page (Witten-Bell). */
const DOUBT = 2
/** The page never outweighs the dictionary wholly: what stands on it is little. */
const MOST_PAIR = 0.5
const MOST_TRIPLE = 0.8

/** The language of one page: the dictionary, and what stands on the page's sound lines. */
export function languageOf(sound: readonly string[]): Language {
  const words = dictionary()
  const ids = words.ids.slice()
  let {size} = words
  const length = Math.min(
    PAGE_LIMIT,
    sound.reduce((sum, line) => sum + line.length + 2, 0),
  )
  const seen1 = new Float64Array(NUMBERS)
  const kinds1 = new Float64Array(NUMBERS)
  /** Columns: how often, how many different characters follow. */
  const seen2 = counts(length, 2)
  const seen3 = counts(length)
  let seen = 0
  const number = (unit: number): number => {
    if (!ids[unit] && size < NUMBERS - 1) ids[unit] = ++size
    return ids[unit]!
  }
  const end = ids[10]!
  for (const line of sound) {
    if (seen + line.length + 2 > length) break
    let a = end
    let b = end
    for (let i = 0; i <= line.length; i++) {
      const c = i < line.length ? number(line.charCodeAt(i)) : end
      if (c === end && b === end) continue
      const pair = b * NUMBERS + c
      const triple = (a * NUMBERS + b) * NUMBERS + c
      if (seen2.get(pair, 0) === 0) kinds1[b]!++
      if (seen3.get(triple, 0) === 0) seen2.add(a * NUMBERS + b, 1, 1)
      seen1[b]!++
      seen2.add(pair, 0, 1)
      seen3.add(triple, 0, 1)
      a = b
      b = c
    }
    seen += line.length + 2
  }
  const chance = chanceOf(words)
  const reckon = (a: number, b: number, c: number): number => {
    const ab = a * NUMBERS + b
    const n1 = seen1[b]!
    const n2 = n1 > 0 ? seen2.get(ab, 0) : 0
    let p = chance(a, b, c)
    if (n1 > 0) {
      const weight = Math.min(MOST_PAIR, n1 / (n1 + DOUBT * kinds1[b]! + DOUBT))
      p += weight * (seen2.get(b * NUMBERS + c, 0) / n1 - p)
    }
    if (n2 > 0) {
      const weight = Math.min(MOST_TRIPLE, n2 / (n2 + DOUBT * seen2.get(ab, 1)))
      p += weight * (seen3.get(ab * NUMBERS + c, 0) / n2 - p)
    }
    return Math.log(p + 1e-9)
  }
  const askedKeys = new Float64Array(RECENT).fill(-1)
  const asked = new Float64Array(RECENT)
  const log = (a: number, b: number, c: number): number => {
    const key = (a * NUMBERS + b) * NUMBERS + c
    const at = (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35)) >>> RECENT_SHIFT
    if (askedKeys[at] !== key) {
      askedKeys[at] = key
      asked[at] = reckon(a, b, c)
    }
    return asked[at]!
  }
  return {id: unit => ids[unit]!, log, knows: unit => ids[unit]! > 0}
}

/** How likely `c` is after `a` and `b` in words of the dictionary strung together by chance. */
function chanceOf(words: Dictionary): (a: number, b: number, c: number) => number {
  const {all, first, last, alone, inside, starting, ending, frequencies, pair, triple} = words
  const places = placesOf(words)
  const end = words.ids[10]!
  const many = (column: Uint16Array, at: number): number => (at < 0 ? 0 : frequencies[column[at]!]!)
  // The search asks for many characters after the same two.
  let beforeA = -1
  let beforeB = -1
  let ab = -1
  let weight = 0
  return (a, b, c) => {
    if (a !== beforeA || b !== beforeB) {
      beforeA = a
      beforeB = b
      ab = pair(a, b)
      weight = many(inside, ab) + (many(last, a) * many(first, b)) / words.words
    }
    const start = many(first, c) / words.words
    const rare = (many(all, c) + 0.3) / words.units
    const bc = pair(b, c)
    const two = many(all, b) > 0 ? (many(inside, bc) + many(last, b) * start) / many(all, b) : start
    const three =
      weight > 0
        ? ((ab < 0 ? 0 : triple(ab, c) + many(ending, ab) * start) +
            (many(last, a) / words.words) * (many(starting, bc) + many(alone, b) * start)) /
          weight
        : two
    const p = 0.8 * three + 0.17 * two + 0.03 * rare
    const before = places[b]!
    const after = places[c]!
    if ((after & STOPS && before & OPENS) || (after & CLOSES && b === end) || (after & ENDS && before & BRACKETS))
      return OUT_OF_PLACE * OUT_OF_PLACE * p
    if (after & ENDS && before & NOT_LAST) return OUT_OF_PLACE * p
    if (before & OPENS && after & NOT_FIRST) return OUT_OF_PLACE * p
    return p
  }
}
