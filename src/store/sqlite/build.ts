/** The rows of pages → a new index file: the large tables are written as pages of the file, the rest by SQLite. */
import fs from 'node:fs'
import {connect} from '../driver.ts'
import type {Meta} from '../meta.ts'
import type {PageRows} from '../rows.ts'
import {INDEXES, TABLES} from '../schema.ts'
import type {Stamp} from '../store.ts'
import type {Segmenter} from '../words.ts'
import {leaves, pagesOf} from './leaves.ts'
import {filler, type Placed} from './tables.ts'

/** Writes an index that nobody sees before it is whole. */
export interface Builder {
  put(stamp: Stamp, page: PageRows): void
  remove(path: string): void
  /** The file is whole and on the disk. */
  finish(meta: Meta): Promise<void>
  /** The file is gone. */
  discard(): void
}

/** Nobody else knows the file, and when it does not come to its end it is of no use. */
export const UNSEEN =
  'PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -8192'

type Large = 'documents' | 'nodes' | 'facts' | 'words'

/** Begins a file, which must not be there. */
export async function builder(file: string, segmenter: Segmenter): Promise<Builder> {
  const roots = await empty(file)
  const pages = pagesOf(file)
  const tables = Object.fromEntries([...roots].map(([name, root]) => [name, leaves(pages, root)])) as Record<
    Large,
    ReturnType<typeof leaves>
  >
  let facts = 0
  const fill = filler(
    {
      document: (id, rows, row) => tables.documents.addBehind(id, [null], rows, row),
      node: (id, document, rows, row) => tables.nodes.addBehind(id, [null, document], rows, row),
      fact: (node, rows, row) => tables.facts.addBehind(++facts, [null, node], rows, row),
      words: (id, nodes) => tables.words.add(id, [null, nodes]),
    },
    segmenter,
    {document: 1, node: 1, segment: 0},
  )
  const inputs = new Map<string, {readonly stamp: Stamp; readonly placed: Placed}>()
  const gone: Placed[] = []
  const remove = (path: string): void => {
    const known = inputs.get(path)
    if (known) gone.push(known.placed)
    inputs.delete(path)
  }
  return {
    remove,
    put(stamp, page) {
      remove(stamp.path)
      inputs.set(stamp.path, {stamp, placed: fill.put(page)})
    },
    async finish(meta) {
      fill.finish()
      for (const table of Object.values(tables)) table.end()
      pages.end()
      await complete(file, meta, [...inputs.values()], gone)
    },
    discard() {
      pages.close()
      fs.rmSync(file, {force: true})
    },
  }
}

/** Makes the file with empty tables, and tells on which page each of the large ones begins. */
async function empty(file: string): Promise<Map<string, number>> {
  const db = await connect(file)
  try {
    db.exec(`${UNSEEN}; BEGIN; ${TABLES} COMMIT`)
    const root = db.prepare('SELECT rootpage FROM sqlite_master WHERE name = ?')
    const large: readonly Large[] = ['documents', 'nodes', 'facts', 'words']
    return new Map(large.map(name => [name, Number(root.get(name)!['rootpage'])]))
  } finally {
    db.close()
  }
}

/** What SQLite itself adds to the file: the small tables, what rows are looked up by, and that some are gone again. */
async function complete(
  file: string,
  meta: Meta,
  inputs: readonly {readonly stamp: Stamp; readonly placed: Placed}[],
  gone: readonly Placed[],
): Promise<void> {
  const db = await connect(file)
  try {
    db.exec(`${UNSEEN}; BEGIN`)
    const property = db.prepare('INSERT INTO meta VALUES (?, ?)')
    for (const [key, value] of Object.entries(meta)) property.run(key, value)
    const input = db.prepare('INSERT INTO inputs VALUES (?, ?, ?, ?, ?, ?)')
    for (const {stamp, placed} of inputs) {
      const {path, sha256, bytes, modified} = stamp
      input.run(path, sha256, bytes, modified, placed.nodes[1] - placed.nodes[0], placed.characters)
    }
    db.exec(INDEXES)
    for (const {documents, nodes} of gone) {
      if (nodes[0] < nodes[1]) db.prepare('INSERT INTO removed VALUES (?, ?)').run(nodes[0], nodes[1] - 1)
      db.prepare('DELETE FROM facts WHERE node_id >= ? AND node_id < ?').run(...nodes)
      db.prepare('DELETE FROM nodes WHERE id >= ? AND id < ?').run(...nodes)
      db.prepare('DELETE FROM documents WHERE id >= ? AND id < ?').run(...documents)
    }
    db.exec('COMMIT')
  } finally {
    db.close()
  }
}
