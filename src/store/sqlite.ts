/** The store in one SQLite file. */
import fs from 'node:fs'
import {type Shard, shardName} from '../text/shard.ts'
import {type Connection, open} from './driver.ts'
import {known, type Meta, newMeta, SHARD, wordsFor} from './meta.ts'
import {stampOf} from './rows.ts'
import {TABLES} from './schema.ts'
import {measures, search} from './search.ts'
import {isStoreError, type Stamp, type Store, StoreError} from './store.ts'
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
  if (!write && !fs.existsSync(file)) throw new StoreError('unreadable', NONE)
  const db = await connect(file)
  try {
    const fresh = read(() => isEmpty(db))
    if (fresh && !write) throw new StoreError('unreadable', NONE)
    const meta = fresh ? null : metaOf(db)
    // A reader's statements change nothing, whatever is asked of it.
    db.exec(write ? WRITING : 'PRAGMA query_only = 1')
    return storeOf(db, write ? wordsFor(meta) : null, fresh)
  } catch (error) {
    db.close()
    throw error
  }
}

const NONE = 'no such index; build it with `policy index`'

/** A writer's rows refer to rows that it has just written, and are removed before them: nothing that needs looking up. */
export const WRITING = 'PRAGMA cache_size = -8192; PRAGMA foreign_keys = OFF'

/** No tables: a new file, or one whose first build was killed (looking into it undoes what that build wrote). */
const isEmpty = (db: Connection): boolean => db.prepare('SELECT 1 FROM sqlite_master').get() === undefined

export async function connect(file: string): Promise<Connection> {
  try {
    return await open(file)
  } catch (error) {
    if ((error as {code?: string}).code === 'no-sqlite') throw error
    throw new StoreError('unreadable', `cannot open the index: ${(error as Error).message}`)
  }
}

/** @throws StoreError: `not-an-index`, `other-version` */
export const metaOf = (db: Connection): Meta =>
  read(() => {
    const rows = db.prepare('SELECT key, value FROM meta').all()
    return known(Object.fromEntries(rows.map(r => [String(r['key']), String(r['value'])])))
  })

function storeOf(db: Connection, words: Segmenter | null, fresh: boolean): Store {
  let out: Writer | null = null
  return {
    stamps: async () => new Map(fresh && !out ? [] : stampsOf(db)),
    async begin(shard) {
      try {
        db.exec('BEGIN IMMEDIATE')
        if (fresh) create(db, words!)
        markShard(db, shard)
      } catch (error) {
        throw refused(error)
      }
      out = writer(db, words!)
    },
    put: async (stamp, page) => written(() => out!.put(stamp, page)),
    remove: async path => written(() => out!.remove(path)),
    commit: async () =>
      written(() => {
        out!.finish()
        db.exec('COMMIT')
      }),
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

/** Notes which part of the inputs the index holds, for who joins the parts; nothing when it holds all. */
function markShard(db: Connection, shard: Shard | undefined): void {
  if (shard) db.prepare("INSERT OR REPLACE INTO meta VALUES (?, '')").run(`${SHARD}${shardName(shard)}`)
  else db.exec(`DELETE FROM meta WHERE key LIKE '${SHARD}%'`)
}

const stampsOf = (db: Connection): [string, Stamp][] =>
  db
    .prepare('SELECT path, sha256, bytes, modified FROM inputs')
    .all()
    .map(row => [String(row['path']), stampOf(row)])

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

function refused(error: unknown): unknown {
  return /locked|busy/i.test(messageOf(error))
    ? new StoreError('busy', 'another process is writing to the index; try again')
    : isOfEngine(error)
      ? new StoreError('refused', `cannot write the index, it is as it was: ${messageOf(error)}`)
      : error
}

/** Runs a change; what the engine refuses (a full disk, a folder that nobody may write to) leaves the index as it was. */
function written(run: () => void): void {
  try {
    run()
  } catch (error) {
    throw refused(error)
  }
}

const isOfEngine = (error: unknown): boolean =>
  String((error as {code?: unknown}).code).startsWith('SQLITE_') ||
  (error as {code?: unknown}).code === 'ERR_SQLITE_ERROR'

/** Runs a query; a file that is no index is told as such. */
function read<T>(run: () => T): T {
  try {
    return run()
  } catch (error) {
    if (isStoreError(error)) throw error
    if (/locked|busy/i.test(messageOf(error))) throw refused(error)
    throw new StoreError('not-an-index', `not an index of policy: ${messageOf(error).split('\n')[0]}`)
  }
}
