/**
 * 按照方案芬螅岷鲜导剩 → 按照方案要求，结合实际：a byte of GBK is gone inside a line, or there is one too many, and from there
 * to the next ASCII character or the end of the line every pair is read one byte late.
 */
import {lateIn} from './late.ts'
import {glide, isMark, keep, land, leap, mayLeap, pass, type Way} from './slip-moves.ts'
import {type Slip, slipsOf} from './slip-regions.ts'
import {type Context, lineEnd} from './step.ts'

export type {Slip} from './slip-regions.ts'

const MOST_WAYS = 20
/** A way so much worse than the best one is given up (natural logarithm). */
const GIVE_UP = 24

/** Whether something in a line reads better one byte late. */
export function maySlip(line: string, context: Context): boolean {
  const late = lateIn(line, context)
  return late.ahead.some((_, at) => mayLeap(late, at))
}

/** The stretches of a line that are out of step, read anew. @param isIndented whether half of an indent may be lost before it */
export function slipsIn(line: string, isIndented: boolean, context: Context): Slip[] {
  const late = lateIn(line, context)
  const end = lineEnd(context)
  let ways: Way[] = [
    {before: null, unit: 0, how: 'kept', among: 0, at: -1, pending: 0, last2: end, last: end, score: 0},
  ]
  for (let at = 0; at < line.length; at++) {
    const landed = ways.flatMap(way => (way.pending > 0 ? land(way, at, late, context) : []))
    const next: Way[] = isMark(line, at) ? landed.map(way => pass(way, at, context)) : []
    for (const way of isMark(line, at) ? ways : thinned([...ways, ...landed])) {
      if (way.pending > 0) next.push(...glide(way, at, late, context))
      else {
        next.push(keep(way, at, late, context))
        if (mayLeap(late, at)) next.push(...leap(way, at, late, isIndented, context))
      }
    }
    ways = thinned(next)
  }
  const closed = ways.flatMap(way => (way.pending > 0 ? land(way, line.length, late, context) : [way]))
  const closing = (way: Way): number => way.score + context.language.log(way.last2, way.last, end)
  return slipsOf(
    closed.reduce((best, way) => (closing(way) > closing(best) ? way : best)),
    line,
    context,
  )
}

/** Of the ways that go on alike the best, and of these the best few; the best in step stays, for out of step a way may end. */
function thinned(ways: readonly Way[]): Way[] {
  if (ways.length < 2) return [...ways]
  const best = new Map<string, Way>()
  let top = Number.NEGATIVE_INFINITY
  let inStep: Way | undefined
  for (const way of ways) {
    const key = `${way.pending} ${way.last2} ${way.last}`
    const other = best.get(key)
    if (!other || other.score < way.score) best.set(key, way)
    top = Math.max(top, way.score)
    if (way.pending === 0 && way.score > (inStep?.score ?? Number.NEGATIVE_INFINITY)) inStep = way
  }
  const kept = [...best.values()]
    .filter(({score}) => score > top - GIVE_UP)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_WAYS)
  return inStep && !kept.includes(inStep) ? [...kept, inStep] : kept
}
