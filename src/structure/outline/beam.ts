/** Ways to histories → the cheapest few, one to a history, cheapest first. */
import type {Reading} from './reading.ts'

/** A way to a history: after which it comes, by which decision; and the next best way to the same. */
export interface Candidate {
  from: number
  decision: number
  /** Null for text. */
  reading: Reading | null
  number: number
  otherCost: number
  otherFrom: number
  otherDecision: number
}

/** The cheapest candidates so far, cheapest first. One serves all tokens: its candidates are written over. */
export interface Beam {
  size: number
  readonly best: Candidate[]
  /** What each costs in all, and the hash of the history that it leads to: beside each other, for they are asked most. */
  readonly costs: Float64Array
  readonly hashes: Int32Array
}

const noCandidate = (): Candidate => ({
  from: 0,
  decision: 0,
  reading: null,
  number: 0,
  otherCost: 0.5,
  otherFrom: 0,
  otherDecision: 0,
})

/** A beam that holds the one history of a page before its first marker. */
export const emptyBeam = (width: number): Beam => ({
  size: 1,
  best: Array.from({length: width}, noCandidate),
  costs: new Float64Array(width),
  hashes: new Int32Array(width),
})

/** Whether a way of this cost has no place any more. */
export const isTooDear = ({size, costs}: Beam, cost: number): boolean =>
  size === costs.length && cost >= costs[size - 1]!

/** Puts a way in its place; of two that lead to the same history the cheaper stays and remembers the other. */
export function keep(
  beam: Beam,
  from: number,
  decision: number,
  reading: Reading | null,
  number: number,
  cost: number,
  hash: number,
): void {
  if (isTooDear(beam, cost)) return
  const {best, costs, hashes} = beam
  let place = 0
  while (place < beam.size && hashes[place] !== hash) place++
  const twin = place < beam.size
  if (twin && costs[place]! <= cost) {
    remember(best[place]!, cost, from, decision)
    return
  }
  if (!twin) {
    if (beam.size < best.length) beam.size++
    place = beam.size - 1
  }
  const c = best[place]!
  c.otherCost = twin ? costs[place]! : Infinity
  c.otherFrom = twin ? c.from : 0
  c.otherDecision = twin ? c.decision : 0
  c.from = from
  c.decision = decision
  c.reading = reading
  c.number = number
  for (; place > 0 && costs[place - 1]! > cost; place--) {
    best[place] = best[place - 1]!
    costs[place] = costs[place - 1]!
    hashes[place] = hashes[place - 1]!
  }
  best[place] = c
  costs[place] = cost
  hashes[place] = hash
}

function remember(twin: Candidate, cost: number, from: number, decision: number): void {
  if (cost >= twin.otherCost) return
  twin.otherCost = cost
  twin.otherFrom = from
  twin.otherDecision = decision
}
