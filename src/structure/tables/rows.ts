/** Lines → the rows of a table, where every row has as many lines as the header has columns. */

import type {Line} from '../line.ts'
import {type Column, fits} from './column-headings.ts'
import type {DraftTable} from './tables.ts'

export type Row = DraftTable['rows'][number]

/** Rows, and the index of the line after the last. */
export interface Read {
  readonly rows: Row[]
  readonly end: number
}

const MOST_ROWS = 5000

/** The rows as long as they fit; undefined when no column can tell a cell of its own from another, or one row only fits. */
export function evenRows(
  lines: readonly (Line | undefined)[],
  from: number,
  columns: readonly Column[],
): Read | undefined {
  if (columns.every(({kind}) => kind === 'text')) return undefined
  const width = columns.length
  const rows: Row[] = []
  let at = from
  while (at + width <= lines.length && rows.length < MOST_ROWS) {
    const cells = lines.slice(at, at + width)
    if (!cells.every((cell, i) => cell && fits(columns[i]!.kind, cell.text, rows.length + 1))) break
    rows.push({id: `r${rows.length + 1}`, cells: cells.map((line, i) => cellOf(i, [line!]))})
    at += width
  }
  return rows.length >= 2 ? {rows, end: at} : undefined
}

/** A cell of whole lines. */
export const cellOf = (column: number, lines: readonly Line[]): Row['cells'][number] => ({
  column: `c${column + 1}`,
  text: lines.map(line => line.text).join('\n'),
  parts: lines.map(({span}) => ({span})),
})
