/** A Result → rows of the index. */
import {factRows} from '../emit/fact-rows.ts'
import {fields, lineOf, nodes, type Placed} from '../emit/row.ts'
import type {Document, Node} from '../model/document.ts'
import type {Result} from '../model/result.ts'
import type {Connection, Statement} from './driver.ts'
import {fold} from './fold.ts'
import {grams} from './grams.ts'
import {placesOf} from './place.ts'
import {FACT_FIELDS} from './schema.ts'
import type {Stamp} from './store.ts'
import type {Segmenter} from './words.ts'

/** Writes and removes the rows of one input. */
export interface Writer {
  put(stamp: Stamp, result: Result): void
  remove(path: string): void
}

/** A writer on an open transaction. */
export function writer(db: Connection, words: Segmenter): Writer {
  const insert = statements(db)
  const remove = (path: string): void => {
    for (const statement of insert.remove) statement.run(path)
  }
  return {
    remove,
    put(stamp, result) {
      remove(stamp.path)
      insert.input.run(stamp.path, stamp.sha256, stamp.bytes, stamp.modified)
      const places = placesOf(result)
      const documents = new Map(
        result.documents.map(d => [d.id, putDocument(insert.document, stamp.path, d, places.get(d.id) ?? null)]),
      )
      const rows = new Map<string, number>()
      for (const placed of nodes(result))
        rows.set(placed.node.id, putNode(insert, documents.get(placed.document.id)!, placed, words))
      for (const [i, row] of [...factRows(result)].entries()) {
        const node = rows.get(result.facts[i]!.node)
        if (node !== undefined) insert.fact.run(node, result.facts[i]!.id, ...FACT_FIELDS.map(f => row[f] ?? null))
      }
    },
  }
}

interface Statements {
  readonly input: Statement
  readonly document: Statement
  readonly node: Statement
  readonly words: Statement
  readonly fact: Statement
  readonly remove: readonly Statement[]
}

function statements(db: Connection): Statements {
  const of = 'SELECT id FROM documents WHERE path = ?'
  const marks = (count: number): string => Array(count).fill('?').join(', ')
  return {
    input: db.prepare('INSERT INTO inputs VALUES (?, ?, ?, ?)'),
    document: db.prepare(
      `INSERT INTO documents (path, document, role, title, type, issuers, publisher, number, date, published, place) VALUES (${marks(11)})`,
    ),
    node: db.prepare(
      `INSERT INTO nodes (document_id, kind, node, clause, cite, level, heading, text, line) VALUES (${marks(9)})`,
    ),
    words: db.prepare('INSERT INTO words (rowid, heading, text, vocabulary) VALUES (?, ?, ?, ?)'),
    fact: db.prepare(
      `INSERT INTO facts (node_id, fact, ${FACT_FIELDS.map(f => `"${f}"`).join(', ')}) VALUES (${marks(FACT_FIELDS.length + 2)})`,
    ),
    remove: [
      `DELETE FROM words WHERE rowid IN (SELECT id FROM nodes WHERE document_id IN (${of}))`,
      `DELETE FROM facts WHERE node_id IN (SELECT id FROM nodes WHERE document_id IN (${of}))`,
      `DELETE FROM nodes WHERE document_id IN (${of})`,
      'DELETE FROM documents WHERE path = ?',
      'DELETE FROM inputs WHERE path = ?',
    ].map(sql => db.prepare(sql)),
  }
}

function putDocument(
  statement: Statement,
  path: string,
  {id, role, title, documentType, metadata}: Document,
  place: string | null,
): number {
  const {lastInsertRowid} = statement.run(
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
  )
  return Number(lastInsertRowid)
}

function putNode(insert: Statements, document: number, {node, above}: Placed, words: Segmenter): number {
  const {heading, text} = ownText(node)
  const kind = node.type === 'clause' || node.type === 'table' ? node.type : 'paragraph'
  const clause = node.type === 'clause' ? node : above.at(-1)
  const level = node.type === 'clause' ? node.level : null
  const row = insert.node.run(
    document,
    kind,
    node.id,
    clause?.id ?? null,
    clause?.cite ?? null,
    level,
    heading,
    text,
    lineOf(node.origin),
  )
  const id = Number(row.lastInsertRowid)
  insert.words.run(id, grams(fold(heading ?? '')), grams(fold(text)), words.cut(`${heading ?? ''} ${text}`).join(' '))
  return id
}

/** What a node says itself; a leaf's run-in heading is part of its text. */
export function ownText(node: Node): {heading: string | null; text: string} {
  if (node.type === 'clause') return {heading: node.heading?.text ?? null, text: node.text}
  if (node.type !== 'table') return {heading: null, text: node.text}
  const labels = node.columns.map(c => c.label)
  const cells = node.rows.flatMap(r => r.cells.map(c => c.text))
  return {heading: node.caption?.text ?? null, text: [...labels, ...cells].join('\n')}
}
