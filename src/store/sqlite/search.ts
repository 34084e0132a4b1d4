/** A query and filters → hits from SQLite: the index finds candidates, a scan of each candidate decides. */
import {type Condition, hitConditions, measureConditions, valuesOf, wantsFacts, where} from '../conditions.ts'
import type {Connection} from '../driver.ts'
import {anyOf, cell, contains, hitColumns, hitOf, type Row, saidBy, scorer} from '../hits.ts'
import {measureOf} from '../measures.ts'
import {readingsOf} from '../query.ts'
import {bm25, type Corpus} from '../rank.ts'
import type {Filters, Hit, Measure} from '../store.ts'
import {type Sought, soughtOf} from '../tokens.ts'
import {rangesOf, wordKey} from './keys.ts'
import {both, listsOf, type Nodes} from './lists.ts'

/** Every node whose own heading or text contains all terms; with filters over facts, the facts of such nodes. */
export function search(db: Connection, query: string, filters: Filters): Hit[] {
  const readings = readingsOf(query)
  return anyOf(
    readings.map(wanted => searchFor(db, wanted, filters)),
    filters.limit,
  )
}

function searchFor(db: Connection, wanted: readonly string[], filters: Filters): Hit[] {
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
  const {nodes, words, having} = candidates(db, sought)
  const rank = bm25(sought, {...sizeOf(db), having})
  const score = scorer(wanted)
  const {limit = Infinity} = filters
  let best: Scored[] = []
  let least = -Infinity
  for (const row of rowsFor(db, nodes, hitConditions(filters), facts)) {
    const said = saidBy(row)
    if (!contains(said, wanted)) continue
    const node = Number(row['node_id'])
    const found = score(
      row,
      rank(
        said,
        words.map(has => has(node)),
      ),
    )
    if (found < least) continue
    best.push({id: Number(row['id']), path: String(row['path']), score: found})
    if (best.length < 2 * limit + SPARE) continue
    best = best.sort(before).slice(0, limit)
    least = best.at(-1)?.score ?? Infinity
  }
  return best.sort(before).slice(0, limit)
}

interface Candidates {
  /** The nodes that may have all terms; null when nothing is known of them. */
  readonly nodes: Nodes | null
  /** Whether a node has a term as a word; asked in the order of the nodes. */
  readonly words: readonly ((node: number) => boolean)[]
  readonly having: Corpus['having']
}

function candidates(db: Connection, sought: readonly Sought[]): Candidates {
  const lists = listsOf(db)
  let nodes: Nodes | null = null
  const words: Candidates['words'][number][] = []
  const having: Corpus['having'][number][] = []
  for (const term of sought) {
    const ranges = rangesOf(term)
    const found = ranges.length === 0 ? null : lists.all(ranges)
    const key = wordKey(term)
    const word = key === null ? null : lists.word(key)
    if (found) nodes = nodes ? both(nodes, found) : found
    words.push(word ? among(word) : () => false)
    having.push({tokens: found?.length ?? 0, word: word?.length ?? 0})
  }
  return {nodes, words, having}
}

/** Whether a node is in a list, when it is asked of ascending nodes. */
function among(list: Nodes): (node: number) => boolean {
  let at = 0
  return node => {
    while (at < list.length && list[at]! < node) at++
    return list[at] === node
  }
}

/** What scores are made of, of the candidates (or of all nodes) that the filters pass, by ascending node. */
function* rowsFor(
  db: Connection,
  nodes: Nodes | null,
  conditions: readonly Condition[],
  facts: boolean,
): Generator<Row> {
  const columns = `SELECT ${facts ? 'f' : 'n'}.id AS id, n.id AS node_id, d.path, d.title AS doc_title, n.heading, n.text${
    facts ? ', f.row_text' : ''
  }`
  if (!nodes) {
    const statement = db.prepare(`${columns} FROM ${tables(facts)} ${where(conditions)}`)
    yield* statement.iterate?.(...valuesOf(conditions)) ?? statement.all(...valuesOf(conditions))
    return
  }
  const statement = db.prepare(`${columns} FROM json_each(?) j CROSS JOIN nodes n ON n.id = j.value
    ${facts ? 'CROSS JOIN facts f ON f.node_id = n.id' : ''} JOIN documents d ON d.id = n.document_id ${where(conditions)}`)
  for (let i = 0; i < nodes.length; i += CHUNK)
    yield* statement.all(`[${nodes.subarray(i, i + CHUNK).join(',')}]`, ...valuesOf(conditions))
}

/** So many more are gathered before the best are chosen again. */
const SPARE = 1000

const before = (a: Scored, b: Scored): number => b.score - a.score || byBytes(a.path, b.path) || a.id - b.id

/** As SQLite and PostgreSQL order. */
const byBytes = (a: string, b: string): number => (a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b)))

/** How many rows are asked for at once: with 500, a word of every second node took 102 MB where it takes 86. */
const CHUNK = 100

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

function sizeOf(db: Connection): Omit<Corpus, 'having'> {
  const size = db.prepare('SELECT sum(nodes) AS nodes, sum(characters) AS characters FROM inputs').get()
  return {nodes: Number(size?.['nodes'] ?? 0), characters: Number(size?.['characters'] ?? 0)}
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
