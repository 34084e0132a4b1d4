/** The sound lines of a page → how often characters follow each other on it. */
import {finder, SPREAD, slotsFor} from './counts.ts'
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

/**
 * One loop without calls: it goes through the whole page before V8 thinks of optimising it.
 * @param ids by UTF-16 unit, the numbers of characters; 0 for one that has none yet
 * @param number gives such a one a number
 */
export function pageCounts(sound: readonly string[], ids: Uint16Array, number: (unit: number) => number): PageCounts {
  const length = Math.min(
    PAGE_LIMIT,
    sound.reduce((sum, line) => sum + line.length + 2, 0),
  )
  const seen = new Int32Array(NUMBERS)
  const kinds = new Int32Array(NUMBERS)
  const pairs = slotsFor(length + 1)
  const {keys: pairKeys, values: pairNumbers, shift: pairShift, mask: pairMask} = pairs
  const pairSeen = new Int32Array(length + 1)
  const pairKinds = new Int32Array(length + 1)
  const triples = slotsFor(length)
  const {keys: tripleKeys, values: tripleSeen, shift: tripleShift, mask: tripleMask} = triples
  const end = ids[10] || number(10)
  const atStart = (end << BITS) | end
  // The pair at the start of lines is the first.
  pairKeys[Math.imul(atStart, SPREAD) >>> pairShift] = atStart + 1
  let known = 1
  let read = 0
  for (const line of sound) {
    read += line.length + 2
    if (read > length) break
    let b = end
    let ab = 0
    for (let i = 0, last = line.length; i <= last; i++) {
      const unit = i < last ? line.charCodeAt(i) : 10
      const c = ids[unit] || number(unit)
      if (c === end && b === end) continue
      let key = (b << BITS) | c
      let slot = Math.imul(key, SPREAD) >>> pairShift
      let wanted = (key + 1) | 0
      let held = pairKeys[slot]
      while (held !== wanted && held !== 0) {
        slot = (slot + 1) & pairMask
        held = pairKeys[slot]
      }
      let bc: number
      if (held === 0) {
        pairKeys[slot] = wanted
        bc = known++
        pairNumbers[slot] = bc
        pairSeen[bc] = 1
        kinds[b]!++
      } else {
        bc = pairNumbers[slot]!
        if (pairSeen[bc]!++ === 0) kinds[b]!++
      }
      seen[b]!++
      key = (ab << BITS) | c
      wanted = (key + 1) | 0
      slot = Math.imul(key, SPREAD) >>> tripleShift
      held = tripleKeys[slot]
      while (held !== wanted && held !== 0) {
        slot = (slot + 1) & tripleMask
        held = tripleKeys[slot]
      }
      if (held === 0) {
        tripleKeys[slot] = wanted
        tripleSeen[slot] = 1
        pairKinds[ab]!++
      } else tripleSeen[slot]!++
      b = c
      ab = bc
    }
  }
  const findPair = finder(pairs)
  const findTriple = finder(triples)
  const triple = (pair: number, c: number): number => Math.max(0, findTriple((pair << BITS) | c))
  return {seen, kinds, pair: (a, b) => findPair((a << BITS) | b), pairSeen, pairKinds, triple}
}
