/** What stands around a sign that may be put back, or around a digit, says for it or against it: brackets, years, numbers of items, ends of lines. */
import {type Context, isSplitter, isWideDigit, type Step} from './step.ts'
import type {Token} from './tokens.ts'

/** What each clue counts beside the language (natural logarithm). */
const CLUE = {
  /** ( stands before, and nothing closes it; ) stands behind, and nothing opens it. */
  paired: 7,
  unpaired: -3,
  /** (?) around a digit that is gone. */
  enclosed: 6,
  /** １． at the start of a line: of its lead byte nothing else ends such a number. */
  point: 6,
  commaEndsLine: -3,
  letterBehindSign: -4,
  yearBehindDigit: -8,
  /** 到2025年, and no 第2025年. */
  beforeYear: 6,
  ordinalYear: -6,
}

const code = (sign: string): number => sign.charCodeAt(0)
const [OPEN, CLOSE, COMMA, POINT] = [code('（'), code('）'), code('，'), code('．')]
const [YEAR, ORDINAL, STOP] = [code('年'), code('第'), code('。')]
const BEFORE_YEAR = new Set(Array.from('到至在于於自从從', code))
const OPENED = new Set([code('('), OPEN])
const CLOSED = new Set([code(')'), CLOSE])
/** How many tokens away a bracket is looked for. */
const REACH = 40

/** Whether a unit may be one of the signs that clues speak of. */
export const isSign = (unit: number): boolean => unit === STOP || unit >= 0xff00

/** What speaks for a sign that is put back before a token. */
export function signClue(unit: number, before: Step, line: readonly Token[], at: number, context: Context): number {
  if (unit === POINT) return isWideDigit(before.unit) ? CLUE.point : 0
  const ends = at === line.length || line[at]!.kind === 'tail' ? endOfLine(unit, line, context) : 0
  if (unit === CLOSE) return ends + (isOpen(before, line) && !closes(line, at) ? closing(line, at) : CLUE.unpaired)
  if (unit === OPEN) return ends + (closes(line, at) && !isOpen(before, line) ? closing(line, at) : CLUE.unpaired)
  return ends
}

/** Whether nothing but a digit is gone at a token: (?). */
export const isEnclosed = (line: readonly Token[], at: number): boolean =>
  line[at]?.kind === 'swallowed' && CLOSED.has(line[at + 1]?.unit ?? 0)

/** Behind a sign a letter is the second byte of a character more often than a word: `；I辦` was 。籌辦. */
export const trailClue = (before: number, unit: number): number =>
  unit >= 0x40 && unit < 0x7f && isSplitter(before) ? CLUE.letterBehindSign : 0

const closing = (line: readonly Token[], at: number): number =>
  line[at]?.kind === 'swallowed' ? CLUE.enclosed : CLUE.paired

/** Items of a list end as the others of the page do. */
function endOfLine(unit: number, line: readonly Token[], {ends}: Context): number {
  const isItem = line[0]!.unit === 0x3001 || line[0]!.unit === 0x3002
  return (unit === COMMA ? CLUE.commaEndsLine : 0) + (isItem ? ends(unit) : 0)
}

/** Whether a bracket is open behind a reading: in it, or in the line before it. */
function isOpen(last: Step, line: readonly Token[]): boolean {
  let step = last
  let reach = REACH
  for (; step.before && reach > 0; reach--) {
    if (CLOSED.has(step.unit)) return false
    if (OPENED.has(step.unit)) return true
    step = step.before
  }
  for (let i = step.at; i >= 0 && reach > 0; i--, reach--) {
    const {unit} = line[i]!
    if (CLOSED.has(unit)) return false
    if (OPENED.has(unit)) return true
  }
  return false
}

/** Whether the first bracket from a token on is one that closes. */
function closes(line: readonly Token[], from: number): boolean {
  for (let i = from; i < line.length && i < from + REACH; i++) {
    const {unit} = line[i]!
    if (OPENED.has(unit)) return false
    if (CLOSED.has(unit)) return true
  }
  return false
}

/** 52019年 is a year behind a digit that was full width: half of a sign, and half of what stood before the year (。到). */
export const digitClue = (line: readonly Token[], at: number): number =>
  isDigit(line[at]) && yearAt(line, at + 1) ? CLUE.yearBehindDigit : 0

/** Whether the year of a date begins at a token or behind a space there: 2019年. */
export function yearAt(line: readonly Token[], at: number): boolean {
  const from = line[at]?.unit === SPACE ? at + 1 : at
  const century = (line[from]?.unit ?? 0) * 256 + (line[from + 1]?.unit ?? 0)
  if (!CENTURIES.has(century) || !isDigit(line[from + 2]) || !isDigit(line[from + 3])) return false
  return line[line[from + 4]?.unit === SPACE ? from + 5 : from + 4]?.unit === YEAR
}

/** What speaks for a character that is put back before a year. */
export const yearClue = (unit: number): number =>
  unit === ORDINAL ? CLUE.ordinalYear : BEFORE_YEAR.has(unit) ? CLUE.beforeYear : 0

const SPACE = 0x20
const CENTURIES = new Set([0x31 * 256 + 0x39, 0x32 * 256 + 0x30])
const isDigit = (token: Token | undefined): boolean => token !== undefined && token.unit >= 0x30 && token.unit <= 0x39
