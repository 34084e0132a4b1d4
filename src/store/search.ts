/** A query and filters → hits from SQLite: the index finds candidates, a scan of each candidate decides. */
import {hitConditions, measureConditions, valuesOf, wantsFacts, where} from './conditions.ts'
import type {Connection} from './driver.ts'
import {fold} from './fold.ts'
import {phrase, terms} from './grams.ts'
import {bestFirst, cell, contains, hitColumns, hitOf, saidBy, scoreOf} from './hits.ts'
import {measureOf} from './measures.ts'
import {WEIGHTS} from './schema.ts'
import type {Filters, Hit, Measure} from './store.ts'

const RANK = `bm25(words, ${WEIGHTS.heading}, ${WEIGHTS.text}, ${WEIGHTS.vocabulary})`

/** Every node whose own heading or text contains all terms; with filters over facts, the facts of such nodes. */
export function search(db: Connection, query: string, filters: Filters): Hit[] {
  const wanted = terms(query).map(term => fold(term))
  const match = expression(wanted)
  const facts = wantsFacts(filters)
  const conditions = [...(match ? [{sql: 'words MATCH ?', values: [match]}] : []), ...hitConditions(filters)]
  const sql = `SELECT ${match ? RANK : '0'} AS rank, ${hitColumns(facts)}
    FROM ${match ? 'words JOIN nodes n ON n.id = words.rowid' : 'nodes n'} JOIN documents d ON d.id = n.document_id
    ${facts ? 'JOIN facts f ON f.node_id = n.id' : ''} ${where(conditions)} ORDER BY d.path, n.id${facts ? ', f.id' : ''}`
  const hits: Hit[] = []
  for (const row of db.prepare(sql).all(...valuesOf(conditions)))
    if (contains(saidBy(row), wanted)) hits.push(hitOf(row, scoreOf(row, wanted, -Number(row['rank'] ?? 0)), facts))
  return bestFirst(hits, filters.limit)
}

/** All numbers of targets that pass the filters. */
export function measures(db: Connection, filters: Filters): Measure[] {
  const conditions = measureConditions(filters)
  const sql = `SELECT f.*, d.path, d.title AS doc_title, d.place FROM facts f JOIN nodes n ON n.id = f.node_id
    JOIN documents d ON d.id = n.document_id ${where(conditions)} ORDER BY d.path, f.id`
  return db
    .prepare(sql)
    .all(...valuesOf(conditions))
    .map(row => measureOf(row, cell(row['doc_title']), cell(row['place'])))
}

function expression(wanted: readonly string[]): string | null {
  const phrases = wanted.flatMap(term => phrase(term) ?? [])
  if (phrases.length === 0) return null
  const words = wanted.map(term => `"${term.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()}"`)
  return `({heading text} : (${phrases.join(' AND ')})) OR ({vocabulary} : (${words.join(' AND ')}))`
}
