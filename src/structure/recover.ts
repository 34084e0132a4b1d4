/** A gap in a sequence → the marker that it lacks: glued into a line between, or lost from a line that still stands. */

import {KINDS, type Kind} from './data/kinds.ts'
import {type Reading, readings} from './markers.ts'
import type {Piece} from './pieces.ts'
import type {Decision} from './search.ts'
import type {Placed} from './tree.ts'

/** Where a sequence jumps: between two pieces, from one number to another. */
interface Gap {
  readonly from: number
  readonly to: number
  readonly kind: number
  readonly depth: number
  readonly first: number
  readonly last: number
}

const MOST_MISSING = 4

/** The gaps of the best reading, each between two markers of one kind and depth. */
function gaps(cut: readonly Piece[], decisions: readonly (Decision | null)[]): Gap[] {
  const out: Gap[] = []
  const latest = new Map<number, {index: number; number: number}>()
  for (let i = 0; i < cut.length; i++) {
    const d = decisions[i]
    if (!d?.reading || d.reading.sub.length > 0) continue
    const {kind, number} = d.reading
    const before = latest.get(kind)
    if (before && d.fit === 'gap' && number > before.number + 1 && number - before.number - 1 <= MOST_MISSING)
      out.push({from: before.index, to: i, kind, depth: d.depth, first: before.number + 1, last: number - 1})
    latest.set(kind, {index: i, number})
  }
  return out
}

/** Where, inside the lines that a gap spans, the missing markers stand after the end of a sentence. */
export function glued(text: string, cut: readonly Piece[], decisions: readonly (Decision | null)[]): number[] {
  const out: number[] = []
  for (const gap of gaps(cut, decisions)) {
    let expected = gap.first
    for (let i = gap.from; i < gap.to && expected <= gap.last; i++) {
      const piece = cut[i]!
      if (piece.kind !== 'text') continue
      for (const at of ends(text, piece.start, piece.end)) {
        const found = readings(text.slice(at, Math.min(at + 40, piece.end))).find(r => r.kind === gap.kind)
        if (found?.number !== expected || found.accept > 0) continue
        out.push(at)
        expected++
      }
    }
  }
  return out.sort((a, b) => a - b)
}

/** The places after the ends of sentences, white space passed over. */
function* ends(text: string, start: number, end: number): Generator<number> {
  for (const m of text.slice(start, end).matchAll(/[。；！？”）][ \u3000]{0,4}(?=[^ \u3000。；！？”）])/g))
    yield start + m.index + m[0].length
}

/**
 * Gives a parent back to a sequence that restarts inside a gap of one, and a number to the heading that lost it.
 * Done only where one place fits: what is doubtful stays a gap.
 */
export function implied(text: string, placed: Placed[], decisions: readonly (Decision | null)[]): Placed[] {
  const found = new Map<number, Placed>()
  const cut = placed.map(p => p.piece)
  for (const gap of gaps(cut, decisions)) {
    if (gap.first !== gap.last) continue
    const at = lostAt(text, placed, gap)
    const piece = at === null ? undefined : cut[at]
    if (at === null || piece?.kind !== 'text') continue
    const whole = placed[at]!.decision === null
    const lost = whole ? piece : {...piece, end: piece.start}
    found.set(at, {piece: lost, decision: missing(gap), heading: null})
  }
  if (found.size === 0) return placed
  return placed.flatMap((p, i) => {
    const lost = found.get(i)
    if (!lost) return [p]
    return p.decision ? [lost, p] : [lost]
  })
}

function missing(gap: Gap): Decision {
  const reading: Reading = {kind: gap.kind, number: gap.first, sub: [], prefix: 0, length: 0, reject: 0, accept: 0}
  return {reading, depth: gap.depth, fit: 'next', margin: 0.5, second: null}
}

/** The piece that the missing clause begins at; null unless exactly one can be it. */
function lostAt(text: string, placed: readonly Placed[], gap: Gap): number | null {
  const restarts: number[] = []
  const heads: number[] = []
  for (let i = gap.from + 1; i < gap.to; i++) {
    const {piece, decision} = placed[i]!
    if (decision && decision.depth <= gap.depth) return null
    if (decision?.depth === gap.depth + 1 && decision.fit === 'restart') restarts.push(i)
    if (!decision && piece.kind === 'text' && piece.short) heads.push(i)
  }
  if (restarts.length === 1) return heads.includes(restarts[0]! - 1) ? restarts[0]! - 1 : restarts[0]!
  if (restarts.length > 1 || heads.length !== 1) return null
  const kind: Kind = KINDS[gap.kind]!
  return kind.group || isHeading(text, placed[gap.from]!) ? heads[0]! : null
}

/** Whether the clause before the gap is a heading on a line of its own, as the one that is missing then is. */
function isHeading(text: string, {piece}: Placed): boolean {
  return piece.kind === 'text' && piece.end - piece.start <= 40 && !/[。；]/.test(text.slice(piece.start, piece.end))
}
