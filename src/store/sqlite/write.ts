/** The rows of a page → an index that has rows already, statement by statement. */
import type {Connection, Statement} from '../driver.ts'
import {type Cell, COLUMNS, type PageRows} from '../rows.ts'
import type {Stamp} from '../store.ts'
import type {Segmenter} from '../words.ts'
import {segmentsOf} from './lists.ts'
import {cellsOf} from './record.ts'
import {settle} from './settle.ts'
import {type Free, filler, type Tables} from './tables.ts'

/** Writes and removes the rows of one input. */
export interface Writer {
  put(stamp: Stamp, page: PageRows): void
  remove(path: string): void
  /** What is left to do before the transaction ends. */
  finish(): void
}

/** A writer on an open transaction. */
export function writer(db: Connection, segmenter: Segmenter): Writer {
  const input = db.prepare('INSERT INTO inputs VALUES (?, ?, ?, ?, ?, ?)')
  const remove = remover(db)
  const tables = statements(db)
  const fill = filler(tables, segmenter, freeIn(db))
  return {
    remove,
    put(stamp, page) {
      remove(stamp.path)
      const {nodes, characters} = fill.put(page)
      input.run(stamp.path, stamp.sha256, stamp.bytes, stamp.modified, nodes[1] - nodes[0], characters)
    },
    finish() {
      fill.finish()
      settle(db)
    },
  }
}

/** A number that was removed is not given again: lists of words may still name it. */
function freeIn(db: Connection): Free {
  const most = (sql: string): number => Number(db.prepare(sql).get()?.['most'] ?? 0)
  const node =
    'SELECT max(coalesce((SELECT max(id) FROM nodes), 0), coalesce((SELECT max(last) FROM removed), 0)) AS most'
  return {
    document: most('SELECT max(id) AS most FROM documents') + 1,
    node: most(node) + 1,
    segment: (segmentsOf(db).at(-1) ?? -1) + 1,
  }
}

/** Removes the rows of an input; the lists of words keep its nodes, and `removed` says that they are gone. */
function remover(db: Connection): (path: string) => void {
  const of = 'SELECT id FROM documents WHERE path = ?'
  const known = db.prepare('SELECT 1 FROM inputs WHERE path = ?')
  const steps = [
    `INSERT INTO removed SELECT * FROM (SELECT min(id) AS first, max(id) AS last FROM nodes WHERE document_id IN (${of}))
      WHERE first IS NOT NULL`,
    `DELETE FROM facts WHERE node_id IN (SELECT id FROM nodes WHERE document_id IN (${of}))`,
    `DELETE FROM nodes WHERE document_id IN (${of})`,
    'DELETE FROM documents WHERE path = ?',
    'DELETE FROM inputs WHERE path = ?',
  ].map(sql => db.prepare(sql))
  return path => {
    if (known.get(path)) for (const step of steps) step.run(path)
  }
}

function statements(db: Connection): Tables {
  const into = (table: string, columns: readonly string[]): Statement =>
    db.prepare(
      `INSERT INTO ${table} (${columns.map(c => `"${c}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    )
  const document = into('documents', ['id', ...COLUMNS.documents])
  const node = into('nodes', ['id', 'document_id', ...COLUMNS.nodes])
  const words = db.prepare('INSERT INTO words VALUES (?, ?)')
  const fact = sparse(db)
  return {
    document: (id, rows, row) => void document.run(id, ...cellsOf(rows, row)),
    node: (id, of, rows, row) => void node.run(id, of, ...cellsOf(rows, row)),
    fact: (of, rows, row) => fact(of, cellsOf(rows, row)),
    words: (id, nodes) => void words.run(id, nodes),
  }
}

/** Most fields of a fact are null, and binding thirty of them costs more than finding the statement for those that are not. */
function sparse(db: Connection): (node: number, cells: readonly Cell[]) => void {
  const known = new Map<string, Statement>()
  return (node, cells) => {
    const given = COLUMNS.facts.filter((_, i) => cells[i] !== null)
    const columns = ['node_id', ...given].map(name => `"${name}"`).join(', ')
    let statement = known.get(columns)
    if (!statement) {
      statement = db.prepare(`INSERT INTO facts (${columns}) VALUES (?${', ?'.repeat(given.length)})`)
      known.set(columns, statement)
    }
    statement.run(node, ...cells.filter(cell => cell !== null))
  }
}
