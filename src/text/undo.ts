/** The record of a Result (repairs, folds) → the map back to its read text, and that text. */
import {growing, type TextMap} from './map.ts'
import type {Span} from './span.ts'

/** What `undo` needs of a Result. */
export interface Recorded {
  readonly text: string
  readonly repairs: readonly {readonly id: string; readonly before: string; readonly span: Span}[]
  readonly folds: readonly {
    readonly rule: string
    readonly edits: readonly (readonly [start: number, before: string, length?: number | undefined])[]
  }[]
}

/** One entry of the record; a fold has no id. */
export interface Entry {
  readonly rule: string | null
  readonly id: string | null
}

/**
 * Undoes repairs and folds, which are disjoint: the read text, and the map from it to `text`, each change with the
 * entry of the record that made it. Of two changes at one place the one that left nothing comes first.
 */
export function undo({text, repairs, folds}: Recorded): {read: string; map: TextMap<Entry>} {
  const entries = [
    ...repairs.map(r => ({...r.span, before: r.before, notes: [{rule: null, id: r.id}]})),
    ...folds.flatMap(({rule, edits}) => {
      const notes = [{rule, id: null}]
      return edits.map(([start, before, length]) => ({start, end: start + (length ?? before.length), before, notes}))
    }),
  ].sort((a, b) => a.start - b.start || a.end - b.end)
  const parts: string[] = []
  const map = growing<Entry>()
  let at = 0
  let length = 0
  for (const {start, end, before, notes} of entries) {
    parts.push(text.slice(at, start), before)
    const oldStart = length + Math.max(0, start - at)
    length = oldStart + before.length
    map.add(oldStart, length, start, end, notes)
    at = end
  }
  parts.push(text.slice(at))
  return {read: parts.join(''), map: map.done()}
}
