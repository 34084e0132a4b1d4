/** A plain text → itself, with line feeds for all line ends. */
import {apply, type Edit} from '../text/edits.ts'
import type {Extracted} from './place.ts'

/** A text as it is, its line ends as LF. */
export function readPlain(decoded: string): Extracted {
  return {...apply(decoded, lineEnds(decoded)), hints: [], properties: [], omitted: []}
}

function lineEnds(text: string): Edit[] {
  if (!text.includes('\r')) return []
  return [...text.matchAll(/\r\n?/g)].map(m => ({start: m.index, end: m.index + m[0].length, insert: '\n'}))
}
