/** The cells of a row → its record as SQLite's file format has it: the types of the cells, then what they hold. */
import type {Cell} from '../rows.ts'

/** The pieces of https://www.sqlite.org/fileformat2.html#record_format that the tables of an index need. */
export type Value = Cell | Uint8Array

/** Where records are made, one after another. */
export interface Recorder {
  /** The record of a row; it stands there until the next is made. */
  record(cells: readonly Value[]): Buffer
}

/** A record's header: its own length in up to three bytes, and up to nine for each type. */
const HEADER = (cells: number): number => 3 + 9 * cells

/** Longer texts are written by Node, which costs more to call and less for each character. */
const SHORT = 20

export function recorder(): Recorder {
  let bytes = Buffer.allocUnsafe(1 << 16)
  let types = new Float64Array(64)

  /** Writes one value and tells where it ends; its type is noted. */
  function write(value: Value, i: number, at: number): number {
    if (value === null) {
      types[i] = 0
      return at
    }
    if (typeof value === 'string') {
      const end = text(value, at)
      types[i] = 13 + 2 * (end - at)
      return end
    }
    if (typeof value === 'number') return number(value, i, at)
    bytes.set(value, at)
    types[i] = 12 + 2 * value.length
    return at + value.length
  }

  function text(value: string, at: number): number {
    if (value.length > SHORT) return at + bytes.write(value, at)
    let end = at
    for (let i = 0; i < value.length; i++) {
      const unit = value.charCodeAt(i)
      if (unit < 0x80) bytes[end++] = unit
      else if (unit < 0x800) {
        bytes[end++] = 0xc0 | (unit >> 6)
        bytes[end++] = 0x80 | (unit & 0x3f)
      } else if (unit >= 0xd800 && unit < 0xe000) return at + bytes.write(value, at)
      else {
        bytes[end++] = 0xe0 | (unit >> 12)
        bytes[end++] = 0x80 | ((unit >> 6) & 0x3f)
        bytes[end++] = 0x80 | (unit & 0x3f)
      }
    }
    return end
  }

  /** SQLite too keeps a whole number in a column of reals as a whole number, and gives it out as a real. */
  function number(value: number, i: number, at: number): number {
    if (value === 0 || value === 1) {
      types[i] = 8 + value
      return at
    }
    if (!Number.isInteger(value) || value < -0x80000000 || value > 0x7fffffff) {
      types[i] = 7
      return bytes.writeDoubleBE(value, at)
    }
    if (value >= -0x80 && value <= 0x7f) {
      types[i] = 1
      return bytes.writeInt8(value, at)
    }
    if (value >= -0x8000 && value <= 0x7fff) {
      types[i] = 2
      return bytes.writeInt16BE(value, at)
    }
    types[i] = 4
    return bytes.writeInt32BE(value, at)
  }

  return {
    record(cells) {
      const room = HEADER(cells.length)
      let needed = room
      for (const cell of cells) needed += cell === null ? 0 : typeof cell === 'number' ? 8 : cell.length * 3
      if (needed > bytes.length) bytes = Buffer.allocUnsafe(needed * 2)
      if (cells.length > types.length) types = new Float64Array(cells.length * 2)
      let end = room
      for (let i = 0; i < cells.length; i++) end = write(cells[i]!, i, end)
      let length = 0
      for (let i = 0; i < cells.length; i++) length += varintLength(types[i]!)
      length += length < 0x7f ? 1 : 2
      const start = room - length
      let at = varint(bytes, length, start)
      for (let i = 0; i < cells.length; i++) at = varint(bytes, types[i]!, at)
      return bytes.subarray(start, end)
    },
  }
}

/** How many bytes a number takes; of rows, types and lengths, which are exact in JavaScript. */
export function varintLength(value: number): number {
  let length = 1
  for (let rest = value; rest > 0x7f; rest = Math.floor(rest / 128)) length++
  return length
}

/** Writes a number, seven bits a byte and the highest first, and tells where it ends. */
export function varint(bytes: Uint8Array, value: number, at: number): number {
  if (value <= 0x7f) {
    bytes[at] = value
    return at + 1
  }
  const length = varintLength(value)
  let rest = value
  for (let i = length - 1; i >= 0; i--) {
    bytes[at + i] = (rest % 128) | (i === length - 1 ? 0 : 0x80)
    rest = Math.floor(rest / 128)
  }
  return at + length
}
