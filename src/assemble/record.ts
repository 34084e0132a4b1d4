/** The map of a repaired text → the published record: repairs (judgements) and folds (tables). */
import type {Certainty, Fold, FoldEdit, Repair} from '../model/repair.ts'
import type {Repaired, RepairNote, Source} from '../model/stages.ts'
import type {Change, TextMap} from '../text/map.ts'
import {lastAtMost, type Span} from '../text/span.ts'

const RANK: Record<Certainty, number> = {read: 0, inferred: 1, lost: 2}

/** The worse of two certainties. */
export const worse = (a: Certainty, b: Certainty): Certainty => (RANK[a] >= RANK[b] ? a : b)

/** The record of everything that was changed, in the order of the text. */
export function record(source: Source, repaired: Repaired): {repairs: Repair[]; folds: Fold[]} {
  const repairs: Repair[] = []
  const folds = new Map<string, FoldEdit[]>()
  const single = new Map<string, string>()
  for (const change of joined(repaired.map)) {
    const before = shared(source.text.slice(change.oldStart, change.oldEnd), single)
    const after = repaired.text.slice(change.start, change.end)
    // What is lost is on record although nothing could be done about it.
    if (before === after && !change.notes.some(n => n.certainty === 'lost')) continue
    if (change.notes.every(n => n.fold)) addFold(folds, change, before, after)
    else repairs.push(repairOf(source, repaired, change, before, after, `r${repairs.length + 1}`))
  }
  return {repairs, folds: [...folds].map(([rule, edits]) => ({rule, count: edits.length, edits}))}
}

/** Changes that leave nothing at one place are one entry, so that undoing them has one order only. */
export function* joined(map: TextMap<RepairNote>): Generator<Change<RepairNote>> {
  let last: Change<RepairNote> | undefined
  // The notes of the entry that grows; one array a run, or a million deletions in a row would copy it a million times.
  let notes: RepairNote[] | undefined
  for (const change of map) {
    if (last && isNothingAt(last, change)) {
      if (!notes) notes = [...last.notes]
      notes.push(...change.notes)
      last = {...last, oldEnd: change.oldEnd, notes}
    } else {
      if (last) yield last
      notes = undefined
      last = change
    }
  }
  if (last) yield last
}

/** Of a character, one string for all its places: a page of traditional characters has a million of them. */
function shared(text: string, single: Map<string, string>): string {
  if (text.length !== 1) return text
  const known = single.get(text)
  if (known === undefined) single.set(text, text)
  return known ?? text
}

/** Whether two neighbouring changes both leave nothing at the same place. */
const isNothingAt = (last: Change<RepairNote>, next: Change<RepairNote>): boolean =>
  last.end === next.start && last.oldEnd === next.oldStart && last.start === last.end && next.start === next.end

function addFold(folds: Map<string, FoldEdit[]>, change: Change<RepairNote>, before: string, after: string): void {
  const rule = change.notes[0]!.rule
  let edits = folds.get(rule)
  if (!edits) {
    edits = []
    folds.set(rule, edits)
  }
  edits.push(before.length === after.length ? [change.start, before] : [change.start, before, after.length])
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
