/** The ways on from a reading: along the text as it stands, out of step with it, through it, and back. */
import {digitClue, isSign, signClue, trailClue, yearAt, yearClue} from './clues.ts'
import {add, extend, type Front, follow, topInStep} from './front.ts'
import {endsPiece} from './glance.ts'
import {
  type Candidates,
  type Context,
  IDEOGRAPHIC_SPACE,
  isForeign,
  isSplitter,
  isWideDigit,
  pairOf,
  type Step,
  WIDE_LEAD,
  wideDigit,
} from './step.ts'
import type {Token} from './tokens.ts'

/** What each way costs beside the language (natural logarithm). The damage leaves no choice, so that is little. */
const COST = {
  foreign: -10,
  indent: 3,
  /** The page may have trimmed the line. */
  trimmed: 1,
  lead: -1,
  trail: -0.5,
  half: -1.5,
  widened: -0.5,
  vanished: -1,
  cut: -2,
  cutKept: -12,
  halfKept: -6,
  pinyinFits: 5,
  pinyinFails: -6,
}

/** A restored character so much less likely than the best one for its place is not followed; less yet where it stands alone. */
const UNLIKELY = 8
const UNLIKELY_ALONE = 4
/** Only readings so near the best one are thought through where nothing is seen to be amiss. */
const NEAR = 3

/** Back into step before a token: the trail byte that vanished there is put back, or was 0x80, which no text has. */
export function restoreTrails(front: Front, at: number, line: readonly Token[], context: Context): void {
  const token = line[at]
  const isGloss = token?.kind === 'gloss' || token?.kind === 'cut'
  let top = Number.NEGATIVE_INFINITY
  // What is put back stands behind these, or in the place of what is in step.
  const {steps} = front
  const {length} = steps
  for (let i = 0; i < length; i++) if (steps[i]!.pending !== 0 && steps[i]!.score > top) top = steps[i]!.score
  if (top === Number.NEGATIVE_INFINITY) return
  const odd = digitClue(line, at)
  const isYear = yearAt(line, at)
  for (let i = 0; i < length; i++) {
    const state = steps[i]!
    if (state.pending === 0 || state.score < top - UNLIKELY_ALONE) continue
    const among = state.pending * 256
    const half = context.character(state.pending, 0x80)
    if (half) follow(front, state, {at, unit: half, how: 'trail', pending: 0, bonus: COST.half, among}, context)
    if (!endsHalf(token, context)) continue
    for (const unit of context.startingWith(state.pending).units) {
      if (unit === half) continue
      const clue = isSign(unit) ? signClue(unit, state, line, at, context) : isYear ? yearClue(unit) : 0
      const bonus = COST.trail + odd + clue + (isGloss ? fits(unit, token, context) : 0)
      follow(front, state, {at, unit, how: 'trail', pending: 0, bonus, among}, context)
    }
  }
}

/** What a gloss behind a character says for it. */
export function fits(unit: number, token: Token | undefined, {reads}: Context): number {
  const known = token?.kind === 'gloss' || token?.kind === 'cut' ? reads(unit, token.pinyin) : undefined
  return known === undefined ? 0 : known ? COST.pinyinFits : COST.pinyinFails
}

/** On over a whole character that is gone before a sign, both its bytes marked: it was cut at, as the sign was. */
export function restoreGone(next: Front, state: Step, at: number, sign: number, context: Context): void {
  const among = GONE_BEFORE.has(sign) ? 0xa3 : 0xa1
  for (const unit of likeliest(context.endingIn(among), state, context.language.id(sign), UNLIKELY_ALONE, context)) {
    const restored = extend(state, {at, unit, how: 'lead', pending: 0, bonus: COST.lead, among}, context)
    follow(next, restored, {at, unit: sign, how: 'read', pending: 0, bonus: 0}, context)
  }
}

/** Whether half a character may be gone before a token. */
export const endsHalf = (token: Token | undefined, {isMarked}: Context): boolean =>
  isMarked ? token !== undefined && isPartOfHalf(token) : endsPiece(token)

/** Whether a token has something of the half character before it: `?` for its byte, and what that has swallowed. */
export const isPartOfHalf = ({kind}: Token): boolean =>
  kind === 'half' || kind === 'tail' || kind === 'swallowed' || kind === 'cut'

/** 、 and 。 begin with A1: a trail byte A3 and that make ！. The others begin with A3, and A1 and that make 。. */
const GONE_BEFORE = new Set([...'、。'].map(c => c.charCodeAt(0)))
const LOST = 0xfffd
const [NINE, ZERO, ONE, TWO, YEAR] = [...'9012年'].map(c => c.charCodeAt(0)) as [number, number, number, number, number]

/** On from a character whose second half was put back: the mark of that half goes. Of a year the rest tells what it has swallowed. */
export function absorb(next: Front, state: Step, at: number, line: readonly Token[], context: Context): void {
  const {kind, unit} = line[at]!
  if (kind === 'half') follow(next, state, {at, unit, how: 'read', pending: 0, bonus: 0}, context)
  else if (kind !== 'swallowed') follow(next, state, {at, unit: 0, how: 'pinned', pending: 0, bonus: 0}, context)
  else {
    const [first, , , sign] = line.slice(at + 1, at + 5).map(token => token.unit)
    const digit = sign !== YEAR ? LOST : first === ZERO ? TWO : first === NINE ? ONE : LOST
    follow(next, state, {at, unit: digit, how: 'swallowed', pending: 0, bonus: 0}, context)
  }
}

/** A whole character is gone where a pair across its end and the sign after it was cut at, too: `縮；` for 縮小；. */
export function restoreVanished(front: Front, at: number, sign: number, context: Context): void {
  const {language} = context
  const among = context.vanish(sign)
  if (among === 0) return
  const follows = language.id(sign)
  const least = topInStep(front) - NEAR
  for (const state of [...front.steps]) {
    if (state.pending !== 0 || state.how === 'lead' || state.score < least) continue
    const standing = language.log(state.last2, state.last, follows)
    const {units, ids} = context.endingIn(among)
    const scores = language.logs(state.last2, state.last, ids)
    for (const [i, unit] of units.entries())
      if (scores[i]! > standing && scores[i]! + language.log(state.last, ids[i]!, follows) > standing)
        follow(front, state, {at, unit, how: 'lead', pending: 0, bonus: COST.vanished, among}, context)
  }
}

/** On in step, the token as it stands. */
export function keep(next: Front, before: Step, at: number, {kind, unit}: Token, context: Context): void {
  const state =
    kind === 'half' || kind === 'gone'
      ? extend(before, {at, unit: 0x3f, how: 'kept', pending: 0, bonus: COST.halfKept}, context)
      : before
  const bonus = kind === 'cut' ? COST.cutKept : isForeign(unit) ? COST.foreign : trailClue(before.unit, unit)
  follow(next, state, {at, unit, how: 'kept', pending: 0, bonus}, context)
}

/** Out of step at a sign whose bytes belonged to two characters: the lead byte before it is put back. */
export function leave(
  next: Front,
  state: Step,
  at: number,
  line: readonly Token[],
  indented: boolean,
  context: Context,
): void {
  const pair = pairOf(context.gbk, line[at]!.unit)
  const among = pair >> 8
  const pending = pair & 255
  if (pending < 0x81) return
  if (at === 0 && among === 0xa1) {
    const bonus = indented ? COST.indent : COST.trimmed
    follow(next, state, {at, unit: IDEOGRAPHIC_SPACE, how: 'indent', pending, bonus}, context)
    if (indented) return
  }
  const ahead = firstAhead(line[at + 1], pending, context)
  const behind = endsPiece(line[at + 1]) ? UNLIKELY_ALONE : UNLIKELY
  for (const unit of likeliest(context.endingIn(among), state, ahead, behind, context))
    follow(next, state, {at, unit, how: 'lead', pending, bonus: COST.lead, among}, context)
}

/** The candidates that are not so far behind the likeliest one, with the character ahead of them where it is known. */
function likeliest(
  {units, ids}: Candidates,
  {last2, last}: Step,
  ahead: number,
  behind: number,
  {language, form}: Context,
): number[] {
  const {length} = units
  const scores = language.logs(last2, last, ids)
  let best = 0
  for (let i = 0; i < length; i++) {
    scores[i]! += form(units[i]!)
    if (scores[i]! > scores[best]!) best = i
  }
  // What is ahead only takes away: it need not be asked of what has fallen behind already.
  let top = scores[best]! + (ahead ? language.log(last, ids[best]!, ahead) : 0)
  if (ahead)
    for (let i = 0; i < length; i++)
      if (scores[i]! > top - behind) {
        scores[i]! += language.log(last, ids[i]!, ahead)
        top = Math.max(top, scores[i]!)
      }
  return units.filter((_, i) => scores[i]! > top - behind)
}

/** The number of the first character behind a way out of step, where the bytes tell it; 0 where not. */
export function firstAhead(token: Token | undefined, lead: number, {gbk, language, character}: Context): number {
  const pair = token && token.unit >= 0x80 && !isSplitter(token.unit) ? gbk.pairOf[token.unit]! : 0
  const unit = pair ? character(lead, pair >> 8) : 0
  return unit ? language.id(unit) : 0
}

/** Out of step at a gloss that stands behind half a character: the pair of the glossed character tells the half. */
export function cut(next: Front, state: Step, at: number, {pinyin}: Token, context: Context): void {
  const {gbk, reads} = context
  const among = gbk.pairOf[lastUnit(state)]! & 255
  if (among < 0x81) return
  for (let pending = 0x81; pending <= 0xfe; pending++) {
    const known = reads(gbk.charOf[among * 256 + pending]!, pinyin)
    if (known === false) continue
    const bonus = COST.cut + (known ? COST.pinyinFits : 0)
    follow(next, state, {at, unit: 0, how: 'pinned', pending, bonus, among}, context)
  }
}

function lastUnit(state: Step): number {
  let step: Step | null = state
  while (step && step.unit === 0) step = step.before
  return step?.unit ?? 0
}

/** `。保` was １．: numbers of lists are full width in some sources. Elsewhere such digits are what chance makes. */
const markerDigit = ({pending, how, unit}: Step, trail: number): number =>
  pending === WIDE_LEAD && (how === 'indent' || isWideDigit(unit)) ? wideDigit(trail) : 0

/** On out of step: the token's bytes are the end of one character and the start of the next. */
export function read(next: Front, state: Step, at: number, unit: number, context: Context): void {
  const {gbk, character} = context
  const put = (trail: number, pending: number, bonus: number): Step | undefined => {
    const found = character(state.pending, trail) || markerDigit(state, trail)
    return found ? extend(state, {at, unit: found, how: 'read', pending, bonus}, context) : undefined
  }
  const pair = unit < 0x80 ? 0 : gbk.pairOf[unit]!
  const late = pair ? put(pair >> 8, (pair & 255) < 0x80 ? 0 : pair & 255, 0) : undefined
  // A trail byte below 0x80 was ASCII in the source: `（A` came out as one character.
  if (late && (pair & 255) < 0x80)
    follow(next, late, {at, unit: pair & 255, how: 'read', pending: 0, bonus: 0}, context)
  else if (late) add(next, late)
  // An ASCII letter is a trail byte, which brings the text back into step.
  const shut = unit >= 0x40 && unit < 0x7f ? put(unit, 0, 0) : undefined
  if (shut) add(next, shut)
  const widePair = unit < 0x80 ? pairOf(gbk, unit) : 0
  const widened = widePair ? put(widePair >> 8, widePair & 255, COST.widened) : undefined
  if (widened) add(next, widened)
}
