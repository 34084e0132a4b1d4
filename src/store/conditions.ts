/** Filters → conditions in the SQL that SQLite and PostgreSQL have in common. */
import {firstDay, lastDay} from './days.ts'
import {fold} from './fold.ts'
import type {Cell} from './rows.ts'
import type {Filters} from './store.ts'

/** One condition, `?` for each of the values that it binds. */
export interface Condition {
  readonly sql: string
  readonly values: readonly Cell[]
}

const NODE_KINDS: ReadonlySet<string> = new Set(['clause', 'paragraph', 'table'])

/** Whether any filter speaks of facts. */
export const wantsFacts = ({kind, metric, min, max, unit, by, from}: Filters): boolean =>
  (kind !== undefined && !NODE_KINDS.has(kind)) || [metric, min, max, unit, by, from].some(v => v !== undefined)

/** What nodes `n` of documents `d`, or facts `f` of them, must be to be hits. */
export function hitConditions(filters: Filters): Condition[] {
  const out = documentConditions(filters)
  if (wantsFacts(filters)) out.push(...factConditions(filters))
  else if (filters.kind) out.push({sql: 'n.kind = ?', values: [filters.kind]})
  return out
}

/** What facts must be to be measures. */
export const measureConditions = (filters: Filters): Condition[] => [
  ...documentConditions(filters),
  ...factConditions({...filters, kind: 'target'}),
  {sql: 'f.value IS NOT NULL', values: []},
]

/** The WHERE of a query; empty without conditions. */
export const where = (conditions: readonly Condition[]): string =>
  conditions.length === 0 ? '' : `WHERE ${conditions.map(c => c.sql).join(' AND ')}`

/** The values of the conditions, in the order of their placeholders. */
export const valuesOf = (conditions: readonly Condition[]): Cell[] => conditions.flatMap(c => c.values)

const documentConditions = ({issuer, type, place}: Filters): Condition[] => [
  ...like(['d.issuers', 'd.publisher'], issuer),
  ...like(['d.type'], type),
  ...like(['d.place'], place),
]

function factConditions({kind, metric, min, max, unit, by, from}: Filters): Condition[] {
  const out: Condition[] = [...like(['f.metric', 'f.scope'], metric)]
  const add = (sql: string, value: Cell | undefined): void => {
    if (value !== undefined) out.push({sql, values: [value]})
  }
  // Only targets have a metric, and there is an index of kinds.
  add('f.kind = ?', kind !== undefined && kind !== 'fact' ? kind : metric === undefined ? undefined : 'target')
  add('coalesce(f.upper, f.value) >= ?', min)
  add('f.value <= ?', max)
  add('f.unit = ?', unit)
  add('f.deadline_end <= ?', by && lastDay(by))
  add('coalesce(f.deadline_start, f.deadline_end) >= ?', from && firstDay(from))
  return out
}

/** LIKE ignores the case of small and capital Latin letters in SQLite, not in PostgreSQL. */
function like(columns: readonly string[], value: string | undefined): Condition[] {
  if (value === undefined) return []
  const pattern = `%${fold(value).replace(/[\\%_]/g, '\\$&')}%`
  return [
    {sql: `(${columns.map(c => `lower(${c}) LIKE ? ESCAPE '\\'`).join(' OR ')})`, values: columns.map(() => pattern)},
  ]
}
