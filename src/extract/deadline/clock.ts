/** 5月20日（星期一）下班前, 6月30日下午5时前, 3月1日9:00至3月10日17:00 → where the time of day after a date ends. */
import {charset} from '../../text/charset.ts'
import type {CalendarDate} from '../../text/dates.ts'
import {endAt} from '../../text/match.ts'

const CLOCK =
  / ?(?:[（(][^（）()\d，。；]{1,8}[）)] ?)?(?:(?:[上下]午|中午|晚上?)? ?\d{1,2}(?: ?[:：] ?\d{2}|[时点](?:\d{1,2}分|半|整)?)|(?:[上下]午|中午)?下班|[上下]午)?(?= ?(?:[-—–~～至到止前后起]|[之以][前后]|之间))/y
const opensClock = charset(' （(上下中晚0123456789')

/** The date with its time of day, where a limit or a range follows; the time itself is not kept. */
export function withClock(text: string, date: CalendarDate): CalendarDate {
  if (date.precision !== 'day' || !opensClock(text.charCodeAt(date.end))) return date
  const end = endAt(CLOCK, text, date.end)
  return end > date.end ? {...date, end} : date
}
