/** Short lines without a number → headings, where other text hangs on them. */
import {ARTICLE} from '../data/kinds.ts'
import type {Line} from '../line.ts'
import type {Piece, TextPiece} from './pieces.ts'
import type {Decision} from './search.ts'
import type {Placed} from './tree.ts'

const MOST = 30

/** Whether a line without a number may be a heading by its looks: short, a name, no sentence, no label, no date. */
export function looksLikeHeading(line: Line, text: string): boolean {
  if (line.heading > 0) return true
  if (text.length > MOST || NO_HEADING.test(text)) return false
  return /\p{Script=Han}.*\p{Script=Han}/u.test(text)
}
const NO_HEADING = /[。；，！？…、|_]|^[（(]|：.|.{12}：$|\d{4}年\d{1,2}月|[年月日]$/

/** Gives every piece its place: as a numbered clause, a heading without a number, or text. */
export function placeHeadings(text: string, cut: readonly Piece[], decisions: readonly (Decision | null)[]): Placed[] {
  const ahead = nextMarkers(cut, decisions)
  let depth = 0
  return cut.map((piece, i) => {
    const decision = decisions[i]?.reading ? decisions[i]! : null
    if (decision) depth = decision.depth + 1
    const place = decision || piece.kind === 'node' || !piece.short ? null : headingAt(text, cut, i, ahead[i]!, depth)
    return {piece, decision, heading: place === null ? null : {depth: place, level: levelOf(piece, cut[i + 1])}}
  })
}

/** The level of a heading that heads a table of contents, and of one that the format says nothing about. */
export const CONTENTS = 10
const UNMARKED = 9

function levelOf(piece: Piece, next: Piece | undefined): number {
  if (next?.kind === 'text' && next.listed) return CONTENTS
  return piece.kind === 'text' && piece.line.heading > 0 ? piece.line.heading : UNMARKED
}

/** For each piece the next marker before any other short line. */
function nextMarkers(cut: readonly Piece[], decisions: readonly (Decision | null)[]): (Decision | null)[] {
  const out = new Array<Decision | null>(cut.length).fill(null)
  let next: Decision | null = null
  for (let i = cut.length - 1; i >= 0; i--) {
    out[i] = next
    const piece = cut[i]!
    if (decisions[i]?.reading) next = decisions[i]!
    else if (piece.kind === 'text' && piece.short) next = null
  }
  return out
}

/** How many numbered levels stand above a heading; null when the short line is only text. */
function headingAt(
  text: string,
  cut: readonly Piece[],
  i: number,
  next: Decision | null,
  depth: number,
): number | null {
  const piece = cut[i] as TextPiece
  const marked = piece.line.heading > 0
  const after = cut[i + 1]
  if (after?.kind === 'text' && after.listed) return 0
  if (next) {
    const opens = next.reading!.number === 1 || next.fit === 'restart' || next.reading!.kind === ARTICLE
    if (opens && next.depth <= depth && (next.fit !== 'next' || marked || next.depth === 0)) return next.depth
  }
  if (!marked && !longAfter(text, cut, i)) return null
  return marked || !next ? Math.min(depth, next?.depth ?? depth) : null
}

/** Whether running text follows at once. */
function longAfter(text: string, cut: readonly Piece[], i: number): boolean {
  const next = cut[i + 1]
  if (next?.kind !== 'text' || next.readings.length > 0) return false
  const line = text.slice(next.start, next.end)
  return line.length >= 25 && /[。；：]$/.test(line)
}
