/** The readings that are still followed: of those that go on alike, the likeliest. */
import {CLOSE_QUOTE, type Context, type How, isSplitter, OPEN_QUOTE, type Step} from './step.ts'

/** Readings by what they go on with. */
export type Front = Map<number, Step>

/** What a move adds to a reading. */
export interface Move {
  readonly at: number
  /** 0 for nothing. */
  readonly unit: number
  readonly how: How
  readonly pending: number
  /** What the move costs beside the language (natural logarithm). */
  readonly bonus: number
  readonly among?: number
}

const QUOTE_CLOSED = 4
const QUOTE_NOT_OPEN = -2
const QUOTE_TWICE_OPEN = -3
const TERM_WITH_STOP = -4
const FULL_STOP = 0x3002
const LONGEST_TERM = 12

/** A reading so much less likely than the best one at the same place is given up. */
const GIVE_UP = 14
const WIDEST = 300

/** The reading with one more move. */
export function extend(before: Step, move: Move, {language, form}: Context): Step {
  const {at, unit, how, pending, bonus, among = 0} = move
  if (unit === 0 || how === 'indent')
    return {...before, before, unit, how, among, at, pending, score: before.score + bonus}
  const id = language.id(unit)
  let score = before.score + bonus + language.log(before.last2, before.last, id)
  if (how !== 'kept') score += form(unit)
  let open = before.open
  if (unit === OPEN_QUOTE || unit === CLOSE_QUOTE) {
    score += quoting(before, unit, how)
    open = unit === OPEN_QUOTE
  }
  return {before, unit, how, among, at, pending, last2: before.last, last: id, open, score}
}

/** Adds a reading to a front, unless a likelier one goes on alike. */
export function add(front: Front, step: Step): void {
  const key = ((step.pending * 16384 + step.last2) * 16384 + step.last) * 2 + (step.open ? 1 : 0)
  const old = front.get(key)
  if (!old || old.score < step.score) front.set(key, step)
}

/** The score of the likeliest reading that is in step. */
export function topInStep(front: Front): number {
  let top = Number.NEGATIVE_INFINITY
  for (const {pending, score} of front.values()) if (pending === 0 && score > top) top = score
  return top
}

/** Gives up what has fallen behind. */
export function prune(front: Front): Front {
  if (front.size < 2) return front
  let top = Number.NEGATIVE_INFINITY
  for (const {score} of front.values()) if (score > top) top = score
  for (const [key, {score}] of front) if (score < top - GIVE_UP) front.delete(key)
  if (front.size <= WIDEST) return front
  return new Map([...front].sort((a, b) => b[1].score - a[1].score).slice(0, WIDEST))
}

/** What a quotation mark adds: quotations that are opened are closed. */
function quoting(before: Step, unit: number, how: How): number {
  if (unit === OPEN_QUOTE) return how !== 'kept' && before.open ? QUOTE_TWICE_OPEN : 0
  const closed = how === 'kept' ? 0 : before.open ? QUOTE_CLOSED : QUOTE_NOT_OPEN
  return closed + (before.unit === FULL_STOP && quotesATerm(before) ? TERM_WITH_STOP : 0)
}

/** Whether the quotation that a full stop would end is a mere term: short, and without a stop of its own. */
function quotesATerm(stop: Step): boolean {
  let step = stop.before
  for (let length = 0; step && length < LONGEST_TERM; length++) {
    if (step.unit === OPEN_QUOTE) return true
    if (isSplitter(step.unit)) return false
    step = step.before
  }
  return false
}
