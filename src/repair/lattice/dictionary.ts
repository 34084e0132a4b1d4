/** The table of data/language.generated.ts, unpacked once, with the likelihoods that its numbers stand for. */
import {SIZES} from '../data/language.generated.ts'
import {type Table, tableIn} from './layout.ts'
import {unpacked} from './unpacked.ts'

/** Characters are numbered below this; the numbers behind those of the table are free for a page's own. */
export const BITS = 14
export const NUMBERS = 2 ** BITS

/** Everything that is the same for all pages. */
export interface Dictionary extends Table {
  /** The numbers up to this are those of the table's characters. The scripts and the widths share a number, so do all digits. */
  readonly size: number
  /** By number of a likelihood, and of what one is multiplied by. */
  readonly likelihoods: Float64Array
  readonly factors: Float64Array
}

let shared: Dictionary | undefined

/** The dictionary, made at the first call. */
export function dictionary(): Dictionary {
  shared ??= {
    ...tableIn(unpacked()),
    size: SIZES.characters,
    likelihoods: Float64Array.from({length: 256}, (_, i) => Math.exp(-i * SIZES.step)),
    factors: Float64Array.from({length: 256}, (_, i) => Math.exp((SIZES.offset - i) * SIZES.step)),
  }
  return shared
}
