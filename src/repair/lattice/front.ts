/** The readings that are still followed: of those that go on alike, the likeliest. */
import {CLOSE_QUOTE, type Context, type How, isSplitter, OPEN_QUOTE, type Step} from './step.ts'

/** Readings, in the order in which they came up, and an open-addressing table of them by what they go on with. */
export interface Front {
  steps: Step[]
  /** One more than the place of a reading; 0 where there is none. */
  slots: Int32Array
}

/** Most places have fewer readings than half of this; where there are more the table grows. */
const FEW = 128

/** A front without readings. */
export const emptyFront = (): Front => ({steps: [], slots: new Int32Array(FEW)})

/** Makes a front ready for the readings of another place. */
export function clear(front: Front): void {
  front.steps = []
  front.slots.fill(0)
}

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

const QUOTE_CLOSED = 8
const QUOTE_NOT_OPEN = -2
const QUOTE_TWICE_OPEN = -3
const TERM_WITH_STOP = -4
const FULL_STOP = 0x3002
const LONGEST_TERM = 12

/** A reading so much less likely than the best one at the same place is given up. */
const GIVE_UP = 14
const WIDEST = 300

/** The reading with one more move. */
export function extend(before: Step, move: Move, context: Context): Step {
  const {at, unit, how, pending, bonus, among = 0} = move
  if (unit === 0 || how === 'indent' || how === 'swallowed') {
    const {last2, last, open} = before
    return {before, unit, how, among, at, pending, last2, last, open, score: before.score + bonus}
  }
  const {last: last2} = before
  const last = context.language.id(unit)
  const open = openAfter(before, unit)
  return {
    before,
    unit,
    how,
    among,
    at,
    pending,
    last2,
    last,
    open,
    score: scoreOf(before, unit, last, how, bonus, context),
  }
}

/** Adds the reading with one more move to a front, unless a likelier one goes on alike; most are not worth making. */
export function follow(front: Front, before: Step, move: Move, context: Context): void {
  const {at, unit, how, pending, bonus, among = 0} = move
  if (unit === 0 || how === 'indent' || how === 'swallowed') {
    add(front, extend(before, move, context))
    return
  }
  const last2 = before.last
  const last = context.language.id(unit)
  const open = openAfter(before, unit)
  const score = scoreOf(before, unit, last, how, bonus, context)
  const slot = slotOf(front, pending, last2, last, open)
  const place = front.slots[slot]! - 1
  if (place >= 0 && front.steps[place]!.score >= score) return
  put(front, slot, {before, unit, how, among, at, pending, last2, last, open, score})
}

function scoreOf(before: Step, unit: number, id: number, how: How, bonus: number, {language, form}: Context): number {
  let score = before.score + bonus + language.log(before.last2, before.last, id)
  if (how !== 'kept') score += form(unit)
  if (unit === OPEN_QUOTE || unit === CLOSE_QUOTE) score += quoting(before, unit, how)
  return score
}

const openAfter = (before: Step, unit: number): boolean => unit === OPEN_QUOTE || (unit !== CLOSE_QUOTE && before.open)

/** Adds a reading to a front, unless a likelier one goes on alike. */
export function add(front: Front, step: Step): void {
  const slot = slotOf(front, step.pending, step.last2, step.last, step.open)
  const place = front.slots[slot]! - 1
  if (place < 0 || front.steps[place]!.score < step.score) put(front, slot, step)
}

function slotOf({steps, slots}: Front, pending: number, last2: number, last: number, open: boolean): number {
  const mask = slots.length - 1
  const key = Math.imul(last2 * 2 + (open ? 1 : 0), 0x9e3779b1) ^ Math.imul(last * 256 + pending, 0x85ebca6b)
  for (let slot = (key ^ (key >>> 15)) & mask; ; slot = (slot + 1) & mask) {
    const place = slots[slot]! - 1
    if (place < 0) return slot
    const step = steps[place]!
    if (step.last === last && step.last2 === last2 && step.pending === pending && step.open === open) return slot
  }
}

/** A likelier reading takes the place of the one before it. */
function put(front: Front, slot: number, step: Step): void {
  const place = front.slots[slot]! - 1
  if (place >= 0) front.steps[place] = step
  else {
    front.slots[slot] = front.steps.push(step)
    if (front.steps.length * 2 > front.slots.length) refill(front, new Int32Array(front.slots.length * 2))
  }
}

function refill(front: Front, slots: Int32Array): void {
  front.slots = slots
  const {steps} = front
  for (let i = 0; i < steps.length; i++) {
    const {pending, last2, last, open} = steps[i]!
    slots[slotOf(front, pending, last2, last, open)] = i + 1
  }
}

/** The score of the likeliest reading that is in step. */
export function topInStep({steps}: Front): number {
  let top = Number.NEGATIVE_INFINITY
  for (let i = 0; i < steps.length; i++) if (steps[i]!.pending === 0 && steps[i]!.score > top) top = steps[i]!.score
  return top
}

/** Gives up what has fallen behind. */
export function prune(front: Front): void {
  const {steps} = front
  if (steps.length < 2) return
  let top = Number.NEGATIVE_INFINITY
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < steps.length; i++) {
    const {score} = steps[i]!
    if (score > top) top = score
    if (score < least) least = score
  }
  if (least >= top - GIVE_UP && steps.length <= WIDEST) return
  let kept = steps.filter(({score}) => score >= top - GIVE_UP)
  if (kept.length > WIDEST) kept = kept.sort((a, b) => b.score - a.score).slice(0, WIDEST)
  front.steps = kept
  refill(front, front.slots.fill(0))
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
