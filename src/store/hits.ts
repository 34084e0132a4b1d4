/** A row of an engine's answer → a hit, and what the engines' answers have in common. */
import {fold} from './fold.ts'
import type {Cell} from './rows.ts'
import {FACT_FIELDS} from './schema.ts'
import type {Hit} from './store.ts'

export type Row = Readonly<Record<string, Cell>>

/** The columns that a hit is made of, of nodes `n`, documents `d` and, when they are asked for, facts `f`. */
export const hitColumns = (facts: boolean): string =>
  `n.kind, n.node, n.clause, n.cite, n.heading, n.text, n.line, n.page, d.path, d.document, d.title AS doc_title${
    facts ? `, f.fact, f.row_text, ${FACT_FIELDS.map(c => `f."${c}" AS "fact_${c}"`).join(', ')}` : ''
  }`

/** What a node says, as it is compared with a query. */
export interface Said {
  readonly heading: string
  readonly text: string
}

/** Of a fact in a table, its row alone: the table as a whole says much that has nothing to do with it. */
export const saidBy = (row: Row): Said => ({
  heading: fold(String(row['heading'] ?? '')),
  text: fold(String(row['row_text'] ?? row['text'])),
})

/** The scan that the index must agree with: pairs of characters also meet across punctuation, words must not. */
export const contains = ({heading, text}: Said, wanted: readonly string[]): boolean =>
  wanted.every(term => heading.includes(term) || text.includes(term))

/** A term in the document's title is worth this much more. */
const TITLE_BONUS = 1

/** What hits score, rounded to what is worth telling. Those of one document mostly come together. */
export function scorer(wanted: readonly string[]): (row: Row, rank: number) => number {
  let last: unknown
  let bonus = 0
  return (row, rank) => {
    const title = row['doc_title']
    if (title !== last) {
      const folded = fold(String(title ?? ''))
      bonus = wanted.some(term => folded.includes(term)) ? TITLE_BONUS : 0
      last = title
    }
    return Math.round((bonus + rank) * 1e6) / 1e6
  }
}

/** Best first; equals as the engine gave them, by path and place. */
export function bestFirst(hits: Hit[], limit: number | undefined): Hit[] {
  hits.sort((a, b) => b.score - a.score)
  return limit === undefined ? hits : hits.slice(0, limit)
}

/** The hits of several readings of one query, each once, with the best of its scores. */
export function anyOf(readings: readonly Hit[][], limit: number | undefined): Hit[] {
  if (readings.length === 1) return readings[0]!
  const best = new Map<string, Hit>()
  for (const hit of readings.flat()) {
    const key = [hit.path, hit.node, hit.fact?.['id'] ?? ''].join('\0')
    const known = best.get(key)
    if (!known || known.score < hit.score) best.set(key, hit)
  }
  return bestFirst([...best.values()], limit)
}

/** The hit that a row of an index is; with `facts`, that of the fact in it. */
export function hitOf(row: Row, score: number, facts: boolean): Hit {
  const heading = row['heading'] === null ? '' : `${row['heading']} `
  const hit = {
    path: String(row['path']),
    document: String(row['document']),
    title: cell(row['doc_title']),
    node: String(row['node']),
    clause: cell(row['clause']),
    cite: cell(row['cite']),
    score,
  }
  if (!facts)
    return {
      kind: row['kind'] as Hit['kind'],
      ...hit,
      line: Number(row['line'] ?? 0) || null,
      page: Number(row['page'] ?? 0) || null,
      text: (heading + row['text']).trim(),
    }
  const fact = {id: row['fact'] ?? null, ...Object.fromEntries(FACT_FIELDS.map(c => [c, row[`fact_${c}`] ?? null]))}
  return {
    kind: 'fact',
    ...hit,
    line: Number(row['fact_line'] ?? 0) || null,
    page: Number(row['fact_page'] ?? 0) || null,
    text: String(row['fact_sentence'] ?? row['fact_text']),
    fact,
  }
}

/** A cell as text; null where nothing is. */
export const cell = (value: Cell | undefined): string | null =>
  value === null || value === undefined ? null : String(value)
