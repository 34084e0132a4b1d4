/** What single characters mean in numbers: digits in ordinary and formal writing, magnitudes, separators. */
import {charset, kindTable} from './charset.ts'

const DIGITS = ['〇零○', '一壹', '二贰两', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖']
const UNITS: readonly (readonly [string, number])[] = [
  ['十拾', 1],
  ['百佰', 2],
  ['千仟', 3],
  ['万', 4],
  ['亿', 8],
  ['兆', 12],
]
export const NONE = 0
export const UNIT = 32
/** Code unit → NONE, 1 + digit, or UNIT + power of ten. */
export const KIND = kindTable(new Uint8Array(0x10000), [
  ...DIGITS.map((characters, digit) => [1 + digit, characters] as const),
  ...UNITS.map(([characters, power]) => [UNIT + power, characters] as const),
])

/** Whether a code unit is an ASCII digit. */
export const isAscii = (unit: number): boolean => unit >= 48 && unit <= 57

const ASCII = '0123456789'
/** 廿 and 卅: two and three tens in one character. */
export const TENS = '廿卅'
const WRITTEN = [...DIGITS, ...UNITS.map(([chars]) => chars), TENS].join('')
/** What a number may begin with. */
export const NUMERAL_STARTS = `${ASCII}${WRITTEN}几数`
/** Whether a number may begin with this code unit. */
export const startsNumeral = charset(NUMERAL_STARTS)
const SEPARATORS = ' .,，点\u00a0\u2009\u202f'
/** Whether a number may go on with this code unit: a digit, a magnitude, a separator, 余 多 几 来 点. */
export const goesOn = charset(ASCII, WRITTEN, SEPARATORS, '余多几来')
/** Whether this code unit may stand between the digits of a number. */
export const separates = charset(SEPARATORS)
