/** A query and filters → hits from PostgreSQL: the same candidates, the same scan, the same ranking as from SQLite. */
import {type Condition, hitConditions, measureConditions, valuesOf, wantsFacts, where} from '../conditions.ts'
import {fold} from '../fold.ts'
import {phraseOf, terms} from '../grams.ts'
import {bestFirst, cell, contains, hitColumns, hitOf, type Row, saidBy, scoreOf} from '../hits.ts'
import {measureOf} from '../measures.ts'
import type {Filters, Hit, Measure} from '../store.ts'
import type {Client} from './client.ts'
import {bm25, type Corpus, type Sought} from './rank.ts'
import {gramQuery, wordQuery, wordTokens} from './vectors.ts'

/** Every node whose own heading or text contains all terms; with filters over facts, the facts of such nodes. */
export async function search(client: Client, query: string, filters: Filters): Promise<Hit[]> {
  const wanted = terms(query).map(term => fold(term))
  const sought = wanted.flatMap(term => {
    const phrase = phraseOf(term)
    return phrase ? {phrase, words: wordTokens(term)} : []
  })
  const facts = wantsFacts(filters)
  const conditions = [
    ...sought.map(({phrase}) => ({sql: '(w.grams @@ ?::tsquery OR w.grams IS NULL)', values: [gramQuery(phrase)]})),
    ...hitConditions(filters),
  ]
  const counts = sought.map(({words}, i) => countOf(words, i))
  const rows = await run(
    client,
    `SELECT ${hitColumns(facts)}${sought.length > 0 ? ', w.tokens' : ''}${counts.map(c => c.sql).join('')}
    FROM ${sought.length > 0 ? 'words w JOIN nodes n ON n.id = w.id' : 'nodes n'} JOIN documents d ON d.id = n.document_id
    ${facts ? 'JOIN facts f ON f.node_id = n.id' : ''} ${where(conditions)} ORDER BY d.path, n.id${facts ? ', f.id' : ''}`,
    [...counts, ...conditions],
  )
  const found = rows.map(row => ({row, said: saidBy(row)})).filter(({said}) => contains(said, wanted))
  const rank = bm25(sought, await corpusOf(client, sought))
  const hits = found.map(({row, said}) => hitOf(row, scoreOf(row, wanted, rank(row, said)), facts))
  return bestFirst(hits, filters.limit)
}

/** How often words stand in a node as the segmenter cut it; of several, whether they stand there one after another. */
function countOf(words: readonly string[], i: number): Condition {
  const [word] = words
  return words.length === 1
    ? {
        sql: `, (SELECT cardinality(u.positions) FROM unnest(w.vocabulary) u WHERE u.lexeme = ?) AS words_${i}`,
        values: [word!],
      }
    : {sql: `, (w.vocabulary @@ ?::tsquery)::integer AS words_${i}`, values: [wordQuery(words)]}
}

async function corpusOf(client: Client, sought: readonly Sought[]): Promise<Corpus> {
  if (sought.length === 0) return {nodes: 0, tokens: 0, withGrams: [], withWords: []}
  const [size] = await client.query(
    'SELECT coalesce(sum(nodes), 0) AS nodes, coalesce(sum(tokens), 0) AS tokens FROM sizes',
  )
  const count = async (column: string, query: string): Promise<number> => {
    const [row] = await client.query(`SELECT count(*) AS n FROM words WHERE ${column} @@ $1::tsquery`, [query])
    return Number(row!['n'])
  }
  const withGrams: number[] = []
  const withWords: number[] = []
  for (const {phrase, words} of sought) {
    withGrams.push(await count('grams', gramQuery(phrase)))
    withWords.push(await count('vocabulary', wordQuery(words)))
  }
  return {nodes: Number(size!['nodes']), tokens: Number(size!['tokens']), withGrams, withWords}
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
