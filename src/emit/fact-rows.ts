/** A Result → one flat row a fact, each with its document, its headings and its sentence. */
import type {Document} from '../model/document.ts'
import type {Fact} from '../model/fact.ts'
import type {Result} from '../model/result.ts'
import type {Span} from '../text/span.ts'
import {field, fields, lineOf, list, nodes, type Placed, type Row, sourceOf} from './row.ts'

/** The columns of a fact row, in order. */
export const FACT_COLUMNS = [
  'path',
  'sha256',
  'document',
  'doc_title',
  'document_type',
  'issuers',
  'document_number',
  'document_date',
  'clause',
  'cite',
  'headings',
  'id',
  'kind',
  'metric',
  'scope',
  'direction',
  'comparator',
  'value',
  'upper',
  'unit',
  'per',
  'per_count',
  'base',
  'benchmark',
  'deadline_relation',
  'deadline',
  'deadline_start',
  'deadline_end',
  'deadline_via',
  'modality',
  'title',
  'bodies',
  'lead',
  'support',
  'certainty',
  'warnings',
  'text',
  'sentence',
  'line',
  'start',
  'end',
] as const
export type FactColumn = (typeof FACT_COLUMNS)[number]
type Cells = Partial<Record<FactColumn, Row[string]>>

const NOTHING = Object.fromEntries(FACT_COLUMNS.map(column => [column, null])) as Record<FactColumn, null>

/** The facts of a Result in order; `start` and `end` are offsets in its text, what a kind has not is null. */
export function* factRows(result: Result): Generator<Row> {
  const placed = new Map([...nodes(result)].map(p => [p.node.id, p]))
  const documents = new Map(result.documents.map(d => [d.id, {...NOTHING, ...sourceOf(result), ...documentCells(d)}]))
  for (const fact of result.facts) {
    const place = placed.get(fact.node)
    yield {
      ...(documents.get(fact.document) ?? NOTHING),
      ...placeCells(fact, place),
      ...own(fact),
      id: fact.id,
      kind: fact.kind,
      certainty: fact.certainty,
      warnings: list(fact.warnings.map(w => w.code)),
      text: fact.text,
      sentence: sentence(result.text, fact.span, place),
      line: lineOf(fact.origin),
      start: fact.span.start,
      end: fact.span.end,
    }
  }
}

const documentCells = ({id, title, documentType, metadata}: Document): Cells => ({
  document: id,
  doc_title: title,
  document_type: documentType,
  issuers: fields(metadata.issuers),
  document_number: field(metadata.documentNumber),
  document_date: field(metadata.documentDate),
})

function placeCells(fact: Fact, place: Placed | undefined): Cells {
  const chain = place ? [...place.above, ...(place.node.type === 'clause' ? [place.node] : [])] : []
  const headings = chain.flatMap(c => (c.heading ? [c.heading.text] : []))
  if (place && 'heading' in place.node && place.node.type !== 'clause') headings.push(place.node.heading!.text)
  return {clause: fact.clause, cite: chain.at(-1)?.cite ?? null, headings: list(headings)}
}

function own(fact: Fact): Cells {
  switch (fact.kind) {
    case 'percentage':
      return {...amount(fact), base: fact.base}
    case 'money':
    case 'quantity':
      return {...amount(fact), per: list(fact.per)}
    case 'deadline':
      return {
        comparator: fact.comparator,
        deadline_relation: fact.relation,
        deadline: fact.edtf ?? fact.duration ?? fact.every,
        deadline_start: fact.start,
        deadline_end: fact.end,
      }
    case 'target':
      return targetCells(fact)
    case 'reference':
      return {title: fact.title}
    case 'responsibility':
      return {bodies: list(fact.bodies), lead: list(fact.lead), support: list(fact.support)}
  }
}

type Amount = Extract<Fact, {value: unknown}>
const amount = (f: Amount): Cells => ({
  comparator: f.comparator,
  value: f.value,
  upper: f.upper,
  unit: f.unit,
})

const targetCells = (f: Extract<Fact, {kind: 'target'}>): Cells => ({
  ...amount(f),
  metric: f.metric,
  scope: f.scope,
  direction: f.direction,
  per: list(f.per),
  per_count: f.perCount,
  base: f.base,
  benchmark: f.benchmark,
  deadline_relation: f.deadline?.relation ?? null,
  deadline: f.deadline?.edtf ?? f.deadline?.duration ?? null,
  deadline_start: f.deadline?.start ?? null,
  deadline_end: f.deadline?.end ?? null,
  deadline_via: f.deadline?.via ?? null,
  modality: f.modality,
})

const ENDS = '。！？!?\n'
const LONGEST = 2000

/** The sentence around a fact: from the end of the one before (or the marker of its clause) to its own end mark. */
function sentence(text: string, span: Span, place: Placed | undefined): string {
  const node = place?.node
  const marker = node?.type === 'clause' ? node.marker?.span : undefined
  const low = Math.max(marker?.end ?? node?.span.start ?? 0, span.start - LONGEST)
  const high = Math.min(text.length, span.end + LONGEST)
  let {start, end} = span
  while (start > low && !ENDS.includes(text[start - 1]!)) start--
  while (end < high && !ENDS.includes(text[end - 1]!)) end++
  return text.slice(start, end).trim()
}
