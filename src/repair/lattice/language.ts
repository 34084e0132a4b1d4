/** How likely a character is after two others: words of a dictionary strung together by chance, and the page's own text. */
import {chanceOf} from './chance.ts'
import {BITS, dictionary, NUMBERS} from './dictionary.ts'
import {pageCounts} from './page.ts'

/** Characters are numbered; the two scripts share a number, so do the two widths, all digits, all Latin letters. */
export interface Language {
  /** The number of a UTF-16 unit; 0 for one that was never met. */
  id(unit: number): number
  /** Natural logarithm of the probability of `c` after `a` and `b`; all three are numbers of characters. */
  log(a: number, b: number, c: number): number
  /** The same for many characters after the same two; valid until the next call. */
  logs(a: number, b: number, many: ArrayLike<number>): Float64Array
  /** Whether a unit is one that Chinese text may hold: in the dictionary, or on the page's sound lines. */
  knows(unit: number): boolean
}

/** Answers that are remembered: the search asks the same again and again. */
const RECENT = 16384
const RECENT_SHIFT = 18

/** How much the dictionary counts beside the page, for each kind of character that followed on the page (Witten-Bell). */
const DOUBT = 2
/** The page never outweighs the dictionary wholly: what stands on it is little. */
const MOST_PAIR = 0.35
const MOST_TRIPLE = 0.5

/** The language of one page: the dictionary, and what stands on the page's sound lines. */
export function languageOf(sound: readonly string[]): Language {
  const words = dictionary()
  const ids = words.ids.slice()
  let {size} = words
  const page = pageCounts(sound, ids, unit => {
    if (size < NUMBERS - 1) ids[unit] = ++size
    return ids[unit]!
  })
  const {after: chanceAfter, of: chanceOfNext} = chanceOf(words)
  let [beforeA, beforeB, ab, seen, pairSeen, weight, pairWeight] = [-1, -1, -1, 0, 0, 0, 0]
  const after = (a: number, b: number): void => {
    if (a === beforeA && b === beforeB) return
    beforeA = a
    beforeB = b
    chanceAfter(a, b)
    seen = page.seen[b]!
    weight = Math.min(MOST_PAIR, seen / (seen + DOUBT * page.kinds[b]! + DOUBT))
    ab = seen > 0 ? page.pair(a, b) : -1
    pairSeen = ab < 0 ? 0 : page.pairSeen[ab]!
    pairWeight = pairSeen > 0 ? Math.min(MOST_TRIPLE, pairSeen / (pairSeen + DOUBT * page.pairKinds[ab]!)) : 0
  }
  const reckon = (c: number): number => {
    let p = chanceOfNext(c)
    if (seen > 0) {
      const bc = page.pair(beforeB, c)
      p += weight * ((bc < 0 ? 0 : page.pairSeen[bc]!) / seen - p)
    }
    if (pairSeen > 0) p += pairWeight * (page.triple(ab, c) / pairSeen - p)
    return Math.log(p + 1e-9)
  }
  const askedPairs = new Int32Array(RECENT).fill(-1)
  const askedThirds = new Int32Array(RECENT)
  const asked = new Float64Array(RECENT)
  const log = (a: number, b: number, c: number): number => {
    const pair = (a << BITS) | b
    const at = (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35)) >>> RECENT_SHIFT
    if (askedPairs[at] === pair && askedThirds[at] === c) return asked[at]!
    after(a, b)
    askedPairs[at] = pair
    askedThirds[at] = c
    asked[at] = reckon(c)
    return asked[at]!
  }
  const answers = new Float64Array(256)
  const logs = (a: number, b: number, many: ArrayLike<number>): Float64Array => {
    after(a, b)
    for (let i = 0; i < many.length; i++) answers[i] = reckon(many[i]!)
    return answers
  }
  return {id: unit => ids[unit]!, log, logs, knows: unit => ids[unit]! > 0}
}
