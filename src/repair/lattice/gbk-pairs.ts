/** The two-byte pairs of GB18030 → characters, by decoding all of them. The command line reads them from a file that the build has made. */

/**
 * The pairs that GB18030-2022 moved out of the private-use area (and 2005 before it): runtimes differ in what they decode
 * them to, so both code points are pinned here.
 */
const DISPUTED: readonly (readonly [pair: number, now: number, then: number])[] = [
  ...[0, 1, 2, 3, 4, 5, 6].map(
    i => [0xa6d9 + i, [0xfe10, 0xfe12, 0xfe11, 0xfe13, 0xfe14, 0xfe15, 0xfe16][i]!, 0xe78d + i] as const,
  ),
  [0xa6ec, 0xfe17, 0xe794],
  [0xa6ed, 0xfe18, 0xe795],
  [0xa6f3, 0xfe19, 0xe796],
  [0xa8bc, 0x1e3f, 0xe7c7],
  [0xfe59, 0x9fb4, 0xe81e],
  [0xfe61, 0x9fb5, 0xe826],
  [0xfe66, 0x9fb6, 0xe82b],
  [0xfe67, 0x9fb7, 0xe82c],
  [0xfe6d, 0x9fb8, 0xe832],
  [0xfe7e, 0x9fb9, 0xe843],
  [0xfe90, 0x9fba, 0xe854],
  [0xfea0, 0x9fbb, 0xe864],
]

/** A lead byte has trail bytes from 0x40 on, all but 0x7F. */
const TRAILS = [
  [0x40, 0x7e],
  [0x80, 0xfe],
] as const
const ROW = 190
const PAIRS = 65536

/** Pair → character, and behind these 65,536 the way back: what `Gbk` holds. */
export function decodedPairs(): ArrayBuffer {
  const bytes = new Uint8Array(126 * ROW * 2)
  let at = 0
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (const [first, last] of TRAILS)
      for (let trail = first; trail <= last; trail++) {
        bytes[at++] = lead
        bytes[at++] = trail
      }
  const decoded = new TextDecoder('gb18030').decode(bytes)
  const both = new Uint16Array(2 * PAIRS)
  const charOf = both.subarray(0, PAIRS)
  const pairOf = both.subarray(PAIRS)
  let i = 0
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (const [first, last] of TRAILS)
      for (let pair = lead * 256 + first; pair <= lead * 256 + last; pair++) {
        const unit = decoded.charCodeAt(i++)
        charOf[pair] = unit
        // A1A1 and A3A0 are both U+3000: the first keeps it.
        if (pairOf[unit] === 0) pairOf[unit] = pair
      }
  for (const [pair, now, then] of DISPUTED) {
    charOf[pair] = now
    pairOf[now] = pair
    pairOf[then] = pair
  }
  return both.buffer
}
