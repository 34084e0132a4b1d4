/** A row of markers → the cheapest way to nest them: a beam over histories, linear in the markers. */

import {PRICES} from '../data/prices.ts'
import {type Beam, type Candidate, emptyBeam, isTooDear, keep} from './beam.ts'
import {emptyRow, HASH, parentOf, ROW} from './history.ts'
import {FITS, type Fit, hashAfter, type Moves, moveRow, moves, noMoves} from './moves.ts'
import type {Reading} from './reading.ts'

/** A place where a marker may stand. */
export interface Token {
  readonly readings: readonly Reading[]
  /** Follows a line that may open a list: a short one without a number, or one that ends in a colon. */
  readonly opened: boolean
  /** Follows a short line without a number. */
  readonly headed: boolean
  /** Stands in quoted text. */
  readonly quoted: boolean
}

/** What was decided about one token. */
export interface Decision {
  /** Null for text. */
  readonly reading: Reading | null
  /** Levels above it; 0 for an outermost marker. */
  readonly depth: number
  readonly fit: Fit
  /** What the next best decision would have cost more; Infinity when there is none. */
  readonly margin: number
  /** The next best decision, when it would have cost little more. */
  readonly second: {readonly reading: Reading | null; readonly depth: number} | null
}

const BEAM = 8
/** A margin below which the next best reading is worth telling. */
export const CLOSE = 0.75
/** Past so many markers the beam narrows, so that hostile pages stay cheap; real ones have hundreds. */
const NARROWER = [
  {over: 150_000, width: 2},
  {over: 20_000, width: 4},
]

/** All that the search saw: for each token and each history kept, how it was reached, and how else. */
interface Lattice {
  readonly width: number
  /** How many histories were kept after each token. */
  readonly kept: Uint8Array
  readonly cost: Float64Array
  readonly from: Uint8Array
  readonly decision: Int32Array
  /** The next best way to the same history; its cost is Infinity when there is none. */
  readonly otherCost: Float64Array
  readonly otherFrom: Uint8Array
  readonly otherDecision: Int32Array
}

/** Decides every token. @param fragment the page starts inside a document: its first sequences may open above 1 */
export function search(tokens: readonly Token[], fragment: boolean): Decision[] {
  if (tokens.length === 0) return []
  const lattice = forward(tokens, fragment)
  return backward(tokens, lattice)
}

const TEXT = 0
/** Reading, kind of the parent (what margins compare), depth and fit in one integer. */
const pack = (reading: number, parent: number, depth: number, fit: number): number =>
  ((reading + 1) << 13) | ((parent + 1) << 8) | (depth << 4) | fit
const depthOf = (decision: number): number => (decision >> 4) & 15
const fitOf = (decision: number): number => decision & 15

function forward(tokens: readonly Token[], fragment: boolean): Lattice {
  const n = tokens.length
  const width = NARROWER.find(w => n > w.over)?.width ?? BEAM
  const lattice: Lattice = {
    width,
    kept: new Uint8Array(n),
    cost: new Float64Array(n * width),
    from: new Uint8Array(n * width),
    decision: new Int32Array(n * width),
    otherCost: new Float64Array(n * width).fill(Infinity),
    otherFrom: new Uint8Array(n * width),
    otherDecision: new Int32Array(n * width),
  }
  let rows = histories(width)
  let next = histories(width)
  emptyRow(rows.each[0]!)
  const beam = emptyBeam(width)
  const costs = new Float64Array(width)
  const places = noMoves()
  for (let i = 0; i < n; i++) {
    const before = beam.size
    step(rows.all, costs, before, tokens[i]!, fragment, beam, places)
    for (let slot = 0; slot < beam.size; slot++) {
      costs[slot] = beam.costs[slot]!
      advance(rows, next, slot, beam)
      write(lattice, i * width + slot, costs[slot]!, beam.best[slot]!)
    }
    lattice.kept[i] = beam.size
    ;[rows, next] = [next, rows]
  }
  return lattice
}

/** The rows of all histories of a beam, and a view of each. */
interface Histories {
  readonly all: Int32Array
  readonly each: readonly Int32Array[]
}

function histories(width: number): Histories {
  const all = new Int32Array(ROW * width)
  return {all, each: Array.from({length: width}, (_, i) => all.subarray(i * ROW, (i + 1) * ROW))}
}

/** Writes the history that a candidate of the beam leads to. */
function advance(before: Histories, next: Histories, slot: number, {best, hashes}: Beam): void {
  const {from, decision, reading, number} = best[slot]!
  next.each[slot]!.set(before.each[from]!)
  if (reading) moveRow(next.all, slot * ROW, reading, depthOf(decision), fitOf(decision), number, hashes[slot]!)
}

function write(lattice: Lattice, at: number, cost: number, c: Candidate): void {
  lattice.cost[at] = cost
  lattice.from[at] = c.from
  lattice.decision[at] = c.decision
  lattice.otherCost[at] = c.otherCost
  lattice.otherFrom[at] = c.otherFrom
  lattice.otherDecision[at] = c.otherDecision
}

/** The cheapest histories after one more token. */
function step(
  rows: Int32Array,
  costs: Float64Array,
  before: number,
  {readings, quoted, opened, headed}: Token,
  fragment: boolean,
  beam: Beam,
  places: Moves,
): void {
  beam.size = 0
  let reject = 0
  if (!quoted) for (const reading of readings) if (reading.reject > reject) reject = reading.reject
  for (let from = 0; from < before; from++) {
    const at = from * ROW
    keep(beam, from, pack(-1, -1, 0, 0), null, 0, costs[from]! + reject, rows[at + HASH]!)
    for (let r = 0; r < readings.length; r++) {
      const reading = readings[r]!
      const base = costs[from]! + reading.accept + (quoted ? PRICES.quoted : 0)
      // A move costs nothing or more.
      if (isTooDear(beam, base)) continue
      moves(rows, at, reading, opened, headed, fragment, places)
      for (let m = 0; m < places.count; m++) {
        const cost = base + places.price[m]!
        if (isTooDear(beam, cost)) continue
        const depth = places.depth[m]!
        const fit = places.fit[m]!
        const number = places.number[m]!
        const decision = pack(r, parentOf(rows, at, depth), depth, fit)
        keep(beam, from, decision, reading, number, cost, hashAfter(rows, at, reading, depth, fit, number))
      }
    }
  }
}

/** Follows the best path back, and says for each token what deciding otherwise would have cost. */
function backward(tokens: readonly Token[], lattice: Lattice): Decision[] {
  const {width} = lattice
  const decisions = new Array<Decision>(tokens.length)
  let rest = new Float64Array(width)
  let before = new Float64Array(width)
  let slot = 0
  for (let i = tokens.length - 1; i >= 0; i--) {
    const at = i * width + slot
    decisions[i] = decide(tokens[i]!, lattice, i, lattice.decision[at]!, rest)
    before.fill(Infinity)
    for (let s = 0; s < lattice.kept[i]!; s++) {
      const to = i * width + s
      reach(lattice, i, lattice.from[to]!, lattice.cost[to]! + rest[s]!, before)
      if (lattice.otherCost[to]! < Infinity)
        reach(lattice, i, lattice.otherFrom[to]!, lattice.otherCost[to]! + rest[s]!, before)
    }
    slot = lattice.from[at]!
    ;[rest, before] = [before, rest]
  }
  return decisions
}

function reach(lattice: Lattice, i: number, from: number, total: number, before: Float64Array): void {
  const there = i === 0 ? 0 : lattice.cost[(i - 1) * lattice.width + from]!
  before[from] = Math.min(before[from]!, total - there)
}

/** Two decisions differ when they read the marker, or its parent, differently. */
const choice = (decision: number): number => decision >> 8

function decide(token: Token, lattice: Lattice, i: number, taken: number, rest: Float64Array): Decision {
  let first = Infinity
  let other = Infinity
  let second = -1
  for (let s = 0; s < lattice.kept[i]!; s++) {
    const at = i * lattice.width + s
    for (let way = 0; way < 2; way++) {
      const total = (way === 0 ? lattice.cost[at]! : lattice.otherCost[at]!) + rest[s]!
      const decision = way === 0 ? lattice.decision[at]! : lattice.otherDecision[at]!
      if (choice(decision) === choice(taken)) first = Math.min(first, total)
      else if (total < other) {
        other = total
        second = decision
      }
    }
  }
  return {
    reading: readingOf(token, taken),
    depth: depthOf(taken),
    fit: FITS[fitOf(taken)]!,
    margin: other - first,
    second: other - first < CLOSE ? {reading: readingOf(token, second), depth: depthOf(second)} : null,
  }
}

const readingOf = (token: Token, decision: number): Reading | null =>
  decision >> 13 === TEXT ? null : token.readings[(decision >> 13) - 1]!
