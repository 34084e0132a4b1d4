/** SQLite behind four verbs: `node:sqlite` where the runtime has it, else libsql. */
import {createRequire} from 'node:module'
import {StoreError} from './store.ts'

export type Value = string | number | null

/** What a statement is given: a value, or bytes. */
export type Given = Value | Uint8Array

/** Bytes of a row: a view of them, or (of libsql's `all`) the buffer itself. */
export const bytesIn = (value: unknown): Uint8Array =>
  value instanceof Uint8Array ? value : new Uint8Array(value as ArrayBuffer)

export interface Statement {
  run(...values: Given[]): unknown
  get(...values: Value[]): Record<string, Value> | undefined
  all(...values: Value[]): Record<string, Value>[]
  /** Row after row; `node:sqlite` has it since 23.4. */
  iterate?(...values: Value[]): Iterable<Record<string, Value>>
}

export interface Connection {
  exec(sql: string): void
  prepare(sql: string): Statement
  close(): void
}

/**
 * Opens a database file.
 * @throws what the driver throws, and Error with code `no-sqlite` where the machine has none
 */
export async function open(file: string): Promise<Connection> {
  const connection = builtIn(await nodeSqlite(), file) ?? installed(file)
  connection.exec('PRAGMA busy_timeout = 5000')
  return connection
}

type NodeSqlite = {DatabaseSync: new (file: string) => Connection} | null

async function nodeSqlite(): Promise<NodeSqlite> {
  if (Number(process.versions.node.split('.')[0]) < 23) return null
  return (await import('node:sqlite' as string)) as NodeSqlite
}

const builtIn = (sqlite: NodeSqlite, file: string): Connection | null => (sqlite ? new sqlite.DatabaseSync(file) : null)

/**
 * Opens a database file of the user's.
 * @throws StoreError `unreadable`, and Error with code `no-sqlite`
 */
export async function connect(file: string): Promise<Connection> {
  try {
    return await open(file)
  } catch (error) {
    if ((error as {code?: string}).code === 'no-sqlite') throw error
    throw new StoreError('unreadable', `cannot open the index: ${(error as Error).message}`)
  }
}

/** libsql adds `_metadata` to what `get` gives; nobody here reads it. */
function installed(file: string): Connection {
  let Database: new (file: string) => Connection
  try {
    Database = libsql(createRequire(import.meta.url))
  } catch (cause) {
    throw Object.assign(new Error('no SQLite driver: install libsql, or use Node 23 or newer', {cause}), {
      code: 'no-sqlite',
    })
  }
  return new Database(file)
}

/**
 * libsql asks two packages which C library the machine has; they look at the whole process and load what starts programs,
 * which is a fifth of the time of a query. Where the binding for the usual one loads, that is the answer.
 */
function libsql(require: NodeJS.Require): new (file: string) => Connection {
  const target = `linux-${process.arch}-gnu`
  const answers = {
    '@neon-rs/load': {currentTarget: () => target},
    'detect-libc': {familySync: () => 'glibc', GLIBC: 'glibc', MUSL: 'musl'},
  }
  const told: string[] = []
  const {cache} = require
  try {
    if (process.platform === 'linux') {
      const own = createRequire(require.resolve('libsql'))
      own(`@libsql/${target}`)
      for (const [name, exports] of Object.entries(answers)) {
        const id = own.resolve(name)
        if (cache[id]) continue
        cache[id] = {id, filename: id, loaded: true, exports} as unknown as NodeJS.Module
        told.push(id)
      }
    }
  } catch {
    // Another machine: libsql finds out by itself.
  }
  try {
    return require('libsql')
  } finally {
    for (const id of told) delete cache[id]
  }
}
