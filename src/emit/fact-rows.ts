/** A Result → one flat row a fact, each with its document, its headings and its sentence. */
import type {Fact} from '../model/fact.ts'
import type {Result} from '../model/result.ts'
import type {Flowing, FlowingDocument} from '../model/stages.ts'
import type {Span} from '../text/span.ts'
import {field, fields, lineOf, list, nodes, type Placed, type PlacedFlowing, pageOf, type Row, sourceOf} from './row.ts'

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
  'page',
] as const
export type FactColumn = (typeof FACT_COLUMNS)[number]

const NOTHING = Object.fromEntries(FACT_COLUMNS.map(column => [column, null])) as Record<FactColumn, Row[string]>

/** A row that is filled; a copy of one that has all columns is made many times faster than several are put together. */
type Cells = Record<FactColumn, Row[string]>

/** The facts of a Result in order; `start` and `end` are offsets in its text, what a kind has not is null. */
export function factRows(result: Flowing): Generator<Row> {
  if (!isHeld(result)) return factRowsAt(result, ahead(nodes(result)))
  const placed = new Map(Array.from(nodes(result), p => [p.node.id, p]))
  return factRowsAt(result, id => placed.get(id))
}

const isHeld = (result: Flowing): result is Result => Array.isArray(result.documents)

/** Looks nodes up in the order of the text, which is that of facts as they are found; none is held. */
function ahead(placed: Iterator<PlacedFlowing>): (node: string) => PlacedFlowing | undefined {
  let next = placed.next()
  return node => {
    while (!next.done && next.value.node.id !== node) next = placed.next()
    return next.done ? undefined : next.value
  }
}

/** The same where the nodes are known by their ids already. All columns stand in each row, in their order. */
export function* factRowsAt(
  result: Flowing,
  placeOf: (node: string) => Placed | PlacedFlowing | undefined,
): Generator<Row> {
  let last: Placed | PlacedFlowing | undefined
  let where: Where = {cite: null, headings: ''}
  const documents = new Map(
    Array.from(result.documents, d => [d.id, {...NOTHING, ...sourceOf(result), ...documentCells(d)}]),
  )
  for (const fact of result.facts) {
    const place = placeOf(fact.node)
    // Facts of one clause mostly follow each other.
    if (place !== last) where = whereIs(place)
    last = place
    const row: Cells = {...(documents.get(fact.document) ?? NOTHING)}
    row.clause = fact.clause
    row.cite = where.cite
    row.headings = where.headings
    fillOwn(row, fact)
    row.id = fact.id
    row.kind = fact.kind
    row.certainty = fact.certainty
    row.warnings = list(fact.warnings.map(w => w.code))
    row.text = fact.text
    row.sentence = sentence(result.text, fact.span, place)
    row.line = lineOf(fact.origin)
    row.start = fact.span.start
    row.end = fact.span.end
    row.page = pageOf(fact.origin)
    yield row
  }
}

const documentCells = ({id, title, documentType, metadata}: FlowingDocument): Partial<Cells> => ({
  document: id,
  doc_title: title,
  document_type: documentType,
  issuers: fields(metadata.issuers),
  document_number: field(metadata.documentNumber),
  document_date: field(metadata.documentDate),
})

interface Where {
  readonly cite: string | null
  readonly headings: string | null
}

function whereIs(place: Placed | PlacedFlowing | undefined): Where {
  const chain = place ? [...place.above, ...(place.node.type === 'clause' ? [place.node] : [])] : []
  const headings = chain.flatMap(c => (c.heading ? [c.heading.text] : []))
  if (place && 'heading' in place.node && place.node.type !== 'clause') headings.push(place.node.heading!.text)
  return {cite: chain.at(-1)?.cite ?? null, headings: list(headings)}
}

function fillOwn(row: Cells, fact: Fact): void {
  switch (fact.kind) {
    case 'percentage':
      fillAmount(row, fact)
      row.base = fact.base
      return
    case 'money':
    case 'quantity':
      fillAmount(row, fact)
      row.per = list(fact.per)
      return
    case 'deadline':
      row.comparator = fact.comparator
      row.deadline_relation = fact.relation
      row.deadline = fact.edtf ?? fact.duration ?? fact.every
      row.deadline_start = fact.start
      row.deadline_end = fact.end
      return
    case 'target':
      fillTarget(row, fact)
      return
    case 'reference':
      row.title = fact.title
      return
    case 'responsibility':
      row.bodies = list(fact.bodies)
      row.lead = list(fact.lead)
      row.support = list(fact.support)
  }
}

function fillAmount(row: Cells, {comparator, value, upper, unit}: Extract<Fact, {value: unknown}>): void {
  row.comparator = comparator
  row.value = value
  row.upper = upper
  row.unit = unit
}

function fillTarget(row: Cells, fact: Extract<Fact, {kind: 'target'}>): void {
  fillAmount(row, fact)
  row.metric = fact.metric
  row.scope = fact.scope
  row.direction = fact.direction
  row.per = list(fact.per)
  row.per_count = fact.perCount
  row.base = fact.base
  row.benchmark = fact.benchmark
  row.modality = fact.modality
  if (!fact.deadline) return
  row.deadline_relation = fact.deadline.relation
  row.deadline = fact.deadline.edtf ?? fact.deadline.duration
  row.deadline_start = fact.deadline.start
  row.deadline_end = fact.deadline.end
  row.deadline_via = fact.deadline.via
}

/** 。！？!? and the line feed, as code units: a character taken out of a Chinese text is a new string. */
const isEnd = (unit: number): boolean =>
  unit === 0x3002 || unit === 0xff01 || unit === 0xff1f || unit === 0x21 || unit === 0x3f || unit === 0x0a
const LONGEST = 2000

/** The sentence around a fact: from the end of the one before (or the marker of its clause) to its own end mark. */
function sentence(text: string, span: Span, place: Placed | PlacedFlowing | undefined): string {
  const node = place?.node
  const marker = node?.type === 'clause' ? node.marker?.span : undefined
  const low = Math.max(marker?.end ?? node?.span.start ?? 0, span.start - LONGEST)
  const high = Math.min(text.length, span.end + LONGEST)
  let {start, end} = span
  while (start > low && !isEnd(text.charCodeAt(start - 1))) start--
  while (end < high && !isEnd(text.charCodeAt(end - 1))) end++
  return text.slice(start, end).trim()
}
