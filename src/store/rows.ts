/** A Result → the rows that an index keeps of it, whatever engine keeps them. */
import {FACT_COLUMNS, factRowsAt} from '../emit/fact-rows.ts'
import {fields, lineOf, nodes, type Placed, pageOf} from '../emit/row.ts'
import type {Document, Node} from '../model/document.ts'
import type {Result} from '../model/result.ts'
import type {Packed} from './packed.ts'
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
  /** The same, where another thread has packed it. */
  readonly packed?: Packed
}

/** The cells of each table in their order, without the numbers that tie the tables together. */
export const COLUMNS = {
  documents: 'path document role title type issuers publisher number date published place'.split(' '),
  nodes: 'kind node clause cite level heading text line page'.split(' '),
  facts: ['fact', 'row_text', ...FACT_FIELDS],
} as const

/** Where the fields of a fact begin in its flat row. */
const FIRST_FIELD = FACT_COLUMNS.length - FACT_FIELDS.length

/** The rows of the Result of one input. */
export function pageRows(path: string, result: Result): PageRows {
  const places = placesOf(result)
  const documents = new Map(result.documents.map((d, i) => [d.id, i]))
  const placed = [...nodes(result)]
  const numbers = new Map(placed.map(({node}, i) => [node.id, i]))
  const rowTexts = new Map(placed.flatMap(({node}) => (node.type === 'table' ? [...rowsOf(node)] : [])))
  const facts: {node: number; cells: Cell[]}[] = []
  let at = 0
  for (const row of factRowsAt(result, id => placed[numbers.get(id) ?? -1])) {
    const {id, node, row: tableRow} = result.facts[at++]!
    const number = numbers.get(node)
    if (number === undefined) continue
    const cells: Cell[] = [id, (tableRow && rowTexts.get(tableRow)) ?? null]
    const all = Object.values(row)
    for (let i = FIRST_FIELD; i < all.length; i++) cells.push(all[i] ?? null)
    facts.push({node: number, cells})
  }
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
  return [
    kind,
    node.id,
    clause?.id ?? null,
    clause?.cite ?? null,
    level,
    heading,
    text,
    lineOf(node.origin),
    pageOf(node.origin),
  ]
}

/** What a node says itself; a leaf's run-in heading is part of its text. */
export function ownText(node: Node): {heading: string | null; text: string} {
  if (node.type === 'clause') return {heading: node.heading?.text ?? null, text: node.text}
  if (node.type !== 'table') return {heading: null, text: node.text}
  const labels = node.columns.map(c => c.label)
  const cells = node.rows.flatMap(r => r.cells.map(c => c.text))
  return {heading: node.caption?.text ?? null, text: [...labels, ...cells].join('\n')}
}

/** The rows of a table, by id: a line a cell, after the label of its column. A cell that spans rows stands in each. */
function* rowsOf({columns, rows}: Extract<Node, {type: 'table'}>): Generator<[id: string, text: string]> {
  const spanning = new Map<string, {readonly text: string; left: number}>()
  for (const {id, cells} of rows) {
    const own = new Map(cells.map(({column, text}) => [column, text]))
    const lines = columns.flatMap(({key, label}) => {
      const text = own.get(key) ?? spanning.get(key)?.text
      return text ? [label === '' ? text : `${label}: ${text}`] : []
    })
    yield [id, lines.join('\n')]
    for (const [key, span] of spanning) if (--span.left === 0) spanning.delete(key)
    for (const {column, text, rowSpan = 1} of cells) if (rowSpan > 1) spanning.set(column, {text, left: rowSpan - 1})
  }
}

const HEADING = COLUMNS.nodes.indexOf('heading')
const TEXT = COLUMNS.nodes.indexOf('text')

/** What the cells of a node say: its heading, which may be empty, and its text. */
export const saidIn = (cells: readonly Cell[]): readonly [heading: string, text: string] => [
  String(cells[HEADING] ?? ''),
  String(cells[TEXT]),
]
