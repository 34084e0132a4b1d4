/** 2019—2022年, 4月12—19日, 3—5月 → from and to, where the first year, month or day has no word of its own. */
import {charset} from '../../text/charset.ts'
import {type CalendarDate, dateAt} from '../../text/dates.ts'
import {endAt, matchAt} from '../../text/match.ts'
import {readNumeral} from '../../text/numerals.ts'

const CONNECTOR = / ?(?:起|开始|[（(]含[）)])?[，,]? ?(?:-{1,2}|—{1,2}|–|－|−|~|～|至|到|直至|——) ?/y
const DAYS =
  / ?(\d{1,2}|[一二三四五六七八九十]{1,3}) ?月 ?(\d{1,2}|[一二三四五六七八九十]{1,3}) ?(?:-|—{1,2}|–|~|～|至|到) ?(\d{1,2}|[一二三四五六七八九十]{1,3}) ?[日号]/y
const MONTHS =
  / ?(\d{1,2}|[一二三四五六七八九十]{1,3}) ?(?:月(?:份)?)? ?(?:-|—{1,2}|–|~|～|至|到) ?(\d{1,2}|[一二三四五六七八九十]{1,3}) ?月(?:份)?/y
const PLAIN_YEAR = /(?:[12]\d[\dxX×]{2}|[二一][〇零○九][〇零○一二三四五六七八九xX×]{2})/y

/** Where the connector of a range ends that begins at a place; -1 where none does. */
export const afterConnector = (text: string, at: number): number =>
  connects(text.charCodeAt(at)) ? endAt(CONNECTOR, text, at) : -1
const connects = charset(' 起开（(，,-—–－−~～至到直')

/** A day or month in two digits. */
export const two = (raw: string): string => String(readNumeral(raw) ?? 0).padStart(2, '0')

export interface Interval {
  readonly start: number
  readonly end: number
  readonly from: string
  readonly to: string
}

/** 2019—2022年, 20xx—20xx年, 20xx—20xx学年: the first year has no 年 of its own. */
export function yearsAt(text: string, start: number): Interval | undefined {
  const connector = afterConnector(text, start + 4)
  const first = connector < 0 ? null : matchAt(PLAIN_YEAR, text, start)
  if (!first) return undefined
  const second = matchAt(PLAIN_YEAR, text, connector)
  if (!second) return undefined
  const school = text.startsWith('学年', connector + 4)
  const date = school ? undefined : dateAt(text, connector)
  const end = school ? connector + 6 : date?.end
  if (!end) return undefined
  const [from, to] = [yearOf(first[0]), date ? date.edtf.slice(0, 4) : yearOf(second[0])]
  return from.includes('X') || to.includes('X') || from < to ? {start, end, from, to} : undefined
}

/** 2019年4月12—19日, 3—5月: the first day or month has no word of its own. */
export function withinMonth(text: string, start: number, date: CalendarDate | undefined): Interval | undefined {
  if (date && date.precision !== 'year') {
    if (date.precision !== 'month' || date.edtf.length !== 7) return undefined
  }
  const year = date?.edtf.slice(0, 4) ?? 'XXXX'
  const at = date ? text.indexOf('年', start) + 1 : start
  const from = date?.edtf.startsWith('XXXX') ? start : at
  const pattern = daysOrMonths(text, from)
  const days = pattern === DAYS ? matchAt(DAYS, text, from) : null
  if (days)
    return ordered(
      start,
      from + days[0].length,
      `${year}-${two(days[1]!)}-${two(days[2]!)}`,
      `${year}-${two(days[1]!)}-${two(days[3]!)}`,
    )
  const months = pattern === MONTHS ? matchAt(MONTHS, text, from) : null
  return months
    ? ordered(start, from + months[0].length, `${year}-${two(months[1]!)}`, `${year}-${two(months[2]!)}`)
    : undefined
}

/** 2022年前11个月, 2024年前三季度: from January on. */
export function firstMonths(text: string, date: CalendarDate | undefined): Interval | undefined {
  if (date?.precision !== 'year' || text[date.end] !== '前') return undefined
  const found = matchAt(FIRST_MONTHS, text, date.end)
  const last = found ? (readNumeral(found[1]!) ?? 0) * (found[2] === '月' ? 1 : 3) : 0
  if (last < 1 || last > 12) return undefined
  const {start, edtf} = date
  return {start, end: date.end + found![0].length, from: `${edtf}-01`, to: `${edtf}-${String(last).padStart(2, '0')}`}
}
const FIRST_MONTHS = /前([两二三四五六七八九]|十[一]?|\d{1,2})个?(?:(?<=个)(月)|季度)/y

/** 2024年1—3季度, 2024年第二至四季度, 2024年第一、二季度. */
export function quartersAt(text: string, date: CalendarDate | undefined): Interval | undefined {
  if (date?.precision !== 'year') return undefined
  const found = opensQuarter(text.charCodeAt(date.end)) ? matchAt(QUARTERS, text, date.end) : null
  const [first, last] = found ? [readNumeral(found[1]!)!, readNumeral(found[3]!)!] : [0, 0]
  if (!found || first >= last || (lists(found[2]!.charCodeAt(0)) && last > first + 1)) return undefined
  const {start, end, edtf} = date
  return {start, end: end + found[0].length, from: `${edtf}-${32 + first}`, to: `${edtf}-${32 + last}`}
}
const QUARTERS = /第?([一二三1-3])(?:季度)?(-|—{1,2}|–|~|～|至|到|、|和|及)第?([二三四2-4])季度/y
/** 一、三季度 are two, not three. */
const lists = charset('、和及')
const opensQuarter = charset('第一二三123')

/** A month alone, 3月 or 3月份, of a year that is told before it. */
export function monthAt(text: string, at: number, year: string): CalendarDate | undefined {
  const found = matchAt(MONTH, text, at)
  const month = found ? Number(two(found[1]!)) : 0
  if (month < 1 || month > 12) return undefined
  return {start: at, end: at + found![0].length, edtf: `${year}-${two(found![1]!)}`, precision: 'month'}
}
const MONTH = /(\d{1,2}|[一二三四五六七八九十]{1,2}) ?月(?:份)?/y

/** Which of the two patterns the characters from a place on may fit. */
function daysOrMonths(text: string, from: number): RegExp | undefined {
  const first = afterSmall(text, from)
  if (first < 0) return undefined
  if (joins(text.charCodeAt(first))) return MONTHS
  if (text[first] !== '月') return undefined
  const month = afterSpaces(text, text[first + 1] === '份' ? first + 2 : first + 1)
  if (joins(text.charCodeAt(month))) return MONTHS
  const day = afterSmall(text, month)
  return day > 0 && joins(text.charCodeAt(day)) ? DAYS : undefined
}
const joins = charset('-—–~～至到')
const isSmall = charset('0123456789一二三四五六七八九十')

function afterSpaces(text: string, from: number): number {
  let at = from
  while (at < from + 3 && text[at] === ' ') at++
  return at
}

/** Where a number of at most three characters and the spaces around it end; -1 where there is none. */
function afterSmall(text: string, from: number): number {
  const start = afterSpaces(text, from)
  let at = start
  while (at < start + 3 && isSmall(text.charCodeAt(at))) at++
  return at === start ? -1 : afterSpaces(text, at)
}

function ordered(start: number, end: number, from: string, to: string): Interval | undefined {
  const last = (edtf: string): number => Number(edtf.split('-').at(-1))
  const most = from.length > 7 ? 31 : 12
  return last(from) < last(to) && last(to) <= most && last(from) > 0 ? {start, end, from, to} : undefined
}

const yearOf = (raw: string): string =>
  [...raw].map(c => (/[xX×]/.test(c) ? 'X' : c === '○' ? '0' : String(readNumeral(c)))).join('')
