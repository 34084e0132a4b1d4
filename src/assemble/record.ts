/** The map of a repaired text → the published record: repairs (judgements) and folds (tables). */
import type {Certainty, FoldEdit, Repair} from '../model/repair.ts'
import type {Flowing, Repaired, RepairNote, Source} from '../model/stages.ts'
import {joined} from '../text/compose.ts'
import {type Flow, flow} from '../text/flow.ts'
import {END, each, NOTES, OLD_END, OLD_START, ROW, START, type TextMap} from '../text/map.ts'
import {cut, lastAtMost, type Span} from '../text/span.ts'

const RANK: Record<Certainty, number> = {read: 0, inferred: 1, lost: 2}

/** The worse of two certainties. */
export const worse = (a: Certainty, b: Certainty): Certainty => (RANK[a] >= RANK[b] ? a : b)

/** Repairs in the order of the text, each made when it is asked for. */
export interface Repairs {
  /** Where they start. */
  readonly starts: Int32Array
  readonly at: (index: number) => Repair
  readonly list: Flow<Repair>
}

/** The record of everything that was changed, in the order of the text, made while it is read. */
export function record(source: Source, repaired: Repaired): {repairs: Repairs; folds: Flowing['folds']} {
  const map = joined(repaired.map)
  const told = map.notes.map(toldBy)
  /** The rows of repairs, and how many edits each fold has, by the rule that names it. */
  const rows: number[] = []
  const counts = new Map<string, number>()
  let row = 0
  each(map, (oldStart, oldEnd, start, end, list) => {
    const at = row
    row += ROW
    const {rules, isFold, isLost} = told[list]!
    // What is lost is on record although nothing could be done about it.
    if (!isLost && source.text.slice(oldStart, oldEnd) === repaired.text.slice(start, end)) return
    if (isFold) counts.set(rules[0]!, (counts.get(rules[0]!) ?? 0) + 1)
    else rows.push(at)
  })
  const edits = (rule: string) => flow(() => editsOf(rule, map, told, source.text, repaired.text))
  return {
    repairs: repairsOf(Int32Array.from(rows), map, told, source, repaired),
    folds: Array.from(counts, ([rule, count]) => ({rule, count, edits: edits(rule)})),
  }
}

function repairsOf(
  own: Int32Array,
  {rows}: TextMap,
  told: readonly Told[],
  source: Source,
  {text, guesses: all}: Repaired,
): Repairs {
  const at = (index: number): Repair => {
    const row = own[index]!
    const before = {start: rows[row + OLD_START]!, end: rows[row + OLD_END]!}
    const span = {start: rows[row + START]!, end: rows[row + END]!}
    const {rules, confidence, certainty} = told[rows[row + NOTES]!]!
    const guesses = guessesIn(all, span)
    const repair = {
      id: `r${index + 1}`,
      rules: [...rules],
      before: cut(source.text, before),
      after: cut(text, span),
      span,
      origin: source.locate(before),
      confidence,
      certainty: guesses.length > 0 ? worst(guesses) : certainty,
    }
    return guesses.length > 0 ? {...repair, guesses} : repair
  }
  const list = flow(function* () {
    for (let i = 0; i < own.length; i++) yield at(i)
  })
  return {starts: own.map(row => rows[row + START]!), at, list}
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

/** The guesses in a stretch of the text. */
function guessesIn(all: Repaired['guesses'], {start, end}: Span): Repaired['guesses'][number][] {
  const before = (at: number): number => lastAtMost(all, at - 1, g => g.span.start) + 1
  return all.length === 0 ? [] : all.slice(before(start), before(end))
}
