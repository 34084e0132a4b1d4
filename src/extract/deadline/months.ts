/** 每年3月、6月和9月底前: what is said of the last month of a list is said of each. */
import {charset} from '../../text/charset.ts'
import {type CalendarDate, lastDay} from '../../text/dates.ts'
import {endAt, matchAt} from '../../text/match.ts'
import type {Numeral} from '../../text/numerals.ts'

const REST = /(?:[、和及或与] ?(?:\d{1,2}|[一二三四五六七八九十]{1,2}) ?月){1,11}([底末])?(?:以前|之前|前)/y
/** 8月前, 8月份以前. */
const BY = /(?:份)?(?:之前|以前|前(?![期述三两景沿后]|款(?!项)|项(?!目)|提(?![交供出请醒报升高前取档质速货车名])))/y
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

/** 每年4月15日及10月15日前: what is said of the last day is said of each. */
export const isAmongDays = (text: string, {end, precision}: CalendarDate): boolean =>
  precision === 'day' && joins(text.charCodeAt(end)) && endAt(DAYS, text, end) >= 0
const DAYS =
  /(?:[、和及与或] ?(?:\d{1,2} ?月 ?\d{1,2} ?|[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3})日){1,6}(?:[之以]前|前(?!期))/y

/** 12月完成, 每年8月, 于9月, 9月份, 9月起: a month of no year told, where something is done then. */
export function monthAlone(text: string, number: Numeral): CalendarDate | undefined {
  if (!number.plain || noMonth(text.charCodeAt(number.start - 1))) return undefined
  const month = ownMonth(text, number)
  if (!month) return undefined
  const before = text.slice(Math.max(0, number.start - 24), number.start)
  if (OF_YEAR.test(before)) {
    const [, year, ofEach] = LISTED.exec(before) ?? []
    return year ? {...month, edtf: month.edtf.replace('XXXX', year)} : ofEach ? month : undefined
  }
  const end = text[month.end] === '份' ? month.end + 1 : month.end
  if (isOther(text.charCodeAt(end))) return undefined
  const isSaid = end > month.end || AT.test(text.slice(Math.max(0, number.start - 2), number.start))
  return isSaid || endAt(THEN, text, end) >= 0 ? {...month, end} : undefined
}
/** 3个月, 第6月, 满6月, 每3月, 1.5月: how many. */
const noMonth = charset('个第满近前每后达过计约.．-/—–~～至到')
/** 6月龄, 6月以上, 10月内, 3月度: other words, and what others read. */
const isOther = charset('龄刊经嫂饼球薪租息均度初底末上中下报内以前后至到-—–~～日号革三半')
/** 2024年4月和9月: of the year that the first has. */
const OF_YEAR = /月[、和及与]$/
const LISTED = /(?:((?:19|20)\d\d)|([每当次翌]))年(?:\d{1,2}月[、和及与]){1,6}$/
const AT = /(?:于|每年|今年|明年|当年|同年|次年|翌年)$/
const THEN =
  /(?:$|[，、）)；。：]|起(?!草)|开始|完成|启动|开[展工学放通]|组织|竣工|建成|投[入产用]|召开|举[办行]|力争|实现|达到|出台|印发|制定|制订|确保|全面|基本|上线|取得|持续|进行|正式|集中)/y

/** 6月, of no year told. */
function ownMonth(text: string, {start, end, value}: Numeral): CalendarDate | undefined {
  if (text[end] !== '月' || !Number.isInteger(value) || value < 1 || value > 12) return undefined
  return {start, end: end + 1, edtf: `XXXX-${String(value).padStart(2, '0')}`, precision: 'month'}
}
