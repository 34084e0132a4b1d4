/** A paragraph → the places that tell of its goals, found in one pass: what parts its sentences, goals without a number, words that promise nothing. */
import {kindTable} from '../../text/charset.ts'
import {isAscii} from '../../text/digits.ts'
import {lexicon} from '../../text/lexicon.ts'
import type {Span} from '../../text/span.ts'
import {YEAR_WORDS} from './clock.ts'
import {TELLING_WORDS} from './excluded.ts'
import {PARTING} from './parts.ts'
import {GOAL_WORDS} from './wordless.ts'

export interface Signs {
  /** Places of stops and brackets, in order. */
  readonly stops: readonly number[]
  /** Where goals without a number may be: their words and ratios (3:4:3), in order. */
  readonly cues: readonly Span[]
  /** Words that make of their sentence one that promises nothing, in order. */
  readonly tellings: readonly Span[]
  /** Years in words (今年, 明年), in order. */
  readonly years: readonly Span[]
}

const GOAL = lexicon(GOAL_WORDS)
const TELLING = lexicon(TELLING_WORDS)
const YEAR = lexicon(YEAR_WORDS)
const heads = (words: readonly string[]): string => words.map(word => word[0]).join('')

const PARTS = 1
const CUES = 2
const TELLS = 4
const COLON = 8
const YEARS = 16
const CLASS = kindTable(new Uint8Array(0x10000), [
  [PARTS, PARTING],
  [CUES, heads(GOAL_WORDS)],
  [TELLS, heads(TELLING_WORDS)],
  [COLON, ':：∶'],
  [YEARS, heads(YEAR_WORDS)],
])

/** One look at each character. */
export function signsOf(text: string): Signs {
  const stops: number[] = []
  const cues: Span[] = []
  const tellings: Span[] = []
  const years: Span[] = []
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const kind = CLASS[unit]!
    if (kind === 0) continue
    if (kind & PARTS) stops.push(at)
    const next = text.charCodeAt(at + 1)
    if (kind & CUES && GOAL.mayBegin(unit, next)) add(cues, at, GOAL.at(text, at))
    if (kind & TELLS && TELLING.mayBegin(unit, next)) add(tellings, at, TELLING.at(text, at))
    if (kind & YEARS && YEAR.mayBegin(unit, next)) add(years, at, YEAR.at(text, at))
    if (kind & COLON && isAscii(text.charCodeAt(at - 1)) && isAscii(next)) cues.push({start: at - 1, end: at + 2})
  }
  return {stops, cues, tellings, years}
}

function add(found: Span[], start: number, word: string): void {
  if (word !== '') found.push({start, end: start + word.length})
}
