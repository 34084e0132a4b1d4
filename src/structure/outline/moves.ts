/** One marker after one history → where it may stand in the tree, each with its price. */
import {ARABIC, ARTICLE, DASH, DECIMAL, DECIMAL_PARTS, INNER, KINDS} from '../data/kinds.ts'
import {PRICES as P} from '../data/prices.ts'
import {
  HASH,
  isKnown,
  LAST,
  lastHash,
  MOST_LEVELS,
  mix,
  PARENTS,
  PREFIX,
  parentOf,
  STACK,
  stackHash,
} from './history.ts'
import type {Reading} from './reading.ts'

/** How a marker fits its sequence. */
export const FITS = [
  'next',
  'gap',
  'duplicate',
  'restart',
  'backward',
  'misnumbered',
  'running',
  'late',
  'deep',
] as const
export type Fit = (typeof FITS)[number]
const [NEXT, GAP, DUPLICATE, RESTART, BACKWARD, MISNUMBERED, RUNNING, LATE, DEEP] = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const

/** What is dear to call text is a marker, even with a number that fits nowhere. */
const SURE = 2.5

const RANKS = KINDS.map(k => k.rank)
const GROUPS = KINDS.map(k => k.group === true)

/** What a marker may do: stand at `depth` as number `number` of its kind. One list serves all markers of a page. */
export interface Moves {
  count: number
  readonly depth: Int32Array
  readonly fit: Int32Array
  readonly number: Int32Array
  readonly price: Float64Array
}

/** No more than two of a place, or than three where a sequence begins. */
const MOST_MOVES = 3 * (MOST_LEVELS + 1)

/** Room for the moves of one marker. */
export const noMoves = (): Moves => ({
  count: 0,
  depth: new Int32Array(MOST_MOVES),
  fit: new Int32Array(MOST_MOVES),
  number: new Int32Array(MOST_MOVES),
  price: new Float64Array(MOST_MOVES),
})

function emit(out: Moves, depth: number, fit: number, number: number, price: number): void {
  const i = out.count++
  out.depth[i] = depth
  out.fit[i] = fit
  out.number[i] = number
  out.price[i] = price
}

/** All places that a reading may take after the history at `at`, in `out`. */
export function moves(
  rows: Int32Array,
  at: number,
  reading: Reading,
  opened: boolean,
  headed: boolean,
  fragment: boolean,
  out: Moves,
): void {
  out.count = 0
  const {kind} = reading
  const depth = rows[at]!
  let open = -1
  for (let j = 0; j < depth; j++) if (rows[at + STACK + j] === kind) open = j
  if (open >= 0) goOn(rows, at, open, reading, opened, out)
  else for (let j = depth; j >= 0; j--) begin(rows, at, j, reading, opened, headed, fragment, out)
}

/** The number that counts among siblings: of 1.2.3 the 3. */
const own = (reading: Reading): number =>
  reading.kind >= DECIMAL && reading.kind < DECIMAL + DECIMAL_PARTS - 1 ? reading.sub.at(-1)! : reading.number

function goOn(rows: Int32Array, at: number, depth: number, reading: Reading, opened: boolean, out: Moves): void {
  const {kind} = reading
  const last = rows[at + LAST + kind]!
  const n = kind === DASH ? last + 1 : own(reading)
  if (reading.prefix !== rows[at + PREFIX + kind]) {
    const price = prefixPrice(rows, at, depth, reading)
    emit(out, depth, n === 1 ? NEXT : LATE, n, n === 1 ? price : price + P.lateEach * Math.min(n - 1, P.gapMost))
    if (reading.reject >= SURE) emit(out, depth, MISNUMBERED, last + 1, P.misnumberedFirst)
    return
  }
  const d = n - last
  if (d === 1 || (d === 0 && kind === ARTICLE && reading.sub.length > 0)) emit(out, depth, NEXT, n, 0)
  else if (d === 0) emit(out, depth, DUPLICATE, n, P.duplicate)
  else if (d > 1) emit(out, depth, GAP, n, P.gap + P.gapEach * Math.min(d - 1, P.gapMost))
  else if (n === 1) emit(out, depth, RESTART, n, opened ? P.restartOpened : P.restart)
  else emit(out, depth, BACKWARD, n, P.backward)
  if (d !== 1 && reading.reject >= SURE && !(n === 1 && opened))
    emit(out, depth, MISNUMBERED, last + 1, d === 0 || d === 2 ? P.misnumberedNear : P.misnumbered)
}

function begin(
  rows: Int32Array,
  at: number,
  j: number,
  reading: Reading,
  opened: boolean,
  headed: boolean,
  fragment: boolean,
  out: Moves,
): void {
  if (j >= MOST_LEVELS) return
  const depth = rows[at]!
  const first = out.count
  open(rows, at, j, reading, opened, fragment, out)
  const {kind} = reading
  const parent = parentOf(rows, at, j)
  const seen = rows[at + PARENTS + kind]!
  // The first clauses of a fragment stand under parents that the page does not hold.
  const torn = fragment && rows[at + LAST + kind]! < 0
  const above = torn && j === 0 && depth > 0 && isOuter(kind, rows[at + STACK]!)
  const orphan = fragment && seen === 1
  // A heading has closed the list of (a) and (b) above it: a paragraph numbered 2 goes on from the unnumbered first.
  const late = headed && reading.prefix === 0 && own(reading) > 1 && rows[at + LAST + kind]! < 0
  const place =
    (above ? 0 : late && j === depth ? underList(rows, at) : P.elsewhere * (late ? ranked(rows, at, j) : depth - j)) +
    (isKnown(seen, parent) ? 0 : orderPrice(parent, kind)) +
    (orphan ? 0 : parentPrice(seen, parent, kind))
  const deep = j === MOST_LEVELS - 1 && depth === MOST_LEVELS
  for (let i = first; i < out.count; i++) {
    out.price[i]! += place
    if (deep) out.fit[i] = DEEP
  }
}

/** The open levels from `j` on that have a place in the usual order: (a) and ⅱ have none. */
function ranked(rows: Int32Array, at: number, j: number): number {
  let count = 0
  for (let level = j; level < rows[at]!; level++) if (RANKS[rows[at + STACK + level]!] != null) count++
  return count
}
const underList = (rows: Int32Array, at: number): number =>
  rows[at]! > 0 && RANKS[rows[at + STACK + rows[at]! - 1]!] == null ? P.lateUnderList : 0

/** The numbers with which a sequence may open at `j`, before what the place itself costs. */
function open(
  rows: Int32Array,
  at: number,
  j: number,
  reading: Reading,
  opened: boolean,
  fragment: boolean,
  out: Moves,
): void {
  const {kind} = reading
  const last = rows[at + LAST + kind]!
  const n = kind === DASH ? 1 : own(reading)
  if (reading.prefix !== 0 && (reading.prefix !== rows[at + PREFIX + kind] || last < 0)) {
    const late = P.lateEach * Math.min(n - 1, P.gapMost)
    emit(out, j, n === 1 ? NEXT : LATE, n, prefixPrice(rows, at, j, reading) + late)
    return
  }
  const running = last >= 0 && n === last + 1
  if (n === 1) emit(out, j, NEXT, n, last < 0 ? 0 : againPrice(rows, at, j, kind, opened))
  else if (running) emit(out, j, RUNNING, n, P.running)
  else if (last >= 0 && n > last) emit(out, j, GAP, n, P.runningGap + P.gapEach * Math.min(n - last, P.gapMost))
  else emit(out, j, LATE, n, fragment && last < 0 ? P.lateInFragment : P.late + P.lateEach * Math.min(n - 1, P.gapMost))
  if (n === 1 || running || reading.reject < SURE) return
  emit(out, j, MISNUMBERED, 1, P.misnumberedFirst)
  if (last >= 0) emit(out, j, MISNUMBERED, last + 1, P.misnumberedFirst)
}

/** Outermost a style has no new parent to open under: to close it first does not make its restart cheaper. */
function againPrice(rows: Int32Array, at: number, j: number, kind: number, opened: boolean): number {
  if (j > 0 || !isKnown(rows[at + PARENTS + kind]!, -1)) return P.again
  return opened ? P.restartOpened : P.restart
}

/** Whether the usual order puts a style above another. */
function isOuter(kind: number, other: number): boolean {
  const rank = RANKS[kind]
  const below = RANKS[other]
  return rank != null && below != null && rank < below
}

function orderPrice(parent: number, kind: number): number {
  // A dash stands under anything, and little stands under a dash.
  if (kind === INNER) return parent === ARABIC ? 0 : P.order
  if (parent < 0 || kind === DASH) return 0
  // 3.2.1 of a rule book is its article: anything may stand under it, though 1. seldom does.
  if (parent >= DECIMAL && parent < DECIMAL + DECIMAL_PARTS - 1 && kind > ARTICLE)
    return kind === ARABIC ? P.arabicUnderDecimal : 0
  const above = RANKS[parent]
  const rank = RANKS[kind]
  if (above == null || rank == null || above < rank) return 0
  return P.order + P.orderEach * (above - rank)
}

/** Articles stand under whatever group is there; any other style keeps to the parents it had. */
function parentPrice(seen: number, parent: number, kind: number): number {
  if (seen === 0 || isKnown(seen, parent)) return 0
  if (kind === ARTICLE && (parent < 0 || GROUPS[parent])) return 0
  return P.newParent
}

/** 2.3 belongs under 2. or 2.0, or under 第二章, or follows 2.2 and 1.9. */
function prefixPrice(rows: Int32Array, at: number, j: number, reading: Reading): number {
  const parent = parentOf(rows, at, j)
  const parts = reading.sub.length
  const outer = parts === 1 ? reading.number : reading.sub[parts - 2]!
  if (parent >= 0) return rows[at + LAST + parent] === outer ? 0 : P.prefix
  const before = rows[at + LAST + (parts === 1 ? ARABIC : reading.kind - 1)]!
  return before < 0 || before === outer ? 0 : P.prefix
}

/** A misnumbered decimal stays with its siblings. */
const prefixAfter = (rows: Int32Array, at: number, reading: Reading, fit: number): number =>
  fit === MISNUMBERED ? rows[at + PREFIX + reading.kind]! : reading.prefix

/** The hash of the history after a move; equal histories reached in two ways have equal hashes. */
export function hashAfter(
  rows: Int32Array,
  at: number,
  reading: Reading,
  depth: number,
  fit: number,
  number: number,
): number {
  const {kind} = reading
  const prefix = prefixAfter(rows, at, reading, fit)
  let hash = rows[at + HASH]! ^ lastHash(kind, rows[at + LAST + kind]!, rows[at + PREFIX + kind]!)
  hash ^= lastHash(kind, number, prefix)
  for (let j = depth; j < rows[at]!; j++) hash ^= stackHash(j, rows[at + STACK + j]!)
  const parent = parentOf(rows, at, depth)
  // A history that paid for an order against the usual one has it for nothing from there on.
  if (!isKnown(rows[at + PARENTS + kind]!, parent) && orderPrice(parent, kind) > 0) hash ^= mix(kind + 501, parent + 1)
  return hash ^ stackHash(depth, kind)
}

/** Carries out a move on the row at `at`. */
export function moveRow(
  rows: Int32Array,
  at: number,
  reading: Reading,
  depth: number,
  fit: number,
  number: number,
  hash: number,
): void {
  const {kind} = reading
  rows[at + PREFIX + kind] = prefixAfter(rows, at, reading, fit)
  rows[at] = depth + 1
  rows[at + HASH] = hash
  rows[at + STACK + depth] = kind
  rows[at + LAST + kind] = number
  rows[at + PARENTS + kind]! |= 1 << (parentOf(rows, at, depth) + 1)
}
