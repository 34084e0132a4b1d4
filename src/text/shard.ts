/** A folder's files → n parts of them, told by the hash of each relative path: a new file moves no other. */
import {sha256} from './hash.ts'

/** One of `of` parts, counted from 1. */
export interface Shard {
  readonly number: number
  readonly of: number
}

/**
 * `2/16` → the second of sixteen.
 * @throws RangeError when it is none
 */
export function shardOf(text: string): Shard {
  const [, number = 0, of = 0] = (/^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? []).map(Number)
  if (number < 1 || number > of) throw new RangeError(`Unexpected shard '${text}', expected i/n with i from 1 to n`)
  return {number, of}
}

/** As `--shard` writes it: 2/8. */
export const shardName = ({number, of}: Shard): string => `${number}/${of}`

/** Whether the file with this path, relative to its folder, belongs to the shard. Without a shard, all do. */
export const inShard = (relative: string, shard: Shard | undefined): boolean =>
  // Twelve hexadecimal digits are the most that a number holds exactly.
  !shard || Number.parseInt(sha256(relative).slice(0, 12), 16) % shard.of === shard.number - 1

/**
 * What parts are missing of a whole; nothing when none is, or when there are no shards at all.
 * @throws RangeError when the shards are not of one division, or one stands twice
 */
export function missing(shards: readonly Shard[]): Shard[] {
  const of = shards[0]?.of ?? 0
  const seen = new Set<number>()
  for (const shard of shards) {
    if (shard.of !== of) throw new RangeError(`Unexpected shard ${shardName(shard)}, expected one of ${of}`)
    if (seen.has(shard.number)) throw new RangeError(`Unexpected shard ${shardName(shard)}, it stands there twice`)
    seen.add(shard.number)
  }
  return Array.from({length: of}, (_, i) => ({number: i + 1, of})).filter(({number}) => !seen.has(number))
}
