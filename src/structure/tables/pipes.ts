/** Lines of cells between pipes → a table: | 项目 | 单位 |, |---|---|, | … | … |. */
import type {Span} from '../../text/span.ts'
import {trimSpan} from '../../text/span.ts'
import type {Line} from '../line.ts'
import {readPairs} from '../metadata/labels.ts'
import {CELL} from '../signs.ts'
import type {DraftTable} from './tables.ts'

const DASHES = /^[\s|:+-]{0,1000}$/

/** The line from its first mark on: markup before the text counts as text here. */
const whole = (line: Line): Span => ({start: line.marks[0]?.start ?? line.span.start, end: line.span.end})

const isRow = (text: string, line: Line): boolean => {
  if (line.marks.length === 0 && !(line.signs & CELL)) return false
  const slice = text.slice(whole(line).start, line.span.end)
  return slice.includes('|') && slice.split('|').length >= 3
}

/** How many lines from an index on are the rows of one table; 0 when they are none. */
export function pipeRowsAt(text: string, lines: readonly (Line | undefined)[], index: number): number {
  let count = 0
  let ruled = false
  let widest = 0
  let narrowest = Infinity
  for (; index + count < lines.length; count++) {
    const line = lines[index + count]
    if (!line || !isRow(text, line) || (count > 0 && line.gap > 0)) break
    if (DASHES.test(text.slice(whole(line).start, line.span.end))) ruled = true
    else {
      const width = cellsOf(text, line).cells.length
      widest = Math.max(widest, width)
      narrowest = Math.min(narrowest, width)
      if (!ruled && readPairs(line) && !isRule(text, lines[index + count + 1])) return 0
    }
  }
  return (ruled && count >= 3) || (count >= 3 && widest === narrowest) ? count : 0
}

/** A row of labels over a rule is a header (任务 | 单位), not labels with their values. */
const isRule = (text: string, line: Line | undefined): boolean =>
  line !== undefined && isRow(text, line) && DASHES.test(text.slice(whole(line).start, line.span.end))

function cellsOf(text: string, line: Line): {cells: Span[]; marks: Span[]} {
  const {start, end} = whole(line)
  const cells: Span[] = []
  const marks: Span[] = []
  let from = start
  for (let at = start; at <= end; at++) {
    if (at < end && text[at] !== '|') continue
    const cell = trimSpan(text, {start: from, end: at})
    if (!(at === end && cell.start === cell.end) && !(from === start && cell.start === cell.end)) cells.push(cell)
    if (at < end) marks.push({start: at, end: at + 1})
    from = at + 1
  }
  return {cells, marks}
}

/** The table that lines are; the first is the header. */
export function fromPipes(text: string, lines: readonly Line[]): DraftTable {
  const marks: Span[] = []
  const rows: Span[][] = []
  for (const line of lines) {
    const span = whole(line)
    if (DASHES.test(text.slice(span.start, span.end))) {
      marks.push(span)
      continue
    }
    const read = cellsOf(text, line)
    marks.push(...read.marks)
    rows.push(read.cells)
  }
  const width = Math.max(...rows.map(row => row.length))
  const key = (column: number): string => `c${column + 1}`
  const place = (span: Span): {span: Span}[] => (span.start < span.end ? [{span}] : [])
  const columns = Array.from({length: width}, (_, i) => {
    const cell = rows[0]![i]
    return {key: key(i), label: cell ? text.slice(cell.start, cell.end) : '', parts: cell ? place(cell) : []}
  })
  return {
    type: 'table',
    id: '',
    caption: null,
    columns,
    rows: rows.slice(1).map((row, i) => ({
      id: `r${i + 1}`,
      cells: row.map((cell, c) => ({column: key(c), text: text.slice(cell.start, cell.end), parts: place(cell)})),
    })),
    method: 'pipe',
    marks: marks.map(span => ({span})),
    span: {start: whole(lines[0]!).start, end: lines.at(-1)!.span.end},
  }
}
