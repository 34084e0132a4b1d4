/** An address → a connection to PostgreSQL, and what the server or the network says → one line without a password. */
import {createRequire} from 'node:module'
import type {Cell} from '../rows.ts'
import {StoreError} from '../store.ts'

export type Parameter = Cell | readonly Cell[]

export interface Client {
  /** @throws StoreError */
  query(sql: string, values?: readonly Parameter[]): Promise<Record<string, Cell>[]>
  close(): Promise<void>
}

/** What of the package `pg` is used here. */
interface Driver {
  connect(): Promise<void>
  query(sql: string, values: Parameter[]): Promise<{rows: Record<string, Cell>[]}>
  end(): Promise<void>
  on(event: 'error', listener: () => void): void
  password: string | null
}

/**
 * Connects to a server.
 * @throws StoreError `no-postgres`, `unreadable`
 */
export async function connect(address: string): Promise<Client> {
  const client = driver(address)
  // A server that goes away while nothing is asked is told by the next question.
  client.on('error', () => {})
  // Otherwise the driver looks for a file of passwords.
  client.password ??= ''
  try {
    await client.connect()
  } catch (error) {
    // Or the server would wait for the rest of the greeting, and the program with it.
    client.end().catch(() => {})
    throw new StoreError('unreadable', `cannot connect: ${wordsOf(error)}`)
  }
  return {
    async query(sql, values = []) {
      try {
        return (await client.query(sql, values.map(bound))).rows
      } catch (error) {
        throw told(error)
      }
    },
    close: () => client.end().catch(() => {}),
  }
}

function driver(address: string): Driver {
  let module: {Client: new (options: object) => Driver}
  try {
    module = createRequire(import.meta.url)('pg')
  } catch (cause) {
    throw new StoreError('no-postgres', 'no PostgreSQL driver: install the package pg', {cause})
  }
  const options = {
    connectionString: address,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    application_name: 'policy',
  }
  try {
    return new module.Client(options)
  } catch {
    // What the driver says of an address may quote it.
    throw new StoreError('unreadable', 'cannot read the address, expected postgresql://user@host:port/database')
  }
}

/** PostgreSQL has no text with U+0000. */
const bound = (value: Parameter): Parameter =>
  typeof value === 'string'
    ? value.replaceAll('\0', '\ufffd')
    : Array.isArray(value)
      ? value.map(v => bound(v) as Cell)
      : value

const LOST = /^(?:08...|57P0[123]|ECONNRESET|EPIPE|ETIMEDOUT)$/
const LOST_WORDS = /connection (?:terminated|ended|error)|not queryable|connection was closed/i
const BUSY = /^(?:55P03|40P01|40001|23505)$/

/** An error of a query → what a user can do about it. */
function told(error: unknown): StoreError {
  const code = String((error as {code?: unknown}).code ?? '')
  if (LOST.test(code) || LOST_WORDS.test(wordsOf(error)))
    return new StoreError('lost', 'the connection to the server was lost, nothing of this run stands; run it again')
  if (BUSY.test(code))
    return new StoreError('busy', 'another process is writing the same pages to the index; try again')
  return new StoreError('refused', `the server says: ${wordsOf(error)}`)
}

/** An address that names several hosts fails with one error for each. */
function wordsOf(error: unknown): string {
  const {errors, message, code} = error as {errors?: readonly unknown[]; message?: string; code?: string}
  if (errors?.[0]) return wordsOf(errors[0])
  if (/SASL.*password/.test(message ?? '')) return 'the server asks for a password; set PGPASSWORD'
  return (message || code || String(error)).split('\n')[0]!
}
