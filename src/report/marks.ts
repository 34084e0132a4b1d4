/** Facts and repairs of a Result → the stretches of its text that they mark. */
import {doubt, value, when} from '../emit/fact-table.ts'
import type {Say} from '../emit/say.ts'
import {clip} from '../emit/width.ts'
import type {Fact} from '../model/fact.ts'
import type {Repair} from '../model/repair.ts'
import type {Span} from '../text/span.ts'
import type {Undone} from './blocks.ts'
import type {File} from './file.ts'

export interface Mark {
  readonly span: Span
  /** Of a fact or a repair; a fold has none. */
  readonly id: string | null
  /** The kind of a fact; null for what changed the text. */
  readonly kind: string | null
  /** What is told of it when asked. */
  readonly says: string
}

/** A stretch of text with all marks on it; of a repair that left nothing, an empty stretch. */
export interface Piece {
  readonly span: Span
  readonly marks: readonly Mark[]
}

/** So many stretches of folded characters are marked. */
const MOST_FOLDS = 20_000

/** All marks of a file, by where they start. */
export function marksOf({result: {facts, repairs, text}, undone, say}: File): Mark[] {
  const all: Mark[] = [
    ...facts.map(f => ({span: f.span, id: f.id, kind: f.kind, says: factWords(f, say)})),
    ...repairs.map(r => ({span: r.span, id: r.id, kind: null, says: repairWords(r, say)})),
    ...foldsOf(text, undone),
  ]
  return all.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
}

/** Neighbouring characters that a table changed are one mark, which tells what stood there. */
function foldsOf(text: string, {read, map}: Undone): Mark[] {
  const runs: {start: number; end: number; oldStart: number; oldEnd: number}[] = []
  for (const {start, end, oldStart, oldEnd, notes} of map) {
    if (notes[0]!.id !== null) continue
    const last = runs.at(-1)
    if (last && last.end === start && last.oldEnd === oldStart) Object.assign(last, {end, oldEnd})
    else if (runs.length === MOST_FOLDS) break
    else runs.push({start, end, oldStart, oldEnd})
  }
  return runs
    .filter(({start, end}) => text.slice(start, end).trim() !== '')
    .map(({start, end, oldStart, oldEnd}) => ({
      span: {start, end},
      id: null,
      kind: null,
      says: read.slice(oldStart, oldEnd),
    }))
}

/** A fact in one line: kind, what, value, when, and whether it was read. */
function factWords(fact: Fact, say: Say): string {
  const metric = fact.kind === 'target' ? `${fact.metric} ` : ''
  const doubts = doubt(fact, say)
  const said = `${metric}${value(fact, say)} ${when(fact, say)}`.trim() || fact.text
  return `${say(fact.kind)}: ${clip(said, 120)}${doubts && ` · ${doubts}`} · ${fact.rule} ${fact.id}`
}

/** A repair in one line: before, after, rule, certainty. */
const repairWords = (repair: Repair, say: Say): string =>
  `${quoted(repair.before)} → ${repair.after === '' ? say('nothing') : quoted(repair.after)} · ${repair.rules.join(', ')} · ${say(repair.certainty)}, ${say('confidence')} ${repair.confidence} · ${repair.id}`

const quoted = (text: string): string => `「${clip(text, 80)}」`

/** Asked for ascending stretches: each cut at every place where a mark begins or ends. */
export function piecesOf(marks: readonly Mark[]): (stretch: Span) => Piece[] {
  let next = 0
  let carried: Mark[] = []
  return ({start, end}) => {
    let open = carried.filter(mark => mark.span.end > start)
    const out: Piece[] = []
    let at = start
    const upTo = (to: number): void => {
      while (at < to) {
        const stop = Math.min(to, ...open.map(mark => mark.span.end))
        if (stop > at) out.push({span: {start: at, end: stop}, marks: open})
        at = Math.max(at, stop)
        open = open.filter(mark => mark.span.end > at)
      }
    }
    for (; next < marks.length && marks[next]!.span.start < end; next++) {
      const mark = marks[next]!
      upTo(Math.max(at, mark.span.start))
      if (mark.span.start === mark.span.end) out.push({span: mark.span, marks: [mark]})
      else if (mark.span.end > at) open = [...open, mark]
    }
    carried = [...open]
    upTo(end)
    return out
  }
}
