/**
 * Lines that were the cells of a table → the table, where header and cells leave no doubt; else its lines one by one.
 * No clause marker is read inside.
 */

import {readNumeral} from '../../text/numerals.ts'
import type {Line} from '../line.ts'
import {type Column, headingsAt, linesOf} from './column-headings.ts'
import {cellOf, evenRows, type Row} from './rows.ts'
import type {DraftTable} from './tables.ts'
import {taskRows} from './task-rows.ts'

export interface Flattened {
  readonly table: DraftTable
  /** How many lines it took. */
  readonly lines: number
}

const CHAPTER = /^(?:第[〇零一二三四五六七八九十百千]{1,9}[章节条]|[一二三四五六七八九十]{1,3}、)/
const MOST_LINES = 5000

/**
 * The table whose header begins at an index.
 * @param again whether another header begins at a line
 */
export function flattenedAt(
  lines: readonly (Line | undefined)[],
  index: number,
  again: (index: number) => boolean,
): Flattened | undefined {
  const columns = headingsAt(lines, index)
  if (!columns) return undefined
  const from = index + linesOf(columns)
  const read = taskRows(lines, from, columns, again) ?? evenRows(lines, from, columns)
  if (!read) return columns.length >= 3 ? unresolved(lines, index, columns, again) : undefined
  const headings = columns.map(({label, lines}, i) => ({
    key: `c${i + 1}`,
    label,
    parts: lines.map(({span}) => ({span})),
  }))
  return {
    table: tableOf(lines.slice(index, read.end) as Line[], headings, read.rows, 'flattened'),
    lines: read.end - index,
  }
}

/** The lines from a header to running text or another header, each a row of one cell. */
function unresolved(
  lines: readonly (Line | undefined)[],
  index: number,
  columns: readonly Column[],
  again: (index: number) => boolean,
): Flattened | undefined {
  const taken: Line[] = []
  const next = nextAbove(lines, index)
  for (let at = index; at - index < MOST_LINES; at++) {
    const line = lines[at]
    if (!line || (at > index && again(at)) || /[。；]./.test(line.text) || CHAPTER.test(line.text)) break
    if (next > 1 && bracketed(line.text) === next) break
    taken.push(line)
  }
  if (taken.length < linesOf(columns) + columns.length) return undefined
  const rows = taken.map((line, i) => ({id: `r${i + 1}`, cells: [cellOf(0, [line])]}))
  return {table: tableOf(taken, [{key: 'c1', label: '', parts: []}], rows, 'unresolved'), lines: taken.length}
}

const BRACKETED = /^[（(]([一二三四五六七八九十]{1,3})[)）](?=.)/
const bracketed = (text: string): number => {
  const match = '（('.includes(text[0]!) ? BRACKETED.exec(text) : null
  return match ? (readNumeral(match[1]!) ?? 0) : 0
}
const FAR = 12

/** The number that goes on from the （一） above a table: （二） is no cell of it. */
function nextAbove(lines: readonly (Line | undefined)[], index: number): number {
  for (let at = index - 1; at >= 0 && index - at <= FAR; at--) {
    const number = bracketed(lines[at]?.text ?? '')
    if (number > 0) return number + 1
  }
  return 0
}

const tableOf = (
  lines: readonly Line[],
  columns: DraftTable['columns'],
  rows: Row[],
  method: DraftTable['method'],
): DraftTable => {
  const marks = lines.flatMap(line => line.marks)
  return {
    type: 'table',
    id: '',
    caption: null,
    columns,
    rows,
    method,
    ...(marks.length > 0 ? {marks: marks.map(span => ({span}))} : {}),
    span: {start: Math.min(lines[0]!.span.start, marks[0]?.start ?? Infinity), end: lines.at(-1)!.span.end},
  }
}
