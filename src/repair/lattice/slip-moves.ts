/** The ways out of step where a byte is lost or added, on one byte late, and back into step. */
import {type Late, lateUnit, read, standing} from './late.ts'
import {type Candidates, type Context, IDEOGRAPHIC_SPACE, type Link, lineEnd, pairOf} from './step.ts'

/**
 * How a unit was got: it stands there, was read one byte late, or put back for a lost byte: a lead, a trail, half an indent.
 * A mark of such a byte goes, and so does a byte that is one too many.
 */
export type How = 'kept' | 'read' | 'lead' | 'trail' | 'indent' | 'mark' | 'left'

/** The reading so far, unit by unit. */
export interface Way extends Link {
  readonly before: Way | null
  readonly how: How
  /** Of a unit put back, the byte of it that is left. */
  readonly among: number
}

/** What each way costs beside the language (natural logarithm): bytes are lost seldom, and added more seldom. */
const COST = {lost: -8, added: -15, indent: -2, replaced: -5, vanished: -1, widened: -0.5}
/** By how much the text ahead must read better for the way there to be taken. */
const BETTER = 1
/** A candidate so much less likely than the best one after what stands before it is left out, and so many are followed. */
const UNLIKELY = 10
const FOLLOWED = 4
/** （一）…： begins no item: it ends with ； or 。 */
const COLON_ENDS_ITEM = -2
const [COLON, OPEN, ASCII_OPEN] = [0xff1a, 0xff08, 0x28]
/** What stands for a byte that became something else. */
const MARKS = '?？\ufffd '

interface Move {
  readonly at: number
  readonly unit: number
  readonly how: How
  readonly pending: number
  readonly cost: number
  readonly among?: number
}

function moved(before: Way, {at, unit, how, pending, cost, among = 0}: Move, context: Context): Way {
  if (unit === 0 || how === 'indent')
    return {...before, before, unit, how, among, at, pending, score: before.score + cost}
  const {last2: far, last: last2} = before
  const last = context.language.id(unit)
  const score = before.score + cost + read(last, far, last2, context) + context.form(unit)
  return {before, unit, how, among, at, pending, last2, last, score}
}

/** In step, the unit as it stands. */
export function keep(before: Way, at: number, {line}: Late, context: Context): Way {
  const unit = line.charCodeAt(at)
  const {last2: far, last: last2} = before
  const score = before.score + standing(unit, far, last2, context)
  return {before, unit, how: 'kept', among: 0, at, pending: 0, last2, last: context.language.id(unit), score}
}

/** Whether the text may have gone out of step at a unit. */
export const mayLeap = ({ahead}: Late, at: number): boolean => ahead[at]! >= BETTER

/** Whether it may be in step again behind a unit. */
const mayLand = (ahead: Float64Array, at: number): boolean => (ahead[at] ?? 0) <= -BETTER

/** Out of step at a unit: one of the bytes before its second one is lost, or is one too many. */
export function leap(way: Way, at: number, {line}: Late, isIndented: boolean, context: Context): Way[] {
  const unit = line.charCodeAt(at)
  const pair = unit < 0x80 ? 0 : context.gbk.pairOf[unit]!
  const [first, pending] = [pair >> 8, pair & 255]
  if (pending < 0x81) return []
  const late = at + 1 < line.length ? lateUnit(pending, line.charCodeAt(at + 1), context) : 0
  const next = late ? context.language.id(late) : 0
  const out: Way[] = []
  if (at === 0 && isIndented && first === 0xa1)
    out.push(moved(way, {at, unit: IDEOGRAPHIC_SPACE, how: 'indent', pending, cost: COST.indent}, context))
  out.push(moved(way, {at, unit: 0, how: 'left', pending, cost: COST.added}, context))
  const put = (from: Way, how: 'lead' | 'trail', candidates: Candidates, cost: number): void => {
    for (const unit of likeliest(candidates, from, next, context))
      out.push(moved(from, {at, unit, how, pending, cost, among: first}, context))
  }
  put(way, 'lead', context.endingIn(first), COST.lost)
  put(way, 'trail', context.startingWith(first), COST.lost)
  // The byte that is lost became the mark before it.
  if (way.before && way.how === 'kept' && way.at === at - 1 && MARKS.includes(line[at - 1]!))
    put(way.before, 'lead', context.endingIn(first), COST.replaced)
  return out
}

/** On one byte late. */
export function glide(way: Way, at: number, {line, ahead}: Late, context: Context): Way[] {
  const {gbk, character} = context
  const unit = line.charCodeAt(at)
  const out: Way[] = []
  const late = lateUnit(way.pending, unit, context)
  if (late > 0) {
    const rest = unit < 0x80 ? 0 : gbk.pairOf[unit]! & 255
    const next = moved(way, {at, unit: late, how: 'read', pending: rest < 0x81 ? 0 : rest, cost: 0}, context)
    // A second byte below 0x80 was ASCII in the source.
    out.push(rest > 0 && rest < 0x80 ? moved(next, {at, unit: rest, how: 'read', pending: 0, cost: 0}, context) : next)
    if (rest >= 0x81 && mayLand(ahead, at)) out.push(...catchUp(next, at, rest, line, context))
  }
  const wide = unit > 0x20 && unit < 0x7f ? pairOf(gbk, unit) : 0
  const widened = wide > 0 ? character(way.pending, wide >> 8) : 0
  if (widened > 0)
    out.push(moved(way, {at, unit: widened, how: 'read', pending: wide & 255, cost: COST.widened}, context))
  return out
}

/** Back into step behind a unit whose second byte has lost its lead. */
function catchUp(way: Way, at: number, rest: number, line: string, context: Context): Way[] {
  const next = at + 1 < line.length ? context.language.id(line.charCodeAt(at + 1)) : lineEnd(context)
  return likeliest(context.endingIn(rest), way, next, context).map(unit =>
    moved(way, {at, unit, how: 'lead', pending: 0, cost: COST.lost, among: rest}, context),
  )
}

/** Back into step before a unit: the pending byte has lost its trail byte, which vanishes before ASCII, or it is one too many. */
export function land(way: Way, at: number, {line, ahead}: Late, context: Context): Way[] {
  const unit = at < line.length ? line.charCodeAt(at) : 0
  const ends = unit < 0x40 || isMark(line, at) || context.gbk.pairOf[unit] === 0
  if (!ends && !mayLand(ahead, at - 1)) return []
  const next = at < line.length ? context.language.id(unit) : lineEnd(context)
  const cost = ends ? COST.vanished : COST.lost
  const isItem = at === line.length && (line.charCodeAt(0) === OPEN || line.charCodeAt(0) === ASCII_OPEN)
  const out = likeliest(context.startingWith(way.pending), way, isMark(line, at) ? 0 : next, context).map(put => {
    const odd = put === COLON && isItem ? COLON_ENDS_ITEM : 0
    return moved(way, {at, unit: put, how: 'trail', pending: 0, cost: cost + odd, among: way.pending}, context)
  })
  if (!ends) out.push(moved(way, {at, unit: 0, how: 'left', pending: 0, cost: COST.added}, context))
  return out
}

/** Whether a unit stands for a byte that could not be read. */
export const isMark = (line: string, at: number): boolean =>
  at < line.length && line[at] !== ' ' && MARKS.includes(line[at]!)

/** Over the mark of a half that was put back. */
export const pass = (way: Way, at: number, context: Context): Way =>
  moved(way, {at, unit: 0, how: 'mark', pending: 0, cost: 0}, context)

/** The few likeliest of some characters between what stands before and what comes, the likeliest first. */
function likeliest({units, ids}: Candidates, way: Way, next: number, {language, form}: Context): number[] {
  const scores = language.logs(way.last2, way.last, ids)
  let top = Number.NEGATIVE_INFINITY
  for (let i = 0; i < units.length; i++) {
    scores[i]! += form(units[i]!)
    top = Math.max(top, scores[i]!)
  }
  const best: {unit: number; score: number}[] = []
  for (let i = 0; i < units.length; i++) {
    if (scores[i]! < top - UNLIKELY) continue
    const score = scores[i]! + (next ? language.log(way.last, ids[i]!, next) : 0)
    if (best.length === FOLLOWED && score <= best[FOLLOWED - 1]!.score) continue
    if (best.length === FOLLOWED) best.pop()
    const place = best.findIndex(other => other.score < score)
    best.splice(place < 0 ? best.length : place, 0, {unit: units[i]!, score})
  }
  return best.map(({unit}) => unit)
}
