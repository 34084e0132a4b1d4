/**
 * Edits to a text, and the map they leave behind.
 *
 * A stage that changes text never returns a new string: it returns the edits it wants. From the edits we get the new
 * string, the record of what changed and the way back to the original characters. Maps compose, so ten passes still
 * leave one map.
 */
import {lastAtMost, type Span} from './span.ts'

/** Replace `[start, end)` of a text by `insert`; `note` is carried into the map. */
export interface Edit<T = unknown> extends Span {
  readonly insert: string
  readonly note?: T
}

/** `[oldStart, oldEnd)` of the old text became `[start, end)` of the new one. */
export interface Change<T = unknown> extends Span {
  readonly oldStart: number
  readonly oldEnd: number
  /** The notes of all edits that made this change, in the order of the passes. */
  readonly notes: readonly T[]
}

/** All changes between two texts, in order and disjoint; what lies between them is the same in both. */
export type TextMap<T = unknown> = readonly Change<T>[]

/**
 * Applies edits, which must be ordered and disjoint, and gives the new text with the map back.
 * @throws RangeError when an edit starts before the one before it ends
 */
export function apply<T>(text: string, edits: readonly Edit<T>[]): {text: string; map: TextMap<T>} {
  const parts: string[] = []
  const map: Change<T>[] = []
  let at = 0
  let length = 0
  let notes: readonly T[] = []
  for (const edit of edits) {
    if (edit.start < at || edit.end < edit.start)
      throw new RangeError(`edit at ${edit.start} overlaps the one before it`)
    if (edit.start > at) parts.push(text.slice(at, edit.start))
    parts.push(edit.insert)
    length += edit.start - at
    if (edit.note !== notes[0]) notes = edit.note === undefined ? [] : [edit.note]
    map.push({oldStart: edit.start, oldEnd: edit.end, start: length, end: length + edit.insert.length, notes})
    length += edit.insert.length
    at = edit.end
  }
  parts.push(text.slice(at))
  return {text: parts.join(''), map}
}

/** One map for `first` (A to B) followed by `then` (B to C). Changes that touch the same characters become one. */
export function compose<T>(first: TextMap<T>, then: TextMap<T>): TextMap<T> {
  if (first.length === 0) return then
  if (then.length === 0) return first
  const out: Change<T>[] = []
  let i = 0
  let j = 0
  while (i < first.length || j < then.length) {
    // What was before this group of changes shifts A and C against B by so much.
    const toA = i === 0 ? 0 : first[i - 1]!.oldEnd - first[i - 1]!.end
    const toC = j === 0 ? 0 : then[j - 1]!.end - then[j - 1]!.oldEnd
    const firstI = i
    const firstJ = j
    const lo = Math.min(first[i]?.start ?? Infinity, then[j]?.oldStart ?? Infinity)
    let hi = lo
    for (;;) {
      const a = first[i]
      const b = then[j]
      if (a && joins(a.start, a.end, lo, hi, i === firstI && j === firstJ)) {
        hi = Math.max(hi, a.end)
        i++
      } else if (b && joins(b.oldStart, b.oldEnd, lo, hi, i === firstI && j === firstJ)) {
        hi = Math.max(hi, b.oldEnd)
        j++
      } else break
    }
    const afterA = i === firstI ? toA : first[i - 1]!.oldEnd - first[i - 1]!.end
    const afterC = j === firstJ ? toC : then[j - 1]!.end - then[j - 1]!.oldEnd
    out.push({
      oldStart: lo + toA,
      oldEnd: hi + afterA,
      start: lo + toC,
      end: hi + afterC,
      notes: gather(first, firstI, i, then, firstJ, j),
    })
  }
  return out
}

/** Whether `[start, end)` belongs to the group `[lo, hi)`: it opens it, shares a unit with it, or is empty at the same place. */
function joins(start: number, end: number, lo: number, hi: number, opens: boolean): boolean {
  if (start > hi) return false
  if (start < hi) return true
  return opens || (lo === hi && start === end)
}

function gather<T>(
  first: TextMap<T>,
  i: number,
  iEnd: number,
  then: TextMap<T>,
  j: number,
  jEnd: number,
): readonly T[] {
  if (iEnd === i && jEnd === j + 1) return then[j]!.notes
  if (jEnd === j && iEnd === i + 1) return first[i]!.notes
  const notes: T[] = []
  for (let k = i; k < iEnd; k++) notes.push(...first[k]!.notes)
  for (let k = j; k < jEnd; k++) notes.push(...then[k]!.notes)
  return notes
}

const startOf = (change: Change): number => change.start
const oldStartOf = (change: Change): number => change.oldStart

/**
 * The stretch of the old text behind a span of the new one. A boundary inside a change goes outward to the edge of
 * what was replaced; what was deleted at a boundary stays outside.
 */
export function toOld(map: TextMap, span: Span): Span {
  const end = endToOld(map, span.end)
  return span.start === span.end ? {start: end, end} : {start: startToOld(map, span.start), end}
}

function startToOld(map: TextMap, at: number): number {
  const change = map[lastAtMost(map, at, startOf)]
  if (!change) return at
  return at < change.end ? change.oldStart : change.oldEnd + at - change.end
}

function endToOld(map: TextMap, at: number): number {
  const change = map[lastAtMost(map, at - 1, startOf)]
  if (!change) return at
  return at <= change.end ? change.oldEnd : change.oldEnd + at - change.end
}

/** The stretch of the new text that a span of the old one became; the mirror image of `toOld`. */
export function toNew(map: TextMap, span: Span): Span {
  const last = map[lastAtMost(map, span.end - 1, oldStartOf)]
  const end = !last ? span.end : span.end <= last.oldEnd ? last.end : last.end + span.end - last.oldEnd
  if (span.start === span.end) return {start: end, end}
  const first = map[lastAtMost(map, span.start, oldStartOf)]
  const start = !first ? span.start : span.start < first.oldEnd ? first.start : first.end + span.start - first.oldEnd
  return {start, end: Math.max(start, end)}
}

/** The map from the new text to the old one: what undoes these changes. */
export const invert = <T>(map: TextMap<T>): TextMap<T> =>
  map.map(c => ({oldStart: c.start, oldEnd: c.end, start: c.oldStart, end: c.oldEnd, notes: c.notes}))

/** The sum of several lists of edits found by independent rules: ordered, and where two overlap the earlier list wins. */
export function settle<T>(lists: readonly (readonly Edit<T>[])[]): Edit<T>[] {
  const all = lists.flatMap((list, rank) => list.map(edit => ({edit, rank})))
  all.sort((a, b) => a.edit.start - b.edit.start || a.rank - b.rank || a.edit.end - b.edit.end)
  const out: {edit: Edit<T>; rank: number}[] = []
  for (const next of all) {
    let keep = true
    while (keep && out.length > 0) {
      const last = out[out.length - 1]!
      if (next.edit.start >= last.edit.end && !(next.edit.start === last.edit.start && next.edit.end === last.edit.end))
        break
      if (next.rank < last.rank) out.pop()
      else keep = false
    }
    if (keep) out.push(next)
  }
  return out.map(o => o.edit)
}
