/** The sound lines of a page → how often characters follow each other on it. */
import {numbering} from './counts.ts'
import {BITS, NUMBERS} from './dictionary.ts'

/** Characters are numbers, as in the dictionary; pairs are numbered as they come up. */
export interface PageCounts {
  /** By character: how often it stands there, and how many different ones follow it. */
  readonly seen: Int32Array
  readonly kinds: Int32Array
  /** The number of a pair; -1 when it does not stand on the page. */
  readonly pair: (a: number, b: number) => number
  /** By pair, the same two. */
  readonly pairSeen: Int32Array
  readonly pairKinds: Int32Array
  /** How often a character follows a pair. */
  readonly triple: (pair: number, c: number) => number
}

/** Text of the page that is taken to be sound, at most so many units of it: pairs must fit into 32 bits with a character. */
const PAGE_LIMIT = 200_000

/** @param number a character's number, a new one where it has none */
export function pageCounts(sound: readonly string[], number: (unit: number) => number): PageCounts {
  const length = Math.min(
    PAGE_LIMIT,
    sound.reduce((sum, line) => sum + line.length + 2, 0),
  )
  const seen = new Int32Array(NUMBERS)
  const kinds = new Int32Array(NUMBERS)
  const pairs = numbering(length + 1)
  const pairSeen = new Int32Array(length + 1)
  const pairKinds = new Int32Array(length + 1)
  const triples = numbering(length)
  const tripleSeen = new Int32Array(length)
  const end = number(10)
  const atStart = pairs.add((end << BITS) | end)
  let read = 0
  for (const line of sound) {
    read += line.length + 2
    if (read > length) break
    let b = end
    let ab = atStart
    for (let i = 0; i <= line.length; i++) {
      const c = i < line.length ? number(line.charCodeAt(i)) : end
      if (c === end && b === end) continue
      const bc = pairs.add((b << BITS) | c)
      const abc = triples.add((ab << BITS) | c)
      seen[b]!++
      if (pairSeen[bc]!++ === 0) kinds[b]!++
      if (tripleSeen[abc]!++ === 0) pairKinds[ab]!++
      b = c
      ab = bc
    }
  }
  const triple = (pair: number, c: number): number => {
    const found = triples.find((pair << BITS) | c)
    return found < 0 ? 0 : tripleSeen[found]!
  }
  return {seen, kinds, pair: (a, b) => pairs.find((a << BITS) | b), pairSeen, pairKinds, triple}
}
