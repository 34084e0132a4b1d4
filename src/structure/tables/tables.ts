/** What the format says of a table → a table node with its columns and rows, or nothing when it only lays out the page. */
import type {Cell, Table} from '../../model/document.ts'
import type {Draft, Hint, HintCell} from '../../model/stages.ts'
import {cut, type Span, trimSpan} from '../../text/span.ts'
import {WEAK} from '../data/labels.ts'
import {labelOf} from '../metadata/labels.ts'

type TableHint = Extract<Hint, {kind: 'table'}>
export type DraftTable = Draft<Table>
type DraftCell = Draft<Cell>

const LONG_CELL = 1500
const LONG_LABEL = 40
const WIDEST = 100
const MOST_AREA = 1_000_000

/** A cell in the grid: what stands there, and whether it began in an earlier row or column. */
interface Slot {
  readonly cell: HintCell
  readonly row: number
  readonly column: number
}

const textOf = (text: string, cell: HintCell): string => cell.parts.map(part => cut(text, part).trim()).join('\n')
const isEmpty = (text: string, cell: HintCell): boolean => textOf(text, cell) === ''

/** Whether a table holds data: two columns and two rows at least, no page layout, no labels of the page. */
export function isData(text: string, hint: TableHint): boolean {
  const rows = hint.rows.map(row => row.filter(cell => !isEmpty(text, cell))).filter(row => row.length > 0)
  const widest = Math.max(0, ...hint.rows.map(row => row.reduce((sum, cell) => sum + cell.colSpan, 0)))
  if (rows.length < 2 || widest < 2) return false
  if (rows.some(row => row.some(cell => lengthOf(cell) > LONG_CELL)) || isNumberedText(text, rows)) return false
  return rows.filter(row => row.length >= 2).length * 2 >= rows.length && !isLabelled(text, rows)
}

const MARKER = /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[)）])$/

/** 一、 | 依据…办理。 · （一） | 目的：…: a text laid out with its markers in a column of their own. */
const isNumberedText = (text: string, rows: readonly (readonly HintCell[])[]): boolean =>
  rows.length >= 2 && rows.every(row => row.length === 2 && MARKER.test(textOf(text, row[0]!)))

const lengthOf = (cell: HintCell): number => cell.parts.reduce((sum, part) => sum + part.end - part.start, 0)

/** Whether labels of the page stand in more rows than a header would take. */
function isLabelled(text: string, rows: readonly (readonly HintCell[])[]): boolean {
  const labels = rows.map(row => row.filter(cell => isLabel(textOf(text, cell))).length)
  const total = labels.reduce((sum, count) => sum + count, 0)
  return total >= 2 && (rows.length < 3 || labels.filter(count => count > 0).length >= 2)
}

const isLabel = (cell: string): boolean => {
  const key = cell.length <= LONG_LABEL ? labelOf(cell) : undefined
  return key !== undefined && (/[:：】]/.test(cell) || !WEAK.has(cell.replace(/\s/g, '')))
}

/** Whether the parts of all cells are in order, apart, inside the table, and all there is in it. */
function isWhole(text: string, hint: TableHint): boolean {
  let at = hint.span.start
  for (const row of hint.rows)
    for (const cell of row)
      for (const part of cell.parts) {
        if (part.start < at || part.end > hint.span.end || text.slice(at, part.start).trim() !== '') return false
        at = Math.max(at, part.end)
      }
  return text.slice(at, hint.span.end).trim() === ''
}

/** The table of a hint; undefined when its cells are not all of its text. */
export function fromHint(text: string, hint: TableHint): DraftTable | undefined {
  if (!isWhole(text, hint) || areaOf(hint) > MOST_AREA) return undefined
  const grid = gridOf(hint.rows)
  const width = Math.max(...grid.map(row => row.length))
  const caption = captionOf(text, hint.rows[0]!, width)
  const top = caption ? 1 : 0
  const headers = headerRows(text, hint, top)
  const columns = Array.from({length: width}, (_, column) => columnOf(text, grid, top, headers, column))
  const rows = hint.rows.slice(headers).map((row, i) => rowOf(text, row, grid[headers + i]!, columns, i))
  return {
    type: 'table',
    id: '',
    caption,
    columns: columns.map(({key, label, parts}) => ({key, label, parts})),
    rows: rows.filter(row => row.cells.length > 0).map((row, i) => ({...row, id: `r${i + 1}`})),
    method: 'html',
    span: spanOf(text, hint.span),
  }
}

const spanOf = (text: string, span: Span): Span => {
  const slice = cut(text, span)
  return {start: span.end - slice.trimStart().length, end: span.start + slice.trimEnd().length}
}

const areaOf = (hint: TableHint): number => {
  let area = 0
  for (const row of hint.rows)
    for (const cell of row) area += Math.min(cell.rowSpan, hint.rows.length) * Math.min(cell.colSpan, WIDEST)
  return area
}

/** Puts cells where they stand: a spanning cell fills all its places. */
function gridOf(rows: TableHint['rows']): (Slot | undefined)[][] {
  const grid: (Slot | undefined)[][] = rows.map(() => [])
  for (const [row, cells] of rows.entries()) {
    let column = 0
    for (const cell of cells) {
      while (grid[row]![column]) column++
      const down = Math.min(row + cell.rowSpan, rows.length)
      const across = column + Math.min(cell.colSpan, WIDEST)
      for (let r = row; r < down; r++) for (let c = column; c < across; c++) grid[r]![c] ??= {cell, row, column}
      column = across
    }
  }
  return grid
}

/** A first row of one cell over all columns is the caption. */
function captionOf(text: string, row: readonly HintCell[], width: number): DraftTable['caption'] {
  const filled = row.filter(cell => !isEmpty(text, cell))
  if (filled.length !== 1 || filled[0]!.colSpan < width || filled[0]!.parts.length !== 1) return null
  const span = filled[0]!.parts[0]!
  return {text: cut(text, span), span}
}

/** How many rows at the top are headers: those marked so, or a first row of short, different texts. */
function headerRows(text: string, hint: TableHint, top: number): number {
  let count = top
  while (count < hint.rows.length - 1 && hint.rows[count]!.length > 0 && hint.rows[count]!.every(cell => cell.header))
    count++
  if (count > top) return count
  const first = hint.rows[top]
  if (!first || top >= hint.rows.length - 1) return top
  const labels = first.map(cell => textOf(text, cell))
  const named = labels.every(label => label !== '' && label.length <= 24 && !/[。；]|^[\d.,%]+$/.test(label))
  if (!named || new Set(labels).size < labels.length || labels.length < 2) return top
  const deepest = Math.max(...first.map(cell => cell.rowSpan))
  return Math.min(top + deepest, hint.rows.length - 1)
}

type Column = DraftTable['columns'][number]

function columnOf(text: string, grid: (Slot | undefined)[][], top: number, headers: number, column: number): Column {
  const parts: {span: Span}[] = []
  const labels: string[] = []
  const seen = new Set<HintCell>()
  for (let row = top; row < headers; row++) {
    const slot = grid[row]![column]
    if (!slot || seen.has(slot.cell)) continue
    seen.add(slot.cell)
    const label = textOf(text, slot.cell).replace(/\s{1,100}/g, '')
    if (label !== '') labels.push(label)
    if (slot.column === column)
      parts.push(
        ...slot.cell.parts.filter(part => cut(text, part).trim() !== '').map(part => ({span: trimSpan(text, part)})),
      )
  }
  return {key: `c${column + 1}`, label: labels.join(' '), parts}
}

function rowOf(
  text: string,
  cells: readonly HintCell[],
  slots: readonly (Slot | undefined)[],
  columns: readonly Column[],
  index: number,
): DraftTable['rows'][number] {
  const own = new Set(cells)
  const out: DraftCell[] = []
  const done = new Set<HintCell>()
  for (const [column, slot] of slots.entries()) {
    if (!slot || !own.has(slot.cell) || done.has(slot.cell)) continue
    done.add(slot.cell)
    const {cell} = slot
    out.push({
      column: columns[column]!.key,
      text: textOf(text, cell),
      parts: cell.parts.filter(part => cut(text, part).trim() !== '').map(part => ({span: trimSpan(text, part)})),
      ...(cell.rowSpan > 1 ? {rowSpan: cell.rowSpan} : {}),
      ...(cell.colSpan > 1 ? {colSpan: cell.colSpan} : {}),
    })
  }
  return {id: `r${index + 1}`, cells: out}
}
