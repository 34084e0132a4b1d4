/** The tables of an index in PostgreSQL, in a schema of their own: those of SQLite, and the words in tsvectors. */
import {INDEXES, plainTables, type Types} from '../schema.ts'

/** Compared by bytes, as SQLite does: the order of hits does not depend on the server's locale. */
const TEXT = 'text COLLATE "C"'
const TYPES: Types = {
  id: 'bigint PRIMARY KEY',
  text: TEXT,
  integer: 'integer',
  long: 'bigint',
  real: 'double precision',
}

/**
 * `words` has the tokens of each node without their places (a scan of the candidates decides). A tsvector ends at one
 * megabyte; a node with more is a candidate of every query. Numbers come in blocks, so that writers need not ask for each.
 */
export const TABLES = `
CREATE SCHEMA IF NOT EXISTS policy;
SET search_path = policy;
${plainTables(TYPES, table => ` REFERENCES ${table} ON DELETE CASCADE`)}${INDEXES}
CREATE TABLE words (id bigint PRIMARY KEY REFERENCES nodes ON DELETE CASCADE, tokens tsvector);
CREATE INDEX words_tokens ON words USING gin (tokens);
CREATE INDEX words_without ON words (id) WHERE tokens IS NULL;
CREATE SEQUENCE ids INCREMENT BY 10000;
`

/** How many numbers one value of the sequence stands for. */
export const BLOCK = 10_000
