/** Folders → an index that holds what they hold now: unchanged skipped, changed replaced, vanished removed. */
import fs from 'node:fs'
import type {Result} from '../model/result.ts'
import {parse} from '../pipeline.ts'
import {sha256} from '../text/hash.ts'
import {inShard, type Shard} from '../text/shard.ts'
import {isStoreError, type Stamp, type Store} from './store.ts'
import {vanished, withoutPart} from './vanished.ts'

export interface IndexInput {
  readonly path: string
  /** Below its folder, what shards are told by; by default the path. */
  readonly relative?: string
  readonly bytes: number
  readonly modified: number
}

export interface IndexOptions {
  /** Index unchanged inputs again. */
  readonly force?: boolean | undefined
  /** Index only this part of the inputs; `inputs` are all of them nevertheless. */
  readonly shard?: Shard | undefined
  /** Called for an input that gives no Result. */
  readonly onError?: ((path: string, error: unknown) => void) | undefined
  readonly onDone?: ((path: string) => void) | undefined
}

export interface IndexSummary {
  readonly added: number
  readonly replaced: number
  readonly unchanged: number
  readonly removed: number
  readonly failed: number
}

/**
 * Brings an index up to date with the inputs below `roots`. All changes stand together at the end: a run that is
 * killed leaves the old index. A failed input keeps no rows and stops nothing.
 * @throws StoreError: what goes wrong with the index; nothing of the run stands then
 */
export async function index(
  store: Store,
  roots: readonly string[],
  inputs: readonly IndexInput[],
  options: IndexOptions = {},
): Promise<IndexSummary> {
  await store.begin(options.shard)
  const known = await store.stamps()
  const parts = partsOf(known.keys())
  const own = inputs.filter(input => inShard(input.relative ?? input.path, options.shard))
  const changed = options.force ? own : own.filter(input => !same(known.get(input.path), input))
  const summary = {added: 0, replaced: 0, unchanged: own.length - changed.length, removed: 0, failed: 0}
  // All old rows first: between new ones, every deletion makes SQLite write out what it gathered.
  for (const input of changed) for (const old of parts.get(input.path) ?? []) await store.remove(old)
  for (const input of changed) {
    const old = known.has(input.path)
    const added: string[] = []
    try {
      const bytes = fs.readFileSync(input.path)
      const stamp = {sha256: sha256(bytes), bytes: input.bytes, modified: input.modified}
      for await (const result of resultsOf(bytes, input.path)) {
        added.push(added.length === 0 ? input.path : `${input.path}#${added.length + 1}`)
        await store.put({...stamp, path: added.at(-1)!}, result)
      }
      if (added.length > 0) summary[old ? 'replaced' : 'added']++
    } catch (error) {
      if (isStoreError(error)) throw error
      for (const path of added) await store.remove(path)
      summary.failed++
      options.onError?.(input.path, error)
    }
    options.onDone?.(input.path)
  }
  for (const path of vanished(known.keys(), roots, new Set(inputs.map(i => i.path)), options.shard)) {
    await store.remove(path)
    summary.removed++
  }
  await store.commit()
  return summary
}

/** An input → the paths under which its Results stand: several when it is NDJSON. */
function partsOf(known: Iterable<string>): Map<string, string[]> {
  const parts = new Map<string, string[]>()
  for (const path of known)
    for (const input of new Set([path, withoutPart(path)])) {
      const paths = parts.get(input)
      if (paths) paths.push(path)
      else parts.set(input, [path])
    }
  return parts
}

const same = (old: Stamp | undefined, input: IndexInput): boolean =>
  old !== undefined && old.bytes === input.bytes && old.modified === input.modified

/** A Result, or NDJSON of Results, is used as it is; JSON of another kind (a manifest) is passed over; the rest is parsed. */
async function* resultsOf(bytes: Buffer, file: string): AsyncGenerator<Result> {
  if (!JSON_FILE.test(file) && !startsResult(bytes)) return yield await parse(bytes, {path: file})
  if (!startsResult(bytes)) return
  const end = bytes.indexOf(10)
  const first = parsed(bytes.subarray(0, end < 0 ? bytes.length : end))
  if (first === undefined) return yield whole(JSON.parse(bytes.toString('utf8')))
  yield whole(first)
  for (let start = end < 0 ? bytes.length : end + 1; start < bytes.length; ) {
    const next = bytes.indexOf(10, start)
    const text = bytes.toString('utf8', start, next < 0 ? bytes.length : next)
    if (text.trim() !== '') yield whole(JSON.parse(text))
    start = next < 0 ? bytes.length : next + 1
  }
}

function whole(value: unknown): Result {
  const {documents, facts, error} = value as Partial<Result> & {error?: {message?: unknown}}
  if (error) throw new Error(String(error.message))
  if (!Array.isArray(documents) || !Array.isArray(facts))
    throw new Error('is not a whole Result; `policy check` tells more')
  return value as Result
}

const JSON_FILE = /\.(?:json|ndjson|jsonl)$/i

const startsResult = (bytes: Buffer): boolean => bytes[0] === 0x7b && bytes.subarray(0, 200).includes('"policy/1"')

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}
