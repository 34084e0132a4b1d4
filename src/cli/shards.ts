/** The option `--shard` → which part of the inputs is meant. */
import {type Shard, shardOf} from '../text/shard.ts'
import {UsageError} from './command.ts'

/** @throws UsageError when it is no part */
export function shardIn(option: string | boolean | undefined): Shard | undefined {
  if (option === undefined) return undefined
  try {
    return shardOf(String(option))
  } catch (error) {
    throw new UsageError(`--shard: ${(error as Error).message}`)
  }
}
