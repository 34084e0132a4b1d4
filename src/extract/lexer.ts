/** A block's text → its candidates: numbers, cues and names, found in one pass. Rules look at these, not at the text each. */
import {kindTable} from '../text/charset.ts'
import {NUMERAL_STARTS, type Numeral, numeralAt} from '../text/numerals.ts'
import type {Span} from '../text/span.ts'
import {type Name, nameAt, termAt} from './names.ts'

export interface Tokens {
  /** Numbers outside names, in order. */
  readonly numbers: readonly Numeral[]
  /** Titles, quoted names, document numbers: stretches whose numbers are no values, outermost ones in order. */
  readonly names: readonly Name[]
  /** Places of the characters in `CUES`, outside names, in order. */
  readonly cues: readonly number[]
}

/** Characters that begin or carry a fact without a number. */
export const CUES = '每期底末初以自半分逐按牵负由等：:】翻'

/** No number is longer; a run that is has no value. */
const LONGEST_NUMBER = 60
const LONGEST_RUN = 10_000

const NOTHING = 0
const CUE = 1
const NUMBER = 2
const OPENING = 3
const CLASS = kindTable(new Uint8Array(0x10000), [
  [NUMBER, NUMERAL_STARTS],
  [CUE, CUES],
  [OPENING, '《〈“‘「『〔[【（('],
])

const NO_TOKENS: Tokens = {numbers: [], names: [], cues: []}

/** The candidates of a text. `markers` are the stretches, in order, that structure has read as list markers. */
export function tokenize(text: string, markers: readonly Span[] = []): Tokens {
  let first = 0
  while (first < text.length && CLASS[text.charCodeAt(first)] === NOTHING) first++
  if (first === text.length) return NO_TOKENS
  let marker = 0
  const numbers: Numeral[] = []
  const names: Name[] = []
  const cues: number[] = []
  for (let at = first; at < text.length; at++) {
    const kind = CLASS[text.charCodeAt(at)]!
    if (kind === NOTHING) continue
    while (marker < markers.length && markers[marker]!.end <= at) marker++
    if (marker < markers.length && markers[marker]!.start <= at) at = markers[marker]!.end - 1
    else if (kind === CUE) cues.push(at)
    else if (kind === OPENING) at = addName(names, text, at)
    else at = addNumber(numbers, names, text, at)
  }
  return {numbers, names, cues}
}

/** Returns the last unit that was read. */
function addName(names: Name[], text: string, at: number): number {
  const name = nameAt(text, at)
  if (!name) return at
  names.push(name)
  return name.end - 1
}

/** A number, or the name that begins with one. What is no number after all (a digit string without end) is passed over whole. */
function addNumber(numbers: Numeral[], names: Name[], text: string, at: number): number {
  const number = numeralAt(text, at)
  const term = termAt(text, at, number?.end ?? at)
  if (term) {
    names.push(term)
    return term.end - 1
  }
  if (number) {
    numbers.push(number)
    return number.end - 1
  }
  let end = at + 1
  while (CLASS[text.charCodeAt(end)] === NUMBER && end - at < LONGEST_RUN) end++
  return end - at < LONGEST_NUMBER ? at : end - 1
}
