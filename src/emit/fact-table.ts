/** Facts → a table for a person: place, kind, what, value, when. */
import type {Fact} from '../model/fact.ts'
import type {Result} from '../model/result.ts'
import {harmless, inLine, plain, type Style} from './paint.ts'
import {nodes, placeName} from './row.ts'
import {english, type Say} from './say.ts'
import {clip, width} from './width.ts'

const TITLES = ['line', 'cite', 'kind', 'value', 'when', 'what'] as const
/** The most and the least that a column takes; what is left of the line is the last one's. */
const WIDEST = [6, 16, 14, 26, 22] as const
const LEAST = [6, 6, 8, 10, 8] as const
const REST = 20
const GAP = 2

/** The lines of the table: a heading for the input, then a line a fact, of at most so many columns. */
export function* factTable(
  result: Result,
  {paint = plain, columns = 100, say = english}: Style = {},
): Generator<string> {
  yield paint('bold', inLine(result.source.path ?? say('standard input')))
  const {facts} = result
  if (facts.length === 0) return yield `  ${say('no facts')}`
  const cites = new Map([...nodes(result)].flatMap(({node}) => (node.type === 'clause' ? [[node.id, node.cite]] : [])))
  const titles = TITLES.map(say)
  const rows = facts.map(fact => [
    placeName(fact.origin),
    (fact.clause && cites.get(fact.clause)) ?? '',
    say(fact.kind),
    value(fact, say),
    when(fact, say),
    what(fact),
  ])
  const widths = widthsOf([titles, ...rows], columns)
  const used = widths.reduce((sum, w) => sum + w + GAP, GAP)
  const line = (cells: readonly string[], rest: number): string =>
    `  ${widths.map((w, i) => clip(cells[i]!, w, w + GAP)).join('')}${clip(cells.at(-1)!, rest)}`.trimEnd()
  yield paint('dim', line(titles, columns - used))
  for (const [i, row] of rows.entries()) {
    const doubts = doubt(facts[i]!, say)
    const rest = columns - used
    const behind = doubts && `  (${doubts})`
    const fits = !doubts || rest - width(behind) >= Math.min(REST, width(row.at(-1)!))
    yield harmless(line(row, Math.max(1, fits ? rest - width(behind) : rest))) +
      (fits && behind ? paint('yellow', behind) : '')
    if (!fits) yield `${' '.repeat(used)}${paint('yellow', clip(harmless(`(${doubts})`), Math.max(1, rest)))}`
  }
}

/** What each column but the last takes: what it holds, up to its most; where the line is short, the widest give way. */
function widthsOf(rows: readonly (readonly string[])[], columns: number): number[] {
  const widths = WIDEST.map((most, i) =>
    rows.reduce((widest, row) => Math.min(most, Math.max(widest, width(row[i]!))), 0),
  )
  const left = (): number => columns - widths.reduce((sum, w) => sum + w + GAP, GAP)
  while (left() < REST) {
    const slack = widths.map((w, i) => w - LEAST[i]!)
    const widest = slack.indexOf(Math.max(...slack))
    if (slack[widest]! <= 0) break
    widths[widest]!--
  }
  return widths
}

const SIGNS: Record<string, string> = {'=': '', '>=': '≥ ', '>': '> ', '<=': '≤ ', '<': '< ', '~': '≈ '}

/** The value as a person writes it: `≥ 99 %`, `900 CNY per 班,月`, `1..2 项`. */
export function value(fact: Fact, say: Say = english): string {
  if (fact.kind === 'target' && fact.value === null)
    return fact.benchmark
      ? `${SIGNS[fact.comparator]}${fact.benchmark}`
      : (fact.ratio?.join(':') ?? say(fact.direction))
  if (!('value' in fact)) return ''
  const per =
    'per' in fact && fact.per.length > 0
      ? ` ${say('per')} ${'perCount' in fact && fact.perCount ? `${fact.perCount} ` : ''}${fact.per.join(',')}`
      : ''
  const range = fact.upper === null ? fact.value : `${fact.value}..${fact.upper}`
  return `${SIGNS[fact.comparator]}${range}${fact.unit ? ` ${fact.unit}` : ''}${per}`
}

/** What makes a value doubtful: that a character of it was inferred or lost, and its warnings; else nothing. */
export function doubt({certainty, warnings}: Fact, say: Say = english): string {
  const told = warnings.map(({code, candidate}) => (candidate === undefined ? code : `${code} ${candidate}?`))
  return [...(certainty === 'read' ? [] : [say(certainty)]), ...told].join(', ')
}

/** The time as a person writes it. */
export function when(fact: Fact, say: Say = english): string {
  if (fact.kind === 'deadline')
    return `${say(fact.relation)} ${fact.edtf ?? fact.duration ?? fact.every ?? fact.event ?? ''}`
  if (fact.kind !== 'target' || !fact.deadline) return ''
  return `${say(fact.deadline.relation)} ${fact.deadline.edtf ?? fact.deadline.duration ?? ''}`
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
