/** The tables of an index. They are plain, so that any tool can read them; what is searched stands in `words` alone. */
import {FACT_COLUMNS} from '../emit/fact-rows.ts'

/** Raised when the tables change: an index of another version is refused, not guessed at. */
export const SCHEMA_VERSION = '5'

/** A heading weighs four times a text; that a term is a word of the segmenter a half. */
export const WEIGHTS = {heading: 4, text: 1, word: 0.5} as const

/** What a fact is in the flat rows: their columns from `kind` on, under the same names. */
export const FACT_FIELDS = FACT_COLUMNS.slice(FACT_COLUMNS.indexOf('kind'))

const NUMERIC: ReadonlySet<string> = new Set(['value', 'upper', 'per_count'])
const COUNTED: ReadonlySet<string> = new Set(['line', 'start', 'end', 'page'])

/** How an engine calls the types of the columns. */
export interface Types {
  readonly id: string
  readonly text: string
  readonly integer: string
  /** Whole numbers of more than 32 bits. */
  readonly long: string
  readonly real: string
}

/** What becomes of rows when the row that they belong to is deleted. */
export type References = (table: 'inputs' | 'documents' | 'nodes') => string

/** The tables that every engine has, with the same rows. */
export const plainTables = ({id, text, integer, long, real}: Types, references: References): string => `
CREATE TABLE meta (key ${text} PRIMARY KEY, value ${text} NOT NULL);
CREATE TABLE inputs (path ${text} PRIMARY KEY, sha256 ${text} NOT NULL, bytes ${long} NOT NULL, modified ${real} NOT NULL,
  nodes ${integer} NOT NULL, characters ${long} NOT NULL);
CREATE TABLE documents (
  id ${id}, path ${text} NOT NULL${references('inputs')}, document ${text} NOT NULL, role ${text} NOT NULL,
  title ${text}, type ${text}, issuers ${text}, publisher ${text}, number ${text}, date ${text}, published ${text},
  place ${text});
CREATE TABLE nodes (
  id ${id}, document_id ${long} NOT NULL${references('documents')}, kind ${text} NOT NULL, node ${text} NOT NULL,
  clause ${text}, cite ${text}, level ${integer}, heading ${text}, text ${text} NOT NULL, line ${integer}, page ${integer});
CREATE TABLE facts (
  id ${id}, node_id ${long} NOT NULL${references('nodes')}, fact ${text} NOT NULL, row_text ${text},
  ${FACT_FIELDS.map(f => `"${f}" ${NUMERIC.has(f) ? real : COUNTED.has(f) ? integer : text}`).join(', ')});
`

/** Made when rows are first looked up: a table is filled faster without. */
export const INDEXES = `
CREATE INDEX IF NOT EXISTS documents_path ON documents (path);
CREATE INDEX IF NOT EXISTS nodes_document ON nodes (document_id, node);
CREATE INDEX IF NOT EXISTS facts_node ON facts (node_id);
CREATE INDEX IF NOT EXISTS facts_kind ON facts (kind, metric, scope, value, upper, node_id);
`

const SQLITE: Types = {id: 'INTEGER PRIMARY KEY', text: 'TEXT', integer: 'INTEGER', long: 'INTEGER', real: 'REAL'}

/** The tables in SQLite. */
export const TABLES = `${plainTables(SQLITE, table => (table === 'inputs' ? '' : ` REFERENCES ${table} (id)`))}
CREATE TABLE words (id INTEGER PRIMARY KEY, nodes BLOB NOT NULL);
CREATE TABLE removed (first INTEGER PRIMARY KEY, last INTEGER NOT NULL);
`
