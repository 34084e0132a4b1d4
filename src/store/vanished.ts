/** What an index knows and the folders no longer hold. */
import path from 'node:path'
import {inShard, type Shard} from '../text/shard.ts'

/**
 * The known paths below the roots whose inputs are not there; of a shard only its own, so that each shard looks after
 * what it would have indexed. What lies below none of the roots is another run's.
 */
export function vanished(
  known: Iterable<string>,
  roots: readonly string[],
  here: ReadonlySet<string>,
  shard: Shard | undefined,
): string[] {
  const relative = relativeTo(roots)
  return [...known].filter(old => {
    const input = withoutPart(old)
    if (here.has(input) || here.has(old)) return false
    const below = relative(input)
    return below !== null && inShard(below, shard)
  })
}

/** An input of several Results has its path and `#2`, `#3` … */
export const withoutPart = (known: string): string => known.replace(/#\d{1,9}$/, '')

/** Paths as they are written → relative to their root, as the walk of the folders tells them; null below none. */
function relativeTo(roots: readonly string[]): (input: string) => string | null {
  const places = roots.map(root => ({
    root: path.normalize(root).split(path.sep).join('/').replace(/\/$/, ''),
    under: roots.length > 1 ? `${path.basename(path.resolve(root))}/` : '',
  }))
  return input => {
    for (const {root, under} of places) {
      if (input === root || root === '.') return under + input
      if (input.startsWith(`${root}/`)) return under + input.slice(root.length + 1)
    }
    return null
  }
}
