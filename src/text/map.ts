/**
 * The way between two texts, there and back.
 *
 * A page of traditional characters has a change for every third of them, so a map holds five integers a change and no
 * objects.
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

/** The columns of a row, and how many there are. */
export const OLD_START = 0
export const OLD_END = 1
export const START = 2
export const END = 3
export const NOTES = 4
export const ROW = 5

const NO_ROWS = new Int32Array()

/** A map that grows by one change after another. */
export interface Growing<T> {
  add(oldStart: number, oldEnd: number, start: number, end: number, notes: readonly T[]): void
  done(): TextMap<T>
}

/** By how much the offsets of rows are moved, and their places among the lists of notes. */
export interface Shift {
  readonly old: number
  readonly new: number
  readonly notes: number
}

/** What grows can also take rows as they are. */
interface Copying<T> extends Growing<T> {
  /** Adds the rows `[from, to)` of another map, moved. */
  copy(part: Int32Array, from: number, to: number, by: Shift): void
}

/**
 * A map without changes yet.
 * @param notes lists of notes that rows to be copied have
 * @param known how many integers it will have at most, where that is known
 */
export function growing<T>(notes: (readonly T[])[] = [], known = 0): Copying<T> {
  let rows: Int32Array = known === 0 ? NO_ROWS : new Int32Array(known)
  let used = 0
  let room = known
  let last = notes.at(-1)
  /** Rows with room for so many integers more. */
  const roomFor = (length: number): Int32Array => {
    room = Math.max(2 * (used + length), 16 * ROW)
    const more = new Int32Array(room)
    more.set(rows)
    return more
  }
  return {
    add(oldStart, oldEnd, start, end, list) {
      if (used + ROW > room) rows = roomFor(ROW)
      if (list !== last || notes.length === 0) {
        notes.push(list)
        last = list
      }
      const into = rows
      into[used++] = oldStart
      into[used++] = oldEnd
      into[used++] = start
      into[used++] = end
      into[used++] = notes.length - 1
    },
    copy(part, from, to, {old, new: now, notes: list}) {
      if (used + to - from > room) rows = roomFor(to - from)
      const into = rows
      let at = used
      for (let row = from; row < to; ) {
        into[at++] = part[row++]! + old
        into[at++] = part[row++]! + old
        into[at++] = part[row++]! + now
        into[at++] = part[row++]! + now
        into[at++] = part[row++]! + list
      }
      used = at
    },
    // What was never written to takes no memory.
    done: () => mapOf(rows.subarray(0, used), notes),
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

/** Visits each change without an object for it; `list` is the number of its list of notes. */
export function each(
  {rows}: TextMap,
  visit: (oldStart: number, oldEnd: number, start: number, end: number, list: number) => void,
): void {
  const {length} = rows
  for (let row = 0; row < length; row += ROW)
    visit(rows[row]!, rows[row + OLD_END]!, rows[row + START]!, rows[row + END]!, rows[row + NOTES]!)
}

/** The changes whose notes are of a kind; each list of notes is asked once. */
export function changesWith<T>(map: TextMap<T>, isWanted: (notes: readonly T[]) => boolean): Change<T>[] {
  const wanted = map.notes.map(isWanted)
  const found: Change<T>[] = []
  each(map, (oldStart, oldEnd, start, end, list) => {
    if (wanted[list]) found.push({oldStart, oldEnd, start, end, notes: map.notes[list]!})
  })
  return found
}

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
