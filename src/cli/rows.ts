/** Flat rows → CSV, NDJSON or a JSON array on an output. */
import path from 'node:path'
import {BOM, record} from '../emit/csv.ts'
import {array, line} from '../emit/json.ts'
import type {Row} from '../emit/row.ts'
import type {Given} from './command.ts'
import type {Out} from './out.ts'

const BY_NAME: Readonly<Record<string, string>> = {
  '.csv': 'csv',
  '.json': 'json',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
}

/** The form of rows: what `--format` says, else what the name of the file says. */
export const formatOf = ({format, output}: Given['options']): string | undefined =>
  typeof format === 'string' ? format : BY_NAME[path.extname(String(output ?? '')).toLowerCase()]

/** Writes the rows in the format of the options; lines of JSON where nothing is said. */
export async function writeRows(
  rows: AsyncIterable<Row>,
  columns: readonly string[],
  out: Out,
  options: Given['options'],
): Promise<void> {
  const format = formatOf(options)
  if (format === 'json') for await (const text of array(rows)) await out.write(text)
  else if (format === 'csv') {
    await out.write((options['bom'] ? BOM : '') + record(columns))
    for await (const row of rows) await out.write(record(columns.map(column => row[column] ?? null)))
  } else for await (const row of rows) await out.write(line(row))
}
