/** The packed table of data/language.generated.ts → how often characters stand in words, and after which others. */
import {Buffer} from 'node:buffer'
import {inflateRawSync} from 'node:zlib'
import {SIZES, TABLE} from '../data/language.generated.ts'

/** Characters are numbered below this; the numbers behind those of the table are free for a page's own. */
export const BITS = 14
export const NUMBERS = 2 ** BITS

/** Everything that is the same for all pages. A frequency is kept as its place in `frequencies`. */
export interface Dictionary {
  /** UTF-16 unit → number; 0 for one that is in no word. The scripts and the widths share a number, so do all digits. */
  readonly ids: Uint16Array
  readonly size: number
  /** All words, and all characters in them. */
  readonly words: number
  readonly units: number
  /** By number: all occurrences, as first of a word, as last of one, as a word. */
  readonly all: Uint16Array
  readonly first: Uint16Array
  readonly last: Uint16Array
  readonly alone: Uint16Array
  /** By pair: inside words, at the start of words, at their end. */
  readonly inside: Uint16Array
  readonly starting: Uint16Array
  readonly ending: Uint16Array
  readonly frequencies: Float64Array
  /** The pair of two numbers; -1 when no word has it. */
  pair(a: number, b: number): number
  /** How often a pair and a number stand inside words. */
  triple(pair: number, c: number): number
}

type Column<T> = (new (buffer: ArrayBuffer, start: number, length: number) => T) & {readonly BYTES_PER_ELEMENT: number}

let shared: Dictionary | undefined

/** The dictionary, read once: it is laid out as it is used. */
export function dictionary(): Dictionary {
  shared ??= load()
  return shared
}

function load(): Dictionary {
  // A copy, for where the bytes begin must be divisible by eight. The table is little-endian, as the machines are.
  const {buffer} = new Uint8Array(inflateRawSync(Buffer.from(TABLE, 'base64')))
  let at = 0
  function column<T>(kind: Column<T>, length: number): T {
    const start = at
    at += length * kind.BYTES_PER_ELEMENT
    return new kind(buffer, start, length)
  }
  const perNumber = (): Uint16Array => {
    const out = new Uint16Array(NUMBERS)
    out.set(column(Uint16Array, SIZES.characters + 1))
    return out
  }
  const perPair = (): Uint16Array => column(Uint16Array, SIZES.pairs)
  const frequencies = column(Float64Array, SIZES.frequencies)
  const pairStart = column(Uint32Array, SIZES.characters + 2)
  const tripleStart = column(Uint32Array, SIZES.pairs + 1)
  const ids = column(Uint16Array, 65536)
  const [all, first, last, alone] = [perNumber(), perNumber(), perNumber(), perNumber()]
  const [seconds, inside, starting, ending] = [perPair(), perPair(), perPair(), perPair()]
  const [thirds, triples] = [column(Uint16Array, SIZES.triples), column(Uint16Array, SIZES.triples)]
  return {
    ...{ids, size: SIZES.characters, words: SIZES.words, units: SIZES.units},
    ...{all, first, last, alone, inside, starting, ending, frequencies},
    pair: (a, b) => (a > SIZES.characters ? -1 : find(seconds, pairStart[a]!, pairStart[a + 1]!, b)),
    triple(pair, c) {
      const found = find(thirds, tripleStart[pair]!, tripleStart[pair + 1]!, c)
      return found === -1 ? 0 : frequencies[triples[found]!]!
    },
  }
}

/** Where a value stands in the ordered stretch of a list; -1 where it does not. */
function find(list: Uint16Array, from: number, to: number, value: number): number {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >> 1
    if (list[middle]! < value) low = middle + 1
    else high = middle
  }
  return low < to && list[low] === value ? low : -1
}
