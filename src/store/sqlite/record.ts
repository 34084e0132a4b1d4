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
  let types = Buffer.allocUnsafe(HEADER(64))
  /** Where the types written so far end. */
  let typed = 0

  function type(code: number): void {
    if (code > 0x7f) typed = varint(types, code, typed)
    else types[typed++] = code
  }

  /** Writes a text and its type, and tells where it ends. */
  function text(value: string, at: number): number {
    const end = value.length > SHORT ? at + bytes.write(value, at) : short(value, at)
    type(13 + 2 * (end - at))
    return end
  }

  function short(value: string, at: number): number {
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
  function number(value: number, at: number): number {
    const whole = value | 0
    if (whole !== value) {
      type(7)
      return bytes.writeDoubleBE(value, at)
    }
    if (whole === 0 || whole === 1) {
      type(8 + whole)
      return at
    }
    const length = whole === (whole << 24) >> 24 ? 1 : whole === (whole << 16) >> 16 ? 2 : 4
    type(length)
    for (let i = length - 1; i >= 0; i--) bytes[at + i] = whole >> (8 * (length - 1 - i))
    return at + length
  }

  function blob(value: Uint8Array, at: number): number {
    type(12 + 2 * value.length)
    bytes.set(value, at)
    return at + value.length
  }

  return {
    record(cells) {
      const room = HEADER(cells.length)
      let needed = room
      for (const cell of cells) needed += cell === null ? 0 : typeof cell === 'number' ? 8 : cell.length * 3
      if (needed > bytes.length) bytes = Buffer.allocUnsafe(needed * 2)
      if (room > types.length) types = Buffer.allocUnsafe(room * 2)
      typed = 0
      let end = room
      for (let i = 0; i < cells.length; i++) {
        const value = cells[i]!
        if (value === null) types[typed++] = 0
        else if (typeof value === 'string') end = text(value, end)
        else if (typeof value === 'number') end = number(value, end)
        else end = blob(value, end)
      }
      const length = typed + (typed < 0x7f ? 1 : 2)
      const start = room - length
      const at = varint(bytes, length, start)
      for (let i = 0; i < typed; i++) bytes[at + i] = types[i]!
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
