/** 2021前建立 → by 2021 · 20192022年 → during 2019/2022: years whose 年 or dash is lost, told with a warning. */
import {calendarDays} from '../../text/dates.ts'
import {matchAt} from '../../text/match.ts'
import type {Numeral} from '../../text/numerals.ts'
import {type Deadline, deadlineOf} from './finding.ts'

const LOST_YEAR = /(底前|年?前|底)(?![期述三沿])/y

/** 2021前建立: the 年 is lost. 20192022年: the dash is. */
export function lostYear(text: string, number: Numeral): Deadline | undefined {
  if (!number.plain || !number.arabic) return undefined
  const raw = text.slice(number.start, number.end)
  if (/^(?:19|20)\d{2}(?:19|20)\d{2}$/.test(raw) && text[number.end] === '年') return lostDash(number, raw)
  const after = /^20[0-4]\d$/.test(raw) ? matchAt(LOST_YEAR, text, number.end) : null
  if (!after) return undefined
  const edtf = after[1]!.startsWith('底') ? `${raw}-12-31` : raw
  const end = calendarDays(edtf)!.end
  const span = {start: number.start, end: number.end + after[0].length}
  return deadlineOf({relation: 'by', span, edtf, end, precision: 'year', warnings: [{code: 'lost-year-word'}]})
}

function lostDash(number: Numeral, raw: string): Deadline | undefined {
  const [from, to] = [raw.slice(0, 4), raw.slice(4)]
  if (from >= to) return undefined
  return deadlineOf({
    relation: 'during',
    span: {start: number.start, end: number.end + 1},
    edtf: `${from}/${to}`,
    start: `${from}-01-01`,
    end: `${to}-12-31`,
    precision: 'period',
    warnings: [{code: 'lost-dash', candidate: `${from}—${to}`}],
  })
}
