/** A fact lies inside its node, document, clause and row; it is no less certain than its repairs; its days are of the calendar. */
import type {Fact} from '../model/fact.ts'
import {CERTAINTIES, type Certainty, type Repair} from '../model/repair.ts'
import {lastDay} from '../text/dates.ts'
import {contains, type Span} from '../text/span.ts'
import type {Report} from './problem.ts'

/** What an id stands for. */
export interface Known {
  readonly span: Span
  readonly type: string
}

/** Where facts may not stand. */
const BARRED: ReadonlySet<string> = new Set(['title', 'metadata', 'addressee', 'signature', 'colophon'])

/** Tells what does not hold of one fact. */
export function checkFact(
  fact: Fact,
  known: ReadonlyMap<string, Known>,
  repairs: ReadonlyMap<string, Repair>,
  report: Report,
): void {
  place(fact, known, report)
  links(fact, known, report)
  certainty(fact, repairs, report)
  days(fact, report)
}

function place(fact: Fact, known: ReadonlyMap<string, Known>, report: Report): void {
  const at = fact.id
  const node = known.get(fact.node)
  if (!node) report({code: 'link', message: `Unexpected node ${fact.node}, expected one of the Result`, at})
  else if (BARRED.has(node.type))
    report({code: 'fact-place', message: `Unexpected fact in a ${node.type}`, at, span: fact.span})
  else if (!contains(node.span, fact.span))
    report({code: 'fact-place', message: `Unexpected fact outside its node ${fact.node}`, at, span: fact.span})
}

function links(fact: Fact, known: ReadonlyMap<string, Known>, report: Report): void {
  const at = fact.id
  const around = [
    ['document', fact.document],
    ['clause', fact.clause],
    ['row', fact.row],
  ] as const
  for (const id of [
    ...around.map(([, id]) => id),
    ...fact.repairs,
    fact.kind === 'target' ? fact.deadline?.fact : null,
  ])
    if (id && !known.has(id))
      report({code: 'link', message: `Unexpected link to ${id}, expected one of the Result`, at})
  for (const [type, id] of around) {
    const place = id && known.get(id)
    if (place && !(place.type === type && contains(place.span, fact.span)))
      report({code: 'link', message: `Unexpected link to ${id}, expected the ${type} around the fact`, at})
  }
}

const rank = (certainty: Certainty): number => CERTAINTIES.indexOf(certainty)

function certainty(fact: Fact, repairs: ReadonlyMap<string, Repair>, report: Report): void {
  const worst = Math.max(0, ...fact.repairs.map(id => rank(repairs.get(id)?.certainty ?? 'lost')))
  if (rank(fact.certainty) > worst)
    report({
      code: 'record',
      message: `Unexpected certainty ${fact.certainty}, expected no worse than its repairs, ${CERTAINTIES[worst]}`,
      at: fact.id,
      span: fact.span,
    })
}

function days(fact: Fact, report: Report): void {
  const told = fact.kind === 'deadline' ? fact : fact.kind === 'target' ? fact.deadline : null
  for (const day of [told?.start, told?.end])
    if (day && !isDay(day))
      report({
        code: 'day',
        message: `Unexpected day ${day}, expected YYYY-MM-DD of the calendar`,
        at: fact.id,
        span: fact.span,
      })
}

function isDay(text: string): boolean {
  const [year, month, day] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []).slice(1).map(Number)
  return !!month && month <= 12 && !!day && day <= lastDay(year!, month)
}
