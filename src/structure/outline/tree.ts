/** Pieces with a decision each → the tree: every piece becomes a clause, a part of one, or a paragraph. */
import type {Clause, Leaf, Node} from '../../model/document.ts'
import type {Draft} from '../../model/stages.ts'
import type {Span} from '../../text/span.ts'
import {DASH, KINDS} from '../data/kinds.ts'
import {label} from './cite.ts'
import {closeBeside, closeEnded} from './home.ts'
import type {Piece, TextPiece} from './pieces.ts'
import type {Decision} from './search.ts'
import {CONTENTS} from './unnumbered.ts'

/** A clause while the tree grows. */
export interface Open {
  readonly clause: Draft<Clause>
  /** Index in KINDS; -1 without a number. */
  readonly kind: number
  /** Numbered levels above it. */
  readonly depth: number
  /** Of a heading without a number: what the format says, 1 to 6; 9 when it says nothing. */
  readonly level: number
  /** What the format says of any clause, 1 to 6; 0 when it says nothing. */
  readonly marked: number
  readonly parent: Open | null
  /** The clause before it under the same parent. */
  before: Open | null
  /** The last clause under it. */
  last: Open | null
  readonly fit: Decision['fit'] | null
  /** By how much its reading was better than the next, and what that was. */
  readonly margin: number
  readonly second: Decision['second']
  /** Follows a paragraph among the children of its parent: a new list may start at 1 there. */
  led: boolean
  /** The text after the marker on its line; empty for a marker alone. */
  first: Span
}

/** What `outline` decided about a piece. */
export interface Placed {
  readonly piece: Piece
  /** Null for text and nodes. */
  readonly decision: Decision | null
  /** An unnumbered heading: how many numbered levels stand above it. */
  readonly heading: {readonly depth: number; readonly level: number} | null
}

export interface Tree {
  readonly children: Draft<Node>[]
  /** All clauses in reading order. */
  readonly opens: readonly Open[]
}
interface Growing extends Tree {
  readonly opens: Open[]
  /** The last clause under none. */
  last: Open | null
  /** How many dashes each parent has so far. */
  readonly dashes: Map<Open | null, number>
}

/** Builds the tree. Text that follows a clause is a part of its body, or a paragraph after its sub-clauses. */
export function grow(text: string, placed: readonly Placed[], repaired: readonly Span[]): Tree {
  const tree: Growing = {children: [], opens: [], last: null, dashes: new Map()}
  const stack: Open[] = []
  let repair = 0
  const ahead = depthsAhead(placed)
  for (let i = 0; i < placed.length; i++) {
    const {piece, decision, heading} = placed[i]!
    if (piece.kind === 'node') {
      attach(tree, stack.at(-1), piece.node)
      continue
    }
    if (!piece.listed && stack.at(-1)?.level === CONTENTS) stack.pop()
    if (decision?.reading) {
      while (repair < repaired.length && repaired[repair]!.end <= piece.start) repair++
      const touched = repair < repaired.length && repaired[repair]!.start < piece.start + decision.reading.length
      close(stack, decision.depth)
      closeBeside(text, stack, decision)
      push(tree, stack, numbered(text, piece, decision, stack, touched))
    } else if (heading) {
      closeHeadings(stack, heading.depth, heading.level)
      push(tree, stack, unnumbered(piece, stack.at(-1) ?? null, heading.level))
    } else addText(text, tree, stack, piece, ahead[i]!)
  }
  return tree
}

/** For each piece how deep the next clause stands; -1 when none follows. */
function depthsAhead(placed: readonly Placed[]): Int8Array {
  const out = new Int8Array(placed.length)
  let next = -1
  for (let i = placed.length - 1; i >= 0; i--) {
    out[i] = next
    const {decision, heading} = placed[i]!
    next = decision?.depth ?? heading?.depth ?? next
  }
  return out
}

/** Closes levels until `depth` numbered ones are left, with the unnumbered heading that stands right below them. */
function close(stack: Open[], depth: number): void {
  while (stack.length > 0 && stack.at(-1)!.depth > depth) stack.pop()
  while (stack.length > 0 && stack.at(-1)!.depth === depth && stack.at(-1)!.kind >= 0) stack.pop()
}

/**
 * A new unnumbered heading closes its like. One that the format marks up closes what the format puts beside or below
 * it, numbered or not; where it marks nothing else, its place is what the numbers around it say.
 */
function closeHeadings(stack: Open[], depth: number, level: number): void {
  const beside = stack.findIndex(open => open.marked > 0 && open.marked >= level)
  if (level <= LOWEST && beside >= 0) {
    stack.length = beside
    return
  }
  close(stack, depth)
  while (stack.length > 0 && stack.at(-1)!.kind < 0 && stack.at(-1)!.depth === depth && stack.at(-1)!.level >= level)
    stack.pop()
}
/** The lowest heading that a format knows: `######`. */
const LOWEST = 6

function push(tree: Growing, stack: Open[], open: Open): void {
  if (open.kind === DASH) open.clause.marker!.number = nextDash(tree, open.parent)
  open.led = open.parent?.clause.children.at(-1)?.type === 'paragraph'
  const home = open.parent ?? tree
  open.before = home.last
  home.last = open
  attach(tree, stack.at(-1), open.clause)
  stack.push(open)
  tree.opens.push(open)
}

/** A dash has no number of its own: its place among its siblings is. */
function nextDash(tree: Growing, parent: Open | null): number {
  const number = (tree.dashes.get(parent) ?? 0) + 1
  tree.dashes.set(parent, number)
  return number
}

function attach(tree: Tree, parent: Open | undefined, node: Draft<Node>): void {
  // A list that grows from nothing gets room for sixteen more, and most clauses have one child.
  if (!parent) tree.children.push(node)
  else if (parent.clause.children.length === 0) parent.clause.children = [node]
  else parent.clause.children.push(node)
}

const blank = (span: Span): Draft<Clause> => ({
  type: 'clause',
  id: '',
  cite: '',
  level: 1,
  marker: null,
  heading: null,
  body: [],
  text: '',
  items: [],
  evidence: 'observed',
  confidence: 1,
  hash: '',
  children: [],
  span,
})

function numbered(
  text: string,
  piece: TextPiece,
  decision: Decision,
  parents: readonly Open[],
  touched: boolean,
): Open {
  const parent = parents.at(-1) ?? null
  const reading = decision.reading!
  const clause = blank({start: piece.start, end: piece.end})
  const end = piece.start + reading.length
  clause.marker = {
    raw: text.slice(piece.start, end),
    style: KINDS[reading.kind]!.style,
    number: reading.number,
    sub: reading.sub.slice(),
    span: {start: piece.start, end},
  }
  if (piece.head) addMarks(clause, piece)
  clause.evidence = reading.length === 0 ? 'implied' : !piece.head ? 'recovered' : touched ? 'repaired' : 'observed'
  clause.confidence = confidence(decision.margin)
  const {second} = decision
  if (second) clause.alternatives = [second.reading ? otherPlace(clause, parents, second.depth) : 'paragraph']
  return {
    clause,
    kind: reading.kind,
    depth: decision.depth,
    level: 0,
    marked: piece.head ? piece.line.heading : 0,
    parent,
    before: null,
    last: null,
    fit: decision.fit,
    margin: decision.margin,
    second: decision.second,
    led: false,
    first: afterSpace(text, end, piece.end),
  }
}

/** Where else a marker may stand, as far up as the open clauses tell: `一、（二）3`. */
function otherPlace(clause: Draft<Clause>, parents: readonly Open[], depth: number): string {
  const above = parents.filter(open => open.kind >= 0 && open.depth < depth)
  return [...above.map(open => label(open.clause)), label(clause)].join('')
}

function addMarks(clause: Draft<Clause>, piece: TextPiece): void {
  const {marks} = piece.line
  if (marks.length === 0) return
  clause.marks = marks.map(span => ({span}))
  clause.span = {start: Math.min(clause.span.start, marks[0]!.start), end: clause.span.end}
}

/** The margin to the next best reading as a number from 0.5 (none) to 1 (2.5 and more). */
const confidence = (margin: number): number => Math.round(100 * Math.min(1, 0.5 + margin / 5)) / 100

function afterSpace(text: string, start: number, end: number): Span {
  const slice = text.slice(start, end)
  return {start: end - slice.trimStart().length, end}
}

const NO_MARKER = {kind: -1, before: null, last: null, fit: null, margin: Infinity, second: null, led: false}

function unnumbered(piece: TextPiece, parent: Open | null, level: number): Open {
  const clause = blank({start: piece.start, end: piece.end})
  addMarks(clause, piece)
  const first = {start: piece.start, end: piece.end}
  const depth = parent ? (parent.kind >= 0 ? parent.depth + 1 : parent.depth) : 0
  return {...NO_MARKER, clause, depth, level, marked: piece.line.heading, parent, first}
}

function addText(text: string, tree: Tree, stack: Open[], piece: TextPiece, ahead: number): void {
  const start = piece.head && piece.line.marks.length > 0 ? piece.line.marks[0]!.start : piece.start
  if (!piece.head && stack.length > 0 && extend(stack.at(-1)!, piece)) return
  closeEnded(text, stack, piece, ahead)
  const home = stack.at(-1)
  if (home && home.clause.children.length === 0) addBody(home, piece)
  else attach(tree, home, paragraph(text, {start, end: piece.end}))
}

/** What was cut off a line and is no clause goes back to what stands before it. */
function extend(top: Open, piece: TextPiece): boolean {
  const last = top.clause.body.at(-1)
  if (top.clause.children.length > 0) return false
  if (last) last.span = {start: last.span.start, end: piece.end}
  else top.first = {start: top.first.start, end: piece.end}
  return true
}

function addBody(home: Open, piece: TextPiece): void {
  if (piece.line.marks.length > 0) {
    home.clause.marks = [...(home.clause.marks ?? []), ...piece.line.marks.map(span => ({span}))]
  }
  if (home.first.start === home.first.end && home.clause.body.length === 0)
    home.first = {start: piece.start, end: piece.end}
  else if (home.clause.body.length === 0) home.clause.body = [{span: {start: piece.start, end: piece.end}}]
  else home.clause.body.push({span: {start: piece.start, end: piece.end}})
}

/** A paragraph that is a node of its own. */
export const paragraph = (text: string, span: Span): Draft<Leaf> => ({
  type: 'paragraph',
  id: '',
  text: text.slice(span.start, span.end),
  span,
})
