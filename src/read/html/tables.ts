/** The cells of a table as they are read → a table hint, or none where a table only lays out the page. */
import type {Hint, HintCell} from '../../model/stages.ts'
import {type Span, trimSpan} from '../../text/span.ts'
import type {Attributes} from '../markup.ts'
import {breakCell, breakLine, breakRow, type Writer} from './writer.ts'

interface Cell {
  readonly start: number
  end: number
  readonly header: boolean
  readonly rowSpan: number
  readonly colSpan: number
  /** It holds more than blanks. */
  filled: boolean
}

/** The rows of a table that was read. */
export type Cells = readonly (readonly Cell[])[]

/** A table that is being read. */
export interface OpenTable {
  readonly rows: Cell[][]
  /** Indices of the edits that may hold its tabs: of the first one after each cell began. */
  readonly separators: number[]
  head: boolean
  /** It holds another table, or a cell with a whole page in it. */
  layout: boolean
  cell: {readonly cell: Cell; readonly lines: number; readonly ink: number} | undefined
  /** Text of the row so far starts here. */
  rowStart: number
}

/** A cell with this many lines holds a page, not a value, where the table has hardly any rows. */
const PAGE_LINES = 12
const FEW_ROWS = 3
/** More columns than these span no real table (the standard's own limit of 1000 lets 100,000 cells become 10⁸). */
const SPAN_LIMIT = 100
/** Stands for the width of the table, which is known at its end. */
const ALL_COLUMNS = 0

/** A table that has no row yet. `layout`: it only arranges the page, and gives no table. */
export const openTable = (layout: boolean): OpenTable => ({
  rows: [],
  separators: [],
  head: false,
  layout,
  cell: undefined,
  rowStart: 0,
})

/** Begins a row, and ends the cell before it. */
export function openRow(table: OpenTable, w: Writer): void {
  closeCell(table, w)
  breakRow(w)
  table.rows.push([])
  table.rowStart = w.length
}

/** Begins a cell, and the first row where the markup began none; ends the cell before it. */
export function openCell(table: OpenTable, w: Writer, name: string, attributes: Attributes): void {
  if (table.rows.length === 0) openRow(table, w)
  closeCell(table, w)
  if (w.length > table.rowStart) {
    breakCell(w)
    table.separators.push(w.edits.length)
  }
  const cell = {
    start: w.length,
    end: w.length,
    header: name === 'th' || table.head,
    rowSpan: spanOf(attributes.get('rowspan')),
    colSpan: name === 'caption' ? ALL_COLUMNS : spanOf(attributes.get('colspan')),
    filled: false,
  }
  table.rows.at(-1)!.push(cell)
  table.cell = {cell, lines: w.lines, ink: w.ink}
}

/** `<caption>` is a first row of one cell over all columns. */
export function openCaption(table: OpenTable, w: Writer): void {
  openRow(table, w)
  openCell(table, w, 'caption', new Map())
}

/** Ends the open cell; there may be none. */
export function closeCell(table: OpenTable, w: Writer): void {
  if (!table.cell) return
  table.cell.cell.end = w.length
  table.cell.cell.filled = w.ink > table.cell.ink
  if (w.lines - table.cell.lines >= PAGE_LINES && table.rows.length <= FEW_ROWS) table.layout = true
  table.cell = undefined
}

/** Ends a table. The tabs of one that only lays out the page become line breaks. */
export function closeTable(table: OpenTable, w: Writer): Cells | undefined {
  closeCell(table, w)
  breakRow(w)
  breakLine(w)
  if (!table.layout && table.rows.some(row => row.filter(cell => cell.filled).length > 1)) return table.rows
  for (const index of table.separators) {
    const edit = w.edits[index]
    if (edit?.insert.includes('\t')) edit.insert = '\n'
  }
  return undefined
}

function spanOf(value: string | undefined): number {
  const number = Number.parseInt(value ?? '1', 10)
  return number > 1 ? Math.min(number, SPAN_LIMIT) : 1
}

/** The hint for a table, with the paragraphs of its cells; undefined when all are empty. */
export function tableHint(text: string, rows: Cells): Hint | undefined {
  const widest = Math.max(...rows.map(row => row.reduce((sum, cell) => sum + cell.colSpan, 0)))
  const cells: HintCell[][] = rows.map((row, index) =>
    row.map(({start, end, header, rowSpan, colSpan}) => ({
      parts: paragraphs(text, {start, end}),
      header,
      rowSpan: Math.min(rowSpan, rows.length - index),
      colSpan: colSpan === ALL_COLUMNS ? widest : colSpan,
    })),
  )
  const parts = cells.flatMap(row => row.flatMap(cell => cell.parts))
  if (parts.length === 0) return undefined
  return {kind: 'table', span: {start: parts[0]!.start, end: parts.at(-1)!.end}, rows: cells}
}

function paragraphs(text: string, span: Span): Span[] {
  const out: Span[] = []
  for (let start = span.start; start < span.end; ) {
    const feed = text.indexOf('\n', start)
    const end = feed < 0 || feed > span.end ? span.end : feed
    const part = trimSpan(text, {start, end})
    if (part.end > part.start) out.push(part)
    start = end + 1
  }
  return out
}
