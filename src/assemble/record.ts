/** The map of a repaired text → the published record: repairs (judgements) and folds (tables). */
import type {Certainty, Fold, FoldEdit, Repair} from '../model/repair.ts'
import type {Repaired, RepairNote, Source} from '../model/stages.ts'
import {joined} from '../text/compose.ts'
import {type Change, each} from '../text/map.ts'
import {lastAtMost, type Span} from '../text/span.ts'

const RANK: Record<Certainty, number> = {read: 0, inferred: 1, lost: 2}

/** The worse of two certainties. */
export const worse = (a: Certainty, b: Certainty): Certainty => (RANK[a] >= RANK[b] ? a : b)

/** The record of everything that was changed, in the order of the text. */
export function record(source: Source, repaired: Repaired): {repairs: Repair[]; folds: Fold[]} {
  const map = joined(repaired.map)
  const repairs: Repair[] = []
  const folds = new Map<string, FoldEdit[]>()
  const isLost = map.notes.map(notes => notes.some(n => n.certainty === 'lost'))
  const isFold = map.notes.map(notes => notes.every(n => n.fold))
  const slice = slices()
  each(map, (oldStart, oldEnd, start, end, list) => {
    const before = slice(source.text, oldStart, oldEnd)
    const after = slice(repaired.text, start, end)
    // What is lost is on record although nothing could be done about it.
    if (before === after && !isLost[list]) return
    const notes = map.notes[list]!
    if (isFold[list]) addFold(folds, notes[0]!.rule, start, before, after.length)
    else {
      const change = {oldStart, oldEnd, start, end, notes}
      repairs.push(repairOf(source, repaired, change, before, after, `r${repairs.length + 1}`))
    }
  })
  return {repairs, folds: [...folds].map(([rule, edits]) => ({rule, count: edits.length, edits}))}
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

function repairOf(
  source: Source,
  repaired: Repaired,
  change: Change<RepairNote>,
  before: string,
  after: string,
  id: string,
): Repair {
  const judged = change.notes.filter(n => !n.fold)
  const guesses = guessesIn(repaired.guesses, change)
  return {
    id,
    rules: [...new Set(change.notes.map(n => n.rule))],
    before,
    after,
    span: {start: change.start, end: change.end},
    origin: source.locate({start: change.oldStart, end: change.oldEnd}),
    confidence: judged.reduce((least, n) => Math.min(least, n.confidence), 1),
    certainty:
      guesses.length > 0
        ? guesses.map(g => g.certainty).reduce<Certainty>(worse, 'read')
        : judged.map(n => n.certainty).reduce(worse),
    ...(guesses.length > 0 ? {guesses} : {}),
  }
}

function guessesIn(guesses: Repaired['guesses'], span: Span): Repaired['guesses'][number][] {
  const found = []
  for (let i = lastAtMost(guesses, span.start - 1, g => g.span.start) + 1; i < guesses.length; i++) {
    const guess = guesses[i]!
    if (guess.span.start >= span.end) break
    found.push(guess)
  }
  return found
}
