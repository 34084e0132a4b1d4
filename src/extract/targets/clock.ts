/** Parts of a paragraph, one after another → which time governs a target there: that of its own part, of its sentence, of what stands above. */
import {calendarDays} from '../../text/dates.ts'
import {lexicon} from '../../text/lexicon.ts'
import {cut, lastAtMost, type Span} from '../../text/span.ts'
import type {Block} from '../block.ts'
import {VERBS} from '../data/target-verbs.ts'
import type {Part} from './parts.ts'
import {governed, inherited, lastTime, ofTitle, STAYING, type TargetDeadline, type Time} from './times.ts'

/** Follows a paragraph from part to part and knows which time still holds. */
export interface Clock {
  readonly enter: (part: Part) => void
  readonly drop: () => void
  /** The time of a target whose own words begin at `at`. */
  readonly at: (part: Part, at: number) => TargetDeadline | null
}

/** A clock at the start of a block; its parts are entered in order. `years` are the places of `YEAR_WORDS`. */
export function clock(block: Block, times: readonly Time[], years: readonly Span[]): Clock {
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
      const word =
        years.length === 0 || lastTime(times, part.start, part.end) ? undefined : yearIn(block.text, part, years)
      if (word !== undefined) named = word
      before = seen
      seen = part
    },
    drop() {
      if (current?.relation === 'within' || current !== leading) current = null
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
function yearIn(text: string, {start, end}: Part, years: readonly Span[]): number | undefined {
  const year = years[lastAtMost(years, start - 1, startOf) + 1]
  if (!year || year.end > end || NOT_AHEAD.test(text.slice(year.end, Math.min(end, year.end + 4)))) return undefined
  const word = cut(text, year)
  if (word === '年内') return /[\d一二三四五六七八九十几两]$/.test(text.slice(start, year.start)) ? undefined : 0
  return word === '明年' ? 1 : 0
}
const startOf = (year: Span): number => year.start
export const YEAR_WORDS = '今年 明年 年内 本年度 本年内'.split(' ')
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
  /^\s*(?:根据|按照?|依据|对照|为[了贯全落进]|围绕|通过|经过|[^。；]{0,16}(?:提出|要求|明确|指出|强调|规定|表示|介绍|获悉|说)$|[^。；]{0,10}(?:发展|总体|主要|工作)目标(?:是|为)?$)/

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
