/** A query and filters → hits from SQLite: the index finds candidates, a scan of each candidate decides. */
import {type Condition, hitConditions, measureConditions, valuesOf, wantsFacts, where} from './conditions.ts'
import type {Connection} from './driver.ts'
import {fold} from './fold.ts'
import {cell, contains, hitColumns, hitOf, type Row, saidBy, scorer} from './hits.ts'
import {measureOf} from './measures.ts'
import {bm25, type Corpus} from './rank.ts'
import type {Filters, Hit, Measure} from './store.ts'
import {type Sought, soughtOf, terms} from './tokens.ts'

/** Every node whose own heading or text contains all terms; with filters over facts, the facts of such nodes. */
export function search(db: Connection, query: string, filters: Filters): Hit[] {
  const wanted = terms(query).map(term => fold(term))
  const facts = wantsFacts(filters)
  if (wanted.length === 0) return listed(db, filters, facts)
  const best = ranked(db, wanted, filters, facts)
  const rows = rowsOf(db, best, facts)
  return best.map(({id, score}) => hitOf(rows.get(id)!, score, facts))
}

/** What the filters pass, in order. */
function listed(db: Connection, filters: Filters, facts: boolean): Hit[] {
  const conditions = hitConditions(filters)
  const sql = `SELECT ${hitColumns(facts)} FROM ${tables(facts)} ${where(conditions)}
    ORDER BY d.path, n.id${facts ? ', f.id' : ''} LIMIT ?`
  const rows = db.prepare(sql).all(...valuesOf(conditions), filters.limit ?? -1)
  return rows.map(row => hitOf(row, 0, facts))
}

const tables = (facts: boolean): string =>
  `${facts ? 'facts f JOIN nodes n ON n.id = f.node_id' : 'nodes n'} JOIN documents d ON d.id = n.document_id`

interface Scored {
  readonly id: number
  readonly path: string
  readonly score: number
}

/**
 * The hits by score, path and place. A frequent word stands in every second node: each is looked at once, and no more than
 * the best are held.
 */
function ranked(db: Connection, wanted: readonly string[], filters: Filters, facts: boolean): Scored[] {
  const sought = soughtOf(wanted)
  const match = sought.map(matching).filter(Boolean).join(' AND ')
  const conditions = [...(match ? [{sql: 'words MATCH ?', values: [match]}] : []), ...hitConditions(filters)]
  const asWords = sought.map(asWord)
  const sql = `SELECT ${facts ? 'f' : 'n'}.id AS id, d.path, d.title AS doc_title, n.heading, n.text${facts ? ', f.row_text' : ''}
    ${asWords.map((word, i) => (word ? `, ${word.sql} AS word_${i}` : '')).join('')}
    FROM ${match ? `words CROSS JOIN nodes n ON n.id = words.rowid${facts ? ' CROSS JOIN facts f ON f.node_id = n.id' : ''} JOIN documents d ON d.id = n.document_id` : tables(facts)}
    ${where(conditions)}`
  const rank = bm25(sought, corpusOf(db, sought))
  const score = scorer(wanted)
  const {limit = Infinity} = filters
  const statement = db.prepare(sql)
  const values = valuesOf([...asWords.filter(word => word !== null), ...conditions])
  let best: Scored[] = []
  let least = -Infinity
  for (const row of statement.iterate?.(...values) ?? statement.all(...values)) {
    const said = saidBy(row)
    if (!contains(said, wanted)) continue
    const words = sought.map((_, i) => row[`word_${i}`] === 1)
    const found = score(row, rank(said, words))
    if (found < least) continue
    best.push({id: Number(row['id']), path: String(row['path']), score: found})
    if (best.length < 2 * limit + SPARE) continue
    best = best.sort(before).slice(0, limit)
    least = best.at(-1)?.score ?? Infinity
  }
  return best.sort(before).slice(0, limit)
}

/** So many more are gathered before the best are chosen again. */
const SPARE = 1000

const before = (a: Scored, b: Scored): number => b.score - a.score || byBytes(a.path, b.path) || a.id - b.id

/** As SQLite and PostgreSQL order. */
const byBytes = (a: string, b: string): number => (a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b)))

/** How many rows are asked for at once. */
const CHUNK = 500

/** The rows of hits, by their id. */
function rowsOf(db: Connection, best: readonly Scored[], facts: boolean): Map<number, Row> {
  const rows = new Map<number, Row>()
  const id = facts ? 'f.id' : 'n.id'
  for (let i = 0; i < best.length; i += CHUNK) {
    const ids = best.slice(i, i + CHUNK).map(one => one.id)
    const sql = `SELECT ${id} AS hit_id, ${hitColumns(facts)} FROM ${tables(facts)} WHERE ${id} IN (${ids.join(', ')})`
    for (const row of db.prepare(sql).all()) rows.set(Number(row['hit_id']), row)
  }
  return rows
}

/** Only letters and digits stand in a token, so nothing in it can be read as an operator. */
const matching = ({tokens, open}: Sought): string =>
  tokens.map((token, i) => `"${token}"${open && i === tokens.length - 1 ? '*' : ''}`).join(' AND ')

const asWord = ({word}: Sought): Condition | null =>
  word === null ? null : {sql: 'n.id IN (SELECT rowid FROM words WHERE words MATCH ?)', values: [`"${word}"`]}

function corpusOf(db: Connection, sought: readonly Sought[]): Corpus {
  const size = db.prepare('SELECT sum(nodes) AS nodes, sum(characters) AS characters FROM inputs').get()
  const having = db.prepare('SELECT count(*) AS n FROM words WHERE words MATCH ?')
  const count = (match: string): number => (match === '' ? 0 : Number(having.get(match)!['n']))
  return {
    nodes: Number(size?.['nodes'] ?? 0),
    characters: Number(size?.['characters'] ?? 0),
    having: sought.map(term => ({
      tokens: count(matching(term)),
      word: count(term.word === null ? '' : `"${term.word}"`),
    })),
  }
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
