/** The tables of an index in PostgreSQL, in a schema of their own: those of SQLite, and the words in tsvectors. */
import {plainTables, type Types} from '../schema.ts'

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
 * `words` has for each node the tokens of its heading and text without their places (a scan of the candidates
 * decides), the words of the segmenter with theirs (how often counts), and how many there are of all. A tsvector ends at
 * one megabyte; a node with more is a candidate of every query. Numbers come in blocks, so that writers need not ask
 * for each; `sizes` is the sum of `words` by input, so that a query need not make it.
 */
export const TABLES = `
CREATE SCHEMA IF NOT EXISTS policy;
SET search_path = policy;
${plainTables(TYPES, table => ` REFERENCES ${table} ON DELETE CASCADE`)}
CREATE TABLE words (
  id bigint PRIMARY KEY REFERENCES nodes ON DELETE CASCADE, grams tsvector, vocabulary tsvector, tokens integer NOT NULL);
CREATE INDEX words_grams ON words USING gin (grams);
CREATE INDEX words_vocabulary ON words USING gin (vocabulary);
CREATE INDEX words_without ON words (id) WHERE grams IS NULL;
CREATE TABLE sizes (path ${TEXT} PRIMARY KEY REFERENCES inputs ON DELETE CASCADE, nodes integer NOT NULL, tokens bigint NOT NULL);
CREATE SEQUENCE ids INCREMENT BY 10000;
`

/** How many numbers one value of the sequence stands for. */
export const BLOCK = 10_000
