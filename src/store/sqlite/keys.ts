/**
 * A folded text → the numbers by which `words` knows what stands in it, and a number → the rows that hold its nodes.
 *
 * 幼儿园 → 幼儿 儿园 园, each pair of neighbours (UTF-16 code units) as one number of 32 bits and the last unit alone with nothing
 * after it; and the words of the segmenter, hashed to 32 bits: they only rank, so that two words with one hash cost no hit.
 */
import {INDEXED, type Sought, WORD_MARK} from '../tokens.ts'

/** Rows of one segment stand together: first its pairs, then its words. */
const WORDS = 2 ** 32
export const SEGMENT = 2 ** 33

/** The id of the row of a pair, or of a word, in a segment. */
export const rowOf = (segment: number, key: number, word: boolean): number =>
  segment * SEGMENT + (word ? WORDS : 0) + key

/** Tells how many code units a letter or a digit at a place takes, 0 for anything else: what `RUN` matches, without its cost. */
export function indexed(): (text: string, at: number) => number {
  const basic = new Uint8Array(0x10000)
  for (let unit = 0; unit < 0x10000; unit++) if (INDEXED.test(String.fromCharCode(unit))) basic[unit] = 1
  return (text, at) => {
    const unit = text.charCodeAt(at)
    if (unit < 0xd800 || unit > 0xdbff) return basic[unit]!
    const character = String.fromCodePoint(text.codePointAt(at)!)
    return INDEXED.test(character) ? character.length : 0
  }
}

/** The number of the unit at a place with the one after it, or alone at the end of a run. */
export const pair = (run: string, at: number): number => {
  const after = at + 1 < run.length ? run.charCodeAt(at + 1) : 0
  return run.charCodeAt(at) * 0x10000 + after
}

/** The number of a word: FNV-1a over code units. */
export function hash(word: string): number {
  let sum = 0x811c9dc5
  for (let i = 0; i < word.length; i++) sum = Math.imul(sum ^ word.charCodeAt(i), 0x01000193)
  return sum >>> 0
}

/** Numbers from the first to the last: one key, or all pairs that begin with a unit. */
export type Range = readonly [first: number, last: number]

/** What every text with the term has. */
export function rangesOf({tokens, open}: Sought): Range[] {
  const found = new Map<number, Range>()
  for (const [i, token] of tokens.entries()) {
    const begins = open && i === tokens.length - 1
    const alone = Array.from(token).length === 1
    for (let at = 0; at + 1 < token.length; at++) found.set(pair(token, at), [pair(token, at), pair(token, at)])
    const last = token.charCodeAt(token.length - 1) * 0x10000
    if (begins && token.length === 1) found.set(-1, [last, last + 0xffff])
    else if (alone && !begins) found.set(last, [last, last])
  }
  return [...found.values()]
}

/** The number of the term as a word of its own; null when it is none. */
export const wordKey = ({word}: Sought): number | null =>
  word === null ? null : hash(word.slice(0, word.length - WORD_MARK.length))
