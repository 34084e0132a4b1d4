/** The index files of shards → one index of all. */
import fs from 'node:fs'
import path from 'node:path'
import {missing, shardName} from '../text/shard.ts'
import {type Connection, connect} from './driver.ts'
import {newMeta, shardsIn, wordsFor} from './meta.ts'
import {type Cell, COLUMNS, type PageRows, stampOf} from './rows.ts'
import {type Builder, builder} from './sqlite/build.ts'
import {metaOf} from './sqlite.ts'
import {StoreError} from './store.ts'
import type {Segmenter} from './words.ts'

/**
 * Writes the index of all, whole or not at all. Words are made anew: an index keeps what finds them, not themselves.
 * @returns how many inputs it holds
 * @throws RangeError when a shard is missing or two files hold one input; StoreError for a file that is no index, or was
 *   built with other words than the first
 */
export async function mergeIndexes(files: readonly string[], output: string): Promise<number> {
  const sources: Connection[] = []
  const temporary = path.join(path.dirname(output), `.${path.basename(output)}.${process.pid}.tmp`)
  try {
    for (const file of files) sources.push(await source(file))
    const metas = sources.map((db, i) => told(files[i]!, () => metaOf(db)))
    const words = wordsFor(metas[0]!)
    for (const [i, meta] of metas.entries())
      if (meta['segmenter'] !== words.name)
        throw new StoreError(
          'other-segmenter',
          `${files[i]} was built with ${meta['segmenter']}, ${files[0]} with ${words.name}`,
        )
    const [lost] = missing(metas.flatMap(shardsIn))
    if (lost) throw new RangeError(`shard ${shardName(lost)} is missing`)
    const count = await join(sources, temporary, words)
    fs.renameSync(temporary, output)
    return count
  } finally {
    for (const db of sources) db.close()
    fs.rmSync(temporary, {force: true})
  }
}

async function source(file: string): Promise<Connection> {
  // The driver would make a file that is not there.
  fs.accessSync(file)
  const db = await connect(file)
  db.exec('PRAGMA query_only = 1')
  return db
}

async function join(sources: readonly Connection[], file: string, words: Segmenter): Promise<number> {
  fs.rmSync(file, {force: true})
  const out = await builder(file, words)
  try {
    const seen = new Set<string>()
    for (const from of sources) copy(from, out, seen)
    await out.finish(Object.fromEntries(newMeta(words)))
    return seen.size
  } catch (error) {
    out.discard()
    throw error
  }
}

function copy(from: Connection, out: Builder, seen: Set<string>): void {
  const page = reader(from)
  for (const row of from.prepare('SELECT path, sha256, bytes, modified FROM inputs ORDER BY path').all()) {
    const stamp = stampOf(row)
    if (seen.has(stamp.path)) throw new RangeError(`${stamp.path}: two of the files hold it`)
    seen.add(stamp.path)
    out.put(stamp, page(stamp.path))
  }
}

/** The rows of an index → the rows of one of its inputs, as they were put. */
function reader(db: Connection): (path: string) => PageRows {
  const below = (table: string, parent: string, columns: readonly string[]) =>
    db.prepare(`SELECT id, ${columns.map(c => `"${c}"`).join(', ')} FROM ${table} WHERE ${parent} = ? ORDER BY id`)
  const documents = below('documents', 'path', COLUMNS.documents)
  const nodes = below('nodes', 'document_id', COLUMNS.nodes)
  const facts = below('facts', 'node_id', COLUMNS.facts)
  const cells = (row: Record<string, Cell>, columns: readonly string[]): Cell[] => columns.map(c => row[c] ?? null)
  return path => {
    const ofPage = documents.all(path)
    const ofDocuments = ofPage.flatMap((row, document) => nodes.all(row['id']!).map(node => ({document, node})))
    return {
      documents: ofPage.map(row => cells(row, COLUMNS.documents)),
      nodes: ofDocuments.map(({document, node}) => ({document, cells: cells(node, COLUMNS.nodes)})),
      facts: ofDocuments
        .flatMap(({node}, i) => facts.all(node['id']!).map(row => ({node: i, row})))
        .sort((a, b) => Number(a.row['id']) - Number(b.row['id']))
        .map(({node, row}) => ({node, cells: cells(row, COLUMNS.facts)})),
    }
  }
}

function told<T>(file: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof Error) error.message = `${file}: ${error.message}`
    throw error
  }
}
