/** A query and filters → hits from PostgreSQL: the same candidates, the same scan, the same ranking as from SQLite. */
import {type Condition, hitConditions, measureConditions, valuesOf, wantsFacts, where} from '../conditions.ts'
import {anyOf, bestFirst, cell, contains, hitColumns, hitOf, type Row, saidBy, scorer} from '../hits.ts'
import {measureOf} from '../measures.ts'
import {readingsOf} from '../query.ts'
import {bm25, type Corpus} from '../rank.ts'
import type {Filters, Hit, Measure} from '../store.ts'
import {type Sought, soughtOf} from '../tokens.ts'
import type {Client} from './client.ts'
import {tokenQuery, wordQuery} from './vectors.ts'

/** Every node whose own heading or text contains all terms; with filters over facts, the facts of such nodes. */
export async function search(client: Client, query: string, filters: Filters): Promise<Hit[]> {
  const found: Hit[][] = []
  for (const wanted of readingsOf(query)) found.push(await searchFor(client, wanted, filters))
  return anyOf(found, filters.limit)
}

async function searchFor(client: Client, wanted: readonly string[], filters: Filters): Promise<Hit[]> {
  const sought = soughtOf(wanted)
  const indexed = sought.filter(({tokens}) => tokens.length > 0)
  const facts = wantsFacts(filters)
  const conditions = [
    ...indexed.map(term => ({sql: '(w.tokens @@ ?::tsquery OR w.tokens IS NULL)', values: [tokenQuery(term)]})),
    ...hitConditions(filters),
  ]
  const asWords = sought.map(asWord)
  const rows = await run(
    client,
    `SELECT ${hitColumns(facts)}${asWords.map((word, i) => (word ? `, ${word.sql} AS word_${i}` : '')).join('')}
    FROM ${indexed.length > 0 ? 'words w JOIN nodes n ON n.id = w.id' : 'nodes n'} JOIN documents d ON d.id = n.document_id
    ${facts ? 'JOIN facts f ON f.node_id = n.id' : ''} ${where(conditions)} ORDER BY d.path, n.id${facts ? ', f.id' : ''}`,
    [...asWords.filter(word => word !== null), ...conditions],
  )
  const rank = bm25(sought, await corpusOf(client, sought))
  const score = scorer(wanted)
  const hits: Hit[] = []
  for (const row of rows) {
    const said = saidBy(row)
    if (!contains(said, wanted)) continue
    const words = sought.map((_, i) => row[`word_${i}`] === 1)
    hits.push(hitOf(row, score(row, rank(said, words)), facts))
  }
  return bestFirst(hits, filters.limit)
}

const asWord = ({word}: Sought): Condition | null =>
  word === null ? null : {sql: '(w.tokens @@ ?::tsquery)::integer', values: [wordQuery(word)]}

async function corpusOf(client: Client, sought: readonly Sought[]): Promise<Corpus> {
  if (sought.length === 0) return {nodes: 0, characters: 0, having: []}
  const [size] = await client.query(
    'SELECT coalesce(sum(nodes), 0) AS nodes, coalesce(sum(characters), 0) AS characters FROM inputs',
  )
  const count = async (query: string): Promise<number> => {
    if (query === '') return 0
    const [row] = await client.query('SELECT count(*) AS n FROM words WHERE tokens @@ $1::tsquery', [query])
    return Number(row!['n'])
  }
  const having: Corpus['having'][number][] = []
  for (const term of sought)
    having.push({
      tokens: await count(tokenQuery(term)),
      word: await count(term.word === null ? '' : wordQuery(term.word)),
    })
  return {nodes: Number(size!['nodes']), characters: Number(size!['characters']), having}
}

/** All numbers of targets that pass the filters. */
export async function measures(client: Client, filters: Filters): Promise<Measure[]> {
  const conditions = measureConditions(filters)
  const rows = await run(
    client,
    `SELECT f.*, d.path, d.title AS doc_title, d.place FROM facts f JOIN nodes n ON n.id = f.node_id
    JOIN documents d ON d.id = n.document_id ${where(conditions)} ORDER BY d.path, f.id`,
    conditions,
  )
  return rows.map(row => measureOf(row, cell(row['doc_title']), cell(row['place'])))
}

/** Runs a query whose values are written `?`, in their order. */
function run(client: Client, sql: string, conditions: readonly Condition[]): Promise<Row[]> {
  let number = 0
  return client.query(
    sql.replace(/\?/g, () => `$${++number}`),
    valuesOf(conditions),
  )
}
