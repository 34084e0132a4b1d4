/** The cells of Word tables as they are read → the separators between them, and a hint for each table. */
import type {Hint} from '../../model/stages.ts'
import {type Span, trimSpan} from '../../text/span.ts'
import type {CellFormat} from './body.ts'

interface Cell {
  readonly parts: Span[]
  readonly header: boolean
  rowSpan: number
  readonly colSpan: number
}

/** Tables in cells of other tables give lines of that cell, nothing more. */
export interface TableReader {
  readonly inside: () => boolean
  readonly openTable: () => void
  readonly openRow: () => void
  readonly openCell: (format: CellFormat) => void
  /** What belongs before the next paragraph of the table. */
  readonly separator: () => string
  /** Takes the lines of a paragraph into the cell. */
  readonly add: (text: string, span: Span) => void
  readonly closeRow: (header: boolean) => void
  /** The hint, when the table that ended is no part of another and has two columns with text at least. */
  readonly closeTable: () => Hint | undefined
}

/** A reader before the first table; it takes the elements of word/document.xml in their order. */
export function tableReader(): TableReader {
  let depth = 0
  let rows: Cell[][] = []
  let row: Cell[] = []
  let cell: Cell | undefined
  /** The cell that spans each column, for those that go on below. */
  let columns = new Map<number, Cell>()
  let column = 0
  let tabs = 0
  let started = false
  return {
    inside: () => depth > 0,
    openTable() {
      depth++
      if (depth > 1) return
      rows = []
      columns = new Map()
    },
    openRow() {
      if (depth > 1) return
      row = []
      column = 0
      tabs = 0
      started = false
    },
    openCell({colSpan, merge}) {
      if (depth > 1) return
      const above = merge === 'continue' ? columns.get(column) : undefined
      cell = above ?? {parts: [], header: false, rowSpan: 1, colSpan}
      if (above) above.rowSpan++
      else {
        row.push(cell)
        columns.set(column, cell)
      }
      column += colSpan
      if (started) tabs++
    },
    separator() {
      const between = tabs > 0 ? '\t'.repeat(tabs) : '\n'
      tabs = 0
      started = true
      return between
    },
    add(text, span) {
      for (const line of text.matchAll(/[^\n]+/g)) {
        const start = span.start + line.index
        const part = trimSpan(text, {start: line.index, end: line.index + line[0].length})
        if (part.end > part.start)
          cell?.parts.push({start: start + part.start - line.index, end: span.start + part.end})
      }
    },
    closeRow(header) {
      if (depth > 1) return
      rows.push(header ? row.map(c => ({...c, header})) : row)
    },
    closeTable() {
      depth--
      if (depth > 0 || !rows.some(r => r.filter(c => c.parts.length > 0).length > 1)) return undefined
      const parts = rows.flatMap(r => r.flatMap(c => c.parts))
      return {kind: 'table', span: {start: parts[0]!.start, end: parts.at(-1)!.end}, rows}
    },
  }
}
