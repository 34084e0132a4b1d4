/** The leaves of a document: the stretches that the text is made of. */
import type {Document, Node, Table} from '../model/document.ts'
import type {Span} from '../text/span.ts'

export interface LeafSpan {
  readonly span: Span
  readonly at: string
}

/** Markers, marks, headings, body parts, table captions, column and cell parts, other nodes; in the order of the tree. */
export function* leaves(document: Document): Generator<LeafSpan> {
  const stack: Node[] = [...document.children].reverse()
  for (let node = stack.pop(); node; node = stack.pop()) {
    yield* own(node)
    if (node.type === 'clause') for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i]!)
  }
}

function* own(node: Node): Generator<LeafSpan> {
  const at = node.id
  if (node.type === 'table') return yield* tableLeaves(node)
  if (node.type !== 'clause') return yield {span: node.span, at}
  for (const mark of node.marks ?? []) yield {span: mark.span, at}
  if (node.marker) yield {span: node.marker.span, at}
  if (node.heading) yield {span: node.heading.span, at}
  for (const part of node.body) yield {span: part.span, at}
}

function* tableLeaves(table: Table): Generator<LeafSpan> {
  const at = table.id
  for (const mark of table.marks ?? []) yield {span: mark.span, at}
  if (table.caption) yield {span: table.caption.span, at}
  for (const column of table.columns) for (const part of column.parts) yield {span: part.span, at}
  for (const row of table.rows)
    for (const cell of row.cells) for (const part of cell.parts) yield {span: part.span, at: row.id}
}
