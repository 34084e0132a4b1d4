/** The packed table of data/language.generated.ts → how often characters stand in words, and after which others. */
import {SIZES} from '../data/language.generated.ts'
import {unpacked} from './unpacked.ts'

/** Characters are numbered below this; the numbers behind those of the table are free for a page's own. */
export const BITS = 14
export const NUMBERS = 2 ** BITS

/**
 * Everything that is the same for all pages. A frequency is kept as its place in `frequencies`.
 *
 * Pairs and triples are laid out so that one look tells: the row of a pair's first character starts at `pairStart`, its second
 * stands so many places behind as its number is, and there only if `pairOwner` names the first. Searching ordered rows
 * for them took a tenth of what a damaged page costs the lattice.
 */
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
  readonly pairStart: Uint32Array
  readonly pairOwner: Uint16Array
  /** By the place of a pair: inside words, at the start of words, at their end; the row of its triples, 0 for none. */
  readonly inside: Uint16Array
  readonly starting: Uint16Array
  readonly ending: Uint16Array
  readonly tripleRow: Uint16Array
  /** The same for triples, by the row of their pair and the number of their last character: inside words. */
  readonly tripleStart: Uint16Array
  readonly tripleOwner: Uint16Array
  readonly triples: Uint16Array
  readonly frequencies: Float64Array
}

type Column<T> = (new (buffer: ArrayBuffer, start: number, length: number) => T) & {readonly BYTES_PER_ELEMENT: number}

let shared: Dictionary | undefined

/** The dictionary, read once: it is laid out as it is used. */
export function dictionary(): Dictionary {
  shared ??= load(unpacked())
  return shared
}

function load(buffer: ArrayBuffer): Dictionary {
  let at = 0
  function column<T>(kind: Column<T>, length: number): T {
    const start = at
    at += length * kind.BYTES_PER_ELEMENT
    return new kind(buffer, start, length)
  }
  /** Also for the numbers of a page's own characters. */
  function perNumber<T extends Uint16Array | Uint32Array>(kind: Column<T>): T {
    const listed = column(kind, SIZES.characters + 1)
    const out = new kind(new ArrayBuffer(NUMBERS * kind.BYTES_PER_ELEMENT), 0, NUMBERS)
    out.set(listed)
    return out
  }
  const short = (length: number): Uint16Array => column(Uint16Array, length)
  return {
    size: SIZES.characters,
    words: SIZES.words,
    units: SIZES.units,
    frequencies: column(Float64Array, SIZES.frequencies),
    pairStart: perNumber(Uint32Array),
    ids: short(65536),
    all: perNumber(Uint16Array),
    first: perNumber(Uint16Array),
    last: perNumber(Uint16Array),
    alone: perNumber(Uint16Array),
    pairOwner: short(SIZES.pairs),
    inside: short(SIZES.pairs),
    starting: short(SIZES.pairs),
    ending: short(SIZES.pairs),
    tripleRow: short(SIZES.pairs),
    tripleStart: short(SIZES.tripleRows + 1),
    tripleOwner: short(SIZES.triples),
    triples: short(SIZES.triples),
  }
}

/** The place of a pair; -1 when no word has it. */
export function pairPlace({pairStart, pairOwner}: Dictionary, a: number, b: number): number {
  const place = pairStart[a]! + b
  return pairOwner[place] === a ? place : -1
}
