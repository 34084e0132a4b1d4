/** The packed table of data/language.generated.ts → how often characters stand in words, and after which others. */
import {Buffer} from 'node:buffer'
import {inflateRawSync} from 'node:zlib'
import {SIZES, TABLE} from '../data/language.generated.ts'

/** Characters are numbered below this; the numbers behind those of the table are free for a page's own. */
export const NUMBERS = 16384

/** Everything that is the same for all pages. A frequency is kept as its place in `frequencies`. */
export interface Dictionary {
  /** UTF-16 unit → number; 0 for one that is in no word. The scripts and the widths share a number, so do all digits. */
  readonly ids: Uint16Array
  readonly size: number
  /** All words, and all characters in them. */
  readonly words: number
  readonly units: number
  /** By number: all occurrences, as first of a word, as last of one, as a word. */
  readonly all: Float64Array
  readonly first: Float64Array
  readonly last: Float64Array
  readonly alone: Float64Array
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

let shared: Dictionary | undefined

/** The dictionary, read once: it is laid out as it is used. */
export function dictionary(): Dictionary {
  shared ??= load()
  return shared
}

function load(): Dictionary {
  // A copy, for where the bytes begin must be divisible by eight. The table is little-endian, as the machines are.
  const {buffer} = new Uint8Array(inflateRawSync(Buffer.from(TABLE, 'base64')))
  const frequencies = new Float64Array(buffer, 0, SIZES.frequencies)
  let at = frequencies.byteLength
  const column = (length: number): Uint16Array => {
    const start = at
    at += length * 2
    return new Uint16Array(buffer, start, length)
  }
  const perNumber = (): Float64Array => {
    const out = new Float64Array(NUMBERS)
    const places = column(SIZES.characters + 1)
    for (let i = 0; i < places.length; i++) out[i] = frequencies[places[i]!]!
    return out
  }
  const ids = column(65536)
  const [all, first, last, alone] = [perNumber(), perNumber(), perNumber(), perNumber()]
  const pairStart = starts(column(SIZES.characters + 1), NUMBERS)
  const seconds = column(SIZES.pairs)
  const [inside, starting, ending] = [column(SIZES.pairs), column(SIZES.pairs), column(SIZES.pairs)]
  const tripleStart = starts(column(SIZES.pairs), SIZES.pairs)
  const thirds = column(SIZES.triples)
  const triples = column(SIZES.triples)
  return {
    ...{ids, size: SIZES.characters, words: SIZES.words, units: SIZES.units},
    ...{all, first, last, alone, inside, starting, ending, frequencies},
    pair: (a, b) => find(seconds, pairStart[a]!, pairStart[a + 1]!, b),
    triple(pair, c) {
      const found = find(thirds, tripleStart[pair]!, tripleStart[pair + 1]!, c)
      return found === -1 ? 0 : frequencies[triples[found]!]!
    },
  }
}

/** Where each row starts, from how long each is. */
function starts(lengths: Uint16Array, rows: number): Uint32Array {
  const out = new Uint32Array(rows + 1)
  let sum = 0
  for (let i = 0; i < rows; i++) {
    out[i] = sum
    if (i < lengths.length) sum += lengths[i]!
  }
  out[rows] = sum
  return out
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
