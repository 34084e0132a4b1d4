/** Flat rows → CSV, NDJSON or a JSON array on an output. */
import {BOM, record} from '../emit/csv.ts'
import {array, line} from '../emit/json.ts'
import type {Row} from '../emit/row.ts'
import type {Given} from './command.ts'
import type {Out} from './out.ts'

/** Writes the rows in the format of the options; lines of JSON where nothing is said. */
export async function writeRows(
  rows: AsyncIterable<Row>,
  columns: readonly string[],
  out: Out,
  {format, bom}: Given['options'],
): Promise<void> {
  if (format === 'json') for await (const text of array(rows)) await out.write(text)
  else if (format === 'csv') {
    await out.write((bom ? BOM : '') + record(columns))
    for await (const row of rows) await out.write(record(columns.map(column => row[column] ?? null)))
  } else for await (const row of rows) await out.write(line(row))
}
