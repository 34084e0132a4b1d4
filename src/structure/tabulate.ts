/** Lines of a page → blocks, with every table as one node: marked by the format, drawn with pipes or tabs, or flattened. */
import type {DraftDiagnostic, Page} from '../model/stages.ts'
import {headingsAt, linesOf} from './column-headings.ts'
import {flattenedAt} from './flattened.ts'
import type {Block, Line} from './line.ts'
import {hintsOf} from './lines.ts'
import {fromPipes, pipeRowsAt} from './pipes.ts'
import {fromTabs, tabbedRowsAt} from './tabbed.ts'
import {type DraftTable, fromHint, isData} from './tables.ts'

/** The blocks of the lines, in order. Lines inside a table are in its node alone. */
export function withTables(page: Page, lines: readonly Line[]): {blocks: Block[]; diagnostics: DraftDiagnostic[]} {
  const tables = tablesOf(page)
  const blocks: Block[] = []
  const diagnostics: DraftDiagnostic[] = []
  const headers = headersOf(lines)
  let table = 0
  for (let at = 0; at < lines.length; ) {
    const line = lines[at]!
    while (tables[table] && tables[table]!.span.end <= line.span.start) table++
    const marked = tables[table]
    if (marked && marked.span.start <= line.span.start) {
      blocks.push({kind: 'node', node: marked})
      while (lines[at] && lines[at]!.span.start < marked.span.end) at++
      continue
    }
    const piped = pipeRowsAt(page.text, lines, at)
    if (piped > 0) {
      blocks.push({kind: 'node', node: fromPipes(page.text, lines.slice(at, at + piped))})
      at += piped
      continue
    }
    const tabbed = tabbedRowsAt(lines, at)
    if (tabbed > 0) {
      blocks.push({kind: 'node', node: fromTabs(lines.slice(at, at + tabbed))})
      at += tabbed
      continue
    }
    const again = (i: number): boolean => headers.has(i)
    const flattened = headers.has(at) ? flattenedAt(lines, at, again) : undefined
    if (flattened) blocks.push({kind: 'node', node: flattened.table})
    else blocks.push({kind: 'line', line})
    if (flattened?.table.method === 'unresolved') diagnostics.push(unresolved(flattened.table))
    at += flattened?.lines ?? 1
  }
  return {blocks, diagnostics}
}

const unresolved = ({rows, span}: DraftTable): DraftDiagnostic => ({
  code: 'structure/table-unresolved',
  level: 'warning',
  message: `Unexpected order of ${rows.length} lines under a header, expected rows of its columns`,
  span,
})

/** The data tables the format marks; of nested ones the outer. */
function tablesOf(page: Page): DraftTable[] {
  const tables: DraftTable[] = []
  let end = 0
  for (const hint of hintsOf(page, 'table')) {
    if (hint.span.start < end || !isData(page.text, hint)) continue
    const table = fromHint(page.text, hint)
    if (!table) continue
    tables.push(table)
    end = hint.span.end
  }
  return tables
}

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
