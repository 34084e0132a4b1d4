/** Decimal markers say which clause they belong to: 3.1 goes under 3, and brings 3 back where its line is lost. */
import {ARABIC, DECIMAL, DECIMAL_PARTS} from '../data/kinds.ts'
import {givenBack} from './given-back.ts'
import type {Reading} from './reading.ts'
import type {Decision} from './search.ts'
import type {Placed} from './tree.ts'

/** An open clause: its kind, and the number that its place has. */
interface Level {
  readonly kind: number
  readonly path: string
}

const isDecimal = (kind: number): boolean => kind >= DECIMAL && kind < DECIMAL + DECIMAL_PARTS - 1
const parentKind = (kind: number): number => (kind === DECIMAL ? ARABIC : kind - 1)
const parts = ({number, sub}: Reading): number[] => [number, ...sub]

/**
 * Puts each decimal under the clause whose number it begins with. Where that clause is not open, would be the next,
 * and others of its kind stand there, its line is lost and it is given back; otherwise the decimal is misnumbered.
 */
export function byPrefix(placed: readonly Placed[]): readonly Placed[] {
  if (!placed.some(({decision}) => decision?.reading && isDecimal(decision.reading.kind))) return placed
  const usual = usualParents(placed)
  if (usual.size === 0) return placed
  const out: Placed[] = []
  const stack: Level[] = []
  let from = 0
  let shift = 0
  for (const p of placed) {
    const {decision, piece} = p
    if (!decision?.reading || piece.kind !== 'text') {
      out.push(p)
      continue
    }
    const {reading} = decision
    if (decision.depth <= from) shift = 0
    let depth = decision.depth + shift
    let own = p
    if (usual.has(reading.kind)) {
      const parent = depthOf(stack, reading) < 0 ? lost(stack, reading, usual.get(reading.kind)!) : null
      if (parent) {
        const [outer, inner] = givenBack(parent, p, piece)
        out.push(outer)
        own = inner
        open(stack, parent, false)
      }
      const named = depthOf(stack, reading)
      if (named >= 0) depth = named
      from = decision.depth
      shift = depth - decision.depth
    }
    const moved = depth === decision.depth ? decision : {...decision, depth}
    const named = usual.has(reading.kind) && depthOf(stack, reading) < 0
    open(stack, moved, named || decision.fit === 'misnumbered')
    out.push({...own, decision: moved})
  }
  return out
}

/** Opens a clause; one that is misnumbered has the number after its sibling's. */
function open(stack: Level[], {reading, depth}: Decision, misnumbered: boolean): void {
  const {kind} = reading!
  const before = stack[depth]
  const above = stack[depth - 1]
  stack.length = Math.min(stack.length, depth)
  stack.push({kind, path: misnumbered ? nextPath(kind, before, above) : parts(reading!).join('.')})
}

function nextPath(kind: number, before: Level | undefined, above: Level | undefined): string {
  if (before?.kind === kind) {
    const path = before.path.split('.').map(Number)
    return [...path.slice(0, -1), path.at(-1)! + 1].join('.')
  }
  return above && kind !== ARABIC ? `${above.path}.1` : '1'
}

/** The clause that a decimal names, if it is the very next of its kind; null when the decimal's own number is wrong. */
function lost(stack: readonly Level[], reading: Reading, depth: number): Decision | null {
  const path = parts(reading).slice(0, -1)
  const kind = parentKind(reading.kind)
  const expected = nextPath(kind, stack[depth], stack[depth - 1])
  if (depth > stack.length || path.join('.') !== expected) return null
  const number = path[0]!
  const clause: Reading = {kind, number, sub: path.slice(1), prefix: 0, length: 0, reject: 0, accept: 0}
  return {reading: clause, depth, fit: 'next', margin: 0.5, second: null}
}

/** One level below the open clause that a decimal names; -1 when none is open. */
function depthOf(stack: readonly Level[], reading: Reading): number {
  const path = parts(reading).slice(0, -1).join('.')
  return stack.findIndex(level => level.kind === parentKind(reading.kind) && level.path === path) + 1 || -1
}

/** For each decimal kind that mostly stands under the clause it names: how deep that clause stands. */
function usualParents(placed: readonly Placed[]): Map<number, number> {
  const depths = new Map<number, {named: number; all: number; depth: number}>()
  const stack: Level[] = []
  for (const {decision} of placed) {
    if (!decision?.reading) continue
    const {reading, depth} = decision
    if (isDecimal(reading.kind)) {
      const tally = depths.get(reading.kind) ?? {named: 0, all: 0, depth: 0}
      depths.set(reading.kind, tally)
      tally.all++
      const named = depthOf(stack.slice(0, depth), reading)
      if (named >= 0) {
        tally.named++
        tally.depth = named - 1
      }
    }
    open(stack, decision, decision.fit === 'misnumbered')
  }
  return new Map([...depths].filter(([, t]) => t.named >= 2 && 2 * t.named > t.all).map(([kind, t]) => [kind, t.depth]))
}
