/** The rows of pages → the tables of PostgreSQL: one statement a table for many pages, not one a row. */
import type {Result} from '../../model/result.ts'
import {type Cell, COLUMNS, type PageRows, pageRows} from '../rows.ts'
import type {Stamp} from '../store.ts'
import type {Segmenter} from '../words.ts'
import type {Client} from './client.ts'
import {BLOCK} from './tables.ts'
import {vectors} from './vectors.ts'

/** Writes and removes the rows of inputs; what it holds back stands in the tables after `flush`. */
export interface Writer {
  put(stamp: Stamp, result: Result): Promise<void>
  remove(path: string): Promise<void>
  flush(): Promise<void>
}

/** So many nodes are held back: enough that the way to the server does not count, some megabytes at most. */
const HELD = 2000

/** A writer on an open transaction. */
export function writer(client: Client, segmenter: Segmenter): Writer {
  const pages = new Map<string, {readonly stamp: Stamp; readonly rows: PageRows}>()
  const gone = new Set<string>()
  const number = numbers(client)
  let held = 0
  async function flush(): Promise<void> {
    const paths = [...gone]
    if (paths.length > 0) await client.query('DELETE FROM inputs WHERE path = ANY ($1)', [paths])
    if (pages.size > 0) await insert(client, await tablesOf([...pages.values()], number))
    pages.clear()
    gone.clear()
    held = 0
  }
  return {
    flush,
    async put(stamp, result) {
      const rows = pageRows(stamp.path, result, segmenter)
      gone.add(stamp.path)
      pages.set(stamp.path, {stamp, rows})
      held += rows.nodes.length + 1
      if (held >= HELD) await flush()
    },
    async remove(path) {
      pages.delete(path)
      gone.add(path)
    },
  }
}

/** New numbers, ascending; the server is asked for a block at a time. */
function numbers(client: Client): () => Promise<number> {
  let next = 0
  let end = 0
  return async () => {
    if (next === end) {
      const [row] = await client.query("SELECT nextval('ids') AS id")
      next = Number(row!['id'])
      end = next + BLOCK
    }
    return next++
  }
}

/** A table's columns, each with its type and its cells. */
type Table = readonly (readonly [name: string, type: string, cells: Cell[]])[]
type Tables = Readonly<Record<'inputs' | 'documents' | 'nodes' | 'words' | 'facts' | 'sizes', Table>>

const NUMBERS: ReadonlySet<string> = new Set(['value', 'upper', 'per_count'])
const INTEGERS: ReadonlySet<string> = new Set(['level', 'line', 'start', 'end'])
const typeOf = (column: string): string =>
  NUMBERS.has(column) ? 'double precision' : INTEGERS.has(column) ? 'integer' : 'text'
const empty = (columns: readonly string[]): Table => columns.map(name => [name, typeOf(name), []])

function emptyTables(): Tables {
  return {
    inputs: [
      ['path', 'text', []],
      ['sha256', 'text', []],
      ['bytes', 'bigint', []],
      ['modified', 'double precision', []],
    ],
    documents: [['id', 'bigint', []], ...empty(COLUMNS.documents)],
    nodes: [['id', 'bigint', []], ['document_id', 'bigint', []], ...empty(COLUMNS.nodes)],
    words: [
      ['id', 'bigint', []],
      ['grams', 'text', []],
      ['vocabulary', 'text', []],
      ['tokens', 'integer', []],
    ],
    facts: [['id', 'bigint', []], ['node_id', 'bigint', []], ...empty(COLUMNS.facts)],
    sizes: [
      ['path', 'text', []],
      ['nodes', 'integer', []],
      ['tokens', 'bigint', []],
    ],
  }
}

async function tablesOf(
  pages: Iterable<{readonly stamp: Stamp; readonly rows: PageRows}>,
  number: () => Promise<number>,
): Promise<Tables> {
  const tables = emptyTables()
  const add = (table: keyof Tables, cells: readonly Cell[]): void => {
    for (const [i, [, , column]] of tables[table].entries()) column.push(cells[i]!)
  }
  for (const {stamp, rows} of pages) {
    add('inputs', [stamp.path, stamp.sha256, stamp.bytes, stamp.modified])
    const documents: number[] = []
    for (const cells of rows.documents) {
      const id = await number()
      documents.push(id)
      add('documents', [id, ...cells])
    }
    const nodes: number[] = []
    let tokens = 0
    for (const node of rows.nodes) {
      const id = await number()
      nodes.push(id)
      add('nodes', [id, documents[node.document]!, ...node.cells])
      const found = vectors(node.words)
      tokens += found.tokens
      add('words', [id, found.grams, found.vocabulary, found.tokens])
    }
    for (const {node, cells} of rows.facts) add('facts', [await number(), nodes[node]!, ...cells])
    add('sizes', [stamp.path, rows.nodes.length, tokens])
  }
  return tables
}

/** In the order in which the tables refer to each other. */
async function insert(client: Client, tables: Tables): Promise<void> {
  for (const [table, columns] of Object.entries(tables) as [keyof Tables, Table][]) {
    const names = columns.map(([name]) => `"${name}"`)
    const cast = names.map(name => (/^"(?:grams|vocabulary)"$/.test(name) ? `${name}::tsvector` : name))
    const arrays = columns.map(([, type], i) => `$${i + 1}::${type}[]`)
    await client.query(
      `INSERT INTO ${table} (${names.join(', ')}) SELECT ${cast.join(', ')} FROM unnest(${arrays.join(', ')}) AS t (${names.join(', ')})`,
      columns.map(([, , cells]) => cells),
    )
  }
}
