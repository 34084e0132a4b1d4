/** The tables of an index. They are plain, so that any SQLite tool can read them; `words` alone needs FTS5. */
import {FACT_COLUMNS} from '../emit/fact-rows.ts'

/** Raised when the tables change: an index of another version is refused, not guessed at. */
export const SCHEMA_VERSION = '1'

/** What a fact is in the flat rows: their columns from `kind` on, under the same names. */
export const FACT_FIELDS = FACT_COLUMNS.slice(FACT_COLUMNS.indexOf('kind'))

const NUMERIC: ReadonlySet<string> = new Set(['value', 'upper', 'per_count'])
const COUNTED: ReadonlySet<string> = new Set(['line', 'start', 'end'])
const typeOf = (field: string): string => (NUMERIC.has(field) ? 'REAL' : COUNTED.has(field) ? 'INTEGER' : 'TEXT')

export const TABLES = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE inputs (path TEXT PRIMARY KEY, sha256 TEXT NOT NULL, bytes INTEGER NOT NULL, modified REAL NOT NULL);
CREATE TABLE documents (
  id INTEGER PRIMARY KEY, path TEXT NOT NULL, document TEXT NOT NULL, role TEXT NOT NULL, title TEXT, type TEXT,
  issuers TEXT, publisher TEXT, number TEXT, date TEXT, published TEXT, place TEXT);
CREATE INDEX documents_path ON documents (path);
CREATE TABLE nodes (
  id INTEGER PRIMARY KEY, document_id INTEGER NOT NULL REFERENCES documents (id), kind TEXT NOT NULL, node TEXT NOT NULL,
  clause TEXT, cite TEXT, level INTEGER, heading TEXT, text TEXT NOT NULL, line INTEGER);
CREATE INDEX nodes_document ON nodes (document_id, node);
CREATE TABLE facts (
  id INTEGER PRIMARY KEY, node_id INTEGER NOT NULL REFERENCES nodes (id), fact TEXT NOT NULL,
  ${FACT_FIELDS.map(f => `"${f}" ${typeOf(f)}`).join(', ')});
CREATE INDEX facts_node ON facts (node_id);
CREATE INDEX facts_kind ON facts (kind, metric);
CREATE VIRTUAL TABLE words USING fts5 (heading, text, vocabulary, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0');
`
