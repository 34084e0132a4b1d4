/**
 * One damaged line → its most likely reading.
 *
 * The line was GBK once. It was cut before every byte pair of 、。，！？； also where the pair lay across two characters, and
 * each piece was decoded alone; a half character at the end of a piece vanished. After such a cut every pair is read one
 * byte late, until a trail byte below 0x80 comes out as an ASCII character, or the next cut. So the search walks the
 * line with one byte pending, and puts back the byte that is missing where the walk goes out of step and into step again.
 */
import type {Gbk} from './gbk.ts'
import type {Language} from './language.ts'
import type {Token} from './tokens.ts'

/** Where a character of the reading comes from. */
export type How = 'kept' | 'read' | 'indent' | 'lead' | 'trail' | 'pinned'

/** The reading so far, as a chain of characters; `pending` is the lead byte of the next one, 0 when in step. */
export interface Step {
  readonly before: Step | null
  /** The unit, and how it was got; 0 when the step yields none. */
  readonly unit: number
  readonly how: How
  /** The pairs that `unit` was chosen from: any lead of a trail, or any trail of a lead. */
  readonly among: number
  /** The token that was read here, counted from 0; a restored character stands before it. */
  readonly at: number
  readonly pending: number
  readonly last2: number
  readonly last: number
  readonly open: boolean
  readonly score: number
}

/** What the search needs to know of the page. */
export interface Context {
  readonly gbk: Gbk
  readonly language: Language
  /** How much less likely a form is than its number: the other script's form on this page (natural logarithm). */
  readonly form: (unit: number) => number
  /** Whether a character has this reading; undefined when nothing is known of it. */
  readonly reads: (unit: number, pinyin: string) => boolean | undefined
  /** The trail byte of characters that vanish before a sign; 0 where they stand on the page, or the sign is none. */
  readonly vanish: (sign: number) => number
}

const ENTER = -1
const ENTER_CUT = -2
const LOST_TRAIL = -0.5
const LOST_80 = -1.5
const WIDEN = -0.5
const VANISHED = -1
/** Only readings so near the best one are thought through where nothing is seen to be amiss. */
const NEAR = 3
const BEAM = 300
/** A reading so much less likely than the best one at the same place is given up. */
const GIVE_UP = 16
/** What a glance must reach for a way into the shift to be tried. */
const HOPELESS = -6
/** A restored character so much less likely than the best one for its place is not followed. */
const UNLIKELY = 10
const PINYIN_FITS = 5
const PINYIN_FAILS = -6

const SPLITTERS = new Set([...'、。，！？；,!?;'].map(c => c.charCodeAt(0)))
const LINE_END = 10
const IDEOGRAPHIC_SPACE = 0x3000
const OPEN_QUOTE = 0x201c
const CLOSE_QUOTE = 0x201d
const FULL_STOP = 0x3002

/** ASCII that was full width in the source; 0 for any other unit. */
const wide = (unit: number): number =>
  unit > 0x20 && unit < 0x7f ? unit + 0xfee0 : unit === 0x20 ? IDEOGRAPHIC_SPACE : 0

/** A character that text in step does not hold: private use, or one of the blocks that only shifted bytes reach. */
export const isForeign = (unit: number): boolean =>
  (unit >= 0xe000 && unit <= 0xf8ff) ||
  (unit >= 0x2ff0 && unit <= 0x2fff) ||
  (unit >= 0x3100 && unit <= 0x312f) ||
  (unit >= 0x2500 && unit <= 0x257f)

/**
 * The last step of the best reading of a line.
 * @param line tokens of the line without its indent
 * @param indented whether the line had an indent, half of which may be lost
 */
export function decode(line: readonly Token[], indented: boolean, context: Context): Step {
  const {gbk, language, form, reads} = context
  const end = language.id(LINE_END)
  let next = new Map<number, Step>()
  const put = (
    before: Step,
    at: number,
    unit: number,
    how: How,
    pending: number,
    bonus: number,
    among = 0,
  ): Step | undefined => {
    const silent = unit === 0 || how === 'indent'
    const id = silent ? before.last : language.id(unit)
    const last2 = silent ? before.last2 : before.last
    let score = before.score + bonus
    let open = before.open
    if (!silent) {
      score += language.log(before.last2, before.last, id)
      if (how !== 'kept') score += form(unit)
      if (unit === OPEN_QUOTE) {
        if (how !== 'kept' && open) score -= 3
        open = true
      } else if (unit === CLOSE_QUOTE) {
        if (how !== 'kept') score += open ? 4 : -2
        if (before.unit === FULL_STOP && quotesATerm(before)) score -= 4
        open = false
      }
    }
    const key = ((pending * 16384 + last2) * 16384 + id) * 2 + (open ? 1 : 0)
    const old = next.get(key)
    if (old && old.score >= score) return undefined
    const step = {before, unit, how, among, at, pending, last2, last: id, open, score}
    next.set(key, step)
    return step
  }
  /** The character of a pair, when Chinese text may hold it. */
  const good = (lead: number, trail: number): number => {
    const unit = gbk.charOf[lead * 256 + trail]!
    if (gbk.pairOf[unit] !== lead * 256 + trail) return 0
    return unit !== IDEOGRAPHIC_SPACE && !isForeign(unit) && language.knows(unit) && !isWideAlphanumeric(unit)
      ? unit
      : 0
  }
  const byTrail = new Map<number, number[]>()
  /** The characters that end in a trail byte. */
  const leadsOf = (trail: number): number[] => {
    let found = byTrail.get(trail)
    if (!found) {
      found = []
      for (let lead = 0x81; lead <= 0xfe; lead++) {
        const unit = good(lead, trail)
        if (unit) found.push(unit)
      }
      byTrail.set(trail, found)
    }
    return found
  }
  const restoreTrail = (states: Iterable<Step>, at: number, token: Token | undefined): void => {
    for (const state of states) {
      if (state.pending === 0) continue
      const lead = state.pending
      const half = good(lead, 0x80)
      if (half) put(state, at, half, 'trail', 0, LOST_80, lead * 256)
      if (!endsPiece(token)) continue
      for (let trail = 0x81; trail <= 0xfe; trail++) {
        const unit = good(lead, trail)
        if (unit) put(state, at, unit, 'trail', 0, LOST_TRAIL + fits(unit, token), lead * 256)
      }
    }
  }
  const fits = (unit: number, token: Token | undefined): number => {
    if (token?.kind !== 'gloss') return 0
    const known = reads(unit, token.pinyin)
    return known === undefined ? 0 : known ? PINYIN_FITS : PINYIN_FAILS
  }
  const enter = (state: Step, at: number, unit: number): void => {
    const pair = gbk.pairOf[unit < 0x80 ? wide(unit) : unit]!
    const trail = pair >> 8
    const pending = pair & 255
    if (at === 0 && indented && trail === 0xa1) {
      put(state, at, IDEOGRAPHIC_SPACE, 'indent', pending, 3)
      return
    }
    const scores = leadsOf(trail).map(lost => {
      const id = language.id(lost)
      const ahead = following ? language.log(state.last, id, following) : 0
      return language.log(state.last2, state.last, id) + form(lost) + ahead
    })
    const least = Math.max(...scores) - UNLIKELY
    for (const [i, lost] of leadsOf(trail).entries())
      if (scores[i]! > least) put(state, at, lost, 'lead', pending, ENTER, trail)
  }
  /** A whole character is gone where a pair across its end and the sign after it was cut at, too: `縮；` for 縮小；. */
  const restoreVanished = (before: readonly Step[], at: number, sign: number): void => {
    const trail = context.vanish(sign)
    const follows = language.id(sign)
    let top = Number.NEGATIVE_INFINITY
    for (const state of before) if (state.pending === 0 && state.score > top) top = state.score
    for (const state of before) {
      if (state.pending !== 0 || state.how === 'lead' || state.score < top - NEAR) continue
      const standing = language.log(state.last2, state.last, follows)
      for (const lost of leadsOf(trail)) {
        const id = language.id(lost)
        const own = language.log(state.last2, state.last, id)
        if (own > standing && own + language.log(state.last, id, follows) > standing)
          put(state, at, lost, 'lead', 0, VANISHED, trail)
      }
    }
  }
  const splitByGloss = (state: Step, at: number, token: Token): void => {
    const trail = gbk.pairOf[unitOf(state)]! & 255
    if (trail < 0x81) return
    for (let lead = 0x81; lead <= 0xfe; lead++) {
      const known = reads(gbk.charOf[trail * 256 + lead]!, token.pinyin)
      if (known === false) continue
      put(state, at, 0, 'pinned', lead, ENTER_CUT + (known ? PINYIN_FITS : 0), trail)
    }
  }

  /** The number of the first character behind a way into the shift, where the bytes tell it; 0 where not. */
  const firstAhead = (token: Token | undefined, lead: number): number => {
    const pair = token && token.unit >= 0x80 && !SPLITTERS.has(token.unit) ? gbk.pairOf[token.unit]! : 0
    const unit = pair ? good(lead, pair >> 8) : 0
    return unit ? language.id(unit) : 0
  }
  let following = 0
  let states = new Map<number, Step>()
  const start: Step = {
    before: null,
    unit: 0,
    how: 'kept',
    among: 0,
    at: -1,
    pending: 0,
    last2: end,
    last: end,
    open: false,
    score: 0,
  }
  states.set(0, start)
  for (let at = 0; at <= line.length; at++) {
    const token = line[at]
    next = states
    restoreTrail([...states.values()], at, token)
    states = next
    if (!token) break
    if (token.unit && context.vanish(token.unit)) restoreVanished([...states.values()], at, token.unit)
    next = new Map()
    // The way into the shift is the same for all readings so far.
    const pair = SPLITTERS.has(token.unit) ? gbk.pairOf[token.unit < 0x80 ? wide(token.unit) : token.unit]! : 0
    const opens =
      pair !== 0 &&
      ((at === 0 && indented && line.length > 1) || glance(line, at + 1, pair & 255, context, good) > HOPELESS)
    following = opens ? firstAhead(line[at + 1], pair & 255) : 0
    let top = Number.NEGATIVE_INFINITY
    for (const state of states.values()) if (state.pending === 0 && state.score > top) top = state.score
    for (const state of states.values()) {
      const {unit} = token
      if (token.kind === 'gloss') {
        if (state.pending === 0) put(state, at, 0, 'kept', 0, 0)
      } else if (token.kind === 'cut') {
        if (state.pending === 0) splitByGloss(state, at, token)
        if (state.pending === 0) put(state, at, 0, 'kept', 0, -12)
      } else if (state.pending === 0) {
        put(state, at, unit, 'kept', 0, isForeign(unit) ? -10 : 0)
        if (opens && state.score > top - UNLIKELY) enter(state, at, unit)
      } else {
        const pair = gbk.pairOf[unit]!
        const read = pair ? good(state.pending, pair >> 8) : 0
        if (read && (pair & 255) >= 0x80) put(state, at, read, 'read', pair & 255, 0)
        if (read && (pair & 255) < 0x80) {
          const step = put(state, at, read, 'read', pair & 255, 0)
          if (step) {
            next.delete(keyOf(step))
            put(step, at, pair & 255, 'read', 0, 0)
          }
        }
        if (unit >= 0x40 && unit < 0x7f) {
          const shut = good(state.pending, unit)
          if (shut) put(state, at, shut, 'read', 0, 0)
        }
        const widePair = gbk.pairOf[wide(unit)]!
        const widened = widePair ? good(state.pending, widePair >> 8) : 0
        if (widened) put(state, at, widened, 'read', widePair & 255, WIDEN)
      }
    }
    states = next.size > 8 ? best(next) : next
  }
  let winner = start
  let top = Number.NEGATIVE_INFINITY
  for (const state of states.values()) {
    const score = state.score + language.log(state.last2, state.last, end) - (state.open ? 3 : 0)
    if (state.pending === 0 && score > top) {
      top = score
      winner = state
    }
  }
  return winner
}

const keyOf = (step: Step): number =>
  ((step.pending * 16384 + step.last2) * 16384 + step.last) * 2 + (step.open ? 1 : 0)

export const isWideAlphanumeric = (unit: number): boolean =>
  (unit >= 0xff10 && unit <= 0xff19) || (unit >= 0xff21 && unit <= 0xff3a) || (unit >= 0xff41 && unit <= 0xff5a)

/** The last unit of a reading, passing over what yields none. */
function unitOf(step: Step): number {
  let at: Step | null = step
  while (at && at.unit === 0) at = at.before
  return at?.unit ?? 0
}

/** Whether the quotation that a full stop would end is a mere term: short, and without a stop of its own. */
function quotesATerm(stop: Step): boolean {
  let step = stop.before
  for (let length = 0; step && length < 12; length++) {
    if (step.unit === OPEN_QUOTE) return true
    if (SPLITTERS.has(step.unit)) return false
    step = step.before
  }
  return false
}

/** Whether a half character before this token would have vanished: at the end of a piece, or before ASCII. */
function endsPiece(token: Token | undefined): boolean {
  if (token?.kind !== 'unit') return true
  return token.unit < 0x40 || SPLITTERS.has(token.unit)
}

/** How many tokens a glance looks ahead. */
const GLANCE = 5

/** How much likelier the next tokens are one byte late than as they stand, as far as both are plain. */
function glance(
  line: readonly Token[],
  from: number,
  lead: number,
  {gbk, language}: Context,
  good: (lead: number, trail: number) => number,
): number {
  const end = language.id(LINE_END)
  // 、 and 。 leave the lead byte of a sign, ， that of a rare character: neither stands alone.
  const signs = lead === 0xa2 || lead === 0xa3 || lead === 0xac
  const next = line[from]
  if (endsPiece(next)) return signs ? Number.NEGATIVE_INFINITY : 0
  if (next!.unit < 0x80) return good(lead, next!.unit) || good(lead, 0xa3) ? 0 : Number.NEGATIVE_INFINITY
  let pending = lead
  let gain = 0
  let [a, b] = [end, end]
  let [y, z] = [end, end]
  for (let at = from; at < line.length && at < from + GLANCE; at++) {
    const {kind, unit} = line[at]!
    const pair = gbk.pairOf[unit]!
    if (kind !== 'unit' || unit < 0x80 || SPLITTERS.has(unit)) return gain
    const shifted = pair ? good(pending, pair >> 8) : 0
    if (shifted === 0) return Number.NEGATIVE_INFINITY
    const c = language.id(shifted)
    const x = language.id(unit)
    gain += language.log(a, b, c) - language.log(y, z, x)
    ;[a, b, y, z] = [b, c, z, x]
    pending = pair & 255
    if (pending < 0x80) return gain
  }
  return gain
}

function best(states: Map<number, Step>): Map<number, Step> {
  let top = Number.NEGATIVE_INFINITY
  for (const {score} of states.values()) if (score > top) top = score
  for (const [key, {score}] of states) if (score < top - GIVE_UP) states.delete(key)
  if (states.size <= BEAM) return states
  return new Map([...states].sort((a, b) => b[1].score - a[1].score).slice(0, BEAM))
}
