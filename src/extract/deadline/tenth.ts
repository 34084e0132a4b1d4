/** 2024年5月上旬 → 1 to 10 May, 6月中旬 → 11 to 20 June, 下旬 → from the 21st to the month's last day. */
import {type CalendarDate, lastDay} from '../../text/dates.ts'

const DAYS: Readonly<Record<string, readonly [from: number, to: number]>> = {
  上旬: [1, 10],
  中旬: [11, 20],
  下旬: [21, 31],
}

/** The first and the last day of a month's part, as far as the year is known; null where the date is a whole month or a day. */
export function tenthOf(text: string, {edtf, end, precision}: CalendarDate): {from: string; to: string} | null {
  if (precision !== 'month' || text[end - 1] !== '旬') return null
  const days = DAYS[text.slice(end - 2, end)]
  if (!days) return null
  const [year, month] = edtf.split('-').map(Number) as [number, number]
  const last = Math.min(days[1], lastDay(year, month))
  const day = (n: number): string => `${edtf}-${String(n).padStart(2, '0')}`
  const isWide = /中[上下]旬$/.test(text.slice(end - 3, end))
  const from = isWide && days[0] === 21 ? 11 : days[0]
  return {from: day(from), to: day(isWide && days[0] === 1 ? 20 : last)}
}
