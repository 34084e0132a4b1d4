/** A gap in a sequence → the marker that it lacks, lost from a line that still stands. */

import {trimSpan} from '../../text/span.ts'
import {ARTICLE, KINDS} from '../data/kinds.ts'
import {byPrefix} from './decimals.ts'
import {type Gap, gaps} from './gaps.ts'
import {givenBack} from './given-back.ts'
import {isLed} from './lead.ts'
import type {Reading} from './reading.ts'
import type {Decision} from './search.ts'
import type {Placed} from './tree.ts'
import {isNamed} from './unnumbered.ts'

/**
 * Gives a parent back to a sequence that restarts inside a gap of one, and a number to the heading that lost it.
 * Done only where one place fits: what is doubtful stays a gap.
 */
export function implied(text: string, given: readonly Placed[]): readonly Placed[] {
  const placed = byPrefix(given)
  const cut = placed.map(p => p.piece)
  const decisions = placed.map(p => p.decision)
  const lost = new Map<number, Decision>()
  const moved = new Map<number, number>()
  for (const gap of gaps(text, cut, decisions)) {
    const at = gap.first === gap.last ? lostAt(text, placed, gap) : null
    if (at === null) continue
    lost.set(at, missing(gap.kind, gap.first, gap.depth))
    raise(placed, at, gap, moved)
  }
  for (const [at, first] of lostFirsts(placed, moved)) lost.set(at, first)
  for (const [at, last] of lostLasts(text, placed)) if (!lost.has(at)) lost.set(at, last)
  if (lost.size === 0) return placed
  return placed.flatMap((p, i) => {
    const here = moved.has(i) ? {...p, decision: {...p.decision!, depth: p.decision!.depth + moved.get(i)!}} : p
    const decision = lost.get(i)
    if (!decision || p.piece.kind !== 'text') return [here]
    if (!p.decision) return [{piece: p.piece, decision, heading: null}]
    return givenBack(decision, here, p.piece)
  })
}

/**
 * A sequence that opens at 2 where, up to there, another runs from 1 that elsewhere stands under it: its 1 is lost,
 * and what stands there belongs one level deeper.
 */
function lostFirsts(placed: readonly Placed[], moved: Map<number, number>): Map<number, Decision> {
  const firsts = new Map<number, Decision>()
  let under: ReadonlySet<number> | undefined
  for (let i = 0; i < placed.length; i++) {
    const {decision} = placed[i]!
    if (decision?.fit !== 'late' || decision.reading!.number !== 2) continue
    under ??= parentKinds(placed)
    const known = under
    const {kind} = decision.reading!
    const block: number[] = []
    for (let j = i - 1; j >= 0 && i - j < FAR; j--) {
      const before = placed[j]!.decision
      if (before && before.depth < decision.depth) break
      if (before) block.push(j)
    }
    const first = block.at(-1)
    if (first === undefined || !block.every(j => inside(placed[j]!.decision!, decision.depth, kind, known))) continue
    if (placed[first]!.decision!.reading!.number !== 1) continue
    const above = placed[first - 1]
    const headed = above?.piece.kind === 'text' && above.piece.short && !above.decision
    firsts.set(headed ? first - 1 : first, missing(kind, 1, decision.depth))
    for (const j of block) moved.set(j, 1)
  }
  return firsts
}

/**
 * A sequence that starts again in the middle of running clauses, with nothing that leads it in, under the last clause
 * of its parent's kind: the clause that it belongs to is lost, and comes next.
 */
function lostLasts(text: string, placed: readonly Placed[]): Map<number, Decision> {
  const lasts = new Map<number, Decision>()
  for (let i = 0; i < placed.length; i++) {
    const {decision} = placed[i]!
    if (decision?.fit !== 'restart' || decision.depth === 0 || isLedIn(text, placed[i - 1])) continue
    const parent = neighbour(placed, i, -1, decision.depth)
    const next = neighbour(placed, i, 1, decision.depth)
    if (!parent || parent.depth !== decision.depth - 1 || (next && next.depth >= parent.depth)) continue
    const {kind, number} = parent.reading!
    if (kind !== ARTICLE && !KINDS[kind]!.group) lasts.set(i, missing(kind, number + 1, parent.depth))
  }
  return lasts
}

const isLedIn = (text: string, before: Placed | undefined): boolean =>
  before?.piece.kind !== 'text' || before.piece.short || text[before.piece.end - 1] === '：'

/** The nearest marker before or after that stands above `depth`; undefined when there is none, or only far off. */
function neighbour(placed: readonly Placed[], from: number, step: 1 | -1, depth: number): Decision | undefined {
  for (let i = from + step; placed[i] && Math.abs(i - from) < FAR; i += step) {
    const {decision} = placed[i]!
    if (decision && decision.depth < depth) return decision
  }
  return undefined
}

/** So far a lost first or last is looked for. */
const FAR = 400

const inside = (d: Decision, depth: number, kind: number, under: ReadonlySet<number>): boolean =>
  d.depth > depth || under.has(d.reading!.kind * KINDS.length + kind)

/** Which kind stands right under which, anywhere on the page. */
function parentKinds(placed: readonly Placed[]): Set<number> {
  const out = new Set<number>()
  const stack: number[] = []
  for (const {decision} of placed) {
    if (!decision) continue
    const {kind} = decision.reading!
    stack.length = Math.min(stack.length, decision.depth)
    if (stack.length > 0) out.add(kind * KINDS.length + stack.at(-1)!)
    stack.push(kind)
  }
  return out
}

function missing(kind: number, number: number, depth: number): Decision {
  const reading: Reading = {kind, number, sub: [], prefix: 0, length: 0, reject: 0, accept: 0}
  return {reading, depth, fit: 'next', margin: 0.5, second: null}
}

/** The one restart that no other is beside or above; null when there are none or several. */
function outermost(placed: readonly Placed[], restarts: readonly number[]): number | null {
  const depths = restarts.map(i => placed[i]!.decision!.depth)
  const least = Math.min(...depths)
  const first = restarts[depths.indexOf(least)]
  return first !== undefined && depths.filter(d => d === least).length === 1 && first === restarts[0] ? first : null
}

/** Whether all from a restart on stands at its depth or below. */
function runsOn(placed: readonly Placed[], from: number, to: number): boolean {
  const {depth} = placed[from]!.decision!
  for (let i = from; i < to; i++) if ((placed[i]!.decision?.depth ?? depth) < depth) return false
  return true
}

/** What restarted deeper than right under the missing clause, with all that follows it there, moves up to it. */
function raise(placed: readonly Placed[], at: number, gap: Gap, moved: Map<number, number>): void {
  let by = 0
  for (let i = at; i < gap.to; i++) {
    const decision = placed[i]!.decision
    if (!decision) continue
    by ||= gap.depth + 1 - decision.depth
    if (by < 0) moved.set(i, by)
    else return
  }
}

/** What stands in a gap and may be where the missing clause begins; each is the index of a piece. */
interface Candidates {
  /** Where a list starts again, or another kind of list starts, right under the missing clause or deeper. */
  readonly restarts: readonly number[]
  /** Short lines and long ones without a marker. */
  readonly heads: readonly number[]
  readonly texts: readonly number[]
}

/** The piece that the missing clause begins at; null unless exactly one can be it. */
function lostAt(text: string, placed: readonly Placed[], gap: Gap): number | null {
  const found = candidates(text, placed, gap)
  if (!found) return null
  const {restarts, heads, texts} = found
  const outer = outermost(placed, restarts)
  if (outer !== null) {
    if (!runsOn(placed, outer, gap.to)) return null
    return heads.includes(outer - 1) ? outer - 1 : outer
  }
  const before = placed[gap.from]!
  const head = heads.length === 1 ? heads[0]! : null
  if (restarts.length > 0)
    return head !== null && head < restarts[0]! && isHeading(text, before) ? head : overRestart(text, placed, restarts)
  if (head !== null) return KINDS[gap.kind]!.group || isHeading(text, before) ? head : null
  const [only, more] = texts
  return heads.length === 0 && only !== undefined && more === undefined && alike(text, before, placed[only]!)
    ? only
    : null
}

/** What may begin the missing clause; null when a marker in the gap stands at its level or above. */
function candidates(text: string, placed: readonly Placed[], gap: Gap): Candidates | null {
  const restarts: number[] = []
  const heads: number[] = []
  const texts: number[] = []
  let childKind = -1
  for (let i = gap.from + 1; i < gap.to; i++) {
    const {piece, decision} = placed[i]!
    if (!decision) {
      if (piece.kind !== 'text') continue
      if (!piece.short) texts.push(i)
      else if (!isNamed(text.slice(piece.start, piece.end))) heads.push(i)
      continue
    }
    if (decision.depth <= gap.depth) return null
    const {kind, number} = decision.reading!
    const child = decision.depth === gap.depth + 1
    const other = child && number === 1 && (childKind < 0 ? !leads(text, placed, i, gap) : kind !== childKind)
    if (decision.fit === 'restart' || other) restarts.push(i)
    if (child) childKind = kind
  }
  return {restarts, heads, texts}
}

const MOST_HEAD = 40

/** The one short line that a list starts again under, in the style of the first list. */
function overRestart(text: string, placed: readonly Placed[], restarts: readonly number[]): number | null {
  const {depth} = placed[restarts[0]!]!.decision!
  let first = restarts[0]! - 1
  while (first > 0 && restarts[0]! - first < FAR && placed[first]!.decision?.depth !== depth) first--
  const kind = placed[first]?.decision?.reading?.kind
  const over = restarts.filter(i => {
    const {piece, decision} = placed[i - 1]!
    if (decision || piece.kind !== 'text' || placed[i]!.decision!.reading!.kind !== kind) return false
    const line = text.slice(piece.start, piece.end)
    return line.length <= MOST_HEAD && !/[：，；]$/.test(line) && !isNamed(line)
  })
  return over.length === 1 ? over[0]! - 1 : null
}

/** Whether a list has a lead: an article that has items says so, in a line that ends in a colon. */
function leads(text: string, placed: readonly Placed[], first: number, gap: Gap): boolean {
  const {piece} = placed[first - 1]!
  return gap.kind !== ARTICLE || piece.kind !== 'text' || text[piece.end - 1] !== '。'
}

/** Whether two lines are built alike: both open with a heading sentence, or both are items that end in ；. */
function alike(text: string, a: Placed, b: Placed): boolean {
  if (a.piece.kind !== 'text' || b.piece.kind !== 'text') return false
  const one = trimSpan(text, {start: a.piece.start + (a.decision?.reading?.length ?? 0), end: a.piece.end})
  if (text[one.end - 1] === '；' && text[b.piece.end - 1] === '；') return true
  return isLed(text, one) && isLed(text, b.piece)
}

/** Whether the clause before the gap is a heading on a line of its own, as the one that is missing then is. */
function isHeading(text: string, {piece}: Placed): boolean {
  return piece.kind === 'text' && piece.end - piece.start <= 40 && !/[。；]/.test(text.slice(piece.start, piece.end))
}
