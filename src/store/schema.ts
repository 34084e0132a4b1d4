/** The tables of an index. They are plain, so that any SQLite tool can read them; `words` alone needs FTS5. */

/** Raised when the tables change: an index of another version is refused, not guessed at. */
export const SCHEMA_VERSION = '1'

/** The fact columns are those of the flat fact rows, in their order, from `kind` on. */
export const FACT_FIELDS = [
  'kind',
  'metric',
  'scope',
  'direction',
  'comparator',
  'value',
  'upper',
  'unit',
  'per',
  'per_count',
  'base',
  'benchmark',
  'deadline_relation',
  'deadline',
  'deadline_start',
  'deadline_end',
  'deadline_via',
  'modality',
  'title',
  'bodies',
  'lead',
  'support',
  'certainty',
  'warnings',
  'text',
  'sentence',
  'line',
  'start',
  'end',
] as const

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
