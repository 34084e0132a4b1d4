/** Maps of several passes → one, so that ten passes still leave one. */
import {END, growing, NOTES, OLD_END, OLD_START, ROW, type Shift, START, type TextMap} from './map.ts'

/** One map for `first` (A to B) followed by `then` (B to C). Changes that touch the same characters become one. */
export function compose<T>(first: TextMap<T>, then: TextMap<T>): TextMap<T> {
  if (first.length === 0) return then
  if (then.length === 0) return first
  const {rows: a} = first
  const {rows: b} = then
  const out = growing<T>([...first.notes, ...then.notes], a.length + b.length)
  // To ask a typed array for its length is dear until V8 has optimised what asks.
  const lastI = a.length
  const lastJ = b.length
  let i = 0
  let j = 0
  while (i < lastI || j < lastJ) {
    // What was before this group of changes shifts A and C against B by so much.
    const toA = i === 0 ? 0 : a[i - ROW + OLD_END]! - a[i - ROW + END]!
    const toC = j === 0 ? 0 : b[j - ROW + END]! - b[j - ROW + OLD_END]!
    const firstI = i
    const firstJ = j
    i = aloneUntil(a, i, START, j < lastJ ? b[j + OLD_START]! : Infinity)
    if (i > firstI) {
      out.copy(a, firstI, i, {old: 0, new: toC, notes: 0})
      continue
    }
    j = aloneUntil(b, j, OLD_START, i < lastI ? a[i + START]! : Infinity)
    if (j > firstJ) {
      out.copy(b, firstJ, j, {old: toA, new: 0, notes: first.notes.length})
      continue
    }
    const lo = Math.min(i < lastI ? a[i + START]! : Infinity, j < lastJ ? b[j + OLD_START]! : Infinity)
    let hi = lo
    for (;;) {
      const opens = i === firstI && j === firstJ
      if (i < lastI && joins(a[i + START]!, a[i + END]!, lo, hi, opens)) {
        hi = Math.max(hi, a[i + END]!)
        i += ROW
      } else if (j < lastJ && joins(b[j + OLD_START]!, b[j + OLD_END]!, lo, hi, opens)) {
        hi = Math.max(hi, b[j + OLD_END]!)
        j += ROW
      } else break
    }
    const afterA = i === firstI ? toA : a[i - ROW + OLD_END]! - a[i - ROW + END]!
    const afterC = j === firstJ ? toC : b[j - ROW + END]! - b[j - ROW + OLD_END]!
    out.add(lo + toA, hi + afterA, lo + toC, hi + afterC, gather(notesIn(first, firstI, i), notesIn(then, firstJ, j)))
  }
  return out.done()
}

/**
 * The end of the rows from `row` on that stand alone, as nearly all changes of a page do: they end before the next change of
 * the other map, at `limit`, and leave something in the text between (its columns begin at `start`), or the next leaves its own place.
 */
function aloneUntil(rows: Int32Array, row: number, start: number, limit: number): number {
  const {length} = rows
  let at = row + start
  while (at < length) {
    const end = rows[at + 1]!
    if (end >= limit || (rows[at] === end && !(rows[at + ROW]! > end))) break
    at += ROW
  }
  return at - start
}

/** Changes that leave nothing at one place become one, so that undoing them has one order only. */
export function joined<T>(map: TextMap<T>): TextMap<T> {
  const {rows} = map
  const {length} = rows
  let out: ReturnType<typeof growing<T>> | undefined
  let done = 0
  for (let row = ROW; row < length; row += ROW) {
    if (rows[row + START] !== rows[row + END] || !leavesAsLittle(rows, row)) continue
    const first = row - ROW
    while (row < length && leavesAsLittle(rows, row)) row += ROW
    out ??= growing<T>([...map.notes], length)
    out.copy(rows, done, first, UNMOVED)
    const [start, oldEnd] = [rows[first + START]!, rows[row - ROW + OLD_END]!]
    out.add(rows[first + OLD_START]!, oldEnd, start, start, notesIn(map, first, row))
    done = row
  }
  if (!out) return map
  out.copy(rows, done, length, UNMOVED)
  return out.done()
}

const UNMOVED: Shift = {old: 0, new: 0, notes: 0}

/** Whether a change leaves nothing, at the place where the one before it does. */
const leavesAsLittle = (rows: Int32Array, row: number): boolean =>
  rows[row + START] === rows[row + END] &&
  rows[row - ROW + START] === rows[row + START] &&
  rows[row - ROW + END] === rows[row + START] &&
  rows[row - ROW + OLD_END] === rows[row + OLD_START]

/** Whether `[start, end)` belongs to the group `[lo, hi)`: it opens it, shares a unit with it, or is empty at the same place. */
function joins(start: number, end: number, lo: number, hi: number, opens: boolean): boolean {
  if (start > hi) return false
  if (start < hi) return true
  return opens || (lo === hi && start === end)
}

const NONE: readonly never[] = []

function notesIn<T>({rows, notes}: TextMap<T>, from: number, to: number): readonly T[] {
  if (from === to) return NONE
  if (to === from + ROW) return notes[rows[from + NOTES]!]!
  const all: T[] = []
  for (let row = from; row < to; row += ROW) all.push(...notes[rows[row + NOTES]!]!)
  return all
}

const gather = <T>(first: readonly T[], then: readonly T[]): readonly T[] =>
  first.length === 0 ? then : then.length === 0 ? first : [...first, ...then]
