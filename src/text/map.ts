/**
 * The way between two texts, there and back.
 *
 * A page of traditional characters has a change for every third of them, so a map holds five integers a change and no
 * objects. Maps compose, so ten passes still leave one.
 */
import type {Span} from './span.ts'

/** `[oldStart, oldEnd)` of the old text became `[start, end)` of the new one. */
export interface Change<T = unknown> extends Span {
  readonly oldStart: number
  readonly oldEnd: number
  /** The notes of all edits that made this change, in the order of the passes. */
  readonly notes: readonly T[]
}

/** All changes between two texts, in order and disjoint; what lies between them is the same in both. */
export interface TextMap<T = unknown> extends Iterable<Change<T>> {
  readonly length: number
  /** The change of this number, from 0. */
  at(index: number): Change<T> | undefined
  /** For each change its offsets, and which of the lists of notes is its own: see `ROW`. */
  readonly rows: Int32Array
  readonly notes: readonly (readonly T[])[]
}

const OLD_START = 0
const OLD_END = 1
const START = 2
const END = 3
const NOTES = 4
const ROW = 5

const NO_ROWS = new Int32Array()

/** A map that grows by one change after another. */
export interface Growing<T> {
  add(oldStart: number, oldEnd: number, start: number, end: number, notes: readonly T[]): void
  done(): TextMap<T>
}

/** A map without changes yet. */
export function growing<T>(): Growing<T> {
  let rows = NO_ROWS
  let used = 0
  const notes: (readonly T[])[] = []
  const known = new Map<readonly T[], number>()
  const placeOf = (list: readonly T[]): number => {
    if (notes.length > 0 && notes[notes.length - 1] === list) return notes.length - 1
    const place = known.get(list) ?? notes.push(list) - 1
    known.set(list, place)
    return place
  }
  return {
    add(oldStart, oldEnd, start, end, list) {
      if (used === rows.length) {
        const more = new Int32Array(Math.max(2 * used, 16 * ROW))
        more.set(rows)
        rows = more
      }
      rows[used + OLD_START] = oldStart
      rows[used + OLD_END] = oldEnd
      rows[used + START] = start
      rows[used + END] = end
      rows[used + NOTES] = placeOf(list)
      used += ROW
    },
    done: () => mapOf(rows.slice(0, used), notes),
  }
}

/** The map of these changes. */
export function textMap<T>(changes: Iterable<Change<T>>): TextMap<T> {
  const map = growing<T>()
  for (const {oldStart, oldEnd, start, end, notes} of changes) map.add(oldStart, oldEnd, start, end, notes)
  return map.done()
}

function mapOf<T>(rows: Int32Array, notes: readonly (readonly T[])[]): TextMap<T> {
  const length = rows.length / ROW
  const at = (index: number): Change<T> | undefined =>
    index >= 0 && index < length ? changeAt(rows, notes, index) : undefined
  return {
    length,
    at,
    rows,
    notes,
    *[Symbol.iterator]() {
      for (let i = 0; i < length; i++) yield changeAt(rows, notes, i)
    },
  }
}

const changeAt = <T>(rows: Int32Array, notes: readonly (readonly T[])[], index: number): Change<T> => ({
  oldStart: rows[index * ROW + OLD_START]!,
  oldEnd: rows[index * ROW + OLD_END]!,
  start: rows[index * ROW + START]!,
  end: rows[index * ROW + END]!,
  notes: notes[rows[index * ROW + NOTES]!]!,
})

/** One map for `first` (A to B) followed by `then` (B to C). Changes that touch the same characters become one. */
export function compose<T>(first: TextMap<T>, then: TextMap<T>): TextMap<T> {
  if (first.length === 0) return then
  if (then.length === 0) return first
  const out = growing<T>()
  const {rows: a} = first
  const {rows: b} = then
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    // What was before this group of changes shifts A and C against B by so much.
    const toA = i === 0 ? 0 : a[i - ROW + OLD_END]! - a[i - ROW + END]!
    const toC = j === 0 ? 0 : b[j - ROW + END]! - b[j - ROW + OLD_END]!
    // Nearly all changes of a page stand alone: there is something of B in them, and none of the other map touches it.
    if (i < a.length && a[i + START]! < a[i + END]! && (j === b.length || a[i + END]! < b[j + OLD_START]!)) {
      const list = first.notes[a[i + NOTES]!]!
      out.add(a[i + OLD_START]!, a[i + OLD_END]!, a[i + START]! + toC, a[i + END]! + toC, list)
      i += ROW
      continue
    }
    if (j < b.length && b[j + OLD_START]! < b[j + OLD_END]! && (i === a.length || b[j + OLD_END]! < a[i + START]!)) {
      const list = then.notes[b[j + NOTES]!]!
      out.add(b[j + OLD_START]! + toA, b[j + OLD_END]! + toA, b[j + START]!, b[j + END]!, list)
      j += ROW
      continue
    }
    const [firstI, firstJ] = [i, j]
    const lo = Math.min(i < a.length ? a[i + START]! : Infinity, j < b.length ? b[j + OLD_START]! : Infinity)
    let hi = lo
    for (;;) {
      const opens = i === firstI && j === firstJ
      if (i < a.length && joins(a[i + START]!, a[i + END]!, lo, hi, opens)) {
        hi = Math.max(hi, a[i + END]!)
        i += ROW
      } else if (j < b.length && joins(b[j + OLD_START]!, b[j + OLD_END]!, lo, hi, opens)) {
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

/** The row of the last change that starts at or before `at`, in the new text or the old; below 0 when there is none. */
function lastRow({rows}: TextMap, at: number, column: typeof START | typeof OLD_START): number {
  let low = 0
  let high = rows.length / ROW
  while (low < high) {
    const middle = (low + high) >>> 1
    if (rows[middle * ROW + column]! <= at) low = middle + 1
    else high = middle
  }
  return (low - 1) * ROW
}

/** The change that a unit of the new text is in. */
export function changeOf<T>(map: TextMap<T>, at: number): Change<T> | undefined {
  const change = map.at(lastRow(map, at, START) / ROW)
  return change && at < change.end ? change : undefined
}

/**
 * The stretch of the old text behind a span of the new one. A boundary inside a change goes outward to the edge of
 * what was replaced; what was deleted at a boundary stays outside.
 */
export function toOld(map: TextMap, span: Span): Span {
  const end = endToOld(map, span.end)
  return span.start === span.end ? {start: end, end} : {start: startToOld(map, span.start), end}
}

function startToOld(map: TextMap, at: number): number {
  const row = lastRow(map, at, START)
  if (row < 0) return at
  const {rows} = map
  return at < rows[row + END]! ? rows[row + OLD_START]! : rows[row + OLD_END]! + at - rows[row + END]!
}

function endToOld(map: TextMap, at: number): number {
  const row = lastRow(map, at - 1, START)
  if (row < 0) return at
  const {rows} = map
  return at <= rows[row + END]! ? rows[row + OLD_END]! : rows[row + OLD_END]! + at - rows[row + END]!
}

/** The stretch of the new text that a span of the old one became; the mirror image of `toOld`. */
export function toNew(map: TextMap, span: Span): Span {
  const {rows} = map
  const last = lastRow(map, span.end - 1, OLD_START)
  const end =
    last < 0
      ? span.end
      : span.end <= rows[last + OLD_END]!
        ? rows[last + END]!
        : rows[last + END]! + span.end - rows[last + OLD_END]!
  if (span.start === span.end) return {start: end, end}
  const first = lastRow(map, span.start, OLD_START)
  const start =
    first < 0
      ? span.start
      : span.start < rows[first + OLD_END]!
        ? rows[first + START]!
        : rows[first + END]! + span.start - rows[first + OLD_END]!
  return {start, end: Math.max(start, end)}
}

/** The map from the new text to the old one: what undoes these changes. */
export function invert<T>(map: TextMap<T>): TextMap<T> {
  const back = growing<T>()
  for (const {oldStart, oldEnd, start, end, notes} of map) back.add(start, end, oldStart, oldEnd, notes)
  return back.done()
}
