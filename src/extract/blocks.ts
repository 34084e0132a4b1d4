/** Documents → the blocks that rules read, in the order of the text. Titles, metadata, addressees, signatures and colophons hold no facts. */
import type {Clause, Leaf, Node, Table} from '../model/document.ts'
import type {Draft, DraftDocument} from '../model/stages.ts'
import type {Span} from '../text/span.ts'
import type {Block, DocumentPlace, Finding, Heading, Place, TablePlace} from './block.ts'
import {tokenize} from './lexer.ts'

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
    const document = {draft, id: draft.id, title: draft.title, date: ownDate(draft)}
    walkNodes({page, read, document}, draft.children)
  }
}

/** The day that the document states itself. A month or a year is no day to count from. */
function ownDate({metadata}: DraftDocument): string | null {
  const value = metadata.documentDate?.value ?? ''
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : null
}

/** A stack, not recursion: how deep clauses nest is the input's choice. */
function walkNodes(walking: Walk, nodes: readonly Draft<Node>[]): void {
  const stack: {node: Draft<Node>; above: readonly Heading[]; clause: string | null}[] = []
  const push = (list: readonly Draft<Node>[], above: readonly Heading[], clause: string | null): void => {
    for (let i = list.length - 1; i >= 0; i--) stack.push({node: list[i]!, above, clause})
  }
  push(nodes, [], null)
  for (let next = stack.pop(); next; next = stack.pop()) {
    const {node, above, clause} = next
    if (node.type === 'table') readTable(walking, node, above, clause)
    else if (node.type !== 'clause') readLeaf(walking, node, above, clause)
    else push(node.children, readClause(walking, node, above), node.id)
  }
}

function readLeaf(walking: Walk, leaf: Draft<Leaf>, above: readonly Heading[], clause: string | null): void {
  if (leaf.type !== 'paragraph' && leaf.type !== 'note') return
  const headingEnd = leaf.heading ? leaf.heading.span.end - leaf.span.start : 0
  readBlock(walking, leaf.span, {node: leaf.id, clause, row: null}, above, headingEnd)
}

/** Reads a clause's own paragraphs; returns the headings that stand over what is under it. */
function readClause(walking: Walk, clause: Draft<Clause>, above: readonly Heading[]): readonly Heading[] {
  const ids = {node: clause.id, clause: clause.id, row: null}
  const bodies = clause.body.map(part => part.span)
  if (!clause.heading) {
    for (const span of bodies) readBlock(walking, span, ids, above)
    return above
  }
  const {span} = clause.heading
  const joined = bodies[0] && !walking.page.slice(span.end, bodies[0].start).includes('\n') ? bodies.shift() : undefined
  const first = readBlock(walking, {start: span.start, end: (joined ?? span).end}, ids, above, span.end - span.start)
  const findings = first.filter(f => f.span.end <= span.end - span.start)
  const under = [...above, {text: clause.heading.text, span, clause: clause.id, findings}]
  for (const body of bodies) readBlock(walking, body, ids, under)
  return under
}

function readTable(walking: Walk, table: Draft<Table>, above: readonly Heading[], clause: string | null): void {
  const ids = {node: table.id, clause, row: null}
  const headed = (text: string, span: Span): Heading => ({
    text,
    span,
    clause,
    findings: readBlock(walking, span, ids, above, span.end - span.start),
  })
  const caption = table.caption && headed(table.caption.text, table.caption.span)
  const columns = new Map<string, TablePlace>()
  for (const {key, label, parts} of table.columns) {
    const [part] = parts.map(p => headed(walking.page.slice(p.span.start, p.span.end), p.span))
    columns.set(key, {caption, column: part ?? null, label})
  }
  for (const row of table.rows)
    for (const cell of row.cells)
      for (const {span} of cell.parts)
        readBlock(
          walking,
          span,
          {...ids, row: row.id},
          above,
          0,
          columns.get(cell.column) ?? {caption, column: null, label: ''},
        )
}

function readBlock(
  {page, read, document}: Walk,
  span: Span,
  ids: Omit<Place, 'document'>,
  headings: readonly Heading[],
  headingEnd = 0,
  table: TablePlace | null = null,
): readonly Finding[] {
  const text = page.slice(span.start, span.end)
  return read({text, start: span.start, place: {document, ...ids}, headings, headingEnd, table, tokens: tokenize(text)})
}
