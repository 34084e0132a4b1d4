/** Byte pair ↔ character, for every two-byte pair of GB18030: private-use code points keep their bytes. */
import {decodedPairs} from './gbk-pairs.ts'

/** A table both ways; a pair is `lead * 256 + trail`, a character one UTF-16 unit, and 0 means none. */
export interface Gbk {
  readonly charOf: Uint16Array
  readonly pairOf: Uint16Array
}

let table: Gbk | undefined

/** The table, made once. */
export function gbk(): Gbk {
  table ??= halves(decodedPairs())
  return table
}

const halves = (both: ArrayBuffer): Gbk => ({
  charOf: new Uint16Array(both, 0, 0x10000),
  pairOf: new Uint16Array(both, 0x20000, 0x10000),
})
