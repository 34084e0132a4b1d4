/** The numeral of a marker → its number: 十二, 1 0, １２, 壹. */
import {KIND, NONE, UNIT} from '../../text/digits.ts'
import {readCjk} from '../../text/numerals.ts'
import {plainDigits} from '../data/markers.ts'

/** A number in figures, of either width, with spaces anywhere. */
export function digits(text: string): number {
  const plain = Number(text)
  if (!Number.isNaN(plain)) return plain
  return Number(text.replace(/\s/g, '').replace(/[０-９]/g, c => String.fromCharCode(c.charCodeAt(0) - 0xfee0)))
}

/** A number in figures or in Chinese; undefined when it is none. */
export function numeral(text: string): number | undefined {
  const known = plain(text)
  if (known > 0) return known
  const bare = text.replace(/\s/g, '').replace(/○/g, '〇')
  return /^[\d０-９]/.test(bare) ? digits(bare) : readCjk(plainDigits(bare))
}

/** 一 to 九百九十九 as nearly all markers count, without a scan: 十二, 一百零五; 0 for any other number or way to write it. */
function plain(text: string): number {
  let value = 0
  let digit = 0
  let power = 3
  let zero = false
  for (let i = 0; i < text.length; i++) {
    const kind = KIND[text.charCodeAt(i)] ?? NONE
    if (kind === ZERO) {
      if (power !== 2 || digit > 0 || zero) return 0
      zero = true
    } else if (kind !== NONE && kind < UNIT) {
      if (digit > 0) return 0
      digit = kind - 1
    } else {
      const ten = kind === UNIT + 1
      if (!(ten || kind === UNIT + 2) || zero || kind - UNIT >= power || (digit === 0 && !(ten && i === 0))) return 0
      value += (digit || 1) * (ten ? 10 : 100)
      power = kind - UNIT
      digit = 0
    }
  }
  // 一百五 is 150.
  return zero === (digit > 0 && power === 2) ? value + digit : 0
}
const ZERO = 1
