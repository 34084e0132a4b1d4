/** U+2028, U+2029, U+0085, U+000B → line ends: what a word processor, a database or a mainframe has put for one. */
import type {RepairEdit, RepairRule} from '../repair.ts'

const TRACES = '\x0b\x85\u2028\u2029'
const ENDS = new RegExp(`[${TRACES}]`, 'g')

/** A table, so a fold. It stands behind the readings of other encodings, where U+0085 is a byte. */
export const lineEnds: RepairRule = {
  id: 'line-ends',
  why: 'other sign for the end of a line',
  fold: true,
  traces: TRACES,
  *find(text): Generator<RepairEdit> {
    for (const {index: start} of text.matchAll(ENDS)) yield {start, end: start + 1, insert: '\n'}
  },
}
