/** A Result → the rows that an index keeps of it, whatever engine keeps them. */
import {factRows} from '../emit/fact-rows.ts'
import {fields, lineOf, nodes, type Placed} from '../emit/row.ts'
import type {Document, Node} from '../model/document.ts'
import type {Result} from '../model/result.ts'
import {placesOf} from './place.ts'
import {FACT_FIELDS} from './schema.ts'
import type {Stamp} from './store.ts'

export type Cell = string | number | null

/** A row of the table of inputs → what it says. */
export const stampOf = (row: Readonly<Record<string, Cell>>): Stamp => ({
  path: String(row['path']),
  sha256: String(row['sha256']),
  bytes: Number(row['bytes']),
  modified: Number(row['modified']),
})

/** One page: its documents, their nodes, their facts, each below the one it belongs to by its place in the list. */
export interface PageRows {
  readonly documents: readonly (readonly Cell[])[]
  readonly nodes: readonly {readonly document: number; readonly cells: readonly Cell[]}[]
  readonly facts: readonly {readonly node: number; readonly cells: readonly Cell[]}[]
}

/** The cells of each table in their order, without the numbers that tie the tables together. */
export const COLUMNS = {
  documents: 'path document role title type issuers publisher number date published place'.split(' '),
  nodes: 'kind node clause cite level heading text line'.split(' '),
  facts: ['fact', ...FACT_FIELDS],
} as const

/** The rows of the Result of one input. */
export function pageRows(path: string, result: Result): PageRows {
  const places = placesOf(result)
  const documents = new Map(result.documents.map((d, i) => [d.id, i]))
  const placed = [...nodes(result)]
  const numbers = new Map(placed.map(({node}, i) => [node.id, i]))
  const facts = [...factRows(result)].flatMap((row, i) => {
    const {id, node} = result.facts[i]!
    const number = numbers.get(node)
    return number === undefined ? [] : [{node: number, cells: [id, ...FACT_FIELDS.map(field => row[field] ?? null)]}]
  })
  return {
    documents: result.documents.map(d => documentCells(path, d, places.get(d.id) ?? null)),
    nodes: placed.map(one => ({document: documents.get(one.document.id)!, cells: nodeCells(one)})),
    facts,
  }
}

const documentCells = (
  path: string,
  {id, role, title, documentType, metadata}: Document,
  place: string | null,
): Cell[] => [
  path,
  id,
  role,
  title,
  documentType,
  fields(metadata.issuers),
  metadata.publisher?.value ?? null,
  metadata.documentNumber?.value ?? null,
  metadata.documentDate?.value ?? null,
  metadata.publishedDate?.value ?? null,
  place,
]

function nodeCells({node, above}: Placed): Cell[] {
  const {heading, text} = ownText(node)
  const kind = node.type === 'clause' || node.type === 'table' ? node.type : 'paragraph'
  const clause = node.type === 'clause' ? node : above.at(-1)
  const level = node.type === 'clause' ? node.level : null
  return [kind, node.id, clause?.id ?? null, clause?.cite ?? null, level, heading, text, lineOf(node.origin)]
}

/** What a node says itself; a leaf's run-in heading is part of its text. */
export function ownText(node: Node): {heading: string | null; text: string} {
  if (node.type === 'clause') return {heading: node.heading?.text ?? null, text: node.text}
  if (node.type !== 'table') return {heading: null, text: node.text}
  const labels = node.columns.map(c => c.label)
  const cells = node.rows.flatMap(r => r.cells.map(c => c.text))
  return {heading: node.caption?.text ?? null, text: [...labels, ...cells].join('\n')}
}

const HEADING = COLUMNS.nodes.indexOf('heading')
const TEXT = COLUMNS.nodes.indexOf('text')

/** What the cells of a node say, its heading and its text. */
export const saidIn = (cells: readonly Cell[]): string => `${cells[HEADING] ?? ''}\n${cells[TEXT]}`
