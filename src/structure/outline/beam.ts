/** Ways to histories → the cheapest few, one to a history, cheapest first. */
import type {Reading} from './markers.ts'

/** A way to a history: after which it comes, by which decision, at what cost in all; and the next best way to the same. */
export interface Candidate {
  from: number
  decision: number
  /** Null for text. */
  reading: Reading | null
  number: number
  cost: number
  hash: number
  otherCost: number
  otherFrom: number
  otherDecision: number
}

/** The cheapest candidates so far, cheapest first. One serves all tokens: its candidates are written over. */
export interface Beam {
  size: number
  readonly best: Candidate[]
}

const noCandidate = (): Candidate => ({
  from: 0,
  decision: 0,
  reading: null,
  number: 0,
  cost: 0.5,
  hash: 0,
  otherCost: 0.5,
  otherFrom: 0,
  otherDecision: 0,
})

/** A beam that holds the one history of a page before its first marker. */
export const emptyBeam = (width: number): Beam => ({size: 1, best: Array.from({length: width}, noCandidate)})

/** Whether a way of this cost has no place any more. */
export const isTooDear = ({size, best}: Beam, cost: number): boolean =>
  size === best.length && cost >= best[size - 1]!.cost

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
  const {best} = beam
  let place = 0
  while (place < beam.size && best[place]!.hash !== hash) place++
  const twin = place < beam.size
  if (twin && best[place]!.cost <= cost) {
    remember(best[place]!, cost, from, decision)
    return
  }
  if (!twin) {
    if (beam.size < best.length) beam.size++
    place = beam.size - 1
  }
  const c = best[place]!
  c.otherCost = twin ? c.cost : Infinity
  c.otherFrom = twin ? c.from : 0
  c.otherDecision = twin ? c.decision : 0
  c.from = from
  c.decision = decision
  c.reading = reading
  c.number = number
  c.cost = cost
  c.hash = hash
  for (; place > 0 && best[place - 1]!.cost > cost; place--) best[place] = best[place - 1]!
  best[place] = c
}

function remember(twin: Candidate, cost: number, from: number, decision: number): void {
  if (cost >= twin.otherCost) return
  twin.otherCost = cost
  twin.otherFrom = from
  twin.otherDecision = decision
}
