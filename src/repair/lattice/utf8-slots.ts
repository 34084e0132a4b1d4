/** UTF-8 read as GBK → the characters that its bytes spell, each with what it can be. */
import type {Gbk} from './gbk.ts'
import {isBracket} from './signs.ts'
import {type Context, isWideAlphanumeric} from './step.ts'

/** A byte of the stretch; -1 for a mark that stands for a lost byte or two. */
interface Byte {
  readonly value: number
  readonly at: number
}

/** One character of the reading: what it can be, and where it ends in the line. */
export interface Slot {
  readonly candidates: readonly number[]
  readonly end: number
  readonly known: boolean
}

/** What stands where a decoder gave bytes up. */
export const LOST_MARKS = '\ufffd?？'
/** 0x80 of GBK, as Windows decodes it. */
export const EURO = 0x20ac
/** Stands for a character of which too little is left; the rule for lost bytes marks it. */
export const LOST = 0xfffd
/** The characters that the bytes of a stretch of a line spell. */
export const slotsIn = (line: string, from: number, to: number, context: Context): Slot[] =>
  slotsOf(bytesOf(line, from, to, context), context)

/** Chinese text and its signs: what UTF-8 misread by accident does not give. */
export const isPlain = (unit: number): boolean =>
  (unit >= 0x4e00 && unit <= 0x9fff) ||
  (unit >= 0x3000 && unit <= 0x303f) ||
  (unit >= 0xff00 && unit <= 0xffef) ||
  (unit >= 0x2010 && unit <= 0x2027) ||
  (unit >= 0x2460 && unit <= 0x24ff)

function bytesOf(line: string, from: number, to: number, {gbk}: Context): Byte[] {
  const out: Byte[] = []
  for (let at = from; at < to; at++) {
    const unit = line.charCodeAt(at)
    const pair = gbk.pairOf[unit]!
    if (unit === EURO && !isPairOfEuro(out, line, at + 1, gbk)) out.push({value: 0x80, at})
    else if (unit >= 0x80 && unit !== 0xff1f && pair) out.push({value: pair >> 8, at}, {value: pair & 255, at})
    else out.push({value: LOST_MARKS.includes(line[at]!) ? -1 : unit, at})
  }
  return out
}

/** € stands for the byte 80, but for A2E3 where one trail byte is wanted and another one follows: the lead is E3 then. */
function isPairOfEuro(before: readonly Byte[], line: string, next: number, {pairOf}: Gbk): boolean {
  const lead = before.at(-1)?.value ?? 0
  const wantsOne =
    (lead >= 0xc2 && lead < 0xe0) || (isTrail(lead) && before.length > 1 && (before.at(-2)!.value & 0xf0) === 0xe0)
  const unit = line.charCodeAt(next)
  return wantsOne && (unit === EURO || (unit >= 0x80 && isTrail(pairOf[unit]! >> 8)))
}

const isTrail = (value: number | undefined): boolean => value !== undefined && value >= 0x80 && value < 0xc0

/** The characters that a row of bytes spells; a missing byte leaves up to 64 candidates, two leave the character lost. */
function slotsOf(bytes: readonly Byte[], context: Context): Slot[] {
  const slots: Slot[] = []
  for (let i = 0; i < bytes.length; ) {
    const lead = bytes[i]!.value
    const length = lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xc2 && lead < 0xe0 ? 2 : 1
    if (length === 1) {
      // A trail byte without its lead, or a mark of its own: lost; ASCII stands for itself.
      const ascii = lead >= 0 && lead < 0x80
      slots.push({candidates: ascii ? [lead] : lead === -1 ? [0x3f] : [LOST], end: bytes[i]!.at + 1, known: ascii})
      i++
      while (!ascii && i < bytes.length && isTrail(bytes[i]!.value)) i++
      continue
    }
    let code = lead & (length === 3 ? 0x0f : 0x1f)
    let missing = 0
    let next = i + 1
    for (let k = 1; k < length; k++) {
      const here = bytes[next]?.value
      if (isTrail(here)) code = code * 64 + (here! & 63)
      else {
        missing++
        if (k === length - 1) code *= 64
      }
      if (isTrail(here) || (here === -1 && missing === 1)) next++
    }
    const end = bytes[next - 1]!.at + 1
    if (missing === 0) slots.push({candidates: [code], end, known: true})
    else if (missing === 1 && length === 3 && code % 64 === 0)
      slots.push({candidates: last64(code, context), end, known: false})
    else slots.push({candidates: [LOST], end, known: false})
    i = next
  }
  return slots
}

function last64(code: number, {language}: Context): number[] {
  const found: number[] = []
  for (let unit = code; unit < code + 64; unit++)
    if (isPlain(unit) && (language.knows(unit) || isBracket(unit)) && !isWideAlphanumeric(unit)) found.push(unit)
  return found.length > 0 ? found : [LOST]
}
