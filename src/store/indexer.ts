/** Folders → an index that holds what they hold now: unchanged skipped, changed replaced, vanished removed. */
import fs from 'node:fs'
import path from 'node:path'
import type {Result} from '../model/result.ts'
import {parse} from '../pipeline.ts'
import {sha256} from '../text/hash.ts'
import type {Store} from './store.ts'

export interface IndexInput {
  readonly path: string
  readonly bytes: number
  readonly modified: number
}

export interface IndexOptions {
  /** Index unchanged inputs again. */
  readonly force?: boolean | undefined
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
 */
export async function index(
  store: Store,
  roots: readonly string[],
  inputs: readonly IndexInput[],
  options: IndexOptions = {},
): Promise<IndexSummary> {
  await store.begin()
  const known = await store.stamps()
  const summary = {added: 0, replaced: 0, unchanged: 0, removed: 0, failed: 0}
  for (const input of inputs) {
    const old = known.get(input.path)
    if (old && !options.force && old.bytes === input.bytes && old.modified === input.modified) {
      summary.unchanged++
      continue
    }
    try {
      const bytes = fs.readFileSync(input.path)
      for (const path of old ? known.keys() : []) if (path.startsWith(`${input.path}#`)) await store.remove(path)
      for (const [i, result] of (await resultsOf(bytes, input.path)).entries()) {
        const at = i === 0 ? input.path : `${input.path}#${i + 1}`
        await store.put({path: at, sha256: sha256(bytes), bytes: input.bytes, modified: input.modified}, result)
      }
      if (old) summary.replaced++
      else summary.added++
    } catch (error) {
      if (old) await store.remove(input.path)
      summary.failed++
      options.onError?.(input.path, error)
    }
    options.onDone?.(input.path)
  }
  summary.removed = await removeVanished(store, roots, new Set(inputs.map(i => i.path)), known.keys())
  await store.commit()
  return summary
}

async function removeVanished(
  store: Store,
  roots: readonly string[],
  here: ReadonlySet<string>,
  known: Iterable<string>,
): Promise<number> {
  let removed = 0
  const below = roots.map(root => path.normalize(root).split(path.sep).join('/').replace(/\/$/, ''))
  for (const old of known) {
    const input = old.replace(/#\d+$/, '')
    if (here.has(input) || !below.some(root => root === '.' || input === root || input.startsWith(`${root}/`))) continue
    await store.remove(old)
    removed++
  }
  return removed
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
