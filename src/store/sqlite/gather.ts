/**
 * Keys as they are met, node after node → for each key the list of the nodes that have it, held in little memory.
 *
 * A list is what grows from 1 to 100,000 numbers, so it lives in blocks of one buffer, each twice as long as the one before up
 * to a limit, chained by the four bytes at their ends: a list of one node takes 12 bytes, a long one 1.1 for each.
 */

/** The lists of many keys, filled in the order of the nodes. */
export interface Gathered {
  /** Notes that a node has the keys; a key that comes again for the same node is noted once. */
  add(keys: Uint32Array, node: number): void
  /** How many bytes the lists take. */
  size(): number
  /** The lists by ascending key, and nothing is held any more. */
  drain(): Generator<[key: number, nodes: Buffer]>
}

const FIRST_BLOCK = 12
const LONGEST_BLOCK = 384
/** The place of the next block. */
const LINK = 4

export function gatherer(): Gathered {
  let slots = new Int32Array(1 << 12).fill(-1)
  let count = 0
  let keys = new Uint32Array(1 << 10)
  let last = new Uint32Array(1 << 10)
  /** Of each list: where it begins, where it goes on, where its block ends, and how long that block is. */
  let starts = new Uint32Array(1 << 10)
  let places = new Uint32Array(1 << 10)
  let ends = new Uint32Array(1 << 10)
  let lengths = new Uint16Array(1 << 10)
  let bytes = Buffer.allocUnsafe(1 << 16)
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
    const mask = slots.length - 1
    let slot = (Math.imul(key, 0x9e3779b1) >>> 8) & mask
    for (let list = slots[slot]!; list >= 0; list = slots[slot]!) {
      if (keys[list] === key) return list
      slot = (slot + 1) & mask
    }
    if (count === keys.length) grow()
    const list = count++
    slots[slot] = list
    keys[list] = key
    const start = block(FIRST_BLOCK)
    starts[list] = start
    places[list] = start
    ends[list] = start + FIRST_BLOCK - LINK
    lengths[list] = FIRST_BLOCK
    last[list] = 0
    if (count * 2 > slots.length) rehash()
    return list
  }

  function grow(): void {
    const longer = <T extends Uint32Array | Uint16Array>(old: T, fresh: T): T => {
      fresh.set(old)
      return fresh
    }
    const size = count * 2
    keys = longer(keys, new Uint32Array(size))
    last = longer(last, new Uint32Array(size))
    starts = longer(starts, new Uint32Array(size))
    places = longer(places, new Uint32Array(size))
    ends = longer(ends, new Uint32Array(size))
    lengths = longer(lengths, new Uint16Array(size))
  }

  function rehash(): void {
    slots = new Int32Array(slots.length * 2).fill(-1)
    const mask = slots.length - 1
    for (let list = 0; list < count; list++) {
      let slot = (Math.imul(keys[list]!, 0x9e3779b1) >>> 8) & mask
      while (slots[slot]! >= 0) slot = (slot + 1) & mask
      slots[slot] = list
    }
  }

  function push(list: number, byte: number): void {
    let place = places[list]!
    if (place === ends[list]) {
      const length = Math.min(LONGEST_BLOCK, lengths[list]! * 2)
      const next = block(length)
      bytes.writeUInt32LE(next, place)
      lengths[list] = length
      ends[list] = next + length - LINK
      place = next
    }
    bytes[place] = byte
    places[list] = place + 1
  }

  function listBytes(list: number): Buffer {
    const parts: Buffer[] = []
    let length = FIRST_BLOCK
    for (let start = starts[list]!; ; ) {
      const end = start + length - LINK
      if (end === ends[list]) {
        parts.push(bytes.subarray(start, places[list]))
        return parts.length === 1 ? parts[0]! : Buffer.concat(parts)
      }
      parts.push(bytes.subarray(start, end))
      start = bytes.readUInt32LE(end)
      length = Math.min(LONGEST_BLOCK, length * 2)
    }
  }

  return {
    size: () => used + slots.byteLength + keys.length * 22,
    add(met, node) {
      for (let i = 0; i < met.length; i++) {
        const list = listOf(met[i]!)
        if (last[list] === node) continue
        let step = node - last[list]!
        last[list] = node
        while (step > 0x7f) {
          push(list, (step & 0x7f) | 0x80)
          step >>>= 7
        }
        push(list, step)
      }
    },
    *drain() {
      // A key has 32 bits and there are less than 2 ** 21 lists, so both fit into one exact number.
      const order = Float64Array.from({length: count}, (_, list) => keys[list]! * 0x200000 + list).sort()
      for (const one of order) {
        const list = one % 0x200000
        yield [keys[list]!, listBytes(list)]
      }
      slots = new Int32Array(1 << 12).fill(-1)
      count = 0
      used = 0
    },
  }
}
