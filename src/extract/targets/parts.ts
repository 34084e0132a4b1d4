/** A paragraph → its sentences and their parts between commas. Brackets, titles and quotes stay whole. */

import {kindTable} from '../../text/charset.ts'

/** A stretch between two commas, colons or semicolons. */
export interface Part {
  readonly start: number
  readonly end: number
  /** Its place in its sentence, from 0. */
  readonly index: number
  /** What ends it; empty at the end of the text. */
  readonly stop: string
}

export type Sentence = readonly Part[]

const CLOSING: Readonly<Record<string, string>> = {'（': '）', '(': ')', '《': '》', '“': '”', '〔': '〕', '「': '」'}
const LONGEST_INSERTION = 200

const OPENS = 1
const STOPS = 2
const ENDS = 3
/** Between digits these hold together: 1,200 and 3:4:3. */
const STOPS_WORDS = 4
/** A ！ before a digit is what damage leaves of a word. */
const ENDS_WORDS = 5
const KINDS: readonly (readonly [kind: number, characters: string])[] = [
  [OPENS, Object.keys(CLOSING).join('')],
  [STOPS, '，；：;'],
  [ENDS, '。\n'],
  [STOPS_WORDS, ',:'],
  [ENDS_WORDS, '！？!?'],
]
const CLASS = kindTable(new Uint8Array(0x10000), KINDS)
/** What parts sentences, and the brackets that hold them together. */
export const PARTING = [...KINDS.map(([, characters]) => characters), ...Object.values(CLOSING)].join('')

/**
 * The sentences of a text, in order; together their parts cover it, stops left out.
 * @param stops the places of `PARTING`, in order
 */
export function sentences(text: string, stops: readonly number[]): Sentence[] {
  const all: Part[][] = []
  let parts: Part[] = []
  let start = 0
  for (let i = 0; i < stops.length; i++) {
    const at = stops[i]!
    const kind = CLASS[text.charCodeAt(at)]!
    if (kind === OPENS) i = closingOf(text, stops, i)
    else if (kind !== 0 && !joins(text, at, kind)) {
      parts.push({start, end: at, index: parts.length, stop: text[at]!})
      start = at + 1
      if (kind === ENDS || kind === ENDS_WORDS) {
        all.push(parts)
        parts = []
      }
    }
  }
  if (start < text.length) parts.push({start, end: text.length, index: parts.length, stop: ''})
  if (parts.length > 0) all.push(parts)
  return all
}

/** Which of the stops closes the bracket that opens at the `opening`th; that one itself where the other is too far away or across a sentence. */
function closingOf(text: string, stops: readonly number[], opening: number): number {
  const at = stops[opening]!
  const closing = CLOSING[text[at]!]!.charCodeAt(0)
  for (let i = opening + 1; i < stops.length && stops[i]! < at + LONGEST_INSERTION; i++) {
    const unit = text.charCodeAt(stops[i]!)
    if (unit === closing) return i
    if (CLASS[unit] === ENDS) return opening
  }
  return opening
}

function joins(text: string, at: number, kind: number): boolean {
  if (kind === ENDS_WORDS) return isDigit(text.charCodeAt(at + 1))
  return kind === STOPS_WORDS && isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1))
}

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57
