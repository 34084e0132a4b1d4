/** Blocks → the pieces that the outline orders: lines, cut where a marker may stand inside one. */
import type {Span} from '../../text/span.ts'
import type {Block, Line} from '../line.ts'
import {contents} from './contents.ts'
import {type Cut, cuts} from './inline.ts'
import {readings} from './markers.ts'
import {quotedLines} from './quotes.ts'
import type {Reading} from './reading.ts'
import {looksLikeHeading} from './unnumbered.ts'

/** The price of leaving whole a line that holds the very marker a sequence lacks. */
const SURE = 3
const NONE: readonly Reading[] = []

/** A stretch of running text that can be one clause or paragraph. */
export interface TextPiece extends Span {
  readonly kind: 'text'
  readonly line: Line
  /** False for what was cut out of the middle of a line. */
  readonly head: boolean
  readonly readings: readonly Reading[]
  /** Its head stands in a quotation that opened on an earlier line. */
  readonly quoted: boolean
  /** An entry of a table of contents. */
  readonly listed: boolean
  /** A short line without a number, which may be a heading. */
  readonly short: boolean
  /** A heading by the table of contents, which numbers it: over the names of others, or not. */
  readonly named?: 'outer' | 'inner'
}
export type Piece = TextPiece | Extract<Block, {kind: 'node'}>

/**
 * @param glued places inside lines, in order, where a second pass expects a marker
 */
export function pieces(text: string, blocks: readonly Block[], glued: readonly number[]): Piece[] {
  const out: Piece[] = []
  const quoted = quotedLines(blocks)
  let g = 0
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!
    if (block.kind === 'node') {
      out.push(block)
      continue
    }
    const {start, end} = block.line.span
    while (g < glued.length && glued[g]! <= start) g++
    const first = g
    while (g < glued.length && glued[g]! < end) g++
    const own = cuts(block.line)
    const places = g > first ? [...glued.slice(first, g).map(at => ({at: at - start, reject: SURE})), ...own] : own
    if (places.length > 0) addPieces(block.line, places, quoted[i] === 1, out)
    else out.push(piece(block.line, start, block.line.text, Infinity, quoted[i] === 1))
  }
  const {listed, named} = contents(text, out)
  const cells = figures(text, out)
  if (listed.size === 0 && cells.size === 0) return out
  return out.map((p, i) => {
    if (p.kind !== 'text') return p
    if (listed.has(i)) return {...p, readings: NONE, listed: true, short: false}
    const name = named.get(i)
    if (name) return {...p, short: true, named: name}
    return cells.has(i) ? {...p, readings: NONE, short: false} : p
  })
}

const FIGURE = /^[<>≤≥＜＞~±-]?\d{1,6}(?:[.．]\d{1,4})?[%％]?$/
const POINTED = /^\d{1,3}[.．]\d{1,3}$/
/** 4.7 over 5.0: figures alone on lines in a row, one of them with a point, are what is left of the cells of a table. */
function figures(text: string, all: readonly Piece[]): ReadonlySet<number> {
  const found = new Set<number>()
  const isFigure = (p: Piece | undefined): boolean =>
    p?.kind === 'text' && p.end - p.start <= 12 && FIGURE.test(text.slice(p.start, p.end))
  for (let i = 0; i < all.length; i++) {
    if (!isFigure(all[i])) continue
    let to = i
    while (isFigure(all[to])) to++
    const run = all.slice(i, to)
    if (run.length > 1 && run.every(p => p.kind === 'text' && POINTED.test(text.slice(p.start, p.end))))
      for (let j = i; j < to; j++) found.add(j)
    i = to - 1
  }
  return found
}

/** The pieces of a line that may be cut. */
function addPieces(line: Line, places: readonly Cut[], quoted: boolean, out: Piece[]): void {
  const {span, text: whole} = line
  const starts = places.toSorted((a, b) => a.at - b.at)
  let at = 0
  let price = Infinity
  for (const cut of [...starts, {at: whole.length, reject: 0}]) {
    if (cut.at <= at && cut.at < whole.length) continue
    const slice = whole.slice(at, cut.at).trimEnd()
    if (slice !== '') out.push(piece(line, span.start + at, slice, price, quoted && at === 0))
    at = cut.at
    price = cut.reject
  }
}

function piece(line: Line, start: number, slice: string, price: number, quoted: boolean): TextPiece {
  const head = price === Infinity
  const found = readings(slice)
  const short = head && found.length === 0 && looksLikeHeading(line, slice)
  return {
    kind: 'text',
    line,
    start,
    end: start + slice.length,
    head,
    readings: head || found.length === 0 ? found : found.map(r => ({...r, reject: Math.min(r.reject, price)})),
    quoted,
    listed: false,
    short,
  }
}
