/**
 * Edits to a text, and the map they leave behind.
 *
 * A stage that changes text never returns a new string: it returns the edits it wants. From the edits we get the new
 * string, the record of what changed and the way back to the original characters.
 */
import {growing, type TextMap} from './map.ts'
import type {Span} from './span.ts'

/** Replace `[start, end)` of a text by `insert`; `note` is carried into the map. */
export interface Edit<T = unknown> extends Span {
  readonly insert: string
  readonly note?: T
}

/** So many parts of a text are held before they become one. */
const PARTS = 16_384

/**
 * Applies edits, which must be ordered and disjoint, as they come, and gives the new text with the map back.
 * @throws RangeError when an edit starts before the one before it ends
 */
export function apply<T>(text: string, edits: Iterable<Edit<T>>): {text: string; map: TextMap<T>} {
  const whole: string[] = []
  let parts: string[] = []
  const map = growing<T>()
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
    map.add(edit.start, edit.end, length, length + edit.insert.length, notes)
    length += edit.insert.length
    at = edit.end
    if (parts.length >= PARTS) {
      whole.push(parts.join(''))
      parts = []
    }
  }
  whole.push(...parts, text.slice(at))
  return {text: whole.join(''), map: map.done()}
}

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
