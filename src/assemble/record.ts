/** The map of a repaired text → the published record: repairs (judgements) and folds (tables). */
import type {Certainty, FoldEdit, Repair} from '../model/repair.ts'
import type {Flowing, Repaired, RepairNote, Source} from '../model/stages.ts'
import {joined} from '../text/compose.ts'
import {flow} from '../text/flow.ts'
import {END, each, NOTES, OLD_END, OLD_START, ROW, START, type TextMap} from '../text/map.ts'

const RANK: Record<Certainty, number> = {read: 0, inferred: 1, lost: 2}

/** The worse of two certainties. */
export const worse = (a: Certainty, b: Certainty): Certainty => (RANK[a] >= RANK[b] ? a : b)

/** The record of everything that was changed, in the order of the text; the edits of folds are made while they are read. */
export function record(source: Source, repaired: Repaired): {repairs: Repair[]; folds: Flowing['folds']} {
  const map = joined(repaired.map)
  const told = map.notes.map(toldBy)
  const repairs: Repair[] = []
  /** How many edits each fold has, by the rule that names it. */
  const counts = new Map<string, number>()
  const guessesIn = inOrder(repaired.guesses)
  each(map, (oldStart, oldEnd, start, end, list) => {
    const before = source.text.slice(oldStart, oldEnd)
    const after = repaired.text.slice(start, end)
    const {rules, isFold, isLost, confidence, certainty} = told[list]!
    // What is lost is on record although nothing could be done about it.
    if (before === after && !isLost) return
    if (isFold) return void counts.set(rules[0]!, (counts.get(rules[0]!) ?? 0) + 1)
    const guesses = guessesIn(start, end)
    const repair = {
      id: `r${repairs.length + 1}`,
      rules: [...rules],
      before,
      after,
      span: {start, end},
      origin: source.locate({start: oldStart, end: oldEnd}),
      confidence,
      certainty: guesses.length > 0 ? worst(guesses) : certainty,
    }
    repairs.push(guesses.length > 0 ? {...repair, guesses} : repair)
  })
  const edits = (rule: string) => flow(() => editsOf(rule, map, told, source.text, repaired.text))
  return {repairs, folds: Array.from(counts, ([rule, count]) => ({rule, count, edits: edits(rule)}))}
}

/** The edits of a fold. */
function* editsOf(
  rule: string,
  {rows}: TextMap,
  told: readonly Told[],
  read: string,
  text: string,
): Generator<FoldEdit> {
  const {length} = rows
  const own = told.map(one => (one.isFold && one.rules[0] === rule ? one : null))
  for (let row = 0; row < length; row += ROW) {
    const one = own[rows[row + NOTES]!]
    if (!one) continue
    const start = rows[row + START]!
    const before = read.slice(rows[row + OLD_START], rows[row + OLD_END])
    const after = text.slice(start, rows[row + END])
    if (before !== after || one.isLost)
      yield before.length === after.length ? [start, before] : [start, before, after.length]
  }
}

/** What notes say of each change that has them. */
interface Told extends Pick<Repair, 'confidence' | 'certainty'> {
  readonly rules: readonly string[]
  readonly isFold: boolean
  readonly isLost: boolean
}

function toldBy(notes: readonly RepairNote[]): Told {
  const judged = notes.filter(n => !n.fold)
  return {
    rules: [...new Set(notes.map(n => n.rule))],
    isFold: judged.length === 0,
    isLost: notes.some(n => n.certainty === 'lost'),
    confidence: judged.reduce((least, n) => Math.min(least, n.confidence), 1),
    certainty: worst(judged),
  }
}

const worst = (all: readonly {readonly certainty: Certainty}[]): Certainty =>
  all.reduce<Certainty>((so, {certainty}) => worse(so, certainty), 'read')

/** The guesses in stretches of the text, which are asked for in its order. */
function inOrder(guesses: Repaired['guesses']): (start: number, end: number) => Repaired['guesses'][number][] {
  let next = 0
  const before = (at: number): number => {
    while (next < guesses.length && guesses[next]!.span.start < at) next++
    return next
  }
  return (start, end) => guesses.slice(before(start), before(end))
}
