/** The lines of one document → its tree of clauses, whatever numbering the author chose. */
import type {Leaf, Node} from '../../model/document.ts'
import type {Draft, DraftDiagnostic} from '../../model/stages.ts'
import {type Span, cut as slice} from '../../text/span.ts'
import {ARABIC, INNER, ORDINAL} from '../data/kinds.ts'
import type {Block} from '../line.ts'
import {whole} from './broken.ts'
import {glued} from './gaps.ts'
import {addHeadings} from './headings.ts'
import {inlineArticles} from './inline-articles.ts'
import {itemsIn} from './items.ts'
import {addLeads} from './leads.ts'
import {type Piece, pieces, type TextPiece} from './pieces.ts'
import type {Reading} from './reading.ts'
import {implied} from './recover.ts'
import {type Decision, search, type Token} from './search.ts'
import {sequences} from './sequences.ts'
import {grow, type Open} from './tree.ts'
import {placeHeadings} from './unnumbered.ts'

/** What steers the outline of one document. */
export interface OutlineOptions {
  /** The page holds a part of the document: its first sequences may open above 1, and no ancestors are invented. */
  readonly fragment: boolean
  /** A circular of Hong Kong, whose first paragraph bears no number: the next is 2. */
  readonly circular?: boolean
  /** Where the text was repaired, in order. */
  readonly repaired: readonly Span[]
}

/**
 * Orders the blocks of one document.
 * @param text the whole page; all spans index into it
 * @returns nodes without ids, cites and hashes (see `identify`), and what was odd about the numbering
 */
export function outline(
  text: string,
  blocks: readonly Block[],
  {fragment, circular = false, repaired}: OutlineOptions,
): {children: Draft<Node>[]; diagnostics: DraftDiagnostic[]} {
  const {kept, rest} = within(text, whole(text, blocks))
  let cut = pieces(text, kept, [])
  let decisions = decide(text, cut, fragment)
  const found = [...new Set([...glued(text, cut, decisions), ...inlineArticles(text, cut, decisions)])].sort(
    (a, b) => a - b,
  )
  if (found.length > 0) {
    cut = pieces(text, kept, found)
    decisions = decide(text, cut, fragment)
  }
  const placed = implied(text, placeHeadings(text, cut, decisions))
  const {children, opens} = grow(text, placed, repaired)
  addHeadings(text, opens)
  addLeads(text, opens, children)
  for (const open of opens) addItems(text, open)
  finish(text, children)
  const diagnostics = sequences(
    opens,
    found,
    fragment || circular || blocks.some(block => block.kind === 'node' && block.node.type === 'table'),
  )
  if (rest) {
    children.push(rest)
    diagnostics.push(beyond(rest))
  }
  return {children, diagnostics}
}

/** Lines that one document may have. The longest codes have some thousands; what is beyond stays one paragraph. */
const MOST_BLOCKS = 120_000

function within(text: string, blocks: readonly Block[]): {kept: readonly Block[]; rest: Draft<Leaf> | null} {
  const next = blocks[MOST_BLOCKS]
  if (!next) return {kept: blocks, rest: null}
  const last = blocks.at(-1)!
  const start = next.kind === 'line' ? (next.line.marks[0] ?? next.line.span).start : next.node.span.start
  const span = {start, end: last.kind === 'line' ? last.line.span.end : last.node.span.end}
  const rest = {type: 'paragraph' as const, id: '', text: text.slice(span.start, span.end), span}
  return {kept: blocks.slice(0, MOST_BLOCKS), rest}
}

const beyond = ({span}: Draft<Leaf>): DraftDiagnostic => ({
  code: 'structure/limit',
  level: 'warning',
  message: `Unexpected line ${MOST_BLOCKS + 1} of one document, expected no more; the rest is one paragraph`,
  span,
})

/** The decision about each piece; null where there is nothing to decide. */
function decide(text: string, cut: readonly Piece[], fragment: boolean): (Decision | null)[] {
  const tokens: Token[] = []
  const decimal = decimals(cut) >= FEW_DECIMALS
  const counted = bareRun(cut)
  const pointed = hasPoints(cut)
  const weigh = (reading: Reading, next: Piece | undefined): Reading => {
    if (reading.kind === ORDINAL) return pointed ? reading : {...reading, reject: 0, accept: 2}
    if (reading.bare === 'measured') return decimal && opensDecimals(next, reading.number) ? surely(reading) : reading
    if (reading.bare === 'glued') return decimal ? surely(reading) : reading
    return counted || (decimal && reading.bare === 'name') ? surely(reading) : reading
  }
  const inner = innerLists(text, cut)
  let before: Piece | undefined
  for (const [i, piece] of cut.entries()) {
    if (piece.kind === 'text' && piece.readings.length > 0)
      tokens.push({
        readings: withInner(
          piece.readings.map(reading => weigh(reading, cut[i + 1])),
          piece.start,
          inner,
        ),
        opened: before?.kind === 'text' && opens(text, before),
        headed: before?.kind === 'text' && before.short,
        quoted: piece.quoted,
      })
    before = piece
  }
  const decisions = search(tokens, fragment)
  let at = 0
  return cut.map(piece => (piece.kind === 'text' && piece.readings.length > 0 ? decisions[at++]! : null))
}

/**
 * Where a list of 1. may open inside a clause of that style: under a lead that ends in a colon, where the list before had
 * none. What counts on may belong to either list.
 */
function innerLists(text: string, cut: readonly Piece[]): ReadonlySet<number> {
  const found = new Set<number>()
  let listed = false
  let led = false
  for (let i = 0; i < cut.length; i++) {
    const piece = cut[i]!
    if (piece.kind !== 'text') continue
    const first = piece.readings.find(({kind}) => kind === ARABIC)
    if (!first) continue
    if (first.number === 1) {
      const before = cut[i - 1]
      const leads = before?.kind === 'text' && !before.short && text[before.end - 1] === '：'
      if (listed && leads && !led) found.add(piece.start)
      else led = leads
    }
    listed = true
  }
  return found
}

function withInner(found: readonly Reading[], at: number, inner: ReadonlySet<number>): readonly Reading[] {
  if (inner.size === 0) return found
  return found.flatMap(reading => {
    if (reading.kind !== ARABIC || reading.bare) return [reading]
    if (reading.number === 1 && !inner.has(at)) return [reading]
    const [outer, own] = reading.number === 1 ? [0, OPENS_INNER] : [LEAVES_INNER, 0]
    return [
      {...reading, accept: reading.accept + outer},
      {...reading, kind: INNER, accept: reading.accept + own},
    ]
  })
}
const OPENS_INNER = 0.3
/** Of two lists that both come to 3 next the inner one goes on. */
const LEAVES_INNER = 0.05

/** So many markers like 1.1 make a bare `1 总则` a marker too. */
const FEW_DECIMALS = 3
function decimals(cut: readonly Piece[]): number {
  let count = 0
  for (const piece of cut)
    if (piece.kind === 'text' && piece.readings.some(r => r.prefix !== 0 && r.reject >= 1.8)) count++
  return count
}
/** Whether a piece is 2.1, which 2组织体系 stands over. */
const opensDecimals = (piece: Piece | undefined, number: number): boolean =>
  piece?.kind === 'text' && piece.readings.some(r => r.prefix !== 0 && r.number === number && r.sub.join('.') === '1')

const surely = (reading: Reading): Reading => (reading.bare ? {...reading, reject: 2.6, accept: 0} : reading)

/** So many numbers without a sign, each one more than the last, count: 1 完成…, 2 修订…, through all headings. */
const FEW_BARE = 4
function bareRun(cut: readonly Piece[]): boolean {
  let last = 0
  let steps = 0
  let all = 0
  for (const piece of cut) {
    const bare =
      piece.kind === 'text' ? piece.readings.find(({bare}) => bare === 'name' || bare === 'sentence') : undefined
    if (!bare) continue
    all++
    if (bare.number === last + 1) steps++
    last = bare.number
  }
  return steps >= FEW_BARE && steps >= 0.75 * all
}

/** 第一、 alone opens a sentence; with 第二、 on a line of its own after it, both are points. */
function hasPoints(cut: readonly Piece[]): boolean {
  let last = 0
  for (const piece of cut) {
    const point = piece.kind === 'text' ? piece.readings.find(({kind}) => kind === ORDINAL) : undefined
    if (point && point.number === last + 1 && last > 0) return true
    if (point) last = point.number
  }
  return false
}

/** Whether a sequence may start again after this line: a heading, or the lead of a list. */
const opens = (text: string, before: TextPiece): boolean =>
  before.short || (before.readings.length === 0 && text[before.end - 1] === '：')

function addItems(text: string, open: Open): void {
  for (const part of open.clause.body) for (const item of itemsIn(text, part.span)) open.clause.items.push(item)
}

const textOf = (text: string, [first, ...rest]: readonly {readonly span: Span}[]): string =>
  first ? rest.reduce((all, {span}) => `${all}\n${slice(text, span)}`, slice(text, first.span)) : ''

/** Texts and spans that depend on what hangs below; children come after their parents in `opens`, so from the end. */
function finish(text: string, children: readonly Draft<Node>[]): void {
  const order: Draft<Node>[] = [...children]
  for (let i = 0; i < order.length; i++) {
    const node = order[i]!
    if (node.type === 'clause') for (const child of node.children) order.push(child)
  }
  for (const node of order.reverse()) {
    if (node.type === 'paragraph') {
      const items = itemsIn(text, node.span)
      if (items.length > 0) node.items = [...items]
    }
    if (node.type !== 'clause') continue
    node.text = textOf(text, node.body)
    const end = Math.max(
      node.span.end,
      node.heading?.span.end ?? 0,
      node.body.at(-1)?.span.end ?? 0,
      node.children.at(-1)?.span.end ?? 0,
    )
    node.span = {start: node.span.start, end}
  }
}
