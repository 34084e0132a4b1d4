/** The ground floor: spans, edits with their maps, lines, numbers, dates. */
export {compose} from './compose.ts'
export {type CalendarDate, calendarDays, type DatePrecision, dateAt, lastDay, readDate, shiftDate} from './dates.ts'
export {apply, type Edit, settle} from './edits.ts'
export {lineStarts, position} from './lines.ts'
export {type Change, invert, type TextMap, textMap, toNew, toOld} from './map.ts'
export {CJK_NUMERAL, type Numeral, numeralAt, readCjk, readNumeral} from './numerals.ts'
export {contains, cut, overlaps, type Span, shift, trimSpan} from './span.ts'
