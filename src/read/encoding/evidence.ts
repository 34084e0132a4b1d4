/** How much of some bytes is no ASCII: what an encoding can be told from. */

/** Fewer bytes than three Chinese characters say nothing. */
export const EVIDENCE = 6

/** The number of bytes that are no ASCII. */
export function highBytes(bytes: Uint8Array): number {
  let count = 0
  for (let i = 0; i < bytes.length; i++) if (bytes[i]! >= 0x80) count++
  return count
}
