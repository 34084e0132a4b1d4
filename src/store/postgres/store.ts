/** The store in a PostgreSQL database, for several writers at once. */
import {type Shard, shardName} from '../../text/shard.ts'
import {known, type Meta, newMeta, wordsFor} from '../meta.ts'
import {stampOf} from '../rows.ts'
import type {OpenOptions} from '../sqlite.ts'
import {type Stamp, type Store, StoreError} from '../store.ts'
import type {Segmenter} from '../words.ts'
import {type Client, connect} from './client.ts'
import {measures, search} from './search.ts'
import {TABLES} from './tables.ts'
import {type Writer, writer} from './write.ts'

/**
 * Opens the index in a database; a writer makes its tables, in the schema `policy`, when there are none.
 * @throws StoreError: `no-postgres`, `unreadable`, `other-version`, `other-segmenter` (a writer with other words)
 */
export async function openPostgres(address: string, {write = false}: OpenOptions = {}): Promise<Store> {
  const client = await connect(address)
  try {
    let meta = await metaOf(client)
    if (!meta && !write) throw new StoreError('unreadable', 'no such index; build it with `policy index`')
    meta ??= await create(client)
    await client.query('SET search_path = policy')
    // A reader's statements change nothing, whatever is asked of it.
    if (!write) await client.query('SET default_transaction_read_only = on')
    return storeOf(client, write ? wordsFor(meta) : null)
  } catch (error) {
    await client.close()
    throw error
  }
}

async function metaOf(client: Client): Promise<Meta | null> {
  // Not by to_regclass, which in a transaction still knows what was not there before.
  const found = await client.query("SELECT 1 FROM pg_tables WHERE schemaname = 'policy' AND tablename = 'meta'")
  if (found.length === 0) return null
  const rows = await client.query('SELECT key, value FROM policy.meta')
  return known(Object.fromEntries(rows.map(r => [String(r['key']), String(r['value'])])))
}

/** Numbers of advisory locks that are ours: one for making the tables, one for writing. */
const MAKING = 0x706f6c31
const WRITING = 0x706f6c32

/** Makes the tables, unless another writer has made them meanwhile. */
async function create(client: Client): Promise<Meta> {
  await client.query('BEGIN')
  await client.query('SELECT pg_advisory_xact_lock($1)', [MAKING])
  let meta = await metaOf(client)
  if (!meta) {
    await client.query(TABLES)
    const rows = newMeta(wordsFor(null))
    for (const row of rows) await client.query('INSERT INTO meta VALUES ($1, $2)', row)
    meta = Object.fromEntries(rows)
  }
  await client.query('COMMIT')
  return meta
}

function storeOf(client: Client, words: Segmenter | null): Store {
  let out: Writer | null = null
  return {
    stamps: () => stampsOf(client),
    async begin(shard) {
      await client.query('BEGIN')
      await lock(client, shard)
      out = writer(client, words!)
    },
    put: (stamp, result) => out!.put(stamp, result),
    remove: path => out!.remove(path),
    async commit() {
      await out!.flush()
      await client.query('COMMIT')
      // What the server knows of new tables comes late otherwise, and the first queries would read them whole.
      await client.query('ANALYZE documents, nodes, words, facts')
    },
    search: (query, filters = {}) => search(client, query, filters),
    measures: (filters = {}) => measures(client, filters),
    close: () => client.close(),
  }
}

/**
 * Shards write at once, and each shard once at a time; who writes without a shard writes alone. After five seconds of
 * waiting the writer is told that another one is at work.
 */
async function lock(client: Client, shard: Shard | undefined): Promise<void> {
  await client.query("SET LOCAL lock_timeout = '5s'")
  if (shard) {
    await client.query('SELECT pg_advisory_xact_lock_shared($1, 0)', [WRITING])
    await client.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [WRITING, shardName(shard)])
  } else await client.query('SELECT pg_advisory_xact_lock($1, 0)', [WRITING])
  await client.query('SET LOCAL lock_timeout = 0')
}

async function stampsOf(client: Client): Promise<Map<string, Stamp>> {
  const rows = await client.query('SELECT path, sha256, bytes, modified FROM inputs')
  return new Map(rows.map(row => [String(row['path']), stampOf(row)]))
}
