/** Keys (32-bit integers) → numbers from 0 in the order of their first sight: an open-addressing table. */

export interface Numbering {
  /** How many keys have a number. */
  readonly size: () => number
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
  const keys = new Int32Array(most)
  /** One more than the number; 0 where nothing is. */
  const slots = new Int32Array(mask + 1)
  let size = 0
  const slotOf = (key: number): number => {
    let slot = Math.imul(key, 0x9e3779b1) >>> shift
    for (let held = slots[slot]!; held !== 0 && keys[held - 1] !== key; held = slots[slot]!) slot = (slot + 1) & mask
    return slot
  }
  return {
    size: () => size,
    find(key) {
      let slot = Math.imul(key, 0x9e3779b1) >>> shift
      for (let held = slots[slot]!; held !== 0; held = slots[slot]!) {
        if (keys[held - 1] === key) return held - 1
        slot = (slot + 1) & mask
      }
      return -1
    },
    add(key) {
      const slot = slotOf(key)
      if (slots[slot] === 0) {
        keys[size] = key
        slots[slot] = ++size
      }
      return slots[slot]! - 1
    },
  }
}
