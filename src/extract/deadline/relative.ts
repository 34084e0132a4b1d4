/** 今年10月底前 → by 10-31 of the document's own year · 次月10日前 → by XXXX-XX-10 · 年底前 → by 12-31: dates that leave the year or the month to the reader. */
import {type CalendarDate, calendarDays} from '../../text/dates.ts'
import {lexicon} from '../../text/lexicon.ts'
import {endAt} from '../../text/match.ts'
import {type Numeral, readNumeral} from '../../text/numerals.ts'
import type {Block} from '../block.ts'
import {type Deadline, deadlineOf} from './finding.ts'

/** Each year and each month are facts of their own (每年, 每月), and only the date is told here. Words for a year, and how far it is from the document's; null where it is another's next or own year. */
const YEARS: Readonly<Record<string, number | null>> = {
  今年: 0,
  本年: 0,
  本年度: 0,
  明年: 1,
  次年: null,
  翌年: null,
  下年: null,
  下一年: null,
  下年度: null,
  下一年度: null,
  当年: null,
  同年: null,
}
const YEAR = lexicon(Object.keys(YEARS))
const MONTH = lexicon('末月 次月 当月 本月 下月 下个月 翌月 首月 次季度首月 各月'.split(' '))
const EACH_MONTH = lexicon(['每月', '每个月', '每季度首月', '每季首月'])
const DAY = / ?[日号]/y
const LIMIT = /[底末](?:以前|之前|前)/y
/** 2025年底, 去年底. */
const BELONGS = /[\d０-９xX×〇零○一二三四五六七八九十去上往历前近头几 ]年?$/
/** 截至年末 tells of a state. */
const UNTIL = lexicon(['到', '最迟', '不晚于', '不迟于'])

/** The year that stands before a month, told in words: what to write for it, and where its word begins. */
export function yearBefore({text, place}: Block, at: number): {year: string; start: number} | undefined {
  const end = text[at - 1] === ' ' ? at - 1 : at
  if (text[end - 1] !== '年' && text[end - 1] !== '度') return undefined
  const word = YEAR.before(text, end)
  if (word !== '') return {year: yearOf(place.document.date, YEARS[word]!), start: end - word.length}
  return /每(?:学?年|年度)$/.test(text.slice(Math.max(0, end - 3), end)) ? {year: 'XXXX', start: at} : undefined
}

function yearOf(day: string | null, shift: number | null): string {
  return day === null || shift === null ? 'XXXX' : String(Number(day.slice(0, 4)) + shift)
}

/** 次月10日, 每月5日: a day of a month that is told in words. */
export function dayAt(text: string, number: Numeral): CalendarDate | undefined {
  const end = text[number.start - 1] === '月' ? endAt(DAY, text, number.end) : -1
  if (end < 0 || !(number.value > 0 && number.value < 32)) return undefined
  const each = EACH_MONTH.before(text, number.start)
  const word = each === '' ? MONTH.before(text, number.start) : ''
  if (each === '' && word === '') return undefined
  const edtf = `XXXX-XX-${String(number.value).padStart(2, '0')}`
  return {start: number.start - word.length, end, edtf, precision: 'day'}
}

/** 9月10日、11日、12日: a day of the month that the list began with. */
export function dayOfList(text: string, number: Numeral): CalendarDate | undefined {
  const end = endAt(DAY, text, number.end)
  if (end < 0 || !(number.value > 0 && number.value < 32)) return undefined
  const list = DAYS_BEFORE.exec(text.slice(Math.max(0, number.start - LONGEST_LIST), number.start))
  const month = list ? readNumeral(list[2]!) : undefined
  if (month === undefined || month < 1 || month > 12) return undefined
  const two = (n: number): string => String(n).padStart(2, '0')
  const edtf = `${list![1] ?? 'XXXX'}-${two(month)}-${two(number.value)}`
  return {start: number.start, end, edtf, precision: 'day'}
}
const DAYS_BEFORE =
  /(?:((?:19|20)\d\d)年)?(\d{1,2}|[一二三四五六七八九十]{1,2})月(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号](?:（[^（）]{1,4}）)?[、和及]){1,6}$/
const LONGEST_LIST = 48

/** What is to be done then, or the end of the words: 上半年考评分值 and 一季度增长5% name what has been. */
const THEN =
  /(?:$|[，、）)；。：]|[前底末内]|完成|启动|开|组织|竣工|建|投|召开|举|力争|实现|达|报|出台|印发|制定|制订|确保|全面|基本|安排|推|做|上线|争)/y

/** 二季度, 第三季度末: a quarter of no year told; 前三季度 and 每季度 are none. */
export function quarterAt(text: string, {start, end, value, plain}: Numeral): CalendarDate | undefined {
  const from = text[start - 1] === '第' ? start - 1 : start
  if (!plain || !text.startsWith('季度', end) || value < 1 || value > 4) return undefined
  if (/[前每上下后近首去各]/.test(text[from - 1] ?? '')) return undefined
  if (endAt(THEN, text, end + 2) < 0) return undefined
  const isEnd = /[末底](?!考)/.test(text[end + 2] ?? '')
  if (!isEnd) return {start: from, end: end + 2, edtf: `XXXX-${32 + value}`, precision: 'quarter'}
  const day = ['03-31', '06-30', '09-30', '12-31'][value - 1]!
  return {start: from, end: end + 3, edtf: `XXXX-${day}`, precision: 'day'}
}

/** 上半年, 下半年 without a year before. */
export function halfAt(text: string, cue: number): CalendarDate | undefined {
  const which = text[cue - 1]
  if ((which !== '上' && which !== '下') || text[cue + 1] !== '年') return undefined
  if (/[\d年度去]/.test(text[cue - 2] ?? '') || endAt(THEN, text, cue + 2) < 0) return undefined
  return {start: cue - 1, end: cue + 2, edtf: `XXXX-${which === '上' ? 40 : 41}`, precision: 'half'}
}

/** 年底前, 今年底前, 到年底: the year's last day. 2025年底 has a number, and is read with it. */
export function yearEnd({text, place}: Block, cue: number): Deadline | undefined {
  const at = cue - 1
  if (text[at] !== '年' || BELONGS.test(text.slice(Math.max(0, at - 2), at))) return undefined
  const word = YEAR.before(text, cue) || YEAR.before(text, at)
  const start = word === '' ? at : text.lastIndexOf(word, at)
  const until = UNTIL.before(text, start)
  const limit = endAt(LIMIT, text, cue)
  if (limit < 0 && until === '' && word === '') return undefined
  const each = /每年?$/.test(text.slice(Math.max(0, at - 2), at))
  const year = yearOf(place.document.date, word !== '' ? YEARS[word]! : each ? null : 0)
  const edtf = `${year}-12-31`
  return deadlineOf({
    relation: 'by',
    span: {start: start - until.length, end: limit < 0 ? cue + 1 : limit},
    edtf,
    end: calendarDays(edtf)?.end ?? null,
    precision: 'day',
  })
}
