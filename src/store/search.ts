/** A query and filters → hits: the index finds candidates, a scan of each candidate decides. */
import {firstDay, lastDay} from './days.ts'
import type {Connection, Value} from './driver.ts'
import {fold} from './fold.ts'
import {phrase, terms} from './grams.ts'
import {measureOf} from './measures.ts'
import {FACT_FIELDS} from './schema.ts'
import type {Filters, Hit, Measure} from './store.ts'

type Row = Record<string, Value>
/** One condition and the values that it binds. */
interface Condition {
  readonly sql: string
  readonly values: readonly Value[]
}

const NODE_KINDS: ReadonlySet<string> = new Set(['clause', 'paragraph', 'table'])
/** A heading weighs four times a text; whole words of the segmenter a half. */
const RANK = 'bm25(words, 4.0, 1.0, 0.5)'
const TITLE_BONUS = 1

/** Every node whose own heading or text contains all terms; with filters over facts, the facts of such nodes. */
export function search(db: Connection, query: string, filters: Filters): Hit[] {
  const wanted = terms(query).map(term => fold(term))
  const match = expression(wanted)
  const facts = wantsFacts(filters)
  const conditions = [...(match ? [{sql: 'words MATCH ?', values: [match]}] : []), ...documentConditions(filters)]
  if (facts) conditions.push(...factConditions(filters))
  else if (filters.kind) conditions.push({sql: 'n.kind = ?', values: [filters.kind]})
  const hits: Hit[] = []
  for (const row of db.prepare(sqlOf(conditions, match !== null, facts)).all(...conditions.flatMap(c => c.values))) {
    const title = fold(String(row['doc_title'] ?? ''))
    if (!contains(row, wanted)) continue
    const bonus = wanted.some(term => title.includes(term)) ? TITLE_BONUS : 0
    hits.push(hitOf(row, Math.round((bonus - Number(row['rank'] ?? 0)) * 1e6) / 1e6, facts))
  }
  hits.sort((a, b) => b.score - a.score)
  return filters.limit === undefined ? hits : hits.slice(0, filters.limit)
}

/** All numbers of targets that pass the filters. */
export function measures(db: Connection, filters: Filters): Measure[] {
  const conditions = [
    ...documentConditions(filters),
    ...factConditions({...filters, kind: 'target'}),
    {sql: 'f.value IS NOT NULL', values: []},
  ]
  const sql = `SELECT f.*, d.path, d.title AS doc_title, d.place FROM facts f JOIN nodes n ON n.id = f.node_id
    JOIN documents d ON d.id = n.document_id ${where(conditions)} ORDER BY d.path, f.id`
  return db
    .prepare(sql)
    .all(...conditions.flatMap(c => c.values))
    .map(row => measureOf(row, text(row['doc_title']), text(row['place'])))
}

const text = (value: Value | undefined): string | null => (value === null || value === undefined ? null : String(value))

function expression(wanted: readonly string[]): string | null {
  const phrases = wanted.flatMap(term => phrase(term) ?? [])
  if (phrases.length === 0) return null
  const words = wanted.map(term => `"${term.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()}"`)
  return `({heading text} : (${phrases.join(' AND ')})) OR ({vocabulary} : (${words.join(' AND ')}))`
}

function sqlOf(conditions: readonly Condition[], ranked: boolean, facts: boolean): string {
  const rank = ranked ? RANK : '0'
  const fact = facts ? `, f.fact, ${FACT_FIELDS.map(c => `f."${c}" AS "fact_${c}"`).join(', ')}` : ''
  return `SELECT ${rank} AS rank, n.kind, n.node, n.clause, n.cite, n.heading, n.text, n.line,
      d.path, d.document, d.title AS doc_title${fact}
    FROM ${ranked ? 'words JOIN nodes n ON n.id = words.rowid' : 'nodes n'} JOIN documents d ON d.id = n.document_id
    ${facts ? 'JOIN facts f ON f.node_id = n.id' : ''} ${where(conditions)} ORDER BY d.path, n.id${facts ? ', f.id' : ''}`
}

const where = (conditions: readonly Condition[]): string =>
  conditions.length === 0 ? '' : `WHERE ${conditions.map(c => c.sql).join(' AND ')}`

/** The scan that the index must agree with: pairs of characters also meet across punctuation, words must not. */
function contains(row: Row, wanted: readonly string[]): boolean {
  if (wanted.length === 0) return true
  const heading = fold(String(row['heading'] ?? ''))
  const body = fold(String(row['text']))
  return wanted.every(term => heading.includes(term) || body.includes(term))
}

function hitOf(row: Row, score: number, facts: boolean): Hit {
  const heading = row['heading'] === null ? '' : `${row['heading']} `
  const hit = {
    path: String(row['path']),
    document: String(row['document']),
    title: text(row['doc_title']),
    node: String(row['node']),
    clause: text(row['clause']),
    cite: text(row['cite']),
    score,
  }
  if (!facts)
    return {
      kind: row['kind'] as Hit['kind'],
      ...hit,
      line: Number(row['line'] ?? 0) || null,
      text: (heading + row['text']).trim(),
    }
  const fact = {id: row['fact'] ?? null, ...Object.fromEntries(FACT_FIELDS.map(c => [c, row[`fact_${c}`] ?? null]))}
  return {
    kind: 'fact',
    ...hit,
    line: Number(row['fact_line'] ?? 0) || null,
    text: String(row['fact_sentence'] ?? row['fact_text']),
    fact,
  }
}

/** Whether any filter speaks of facts. */
const wantsFacts = ({kind, metric, min, max, unit, by, from}: Filters): boolean =>
  (kind !== undefined && !NODE_KINDS.has(kind)) || [metric, min, max, unit, by, from].some(v => v !== undefined)

function documentConditions({issuer, type, place}: Filters): Condition[] {
  return [...like(['d.issuers', 'd.publisher'], issuer), ...like(['d.type'], type), ...like(['d.place'], place)]
}

function factConditions({kind, metric, min, max, unit, by, from}: Filters): Condition[] {
  const out: Condition[] = [...like(['f.metric', 'f.scope'], metric)]
  const add = (sql: string, value: Value | undefined): void => {
    if (value !== undefined) out.push({sql, values: [value]})
  }
  add('f.kind = ?', kind === 'fact' ? undefined : kind)
  add('coalesce(f.upper, f.value) >= ?', min)
  add('f.value <= ?', max)
  add('f.unit = ?', unit)
  add('f.deadline_end <= ?', by && lastDay(by))
  add('coalesce(f.deadline_start, f.deadline_end) >= ?', from && firstDay(from))
  return out
}

function like(columns: readonly string[], value: string | undefined): Condition[] {
  if (value === undefined) return []
  const pattern = `%${fold(value).replace(/[\\%_]/g, '\\$&')}%`
  return [{sql: `(${columns.map(c => `${c} LIKE ? ESCAPE '\\'`).join(' OR ')})`, values: columns.map(() => pattern)}]
}
