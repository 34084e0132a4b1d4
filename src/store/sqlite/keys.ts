/**
 * A folded text → the numbers by which `words` knows what stands in it, and a number → the rows that hold its nodes.
 *
 * 幼儿园 → 幼儿 儿园 园, each pair of neighbours (UTF-16 code units) as one number of 32 bits and the last unit alone with nothing
 * after it; and the words of the segmenter, hashed to 32 bits: they only rank, so that two words with one hash cost no hit.
 */
import {INDEXED, type Sought, WORD_MARK} from '../tokens.ts'
import type {Segmenter} from '../words.ts'

/** Numbers of pairs and of words. */
export interface Keys {
  readonly pairs: Uint32Array
  readonly words: Uint32Array
}

/** Rows of one segment stand together: first its pairs, then its words. */
const WORDS = 2 ** 32
export const SEGMENT = 2 ** 33

/** The id of the row of a pair, or of a word, in a segment. */
export const rowOf = (segment: number, key: number, word: boolean): number =>
  segment * SEGMENT + (word ? WORDS : 0) + key

/** Of phrases that come again (各乡镇人民政府) the keys are kept: so many, of so many characters at most. */
const KEPT = 8192
const LONGEST_KEPT = 64

/** A folded text → the keys of its runs of letters and digits, one run after another. */
export function keysIn(segmenter: Segmenter): (folded: string, each: (keys: Keys) => void) => void {
  const kept = new Map<string, Keys>()
  const isIndexed = indexed()
  function keysOfRun(run: string): Keys {
    let keys = kept.get(run)
    if (keys !== undefined) return keys
    keys = keysOf(run, segmenter)
    if (run.length <= LONGEST_KEPT) {
      if (kept.size === KEPT) kept.clear()
      kept.set(copied(run), keys)
    }
    return keys
  }
  return (folded, each) => {
    let start = -1
    for (let i = 0; i <= folded.length; ) {
      const length = i < folded.length ? isIndexed(folded, i) : 0
      if (length > 0) {
        if (start < 0) start = i
        i += length
        continue
      }
      if (start >= 0) each(keysOfRun(folded.slice(start, i)))
      start = -1
      i++
    }
  }
}

/** Tells how many code units a letter or a digit at a place takes, 0 for anything else: what `RUN` matches, without its cost. */
function indexed(): (text: string, at: number) => number {
  const basic = new Uint8Array(0x10000)
  for (let unit = 0; unit < 0x10000; unit++) if (INDEXED.test(String.fromCharCode(unit))) basic[unit] = 1
  return (text, at) => {
    const unit = text.charCodeAt(at)
    if (unit < 0xd800 || unit > 0xdbff) return basic[unit]!
    const character = String.fromCodePoint(text.codePointAt(at)!)
    return INDEXED.test(character) ? character.length : 0
  }
}

/** A slice keeps the whole text that it was cut from in memory. */
const copied = (run: string): string => Buffer.from(run, 'utf16le').toString('utf16le')

function keysOf(run: string, segmenter: Segmenter): Keys {
  const pairs = new Uint32Array(run.length)
  for (let i = 0; i < run.length; i++) pairs[i] = pair(run, i)
  const words = segmenter.cut(run).filter(word => word.length > 1)
  return {pairs, words: Uint32Array.from(words, hash)}
}

const pair = (text: string, at: number): number => {
  const after = at + 1 < text.length ? text.charCodeAt(at + 1) : 0
  return text.charCodeAt(at) * 0x10000 + after
}

/** FNV-1a over code units. */
function hash(word: string): number {
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
