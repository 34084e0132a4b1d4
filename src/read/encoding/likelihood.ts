/** Text → how likely it is Chinese: by that the right decoding of some bytes is told from the wrong ones. */
import {SIMPLIFIED, TRADITIONAL} from '../data/characters.generated.ts'

const FREQUENT = 3
const COMMON = 2
const PUNCTUATION = 1.5
const NEUTRAL = 0
const RARE = -1
const FOREIGN = -3
const CONTROL = -5
const INVALID = -3

/** Weights of the frequent characters by code unit; both scripts, since a page may be in either. */
let frequent: Int8Array | undefined

function table(): Int8Array {
  if (frequent) return frequent
  frequent = new Int8Array(0x10000)
  for (const list of [SIMPLIFIED, TRADITIONAL])
    for (let i = 0; i < list.length; i++) frequent[list.charCodeAt(i)] = i < 300 ? FREQUENT : COMMON
  return frequent
}

/**
 * The mean weight of the characters of a text that are no ASCII: about 2 for Chinese text that was decoded right,
 * below 0 for any other reading of the same bytes. 0 for pure ASCII.
 */
export function likelihood(text: string): number {
  const weights = table()
  let sum = 0
  let count = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit >= 0x20 && unit < 0x7f) continue
    if (unit === 10 || unit === 13 || unit === 9) continue
    sum += weights[unit] || classOf(unit)
    count++
  }
  return count === 0 ? 0 : sum / count
}

/** So much of a text is looked at, so many of its characters must be no ASCII, one in so many; and this is below any damaged page. */
const SAMPLE = 32_768
const ENOUGH = 32
const SHARE = 10
const NO_TEXT = -0.5

/** Whether a reading of some bytes, the likeliest there was, is nothing that was ever written. */
export function isNoText(text: string): boolean {
  const sample = text.slice(0, SAMPLE)
  const foreign = sample.length - sample.replace(/[^\x09\x0a\x0d\x20-\x7e]+/g, '').length
  return foreign > ENOUGH && foreign * SHARE > sample.length && likelihood(sample) < NO_TEXT
}

function classOf(unit: number): number {
  if (unit < 0xa0) return CONTROL
  if (unit >= 0x4e00 && unit <= 0x9fa5) return RARE
  if (unit >= 0x3000 && unit <= 0x3017) return PUNCTUATION
  if (unit >= 0xff01 && unit <= 0xff5e) return PUNCTUATION
  if (unit >= 0x2010 && unit <= 0x2026) return PUNCTUATION
  if (unit === 0xb7 || unit === 0xd7 || unit === 0xb0 || unit === 0xa0) return NEUTRAL
  if (unit >= 0x2030 && unit <= 0x2300) return NEUTRAL
  if (unit >= 0x2460 && unit <= 0x2600) return NEUTRAL
  if (unit >= 0xd800 && unit < 0xe000) return RARE
  if (unit >= 0x2e80 && unit < 0xa000) return RARE
  if (unit < 0x250) return RARE
  return unit >= 0xfff0 ? INVALID : FOREIGN
}
