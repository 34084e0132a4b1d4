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
  const few = upTo99(text)
  if (few > 0) return few
  const bare = text.replace(/\s/g, '').replace(/○/g, '〇')
  return /^[\d０-９]/.test(bare) ? digits(bare) : readCjk(plainDigits(bare))
}

/** 一 to 九十九, as nearly all markers count; 0 for anything else. */
function upTo99(text: string): number {
  const {length} = text
  if (length > 3) return 0
  const ten = length === 1 ? -1 : text.charCodeAt(length - 1) === TEN ? length - 1 : length - 2
  if (ten < 0) return text.charCodeAt(0) === TEN ? 10 : digit(text, 0)
  const tens = ten === 0 ? 1 : digit(text, 0)
  const ones = ten === length - 1 ? 0 : digit(text, length - 1)
  return text.charCodeAt(ten) === TEN && ten < 2 && tens > 0 && ones >= 0 ? 10 * tens + ones : 0
}
const TEN = '十'.charCodeAt(0)

/** 1 to 9; -1 for any other character. */
function digit(text: string, at: number): number {
  const kind = KIND[text.charCodeAt(at)] ?? NONE
  return kind > 1 && kind < UNIT ? kind - 1 : -1
}
