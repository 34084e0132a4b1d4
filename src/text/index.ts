/** The ground floor: spans, edits with their maps, lines. */
export {apply, type Change, compose, type Edit, invert, settle, type TextMap, toNew, toOld} from './edits.ts'
export {lineStarts, position} from './lines.ts'
export {contains, cut, overlaps, type Span, shift, trimSpan} from './span.ts'
