/** A paragraph → its sentences and their parts between commas. Brackets, titles and quotes stay whole. */

/** A stretch between two commas, colons or semicolons. */
export interface Part {
  readonly start: number
  readonly end: number
  /** The first part of its sentence. */
  readonly first: boolean
  /** What ends it; empty at the end of the text. */
  readonly stop: string
}

export type Sentence = readonly Part[]

const CLOSING: Readonly<Record<string, string>> = {'（': '）', '(': ')', '《': '》', '“': '”', '〔': '〕', '「': '」'}
const LONGEST_INSERTION = 200

/** The sentences of a text, in order; together their parts cover it, stops left out. */
export function sentences(text: string): Sentence[] {
  const all: Part[][] = []
  let parts: Part[] = []
  let start = 0
  for (let at = 0; at < text.length; at++) {
    const c = text[at]!
    if (c in CLOSING) at = closingOf(text, at)
    else if (isStop(text, at)) {
      parts.push({start, end: at, first: parts.length === 0, stop: c})
      start = at + 1
      if (!'，,；;：:'.includes(c)) {
        all.push(parts)
        parts = []
      }
    }
  }
  if (start < text.length) parts.push({start, end: text.length, first: parts.length === 0, stop: ''})
  if (parts.length > 0) all.push(parts)
  return all
}

/** Where the bracket that opens at `at` closes; `at` itself where that is too far away or across a sentence. */
function closingOf(text: string, at: number): number {
  const inside = text.slice(at + 1, at + LONGEST_INSERTION)
  const end = inside.indexOf(CLOSING[text[at]!]!)
  return end < 0 || /[。\n]/.test(inside.slice(0, end)) ? at : at + 1 + end
}

/** 1,200 and 3:4:3 hold together; a ！ before a digit is what damage leaves of a word. */
function isStop(text: string, at: number): boolean {
  const c = text[at]!
  if ('！？!?'.includes(c)) return !isDigit(text[at + 1])
  if ('。；，：\n;'.includes(c)) return true
  return (c === ',' || c === ':') && !(isDigit(text[at - 1]) && isDigit(text[at + 1]))
}

const isDigit = (c: string | undefined): boolean => c !== undefined && c >= '0' && c <= '9'
