/** The store in one SQLite file. */
import fs from 'node:fs'
import {shardName} from '../text/shard.ts'
import {type Connection, connect} from './driver.ts'
import {known, type Meta, wordsFor} from './meta.ts'
import {stampOf} from './rows.ts'
import {type Draft, draft} from './sqlite/draft.ts'
import {measures, search} from './sqlite/search.ts'
import {isStoreError, type Plan, type Stamp, type Store, StoreError} from './store.ts'
import type {Segmenter} from './words.ts'

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
  const opened = await held(file)
  try {
    const fresh = read(() => isEmpty(opened.db))
    if (fresh && !write) throw new StoreError('unreadable', NONE)
    const meta = fresh ? null : metaOf(opened.db)
    // A reader's statements change nothing, whatever is asked of it.
    if (!write) opened.db.exec('PRAGMA query_only = 1')
    return storeOf(opened, write ? wordsFor(meta) : null)
  } catch (error) {
    opened.db.close()
    throw error
  }
}

const NONE = 'no such index; build it with `policy index`'

/** A connection, and the file that it is to: another one may have taken its name since. */
interface Held {
  readonly db: Connection
  readonly file: string
  readonly number: number | null
}

async function held(file: string): Promise<Held> {
  // The number first: when the file is replaced meanwhile, it is merely opened once more.
  const real = fs.existsSync(file) ? fs.realpathSync(file) : null
  const number = real === null ? null : fs.statSync(real).ino
  const db = await connect(real ?? file)
  return {db, file: real ?? file, number}
}

/** A writer's rows refer to rows that it has just written; nothing is written before the end, so that readers go on. */
const WRITING = 'PRAGMA foreign_keys = OFF; PRAGMA cache_spill = OFF'

/** No tables: a new file, or one whose first build was killed. */
const isEmpty = (db: Connection): boolean => db.prepare('SELECT 1 FROM sqlite_master').get() === undefined

/** @throws StoreError: `not-an-index`, `other-version` */
export const metaOf = (db: Connection): Meta =>
  read(() => {
    const rows = db.prepare('SELECT key, value FROM meta').all()
    return known(Object.fromEntries(rows.map(r => [String(r['key']), String(r['value'])])))
  })

function storeOf(opened: Held, words: Segmenter | null): Store {
  let {db, file} = opened
  let out: Draft | null = null
  let shard: string | null = null
  let empty = false
  const drafted = async (plan: Plan): Promise<Draft> => {
    out ??= await written(() => draft(db, file, words!, {...plan, keeps: plan.keeps && !empty}, shard))
    return out
  }
  const unplanned = (): Draft | Promise<Draft> => out ?? drafted({bytes: 0, keeps: true})
  return {
    stamps: async () => new Map(isEmpty(db) ? [] : stampsOf(db)),
    async begin(part) {
      const locked = await written(() => lock({db, file, number: opened.number}))
      ;({db, file} = locked.held)
      empty = locked.empty
      shard = part ? shardName(part) : null
    },
    plan: async plan => void (await drafted(plan)),
    put: (stamp, page) => written(async () => (await unplanned()).put(stamp, page)),
    remove: path => written(async () => (await unplanned()).remove(path)),
    commit: () =>
      written(async () => {
        const replaced = await (await unplanned()).finish()
        out = null
        if (!replaced) return
        release(db)
        db = await connect(file)
      }),
    search: async (query, filters = {}) => read(() => search(db, query, filters)),
    measures: async (filters = {}) => read(() => measures(db, filters)),
    async close() {
      out?.discard()
      release(db)
    },
  }
}

/**
 * Makes this connection the only one that may write, without a change of the file. Where another writer has put a new file
 * in its place while this one waited, the new one is opened.
 */
async function lock(opened: Held): Promise<{held: Held; empty: boolean}> {
  const {db, file, number} = opened
  const empty = isEmpty(db)
  // A new file's transaction would begin a journal, which after the file is replaced would be taken for the new one's.
  db.exec(`${WRITING}; PRAGMA journal_mode = ${empty ? 'MEMORY' : 'DELETE'}; BEGIN IMMEDIATE`)
  const real = fs.realpathSync(file)
  if ((number === null || number === fs.statSync(real).ino) && isEmpty(db) === empty)
    return {held: {...opened, file: real}, empty}
  release(db)
  return lock(await held(file))
}

/** Closes a connection, and gives up what it began: libsql goes on holding its locks until its statements are collected. */
function release(db: Connection): void {
  try {
    db.exec('ROLLBACK')
  } catch {
    // Nothing was begun.
  }
  db.close()
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
async function written<T>(run: () => T | Promise<T>): Promise<T> {
  try {
    return await run()
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
