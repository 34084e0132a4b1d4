/** Counts by number: an open-addressing table of keys below 2^53, each with a few values. */

export interface Counts {
  /** Adds to one value of a key. */
  add(key: number, column: number, by: number): void
  /** A value of a key; 0 when the key was never added. */
  get(key: number, column: number): number
}

/** @param expected how many keys there will be at most; the table does not grow beyond four thirds of it */
export function counts(expected: number, columns = 1): Counts {
  const bits = Math.max(4, Math.ceil(Math.log2(expected * 1.5 + 1)))
  const mask = 2 ** bits - 1
  const keys = new Float64Array(mask + 1).fill(-1)
  const values = new Float32Array((mask + 1) * columns)
  const slot = (key: number): number => {
    // Not `%`, which is slow for what is not a small integer.
    const high = Math.floor(key / 4294967296)
    const low = key - high * 4294967296
    let at = (Math.imul(low | 0, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> (32 - bits)
    while (keys[at] !== key && keys[at] !== -1) at = (at + 1) & mask
    return at
  }
  return {
    add(key, column, by) {
      const at = slot(key)
      keys[at] = key
      values[at * columns + column]! += by
    },
    get: (key, column) => values[slot(key) * columns + column]!,
  }
}
