/** Documents → the blocks that rules read, in the order of the text. Titles, metadata, addressees, signatures and colophons hold no facts. */
import type {Clause, Item, Leaf, Node, Table} from '../model/document.ts'
import type {Draft, DraftDocument} from '../model/stages.ts'
import {lastAtMost, type Span, shift} from '../text/span.ts'
import type {Block, DocumentPlace, Finding, Heading, Place, TablePlace} from './block.ts'
import {genreOf, isReporting} from './genre.ts'
import {goalOf, indicatorsOf} from './indicators.ts'
import {tokenize} from './lexer.ts'
import {originOf} from './origin.ts'

/** Reads one block and returns what was found in it. */
export type Reader = (block: Block) => readonly Finding[]

interface Walk {
  readonly page: string
  readonly read: Reader
  readonly document: DocumentPlace
}

/** Gives every block of the documents to `read`, headings before what stands under them. */
export function walk(page: string, documents: readonly DraftDocument[], read: Reader): void {
  for (const draft of documents) {
    const document = {
      draft,
      id: draft.id,
      title: draft.title,
      date: ownDate(draft),
      origin: originOf(draft),
      isTaiwan: isTaiwan(page, draft),
      genre: genreOf(draft),
    }
    walkNodes({page, read, document}, draft.children)
  }
}

/** What only pages of Taiwan write. */
const isTaiwan = (page: string, {span}: DraftDocument): boolean =>
  /中华民国|新台币/.test(page.slice(span.start, span.end))

/** The day that the document states itself. A month or a year is no day to count from. */
function ownDate({metadata}: DraftDocument): string | null {
  const value = metadata.documentDate?.value ?? ''
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : null
}

/** The paragraph before a list, which the list hangs on. */
interface Siblings {
  lead: Heading | null
}

/** A stack, not recursion: how deep clauses nest is the input's choice. */
function walkNodes(walking: Walk, nodes: readonly Draft<Node>[]): void {
  const stack: {node: Draft<Node>; above: readonly Heading[]; clause: string | null; siblings: Siblings}[] = []
  const push = (list: readonly Draft<Node>[], above: readonly Heading[], clause: string | null): void => {
    const siblings: Siblings = {lead: null}
    for (let i = list.length - 1; i >= 0; i--) stack.push({node: list[i]!, above, clause, siblings})
  }
  push(nodes, [], null)
  for (let next = stack.pop(); next; next = stack.pop()) {
    const {node, above, clause, siblings} = next
    if (node.type === 'table') readTable(walking, node, above, clause)
    else if (node.type !== 'clause') siblings.lead = readLeaf(walking, node, above, clause)
    else push(node.children, readClause(walking, node, siblings.lead ? [...above, siblings.lead] : above), node.id)
  }
}

/** Reads a paragraph; returns it as what a list after it hangs on. */
function readLeaf(walking: Walk, leaf: Draft<Leaf>, above: readonly Heading[], clause: string | null): Heading | null {
  if (leaf.type !== 'paragraph' && leaf.type !== 'note') return null
  const headingEnd = leaf.heading ? leaf.heading.span.end - leaf.span.start : 0
  const around = {headings: above, headingEnd, items: leaf.items}
  const findings = readBlock(walking, leaf.span, {node: leaf.id, clause, row: null}, around)
  return findings.length > 0 ? {text: leaf.text, span: leaf.span, clause, findings, lead: true} : null
}

/** Reads a clause's own paragraphs; returns the headings that stand over what is under it. */
function readClause(walking: Walk, clause: Draft<Clause>, headings: readonly Heading[]): readonly Heading[] {
  const ids = {node: clause.id, clause: clause.id, row: null}
  const {items, heading} = clause
  const bodies = clause.body.map(part => part.span)
  if (!heading)
    return withLead(walking, clause, headings, bodies, span => readBlock(walking, span, ids, {headings, items}))
  const {span} = heading
  const joined = bodies[0] && !walking.page.slice(span.end, bodies[0].start).includes('\n') ? bodies.shift() : undefined
  const headingEnd = span.end - span.start
  const first = readBlock(walking, {start: span.start, end: (joined ?? span).end}, ids, {headings, headingEnd, items})
  const findings = first.filter(f => f.span.end <= headingEnd)
  const reporting = isReporting(heading.text)
  const under = [...headings, {text: heading.text, span, clause: clause.id, findings, reporting}]
  return withLead(walking, clause, under, bodies, body => readBlock(walking, body, ids, {headings: under, items}))
}

/** Reads a clause's paragraphs; the last of them is what the clauses under it hang on. */
function withLead(
  {page}: Walk,
  {id, children}: Draft<Clause>,
  headings: readonly Heading[],
  bodies: readonly Span[],
  readBody: (span: Span) => readonly Finding[],
): readonly Heading[] {
  let findings: readonly Finding[] = []
  for (const body of bodies) findings = readBody(body)
  const span = bodies.at(-1)
  if (!span || findings.length === 0 || children.length === 0) return headings
  return [...headings, {text: page.slice(span.start, span.end), span, clause: id, findings, lead: true}]
}

function readTable(walking: Walk, table: Draft<Table>, headings: readonly Heading[], clause: string | null): void {
  const ids = {node: table.id, clause, row: null}
  const headed = (text: string, span: Span): Heading => {
    const findings = readBlock(walking, span, ids, {headings, headingEnd: span.end - span.start})
    return {text, span, clause, findings}
  }
  const caption = table.caption && headed(table.caption.text, table.caption.span)
  const columns = new Map<string, TablePlace>()
  for (const {key, label, parts} of table.columns) {
    const [column = null] = parts.map(p => headed(walking.page.slice(p.span.start, p.span.end), p.span))
    columns.set(key, {caption, column, label})
  }
  const indicators = indicatorsOf(table.columns, walking.document.origin)
  const isLimit = ({column}: {column: string}): boolean => column === indicators?.limit
  for (const {id, cells} of table.rows) {
    let limit: Heading | null = null
    // The row's time is read first: goals in the cells before it hang on it.
    const inOrder = indicators?.limit ? [...cells.filter(isLimit), ...cells.filter(c => !isLimit(c))] : cells
    for (const {column, parts, items, text} of inOrder) {
      const place = columns.get(column) ?? {caption, column: null, label: ''}
      const goal = indicators && goalOf(indicators, cells, column, limit)
      for (const {span} of parts) {
        const around = {headings, table: goal ? {...place, goal} : place, items}
        const findings = readBlock(walking, span, {...ids, row: id}, around)
        if (column === indicators?.limit) limit = {text, span, clause, findings}
      }
    }
  }
}

/** What hangs over a stretch of text. */
interface Around {
  readonly headings: readonly Heading[]
  readonly headingEnd?: number
  readonly table?: TablePlace | null
  readonly items?: readonly Draft<Item>[] | undefined
}

function readBlock(
  {page, read, document}: Walk,
  span: Span,
  ids: Omit<Place, 'document'>,
  around: Around,
): readonly Finding[] {
  const {headings, headingEnd = 0, table = null, items = []} = around
  const text = page.slice(span.start, span.end)
  const tokens = tokenize(text, markersIn(items, span))
  return read({text, start: span.start, place: {document, ...ids}, headings, headingEnd, table, tokens})
}

/** The markers of the items in a stretch of text, counted from its start. */
function markersIn(items: readonly Draft<Item>[], {start, end}: Span): Span[] {
  const markers = []
  const first = Math.max(
    0,
    lastAtMost(items, start, item => item.marker.span.start),
  )
  for (let i = first; i < items.length && items[i]!.marker.span.start < end; i++)
    if (items[i]!.marker.span.start >= start) markers.push(shift(items[i]!.marker.span, -start))
  return markers
}
