/** Undoing repairs and folds gives the read text; the record is disjoint, ordered and agrees with the text. */
import type {Certainty, Repair} from '../model/repair.ts'
import type {Result} from '../model/result.ts'
import {sha256} from '../text/hash.ts'
import type {Span} from '../text/span.ts'
import {excerpt, type Report} from './problem.ts'
import type {Ruler} from './ruler.ts'

interface Entry extends Span {
  readonly before: string
  readonly at: string
}

/** The read text, made from `text` by the record alone. */
export function undo(result: Result, text: Ruler, report: Report): void {
  const entries = entriesOf(result, text)
  const parts: string[] = []
  let at = 0
  for (const [i, entry] of entries.entries()) {
    const last = entries[i - 1]
    if (entry.start < at)
      report({
        code: 'record',
        message: `Unexpected entry over ${last?.at}, expected disjoint entries`,
        at: entry.at,
        span: entry,
      })
    if (last && last.start === last.end && entry.start === entry.end && last.start === entry.start)
      report({
        code: 'record',
        message: `Unexpected second deletion at one place, expected one entry with ${last.at}`,
        at: entry.at,
        span: entry,
      })
    parts.push(text.cut({start: at, end: entry.start}), entry.before)
    at = Math.max(at, entry.end)
  }
  parts.push(text.cut({start: at, end: text.length}))
  const read = parts.join('')
  if (text.measure(read) !== result.source.characters)
    report({
      code: 'undo',
      message: `Unexpected ${text.measure(read)} characters after undoing, expected ${result.source.characters}`,
      at: '/source',
    })
  if (sha256(read) !== result.source.readSha256)
    report({
      code: 'undo',
      message: 'Unexpected text after undoing repairs and folds, expected the read text',
      at: '/source/readSha256',
    })
  for (const repair of result.repairs) checkRepair(repair, text, report)
}

function entriesOf({repairs, folds}: Result, text: Ruler): Entry[] {
  const entries: Entry[] = repairs.map(r => ({...r.span, before: r.before, at: r.id}))
  for (const fold of folds)
    for (const [start, before, length] of fold.edits)
      entries.push({start, end: start + (length ?? text.measure(before)), before, at: `${fold.rule}@${start}`})
  return entries.sort((a, b) => a.start - b.start || a.end - b.end)
}

const RANK: Record<Certainty, number> = {read: 0, inferred: 1, lost: 2}

function checkRepair(repair: Repair, text: Ruler, report: Report): void {
  if (text.cut(repair.span) !== repair.after)
    report({
      code: 'slice',
      message: `Unexpected ${excerpt(text.cut(repair.span))}, expected ${excerpt(repair.after)} of its repair`,
      at: repair.id,
      span: repair.span,
    })
  const guesses = repair.guesses ?? []
  for (const g of guesses)
    if (g.span.start < repair.span.start || g.span.end > repair.span.end)
      report({code: 'span', message: 'Unexpected guess outside its repair', at: repair.id, span: g.span})
  const worst = guesses.reduce<Certainty>((w, g) => (RANK[g.certainty] > RANK[w] ? g.certainty : w), 'read')
  if (guesses.length > 0 && worst !== repair.certainty)
    report({
      code: 'record',
      message: `Unexpected certainty ${repair.certainty}, expected the worst of its guesses, ${worst}`,
      at: repair.id,
    })
}
