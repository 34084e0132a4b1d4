/** Keys (32-bit integers above -1) → numbers from 0 in the order of their first sight: an open-addressing table. */

export interface Numbering {
  /** The number of a key; -1 when it has none. */
  readonly find: (key: number) => number
  /** The number of a key, a new one when it had none. */
  readonly add: (key: number) => number
}

/** @param most how many keys there will be at most */
export function numbering(most: number): Numbering {
  const bits = Math.max(4, Math.ceil(Math.log2(most * 1.5 + 1)))
  const shift = 32 - bits
  const mask = 2 ** bits - 1
  /** One more than the key; 0 where nothing is. */
  const keys = new Int32Array(mask + 1)
  const numbers = new Int32Array(mask + 1)
  let size = 0
  return {
    find(key) {
      const wanted = (key + 1) | 0
      let slot = Math.imul(key, 0x9e3779b1) >>> shift
      for (;;) {
        const held = keys[slot]
        if (held === wanted) return numbers[slot]!
        if (held === 0) return -1
        slot = (slot + 1) & mask
      }
    },
    add(key) {
      const wanted = (key + 1) | 0
      let slot = Math.imul(key, 0x9e3779b1) >>> shift
      for (;;) {
        const held = keys[slot]
        if (held === wanted) return numbers[slot]!
        if (held === 0) break
        slot = (slot + 1) & mask
      }
      keys[slot] = wanted
      numbers[slot] = size
      return size++
    },
  }
}
