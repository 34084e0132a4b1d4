/**
 * `?；窘` → 。基本: out of step a pair may be one without a character in CP936, and many programs leave those out whole. Both its bytes
 * are gone then, the second half of one character and the first of the next; what is left of these tells what they were.
 */
import {extend, type Front, follow} from './front.ts'
import {gapAfter, isGap} from './gaps.ts'
import {endsHalf, firstAhead, fits} from './moves.ts'
import {type Candidates, type Context, pairOf, type Step} from './step.ts'
import type {Token} from './tokens.ts'

/** Only the likeliest readings are thought through, so near the best one, and of the characters so many, so near the likeliest one. */
const NEAR = 6
const THOUGHT_THROUGH = 12
const NEAR_WITHIN = 3
const THOUGHT_THROUGH_WITHIN = 4
const UNLIKELY = 6
const FOLLOWED = 6
/** Where a gloss has told the byte that is pending, the text mostly goes on with it. */
const BEHIND_GLOSS = -2.5

/** Over a pair that is gone: the character that it ends is put back. Behind another such pair that has both its bytes gone. */
export function openGaps(front: Front, at: number, context: Context): void {
  const {gaps} = context
  if (!gaps) return
  const before = likeliestOf(front, ({pending}) => pending >= 0x80, NEAR, THOUGHT_THROUGH)
  const within = likeliestOf(front, ({pending}) => isGap(pending), NEAR_WITHIN, THOUGHT_THROUGH_WITHIN)
  for (const state of before) open(front, at, state, [gaps.before(state.pending)], state.pending * 256, context)
  for (const state of within) open(front, at, state, gaps.within(state.pending, true), state.pending, context)
}

function open(
  front: Front,
  at: number,
  state: Step,
  lists: readonly Candidates[],
  among: number,
  context: Context,
): void {
  const bonus = state.how === 'pinned' ? BEHIND_GLOSS : 0
  for (const unit of likeliest(lists, state, 0, undefined, context).slice(0, FOLLOWED))
    follow(front, state, {at, unit, how: 'trail', pending: gapAfter(unit, context.gbk), bonus, among}, context)
}

/** Behind a gap, where halves are gone: of the character that it begins nothing is left. */
export function closeGaps(front: Front, at: number, token: Token | undefined, context: Context): void {
  const {gaps} = context
  if (!gaps || !endsHalf(token, context)) return
  for (const state of likeliestOf(front, ({pending}) => isGap(pending), NEAR_WITHIN, THOUGHT_THROUGH_WITHIN))
    for (const unit of likeliest(gaps.within(state.pending, false), state, 0, token, context).slice(0, FOLLOWED)) {
      const bonus = fits(unit, token, context)
      follow(front, state, {at, unit, how: 'trail', pending: 0, bonus, among: state.pending}, context)
    }
}

/** The likeliest readings of a kind, the likeliest first. */
function likeliestOf({steps}: Front, isOne: (step: Step) => boolean, near: number, most: number): Step[] {
  const found = steps.filter(isOne).sort((a, b) => b.score - a.score)
  const top = found[0]?.score ?? 0
  return found.slice(0, most).filter(({score}) => score >= top - near)
}

/** On behind a gap: the token's first byte is the end of the character that the gap begins. */
export function readBehind(next: Front, state: Step, at: number, line: readonly Token[], context: Context): void {
  const {gbk} = context
  const {unit} = line[at]!
  const pair = unit < 0x80 ? 0 : gbk.pairOf[unit]!
  if (pair && (pair & 255) >= 0x80) put(next, state, at, pair >> 8, pair & 255, line, context)
  else if (pair) put(next, state, at, pair >> 8, 0, line, context, pair & 255)
  if (unit >= 0x40 && unit < 0x7f) put(next, state, at, unit, 0, line, context)
  const wide = unit < 0x80 ? pairOf(gbk, unit) : 0
  if (wide) put(next, state, at, wide >> 8, wide & 255, line, context)
}

/** The characters behind a gap that end in a trail byte. @param ascii what came out as one character with that byte */
function put(
  next: Front,
  state: Step,
  at: number,
  trail: number,
  pending: number,
  line: readonly Token[],
  context: Context,
  ascii = 0,
): void {
  const among = state.pending * 256 + trail
  const token = line[at + 1]
  const ahead = pending ? firstAhead(token, pending, context) : 0
  const list = context.gaps!.behind(state.pending, trail)
  for (const unit of likeliest([list], state, ahead, pending || ascii ? undefined : token, context)) {
    const bonus = pending || ascii ? 0 : fits(unit, token, context)
    const move = {at, unit, how: 'lead', pending, bonus, among} as const
    if (ascii) follow(next, extend(state, move, context), {at, unit: ascii, how: 'read', pending: 0, bonus: 0}, context)
    else follow(next, state, move, context)
  }
}

/** Those of some characters that are not far behind the likeliest one, which is the first, between what stands before them and what is ahead. */
function likeliest(
  lists: readonly Candidates[],
  {last2, last}: Step,
  ahead: number,
  gloss: Token | undefined,
  context: Context,
): number[] {
  const {language, form} = context
  const found: {unit: number; score: number}[] = []
  let top = Number.NEGATIVE_INFINITY
  for (const {units, ids} of lists) {
    const scores = language.logs(last2, last, ids)
    for (const [i, unit] of units.entries()) {
      const alone = scores[i]! + form(unit) + fits(unit, gloss, context)
      if (alone <= top - UNLIKELY) continue
      const score = alone + (ahead ? language.log(last, ids[i]!, ahead) : 0)
      if (score > top) top = score
      found.push({unit, score})
    }
  }
  return found
    .filter(({score}) => score > top - UNLIKELY)
    .sort((a, b) => b.score - a.score)
    .map(({unit}) => unit)
}
