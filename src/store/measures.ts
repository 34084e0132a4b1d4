/** A Result → the measures that an index would give of it, for comparing without one. */
import {factRows} from '../emit/fact-rows.ts'
import type {Result} from '../model/result.ts'
import {fold} from './fold.ts'
import {firstPlace} from './place.ts'
import type {Filters, Measure} from './store.ts'

/** The numbers of the targets of one Result that pass the filters. */
export function measuresOf(result: Result, filters: Filters = {}): Measure[] {
  const places = new Map(
    result.documents.map(({id, title, metadata}) => {
      const names = [
        ...(metadata.issuers ?? []),
        ...(metadata.publisher ? [metadata.publisher] : []),
        ...(metadata.signedBy ?? []),
      ]
      return [id, firstPlace([...names.map(n => n.value), ...(title ? [title] : [])])]
    }),
  )
  const out: Measure[] = []
  for (const row of factRows(result)) {
    if (row['kind'] !== 'target' || row['value'] === null) continue
    const measure: Measure = {
      metric: String(row['metric']),
      scope: row['scope'] as string | null,
      path: String(row['path'] ?? '-'),
      title: row['doc_title'] as string | null,
      place: places.get(String(row['document'])) ?? null,
      year: /^\d{4}/.exec(String(row['deadline_end'] ?? row['deadline'] ?? ''))?.[0] ?? null,
      comparator: String(row['comparator']),
      value: Number(row['value']),
      upper: row['upper'] as number | null,
      unit: row['unit'] as string | null,
      line: row['line'] as number | null,
      text: String(row['text']),
    }
    if (passes(measure, row, filters)) out.push(measure)
  }
  return out
}

function passes(measure: Measure, row: Record<string, string | number | null>, filters: Filters): boolean {
  const has = (value: unknown, part: string | undefined) =>
    part === undefined || fold(String(value ?? '')).includes(fold(part))
  const {min = -Infinity, max = Infinity} = filters
  return (
    (has(measure.metric, filters.metric) || has(measure.scope, filters.metric)) &&
    has(measure.place, filters.place) &&
    has(row['issuers'], filters.issuer) &&
    has(row['document_type'], filters.type) &&
    (filters.unit === undefined || measure.unit === filters.unit) &&
    (measure.upper ?? measure.value) >= min &&
    measure.value <= max
  )
}
