/** The rows of pages → the tables of PostgreSQL: one statement a table for many pages, not one a row. */
import {fold} from '../fold.ts'
import {type Cell, COLUMNS, type PageRows, saidIn} from '../rows.ts'
import type {Stamp} from '../store.ts'
import {tokenizer} from '../tokens.ts'
import type {Segmenter} from '../words.ts'
import type {Client} from './client.ts'
import {BLOCK} from './tables.ts'
import {vector} from './vectors.ts'

/** Writes and removes the rows of inputs; what it holds back stands in the tables after `flush`. */
export interface Writer {
  put(stamp: Stamp, page: PageRows): Promise<void>
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
  const tokens = tokenizer(segmenter)
  let held = 0
  async function flush(): Promise<void> {
    const paths = [...gone]
    if (paths.length > 0) await client.query('DELETE FROM inputs WHERE path = ANY ($1)', [paths])
    if (pages.size > 0) await insert(client, await tablesOf([...pages.values()], number, tokens))
    pages.clear()
    gone.clear()
    held = 0
  }
  return {
    flush,
    async put(stamp, rows) {
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
type Tables = Readonly<Record<'inputs' | 'documents' | 'nodes' | 'words' | 'facts', Table>>

const NUMBERS: ReadonlySet<string> = new Set(['value', 'upper', 'per_count'])
const INTEGERS: ReadonlySet<string> = new Set(['level', 'line', 'start', 'end', 'page'])
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
      ['nodes', 'integer', []],
      ['characters', 'bigint', []],
    ],
    documents: [['id', 'bigint', []], ...empty(COLUMNS.documents)],
    nodes: [['id', 'bigint', []], ['document_id', 'bigint', []], ...empty(COLUMNS.nodes)],
    words: [
      ['id', 'bigint', []],
      ['tokens', 'text', []],
    ],
    facts: [['id', 'bigint', []], ['node_id', 'bigint', []], ...empty(COLUMNS.facts)],
  }
}

async function tablesOf(
  pages: Iterable<{readonly stamp: Stamp; readonly rows: PageRows}>,
  number: () => Promise<number>,
  tokens: (folded: string) => string,
): Promise<Tables> {
  const tables = emptyTables()
  const add = (table: keyof Tables, cells: readonly Cell[]): void => {
    for (const [i, [, , column]] of tables[table].entries()) column.push(cells[i]!)
  }
  for (const {stamp, rows} of pages) {
    const said = rows.nodes.map(({cells}) => saidIn(cells))
    const characters = said.reduce((sum, [heading, text]) => sum + heading.length + 1 + text.length, 0)
    add('inputs', [stamp.path, stamp.sha256, stamp.bytes, stamp.modified, said.length, characters])
    const documents: number[] = []
    for (const cells of rows.documents) {
      const id = await number()
      documents.push(id)
      add('documents', [id, ...cells])
    }
    const nodes: number[] = []
    for (const [i, node] of rows.nodes.entries()) {
      const id = await number()
      nodes.push(id)
      add('nodes', [id, documents[node.document]!, ...node.cells])
      add('words', [id, vector(tokens(said[i]!.map(fold).join('\n')))])
    }
    for (const {node, cells} of rows.facts) add('facts', [await number(), nodes[node]!, ...cells])
  }
  return tables
}

/** In the order in which the tables refer to each other. */
async function insert(client: Client, tables: Tables): Promise<void> {
  for (const [table, columns] of Object.entries(tables) as [keyof Tables, Table][]) {
    const names = columns.map(([name]) => `"${name}"`)
    const cast = names.map(name => (name === '"tokens"' ? `${name}::tsvector` : name))
    const arrays = columns.map(([, type], i) => `$${i + 1}::${type}[]`)
    await client.query(
      `INSERT INTO ${table} (${names.join(', ')}) SELECT ${cast.join(', ')} FROM unnest(${arrays.join(', ')}) AS t (${names.join(', ')})`,
      columns.map(([, , cells]) => cells),
    )
  }
}
