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
 * @param noteOf the note of an edit of this number, from 0: its own, unless told otherwise
 * @throws RangeError when an edit starts before the one before it ends
 */
export function apply<T>(text: string, edits: Iterable<Edit<T>>): {text: string; map: TextMap<T>}
export function apply<T, E extends Edit>(
  text: string,
  edits: Iterable<E>,
  noteOf: (edit: E, number: number) => T,
): {text: string; map: TextMap<T>}
export function apply<T>(
  text: string,
  edits: Iterable<Edit<T>>,
  noteOf: (edit: Edit<T>, number: number) => T | undefined = edit => edit.note,
): {text: string; map: TextMap<T>} {
  const whole: string[] = []
  let parts: string[] = []
  const map = growing<T>()
  let at = 0
  let length = 0
  let number = 0
  let notes: readonly T[] = []
  for (const edit of edits) {
    const {start, end, insert} = edit
    if (start < at || end < start) throw new RangeError(`edit at ${start} overlaps the one before it`)
    if (start > at) parts.push(text.slice(at, start))
    parts.push(insert)
    length += start - at
    const note = noteOf(edit, number++)
    if (note !== notes[0]) notes = note === undefined ? [] : [note]
    map.add(start, end, length, length + insert.length, notes)
    length += insert.length
    at = end
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
