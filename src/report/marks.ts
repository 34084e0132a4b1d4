/** Facts and repairs of a Result → the stretches of its text that they mark. */
import {value, when} from '../emit/fact-table.ts'
import {clip} from '../emit/width.ts'
import type {Fact} from '../model/fact.ts'
import type {Repair} from '../model/repair.ts'
import type {Result} from '../model/result.ts'
import type {Span} from '../text/span.ts'

export interface Mark {
  readonly span: Span
  readonly id: string
  /** The kind of a fact; null for a repair. */
  readonly kind: string | null
  /** What is told of it when asked. */
  readonly says: string
}

/** A stretch of text with all marks on it; of a repair that left nothing, an empty stretch. */
export interface Piece {
  readonly span: Span
  readonly marks: readonly Mark[]
}

/** All marks of a Result, by where they start. */
export function marksOf({facts, repairs}: Result): Mark[] {
  const all = [
    ...facts.map(f => ({span: f.span, id: f.id, kind: f.kind, says: factWords(f)})),
    ...repairs.map(r => ({span: r.span, id: r.id, kind: null, says: repairWords(r)})),
  ]
  return all.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
}

/** A fact in one line: kind, what, value, when, and whether it was read. */
export function factWords(fact: Fact): string {
  const metric = fact.kind === 'target' ? `${fact.metric} ` : ''
  const doubts = [fact.certainty === 'read' ? '' : fact.certainty, ...fact.warnings.map(w => w.code)].filter(Boolean)
  const doubt = doubts.map(d => ` · ${d}`).join('')
  const said = `${metric}${value(fact)} ${when(fact)}`.trim() || fact.text
  return `${fact.kind}: ${clip(said, 120)}${doubt} · ${fact.rule} ${fact.id}`
}

/** A repair in one line: before, after, rule, certainty. */
export const repairWords = (repair: Repair): string =>
  `${quoted(repair.before)} → ${repair.after === '' ? 'nothing' : quoted(repair.after)} · ${repair.rules.join(', ')} · ${repair.certainty}, confidence ${repair.confidence} · ${repair.id}`

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
