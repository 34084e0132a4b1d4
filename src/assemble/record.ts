/** The map of a repaired text → the published record: repairs (judgements) and folds (tables). */
import type {Certainty, Fold, FoldEdit, Repair} from '../model/repair.ts'
import type {Repaired, RepairNote, Source} from '../model/stages.ts'
import {joined} from '../text/compose.ts'
import {each} from '../text/map.ts'

const RANK: Record<Certainty, number> = {read: 0, inferred: 1, lost: 2}

/** The worse of two certainties. */
export const worse = (a: Certainty, b: Certainty): Certainty => (RANK[a] >= RANK[b] ? a : b)

/** The record of everything that was changed, in the order of the text. */
export function record(source: Source, repaired: Repaired): {repairs: Repair[]; folds: Fold[]} {
  const map = joined(repaired.map)
  const told = map.notes.map(toldBy)
  const repairs: Repair[] = []
  const folds = new Map<string, FoldEdit[]>()
  const slice = slices()
  const guessesIn = inOrder(repaired.guesses)
  each(map, (oldStart, oldEnd, start, end, list) => {
    const before = slice(source.text, oldStart, oldEnd)
    const after = slice(repaired.text, start, end)
    const {rules, isFold, isLost, confidence, certainty} = told[list]!
    // What is lost is on record although nothing could be done about it.
    if (before === after && !isLost) return
    if (isFold) return addFold(folds, rules[0]!, start, before, after.length)
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
  return {repairs, folds: [...folds].map(([rule, edits]) => ({rule, count: edits.length, edits}))}
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

/** Slices of texts: of a character one string for all its places, for a page of traditional characters has a million of them. */
function slices(): (text: string, start: number, end: number) => string {
  const known = new Map<number, string>()
  return (text, start, end) => {
    if (end - start !== 1) return text.slice(start, end)
    const unit = text.charCodeAt(start)
    let character = known.get(unit)
    if (character === undefined) {
      character = String.fromCharCode(unit)
      known.set(unit, character)
    }
    return character
  }
}

function addFold(folds: Map<string, FoldEdit[]>, rule: string, start: number, before: string, length: number): void {
  let edits = folds.get(rule)
  if (!edits) {
    edits = []
    folds.set(rule, edits)
  }
  edits.push(before.length === length ? [start, before] : [start, before, length])
}
