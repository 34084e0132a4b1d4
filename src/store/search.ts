/** A query and filters → hits from SQLite: the index finds candidates, a scan of each candidate decides. */
import {type Condition, hitConditions, measureConditions, valuesOf, wantsFacts, where} from './conditions.ts'
import type {Connection} from './driver.ts'
import {fold} from './fold.ts'
import {bestFirst, cell, contains, hitColumns, hitOf, saidBy, scoreOf} from './hits.ts'
import {measureOf} from './measures.ts'
import {bm25, type Corpus} from './rank.ts'
import type {Filters, Hit, Measure} from './store.ts'
import {type Sought, soughtBy, terms} from './tokens.ts'

/** Every node whose own heading or text contains all terms; with filters over facts, the facts of such nodes. */
export function search(db: Connection, query: string, filters: Filters): Hit[] {
  const wanted = terms(query).map(term => fold(term))
  const sought = wanted.map(soughtBy)
  const match = sought.map(matching).filter(Boolean).join(' AND ')
  const facts = wantsFacts(filters)
  const conditions = [...(match ? [{sql: 'words MATCH ?', values: [match]}] : []), ...hitConditions(filters)]
  const asWords = sought.map(asWord)
  const sql = `SELECT ${hitColumns(facts)}${asWords.map(({sql}, i) => `, ${sql} AS word_${i}`).join('')}
    FROM ${match ? 'words JOIN nodes n ON n.id = words.rowid' : 'nodes n'} JOIN documents d ON d.id = n.document_id
    ${facts ? 'JOIN facts f ON f.node_id = n.id' : ''} ${where(conditions)} ORDER BY d.path, n.id${facts ? ', f.id' : ''}`
  const rank = bm25(sought, corpusOf(db, sought))
  const hits: Hit[] = []
  for (const row of db.prepare(sql).all(...valuesOf([...asWords, ...conditions]))) {
    const said = saidBy(row)
    if (!contains(said, wanted)) continue
    const words = sought.map((_, i) => row[`word_${i}`] === 1)
    hits.push(hitOf(row, scoreOf(row, wanted, rank(said, words)), facts))
  }
  return bestFirst(hits, filters.limit)
}

/** Only letters and digits stand in a token, so nothing in it can be read as an operator. */
const matching = ({tokens, open}: Sought): string =>
  tokens.map((token, i) => `"${token}"${open && i === tokens.length - 1 ? '*' : ''}`).join(' AND ')

const asWord = ({word}: Sought): Condition =>
  word === null
    ? {sql: '0', values: []}
    : {sql: 'n.id IN (SELECT rowid FROM words WHERE words MATCH ?)', values: [`"${word}"`]}

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
