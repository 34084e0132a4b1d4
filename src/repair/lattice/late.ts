/** A line → what its bytes say one byte late, laid beside it once: it is the same wherever the text went out of step. */
import type {Gbk} from './gbk.ts'
import {type Context, isForeign, lineEnd} from './step.ts'

/** A line, and by how much its next units read better one byte late, or as they stand (natural logarithm). */
export interface Late {
  readonly line: string
  /** By unit: behind it, one byte late; the other way round, as they stand. */
  readonly ahead: Float64Array
}

/** No unit is less likely than this: a rare sign must not outweigh a sentence. */
const LEAST = -13
const FOREIGN = -2
/** How many units ahead are compared. */
const AHEAD = 6
/** What no text holds, one byte late. */
const NEVER = -30

/** How likely a unit of a line is as it stands. */
export const standing = (unit: number, last2: number, last: number, {language}: Context): number =>
  Math.max(LEAST, language.log(last2, last, language.id(unit))) + (isForeign(unit) ? FOREIGN : 0)

/** How likely a character is that was read one byte late, or put back. */
export const read = (id: number, last2: number, last: number, {language}: Context): number =>
  Math.max(LEAST, language.log(last2, last, id))

/** The character of a lead byte and the first byte of a unit; 0 for none. */
export function lateUnit(lead: number, unit: number, {gbk, character}: Context): number {
  if (lead < 0x81) return 0
  return unit < 0x80
    ? unit >= 0x40 && unit < 0x7f
      ? character(lead, unit)
      : 0
    : character(lead, gbk.pairOf[unit]! >> 8)
}

const isPaired = (unit: number, {pairOf}: Gbk): boolean => unit >= 0x80 && pairOf[unit]! > 0

/** Compares the two readings all along a line. */
export function lateIn(line: string, context: Context): Late {
  const gains = gainsIn(line, context)
  const ahead = new Float64Array(line.length)
  for (let i = 0; i < line.length; i++)
    for (let k = i + 1; k < line.length && k <= i + AHEAD && isPaired(line.charCodeAt(k), context.gbk); k++)
      ahead[i]! += gains[k]!
  return {line, ahead}
}

function gainsIn(line: string, context: Context): Float64Array {
  const {gbk, language} = context
  const gains = new Float64Array(line.length)
  const end = lineEnd(context)
  let [last2, last, late2, late1] = [end, end, end, end]
  for (let i = 0; i < line.length; i++) {
    const unit = line.charCodeAt(i)
    const lead = i > 0 ? gbk.pairOf[line.charCodeAt(i - 1)]! & 255 : 0
    const late = lateUnit(lead, unit, context)
    const id = late ? language.id(late) : end
    if (late) gains[i] = read(id, late2, late1, context) - standing(unit, last2, last, context)
    else if (isPaired(unit, gbk)) gains[i] = NEVER
    late2 = late ? late1 : end
    late1 = id
    last2 = last
    last = language.id(unit)
  }
  return gains
}
