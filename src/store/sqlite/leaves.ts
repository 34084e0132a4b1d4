/**
 * Rows in the order of their numbers → the pages of a table in a SQLite file, written one after another.
 *
 * SQLite takes 10 to 25 µs for a row that is handed to it, cell by cell, through its driver; most of it is the way there. A
 * table that is filled from nothing in the order of its rows needs none of what SQLite is careful about: each page is
 * full before the next begins, and the pages above them are known at the end. The format is fixed and public:
 * https://www.sqlite.org/fileformat2.html#b_tree_pages
 */
import fs from 'node:fs'
import {type Encoded, recorder, type Value, varint, varintLength} from './record.ts'

/** A file whose pages are numbered from 1, and grows at its end. */
export interface Pages {
  readonly size: number
  /** Adds a page, whose bytes are copied, and tells its number. */
  add(page: Uint8Array): number
  /** Writes the page of that number anew. */
  set(number: number, page: Uint8Array): void
}

/** So much is gathered before it is written. */
const GATHERED = 1024 * 1024

/** The pages of a file that SQLite made; what was added stands there after `end`, which also notes it in the head of the file. */
export function pagesOf(file: string): Pages & {end(): void; close(): void} {
  const handle = fs.openSync(file, 'r+')
  const head = Buffer.alloc(100)
  fs.readSync(handle, head, 0, 100, 0)
  const size = head.readUInt16BE(16) === 1 ? 65536 : head.readUInt16BE(16)
  let count = head.readUInt32BE(28)
  const gathered = Buffer.allocUnsafe(GATHERED)
  let held = 0
  let open = true
  const flush = (): void => {
    writeWhole(handle, gathered.subarray(0, held), count * size - held)
    held = 0
  }
  return {
    size,
    add(page) {
      if (held + size > gathered.length) flush()
      gathered.set(page, held)
      held += size
      return ++count
    },
    set(number, page) {
      writeWhole(handle, page, (number - 1) * size)
    },
    end() {
      flush()
      head.writeUInt32BE(count, 28)
      writeWhole(handle, head.subarray(28, 32), 28)
      this.close()
    },
    close() {
      if (open) fs.closeSync(handle)
      open = false
    },
  }
}

function writeWhole(handle: number, bytes: Uint8Array, at: number): void {
  for (let done = 0; done < bytes.length; ) done += fs.writeSync(handle, bytes, done, bytes.length - done, at + done)
}

/** A table that is filled. */
export interface Leaves {
  /** Adds a row whose number is higher than all before it. */
  add(row: number, cells: readonly Value[]): void
  /** The same of a row that is encoded already, with cells before it. */
  addBehind(row: number, first: readonly Value[], rows: Encoded, at: number): void
  /** Writes what is still held, and the pages above. */
  end(): void
}

const LEAF = 13
const ABOVE = 5
const LEAF_HEAD = 8
const ABOVE_HEAD = 12
/** What it takes to name a page: its place in four bytes, its last row in up to nine, and where both stand in two. */
const NAME = 4 + 9 + 2

/** Fills the empty table whose only page is `root`. */
export function leaves(pages: Pages, root: number): Leaves {
  const {size} = pages
  const records = recorder()
  const page = Buffer.alloc(size)
  const mostHere = size - 35
  const branches = Math.floor((size - ABOVE_HEAD) / NAME)
  const leastHere = Math.floor(((size - 12) * 32) / 255) - 23
  let below: {readonly page: number; readonly last: number}[] = []
  let cells = 0
  let start = size
  let last = 0

  function head(bytes: Buffer, type: number): Buffer {
    bytes[0] = type
    bytes.writeUInt16BE(0, 1)
    bytes.writeUInt16BE(cells, 3)
    bytes.writeUInt16BE(start === 65536 ? 0 : start, 5)
    bytes[7] = 0
    return bytes
  }

  function turn(): void {
    below.push({page: pages.add(head(page, LEAF)), last})
    page.fill(0)
    cells = 0
    start = size
  }

  /** What of a record stands in its leaf; the rest follows in pages of its own. */
  const here = (length: number): number => {
    if (length <= mostHere) return length
    const some = leastHere + ((length - leastHere) % (size - 4))
    return some <= mostHere ? some : leastHere
  }

  /** Writes the end of a record from its last page to its first, since each names the next. */
  function overflow(rest: Buffer): number {
    const room = size - 4
    let next = 0
    for (let at = Math.floor((rest.length - 1) / room) * room; at >= 0; at -= room) {
      const part = Buffer.alloc(size)
      part.writeUInt32BE(next, 0)
      rest.copy(part, 4, at, Math.min(rest.length, at + room))
      next = pages.add(part)
    }
    return next
  }

  function add(row: number, record: Buffer): void {
    const local = here(record.length)
    const length = varintLength(record.length) + varintLength(row) + local + (local < record.length ? 4 : 0)
    if (start - length < LEAF_HEAD + 2 * (cells + 1)) turn()
    start -= length
    let at = varint(page, row, varint(page, record.length, start))
    at += record.copy(page, at, 0, local)
    if (local < record.length) page.writeUInt32BE(overflow(record.subarray(local)), at)
    page.writeUInt16BE(start, LEAF_HEAD + 2 * cells++)
    last = row
  }

  /** A page that names others: of each but the last its number and its last row. */
  function above(named: typeof below): Buffer {
    const bytes = Buffer.alloc(size)
    cells = 0
    start = size
    for (const one of named.slice(0, -1)) {
      start -= 4 + varintLength(one.last)
      varint(bytes, one.last, bytes.writeUInt32BE(one.page, start))
      bytes.writeUInt16BE(start, ABOVE_HEAD + 2 * cells++)
    }
    bytes.writeUInt32BE(named.at(-1)!.page, 8)
    return head(bytes, ABOVE)
  }

  function end(): void {
    if (below.length === 0) {
      if (cells > 0) pages.set(root, head(page, LEAF))
      return
    }
    turn()
    while (below.length > branches) {
      const level: typeof below = []
      // No page above may name one page alone: what is left over is shared with the one before.
      for (let i = 0; i < below.length; ) {
        const left = below.length - i
        const some = left === branches + 1 ? branches - 1 : Math.min(branches, left)
        const named = below.slice(i, i + some)
        level.push({page: pages.add(above(named)), last: named.at(-1)!.last})
        i += some
      }
      below = level
    }
    pages.set(root, above(below))
  }
  return {
    add: (row, cells) => add(row, records.record(cells)),
    addBehind: (row, first, rows, at) => add(row, records.behind(first, rows, at)),
    end,
  }
}
