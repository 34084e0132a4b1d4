/** A Result → one flat row a clause. */
import type {Flowing, FlowingNode} from '../model/stages.ts'
import {lineOf, nodes, pageOf, type Row, sourceOf} from './row.ts'

/** The columns of a clause row, in order. */
export const CLAUSE_COLUMNS = [
  'path',
  'sha256',
  'document',
  'doc_title',
  'id',
  'cite',
  'level',
  'style',
  'number',
  'marker',
  'heading',
  'text',
  'evidence',
  'confidence',
  'hash',
  'line',
  'start',
  'end',
  'page',
] as const

/**
 * The clauses of a Result in the order of the text; `start` and `end` are offsets in its text. `text` is what the clause
 * says itself: its own text and the paragraphs that hang on it, sub-clauses left out.
 */
export function* clauseRows(result: Flowing): Generator<Row> {
  const source = sourceOf(result)
  for (const {document, node} of nodes(result)) {
    if (node.type !== 'clause') continue
    yield {
      ...source,
      document: document.id,
      doc_title: document.title,
      id: node.id,
      cite: node.cite,
      level: node.level,
      style: node.marker?.style ?? 'unnumbered',
      number: node.marker?.number ?? null,
      marker: node.marker?.raw ?? null,
      heading: node.heading?.text ?? null,
      text: ownText(node),
      evidence: node.evidence,
      confidence: node.confidence,
      hash: node.hash,
      line: lineOf(node.origin),
      start: node.span.start,
      end: node.span.end,
      page: pageOf(node.origin),
    }
  }
}

/** Under a heading line the paragraphs are nodes of their own; without them its row would say nothing. */
function ownText({text, children}: FlowingNode & {type: 'clause'}): string {
  const own = text === '' ? [] : [text]
  for (const child of children) if (child.type === 'paragraph') own.push(child.text)
  return own.join('\n')
}
