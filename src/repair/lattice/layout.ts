/** How the table of pairs and triples of characters lies in memory: hashed, so that mostly one look tells. */
import {SIZES} from '../data/language.generated.ts'

/** The numbers of the table's characters are below this. */
export const FOLLOWERS = 8192
/** Half as many places again as there are pairs and triples, so that few want the same one. */
const ROOM = 1.5
const PAIRS = Math.ceil(SIZES.pairs * ROOM)
const TRIPLES = Math.ceil(SIZES.triples * ROOM)

/** Likelihoods are numbered: a number is so many steps of `SIZES.step` down on the logarithm. */
export interface Table {
  /** What follows what, by place; 0 where nothing is. Of a triple the first two are told by the place of their pair. */
  readonly pairKeys: Uint32Array
  readonly tripleKeys: Uint32Array
  /** UTF-16 unit → number; 0 for one that was never met. */
  readonly ids: Uint16Array
  /** By number: how likely a character is at all, and by what that is multiplied where no pair tells what follows it. */
  readonly single: Uint8Array
  readonly rest: Uint8Array
  /** By place: how likely the second is after the first, the third after both. */
  readonly pairLikely: Uint8Array
  readonly tripleLikely: Uint8Array
  /** By what that of a pair is multiplied where no triple tells what follows the two; 0 where none begins with them. */
  readonly pairRest: Uint8Array
}

const perCharacter = SIZES.characters + 1
/** All bytes of a table. */
export const TABLE_BYTES = (PAIRS + TRIPLES) * 4 + 65536 * 2 + perCharacter * 2 + PAIRS * 2 + TRIPLES

/** The table in a buffer. */
export function tableIn(buffer: ArrayBuffer): Table {
  let at = 0
  const next = (bytes: number): number => {
    const start = at
    at += bytes
    return start
  }
  const bytes = (length: number): Uint8Array => new Uint8Array(buffer, next(length), length)
  return {
    pairKeys: new Uint32Array(buffer, next(PAIRS * 4), PAIRS),
    tripleKeys: new Uint32Array(buffer, next(TRIPLES * 4), TRIPLES),
    ids: new Uint16Array(buffer, next(65536 * 2), 65536),
    single: bytes(perCharacter),
    rest: bytes(perCharacter),
    pairLikely: bytes(PAIRS),
    tripleLikely: bytes(TRIPLES),
    pairRest: bytes(PAIRS),
  }
}

/** The place of what follows, or the free one where it would be. @param row the number of a character, or the place of a pair */
export function placeOf(keys: Uint32Array, row: number, follower: number): number {
  const key = row * FOLLOWERS + follower
  let place = ((Math.imul(key, 0x9e3779b1) >>> 0) * (keys.length / 2 ** 32)) | 0
  for (;;) {
    const held = keys[place]
    if (held === key || held === 0) return place
    if (++place === keys.length) place = 0
  }
}

/** Puts what follows into its place. */
export function put(keys: Uint32Array, row: number, follower: number): number {
  const place = placeOf(keys, row, follower)
  keys[place] = row * FOLLOWERS + follower
  return place
}
