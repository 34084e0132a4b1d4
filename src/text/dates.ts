/** The one reader of calendar dates, for metadata and facts alike: 2023年8月28日, 二〇二三年八月, 2022年底, 20xx年, 2023-08-28. */
import {charset, holdsAny} from './charset.ts'
import {isAscii} from './digits.ts'
import {matchAt} from './match.ts'
import {readNumeral} from './numerals.ts'

export type DatePrecision = 'year' | 'half' | 'quarter' | 'month' | 'day'

/** A calendar date and where it stands. */
export interface CalendarDate {
  readonly start: number
  readonly end: number
  /** ISO 8601-2: 2030, 2022-12-31, 2024-33 (first quarter), 2024-40 (first half); unknown digits are X. */
  readonly edtf: string
  readonly precision: DatePrecision
}

const CJK_DIGITS = '〇零○◯Ｏ一二三四五六七八九'
/** 二OO八年, 二00八年: letters and digits that were typed for 〇, inside a year. */
const IN_YEAR = `${CJK_DIGITS}Oo0`
const SMALL = '(?:\\d{1,2}|[一二三四五六七八九十廿]{1,3})'
const YEAR = new RegExp(
  `(?:公元 ?)?(?:([12]\\d[\\dxX×]{2}|[xX×]{4}|[${CJK_DIGITS}][${IN_YEAR}][xX×${IN_YEAR}]{2}|\\d{2}(?= ?年 ?(?:1[0-2]|0?[1-9]) ?月))|(?:中华)?民国 ?(\\d{1,3}|[一二三四五六七八九十百零〇]{1,6})) ?年`,
  'y',
)
const MONTH_AND_DAY = new RegExp(
  ` ?(${SMALL}|[xX×]{1,2}) ?月(?:份)?(?: ?(${SMALL}|[xX×]{1,2}) ?[日号]| ?(底|末|月底|初|上旬|中旬|下旬|中上旬|中下旬))?`,
  'y',
)
const PART_OF_YEAR =
  /度? ?(?:(年?[底末终])|(年?初)(?![步中级期次始衷])|([上下前后])半年|(?:第?([一二三四1-4])|(?<first>首)) ?季度(?<close>[末底](?!考))?)/y
const NUMERIC = /([12]\d[\dxX×]{2})([-/.．])(\d{1,2})\2(\d{1,2})(?!\d)/y
const TIME_OF_DAY =
  /^(?:[ T]?(?:星期|周)[一二三四五六日天])?[T\s]*(?:[上下]午 ?)?(?:\d{1,2}(?:[:：]\d{1,2}){1,2}(?:\.\d{1,6})?|\d{1,2} ?[时点](?: ?\d{1,2} ?分)?)?(?:Z|[+-]\d{2}:?\d{2})?$/

const two = (n: number | string): string => String(n).padStart(2, '0')
const isMasked = (digits: string): boolean => /[xX×]/.test(digits)

/** The last day of a month; 31 where the year is not known and it matters not, 29 for an unknown February. */
export function lastDay(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31
  if (Number.isNaN(year)) return 29
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
}

/** The date that begins at `index`; undefined where none does. A year alone counts only with its 年. */
export function dateAt(text: string, index: number): CalendarDate | undefined {
  if (isPlainYear(text, index)) {
    const end = text[index + 4] === '年' ? index + 5 : text.startsWith(' 年', index + 4) ? index + 6 : -1
    if (end > 0) return withinYear(text, index, end, text.slice(index, index + 4))
  }
  const numeric = partsDigits(text.charCodeAt(index + 4)) ? matchAt(NUMERIC, text, index) : null
  if (numeric) return dated(index, index + numeric[0].length, yearOf(numeric[1]!), numeric[3]!, numeric[4]!)
  const year = mayBeYear(text, index) ? matchAt(YEAR, text, index) : null
  if (year) return withinYear(text, index, index + year[0].length, year[1] ? yearOf(year[1]) : republic(year[2]!))
  const month = mayBeMonth(text, index) ? matchAt(MONTH_AND_DAY, text, index) : null
  return month?.[2] || month?.[3] ? monthAndDay(month, index, 'XXXX') : undefined
}

const isPlainYear = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at)
  if (unit !== 49 && unit !== 50) return false
  return isAscii(text.charCodeAt(at + 1)) && isAscii(text.charCodeAt(at + 2)) && isAscii(text.charCodeAt(at + 3))
}

// The characters that the patterns ask for; most numbers are told by them to begin no date.
const partsDigits = charset('-/.．')
const masks = charset('xX×')
const isCjkDigit = charset(CJK_DIGITS)
const isInYear = charset(IN_YEAR)
const afterTwoDigits = charset(' 年xX×')
const opensYear = charset('xX×公中民')
const opensMonth = charset('0123456789一二三四五六七八九十廿xX×')
const isMonth = charset('月')
const opensPart = charset('年底末终初上下第一二三四1234首前后')

function mayBeYear(text: string, at: number): boolean {
  const first = text.charCodeAt(at)
  if (isAscii(first)) return afterTwoDigits(text.charCodeAt(at + 2)) || masks(text.charCodeAt(at + 3))
  return opensYear(first) || (isCjkDigit(first) && isInYear(text.charCodeAt(at + 1)))
}

function mayBeMonth(text: string, index: number): boolean {
  const at = text[index] === ' ' ? index + 1 : index
  return opensMonth(text.charCodeAt(at)) && holdsAny(isMonth, text, at + 1, at + 5)
}

function mayBePart(text: string, index: number): boolean {
  const at = text[index] === '度' ? index + 1 : index
  return opensPart(text.charCodeAt(text[at] === ' ' ? at + 1 : at))
}

const republic = (raw: string): string => String(1911 + readNumeral(raw)!)

/** 18年10月 is 2018: two digits stand for the nearer century. */
function yearOf(raw: string): string {
  const digits = [...raw].map(c => (isMasked(c) ? 'X' : digitOf(c))).join('')
  return digits.length > 2 ? digits : `${digits < '50' ? 20 : 19}${digits}`
}

const digitOf = (c: string): string => ('Ｏ○◯Oo'.includes(c) ? '0' : String(readNumeral(c)))

/** What follows `2023年`: a month with its day, 底, 上半年, 第一季度, or nothing. */
function withinYear(text: string, start: number, end: number, year: string): CalendarDate | undefined {
  const month = mayBeMonth(text, end) ? matchAt(MONTH_AND_DAY, text, end) : null
  const read = month && monthAndDay(month, end, year)
  if (read) return {start, end: read.end, edtf: read.edtf, precision: read.precision}
  const part = mayBePart(text, end) ? matchAt(PART_OF_YEAR, text, end) : null
  if (!part) return {start, end: text[end] === '度' ? end + 1 : end, edtf: year, precision: 'year'}
  const close = end + part[0].length
  if (part[1]) return {start, end: close, edtf: `${year}-12-31`, precision: 'day'}
  if (part[2]) return {start, end: close, edtf: `${year}-01`, precision: 'month'}
  if (part[3]) return {start, end: close, edtf: `${year}-${'上前'.includes(part[3]) ? 40 : 41}`, precision: 'half'}
  const quarter = part[4] ? readNumeral(part[4])! : 1
  if (part.groups!['close']) return dated(start, close, year, String(3 * quarter), String(lastDay(0, 3 * quarter)))
  return {start, end: close, edtf: `${year}-${32 + quarter}`, precision: 'quarter'}
}

/** 8月28日, 8月底, 8月上旬, 8月; undefined when there is no such month or day. */
function monthAndDay(read: RegExpExecArray, start: number, year: string): CalendarDate | undefined {
  const end = start + read[0].length
  const month = isMasked(read[1]!) ? 'XX' : two(small(read[1]!))
  if (month !== 'XX' && (Number(month) < 1 || Number(month) > 12)) return undefined
  if (read[2]) return dated(start, end, year, month, isMasked(read[2]) ? 'XX' : String(small(read[2])))
  const part = read[3]
  if (part && '底末月底'.includes(part))
    return dated(start, end, year, month, String(lastDay(Number(year), Number(month))))
  return {start, end, edtf: `${year}-${month}`, precision: 'month'}
}

const small = (raw: string): number => readNumeral(raw.startsWith('廿') ? raw.replace('廿', '二十') : raw) ?? 0

function dated(start: number, end: number, year: string, month: string, day: string): CalendarDate | undefined {
  const [m, d] = [Number(month), Number(day)]
  if (m < 1 || m > 12 || d < 1 || d > lastDay(Number(year), m)) return undefined
  return {start, end, edtf: `${year}-${two(month)}-${two(day)}`, precision: 'day'}
}

/**
 * Reads a whole text as one date, as metadata writes them; a weekday and a time of day may follow.
 * @returns YYYY-MM-DD, YYYY-MM or YYYY; undefined when the text is no date
 */
export function readDate(text: string): {value: string} | undefined {
  if (text.length > 64) return undefined
  const trimmed = text.trim()
  const compact = /^([12]\d{3})(\d{2})(\d{2})$/.exec(trimmed) ?? /^([12]\d{3})[-/.年](\d{1,2})()$/.exec(trimmed)
  if (compact) return joined(compact)
  const bare = /^[12]\d{3}$/.exec(trimmed)
  if (bare) return {value: bare[0]}
  const read = dateAt(trimmed, 0)
  if (!read || read.edtf.includes('X') || !TIME_OF_DAY.test(trimmed.slice(read.end, read.end + 48))) return undefined
  return {value: read.edtf}
}

function joined([, year, month, day]: readonly (string | undefined)[]): {value: string} | undefined {
  const read = dated(0, 0, year!, month!, day || '1')
  return read && {value: day ? read.edtf : read.edtf.slice(0, 7)}
}

/** Whether a time of day stands in a text: 14:44:21. */
export const hasClock = (text: string): boolean => /\d{1,2}[:：]\d{2}/.test(text)

/** The first and the last calendar day of a date; null where a digit is unknown. */
export function calendarDays(edtf: string): {start: string; end: string} | null {
  if (edtf.includes('X')) return null
  if (edtf.length > 7) return {start: edtf, end: edtf}
  if (!edtf.includes('-')) return {start: `${edtf}-01-01`, end: `${edtf}-12-31`}
  const year = edtf.slice(0, 4)
  const [first, last] = monthsOf(Number(edtf.slice(5)))
  return {start: `${year}-${two(first)}-01`, end: `${year}-${two(last)}-${lastDay(Number(year), last)}`}
}

/** The months that the second part of an EDTF date covers: a month, a quarter (33–36) or a half (40, 41). */
function monthsOf(part: number): [number, number] {
  if (part <= 12) return [part, part]
  if (part >= 40) return part === 40 ? [1, 6] : [7, 12]
  const quarter = part - 33
  return [quarter * 3 + 1, quarter * 3 + 3]
}

/** The calendar day so many years, months or days after (or, negative, before) another. */
export function shiftDate(day: string, by: {years?: number; months?: number; days?: number}): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const months = year * 12 + (month - 1) + (by.years ?? 0) * 12 + (by.months ?? 0)
  const [y, m] = [Math.floor(months / 12), (months % 12) + 1]
  const shifted = Date.UTC(y, m - 1, Math.min(date, lastDay(y, m))) + (by.days ?? 0) * 86_400_000
  return new Date(shifted).toISOString().slice(0, 10)
}
