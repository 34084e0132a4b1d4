/** Which time governs a target: that of its own part, of its sentence, of a heading, of the table, of the title. */

import {charset} from '../../text/charset.ts'
import {calendarDays} from '../../text/dates.ts'
import {lexicon} from '../../text/lexicon.ts'
import {lastAtMost} from '../../text/span.ts'
import type {Block, Finding, FindingOf} from '../block.ts'
import {PLANS, planYears} from '../data/periods.ts'
import {VERBS} from '../data/target-verbs.ts'
import {isPlanLine} from '../genre.ts'
import type {Part} from './parts.ts'

export type Time = FindingOf<'deadline'>
export type TargetDeadline = NonNullable<FindingOf<'target'>['deadline']>

const GOVERNING = new Set(['by', 'in', 'during', 'from', 'within'])
const STAYING = new Set(['by', 'in', 'during'])

/** The times in a block that may be those of a goal: no 每年, no 当年, no year that something is compared with. */
export function timesOf(text: string, seen: readonly Finding[]): Time[] {
  return seen.filter((f): f is Time => f.kind === 'deadline' && governs(text, f) && dates(text, f))
}

/** 未来三年 limits what is to be done, though it says how long. */
const governs = (text: string, {relation, span}: Time): boolean =>
  GOVERNING.has(relation) || (relation === 'for' && /^(?:未来|今后)$/.test(text.slice(span.start, span.start + 2)))

function dates(text: string, {edtf, duration, span}: Time): boolean {
  if (!edtf && !duration) return false
  const before = text.slice(Math.max(0, span.start - 3), span.start)
  const after = text.slice(span.end, span.end + 6)
  if (
    duration &&
    /(?:[至到为缩减]|[制持定缩短]在)$/.test(before) &&
    !/^(?:未来|今后)/.test(text.slice(span.start, span.end))
  )
    return false
  return !(endsComparing(text.charCodeAt(span.start - 1)) && COMPARING.test(before)) && !COMPARED.test(after)
}

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

/** Follows a paragraph from part to part and knows which time still holds. */
export interface Clock {
  readonly enter: (part: Part) => void
  readonly drop: () => void
  /** The time of a target whose own words begin at `at`. */
  readonly at: (part: Part, at: number) => TargetDeadline | null
}

/** A clock at the start of a block; its parts are entered in order. */
export function clock(block: Block, times: readonly Time[]): Clock {
  let leading: Time | null = null
  let loose = false
  let asked: Time | null = null
  let current: Time | null = null
  let seen: Part | null = null
  /** What stands over all of the block; looked for when it is first asked for. */
  let above: TargetDeadline | null | undefined
  /** The part before the one that was seen last. */
  let before: Part | null = null
  /** How far the year that a sentence names in words (今年, 明年) is from the paper's; null where it names none. */
  let named: number | null = null
  return {
    enter(part) {
      if (seen && times.length > 0) {
        const last = lastTime(times, seen.start, seen.end)
        const past = last?.past ? undefined : last
        if (past) {
          current = past
          named = null
        }
        const set = past !== undefined && mayOpen(block.text, before, seen) && opens(block.text, seen, past)
        if (past && (set || begins(block.text, seen, past))) {
          leading = past
          loose = !set
        } else if (past && STAYING.has(past.relation)) leading = null
      }
      if (part.index === 0 && (current ?? leading) !== null && !AND.test(block.text.slice(part.start, part.start + 4)))
        current = loose && !(leading === asked && goesOn(block.text, part.start)) ? null : leading
      if (part.index === 0) named = null
      const word = lastTime(times, part.start, part.end) ? undefined : yearIn(block.text, part)
      if (word !== undefined) named = word
      before = seen
      seen = part
    },
    drop() {
      if (current?.relation === 'within') current = null
    },
    at(part, at) {
      const own = lastTime(times, part.start, at)
      asked = own ?? current
      if (own) return ofTitle(governed(own, 'inline'), block)
      if (named !== null) return ofYear(inherited(block), named) ?? yearOf(block, named)
      if (current) return ofTitle(governed(current, 'sentence'), block)
      if (above === undefined) above = inherited(block)
      return above
    },
  }
}

/** 今年内, 年内: the year of the paper, whatever the sentences before look forward to. */
const ofYear = (deadline: TargetDeadline | null, shift: number): TargetDeadline | null =>
  deadline?.relation === 'in' && shift === 0 ? deadline : null

/** 今年, 年内, 明年: the year in words; 今年以来 and 今年1—5月 tell what was. */
function yearIn(text: string, {start, end}: Part): number | undefined {
  const words = text.slice(start, end)
  const at = YEAR_WORD.first(words)
  if (!at || NOT_AHEAD.test(words.slice(at.index + at.word.length, at.index + at.word.length + 4))) return undefined
  if (at.word === '年内') return /[\d一二三四五六七八九十几两]$/.test(words.slice(0, at.index)) ? undefined : 0
  return at.word === '明年' ? 1 : 0
}
const YEAR_WORD = lexicon('今年 明年 年内 本年度 本年内'.split(' '))
const NOT_AHEAD = /^(?:以来|来|初|春|前|上半|[\d一二三四]|已|共|至今)/

/** The year that a dated paper means by 今年. It is told in words, so the deadline names no fact. */
function yearOf({place}: Block, shift: number): TargetDeadline | null {
  const {date} = place.document
  if (date === null) return null
  const edtf = String(Number(date.slice(0, 4)) + shift)
  return {relation: 'in', edtf, duration: null, ...calendarDays(edtf)!, via: 'sentence', fact: null}
}

/** 三年内，新建10所。: whether the sentence goes on with a number. */
function counts(text: string, from: number): boolean {
  const end = text.slice(from, from + 200).indexOf('。')
  return /\d/.test(text.slice(from, end < 0 ? from + 200 : from + end))
}

/** 三年内. */
const isYears = ({relation, duration}: Time): boolean => relation === 'within' && /^P\d{1,2}Y$/.test(duration ?? '')

/** 并培训500人。: the sentence goes on with the one before. */
const AND = /^\s*并(?!且?不)/

/** Whether a part stands at the beginning of its sentence, after a colon, or after what a plan rests on. */
const mayOpen = (text: string, before: Part | null, part: Part): boolean =>
  part.index === 0 ||
  (before !== null &&
    ('：:'.includes(before.stop) ||
      (part.index === 1 && GROUNDS.test(text.slice(before.start, Math.min(before.end, before.start + 24))))))

/** 根据《…》目标任务，到2025年，…: what a plan rests on stands before its time. */
const GROUNDS =
  /^\s*(?:根据|按照?|依据|对照|为[了贯全落进]|围绕|通过|经过|[^。；]{0,16}(?:提出|要求|明确|指出|强调|规定|表示|介绍|获悉|说)$)/

/** 到2025年，… at the beginning of a sentence holds for the sentences after it as well. */
function opens(text: string, part: Part, time: Time): boolean {
  return (
    (STAYING.has(time.relation) || (isYears(time) && counts(text, time.span.end))) &&
    part.stop !== '' &&
    '，,：:'.includes(part.stop) &&
    isAll(text, part, time)
  )
}

/** 5年内引进100名人才。选拔…: where a value is to be reached by then, what is to be done by then goes on after the stop. */
const begins = (text: string, part: Part, time: Time): boolean =>
  part.index === 0 &&
  (STAYING.has(time.relation) || isYears(time)) &&
  /^[\s到至在]*$/.test(text.slice(part.start, time.span.start)) &&
  time.relation !== 'for'
/** 重点建设…: whether a sentence begins with what is to be done. */
const goesOn = (text: string, at: number): boolean =>
  VERB.at(text, at + FRONT.exec(text.slice(at, at + 12))![0].length) !== ''
const FRONT = /^\s*(?:重点|着力|大力|加快|全面|同时|并|积极|逐步|再|共|力争|争取|确保|计划|将)*/
const VERB = lexicon(VERBS)

function isAll(text: string, part: Part, {span}: Time): boolean {
  const around = text.slice(part.start, span.start) + text.slice(span.end, part.end)
  return around.replace(/[\s到至在前底末止]/g, '').length <= 4
}

/** The deadline of a target from the time that governs it. */
export function governed(time: Time, via: TargetDeadline['via']): TargetDeadline {
  const {relation, edtf, duration, start, end} = time
  return {relation, edtf, duration, start, end, via, fact: time}
}

/** 12月底前 in a plan for 2026 is of that year. */
function ofTitle(deadline: TargetDeadline, {place}: Pick<Block, 'place'>): TargetDeadline {
  const year = deadline.edtf?.startsWith('XXXX-') ? titleYear(place.document.title ?? '')?.edtf : undefined
  if (!year) return deadline
  const edtf = deadline.edtf!.replaceAll('XXXX', year)
  const [from, to = from] = edtf.split('/') as [string, string?]
  const [first, last] = [calendarDays(from), calendarDays(to)]
  return {...deadline, edtf, start: deadline.relation === 'by' ? null : (first?.start ?? null), end: last?.end ?? null}
}

/** The time of a heading, a caption or the title. */
export function inherited({headings, table, place}: Block): TargetDeadline | null {
  const row = table?.limit && timesOf(table.limit.text, table.limit.findings).at(-1)
  if (row) return ofTitle(governed(row, 'table'), {place})
  for (let i = headings.length - 1; i >= 0; i--) {
    const times = timesOf(headings[i]!.text, headings[i]!.findings)
    const time = headings[i]!.lead
      ? (leadingTime(headings[i]!.text, times[0]) ?? leadingTime(headings[i]!.text, times.at(-1)))
      : times.at(-1)
    if (time && !time.past && !time.edtf?.startsWith('XXXX')) return governed(time, table ? 'table' : 'heading')
    const plan = headings[i]!.lead || times.length > 0 ? null : planOf(headings[i]!.text)
    if (plan) return plan
  }
  const caption = table?.caption && timesOf(table.caption.text, table.caption.findings).at(-1)
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
    !/(?:计划|要点|任务|安排|目标|行动|考[评核]|实事)/.test(title) ||
    /[-—–~至][^年]{0,4}20\d{2}|以来|中期/.test(title) ||
    (/五年|三年/.test(title) && !/20\d{2}年度?(?:工作|重点|任务)/.test(title))
  )
    return null
  const edtf = years[0]![1]!
  return {relation: 'in', edtf, duration: null, ...calendarDays(edtf)!, via: 'title', fact: null}
}
