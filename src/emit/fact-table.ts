/** Facts → a table for a person: place, kind, what, value, when. */
import type {Fact} from '../model/fact.ts'
import type {Result} from '../model/result.ts'
import {harmless, type Paint, plain} from './paint.ts'
import {lineOf, nodes} from './row.ts'
import {clip, width} from './width.ts'

export interface FactTableOptions {
  readonly paint?: Paint
  /** Columns of a line; a cell that does not fit is cut. */
  readonly columns?: number
}

const TITLES = ['line', 'cite', 'kind', 'value', 'when', 'what'] as const
const WIDEST = [6, 16, 14, 26, 22, 0] as const

/** The lines of the table: a heading for the input, then a line a fact. */
export function* factTable(result: Result, {paint = plain, columns = 100}: FactTableOptions = {}): Generator<string> {
  yield paint('bold', harmless(result.source.path ?? 'standard input'))
  const {facts} = result
  if (facts.length === 0) return yield '  no facts'
  const cites = new Map([...nodes(result)].flatMap(({node}) => (node.type === 'clause' ? [[node.id, node.cite]] : [])))
  const rows = facts.map(fact => [
    String(lineOf(fact.origin) ?? ''),
    (fact.clause && cites.get(fact.clause)) ?? '',
    fact.kind,
    value(fact),
    when(fact),
    what(fact),
  ])
  const widths = TITLES.map((title, i) =>
    Math.min(WIDEST[i]!, Math.max(...[[...TITLES], ...rows].map(r => width(r[i] ?? title)))),
  )
  const rest = Math.max(20, columns - widths.slice(0, -1).reduce((sum, w) => sum + w + 2, 2))
  const line = (cells: readonly string[]) =>
    `  ${cells.map((c, i) => (i === cells.length - 1 ? clip(c, rest) : clip(c, widths[i]!, widths[i]! + 2))).join('')}`.trimEnd()
  yield paint('dim', line(TITLES))
  for (const [i, row] of rows.entries())
    yield harmless(line(row)) + (facts[i]!.certainty === 'read' ? '' : paint('yellow', `  (${facts[i]!.certainty})`))
}

const SIGNS: Record<string, string> = {'=': '', '>=': '≥ ', '>': '> ', '<=': '≤ ', '<': '< ', '~': '≈ '}

/** The value as a person writes it: `≥ 99 %`, `900 CNY per 班,月`, `1..2 项`. */
export function value(fact: Fact): string {
  if (fact.kind === 'target' && fact.value === null)
    return fact.benchmark ? `${SIGNS[fact.comparator]}${fact.benchmark}` : (fact.ratio?.join(':') ?? fact.direction)
  if (!('value' in fact)) return ''
  const per =
    'per' in fact && fact.per.length > 0
      ? ` per ${'perCount' in fact && fact.perCount ? `${fact.perCount} ` : ''}${fact.per.join(',')}`
      : ''
  const range = fact.upper === null ? fact.value : `${fact.value}..${fact.upper}`
  return `${SIGNS[fact.comparator]}${range}${fact.unit ? ` ${fact.unit}` : ''}${per}`
}

/** The time as a person writes it. */
export function when(fact: Fact): string {
  if (fact.kind === 'deadline')
    return `${fact.relation} ${fact.edtf ?? fact.duration ?? fact.every ?? fact.event ?? ''}`
  if (fact.kind !== 'target' || !fact.deadline) return ''
  return `${fact.deadline.relation} ${fact.deadline.edtf ?? fact.deadline.duration ?? ''}`
}

/** What the fact is about: a metric, what is counted, a title, bodies; else its own words. */
export function what(fact: Fact): string {
  switch (fact.kind) {
    case 'target':
      return fact.metric
    case 'quantity':
      return fact.of ?? fact.text
    case 'reference':
      return [fact.title && `《${fact.title}》`, fact.documentNumber].filter(Boolean).join(' ') || fact.text
    case 'responsibility':
      return fact.bodies.join('、')
    default:
      return fact.text
  }
}
