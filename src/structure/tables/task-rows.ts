/**
 * Lines under column headings → rows of tasks: an ordinal and a name, numbered tasks, and one cell for each column of
 * bodies or time, wherever among the tasks it stands (a cell of a spanning column comes after the first task).
 */
import type {Span} from '../../text/span.ts'
import type {Line} from '../line.ts'
import {type Column, fits, ordinalOf} from './column-headings.ts'
import {cellOf, type Read, type Row} from './rows.ts'

const NAMED = /^[（(]([一二三四五六七八九十]{1,3}|\d{1,3})[)）]\s{0,4}(?=.{2,40}$)/
const TASK = /^[（(]?(\d{1,3})[)）.．、]\s{0,4}(?=\S)/
const isArabic = (numeral: string): boolean => /^\d/.test(numeral)
const LONG_NAME = 40
const MOST_LINES = 5000

/** The rows; undefined unless the columns are of this shape and every row is full. */
export function taskRows(
  lines: readonly (Line | undefined)[],
  from: number,
  columns: readonly Column[],
  again: (index: number) => boolean,
): Read | undefined {
  const texts = columns.flatMap(({kind}, i) => (kind === 'text' ? [i] : []))
  if (texts.length !== 2 || !columns.some(({kind}) => kind === 'bodies')) return undefined
  const [name, tasks] = texts as [number, number]
  const rows: Line[][][] = []
  let at = from
  while (lines[at] && at - from < MOST_LINES && !again(at)) {
    const opened = openRow(lines, at, rows, columns, name)
    if (opened) rows.push(opened.cells)
    else if (!add(rows.at(-1), lines[at]!, columns, tasks, rows.length)) break
    at += opened?.lines ?? 1
  }
  const full = rows.length >= 2 && rows.every(cells => columns.every((_, i) => i === tasks || cells[i]!.length > 0))
  return full && rows.every(cells => cells[tasks]!.length > 0)
    ? {rows: rows.map((cells, i) => toRow(cells, i, tasks)), end: at}
    : undefined
}

/** The opening of the next row: its ordinal and name on one line or two. */
function openRow(
  lines: readonly (Line | undefined)[],
  at: number,
  rows: readonly Line[][][],
  columns: readonly Column[],
  name: number,
): {cells: Line[][]; lines: number} | undefined {
  const line = lines[at]!
  const number = rows.length + 1
  const cells: Line[][] = columns.map(() => [])
  const named = NAMED.exec(line.text)
  // Tasks under （一） may be counted （1）, （2）: the second of them opens no second row.
  const first = NAMED.exec(rows[0]?.[name]?.[0]?.text ?? line.text)
  const alike = named && first && isArabic(named[1]!) === isArabic(first[1]!)
  if (alike && columns[0]!.kind !== 'ordinal' && ordinalOf(named[1]!) === number) {
    cells[name]!.push(line)
    return {cells, lines: 1}
  }
  const next = lines[at + 1]
  if (ordinalOf(line.text) !== number || !next || next.text.length > LONG_NAME || TASK.test(next.text)) return undefined
  cells[columns[0]!.kind === 'ordinal' ? 0 : name]!.push(line)
  cells[name]!.push(next)
  return {cells, lines: 2}
}

/** Puts a line into the open row; false when it fits nowhere there. */
function add(
  row: Line[][] | undefined,
  line: Line,
  columns: readonly Column[],
  tasks: number,
  number: number,
): boolean {
  if (!row) return false
  const task = TASK.exec(line.text)
  if (task && Number(task[1]) === row[tasks]!.length + 1) {
    row[tasks]!.push(line)
    return true
  }
  const free = columns.findIndex(
    ({kind}, i) => kind !== 'text' && row[i]!.length === 0 && fits(kind, line.text, number),
  )
  if (free < 0 || row[tasks]!.length === 0) return false
  row[free]!.push(line)
  return true
}

function toRow(cells: readonly Line[][], index: number, tasks: number): Row {
  return {
    id: `r${index + 1}`,
    cells: cells.map((lines, i) => (i === tasks ? {...cellOf(i, lines), items: lines.map(itemOf)} : cellOf(i, lines))),
  }
}

function itemOf({text, span}: Line, index: number): NonNullable<Row['cells'][number]['items']>[number] {
  const raw = TASK.exec(text)![0].trimEnd()
  const marker: Span = {start: span.start, end: span.start + raw.length}
  return {
    marker: {raw, style: /^[（(]/.test(raw) ? 'arabic-paren' : 'arabic', number: index + 1, sub: [], span: marker},
    text: text.slice(raw.length).trimStart(),
    span,
  }
}
