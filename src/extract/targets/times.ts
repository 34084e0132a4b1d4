/** The times of a block that goals may have, and what stands over all of it: the time of a heading, of the table, of the title. */
import {charset} from '../../text/charset.ts'
import {calendarDays} from '../../text/dates.ts'
import {lastAtMost} from '../../text/span.ts'
import {type Block, type FindingOf, type Heading, NONE} from '../block.ts'
import {PLANS, planYears} from '../data/periods.ts'
import {isPlanLine} from '../genre.ts'

export type Time = FindingOf<'deadline'>
export type TargetDeadline = NonNullable<FindingOf<'target'>['deadline']>

const GOVERNING = new Set(['by', 'in', 'during', 'from', 'within'])
export const STAYING = new Set(['by', 'in', 'during'])

/** The times in a block that may be those of a goal: no 每年, no 当年, no year that something is compared with. */
export function timesOf(text: string, deadlines: readonly Time[]): readonly Time[] {
  return deadlines.length === 0 ? NONE : deadlines.filter(f => governs(text, f) && dates(text, f))
}

/** The times in a heading. */
export function timesIn({text, read, until}: Heading): readonly Time[] {
  const times = timesOf(text, read.seen.deadline)
  return until === undefined || times.length === 0 ? times : times.filter(({span}) => span.end <= until)
}

/** 未来三年 limits what is to be done, though it says how long. */
const governs = (text: string, {relation, span}: Time): boolean =>
  GOVERNING.has(relation) || (relation === 'for' && /^(?:未来|今后)$/.test(text.slice(span.start, span.start + 2)))

function dates(text: string, {edtf, duration, span}: Time): boolean {
  if (!edtf && !duration) return false
  const before = text.slice(Math.max(0, span.start - 3), span.start)
  const after = text.slice(span.end, span.end + 6)
  if (before.endsWith('在') && ON_TOP.test(text.slice(span.end, span.end + 40))) return false
  if (
    duration &&
    /(?:[至到为缩减]|[制持定缩短]在)$/.test(before) &&
    !/^(?:未来|今后)/.test(text.slice(span.start, span.end))
  )
    return false
  return !(endsComparing(text.charCodeAt(span.start - 1)) && COMPARING.test(before)) && !COMPARED.test(after)
}

/** 在2015年收入248亿元的基础上翻一番. */
const ON_TOP = /^[^，。；]{0,36}基础上/
const endsComparing = charset('比较以与同')
const COMPARING = /(?:(?<![占配生])比|[较以与同])$/
const COMPARED = /^(?:的?(?:基础|水平|标准)|相比|同期)/

const startOf = (time: Time): number => time.span.start

/** The last times between two places, at most `count`, in order. */
export function lastTimes(times: readonly Time[], from: number, to: number, count: number): Time[] {
  const found: Time[] = []
  for (let i = lastAtMost(times, to - 1, startOf); i >= 0 && found.length < count; i--) {
    const time = times[i]!
    if (time.span.start < from) break
    if (time.span.end <= to) found.unshift(time)
  }
  return found
}

/** The last time between two places. */
export function lastTime(times: readonly Time[], from: number, to: number): Time | undefined {
  for (let i = lastAtMost(times, to - 1, startOf); i >= 0; i--) {
    const time = times[i]!
    if (time.span.start < from) return undefined
    if (time.span.end <= to) return time
  }
  return undefined
}

/** The first time from a place on; undefined where it begins later than `until`. */
export function firstTime(times: readonly Time[], from: number, until: number): Time | undefined {
  const time = times[lastAtMost(times, from - 1, startOf) + 1]
  return time && time.span.start <= until ? time : undefined
}

/** The deadline of a target from the time that governs it. */
export function governed(time: Time, via: TargetDeadline['via']): TargetDeadline {
  const {relation, edtf, duration, start, end} = time
  return {relation, edtf, duration, start, end, via, fact: time}
}

/** 12月底前 in a plan for 2026 is of that year. */
export function ofTitle(deadline: TargetDeadline, {place}: Pick<Block, 'place'>): TargetDeadline {
  const year = deadline.edtf?.startsWith('XXXX-') ? titleYear(place.document.title ?? '')?.edtf : undefined
  if (!year) return deadline
  const edtf = deadline.edtf!.replaceAll('XXXX', year)
  const [from, to = from] = edtf.split('/') as [string, string?]
  const [first, last] = [calendarDays(from), calendarDays(to)]
  return {...deadline, edtf, start: deadline.relation === 'by' ? null : (first?.start ?? null), end: last?.end ?? null}
}

/** The time of a heading, a caption or the title. */
export function inherited({headings, table, place}: Block): TargetDeadline | null {
  const row = table?.limit && timesIn(table.limit).at(-1)
  if (row) return ofTitle(governed(row, 'table'), {place})
  for (let i = headings.length - 1; i >= 0; i--) {
    const times = timesIn(headings[i]!)
    const time = headings[i]!.lead
      ? (leadingTime(headings[i]!.text, times[0]) ?? leadingTime(headings[i]!.text, times.at(-1)))
      : times.at(-1)
    if (time && !time.past && !time.edtf?.startsWith('XXXX')) return governed(time, table ? 'table' : 'heading')
    const plan = headings[i]!.lead || times.length > 0 ? null : planOf(headings[i]!.text)
    if (plan) return plan
  }
  const caption = table?.caption && timesIn(table.caption).at(-1)
  if (caption) return governed(caption, 'table')
  return place.document.title === null ? null : titleYear(place.document.title)
}

/** “十二五”教育发展的目标任务: a heading names the plan that its goals are of. A plan that is only named is no fact, so the deadline names none. */
function planOf(heading: string): TargetDeadline | null {
  const found = heading.includes('五') ? PLAN_GOALS.exec(heading) : null
  if (!found) return null
  const [first, last] = planYears(found[1]!)
  const edtf = `${first}/${last}`
  return {relation: 'during', edtf, duration: null, ...calendarDays(edtf)!, via: 'heading', fact: null}
}
const PLAN_GOALS = new RegExp(`(${PLANS})[”"’]?(?!规划|计划|末)[^，。；《》]{0,20}(?:目标|任务|指标|重点)`)

/** 到2025年，主要目标是：holds for the list under it. */
function leadingTime(text: string, time: Time | undefined): Time | undefined {
  if (!time || !STAYING.has(time.relation)) return undefined
  if (isPlanLine(text)) return time
  const opens = /[：:]\s*$/.test(text)
  const said = text.slice(0, time.span.start)
  const before = opens ? said.slice(1 + Math.max(said.lastIndexOf('，'), said.lastIndexOf('。'))) : said
  const after = text.slice(time.span.end, time.span.end + 6)
  if (!/^\s*(?:力争|争取)?[到至在]?$/.test(before)) return undefined
  return /^[前底末止内]{0,2}[，,：:]/.test(after) || (opens && REACHES.test(after)) ? time : undefined
}
/** …战略，到2025年将实现： */
const REACHES = /^[前底末止内]{0,2}(?:将|要|力争|基本){0,2}(?:实现|达到|完成|建成)/

/** The year of a plan for one year: 2022年重点工作任务. A title is no fact, so the deadline names none. */
function titleYear(title: string): TargetDeadline | null {
  if (!title.includes('20')) return null
  const years = [...title.matchAll(/(20\d{2})年/g)]
  if (
    years.length !== 1 ||
    !/(?:计划|要点|任务|安排|目标|行动|方案|清单|考[评核]|实事)/.test(title) ||
    /[-—–~至][^年]{0,4}20\d{2}|以来|中期/.test(title) ||
    (/五年|三年/.test(title) && !/20\d{2}年度?(?:工作|重点|任务)/.test(title))
  )
    return null
  const edtf = years[0]![1]!
  return {relation: 'in', edtf, duration: null, ...calendarDays(edtf)!, via: 'title', fact: null}
}
