/** The manifests of shards → the manifest that one run over all would have written, byte for byte. */
import {missing, shardName, shardOf} from '../text/shard.ts'
import type {Entry} from './manifest.ts'
import {misfit, readEntries, readHead, writeManifest} from './manifest-file.ts'

/**
 * Writes the manifest of all; holds one entry of each.
 * @returns how many entries it has
 * @throws RangeError when one is no manifest or does not belong to the others, a shard is missing, or two hold one input
 */
export function mergeManifests(files: readonly string[], output: string): number {
  const heads = files.map(readHead)
  const {shard: _, ...head} = heads[0]!
  const settings = JSON.stringify([head.tool, head.options])
  for (const [i, {tool, options}] of heads.entries())
    if (JSON.stringify([tool, options]) !== settings)
      throw misfit(files[i]!, `is of another version or other options than ${files[0]}`)
  const [lost] = missing(heads.flatMap(({shard}) => shard ?? []).map(shardOf))
  if (lost) throw new RangeError(`shard ${shardName(lost)} is missing`)
  let count = 0
  writeManifest(
    output,
    head,
    counted(inOrder(files), () => count++),
  )
  return count
}

/** All entries in the order of their paths. */
function* inOrder(files: readonly string[]): Generator<Entry> {
  const open = files.map(readEntries)
  const next = open.map(entries => entries.next().value as Entry | undefined)
  for (let last: string | undefined; ; ) {
    let least = -1
    for (const [i, entry] of next.entries()) if (entry && (least < 0 || entry.path < next[least]!.path)) least = i
    const entry = next[least]
    if (!entry) return
    if (entry.path === last) throw new RangeError(`${entry.path}: two of the manifests hold it`)
    last = entry.path
    yield entry
    next[least] = open[least]!.next().value
  }
}

function* counted<T>(items: Iterable<T>, count: () => void): Generator<T> {
  for (const item of items) {
    count()
    yield item
  }
}
