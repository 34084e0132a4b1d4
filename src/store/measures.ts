/** The rows of facts, of one Result or of an index → the measures that are compared. */
import {factRows} from '../emit/fact-rows.ts'
import type {Row} from '../emit/row.ts'
import type {Result} from '../model/result.ts'
import {firstDay, lastDay} from './days.ts'
import {fold} from './fold.ts'
import {placesOf} from './place.ts'
import type {Filters, Measure} from './store.ts'

/** The numbers of the targets of one Result that pass the filters; the same that an index gives of it. */
export function measuresOf(result: Result, filters: Filters = {}): Measure[] {
  const places = placesOf(result)
  const publishers = new Map(result.documents.map(d => [d.id, d.metadata.publisher?.value ?? null]))
  const out: Measure[] = []
  for (const row of factRows(result)) {
    if (row['kind'] !== 'target' || row['value'] === null) continue
    const document = String(row['document'])
    const measure = measureOf(row, cell(row['doc_title']), places.get(document) ?? null)
    if (passes(measure, {...row, publisher: publishers.get(document) ?? null}, filters)) out.push(measure)
  }
  return out
}

/** The measure of a row of a target with a value. */
export function measureOf(row: Row, title: string | null, place: string | null): Measure {
  return {
    metric: String(row['metric']),
    scope: cell(row['scope']),
    path: cell(row['path']) ?? '-',
    title,
    place,
    year: /^\d{4}/.exec(cell(row['deadline_end']) ?? cell(row['deadline']) ?? '')?.[0] ?? null,
    comparator: String(row['comparator']),
    value: Number(row['value']),
    upper: number(row['upper']),
    unit: cell(row['unit']),
    per: cell(row['per']) ? `${cell(row['per_count']) ?? ''}${cell(row['per'])}` : null,
    direction: cell(row['direction']),
    line: number(row['line']),
    page: number(row['page']),
    text: String(row['text']),
    certainty: String(row['certainty']),
    warnings: cell(row['warnings']) || null,
  }
}

type Cell = Row[string] | undefined
const cell = (value: Cell): string | null => (value === null || value === undefined ? null : String(value))
const number = (value: Cell): number | null => (value === null || value === undefined ? null : Number(value))

function passes(measure: Measure, row: Row, filters: Filters): boolean {
  const has = (value: Cell, part: string | undefined) =>
    part === undefined || fold(String(value ?? '')).includes(fold(part))
  const {min = -Infinity, max = Infinity, by, from} = filters
  const end = cell(row['deadline_end'])
  const start = cell(row['deadline_start']) ?? end
  return (
    (has(measure.metric, filters.metric) || has(measure.scope, filters.metric)) &&
    has(measure.place, filters.place) &&
    (has(row['issuers'], filters.issuer) || has(row['publisher'], filters.issuer)) &&
    has(row['document_type'], filters.type) &&
    (filters.unit === undefined || measure.unit === filters.unit) &&
    (by === undefined || (end !== null && end <= lastDay(by))) &&
    (from === undefined || (start !== null && start >= firstDay(from))) &&
    (measure.upper ?? measure.value) >= min &&
    measure.value <= max
  )
}
