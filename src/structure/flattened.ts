/**
 * Lines that were the cells of a table → the table, where header and cells leave no doubt.
 *
 * Two shapes are known: rows of as many lines as the header has columns; and rows that open with an
 * ordinal and a name, hold numbered tasks and one list of bodies (工作项目, 重点工作, 责任部门). Anything else is kept
 * line by line as `unresolved`.
 */
import {readNumeral} from '../text/numerals.ts'
import type {Span} from '../text/span.ts'
import {isBodyList} from './bodies.ts'
import {BODY_COLUMN, COLUMNS} from './data/columns.ts'
import type {Line} from './line.ts'
import type {DraftTable} from './tables.ts'

export interface Flattened {
  readonly table: DraftTable
  /** How many lines it took. */
  readonly lines: number
}

interface Column {
  readonly label: string
  readonly lines: readonly Line[]
}
type Row = DraftTable['rows'][number]
type Cell = Row['cells'][number]

const LABEL = /^[\p{sc=Han}（）()、/A-Za-z]{1,16}$/u
const ORDINAL = /^[（(]?([一二三四五六七八九十]{1,3}|\d{1,3})[)）、.．]?$/
const NAMED = /^[（(]([一二三四五六七八九十]{1,3}|\d{1,3})[)）]\s{0,4}(.{2,40})$/
const TASK = /^[（(]?(\d{1,3})[)）.．、]\s{0,4}(?=\S)/
const CHAPTER = /^(?:第[一二三四五六七八九十百]{1,4}[章节条]|[一二三四五六七八九十]{1,3}、)/
const MOST_COLUMNS = 9
const MOST_LINES = 5000

const ordinalOf = (digits: string): number => readNumeral(digits) ?? 0

/** How many lines from an index on are column headings, and the columns they name; undefined when they are none. */
export function headerAt(lines: readonly (Line | undefined)[], index: number): Column[] | undefined {
  const labels: Line[] = []
  while (labels.length < MOST_COLUMNS * 2) {
    const line = lines[index + labels.length]
    if (!line || !LABEL.test(line.text) || ORDINAL.test(line.text)) break
    if (labels.length === 0 && !isHeading(line.text, lines[index + 1]?.text ?? '')) break
    labels.push(line)
  }
  const counted = /^序\s?号$/.test(labels[0]?.text ?? '') || (labels[0]?.text === '序' && labels[1]?.text === '号')
  const first = ORDINAL.exec(lines[index + labels.length]?.text ?? '')
  // 序号 and then 1: all that stands between are headings, whatever their words.
  const columns = joinLabels(labels, counted && first !== null && ordinalOf(first[1]!) === 1)
  const known = columns.filter(column => COLUMNS.has(column.label)).length
  return columns.length >= 2 && columns.length <= MOST_COLUMNS && known >= (counted ? 1 : 2) ? columns : undefined
}

/** Whether a line is a column heading by its words, or the first half of one. */
const isHeading = (text: string, next: string): boolean =>
  COLUMNS.has(text) || HEADING_WORD.test(text) || COLUMNS.has(text + next)

/** Joins 责任 and 部门 to one heading, and ends the header after its last known heading unless all are known to be some. */
function joinLabels(labels: readonly Line[], all: boolean): Column[] {
  const columns: Column[] = []
  let sure = 0
  for (let i = 0; i < labels.length; i++) {
    const line = labels[i]!
    const next = labels[i + 1]
    const joined = next && !COLUMNS.has(line.text) && COLUMNS.has(line.text + next.text)
    columns.push(joined ? {label: line.text + next.text, lines: [line, next]} : {label: line.text, lines: [line]})
    if (joined) i++
    if (isHeading(columns.at(-1)!.label, '')) sure = columns.length
  }
  return all ? columns : columns.slice(0, sure)
}

const HEADING_WORD =
  /^(?:备注|单位|项目|指标|内容|任务|措施|目标|名称|类别|分类|时限|时间|要求|.{0,8}(?:内容|任务|目标|措施|要求|单位|部门|时限|时间|名称|指标|责任人|分值|依据))(?:与.{1,8}|及.{1,8})?$/

/** The table that begins at an index with its header; `again` tells whether another header begins at a line. */
export function flattenedAt(
  lines: readonly (Line | undefined)[],
  index: number,
  again: (index: number) => boolean,
): Flattened | undefined {
  const columns = headerAt(lines, index)
  if (!columns) return undefined
  const from = index + columns.reduce((sum, column) => sum + column.lines.length, 0)
  const typed = typedRows(lines, from, columns, again)
  const grid = typed ? undefined : gridRows(lines, from, columns)
  const read = typed ?? grid
  return read && {table: tableOf(columns, read.rows, lines[read.end - 1]!), lines: read.end - index}
}

/**
 * The lines under a header that could not be read as rows, each a row of one cell, up to running text or another header.
 * Only for a header of three headings or more; fewer may be a list.
 */
export function unresolvedAt(
  lines: readonly (Line | undefined)[],
  index: number,
  again: (index: number) => boolean,
): Flattened | undefined {
  const columns = headerAt(lines, index)
  if (!columns || columns.length < 3) return undefined
  const taken: Line[] = []
  for (let at = index; at - index < MOST_LINES; at++) {
    const line = lines[at]
    if (!line || (at > index && again(at)) || /[。；]./.test(line.text) || CHAPTER.test(line.text)) break
    taken.push(line)
  }
  const header = columns.reduce((sum, column) => sum + column.lines.length, 0)
  if (taken.length < header + columns.length) return undefined
  const rows = taken.map((line, i) => ({id: `r${i + 1}`, cells: [cellOf(0, [line])]}))
  const span = {start: taken[0]!.span.start, end: taken.at(-1)!.span.end}
  const table: DraftTable = {
    type: 'table',
    id: '',
    caption: null,
    columns: [{key: 'c1', label: '', parts: []}],
    rows,
    method: 'unresolved',
    span,
  }
  return {table, lines: taken.length}
}

interface Read {
  readonly rows: Row[]
  readonly end: number
}

function tableOf(columns: readonly Column[], rows: Row[], last: Line): DraftTable {
  return {
    type: 'table',
    id: '',
    caption: null,
    columns: columns.map(({label, lines}, i) => ({key: `c${i + 1}`, label, parts: lines.map(({span}) => ({span}))})),
    rows,
    method: 'flattened',
    span: {start: columns[0]!.lines[0]!.span.start, end: last.span.end},
  }
}

/** Rows of as many lines as there are columns, told by the columns whose cells can be nothing else. */
function gridRows(lines: readonly (Line | undefined)[], from: number, columns: readonly Column[]): Read | undefined {
  const width = columns.length
  const checks = columns.flatMap((column, i) => {
    const check = checkOf(column.label)
    return check ? [{at: i, check}] : []
  })
  if (checks.length === 0) return undefined
  const rows: Row[] = []
  let at = from
  while (at + width <= lines.length && rows.length < MOST_LINES) {
    const cells = lines.slice(at, at + width)
    const fits = cells.every(cell => cell) && checks.every(({at: i, check}) => check(cells[i]!.text, rows.length + 1))
    if (!fits) break
    rows.push({id: `r${rows.length + 1}`, cells: cells.map((line, i) => cellOf(i, [line!]))})
    at += width
  }
  return rows.length >= 2 ? {rows, end: at} : undefined
}

/** What the cells of a column must be, where its heading says so: a running number, bodies, a time. */
function checkOf(label: string): ((text: string, row: number) => boolean) | undefined {
  if (/^(?:序号|编号)$/.test(label)) return (text, row) => ordinalOf(ORDINAL.exec(text)?.[1] ?? '') === row
  if (BODY_COLUMN.test(label)) return isBodyList
  if (/时限|时间|日期|节点/.test(label)) return text => text.length <= 30 && /[年月日]|季度|长期|持续|全年/.test(text)
  return undefined
}

const cellOf = (column: number, lines: readonly Line[]): Cell => ({
  column: `c${column + 1}`,
  text: lines.map(line => line.text).join('\n'),
  parts: lines.map(({span}) => ({span})),
})

interface Open {
  readonly number: number
  readonly name: Line[]
  readonly tasks: Line[]
  readonly bodies: Line[]
}

/** Rows that open with an ordinal and a name, and hold numbered tasks and one list of bodies. */
function typedRows(
  lines: readonly (Line | undefined)[],
  from: number,
  columns: readonly Column[],
  again: (index: number) => boolean,
): Read | undefined {
  const bodyColumn = columns.findIndex((column, i) => i > 0 && BODY_COLUMN.test(column.label))
  if (columns.length !== 3 || bodyColumn !== 2) return undefined
  const rows: Open[] = []
  let at = from
  while (lines[at] && at - from < MOST_LINES) {
    const line = lines[at]!
    const taken = rowAt(lines, at, rows.length + 1)
    if (taken) {
      rows.push(taken.row)
      at += taken.lines
    } else if (again(at) || !add(rows.at(-1), line)) break
    else at++
  }
  return rows.length >= 2 && rows.every(isFull) ? {rows: rows.map(toRow), end: at} : undefined
}

/** The opening of the row with a number: its ordinal and name on one line or two. */
function rowAt(
  lines: readonly (Line | undefined)[],
  at: number,
  number: number,
): {row: Open; lines: number} | undefined {
  const line = lines[at]!
  const named = NAMED.exec(line.text)
  if (named && ordinalOf(named[1]!) === number) return {row: open(number, [line]), lines: 1}
  const ordinal = ORDINAL.exec(line.text)
  const name = lines[at + 1]
  if (!ordinal || ordinalOf(ordinal[1]!) !== number || !name || name.text.length > 40 || TASK.test(name.text))
    return undefined
  return {row: open(number, [line, name]), lines: 2}
}

const open = (number: number, name: Line[]): Open => ({number, name, tasks: [], bodies: []})

/** Puts a line into the open row; false when it fits nowhere there. */
function add(row: Open | undefined, line: Line): boolean {
  if (!row) return false
  const task = TASK.exec(line.text)
  if (task && Number(task[1]) === row.tasks.length + 1) row.tasks.push(line)
  else if (row.bodies.length === 0 && row.tasks.length > 0 && isBodyList(line.text)) row.bodies.push(line)
  else return false
  return true
}

const isFull = (row: Open): boolean => row.tasks.length > 0 && row.bodies.length === 1

function toRow(row: Open): Row {
  const items = row.tasks.map((line, i) => {
    const raw = TASK.exec(line.text)![0].trimEnd()
    const start = line.span.start
    return {
      marker: {raw, style: 'arabic' as const, number: i + 1, sub: [], span: {start, end: start + raw.length} as Span},
      text: line.text.slice(raw.length).trimStart(),
      span: line.span,
    }
  })
  return {
    id: `r${row.number}`,
    cells: [cellOf(0, row.name), {...cellOf(1, row.tasks), items}, cellOf(2, row.bodies)],
  }
}
