/** 2026年6月底前完成一半，9月底前全部完成: a later month of the sentence is of the year that was told before it. */
import {calendarDays} from '../../text/dates.ts'
import type {Deadline} from './finding.ts'

const FARTHEST = 200

/** The deadlines of a text, in order, with the year of the one before where a later month follows without any. */
export function withYears(text: string, deadlines: readonly Deadline[]): Deadline[] {
  let told: {year: string; month: string; end: number} | null = null
  return deadlines.map(deadline => {
    const {edtf, every} = deadline
    if (every !== null) told = null
    if (edtf === null) return deadline
    const own =
      told && /^XXXX-\d/.test(edtf) && follows(text, told, deadline) ? withYear(deadline, told.year) : deadline
    told = toldBy(own) ?? told
    return own
  })
}

function toldBy({edtf, relation, span}: Deadline): {year: string; month: string; end: number} | null {
  const last = edtf!.slice(edtf!.lastIndexOf('/') + 1)
  const [year, month = ''] = last.split('-') as [string, string?]
  if (year.includes('X') || (month === '' && relation !== 'in')) return null
  return {year, month: month > '12' ? '' : month, end: span.end}
}

/** A limit or a period, and nothing but words of the same sentence stand between, and the month is no earlier one; 次年3月 is told otherwise. */
function follows(text: string, {month, end}: {month: string; end: number}, {edtf, span, relation}: Deadline): boolean {
  if (relation === 'in') return false
  if (span.start - end > FARTHEST || span.start < end || /[。！？\n]/.test(text.slice(end, span.start))) return false
  if (/^[次翌下明当同今本到至]?[次翌下明当同]年/.test(text.slice(span.start, span.start + 4))) return false
  return edtf!.slice(5, 7) >= month
}

function withYear(deadline: Deadline, year: string): Deadline {
  const edtf = deadline.edtf!.replaceAll('XXXX', year)
  const [from, to = from] = edtf.split('/') as [string, string?]
  const start = deadline.relation === 'by' ? null : (calendarDays(from)?.start ?? null)
  const end = deadline.relation === 'from' ? null : (calendarDays(to)?.end ?? null)
  return {...deadline, edtf, start, end}
}
