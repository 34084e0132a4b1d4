/** Where a line may go out of step: a cheap look ahead, and the stretches of the line that are worth a search. */
import type {Span} from '../../text/span.ts'
import {type Context, isForeign, isSplitter, lineEnd, pairOf, WIDE_LEAD, wideDigit} from './step.ts'
import type {Token} from './tokens.ts'

/** How many tokens a glance looks ahead, and what it must reach (natural logarithm). */
const GLANCE = 5
const HOPELESS = -6
/** What a gap costs there. */
const GAP = 3

/** How many tokens around a place where the text may be out of step are searched, too. */
const AROUND = 6

/** Whether a half character before this token would have vanished: at the end of a piece, or before ASCII. */
export const endsPiece = (token: Token | undefined): boolean =>
  token?.kind !== 'unit' || token.unit < 0x40 || isSplitter(token.unit)

/** Whether the text may go out of step at a token: it was cut in front of it, and what follows reads well one byte late. */
export function opens(line: readonly Token[], at: number, context: Context): boolean {
  const {unit, kind} = line[at]!
  if (context.isMarked) return kind === 'half' || kind === 'gone'
  // An author repeats a mark (!!!); the damage has no way to.
  if (!isSplitter(unit) || line[at - 1]?.unit === unit || line[at + 1]?.unit === unit) return false
  const lead = pairOf(context.gbk, unit) & 255
  const next = line[at + 1]
  // 、 and 。 leave the lead byte of a sign, ， that of a rare character: neither stands alone.
  if (endsPiece(next)) return lead !== 0xa2 && lead !== 0xa3 && lead !== 0xac
  if (next!.unit < 0x80) return context.character(lead, next!.unit) > 0 || context.character(lead, 0xa3) > 0
  return gain(line, at + 1, lead, context) > HOPELESS
}

/** A digit of the number of a list item that is full width, at the start of a line. */
const itemDigit = (lead: number, trail: number): number => (lead === WIDE_LEAD ? wideDigit(trail) : 0)

/** How much likelier the next tokens are one byte late than as they stand, as far as both are plain. */
function gain(line: readonly Token[], from: number, lead: number, context: Context): number {
  const {gbk, language, character, gaps} = context
  let pending = lead
  let sum = 0
  let a = lineEnd(context)
  let b = a
  let y = a
  let z = a
  for (let at = from; at < line.length && at < from + GLANCE; at++) {
    const {kind, unit} = line[at]!
    if (kind !== 'unit' || unit < 0x80 || isSplitter(unit)) return sum
    const pair = gbk.pairOf[unit]!
    const shifted =
      pair && pending > 0 ? character(pending, pair >> 8) || (at === 1 ? itemDigit(lead, pair >> 8) : 0) : 0
    if (shifted === 0) {
      // What a gap has cut off tells nothing; behind it the text goes on one byte late.
      if (!gaps || pair === 0) return Number.NEGATIVE_INFINITY
      sum -= GAP
      a = b = y = z = lineEnd(context)
      pending = pair & 255
      if (pending < 0x80) return sum
      continue
    }
    const c = language.id(shifted)
    const x = language.id(unit)
    sum += language.log(a, b, c) - language.log(y, z, x)
    a = b
    b = c
    y = z
    z = x
    pending = pair & 255
    if (pending < 0x80) return sum
  }
  return sum
}

/**
 * The stretches of a line, as spans of tokens, that may be out of step, each with what stands around it. Out of step the
 * text stays to the end of the piece at most; one piece more is taken, since a sign may be one by accident.
 */
export function suspects(line: readonly Token[], indented: boolean, context: Context): Span[] {
  const out: Span[] = []
  for (let at = 0; at < line.length; at++) {
    const {kind, unit} = line[at]!
    const starts = at === 0 && indented && isSplitter(unit)
    if (!starts && kind !== 'cut' && !isForeign(unit) && !opens(line, at, context)) continue
    const start = Math.max(0, at - AROUND)
    const last = out.at(-1)
    // The end of the piece is known already where the last stretch goes on.
    const known = last && at + 1 < last.end - AROUND ? last.end : 0
    const end = known || Math.min(line.length, pieceEnd(line, pieceEnd(line, at + 1) + 1) + AROUND)
    if (last && start <= last.end) out[out.length - 1] = {start: last.start, end: Math.max(end, last.end)}
    else out.push({start, end})
  }
  return out
}

function pieceEnd(line: readonly Token[], from: number): number {
  let at = from
  while (at < line.length && !endsPiece(line[at])) at++
  return at
}
