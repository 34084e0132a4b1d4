/** The words before a length of time → what it counts from, and the days where the document tells its own: 自印发之日起30日内, 提前6个月 of 换届. */
import {shiftDate} from '../../text/dates.ts'
import {matchAt} from '../../text/match.ts'
import type {Block} from '../block.ts'
import {EVENTS, OWN_DAY} from '../data/periods.ts'
import type {Deadline} from './finding.ts'

/** What may be told of a limit beside its length. */
export type Limit = Partial<Pick<Deadline, 'start' | 'end' | 'event' | 'comparator'>>
export const NO_LIMIT: Limit = {}

/** 自受理之日起, 在验收后: what a length counts from, in its group. */
export const EVENT =
  /(?<=(?:自|从|在|应当?在|于|须在|应于|[，。；：、]|^)([^，。；：、（）()]{2,26}?)(?:之日(?:起(?:计算?)?)?|之时起|当日起|次日起|起|后|以后|之后|(?<=结束|届满|完成|终了|期满))(?:的|第)?(?:，)?(?:(?:一般|应当?|须|将|可|会)?[在于])?)/y

/** 事后三日内 names no event, and 自1990年起五年内 tells a year. */
export function eventAt(text: string, start: number): string | null {
  const event = matchAt(EVENT, text, start)?.[1]?.replace(/^(?:自|从|在|于|但|并|应当|应|可以|可){1,3}/, '') ?? ''
  return event.length < 2 || /^[\d一二三四五六七八九○〇零]{4}年/.test(event) ? null : event
}

/** 在评价前10天: what stands before 前; 提前6个月: the last event that the sentence spoke of. */
export function eventBefore(text: string, at: number): string | null {
  const direct =
    text[at] === '前'
      ? /(?:[在于自为，。；、）]|^)(?:以|应当?|须|或者)?([^，。；、在于为）]{2,20})$/.exec(
          text.slice(Math.max(0, at - 24), at),
        )
      : null
  if (direct) return direct[1]!
  const sentence = text
    .slice(Math.max(0, at - 60), at)
    .split('。')
    .at(-1)!
  return [...sentence.matchAll(EVENTS)].at(-1)?.[0] ?? null
}

/** 自印发之日起30日内 counts from the document's own day, where it has one. */
export function limitFrom({text, place}: Block, start: number, duration: string): Limit {
  const event = eventAt(text, start)
  if (!event || !place.document.issued || !OWN_DAY.test(event)) return {event}
  return {event, ...calendarOf(place.document.issued, duration)}
}

/** 有效期3年 beside 自印发之日起施行: from that day to the eve of its third return. */
export function validity({text, place}: Block, word: string, duration: string): Limit {
  if (!word.startsWith('有效期') || !place.document.issued) return NO_LIMIT
  const own = /自([^，。；自]{0,10}(?:印发|发布|公布|颁布))之日起/.exec(text)
  if (!own || !OWN_DAY.test(own[1]!)) return NO_LIMIT
  const end = calendarOf(place.document.issued, duration).end
  return end ? {start: place.document.issued, end: shiftDate(end, {days: -1}), event: own[1]!} : {}
}

function calendarOf(day: string, duration: string): {start: string | null; end: string | null} {
  const parts = /^P(\d{1,4})([YMWD])$/.exec(duration)
  if (!parts) return {start: null, end: null}
  const n = Number(parts[1])
  const by = {Y: {years: n}, M: {months: n}, W: {days: 7 * n}, D: {days: n}}[parts[2] as 'Y' | 'M' | 'W' | 'D']
  return {start: day, end: shiftDate(day, by)}
}
