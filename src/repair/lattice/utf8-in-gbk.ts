/**
 * `鍥藉姟闄�` → 国务院: UTF-8 that was read as GBK. Three bytes a character became two, so what has an odd place at the
 * end of a stretch lost its last byte, and pairs that GBK does not have lost one or both of theirs.
 */
import type {Guess} from '../../model/repair.ts'
import {type Context, isWideAlphanumeric} from './step.ts'

/** A stretch of a line and its reading; offsets count in the line. */
export interface Reading {
  readonly start: number
  readonly end: number
  readonly insert: string
  readonly guesses: readonly Guess[]
}

/** A byte of the stretch; -1 for a mark that stands for a lost byte or two. */
interface Byte {
  readonly value: number
  readonly at: number
}

/** One character of the reading: what it can be, and where it ends in the line. */
interface Slot {
  readonly candidates: readonly number[]
  readonly end: number
  readonly known: boolean
}

const LOST_MARKS = '\ufffd?？'
const EURO = 0x20ac
/** Stands for a character of which too little is left; the rule for lost bytes marks it. */
const LOST = 0xfffd
const MOST_ALTERNATIVES = 5

/**
 * The stretches of a line that are UTF-8 read as GBK, read again.
 * @param most a stretch with more characters to infer is left as it is
 */
export function utf8InGbk(line: string, context: Context, most: number): Reading[] {
  const out: Reading[] = []
  for (let at = 0; at < line.length; ) {
    const end = stretchEnd(line, at, context)
    const reading = end > at ? read(line, at, end, context, most) : undefined
    if (reading) out.push(reading)
    at = reading ? reading.end : Math.max(end, at + 1)
  }
  return out
}

/** Where the characters that have GBK bytes end, with the marks and the ASCII among them. */
function stretchEnd(line: string, from: number, {gbk}: Context): number {
  let end = from
  for (let at = from; at < line.length; at++) {
    const unit = line.charCodeAt(at)
    if (unit === EURO || (unit >= 0x80 && gbk.pairOf[unit])) end = at + 1
    else if (LOST_MARKS.includes(line[at]!) && end === at) end = at + 1
    else if (unit >= 0x80 || at === from) break
  }
  return end
}

function read(line: string, from: number, to: number, context: Context, most: number): Reading | undefined {
  const slots = slotsOf(bytesOf(line, from, to, context), context)
  const han = slots.filter(s => !s.known || s.candidates[0]! >= 0x80)
  const sure = han.filter(s => s.known && isPlain(s.candidates[0]!) && context.language.knows(s.candidates[0]!))
  if (sure.length < 2 || sure.length * 2 < han.length) return undefined
  if (slots.filter(s => s.candidates.length > 1).length > most) return undefined
  return choose(slots, from, line, context)
}

/** Chinese text and its signs: what UTF-8 misread by accident does not give. */
const isPlain = (unit: number): boolean =>
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
    if (unit === EURO) out.push({value: 0x80, at})
    else if (unit >= 0x80 && unit !== 0xff1f && pair) out.push({value: pair >> 8, at}, {value: pair & 255, at})
    else out.push({value: LOST_MARKS.includes(line[at]!) ? -1 : unit, at})
  }
  return out
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
    if (isPlain(unit) && language.knows(unit) && !isWideAlphanumeric(unit)) found.push(unit)
  return found.length > 0 ? found : [LOST]
}

interface Way {
  readonly before: Way | null
  readonly unit: number
  readonly last2: number
  readonly last: number
  readonly score: number
}

/** The likeliest row of candidates, by the character language. */
function choose(slots: readonly Slot[], start: number, line: string, {language, form}: Context): Reading {
  const end = language.id(10)
  let ways: Way[] = [{before: null, unit: 0, last2: end, last: end, score: 0}]
  for (const slot of slots) {
    const best = new Map<number, Way>()
    for (const way of ways)
      for (const unit of slot.candidates) {
        const id = language.id(unit)
        const score = way.score + language.log(way.last2, way.last, id) + (slot.known ? 0 : form(unit))
        const key = way.last * 16384 + id
        if ((best.get(key)?.score ?? Number.NEGATIVE_INFINITY) < score)
          best.set(key, {before: way, unit, last2: way.last, last: id, score})
      }
    ways = [...best.values()].sort((a, b) => b.score - a.score).slice(0, 8)
  }
  const units: number[] = []
  for (let way: Way | null = ways[0]!; way?.before; way = way.before) units.push(way.unit)
  units.reverse()
  return {
    start,
    end: slots.at(-1)?.end ?? line.length,
    insert: units.map(unit => String.fromCharCode(unit)).join(''),
    guesses: slots.flatMap((slot, i) =>
      slot.known || units[i] === LOST ? [] : [guess(slot, i, units, {language, form})],
    ),
  }
}

function guess(
  slot: Slot,
  i: number,
  units: readonly number[],
  {language, form}: Pick<Context, 'language' | 'form'>,
): Guess {
  const span = {start: i, end: i + 1}
  const id = (at: number): number => language.id(at < 0 || at >= units.length ? 10 : units[at]!)
  const scored = slot.candidates
    .map(unit => {
      const own = language.id(unit)
      const score =
        form(unit) +
        language.log(id(i - 2), id(i - 1), own) +
        language.log(id(i - 1), own, id(i + 1)) +
        language.log(own, id(i + 1), id(i + 2))
      return {unit, score}
    })
    .sort((a, b) => b.score - a.score)
  const top = scored[0]!.score
  const sum = scored.reduce((total, s) => total + Math.exp(s.score - top), 0)
  const own = scored.find(s => s.unit === units[i])!
  return {
    span,
    certainty: 'inferred',
    confidence: Math.round((Math.exp(own.score - top) / sum) * 1000) / 1000,
    alternatives: scored
      .filter(s => s.unit !== units[i])
      .slice(0, MOST_ALTERNATIVES)
      .map(s => String.fromCharCode(s.unit)),
  }
}
