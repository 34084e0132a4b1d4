/** Blocks → the pieces that the outline orders: lines, cut where a marker may stand inside one. */
import type {Span} from '../text/span.ts'
import {cuts} from './inline.ts'
import type {Block, Line} from './line.ts'
import {type Reading, readings} from './markers.ts'

/** A stretch of running text that can be one clause or paragraph. */
export interface TextPiece extends Span {
  readonly kind: 'text'
  readonly line: Line
  /** False for what was cut out of the middle of a line. */
  readonly head: boolean
  readonly readings: readonly Reading[]
}
export type Piece = TextPiece | Extract<Block, {kind: 'node'}>

/**
 * @param gaps places inside lines where a second pass expects a marker
 */
export function pieces(text: string, blocks: readonly Block[], gaps: ReadonlySet<number>): Piece[] {
  const out: Piece[] = []
  for (const block of blocks) {
    if (block.kind === 'node') out.push(block)
    else addLine(text, block.line, gaps, out)
  }
  return out
}

function addLine(text: string, line: Line, gaps: ReadonlySet<number>, out: Piece[]): void {
  const {span} = line
  const whole = text.slice(span.start, span.end)
  const starts = cuts(whole)
  for (const gap of gaps) if (gap > span.start && gap < span.end) starts.push({at: gap - span.start, reject: 3})
  starts.sort((a, b) => a.at - b.at)
  let at = 0
  let price = Infinity
  for (const cut of [...starts, {at: whole.length, reject: 0}]) {
    if (cut.at <= at && cut.at < whole.length) continue
    const slice = whole.slice(at, cut.at).trimEnd()
    if (slice !== '') out.push(piece(line, span.start + at, slice, price))
    at = cut.at
    price = cut.reject
  }
}

function piece(line: Line, start: number, slice: string, price: number): TextPiece {
  const head = price === Infinity
  const found = readings(slice)
  return {
    kind: 'text',
    line,
    start,
    end: start + slice.length,
    head,
    readings: head ? found : found.map(r => ({...r, reject: Math.min(r.reject, price)})),
  }
}
