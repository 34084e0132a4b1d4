/**
 * `鍥藉姟闄�` → 国务院: UTF-8 that was read as GBK. Three bytes a character became two, so what has an odd place at the
 * end of a stretch lost its last byte, and pairs that GBK does not have lost one or both of theirs.
 */
import type {Guess} from '../../model/repair.ts'
import {NUMBERS} from './dictionary.ts'
import {isBracket, type Open, signsOf} from './signs.ts'
import {type Context, confidenceOf} from './step.ts'
import {EURO, isPlain, LOST, LOST_MARKS, type Slot, slotsIn} from './utf8-slots.ts'

/** A stretch of a line and its reading; offsets count in the line. */
export interface Reading {
  readonly start: number
  readonly end: number
  readonly insert: string
  readonly guesses: readonly Guess[]
}

const MOST_ALTERNATIVES = 5

/**
 * The stretches of a line that are UTF-8 read as GBK, read again.
 * @param most a stretch with more characters to infer is left as it is
 * @param isCertain whether other lines are such for certain, so that 2018骞�12鏈� needs no character that is whole
 */
export function utf8InGbk(line: string, context: Context, most: number, isCertain = false): Reading[] {
  const out: Reading[] = []
  for (let at = 0; at < line.length; ) {
    const end = stretchEnd(line, at, context)
    const reading = end > at ? read(line, at, end, context, most, isCertain) : undefined
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

function read(
  line: string,
  from: number,
  to: number,
  context: Context,
  most: number,
  isCertain: boolean,
): Reading | undefined {
  const slots = slotsIn(line, from, to, context)
  const han = slots.filter(s => !s.known || s.candidates[0]! >= 0x80)
  const sure = han.filter(s => s.known && isPlain(s.candidates[0]!) && context.language.knows(s.candidates[0]!))
  const isWhole = isCertain && han.length > 0 && han.every(s => isPlain(s.candidates[0]!))
  if (!isWhole && (sure.length < 2 || sure.length * 2 < han.length)) return undefined
  if (slots.filter(s => s.candidates.length > 1).length > most) return undefined
  return choose(slots, from, line, context)
}

interface Way {
  readonly before: Way | null
  readonly unit: number
  readonly last2: number
  readonly last: number
  readonly open: Open | null
  readonly score: number
}

/** How many ways are followed from one character to the next. */
const MOST_WAYS = 8

/** The likeliest row of candidates, by the character language. */
function choose(slots: readonly Slot[], start: number, line: string, context: Context): Reading {
  const {language, form} = context
  const signs = signsOf(slots, slots.at(-1)?.end === line.length)
  const end = language.id(10)
  let ways: Way[] = [{before: null, unit: 0, last2: end, last: end, open: null, score: 0}]
  for (const [i, slot] of slots.entries()) {
    const best = new Map<number, Way>()
    for (const way of ways)
      for (const unit of slot.candidates) {
        const id = idOf(unit, context)
        const {gain, open} = signs(i, unit, way)
        const score = way.score + language.log(way.last2, way.last, id) + (slot.known ? 0 : form(unit)) + gain
        const key = (way.last * NUMBERS + id) * NUMBERS + (open ? idOf(open.close, context) : 0)
        if ((best.get(key)?.score ?? Number.NEGATIVE_INFINITY) < score)
          best.set(key, {before: way, unit, last2: way.last, last: id, open, score})
      }
    ways = [...best.values()].sort((a, b) => b.score - a.score).slice(0, MOST_WAYS)
  }
  const path: Way[] = []
  for (let way: Way | null = ways[0]!; way?.before; way = way.before) path.push(way)
  path.reverse()
  return {
    start,
    end: slots.at(-1)?.end ?? line.length,
    insert: path.map(({unit}) => String.fromCharCode(unit)).join(''),
    guesses: slots.flatMap((slot, i) =>
      slot.known || path[i]!.unit === LOST ? [] : [guess(slot.candidates, i, path, signs, context)],
    ),
  }
}

/** The number of a character; brackets that the dictionary has not met stand where round ones do. */
const idOf = (unit: number, {language}: Context): number =>
  language.id(unit) || (isBracket(unit) ? language.id(ROUND_CLOSED) : 0)
const ROUND_CLOSED = 0xff09

function guess(
  candidates: readonly number[],
  i: number,
  path: readonly Way[],
  signs: ReturnType<typeof signsOf>,
  context: Context,
): Guess {
  const {language, form} = context
  const id = (at: number): number => path[at]?.last ?? language.id(10)
  const before = path[i]!.before!
  const scored = candidates
    .map(unit => {
      const own = idOf(unit, context)
      const score =
        form(unit) +
        signs(i, unit, before).gain +
        language.log(id(i - 2), id(i - 1), own) +
        language.log(id(i - 1), own, id(i + 1)) +
        language.log(own, id(i + 1), id(i + 2))
      return {unit, score}
    })
    .sort((a, b) => b.score - a.score)
  const top = scored[0]!.score
  const sum = scored.reduce((total, s) => total + Math.exp(s.score - top), 0)
  const chosen = path[i]!.unit
  const own = scored.find(s => s.unit === chosen)!
  return {
    span: {start: i, end: i + 1},
    certainty: 'inferred',
    confidence: confidenceOf(Math.exp(own.score - top) / sum),
    alternatives: scored
      .filter(s => s.unit !== chosen)
      .slice(0, MOST_ALTERNATIVES)
      .map(s => String.fromCharCode(s.unit)),
  }
}
