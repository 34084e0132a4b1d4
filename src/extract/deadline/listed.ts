/** 到2022年和2030年: a limit each; 2019、2020年: the 年 stands once, at the end of the list. */
import {charset} from '../../text/charset.ts'
import type {CalendarDate} from '../../text/dates.ts'
import {endAt} from '../../text/match.ts'
import type {Numeral} from '../../text/numerals.ts'

const NEXT = /[、和及或与] ?(?=[12]\d{3})/y
const MOST_YEARS = 6

/** The first years of a list whose last one alone has its 年. */
export function firstOfYears(text: string, {start, end}: Numeral): CalendarDate | undefined {
  const edtf = text.slice(start, end)
  if (!/^(?:19|20)\d{2}$/.test(edtf)) return undefined
  let at = end
  for (let n = 0; n < MOST_YEARS; n++) {
    const next = endAt(NEXT, text, at)
    if (next < 0) return undefined
    if (text[next + 4] === '年') return {start, end, edtf, precision: 'year'}
    at = next + 4
  }
  return undefined
}

const joins = charset('、和及与')
/** So many characters of a list are looked back on. */
const LONGEST = 40
const LIMITS = /(?<![受收达得送找感])[到至](?:20\d\d年?[底末]?(?:、|[和及与])){1,5}$/

/** Whether a year goes on with a list of limits: 2030年 in 到2022年和2030年. */
export const endsLimits = (text: string, {start, precision}: CalendarDate): boolean =>
  precision === 'year' &&
  joins(text.charCodeAt(start - 1)) &&
  LIMITS.test(text.slice(Math.max(0, start - LONGEST), start))
