/** Rows of a comparison → a table for a person: a block a metric, a line a place and year. */
import {harmless, type Paint, plain} from './paint.ts'
import {clip, width} from './width.ts'

/** What is shown of a row. */
export interface Compared {
  readonly group: string
  readonly metric: string
  readonly place: string | null
  readonly year: string | null
  readonly comparator: string
  readonly value: number
  readonly upper: number | null
  readonly unit: string | null
  readonly path: string
  readonly line: number | null
}

const SIGNS: Readonly<Record<string, string>> = {'=': '', '>=': '≥ ', '>': '> ', '<=': '≤ ', '<': '< ', '~': '≈ '}

/** The lines of the table; rows come ordered by group. */
export function* comparison(
  rows: readonly Compared[],
  style: {paint?: Paint; columns?: number} = {},
): Generator<string> {
  const {paint = plain, columns = 100} = style
  let group: string | undefined
  for (const row of rows) {
    if (row.group !== group) yield paint('bold', harmless(row.group))
    group = row.group
    const value = `${SIGNS[row.comparator] ?? ''}${row.value}${row.upper === null ? '' : `..${row.upper}`} ${row.unit ?? ''}`
    const source = `${row.path}${row.line ? `:${row.line}` : ''}`
    const left = `  ${clip(row.place ?? '-', 20, 21)} ${clip(row.year ?? '-', 4, 5)} ${clip(value.trim(), 14, 15)} `
    yield harmless(left) + paint('dim', harmless(clip(source, Math.max(10, columns - width(left)))))
  }
}
