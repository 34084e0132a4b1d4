/** Hints about one text → the same hints about a text that holds it. */
import type {Hint} from '../model/stages.ts'
import type {Span} from '../text/span.ts'

/** A hint with all its spans moved. */
export function moved(hint: Hint, to: (span: Span) => Span): Hint {
  const span = to(hint.span)
  if (hint.kind !== 'table') return {...hint, span}
  return {...hint, span, rows: hint.rows.map(row => row.map(cell => ({...cell, parts: cell.parts.map(to)})))}
}
