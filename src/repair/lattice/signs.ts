/** What the signs of Chinese text say for or against a reading: brackets are closed, years stand in them, lines end. */
import {IDEOGRAPHIC_SPACE} from './step.ts'
import type {Slot} from './utf8-slots.ts'

/** A bracket that is open: what closes it, and the one around it. */
export interface Open {
  readonly close: number
  readonly outer: Open | null
}

/** Opening bracket → closing one; a closing one → 0. */
const BRACKETS = new Map(
  ['（）', '《》', '〔〕', '【】', '「」', '『』', '“”', '‘’'].flatMap(pair => [
    [pair.charCodeAt(0), pair.charCodeAt(1)] as const,
    [pair.charCodeAt(1), 0] as const,
  ]),
)
/** Brackets and quotes of Chinese text. */
export const isBracket = (unit: number): boolean => BRACKETS.has(unit)

const [ENUMERATION, FULL_STOP, COMMA, COLON] = [0x3001, 0x3002, 0xff0c, 0xff1a]
const [ROUND, TORTOISE, TORTOISE_CLOSED] = [0xff08, 0x3014, 0x3015]

/** What is opened is closed, in its line and not otherwise; 〔2022〕 is the year of a document number (natural logarithm). */
const CLOSED = 3
const NOT_OPEN = -4
const LEFT_OPEN = -4
const YEAR = 8
/** An ideographic space stands in titles, not in text; a full stop before no digit; a comma at the end of no line. */
const SPACE = -4
const STOP_BEFORE_DIGIT = -3
const COMMA_ENDS_LINE = -3
/** （一）… is an item, and no lead-in: it ends with ；or 。 */
const COLON_ENDS_ITEM = -2
/** Between two digits no quotation begins or ends: what stands there is the dash of a range. */
const DASH = 0x2014
const RANGE = 8
/** 〔2022〕5号 */
const NUMBER = 0x53f7
/** 第一: whatever counts to three has counted one. */
const [ORDINAL, ONE] = [0x7b2c, 0x4e00]
const FIRST = 1

/** What stands before a character: the unit, and the bracket that is open there. */
interface Before {
  readonly unit: number
  readonly open: Open | null
}

/** Judges the signs of a row of characters. @param endsLine whether nothing stands behind them in their line */
export function signsOf(slots: readonly Slot[], endsLine: boolean) {
  const isItem = slots[0]?.candidates[0] === ROUND
  /** What speaks for a character at a place, and the bracket that is open behind it. */
  return (i: number, unit: number, before: Before): {gain: number; open: Open | null} => {
    const {gain, open} = bracketed(unit, before.open)
    const inText = slots[i]!.known ? digit(before.unit, unit) : lone(slots, i, unit, before.unit)
    const atEnd = i + 1 < slots.length ? 0 : (open ? LEFT_OPEN : 0) + (endsLine ? lineEnd(unit, isItem) : 0)
    return {gain: gain + inText + atEnd, open}
  }
}

function bracketed(unit: number, open: Open | null): {gain: number; open: Open | null} {
  const close = BRACKETS.get(unit)
  if (close === undefined) return {gain: 0, open}
  if (close > 0) return {gain: 0, open: {close, outer: open}}
  if (open?.close !== unit) return {gain: NOT_OPEN, open}
  return {gain: unit === TORTOISE_CLOSED ? YEAR : CLOSED, open: open.outer}
}

const digit = (before: number, unit: number): number => (before === FULL_STOP && isDigit(unit) ? STOP_BEFORE_DIGIT : 0)

function lone(slots: readonly Slot[], i: number, unit: number, before: number): number {
  if (unit === IDEOGRAPHIC_SPACE) return SPACE
  if (unit === DASH && isDigit(before) && isDigit(slots[i + 1]?.candidates[0] ?? 0)) return RANGE
  if (unit === ONE && before === ORDINAL) return FIRST
  if (unit === NUMBER && isDigit(before) && isBehindYear(slots, i)) return YEAR
  return unit === TORTOISE && isBeforeYear(slots, i) ? YEAR : 0
}

/** Whether four digits follow, and what may be 〕. */
function isBeforeYear(slots: readonly Slot[], at: number): boolean {
  for (let i = at + 1; i <= at + 4; i++) if (!isDigit(slots[i]?.candidates[0] ?? 0)) return false
  return slots[at + 5]?.candidates.includes(TORTOISE_CLOSED) ?? false
}

/** Whether digits stand before, and what may be 〕 before these. */
function isBehindYear(slots: readonly Slot[], at: number): boolean {
  let i = at - 1
  while (i > at - 6 && isDigit(slots[i]?.candidates[0] ?? 0)) i--
  return slots[i]?.candidates.includes(TORTOISE_CLOSED) ?? false
}

function lineEnd(unit: number, isItem: boolean): number {
  if (unit === COMMA || unit === ENUMERATION) return COMMA_ENDS_LINE
  return isItem && unit === COLON ? COLON_ENDS_ITEM : 0
}

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39
