/** `い瓣` → 中國, `笢弊` → 中国: Big5 read as GBK and GBK read as Big5, undone pair by pair. */
import {Buffer} from 'node:buffer'
import iconv from 'iconv-lite'
import {gbk} from './gbk.ts'

interface Big5 {
  /** Character → pair, for characters of one UTF-16 unit. */
  readonly pairOf: Uint16Array
  readonly charOf: Uint16Array
}

/** From this pair on Big5 is the same everywhere. */
const STANDARD = 0xa140

let table: Big5 | undefined

/** The table, made once. */
export function big5(): Big5 {
  table ??= build()
  return table
}

function build(): Big5 {
  const pairs: number[] = []
  const bytes: number[] = []
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail > 0x7e && trail < 0xa1) continue
      pairs.push(lead * 256 + trail)
      bytes.push(lead, trail, 0x0a)
    }
  const pairOf = new Uint16Array(65536)
  const charOf = new Uint16Array(65536)
  const put = (decoded: string): void => {
    for (const [i, character] of decoded.split('\n').entries()) {
      if (i >= pairs.length || character.length !== 1 || character === '\ufffd') continue
      const unit = character.charCodeAt(0)
      charOf[pairs[i]!] ||= unit
      // Some characters stand among those of Hong Kong once more.
      if (!pairOf[unit] || pairOf[unit] < STANDARD) pairOf[unit] = pairs[i]!
    }
  }
  // The Big5 of the Encoding Standard with its Hong Kong characters; ICU, and what reads as it does, has private use there.
  put(iconv.decode(Buffer.from(bytes), 'big5'))
  put(new TextDecoder('big5').decode(Uint8Array.from(bytes)))
  return {pairOf, charOf}
}

/** What a text says when its GBK bytes are read as Big5; undefined where they cannot be. Bytes without a character are U+FFFD. */
export const big5InGbk = (text: string): string | undefined => reread(text, gbk().pairOf, big5().charOf)

/** What a text says when its Big5 bytes are read as GBK. */
export const gbkInBig5 = (text: string): string | undefined => reread(text, big5().pairOf, gbk().charOf)

/**
 * Both encodings have pairs, and both leave ASCII alone; but a trail byte below 0x80 may have come out as ASCII, so the
 * bytes are read anew from the start of the stretch.
 */
function reread(text: string, pairOf: Uint16Array, charOf: Uint16Array): string | undefined {
  const bytes: number[] = []
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0x80) bytes.push(unit)
    else if (unit === 0xfffd) bytes.push(0xff)
    else if (pairOf[unit]) bytes.push(pairOf[unit]! >> 8, pairOf[unit]! & 255)
    else return undefined
  }
  let out = ''
  for (let i = 0; i < bytes.length; ) {
    const lead = bytes[i]!
    if (lead < 0x80) {
      out += String.fromCharCode(lead)
      i++
    } else {
      const unit = lead === 0xff ? 0 : charOf[lead * 256 + (bytes[i + 1] ?? 0)]!
      out += String.fromCharCode(unit || 0xfffd)
      i += lead === 0xff ? 1 : 2
    }
  }
  return out
}
