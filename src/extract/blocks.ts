/** Documents → the blocks that rules read, in the order of the text. Titles, metadata, addressees, signatures and colophons hold no facts. */
import type {Clause, Item, Leaf, Node, Table} from '../model/document.ts'
import type {Draft, DraftDocument} from '../model/stages.ts'
import {issuedOn} from '../text/issued.ts'
import {lastAtMost, type Span, shift} from '../text/span.ts'
import {
  type Block,
  type DocumentPlace,
  type Heading,
  type Outcome,
  type Place,
  stands,
  type TablePlace,
} from './block.ts'
import {LEADS, OWNERS, SUPPORTS, UNIT_WORDS} from './data/bodies.ts'
import {genreOf, isPlanLine, isReporting} from './genre.ts'
import {acrossOf, goalAcross, goalOf, indicatorsOf, limitOf} from './indicators.ts'
import {tokenize} from './lexer.ts'
import {originOf} from './origin.ts'
import {regionOf} from './place.ts'
import {looksAhead, toldUntil} from './until.ts'

/** Takes the blocks, in the order of the text, and reads several at once. */
export interface Reader {
  readonly add: (block: Block) => Outcome
  /** Reads all that have been added. */
  readonly settle: () => void
}

interface Walk {
  readonly page: string
  readonly reader: Reader
  readonly document: DocumentPlace
}

/**
 * Gives every block of the documents to the reader, headings before what stands under them; stops behind each node, before the
 * nodes under it: all that comes later stands later in the text.
 */
export function* walk(page: string, documents: readonly DraftDocument[], reader: Reader): Generator<void> {
  for (const draft of documents) {
    const text = page.slice(draft.span.start, draft.span.end)
    const told = toldUntil(text)
    const document = {
      draft,
      id: draft.id,
      title: draft.title,
      date: ownDate(draft),
      issued: issuedOn(page, draft.metadata.documentDate),
      origin: originOf(draft, page),
      told,
      region: regionOf(text),
      genre: genreOf(draft, told !== null && !looksAhead(text)),
    }
    yield* walkNodes({page, reader, document}, draft.children)
  }
}

/** The day that the document states itself. A month or a year is no day to count from. */
function ownDate({metadata}: DraftDocument): string | null {
  const value = metadata.documentDate?.value ?? ''
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : null
}

/** The paragraph before a list, which the list hangs on. */
interface Siblings {
  lead: Heading | null
  /** A line like 2026年工作安排 that is no clause: it stands over what comes after it. */
  line: Heading | null
}

/** A stack, not recursion: how deep clauses nest is the input's choice. */
function* walkNodes(walking: Walk, nodes: readonly Draft<Node>[]): Generator<void> {
  const stack: {node: Draft<Node>; above: readonly Heading[]; clause: string | null; siblings: Siblings}[] = []
  const push = (list: readonly Draft<Node>[], above: readonly Heading[], clause: string | null): void => {
    const siblings: Siblings = {lead: null, line: null}
    for (let i = list.length - 1; i >= 0; i--) stack.push({node: list[i]!, above, clause, siblings})
  }
  push(nodes, [], null)
  for (let next = stack.pop(); next; next = stack.pop()) {
    const {node, above, clause, siblings} = next
    if (node.type === 'table') readTable(walking, node, above, clause)
    else if (node.type !== 'clause') {
      siblings.lead = readLeaf(walking, node, withLines(above, siblings.line), clause)
      if (isPlanLine(node.text) || isGoal(walking, node.text, above)) siblings.line = siblings.lead
    } else push(node.children, readClause(walking, node, withLines(above, siblings.line, siblings.lead)), node.id)
    yield
  }
}

/** 到2025年，…初步建立。 under 工作目标 holds for the paragraphs after it. */
const isGoal = ({reader}: Walk, text: string, above: readonly Heading[]): boolean => {
  if (!/^\s*(?:到|至) ?20\d\d/.test(text.slice(0, 10))) return false
  if (above.at(-1)?.lead) reader.settle()
  return above.filter(stands).at(-1)?.text.includes('目标') ?? false
}

const withLines = (above: readonly Heading[], ...lines: readonly (Heading | null)[]): readonly Heading[] =>
  lines.some(line => line !== null) ? [...above, ...new Set(lines.filter(line => line !== null))] : above

/** Reads a paragraph; returns it as what a list after it hangs on. */
function readLeaf(walking: Walk, leaf: Draft<Leaf>, above: readonly Heading[], clause: string | null): Heading | null {
  if (leaf.type !== 'paragraph' && leaf.type !== 'note') return null
  const headingEnd = leaf.heading ? leaf.heading.span.end - leaf.span.start : 0
  const place = {document: walking.document, node: leaf.id, clause, row: null}
  const read = readBlock(walking, leaf.span, place, {headings: above, headingEnd, items: leaf.items})
  return {text: leaf.text, span: leaf.span, clause, read, lead: true}
}

/** Reads a clause's own paragraphs; returns the headings that stand over what is under it. */
function readClause(walking: Walk, clause: Draft<Clause>, headings: readonly Heading[]): readonly Heading[] {
  const place = {document: walking.document, node: clause.id, clause: clause.id, row: null}
  const {items, heading} = clause
  const bodies = clause.body.map(part => part.span)
  if (!heading)
    return withLead(walking, clause, headings, bodies, span => readBlock(walking, span, place, {headings, items}))
  const {span} = heading
  const joined = bodies[0] && !walking.page.slice(span.end, bodies[0].start).includes('\n') ? bodies.shift() : undefined
  const headingEnd = span.end - span.start
  const first = readBlock(walking, {start: span.start, end: (joined ?? span).end}, place, {headings, headingEnd, items})
  const reporting = isReporting(heading.text)
  const under = [...headings, {text: heading.text, span, clause: clause.id, read: first, until: headingEnd, reporting}]
  return withLead(walking, clause, under, bodies, body => readBlock(walking, body, place, {headings: under, items}))
}

/** Reads a clause's paragraphs; the last of them is what the clauses under it hang on. */
function withLead(
  {page}: Walk,
  {id, children}: Draft<Clause>,
  headings: readonly Heading[],
  bodies: readonly Span[],
  readBody: (span: Span) => Outcome,
): readonly Heading[] {
  let read: Outcome | undefined
  for (const body of bodies) read = readBody(body)
  const span = bodies.at(-1)
  if (!span || !read || children.length === 0) return headings
  const {start, end} = span
  return [...headings, {text: page.slice(start, end), span, clause: id, read, lead: true}]
}

function readTable(walking: Walk, table: Draft<Table>, headings: readonly Heading[], clause: string | null): void {
  const whole = {document: walking.document, node: table.id, clause, row: null}
  const headed = (text: string, span: Span): Heading => {
    const read = readBlock(walking, span, whole, {headings, headingEnd: span.end - span.start})
    return {text, span, clause, read}
  }
  const caption = table.caption && headed(table.caption.text, table.caption.span)
  const columns = new Map<string, TablePlace>()
  for (const {key, label, parts} of table.columns) {
    const [column = null] = parts.map(p => headed(walking.page.slice(p.span.start, p.span.end), p.span))
    columns.set(key, {caption, column, label})
  }
  const indicators = indicatorsOf(table.columns, walking.document.origin)
  const across = indicators ? null : acrossOf(table.columns, table.rows, walking.document.origin)
  const helped = helpedBy(table.columns)
  const limited = indicators?.limit ?? limitOf(table.columns)
  const isLimit = ({column}: {column: string}): boolean => column === limited
  for (const {id, cells} of table.rows) {
    let limit: Heading | null = null
    const row = {...whole, row: id}
    // The row's time is read first: goals in the cells before it hang on it.
    const inOrder = limited ? [...cells.filter(isLimit), ...cells.filter(c => !isLimit(c))] : cells
    const helper = helped ? helperOf(cells, helped) : null
    for (const {column, parts, items, text} of inOrder) {
      if (helper && column === helped!.support) continue
      const place = columns.get(column) ?? {caption, column: null, label: ''}
      if (helper && column === helped!.lead) {
        const [{span: first}] = parts as [{span: Span}]
        const both = {start: first.start, end: helper.end}
        const between = {to: first.end - first.start, from: helper.start - first.start, supports: helped!.supports}
        readBlock(walking, both, row, {headings, table: {...place, helped: between}, items})
        continue
      }
      const goal = indicators ? goalOf(indicators, cells, column, limit) : across && goalAcross(across, id, column)
      for (const {span} of parts) {
        const around = {headings, table: goal ? {...place, goal} : limit ? {...place, limit} : place, items}
        const read = readBlock(walking, span, row, around)
        if (column === limited) limit = {text, span, clause, read}
      }
    }
  }
}

type Cells = Draft<Table>['rows'][number]['cells']

interface Helped {
  readonly lead: string
  readonly support: string
  /** Whether the second column says that they help (配合单位), or only that they have the duty too (责任单位). */
  readonly supports: boolean
}

/** 牵头单位 | 配合单位, 牵头单位 | 责任单位: two columns side by side, of which a row makes one statement. */
function helpedBy(columns: Draft<Table>['columns']): Helped | null {
  const lead = columns.findIndex(c => LEAD_COLUMN.test(c.label.replace(/\s/g, '')))
  const next = lead < 0 ? undefined : columns[lead + 1]
  const label = next?.label.replace(/\s/g, '') ?? ''
  const supports = SUPPORT_COLUMN.test(label)
  return next && (supports || OWNER_COLUMN.test(label)) ? {lead: columns[lead]!.key, support: next.key, supports} : null
}
const LEAD_COLUMN = new RegExp(`(?:${LEADS})${UNIT_WORDS}$`)
const OWNER_COLUMN = new RegExp(`^(?:${OWNERS})${UNIT_WORDS}$`)
const SUPPORT_COLUMN = new RegExp(`(?:${SUPPORTS})${UNIT_WORDS}$`)

/** The cell of who helps, where it stands right after that of who leads and both are filled. */
function helperOf(cells: Cells, {lead, support}: Helped): Span | null {
  const at = cells.findIndex(c => c.column === lead)
  const [first, second] = [cells[at], cells[at + 1]]
  if (!first || second?.column !== support || first.parts.length !== 1 || second.parts.length !== 1) return null
  return second.parts[0]!.span.start >= first.parts[0]!.span.end ? second.parts[0]!.span : null
}

/** What hangs over a stretch of text. */
interface Around {
  readonly headings: readonly Heading[]
  readonly headingEnd?: number
  readonly table?: TablePlace | null
  readonly items?: readonly Draft<Item>[] | undefined
}

function readBlock({page, reader}: Walk, {start, end}: Span, place: Place, around: Around): Outcome {
  const {headings, headingEnd = 0, table = null, items = NO_ITEMS} = around
  const text = page.slice(start, end)
  const tokens = tokenize(text, items.length === 0 ? [] : markersIn(items, {start, end}))
  return reader.add({text, start, place, headings, headingEnd, table, tokens})
}
const NO_ITEMS: readonly Draft<Item>[] = []

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
