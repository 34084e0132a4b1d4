/**
 * The cells of rows ↔ what SQLite's file format has of them: the types of the cells, and the values that those leave open.
 * https://www.sqlite.org/fileformat2.html#record_format, as far as the tables of an index need it.
 */
import type {Cell} from '../rows.ts'

export type Value = Cell | Uint8Array

/** Rows, one behind the other. */
export interface Encoded {
  readonly types: Uint8Array
  readonly values: Uint8Array
  /** For each row where its types end, and where its values do. */
  readonly ends: Uint32Array
}

/** Where rows are encoded, one after another. */
export interface Encoder {
  add(cells: readonly Value[]): void
  /** What was added, until the next is. */
  view(): Encoded
  /** The next row is the first again. */
  clear(): void
}

/** A type takes nine bytes at most. */
const LONGEST_TYPE = 9
/** Longer texts are written by Node, which costs more to call and less for each character. */
const SHORT = 20

export function encoder(): Encoder {
  let types = Buffer.allocUnsafe(1 << 12)
  let values = Buffer.allocUnsafe(1 << 16)
  let ends = new Uint32Array(64)
  let typed = 0
  let valued = 0
  let rows = 0

  function type(code: number): void {
    if (code > 0x7f) typed = varint(types, code, typed)
    else types[typed++] = code
  }

  function text(value: string): void {
    const end = value.length > SHORT ? valued + values.write(value, valued) : short(value)
    type(13 + 2 * (end - valued))
    valued = end
  }

  function short(value: string): number {
    let end = valued
    for (let i = 0; i < value.length; i++) {
      const unit = value.charCodeAt(i)
      if (unit < 0x80) values[end++] = unit
      else if (unit < 0x800) {
        values[end++] = 0xc0 | (unit >> 6)
        values[end++] = 0x80 | (unit & 0x3f)
      } else if (unit >= 0xd800 && unit < 0xe000) return valued + values.write(value, valued)
      else {
        values[end++] = 0xe0 | (unit >> 12)
        values[end++] = 0x80 | ((unit >> 6) & 0x3f)
        values[end++] = 0x80 | (unit & 0x3f)
      }
    }
    return end
  }

  /** SQLite too keeps a whole number in a column of reals as a whole number, and gives it out as a real. */
  function number(value: number): void {
    const whole = value | 0
    if (whole !== value) {
      type(7)
      valued = values.writeDoubleBE(value, valued)
    } else if (whole === 0 || whole === 1) type(8 + whole)
    else {
      const length = whole === (whole << 24) >> 24 ? 1 : whole === (whole << 16) >> 16 ? 2 : 4
      type(length)
      for (let shift = 8 * (length - 1); shift >= 0; shift -= 8) values[valued++] = whole >> shift
    }
  }

  function blob(value: Uint8Array): void {
    type(12 + 2 * value.length)
    values.set(value, valued)
    valued += value.length
  }

  return {
    add(cells) {
      let needed = valued
      for (const cell of cells) needed += cell === null ? 0 : typeof cell === 'number' ? 8 : cell.length * 3
      if (needed > values.length) values = longer(values, valued, needed)
      if (typed + LONGEST_TYPE * cells.length > types.length) types = longer(types, typed, types.length)
      for (let i = 0; i < cells.length; i++) {
        const value = cells[i]!
        if (value === null) types[typed++] = 0
        else if (typeof value === 'string') text(value)
        else if (typeof value === 'number') number(value)
        else blob(value)
      }
      if (2 * rows === ends.length) {
        const more = new Uint32Array(ends.length * 2)
        more.set(ends)
        ends = more
      }
      ends[2 * rows] = typed
      ends[2 * rows++ + 1] = valued
    },
    view: () => ({types, values, ends: ends.subarray(0, 2 * rows)}),
    clear() {
      typed = 0
      valued = 0
      rows = 0
    },
  }
}

function longer(old: Buffer, used: number, needed: number): Buffer<ArrayBuffer> {
  const more = Buffer.allocUnsafe(needed * 2)
  old.copy(more, 0, 0, used)
  return more as Buffer<ArrayBuffer>
}

/** Where records are made: the length of what tells the types, the types, the values. A record stands until the next is made. */
export interface Recorder {
  record(cells: readonly Value[]): Buffer
  /** The record of an encoded row, with cells before it. */
  behind(first: readonly Value[], rows: Encoded, row: number): Buffer
}

export function recorder(): Recorder {
  const own = encoder()
  let bytes = Buffer.allocUnsafe(1 << 16)

  function behind(first: readonly Value[], rows: Encoded, row: number): Buffer {
    own.clear()
    own.add(first)
    const head = own.view()
    const [typed, valued] = [head.ends[0]!, head.ends[1]!]
    const [type, value] = row === 0 ? [0, 0] : [rows.ends[2 * row - 2]!, rows.ends[2 * row - 1]!]
    const [lastType, lastValue] = [rows.ends[2 * row]!, rows.ends[2 * row + 1]!]
    const header = typed + lastType - type
    const length = header + (header < 0x7f ? 1 : 2)
    const end = length + valued + lastValue - value
    if (end > bytes.length) bytes = Buffer.allocUnsafe(end * 2)
    let at = varint(bytes, length, 0)
    for (let i = 0; i < typed; i++) bytes[at++] = head.types[i]!
    for (let i = type; i < lastType; i++) bytes[at++] = rows.types[i]!
    for (let i = 0; i < valued; i++) bytes[at++] = head.values[i]!
    bytes.set(rows.values.subarray(value, lastValue), at)
    return bytes.subarray(0, end)
  }

  const row = encoder()
  return {
    behind,
    record(cells) {
      row.clear()
      row.add(cells)
      return behind([], row.view(), 0)
    },
  }
}

/** The cells of an encoded row. */
export function cellsOf({types, values, ends}: Encoded, row: number): Cell[] {
  const view = Buffer.from(values.buffer, values.byteOffset, values.byteLength)
  const cells: Cell[] = []
  let at = row === 0 ? 0 : ends[2 * row - 1]!
  const end = ends[2 * row]!
  for (let i = row === 0 ? 0 : ends[2 * row - 2]!; i < end; ) {
    let type = 0
    for (; types[i]! > 0x7f; i++) type = type * 128 + (types[i]! & 0x7f)
    type = type * 128 + types[i++]!
    if (type === 0) cells.push(null)
    else if (type >= 13) {
      const length = (type - 13) / 2
      cells.push(view.toString('utf8', at, at + length))
      at += length
    } else if (type >= 8) cells.push(type - 8)
    else if (type === 7) {
      cells.push(view.readDoubleBE(at))
      at += 8
    } else {
      cells.push(view.readIntBE(at, type))
      at += type
    }
  }
  return cells
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
