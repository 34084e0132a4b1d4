/** Folders → an index that holds what they hold now: unchanged skipped, changed replaced, vanished removed. */
import {inShard, type Shard} from '../text/shard.ts'
import {readings} from './readers.ts'
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
  /** Threads that read beside the one that writes, none for 1; by default two, and none for less than two megabytes. */
  readonly jobs?: number | undefined
  /** The script that a thread runs; by default the one that stands beside this one when it is built. */
  readonly reader?: URL | undefined
  /** Index only this part of the inputs; `inputs` are all of them nevertheless. */
  readonly shard?: Shard | undefined
  /** Called for an input that gives no Result. */
  readonly onError?: ((path: string, error: unknown) => void) | undefined
  readonly onDone?: ((path: string, bytes: number) => void) | undefined
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
  const gone = vanished(known.keys(), roots, new Set(inputs.map(i => i.path)), options.shard)
  const summary = {added: 0, replaced: 0, unchanged: own.length - changed.length, removed: gone.length, failed: 0}
  const old = new Set([...changed.flatMap(input => parts.get(input.path) ?? []), ...gone])
  const bytes = (all: Iterable<{readonly bytes: number}>): number => [...all].reduce((sum, one) => sum + one.bytes, 0)
  await store.plan?.({
    bytes: bytes(changed) + bytes([...old].map(path => known.get(path)!)),
    keeps: old.size < known.size,
  })
  for (const path of old) await store.remove(path)
  const script = options.reader ?? new URL('./reader.js', import.meta.url)
  for await (const {input, pages} of readings(changed, threadsFor(changed, options.jobs), script)) {
    const replaced = known.has(input.path)
    const added: string[] = []
    try {
      for await (const {path, sha256, rows} of pages) {
        added.push(path)
        await store.put({path, sha256, bytes: input.bytes, modified: input.modified}, rows)
      }
      if (added.length > 0) summary[replaced ? 'replaced' : 'added']++
    } catch (error) {
      if (isStoreError(error)) throw error
      for (const path of added) await store.remove(path)
      summary.failed++
      options.onError?.(input.path, error)
    }
    options.onDone?.(input.path, input.bytes)
  }
  await store.commit()
  return summary
}

/** Threads cost more than they give below this. */
const SMALL = 2 * 1024 * 1024

function threadsFor(inputs: readonly IndexInput[], jobs: number | undefined): number {
  const bytes = inputs.reduce((sum, input) => sum + input.bytes, 0)
  const wanted = jobs ?? (bytes < SMALL ? 1 : 2)
  return wanted < 2 || inputs.length < 2 ? 0 : Math.min(wanted, inputs.length)
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
