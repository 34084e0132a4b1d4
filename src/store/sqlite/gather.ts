/**
 * Keys as they are met, node after node → for each key the list of the nodes that have it, held in little memory.
 *
 * A list is what grows from 1 to 100,000 numbers, so it lives in blocks of one buffer, each twice as long as the one before up
 * to a limit, chained by the four bytes at their ends: a list of one node takes 12 bytes, a long one 1.1 for each.
 */

/** The lists of many keys, filled in the order of the nodes. */
export interface Gathered {
  /** The list of a key, until they are drained; a stretch of text that comes again need not look for its lists again. */
  listOf(key: number): number
  /** Notes that a node has the key of a list; what comes again for the same node is noted once. */
  note(list: number, node: number): void
  /** How many bytes the lists take. */
  size(): number
  /** The lists by ascending key, and nothing is held any more. */
  drain(): Generator<[key: number, nodes: Buffer]>
}

const FIRST_BLOCK = 12
const LONGEST_BLOCK = 384
/** The place of the next block. */
const LINK = 4

/**
 * What is known of each list stands together, since each look at memory far from the last one costs more than all else: its
 * key, the last node that it has, where it goes on, where its block ends, how long that block is, and where it begins.
 */
const KEY = 0
const LAST = 1
const PLACE = 2
const END = 3
const LENGTH = 4
const START = 5
const ROW = 8

/** @param room how many bytes the lists will take: memory that is not written to costs nothing, a copy of all of it does */
export function gatherer(room = 1 << 16): Gathered {
  let slots = new Int32Array(1 << 12).fill(-1)
  let count = 0
  let rows = new Int32Array(ROW << 10)
  let bytes = Buffer.allocUnsafe(room)
  let used = 0

  function block(length: number): number {
    if (used + length > bytes.length) {
      const more = Buffer.allocUnsafe(bytes.length * 2)
      bytes.copy(more, 0, 0, used)
      bytes = more
    }
    used += length
    return used - length
  }

  function listOf(key: number): number {
    const wanted = key | 0
    const mask = slots.length - 1
    let slot = slotOf(wanted, mask)
    for (let list = slots[slot]!; list >= 0; list = slots[slot]!) {
      if (rows[list * ROW + KEY] === wanted) return list
      slot = (slot + 1) & mask
    }
    const list = count++
    slots[slot] = list
    if (count * ROW > rows.length) rows = longer(rows)
    const row = list * ROW
    const start = block(FIRST_BLOCK)
    rows[row + KEY] = wanted
    rows[row + LAST] = 0
    rows[row + PLACE] = start
    rows[row + END] = start + FIRST_BLOCK - LINK
    rows[row + LENGTH] = FIRST_BLOCK
    rows[row + START] = start
    if (count * 2 > slots.length) rehash()
    return list
  }

  function rehash(): void {
    slots = new Int32Array(slots.length * 2).fill(-1)
    const mask = slots.length - 1
    for (let list = 0; list < count; list++) {
      let slot = slotOf(rows[list * ROW + KEY]!, mask)
      while (slots[slot]! >= 0) slot = (slot + 1) & mask
      slots[slot] = list
    }
  }

  function push(row: number, byte: number): void {
    let place = rows[row + PLACE]!
    if (place === rows[row + END]) {
      const length = Math.min(LONGEST_BLOCK, rows[row + LENGTH]! * 2)
      const next = block(length)
      bytes.writeUInt32LE(next, place)
      rows[row + LENGTH] = length
      rows[row + END] = next + length - LINK
      place = next
    }
    bytes[place] = byte
    rows[row + PLACE] = place + 1
  }

  function listBytes(list: number): Buffer {
    const row = list * ROW
    const parts: Buffer[] = []
    let length = FIRST_BLOCK
    for (let start = rows[row + START]!; ; ) {
      const end = start + length - LINK
      if (end === rows[row + END]) {
        parts.push(bytes.subarray(start, rows[row + PLACE]))
        return parts.length === 1 ? parts[0]! : Buffer.concat(parts)
      }
      parts.push(bytes.subarray(start, end))
      start = bytes.readUInt32LE(end)
      length = Math.min(LONGEST_BLOCK, length * 2)
    }
  }

  return {
    listOf,
    note(list, node) {
      const row = list * ROW
      const last = rows[row + LAST]! >>> 0
      if (last === node) return
      rows[row + LAST] = node
      let step = node - last
      for (; step > 0x7f; step >>>= 7) push(row, (step & 0x7f) | 0x80)
      push(row, step)
    },
    size: () => used + slots.byteLength + rows.byteLength,
    *drain() {
      // A key has 32 bits and there are less than 2 ** 21 lists, so both fit into one exact number.
      const order = Float64Array.from({length: count}, (_, list) => (rows[list * ROW + KEY]! >>> 0) * 0x200000 + list)
      for (const one of order.sort()) {
        const list = one % 0x200000
        yield [rows[list * ROW + KEY]! >>> 0, listBytes(list)]
      }
      slots = new Int32Array(1 << 12).fill(-1)
      count = 0
      used = 0
    },
  }
}

const slotOf = (key: number, mask: number): number => (Math.imul(key, 0x9e3779b1) >>> 8) & mask

function longer(old: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const fresh = new Int32Array(old.length * 2)
  fresh.set(old)
  return fresh
}
