/** Lines of a page → blocks, with every table as one node: marked by the format, drawn with pipes or tabs, or flattened. */
import type {DraftDiagnostic, Page} from '../../model/stages.ts'
import {charset} from '../../text/charset.ts'
import type {Span} from '../../text/span.ts'
import type {Block, Line} from '../line.ts'
import type {Reason} from '../page/furniture.ts'
import {isMarked} from '../page/kinds.ts'
import {hintsOf} from '../page/lines.ts'
import {headingsAt, linesOf} from './column-headings.ts'
import {flattenedAt} from './flattened.ts'
import {indicatorLinesAt} from './indicator-lines.ts'
import {fromPipes, pipeRowsAt} from './pipes.ts'
import {fromTabs, tabbedRowsAt} from './tabbed.ts'
import {type DraftTable, fromHint, isData} from './tables.ts'

/** The blocks of the lines, in order. Lines inside a table are in its node alone. */
export function withTables(
  page: Page,
  lines: readonly Line[],
  tables: readonly DraftTable[],
): {blocks: Block[]; diagnostics: DraftDiagnostic[]} {
  const blocks: Block[] = []
  const diagnostics: DraftDiagnostic[] = []
  const headers = headersOf(lines)
  const again = (i: number): boolean => headers.has(i)
  let table = 0
  for (let at = 0; at < lines.length; ) {
    const line = lines[at]!
    while (tables[table] && tables[table]!.span.end <= line.span.start) table++
    const marked = tables[table]
    if (marked && marked.span.start <= line.span.start) {
      blocks.push({kind: 'node', node: captioned(blocks, marked)})
      while (lines[at] && lines[at]!.span.start < marked.span.end) at++
      continue
    }
    const piped = pipeRowsAt(page.text, lines, at)
    if (piped > 0) {
      blocks.push({kind: 'node', node: captioned(blocks, fromPipes(page.text, lines.slice(at, at + piped)))})
      at += piped
      continue
    }
    const tabbed = tabbedRowsAt(lines, at)
    if (tabbed > 0) {
      blocks.push({kind: 'node', node: captioned(blocks, fromTabs(lines.slice(at, at + tabbed)))})
      at += tabbed
      continue
    }
    const flattened = indicatorLinesAt(lines, at) ?? (headers.has(at) ? flattenedAt(lines, at, again) : undefined)
    if (flattened) blocks.push({kind: 'node', node: captioned(blocks, flattened.table)})
    else blocks.push({kind: 'line', line})
    if (flattened?.table.method === 'unresolved') diagnostics.push(unresolved(flattened.table))
    at += flattened?.lines ?? 1
  }
  return {blocks, diagnostics}
}

const CAPTION =
  /^(?!附)(?:专栏\s{0,2}[\d一二三四五六七八九十]{1,3}[^。；！？|]{1,60}|[^。；，！？：|]{1,60}表(?:\s{0,2}[（(][^（()）]{1,20}[）)])?|表\s{0,2}[\d一二三四五六七八九十][^。；！？|]{0,60})$/
const RUNNING = /[。；：:]$/

/**
 * The table with the line right above it as its caption, where that line names a table and stands inside the text: the
 * first line of a document is its title.
 */
function captioned(blocks: Block[], table: DraftTable): DraftTable {
  const line = blocks.at(-1)
  const before = blocks.at(-2)
  if (table.caption || line?.kind !== 'line' || !before) return table
  const {text, span, marks} = line.line
  if (marks.length > 0 || !CAPTION.test(text) || isMarked(text)) return table
  const inside = before.kind === 'node' || RUNNING.test(before.line.text) || isMarked(before.line.text)
  if (!inside) return table
  blocks.pop()
  return {...table, caption: {text, span}, span: {start: span.start, end: table.span.end}}
}

const unresolved = ({rows, span}: DraftTable): DraftDiagnostic => ({
  code: 'structure/table-unresolved',
  level: 'warning',
  message: `Unexpected order of ${rows.length} lines under a header, expected rows of its columns`,
  span,
})

/** A row that looks like a menu stays in its table, which is set aside whole or not at all. */
export function keepWhole(
  tables: readonly DraftTable[],
  lines: readonly Line[],
  reasons: (Reason | undefined)[],
): void {
  let at = 0
  for (const {span} of tables) {
    while (lines[at] && lines[at]!.span.end <= span.start) at++
    const from = at
    while (lines[at] && lines[at]!.span.start < span.end) at++
    if (reasons.slice(from, at).some(reason => !reason)) reasons.fill(undefined, from, at)
  }
}

/** The data tables the format marks; of nested ones the outer. */
export function tablesOf(page: Page): DraftTable[] {
  const tables: DraftTable[] = []
  let end = 0
  for (const hint of hintsOf(page, 'table')) {
    if (hint.span.start < end || !hasOwnLines(page.text, hint.span) || !isData(page.text, hint)) continue
    const table = fromHint(page.text, hint)
    if (!table) continue
    tables.push(table)
    end = hint.span.end
  }
  return tables
}

/** A line that goes on behind a table, as in Markdown, has text that is none of its cells. */
function hasOwnLines(text: string, {start, end}: Span): boolean {
  let [from, to] = [start, end]
  while (isBlank(text.charCodeAt(from - 1))) from--
  while (isBlank(text.charCodeAt(to))) to++
  return (from === 0 || text[from - 1] === '\n') && (to === text.length || text[to] === '\n')
}
const isBlank = charset(' \t\u00a0\u3000')

/** Where the headers of flattened tables begin. */
function headersOf(lines: readonly Line[]): ReadonlySet<number> {
  const found = new Set<number>()
  for (let at = 0; at < lines.length; at++) {
    const columns = headingsAt(lines, at)
    if (!columns) continue
    found.add(at)
    at += linesOf(columns) - 1
  }
  return found
}
