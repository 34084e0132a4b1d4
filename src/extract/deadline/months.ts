/** 每年3月、6月和9月底前: what is said of the last month of a list is said of each. */
import {charset} from '../../text/charset.ts'
import {type CalendarDate, lastDay} from '../../text/dates.ts'
import {endAt, matchAt} from '../../text/match.ts'
import type {Numeral} from '../../text/numerals.ts'

const REST = /(?:[、和及或与] ?(?:\d{1,2}|[一二三四五六七八九十]{1,2}) ?月){1,11}([底末])?(?:以前|之前|前)/y
/** 8月前, 8月份以前. */
const BY = /(?:份)?(?:之前|以前|前(?![期述三两款项提景沿后]))/y
const joins = charset('、和及或与')

/** The month that stands in such a list, on its own or after its year; the last one where it has no year. */
export function monthAmong(text: string, number: Numeral, date: CalendarDate | undefined): CalendarDate | undefined {
  const month = date ?? ownMonth(text, number)
  if (date === undefined && month && endAt(BY, text, month.end) >= 0) return month
  if (month?.precision !== 'month' || text[month.end - 1] !== '月' || !joins(text.charCodeAt(month.end)))
    return undefined
  const rest = matchAt(REST, text, month.end)
  if (!rest) return undefined
  const [year, of] = month.edtf.split('-').map(Number) as [number, number]
  return rest[1] ? {...month, edtf: `${month.edtf}-${lastDay(year, of)}`, precision: 'day'} : month
}

/** 6月, of no year told. */
function ownMonth(text: string, {start, end, value}: Numeral): CalendarDate | undefined {
  if (text[end] !== '月' || !Number.isInteger(value) || value < 1 || value > 12) return undefined
  return {start, end: end + 1, edtf: `XXXX-${String(value).padStart(2, '0')}`, precision: 'month'}
}
