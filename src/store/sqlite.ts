/** The store in one SQLite file. */
import fs from 'node:fs'
import {shardName} from '../text/shard.ts'
import {type Connection, connect} from './driver.ts'
import {known, type Meta, wordsFor} from './meta.ts'
import {stampOf} from './rows.ts'
import {type Draft, draft} from './sqlite/draft.ts'
import {measures, search} from './sqlite/search.ts'
import {NONE, placeOf, read, written} from './sqlite/trouble.ts'
import {type Plan, type Stamp, type Store, StoreError} from './store.ts'
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
  const opened = await held(file, write)
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

/** A connection, and the file that it is to: another one may have taken its name since. */
interface Held {
  readonly db: Connection
  readonly file: string
  readonly number: number
}

async function held(name: string, write: boolean): Promise<Held> {
  const file = placeOf(name, write)
  // The number first: when the file is replaced meanwhile, it is merely opened once more.
  const number = fs.statSync(file).ino
  return {db: await connect(file), file, number}
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
  let closed = false
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
      if (closed) return
      closed = true
      out?.discard()
      release(db)
      // A first build that came to nothing leaves nothing.
      if (words && fs.statSync(file, {throwIfNoEntry: false})?.size === 0) fs.rmSync(file, {force: true})
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
  if (fs.statSync(file, {throwIfNoEntry: false})?.ino === number && isEmpty(db) === empty) return {held: opened, empty}
  release(db)
  return lock(await held(file, true))
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
