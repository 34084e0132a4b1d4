/** The one reader of numbers, for clause markers, facts and dates alike. */
import {isAscii} from './digits.ts'
import {numeralAt} from './numeral.ts'

export {NUMERAL_STARTS, startsNumeral} from './digits.ts'
export {type Numeral, numeralAt} from './numeral.ts'

/** What a Chinese whole number looks like, for rules to build their patterns from. */
export const CJK_NUMERAL = '[〇零一二两三四五六七八九十百千]{1,24}'

/** Reads a Chinese whole number (`十二`, `一百零五`, `二〇三五`); undefined when the text is none, or holds anything else. */
export function readCjk(text: string): number | undefined {
  const read = isAscii(text.charCodeAt(0)) ? undefined : readWhole(text)
  return read !== undefined && Number.isInteger(read) ? read : undefined
}

/** Reads a number written in either way, with sign, decimals, magnitudes or as a fraction; undefined when the text is none. */
export function readNumeral(text: string): number | undefined {
  const whole = numeralAt(text, 0)
  if (whole?.end === text.length) return whole.upper === null ? whole.value : undefined
  const sign = /^(?:负|-|－|−)\s?/.exec(text)?.[0] ?? ''
  if (sign) {
    const value = readNumeral(text.slice(sign.length))
    return value === undefined || value < 0 ? undefined : -value
  }
  const parts =
    /^(?:(.{1,24})又)?(.{1,24})分之?(.{1,24})$/.exec(text.replaceAll(' ', '')) ?? /^()(\d{1,9})\/(\d{1,9})$/.exec(text)
  if (!parts) return readWhole(text.replace(/^\./, '0.'))
  return fraction(parts)
}

function fraction([raw, whole, left, right]: readonly (string | undefined)[]): number | undefined {
  const [over, under] = raw!.includes('/') ? [left!, right!] : [right!, left!]
  const numbers = [whole ? readWhole(whole) : 0, readWhole(over), readWhole(under)]
  if (numbers.some(n => n === undefined) || numbers[2] === 0) return undefined
  return numbers[0]! + numbers[1]! / numbers[2]!
}

function readWhole(text: string): number | undefined {
  const read = numeralAt(text, 0)
  return read && read.end === text.length && read.upper === null ? read.value : undefined
}
