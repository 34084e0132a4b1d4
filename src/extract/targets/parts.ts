/** A paragraph → its sentences and their parts between commas. Brackets, titles and quotes stay whole. */

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
const CLASS = new Uint8Array(0x10000)
const classify = (chars: string, kind: number): void => {
  for (const c of chars) CLASS[c.charCodeAt(0)] = kind
}
classify(Object.keys(CLOSING).join(''), OPENS)
classify('，；：;', STOPS)
classify('。\n', ENDS)
classify(',:', STOPS_WORDS)
classify('！？!?', ENDS_WORDS)

/** The sentences of a text, in order; together their parts cover it, stops left out. */
export function sentences(text: string): Sentence[] {
  const all: Part[][] = []
  let parts: Part[] = []
  let start = 0
  for (let at = 0; at < text.length; at++) {
    const kind = CLASS[text.charCodeAt(at)]!
    if (kind === 0) continue
    if (kind === OPENS) at = closingOf(text, at)
    else if (!joins(text, at, kind)) {
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

/** Where the bracket that opens at `at` closes; `at` itself where that is too far away or across a sentence. */
function closingOf(text: string, at: number): number {
  const closing = CLOSING[text[at]!]!.charCodeAt(0)
  const end = Math.min(text.length, at + LONGEST_INSERTION)
  for (let i = at + 1; i < end; i++) {
    const unit = text.charCodeAt(i)
    if (unit === closing) return i
    if (CLASS[unit] === ENDS) return at
  }
  return at
}

function joins(text: string, at: number, kind: number): boolean {
  if (kind === ENDS_WORDS) return isDigit(text.charCodeAt(at + 1))
  return kind === STOPS_WORDS && isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1))
}

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57
