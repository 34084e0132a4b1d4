/** `policy compare`: an index, or pages and Results → the same metric side by side. */
import {comparison} from '../emit/comparison.ts'
import {type CompareRow, compare, type Grouping} from '../store/compare.ts'
import {measuresOf} from '../store/measures.ts'
import {openSqlite} from '../store/sqlite.ts'
import type {Measure} from '../store/store.ts'
import {type Given, type Run, UsageError} from './command.ts'
import {filtersOf} from './filters.ts'
import {output} from './out.ts'
import {columns, fail, painter, wordsFor} from './report.ts'
import {results} from './results.ts'
import {writeRows} from './rows.ts'

const COLUMNS = [
  'metric',
  'group',
  'path',
  'title',
  'place',
  'year',
  'comparator',
  'value',
  'upper',
  'unit',
  'line',
  'text',
] as const

export const run: Run = async given => {
  const {options} = given
  const measures = await measured(given)
  if (!measures) return
  const {rows, joined} = compare(measures, (options['group'] ?? 'core') as Grouping)
  const out = output(options['output'])
  if (options['format'] || !process.stdout.isTTY) await writeRows(each(rows), COLUMNS, out, options)
  else
    for (const line of comparison(rows, {paint: painter(process.stdout), columns: columns()}))
      await out.write(`${line}\n`)
  await out.done()
  if (options['quiet'] === true) return
  for (const [group, metrics] of joined) process.stderr.write(`joined as ${group}: ${metrics.join(', ')}\n`)
}

async function measured(given: Given): Promise<Measure[] | null> {
  const filters = filtersOf(given.options)
  const file = given.options['db']
  if (typeof file === 'string') {
    try {
      const store = await openSqlite(file)
      return await store.measures(filters).finally(() => store.close())
    } catch (error) {
      fail(file, wordsFor(error))
      return null
    }
  }
  if (given.inputs.length === 0) throw new UsageError('no input: give pages, Results, or an index with --db')
  const all: Measure[] = []
  for await (const {result} of results(given)) all.push(...measuresOf(result, filters))
  return all
}

async function* each(rows: readonly CompareRow[]) {
  for (const row of rows) yield Object.fromEntries(COLUMNS.map(column => [column, row[column]]))
}
