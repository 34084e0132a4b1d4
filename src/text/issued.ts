/** The day a document bears → the day that 自公布之日起 is counted from: a law is passed on one day and published on another. */
import type {Span} from './span.ts'

/** A day as metadata has it. */
interface Stated {
  readonly value: string
  readonly span: Span | null
  readonly from: string
}

const LONGEST_HISTORY = 800
const DAY = /(?<!\d)[12]\d{3} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日/g
const PASSED = /通过|批准/
const PUBLISHED = /公布|发布|颁布/
const AMENDED = /修订|修正|修改/
/** Where a history ends: at the first clause. */
const BODY = /\n\s{0,4}(?:#{1,4} )?第[一1][编章条]/

/**
 * The day of issue (YYYY-MM-DD). Null where the document bears no full day, and where its history tells on which day it
 * was passed (2007年6月21日…通过) and not, or more than once, on which it was published.
 * @param text the page; the history is looked for behind the place of the day
 */
export function issuedOn(text: string, stated: Stated | undefined): string | null {
  if (stated?.value.length !== 10) return null
  if (stated.from !== 'header' || !stated.span) return stated.value
  const rest = text.slice(stated.span.start, stated.span.start + LONGEST_HISTORY)
  const history = rest.slice(0, BODY.exec(rest)?.index ?? rest.length)
  const events = eventsOf(history)
  const own = events[0]
  if (!own || !PASSED.test(own.said) || PUBLISHED.test(own.said)) return stated.value
  const days = new Set(events.filter(({said}) => PUBLISHED.test(said) && !AMENDED.test(said)).map(({day}) => day))
  return days.size === 1 ? [...days][0]! : null
}

/** Each day of a history, with what is said of it up to the next. */
function eventsOf(history: string): {day: string; said: string}[] {
  const days = [...history.matchAll(DAY)]
  return days.map((day, i) => ({
    day: isoOf(day[0]),
    said: history.slice(day.index + day[0].length, days[i + 1]?.index ?? history.length).split('\n')[0]!,
  }))
}

const isoOf = (day: string): string =>
  day
    .split(/[年月日]/)
    .slice(0, 3)
    .map(part => part.trim().padStart(2, '0'))
    .join('-')
