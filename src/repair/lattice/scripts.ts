/** Which characters belong to one script alone, and the simplified form of each traditional one, by UTF-16 unit. */
import {EITHER, SIMPLIFIED, TRADITIONAL} from '../data/script.generated.ts'

export interface Scripts {
  readonly traditional: ReadonlySet<number>
  readonly simplified: ReadonlySet<number>
  /** Traditional and variant units, each with its simplified one. */
  readonly fold: readonly (readonly [from: number, to: number])[]
}

let shared: Scripts | undefined

/** Made at the first call, and the same for all pages. */
export function scripts(): Scripts {
  shared ??= {
    traditional: new Set([...pairs(TRADITIONAL)].map(([from]) => from)),
    simplified: new Set([...SIMPLIFIED].map(c => c.charCodeAt(0))),
    fold: [...pairs(TRADITIONAL), ...pairs(EITHER)],
  }
  return shared
}

function* pairs(table: string): Generator<readonly [number, number]> {
  const characters = [...table]
  for (let i = 0; i < characters.length; i += 2) {
    const [from, to] = [characters[i]!, characters[i + 1]!]
    if (from.length === 1 && to.length === 1) yield [from.charCodeAt(0), to.charCodeAt(0)]
  }
}
