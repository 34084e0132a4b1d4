/** The rows of a page → the tables of SQLite. */
import type {Connection, Statement} from './driver.ts'
import {fold} from './fold.ts'
import {type Cell, COLUMNS, type PageRows, saidIn} from './rows.ts'
import {INDEXES} from './schema.ts'
import type {Stamp} from './store.ts'
import {tokenizer} from './tokens.ts'
import type {Segmenter} from './words.ts'

/** Writes and removes the rows of one input. */
export interface Writer {
  put(stamp: Stamp, page: PageRows): void
  remove(path: string): void
  /** What is left to do before the transaction ends. */
  finish(): void
}

/** A writer on an open transaction. */
export function writer(db: Connection, segmenter: Segmenter): Writer {
  const insert = statements(db)
  const tokens = tokenizer(segmenter)
  let indexed = false
  const finish = (): void => {
    if (!indexed) db.exec(INDEXES)
    indexed = true
  }
  const remove = (path: string): void => {
    // Asked first: a deletion of nothing still makes the word index write out what it holds in memory.
    if (!insert.known.get(path)) return
    finish()
    for (const statement of insert.remove) statement.run(path)
    if (!insert.any.get()) insert.forget.run()
  }
  return {
    finish,
    remove,
    put(stamp, page) {
      remove(stamp.path)
      const said = page.nodes.map(({cells}) => saidIn(cells))
      const characters = said.reduce((sum, text) => sum + text.length, 0)
      insert.input.run(stamp.path, stamp.sha256, stamp.bytes, stamp.modified, said.length, characters)
      const documents = page.documents.map(cells => insert.document.run(...cells).lastInsertRowid)
      const nodes = page.nodes.map(({document, cells}, i) => {
        const id = Number(insert.node.run(Number(documents[document]), ...cells).lastInsertRowid)
        insert.words.run(id, tokens(fold(said[i]!)))
        return id
      })
      for (const {node, cells} of page.facts) insert.fact(nodes[node]!, cells)
    },
  }
}

function statements(db: Connection) {
  const into = (table: string, columns: readonly string[]) =>
    db.prepare(
      `INSERT INTO ${table} (${columns.map(c => `"${c}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    )
  const of = 'SELECT id FROM documents WHERE path = ?'
  return {
    input: db.prepare('INSERT INTO inputs VALUES (?, ?, ?, ?, ?, ?)'),
    document: into('documents', COLUMNS.documents),
    node: into('nodes', ['document_id', ...COLUMNS.nodes]),
    words: into('words', ['rowid', 'tokens']),
    fact: sparse(db),
    known: db.prepare('SELECT 1 FROM inputs WHERE path = ?'),
    any: db.prepare('SELECT 1 FROM inputs'),
    forget: db.prepare("INSERT INTO words (words) VALUES ('delete-all')"),
    remove: [
      `DELETE FROM words WHERE rowid IN (SELECT id FROM nodes WHERE document_id IN (${of}))`,
      `DELETE FROM facts WHERE node_id IN (SELECT id FROM nodes WHERE document_id IN (${of}))`,
      `DELETE FROM nodes WHERE document_id IN (${of})`,
      'DELETE FROM documents WHERE path = ?',
      'DELETE FROM inputs WHERE path = ?',
    ].map(sql => db.prepare(sql)),
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
