/** UTF-8 read as GBK → the characters that its bytes spell, each with what it can be. */
import type {Gbk} from './gbk.ts'
import {isBracket} from './signs.ts'
import {type Context, isWideAlphanumeric} from './step.ts'

/** A byte of the stretch; MARK for a `?` that stands for a lost byte or two, and may have swallowed what is behind it, GONE for U+FFFD. */
interface Byte {
  readonly value: number
  readonly at: number
}
const [MARK, GONE] = [-1, -2]

/** One character of the reading: what it can be, and where it ends in the line. */
export interface Slot {
  readonly candidates: readonly number[]
  readonly end: number
  readonly known: boolean
}

/** What stands where a decoder gave bytes up. */
export const LOST_MARKS = '\ufffd?？'
/** 0x80 of GBK, as Windows decodes it. */
export const EURO = 0x20ac
/** Stands for a character of which too little is left; the rule for lost bytes marks it. */
export const LOST = 0xfffd
/** The characters that the bytes of a stretch of a line spell. */
export const slotsIn = (line: string, from: number, to: number, context: Context): Slot[] =>
  slotsOf(bytesOf(line, from, to, context), context)

/** Chinese text and its signs: what UTF-8 misread by accident does not give. */
export const isPlain = (unit: number): boolean =>
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
    if (unit === EURO && !isPairOfEuro(out, line, at + 1, gbk)) out.push({value: 0x80, at})
    else if (unit >= 0x80 && unit !== 0xff1f && pair) out.push({value: pair >> 8, at}, {value: pair & 255, at})
    else out.push({value: unit === LOST ? GONE : LOST_MARKS.includes(line[at]!) ? MARK : unit, at})
  }
  return out
}

/** € stands for the byte 80, but for A2E3 where one trail byte is wanted and another one follows: the lead is E3 then. */
function isPairOfEuro(before: readonly Byte[], line: string, next: number, {pairOf}: Gbk): boolean {
  const lead = before.at(-1)?.value ?? 0
  const wantsOne =
    (lead >= 0xc2 && lead < 0xe0) || (isTrail(lead) && before.length > 1 && (before.at(-2)!.value & 0xf0) === 0xe0)
  const unit = line.charCodeAt(next)
  return wantsOne && (unit === EURO || (unit >= 0x80 && isTrail(pairOf[unit]! >> 8)))
}

const isTrail = (value: number | undefined): boolean => value !== undefined && value >= 0x80 && value < 0xc0

/** Some bytes as one character or two, and how odd it is that they came to stand so. */
interface Piece {
  readonly length: number
  readonly cost: number
  /** What each can be, and how many of the bytes it ends behind. */
  readonly characters: readonly {
    readonly candidates: readonly number[]
    readonly length: number
    readonly known?: boolean
  }[]
}

/** A mark stands for one byte as a rule; for two, or for none that is missed, less often; what is alone is lost. */
const COST = {marked: 1, leadMarked: 1.5, across: 2, unmarked: 2, both: 2.5, leadUnmarked: 2.5, alone: 4}

/** The characters that a row of bytes spells, cut into pieces so that least of it is odd. */
function slotsOf(bytes: readonly Byte[], context: Context): Slot[] {
  const costs = new Float64Array(bytes.length + 1).fill(Number.POSITIVE_INFINITY)
  const last: Piece[] = []
  costs[0] = 0
  for (let i = 0; i < bytes.length; i++) {
    if (costs[i] === Number.POSITIVE_INFINITY) continue
    for (const piece of piecesAt(bytes, i, context)) {
      const end = i + piece.length
      if (costs[i]! + piece.cost >= costs[end]!) continue
      costs[end] = costs[i]! + piece.cost
      last[end] = piece
    }
  }
  const pieces: {readonly at: number; readonly piece: Piece}[] = []
  for (let end = bytes.length; end > 0; end -= last[end]!.length)
    pieces.push({at: end - last[end]!.length, piece: last[end]!})
  return pieces.reverse().flatMap(({at, piece}) =>
    piece.characters.map(({candidates, length, known}) => ({
      candidates,
      end: bytes[at + length - 1]!.at + 1,
      known: known ?? false,
    })),
  )
}

const lengthOf = (lead: number): number => (lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xc2 && lead < 0xe0 ? 2 : 1)

/** What may begin at a byte; a character that is whole leaves no choice. */
function piecesAt(bytes: readonly Byte[], i: number, context: Context): Piece[] {
  const [a, b, c, d] = [0, 1, 2, 3].map(k => bytes[i + k]?.value)
  if (a! >= 0 && a! < 0x80) return [whole(1, a!)]
  const length = lengthOf(a!)
  if (length === 2)
    return isTrail(b) ? [whole(2, (a! & 31) * 64 + (b! & 63))] : [lost(isMark(b) ? 2 : 1, COST.unmarked)]
  if (length === 3 && isTrail(b) && isTrail(c)) return [whole(3, codeOf(a!, b!, c!))]
  if (length === 3) return brokenAt(bytes, i, context)
  const isMarked = isMark(a)
  const rest = isMarked ? [b, c] : [a, b]
  const out: Piece[] = []
  // A character of its own right (繁 is B7 B1) is not what is left of another.
  const follows = isMarked || (bytes[i - 1]?.value ?? 0) >= 0x80
  if (follows && isTrail(rest[0]) && isTrail(rest[1]) && !isTrail(isMarked ? d : c)) {
    const candidates = plain(
      LEADS.map(lead => codeOf(lead, rest[0]!, rest[1]!)),
      context,
    )
    if (candidates[0] !== LOST)
      out.push(one(isMarked ? 3 : 2, isMarked ? COST.leadMarked : COST.leadUnmarked, candidates))
  }
  if (isMarked && isTrail(b) && !isTrail(c)) out.push(lost(2, COST.both))
  // A trail byte without its lead; a mark that is one of the text, or stands for a whole character.
  let run = 1
  while (!isMarked && isTrail(bytes[i + run]?.value)) run++
  out.push(a === MARK ? one(1, COST.alone, [0x3f]) : lost(run, COST.alone))
  return out
}

/** A lead byte whose trail bytes are not both there. */
function brokenAt(bytes: readonly Byte[], i: number, context: Context): Piece[] {
  const [a, b, c, d, e] = [0, 1, 2, 3, 4].map(k => bytes[i + k]?.value) as [number, ...(number | undefined)[]]
  const out: Piece[] = [lost(1, COST.alone)]
  if (isTrail(b)) {
    const marked = isMark(c)
    const next = c === GONE ? d : undefined
    out.push(
      one(
        marked ? 3 : 2,
        marked ? COST.marked : COST.unmarked,
        plain(
          TRAILS.filter(t => isLost(t, next, context)).map(t => codeOf(a, b!, t)),
          context,
        ),
      ),
    )
    if (marked && isTrail(d) && isTrail(e)) {
      const first = plain(
        TRAILS.filter(t => LEADS.some(lead => isLost(t, lead, context))).map(t => codeOf(a, b!, t)),
        context,
      )
      const second = plain(
        LEADS.map(lead => codeOf(lead, d!, e!)),
        context,
      )
      out.push({
        length: 5,
        cost: COST.across,
        characters: [
          {candidates: first, length: 3},
          {candidates: second, length: 5},
        ],
      })
    }
  } else if (isMark(b) && isTrail(c)) {
    const candidates = plain(
      TRAILS.filter(t => b === MARK || isLost(t, c, context)).map(t => codeOf(a, t, c!)),
      context,
    )
    out.push(one(3, COST.marked, candidates))
  } else if (isMark(b)) {
    // A pair that was given up whole, or one byte after the other.
    const pairs = TRAILS.flatMap(m => TRAILS.filter(t => m > 0x80 && isLost(m, t, context)).map(t => codeOf(a, m, t)))
    out.push(one(2, COST.both, plain(pairs, context)))
    if (isMark(c)) {
      const last = TRAILS.filter(t => c === MARK || isLost(t, d, context))
      const bytes = TRAILS.flatMap(m => last.filter(t => isLost(m, t, context)).map(t => codeOf(a, m, t)))
      out.push(one(3, COST.marked * 2, plain(bytes, context)))
    }
  }
  return out
}

const TRAILS = Array.from({length: 64}, (_, i) => 0x80 + i)
/** Of signs, Chinese characters and full-width forms. */
const LEADS = [0xe2, 0xe3, 0xe4, 0xe5, 0xe6, 0xe7, 0xe8, 0xe9, 0xef]

const codeOf = (lead: number, middle: number, trail: number): number =>
  (lead & 15) * 4096 + (middle & 63) * 64 + (trail & 63)

const isMark = (value: number | undefined): boolean => value === MARK || value === GONE

/** Whether a decoder gives a byte up before the next one: 80, what makes no pair with it, and what makes one of private use where these are gone. */
function isLost(byte: number, next: number | undefined, {gbk, gaps}: Context): boolean {
  if (byte === 0x80 || next === undefined || next < 0x40) return true
  const unit = gbk.charOf[byte * 256 + next]!
  return unit === 0 || unit === LOST || (gaps !== undefined && unit >= 0xe000 && unit <= 0xf8ff)
}

const whole = (length: number, unit: number): Piece => ({
  length,
  cost: 0,
  characters: [{candidates: [unit], length, known: true}],
})
const lost = (length: number, cost: number): Piece => one(length, cost, [LOST])
/** Where the bytes leave one character only, it is read. */
const one = (length: number, cost: number, candidates: readonly number[]): Piece => ({
  length,
  cost: candidates[0] === LOST ? Math.max(cost, COST.both) : cost,
  characters: [{candidates, length}],
})

/** Those of some characters that Chinese text may hold; what is lost where there is none. */
function plain(units: readonly number[], {language}: Context): number[] {
  const found = units.filter(
    unit => isPlain(unit) && (language.knows(unit) || isBracket(unit)) && !isWideAlphanumeric(unit),
  )
  return found.length > 0 ? found : [LOST]
}
