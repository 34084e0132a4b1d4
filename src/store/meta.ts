/** What an index says of itself → whether this program may read it, and with what words it goes on. */
import {type Shard, shardOf} from '../text/shard.ts'
import {SCHEMA_VERSION} from './schema.ts'
import {StoreError} from './store.ts'
import {type Segmenter, segmenter} from './words.ts'

/** The rows of the table `meta`. */
export type Meta = Readonly<Record<string, string>>

/** @throws StoreError `other-version` */
export function known(meta: Meta): Meta {
  if (meta['schema'] !== SCHEMA_VERSION)
    throw new StoreError(
      'other-version',
      `the index has tables of version ${meta['schema']}, expected ${SCHEMA_VERSION}: build it anew`,
    )
  return meta
}

/**
 * The segmenter that an index was built with; of a new index, this machine's.
 * @throws StoreError `other-segmenter` when it is absent here
 */
export function wordsFor(meta: Meta | null): Segmenter {
  const words = segmenter(meta?.['segmenter'])
  if (meta && meta['segmenter'] !== words.name)
    throw new StoreError(
      'other-segmenter',
      `the index was built with ${meta['segmenter']}, which is absent here: install it or build the index anew`,
    )
  return words
}

/** What a new index says of itself. */
export const newMeta = (words: Segmenter): [key: string, value: string][] => [
  ['schema', SCHEMA_VERSION],
  ['segmenter', words.name],
]

/** What the keys of the shards that an index holds begin with. */
export const SHARD = 'shard '

/** The shards that an index holds; none when it is whole. */
export const shardsIn = (meta: Meta): Shard[] =>
  Object.keys(meta).flatMap(key => (key.startsWith(SHARD) ? shardOf(key.slice(SHARD.length)) : []))
