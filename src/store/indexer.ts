/** Folders → an index that holds what they hold now: unchanged skipped, changed replaced, vanished removed. */
import fs from 'node:fs'
import type {Result} from '../model/result.ts'
import {parse} from '../pipeline.ts'
import {sha256} from '../text/hash.ts'
import {inShard, type Shard} from '../text/shard.ts'
import type {Store} from './store.ts'
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
  const parts = furtherParts(known.keys())
  const summary = {added: 0, replaced: 0, unchanged: 0, removed: 0, failed: 0}
  for (const input of inputs) {
    if (!inShard(input.relative ?? input.path, options.shard)) continue
    const old = known.get(input.path)
    if (old && !options.force && old.bytes === input.bytes && old.modified === input.modified) {
      summary.unchanged++
      continue
    }
    const read = await readInput(input.path)
    for (const path of parts.get(input.path) ?? []) await store.remove(path)
    if ('error' in read) {
      if (old) await store.remove(input.path)
      summary.failed++
      options.onError?.(input.path, read.error)
    } else {
      for (const [i, result] of read.results.entries()) {
        const path = i === 0 ? input.path : `${input.path}#${i + 1}`
        await store.put({path, sha256: read.sha256, bytes: input.bytes, modified: input.modified}, result)
      }
      if (old) summary.replaced++
      else summary.added++
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

/** The second and further Results of inputs that hold several, by input. */
function furtherParts(known: Iterable<string>): Map<string, string[]> {
  const parts = new Map<string, string[]>()
  for (const path of known) {
    const input = withoutPart(path)
    if (input === path) continue
    const paths = parts.get(input)
    if (paths) paths.push(path)
    else parts.set(input, [path])
  }
  return parts
}

/** What an input holds, or why it holds nothing: only that is the input's failure, whatever the store says is the run's. */
async function readInput(file: string): Promise<{sha256: string; results: Result[]} | {error: unknown}> {
  try {
    const bytes = fs.readFileSync(file)
    return {sha256: sha256(bytes), results: await resultsOf(bytes, file)}
  } catch (error) {
    return {error}
  }
}

/** A Result, or NDJSON of Results, is used as it is; anything else is parsed. */
async function resultsOf(bytes: Buffer, file: string): Promise<Result[]> {
  if (bytes[0] === 0x7b && bytes.subarray(0, 200).includes('"policy/1"'))
    return bytes
      .toString('utf8')
      .split(/\n(?=\{"schema")/)
      .map(line => JSON.parse(line) as Result)
  return [await parse(bytes, {path: file})]
}
