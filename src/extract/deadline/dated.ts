/** 到2030年 → by · 2022年底前 → by 2022-12-31 · 2022年 → in · 2019—2022年 → during · 自2020年1月1日起 → from. */
import {charset} from '../../text/charset.ts'
import {type CalendarDate, calendarDays, dateAt} from '../../text/dates.ts'
import {lexicon} from '../../text/lexicon.ts'
import {endAt, matchAt} from '../../text/match.ts'
import type {Numeral} from '../../text/numerals.ts'
import type {Block} from '../block.ts'
import {withClock} from './clock.ts'
import {eraDateAt, eraYearAt} from './era.ts'
import {type Deadline, deadlineOf} from './finding.ts'
import {afterConnector, firstMonths, monthAt, quartersAt, two, withinMonth, yearsAt} from './interval.ts'
import {endsLimits, firstOfYears} from './listed.ts'
import {lostYear} from './lost.ts'
import {isAmongDays, monthAlone, monthAmong} from './months.ts'
import {isPast} from './past.ts'
import {dayAt, dayOfList, quarterAt, yearBefore} from './relative.ts'
import {type SplitYear, splitYearAt, termAt} from './school.ts'
import {tenthOf} from './tenth.ts'

const ERA = /(?<=((?:中华)?民国 ?))/y
const UNTIL = lexicon(
  '截止到 截至到 截止至 截至 截止 直到 直至 延至 延长至 推迟到 推迟至 最迟 不晚于 不迟于 到 至'.split(' '),
)
/** 受到2020年, 达到2025年…: 到 that is part of a verb. */
const NOT_UNTIL = charset('受收达得送找感')
const SINCE = lexicon(['自', '从', '始于', '起自', '自从'])
const BY =
  / ?(?:[（(]含[^（）()]{0,6}[）)])?(?:新学期(?:开学|开始)?)?((?:或|及)?[之以]前|前(?![期述三两景沿]|款(?!项)|项(?!目)|提(?![交供出请醒报升高前取档质速货车名])))/y
const FROM =
  / ?(?:[（(]含[^（）()]{0,6}[）)])?((?:或|及)?[之以]后|起|(?<=日)(?:施行|生效|实施|执行)|开始|以来|(?<=[日月时点分半\d])后)/y
const SPAN = / ?(期间|之间|间(?![接隔]))/y
const END_DAY = /(\d{1,2}|[一二三四五六七八九十]{1,3}) ?[日号]/y
const END_MONTH = /(\d{1,2}|[一二三四五六七八九十]{1,3}) ?月(?:份)?(底|末)?/y
/** The deadline that a date from `numbers[i]` on states; undefined where the number begins no date. */
export function datedAt(block: Block, i: number): Deadline | undefined {
  const {text, tokens} = block
  const number = tokens.numbers[i]!
  const told = text[number.start - 1] === '月' ? dayAt(text, number) : undefined
  if (told) return text[told.end] === '内' ? limit(text, told, '', '内') : dated(block, told)
  const day = endsList(text.charCodeAt(number.start - 1)) ? dayOfList(text, number) : undefined
  if (day) return dated(block, day)
  const quarter = text[number.end] === '季' ? quarterAt(text, number) : undefined
  if (quarter) return withoutYear(block, quarter)
  const term = termAt(block, number)
  const split = term ?? splitYearAt(block, number)
  if (split) return splitYear(text, split, term?.before)
  if (!mayBeDate(text, number)) return undefined
  const era = endsEra(text.charCodeAt(number.start - 1)) ? matchAt(ERA, text, number.start) : null
  const start = era ? number.start - era[1]!.length : number.start
  const years = yearsAt(text, start)
  const date = years ? undefined : ((era ? undefined : eraDateAt(block, number)) ?? dateAt(text, start))
  const first = years ? undefined : firstMonths(text, date)
  if (first) return during(text, first.start, first.end, first.from, first.to, 'in')
  const interval = years ?? withinMonth(text, start, date) ?? quartersAt(text, date)
  if (interval) return during(text, interval.start, interval.end, interval.from, interval.to)
  const among = monthAmong(text, number, date)
  if (among) return byMonth(block, among)
  const month = date ? undefined : monthAlone(text, number)
  if (month) return withoutYear(block, month)
  if (date && !date.edtf.startsWith('XX')) return dated(block, date)
  if (date) return date.edtf.startsWith('XXXX') ? withoutYear(block, date) : undefined
  const lost = lostYear(text, number)
  const year = lost ? undefined : firstOfYears(text, number)
  return year ? dated(block, year) : lost
}

/** 10月底前, 今年10月底前; 去年10月 is past, and a year of a document's own word is none of these. */
export function withoutYear(block: Block, date: CalendarDate): Deadline | undefined {
  const {text} = block
  const told = yearBefore(block, date.start)
  if (
    told &&
    endsMonth(text.charCodeAt(told.start - 1)) &&
    FROM_MONTH.test(text.slice(Math.max(0, told.start - 8), told.start))
  )
    return undefined
  if (told) return dated(block, {...date, start: told.start, edtf: date.edtf.replace('XXXX', told.year)})
  return text[date.start - 1] === '年' ? undefined : dated(block, date)
}

/** 10月—次年3月, with no year: a season. */
const FROM_MONTH = /\d{1,2} ?月[底末初份]?[-—–~～至到]{1,2}$/
const endsMonth = charset('-—–~～至到')

function byMonth(block: Block, month: CalendarDate): Deadline | undefined {
  const date = withoutYear(block, month)
  return date && {...date, relation: 'by', start: null}
}

/** A date goes on with 年 or 月, or begins with a year of four digits; anything else is not looked at. */
function mayBeDate(text: string, {start, end, plain}: Numeral): boolean {
  const next = text.charCodeAt(end)
  return (
    dateGoesOn(next) ||
    (plain && (end - start >= 4 || (end - start === 3 && isParted(next)))) ||
    (next === 32 && isYearOrMonth(text.charCodeAt(end + 1)))
  )
}
const endsList = charset('、和及')
const endsEra = charset('国 ')
const dateGoesOn = charset('年月xX×-—–~～至到')
const isParted = charset('/.')
const isYearOrMonth = charset('年月')

function dated(block: Block, day: CalendarDate): Deadline | undefined {
  const {text} = block
  const date = withClock(text, day)
  const last = lastOf(block, date)
  if (last) return during(text, date.start, last.end, tenthOf(text, date)?.from ?? date.edtf, last.edtf)
  const until = untilBefore(text, date.start)
  const since = sinceBefore(text, date.start)
  const next = text.charCodeAt(date.end)
  const by = opensBy(next) ? matchAt(BY, text, date.end) : null
  const from = opensFrom(next) ? matchAt(FROM, text, date.end) : null
  if (by || ((until || endsLimits(text, date)) && !from)) return limit(text, endOfTenth(text, date), until, by?.[0])
  if (from || since) return beginning(text, startOfTenth(text, date), since, from?.[0])
  const during_ = spanAt(text, date.end)
  if (during_) return point(date, 'during', date.start, date.end + during_[0].length)
  if (isPast(text, date)) return undefined
  if (isAmongDays(text, date)) return limit(text, date, '', '')
  const tenth = tenthOf(text, date)
  if (tenth) return during(text, date.start, date.end, tenth.from, tenth.to, 'in')
  if (isLimit(block, date.start)) return limit(text, date, '', undefined)
  return point(
    date,
    date.precision === 'day' && isEnd(text.charCodeAt(date.end - 1)) ? 'by' : 'in',
    date.start,
    date.end,
  )
}

/** 完成时限：2026年5月, and a cell of a column that is headed so. */
const LIMIT = /(?:时限|期限|完成时间|截止(?:时间|日期?)(?:[、和及（(]?开标(?:时间|日期))?[）)]?)(?:为|为?[:：]) ?$/
const LIMIT_COLUMN = /(?:时限|期限|完成时间|截止(?:时间|日期))$/
const endsLabel = charset('：:为 ')
const isLimit = ({text, table}: Block, at: number): boolean =>
  (table !== null && LIMIT_COLUMN.test(table.label)) ||
  (endsLabel(text.charCodeAt(at - 1)) && LIMIT.test(text.slice(Math.max(0, at - 16), at)))

/** 6月中旬前 is read inclusively, as 2022年前 is. */
function endOfTenth(text: string, date: CalendarDate): CalendarDate {
  const tenth = tenthOf(text, date)
  return tenth ? {...date, edtf: tenth.to, precision: 'day'} : date
}

function startOfTenth(text: string, date: CalendarDate): CalendarDate {
  const tenth = tenthOf(text, date)
  return tenth ? {...date, edtf: tenth.from, precision: 'day'} : date
}

/** What the patterns after a date begin with. */
const opensBy = charset(' （(或及之以前新')
const opensFrom = charset(' （(或及之起施生实执开以后')
const opensSpan = charset(' 期之间')
const isEnd = charset('底末终')
const spanAt = (text: string, at: number): RegExpExecArray | null =>
  opensSpan(text.charCodeAt(at)) ? matchAt(SPAN, text, at) : null

/** 到, 截至： before a date; empty where there is none, or 到 is part of a verb. */
function untilBefore(text: string, at: number): string {
  const spaced = text[at - 1] === ' ' ? at - 1 : at
  if (text[spaced - 1] === '到' && NOT_UNTIL(text.charCodeAt(spaced - 2))) return ''
  const end = text[spaced - 1] === '：' ? spaced - 1 : spaced
  return (text[end - 1] === '了' && UNTIL.before(text, end - 1)) || UNTIL.before(text, end)
}

const sinceBefore = (text: string, at: number): string => SINCE.before(text, text[at - 1] === ' ' ? at - 1 : at)

/** The second date of a range: whole, without its year, or a day or month alone. */
function lastOf(block: Block, first: CalendarDate): {edtf: string; end: number} | undefined {
  const {text} = block
  const joined = afterConnector(text, first.end)
  if (joined < 0) return betweenEnd(text, first)
  const lastEdtf = (date: CalendarDate): string => tenthOf(text, date)?.to ?? date.edtf
  const [own, month] = first.edtf.split('-') as [string, string?]
  const following = text[joined + 1] === '年' ? endAt(NEXT_YEAR, text, joined) : -1
  const at = following < 0 ? joined : following
  const year = following < 0 || own === 'XXXX' ? own : String(Number(own) + 1)
  const next = eraYearAt(block, at) ?? dateAt(text, at) ?? (following < 0 ? undefined : monthAt(text, at, year))
  const whole = next && withClock(text, next)
  if (whole) return {edtf: lastEdtf({...whole, edtf: whole.edtf.replace(/^XXXX/, year)}), end: whole.end}
  if (following > 0) return undefined
  const day = first.precision === 'day' ? matchAt(END_DAY, text, at) : null
  if (day) return {edtf: `${year}-${month}-${two(day[1]!)}`, end: at + day[0].length}
  const end = first.precision === 'month' ? matchAt(END_MONTH, text, at) : null
  return end ? {edtf: `${year}-${two(end[1]!)}`, end: at + end[0].length} : undefined
}

/** 11月至次年3月. */
const NEXT_YEAR = /[次翌]年/y

/** 2007年与2009年间, 3月1日和5月31日之间. */
function betweenEnd(text: string, first: CalendarDate): {edtf: string; end: number} | undefined {
  const last = joinsTwo(text.charCodeAt(first.end)) ? dateAt(text, first.end + 1) : undefined
  if (!last || !spanAt(text, last.end)) return undefined
  return {edtf: last.edtf.replace(/^XXXX/, first.edtf.slice(0, 4)), end: last.end}
}
const joinsTwo = charset('与和')

function during(
  text: string,
  start: number,
  end: number,
  from: string,
  to: string,
  relation: 'during' | 'in' = 'during',
): Deadline {
  const since = sinceBefore(text, start)
  const after = spanAt(text, end) ?? (text[end] === '止' ? ['止'] : null)
  return deadlineOf({
    relation,
    span: {start: since ? text.lastIndexOf(since, start) : start, end: end + (after ? after[0]!.length : 0)},
    edtf: `${from}/${to}`,
    start: calendarDays(from)?.start ?? null,
    end: calendarDays(to)?.end ?? null,
    precision: 'period',
  })
}

/** 2025年秋季学期前, 秋季开学前: up to the month before it. */
const BEFORE_TERM = /(?:开学|开始)?[之以]?前(?!期)/y

/** A school year is a period, up to whose end or from whose beginning something may be. */
function splitYear(text: string, {start, end, from, to}: SplitYear, before?: string): Deadline {
  const by = before === undefined ? null : matchAt(BEFORE_TERM, text, end)
  if (by) return limit(text, {start, end, edtf: before!, precision: 'month'}, undefined, by[0])
  const until = untilBefore(text, start)
  const first = matchAt(FROM, text, end)?.[0]
  if (until && !first) return limit(text, {start, end, edtf: to, precision: 'month'}, until, undefined)
  const since = sinceBefore(text, start)
  if (first || since) return beginning(text, {start, end, edtf: from, precision: 'month'}, since, first)
  return during(text, start, end, from, to)
}

/** Up to a date. 2022年前 is read inclusively, as plans mean it, with a warning; 2022年底前 and 6月30日前 leave no doubt. */
function limit(text: string, date: CalendarDate, until: string | undefined, by: string | undefined): Deadline {
  const days = calendarDays(date.edtf)
  return deadlineOf({
    relation: 'by',
    span: {start: until ? text.lastIndexOf(until, date.start) : date.start, end: date.end + (by?.length ?? 0)},
    edtf: date.edtf,
    end: days?.end ?? null,
    precision: date.precision,
    warnings: by && (date.precision === 'year' || text[date.end - 1] === '旬') ? [{code: 'inclusive-before'}] : [],
  })
}

function beginning(text: string, date: CalendarDate, since: string | undefined, from: string | undefined): Deadline {
  return deadlineOf({
    relation: 'from',
    span: {start: since ? text.lastIndexOf(since, date.start) : date.start, end: date.end + (from?.length ?? 0)},
    edtf: date.edtf,
    start: calendarDays(date.edtf)?.start ?? null,
    precision: date.precision,
  })
}

function point(date: CalendarDate, relation: Deadline['relation'], start: number, end: number): Deadline {
  const days = calendarDays(date.edtf)
  const first = relation === 'by' ? null : (days?.start ?? null)
  return deadlineOf({
    relation,
    span: {start, end},
    edtf: date.edtf,
    start: first,
    end: days?.end ?? null,
    precision: date.precision,
  })
}
