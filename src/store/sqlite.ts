/** The store in one SQLite file. */
import fs from 'node:fs'
import type {Result} from '../model/result.ts'
import {type Connection, open} from './driver.ts'
import {SCHEMA_VERSION, TABLES} from './schema.ts'
import {measures, search} from './search.ts'
import {type Stamp, type Store, StoreError} from './store.ts'
import {type Segmenter, segmenter} from './words.ts'
import {type Writer, writer} from './write.ts'

export interface OpenOptions {
  /** Make the file when there is none, and write to it. */
  readonly write?: boolean | undefined
}

/**
 * Opens an index file.
 * @throws StoreError: `not-an-index`, `other-version`, `other-segmenter` (a writer with other words), `unreadable`
 */
export async function openSqlite(file: string, {write = false}: OpenOptions = {}): Promise<Store> {
  const fresh = !fs.existsSync(file) || fs.statSync(file).size === 0
  if (fresh && !write) throw new StoreError('unreadable', 'no such index; build it with `policy index`')
  const db = await connect(file)
  try {
    const known = fresh ? null : read(() => metaOf(db))
    // A reader's statements change nothing, whatever is asked of it.
    if (!write) db.exec('PRAGMA query_only = 1')
    return storeOf(db, write ? wordsFor(known) : null, fresh)
  } catch (error) {
    db.close()
    throw error
  }
}

async function connect(file: string): Promise<Connection> {
  try {
    return await open(file)
  } catch (error) {
    if ((error as {code?: string}).code === 'no-sqlite') throw error
    throw new StoreError('unreadable', `cannot open the index: ${(error as Error).message}`)
  }
}

type Meta = Readonly<Record<string, string>>

function metaOf(db: Connection): Meta {
  const meta = Object.fromEntries(
    db
      .prepare('SELECT key, value FROM meta')
      .all()
      .map(r => [String(r['key']), String(r['value'])]),
  )
  if (meta['schema'] !== SCHEMA_VERSION)
    throw new StoreError(
      'other-version',
      `the index has tables of version ${meta['schema']}, expected ${SCHEMA_VERSION}: build it anew`,
    )
  return meta
}

function wordsFor(known: Meta | null): Segmenter {
  const words = segmenter(known?.['segmenter'])
  if (known && known['segmenter'] !== words.name)
    throw new StoreError(
      'other-segmenter',
      `the index was built with ${known['segmenter']}, which is absent here: install it or build the index anew`,
    )
  return words
}

function storeOf(db: Connection, words: Segmenter | null, fresh: boolean): Store {
  let out: Writer | null = null
  return {
    stamps: async () => new Map(fresh && !out ? [] : stampsOf(db)),
    async begin() {
      try {
        db.exec('BEGIN IMMEDIATE')
      } catch (error) {
        throw busy(error)
      }
      if (fresh) create(db, words!)
      out = writer(db, words!)
    },
    put: async (stamp: Stamp, result: Result) => out!.put(stamp, result),
    remove: async path => out!.remove(path),
    commit: async () => db.exec('COMMIT'),
    search: async (query, filters = {}) => read(() => search(db, query, filters)),
    measures: async (filters = {}) => read(() => measures(db, filters)),
    close: async () => db.close(),
  }
}

function create(db: Connection, words: Segmenter): void {
  if (db.prepare("SELECT 1 FROM sqlite_master WHERE name = 'meta'").get()) return
  db.exec(TABLES)
  const meta = db.prepare('INSERT INTO meta VALUES (?, ?)')
  meta.run('schema', SCHEMA_VERSION)
  meta.run('segmenter', words.name)
}

const stampsOf = (db: Connection): [string, Stamp][] =>
  db
    .prepare('SELECT path, sha256, bytes, modified FROM inputs')
    .all()
    .map(r => [
      String(r['path']),
      {
        path: String(r['path']),
        sha256: String(r['sha256']),
        bytes: Number(r['bytes']),
        modified: Number(r['modified']),
      },
    ])

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

function busy(error: unknown): unknown {
  return /locked|busy/i.test(messageOf(error))
    ? new StoreError('busy', 'another process is writing to the index; try again')
    : error
}

/** Runs a query; a file that is no index is told as such. */
function read<T>(run: () => T): T {
  try {
    return run()
  } catch (error) {
    if (error instanceof StoreError) throw error
    if (/locked|busy/i.test(messageOf(error))) throw busy(error)
    throw new StoreError('not-an-index', `not an index of policy: ${messageOf(error).split('\n')[0]}`)
  }
}
