/** Bytes → the name of the encoding they are in: BOM, strict UTF-8, then whichever reading looks most like Chinese. */
import {isUtf8} from 'node:buffer'
import {ReadError} from '../error.ts'
import {EVIDENCE, highBytes} from './evidence.ts'
import {likelihood} from './likelihood.ts'

export type Choice = {readonly encoding: string; readonly from: 'forced' | 'bom' | 'bytes'}

/** In the order that decides a tie. */
const CANDIDATES = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'] as const
/** What a declared charset is worth against the bytes: enough to break a near tie, never to judge. */
const HINT = 0.3
const SAMPLE = 32_768
/** Bytes so few may be valid UTF-8 by chance. */
const SHORT = 64

/**
 * Chooses an encoding.
 * @param forced a WHATWG label; nothing is guessed then
 * @param declared what the page says of itself, as `canonical` gives it
 * @throws ReadError when `forced` is no known label
 */
export function choose(bytes: Uint8Array, forced: string | undefined, declared: string | undefined): Choice {
  if (forced !== undefined) return {encoding: known(forced), from: 'forced'}
  const marked = byteOrderMark(bytes)
  if (marked) return {encoding: marked, from: 'bom'}
  return {
    encoding: isUtf8(bytes) && !isSpreadWithNul(bytes) ? settled(bytes) : likeliest(bytes, declared),
    from: 'bytes',
  }
}

/** Whether a text may be UTF-16: of such a text of any length more than one byte in a hundred is NUL, which is ASCII there. */
function isSpreadWithNul(bytes: Uint8Array): boolean {
  if (!bytes.includes(0)) return false
  let count = 0
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === 0) count++
  return bytes.length <= SHORT || count * 100 > bytes.length
}

/** The name under which an encoding is recorded; undefined for an unknown label. `gb2312` and `gbk` are parts of gb18030. */
export function canonical(label: string): string | undefined {
  const name = label.trim().toLowerCase()
  if (/^(?:gb_?2312|gbk|gb18030|cp936|ms936|hz-gb-2312|x-gbk)(?:-80)?$/.test(name)) return 'gb18030'
  if (/^(?:big5[-_]?hkscs|cp950|ms950)$/.test(name)) return 'big5'
  try {
    return new TextDecoder(name).encoding
  } catch {
    return undefined
  }
}

function known(label: string): string {
  const name = canonical(label)
  if (name === undefined)
    throw new ReadError(
      'read/unknown-encoding',
      `Unexpected encoding "${label}", expected a name like utf-8 or gb18030`,
    )
  return name
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes[0] === 0x84 && bytes[1] === 0x31 && bytes[2] === 0x95 && bytes[3] === 0x33) return 'gb18030'
  return undefined
}

/**
 * Valid UTF-8 is UTF-8, except for a few short strings: GBK whose bytes happen to pair up as two-byte sequences, and
 * UTF-16 whose bytes all happen to be ASCII, control characters among them.
 */
function settled(bytes: Uint8Array): string {
  if (bytes.length > SHORT || bytes.some(byte => byte >= 0xe0)) return 'utf-8'
  return bytes.some(byte => byte >= 0x80 || isControl(byte)) ? likeliest(bytes, undefined) : 'utf-8'
}

const isControl = (byte: number): boolean => byte < 0x20 && (byte < 9 || byte > 13)

function likeliest(bytes: Uint8Array, declared: string | undefined): string {
  if (isMostlyUtf8(bytes)) return 'utf-8'
  let best = 'utf-8'
  let bestScore = Number.NEGATIVE_INFINITY
  const narrow = isAlmostAscii(bytes)
  for (const encoding of CANDIDATES) {
    if (narrow && encoding.startsWith('utf-16')) continue
    const score = likelihood(sample(bytes, encoding)) + (encoding === declared ? HINT : 0)
    if (score > bestScore) {
      best = encoding
      bestScore = score
    }
  }
  return best
}

/** Of Chinese in UTF-16 some six bytes in ten look like ASCII; where nearly all do, and none is NUL, one odd byte makes no UTF-16. */
function isAlmostAscii(bytes: Uint8Array): boolean {
  if (bytes.length <= SHORT || bytes.includes(0)) return false
  const part = bytes.subarray(0, SAMPLE)
  return highBytes(part) * 10 < part.length
}

/** Whether most of what is no ASCII stands on lines that are valid UTF-8: by chance that is next to impossible. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const part = bytes.subarray(0, SAMPLE * 4)
  let valid = 0
  let all = 0
  for (let start = 0; start < part.length; ) {
    const feed = part.indexOf(10, start)
    const end = feed < 0 ? part.length : feed + 1
    const line = part.subarray(start, end)
    const high = highBytes(line)
    all += high
    if (high >= EVIDENCE && isUtf8(line) && !line.includes(0)) valid += high
    start = end
  }
  return valid > all / 2
}

/** A stretch of the text as an encoding reads it, from where ASCII ends: that is where a character starts in all of them. */
function sample(bytes: Uint8Array, encoding: string): string {
  const wide = encoding.startsWith('utf-16')
  const start = wide ? 0 : Math.max(0, firstHigh(bytes))
  const part = bytes.subarray(start, start + SAMPLE)
  return new TextDecoder(encoding).decode(part, {stream: start + SAMPLE < bytes.length})
}

const firstHigh = (bytes: Uint8Array): number => bytes.findIndex(byte => byte >= 0x80 || byte === 0)
