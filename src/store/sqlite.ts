/** The store in one SQLite file. */
import fs from 'node:fs'
import type {Result} from '../model/result.ts'
import {type Connection, open} from './driver.ts'
import {known, type Meta, newMeta, wordsFor} from './meta.ts'
import {TABLES} from './schema.ts'
import {measures, search} from './search.ts'
import {type Stamp, type Store, StoreError} from './store.ts'
import type {Segmenter} from './words.ts'
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
    const meta = fresh ? null : read(() => metaOf(db))
    // A reader's statements change nothing, whatever is asked of it.
    if (!write) db.exec('PRAGMA query_only = 1')
    return storeOf(db, write ? wordsFor(meta) : null, fresh)
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

const metaOf = (db: Connection): Meta =>
  known(
    Object.fromEntries(
      db
        .prepare('SELECT key, value FROM meta')
        .all()
        .map(r => [String(r['key']), String(r['value'])]),
    ),
  )

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
  for (const [key, value] of newMeta(words)) meta.run(key, value)
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
