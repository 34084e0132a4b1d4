/** Lines whose cells stand between tabs, or wide gaps, → a table: 县区 ⇥ 2023年 ⇥ 合计, each line below with as many cells. */
import {type Span, trimSpan} from '../../text/span.ts'
import type {Line} from '../line.ts'
import {readPairs} from '../metadata/labels.ts'
import {isMarked} from '../page/kinds.ts'
import {CELL} from '../signs.ts'
import {namesColumn} from './column-headings.ts'
import type {DraftTable} from './tables.ts'

const LONGEST_CELL = 400
const MOST_ROWS = 5000
const FEWEST_COLUMNS = 3
const FEWEST_LINES = 3

/** How many lines from an index on are the rows of one table: three cells and more, as many in each, none a label of the page; 0 when they are none. */
export function tabbedRowsAt(lines: readonly (Line | undefined)[], index: number): number {
  const counted = countedRowsAt(lines, index)
  if (counted > 0) return counted
  const width = widthOf(lines[index])
  if (width < FEWEST_COLUMNS) return 0
  const head = partsOf(lines[index]!).map(({start, end}) => lines[index]!.text.slice(start, end))
  if (head.some(cell => cell.length > 24 || /[。；]/.test(cell)) || new Set(head).size < width) return 0
  // Names and signatures are set apart by gaps too: there a heading must say that it is one.
  if (!lines[index]!.text.includes('\t') && !head.some(namesColumn)) return 0
  let count = 1
  while (count < MOST_ROWS && widthOf(lines[index + count]) === width) count++
  if (count < FEWEST_LINES) return 0
  return lines.slice(index, index + count).some(line => readPairs(line!)) ? 0 : count
}

const widthOf = (line: Line | undefined): number => {
  if (!line || !isSpread(line) || isMarked(line.text.slice(0, 12))) return 0
  const cells = partsOf(line)
  return cells.some(({start, end}) => start === end || end - start > LONGEST_CELL) ? 0 : cells.length
}

const GAP = /[ \u3000]{2,200}/
const isSpread = ({text, signs}: Line): boolean => {
  if (signs & CELL && text.includes('\t')) return true
  return text.length <= 200 && (text.includes('  ') || text.includes('\u3000')) && GAP.test(text)
}

const COUNTED = /^序[ \u3000]?号[ \u3000]/
const WORDS = /[^ \u3000\t]+/g

/** Rows under 序号 指标 属性 that count 1, 2, 3 and have as many words as it: single spaces part cells there. */
function countedRowsAt(lines: readonly (Line | undefined)[], index: number): number {
  const head = lines[index]
  if (head?.text[0] !== '序' || head.text.length > 120 || !COUNTED.test(head.text)) return 0
  if (head.text.includes('\t') || GAP.test(head.text)) return 0
  const width = wordsOf(head.text).length
  let count = 1
  for (; count < MOST_ROWS; count++) {
    const words = lines[index + count]?.text.match(WORDS) ?? []
    if (words.length !== width || Number(words[0]) !== count) break
  }
  return width >= FEWEST_COLUMNS && count >= FEWEST_LINES ? count : 0
}

const wordsOf = (text: string): Span[] =>
  [...text.replace(/^序[ \u3000]号/, '序-号').matchAll(WORDS)].map(word => ({
    start: word.index,
    end: word.index + word[0].length,
  }))

/** The cells of a line, as stretches of its text. */
function partsOf({text}: Line): Span[] {
  const cells: Span[] = []
  if (!text.includes('\t')) return apart(text)
  for (const cell of text.matchAll(/[^\t]+/g))
    cells.push(trimSpan(text, {start: cell.index, end: cell.index + cell[0].length}))
  return cells
}

/** The cells between wide gaps. */
function apart(text: string): Span[] {
  const cells: Span[] = []
  let start = 0
  for (const gap of text.matchAll(/[ \u3000]{2,200}/g)) {
    cells.push({start, end: gap.index})
    start = gap.index + gap[0].length
  }
  return [...cells, {start, end: text.length}]
}

/** The table that lines are; the first is the header. */
export function fromTabs(lines: readonly Line[]): DraftTable {
  const first = lines[0]!.text
  const counted = COUNTED.test(first) && !first.includes('\t') && !GAP.test(first)
  const cellsOf = counted ? ({text}: Line): Span[] => wordsOf(text) : partsOf
  const [head, ...rows] = lines.map(line =>
    cellsOf(line).map(({start, end}) => ({
      text: line.text.slice(start, end),
      parts: [{span: {start: line.span.start + start, end: line.span.start + end}}],
    })),
  )
  const marks = lines.flatMap(line => line.marks)
  return {
    type: 'table',
    id: '',
    caption: null,
    columns: head!.map(({text, parts}, i) => ({key: `c${i + 1}`, label: text, parts})),
    rows: rows.map((cells, i) => ({
      id: `r${i + 1}`,
      cells: cells.map((cell, c) => ({column: `c${c + 1}`, ...cell})),
    })),
    method: 'flattened',
    ...(marks.length > 0 ? {marks: marks.map(span => ({span}))} : {}),
    span: {start: Math.min(lines[0]!.span.start, marks[0]?.start ?? Infinity), end: lines.at(-1)!.span.end},
  }
}
