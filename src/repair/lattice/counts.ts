/** Keys (32-bit integers above -1) → numbers: an open-addressing table. */

/** The slot of a key is the first from its own on that holds it, or nothing. */
export interface Slots {
  /** One more than the key; 0 where nothing is. */
  readonly keys: Int32Array
  readonly values: Int32Array
  readonly shift: number
  readonly mask: number
}

/** What spreads keys over the slots. */
export const SPREAD = 0x9e3779b1

/** @param most how many keys there will be at most */
export function slotsFor(most: number): Slots {
  const bits = Math.max(4, Math.ceil(Math.log2(most * 1.5 + 1)))
  const size = 2 ** bits
  return {keys: new Int32Array(size), values: new Int32Array(size), shift: 32 - bits, mask: size - 1}
}

/** The number of a key; -1 when it has none. */
export function finder({keys, values, shift, mask}: Slots): (key: number) => number {
  return key => {
    const wanted = (key + 1) | 0
    let slot = Math.imul(key, SPREAD) >>> shift
    for (;;) {
      const held = keys[slot]
      if (held === wanted) return values[slot]!
      if (held === 0) return -1
      slot = (slot + 1) & mask
    }
  }
}
