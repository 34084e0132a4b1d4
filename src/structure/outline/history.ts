/** What the search remembers of a page up to a marker, as a row of integers, and how two such rows are told apart. */
import {KINDS} from '../data/kinds.ts'

/** Levels that a page may nest; what is deeper is attached at the limit. */
export const MOST_LEVELS = 10

const NK = KINDS.length

/**
 * A history is a row of integers: how deep, a hash, the kinds of the open levels, and for each kind its last number
 * (-1 before the first), the prefix of a decimal and the set of kinds that it stood under (bit 0: the document).
 */
export const HASH = 1
export const STACK = 2
export const LAST = STACK + MOST_LEVELS
export const PREFIX = LAST + NK
export const PARENTS = PREFIX + NK
export const ROW = PARENTS + NK

/** The history of a page before its first marker. */
export const emptyRow = (row: Int32Array): void => {
  row.fill(0)
  row.fill(-1, LAST, LAST + NK)
}

/** The kind of the open level above `depth`; -1 at the top. */
export const parentOf = (rows: Int32Array, at: number, depth: number): number =>
  depth === 0 ? -1 : rows[at + STACK + depth - 1]!

/** Whether a style stood under another before: what a page does once against the usual order it does again. */
export const isKnown = (seen: number, parent: number): boolean => ((seen >> (parent + 1)) & 1) === 1

/** A hash of two integers (the finalizer of MurmurHash3). */
export const mix = (a: number, b: number): number => {
  let h = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b ^ 0x7f4a7c15, 0xc2b2ae35)
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d)
  return h ^ (h >>> 13)
}
const STACK_HASHES = Int32Array.from({length: MOST_LEVELS * NK}, (_, i) => mix(Math.floor(i / NK) + 1, (i % NK) + 1))
/** The hash of a kind at its level. */
export const stackHash = (depth: number, kind: number): number => STACK_HASHES[depth * NK + kind]!
/** The hash of the last number of a kind; 0 before its first. */
export const lastHash = (kind: number, last: number, prefix: number): number =>
  last < 0 ? 0 : mix(kind + 101, mix(last, prefix))
