/**
 * A stretch of a damaged line → its most likely reading.
 *
 * The line was GBK once. It was cut before every byte pair of 、。，！？； also where the pair lay across two characters, and
 * each piece was decoded alone; a half character at the end of a piece vanished. After such a cut every pair is read one
 * byte late, until a trail byte below 0x80 comes out as an ASCII character, or the next cut. So the search walks the
 * line with one byte pending, and puts back the byte that is missing where the walk goes out of step and into step again.
 */
import type {Span} from '../../text/span.ts'
import {isEnclosed} from './clues.ts'
import {add, clear, emptyFront, type Front, prune, topInStep} from './front.ts'
import {closeGaps, openGaps, readBehind} from './gap-moves.ts'
import {isGap} from './gaps.ts'
import {opens} from './glance.ts'
import {absorb, cut, isPartOfHalf, keep, leave, read, restoreGone, restoreTrails, restoreVanished} from './moves.ts'
import {CLOSE_QUOTE, type Context, lineEnd, OPEN_QUOTE, type Step} from './step.ts'
import type {Token} from './tokens.ts'

/** A reading so much less likely than the best one is not taken out of step. */
const UNLIKELY = 5
const QUOTE_LEFT_OPEN = -3
/** How many tokens back an open quotation is looked for. */
const QUOTE_REACH = 400

/**
 * The last step of the best reading of a stretch.
 * @param stretch in tokens
 * @param indented whether the line had an indent, half of which may be lost
 */
export function decode(line: readonly Token[], stretch: Span, indented: boolean, context: Context): Step {
  const start = startOf(line, stretch.start, context)
  let front = emptyFront()
  let next = emptyFront()
  add(front, start)
  for (let at = stretch.start; at < stretch.end; at++) {
    const token = line[at]!
    const isAlone = isEnclosed(line, at)
    if (!isAlone) openGaps(front, at, context)
    restoreTrails(front, at, line, context)
    if (!isAlone) closeGaps(front, at, token, context)
    restoreVanished(front, at, token.unit, context)
    advance(front, next, at, line, indented, context)
    prune(next)
    clear(front)
    ;[front, next] = [next, front]
  }
  openGaps(front, stretch.end, context)
  restoreTrails(front, stretch.end, line, context)
  closeGaps(front, stretch.end, line[stretch.end], context)
  return bestOf(front, start, stretch.end === line.length, context)
}

/** All readings, one token further. */
function advance(
  front: Front,
  next: Front,
  at: number,
  line: readonly Token[],
  indented: boolean,
  context: Context,
): void {
  const token = line[at]!
  const leaves = (at === 0 && indented && line.length > 1) || opens(line, at, context)
  const least = topInStep(front) - UNLIKELY
  const {steps} = front
  for (let i = 0; i < steps.length; i++) {
    const state = steps[i]!
    if (state.pending !== 0) {
      if (token.kind !== 'unit') continue
      if (isGap(state.pending)) readBehind(next, state, at, line, context)
      else read(next, state, at, token.unit, context)
    } else if (state.how === 'trail' && state.at === at && isPartOfHalf(token)) absorb(next, state, at, line, context)
    else {
      if (token.kind === 'cut') cut(next, state, at, token, context)
      if (token.kind === 'gone') restoreGone(next, state, at, token.unit, context)
      keep(next, state, at, token, context)
      if (leaves && token.kind !== 'gone' && state.score > least) leave(next, state, at, line, indented, context)
    }
  }
}

/** The step before a stretch: it knows the two characters before it, and whether a quotation is open. */
function startOf(line: readonly Token[], at: number, context: Context): Step {
  const units: number[] = []
  let open = false
  for (let i = Math.max(0, at - QUOTE_REACH); i < at; i++) {
    const {unit} = line[i]!
    if (unit) units.push(unit)
    if (unit === OPEN_QUOTE || unit === CLOSE_QUOTE) open = unit === OPEN_QUOTE
  }
  const [last2, last] = [units.at(-2), units.at(-1)].map(u =>
    u === undefined ? lineEnd(context) : context.language.id(u),
  )
  return {
    before: null,
    unit: 0,
    how: 'kept',
    among: 0,
    at: at - 1,
    pending: 0,
    last2: last2!,
    last: last!,
    open,
    score: 0,
  }
}

function bestOf(front: Front, start: Step, endsLine: boolean, context: Context): Step {
  let best = start
  let top = Number.NEGATIVE_INFINITY
  for (const state of front.steps) {
    if (state.pending !== 0) continue
    const closing = endsLine
      ? context.language.log(state.last2, state.last, lineEnd(context)) + (state.open ? QUOTE_LEFT_OPEN : 0)
      : 0
    if (state.score + closing > top) {
      top = state.score + closing
      best = state
    }
  }
  return best
}
