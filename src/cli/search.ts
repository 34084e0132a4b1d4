/** `policy search`: a query and filters → the nodes and facts of an index that match. */
import {hitLines} from '../emit/hits.ts'
import type {Row} from '../emit/row.ts'
import {shown} from '../store/address.ts'
import {openStore} from '../store/open.ts'
import {readingsOf} from '../store/query.ts'
import type {Hit} from '../store/store.ts'
import {type Run, UsageError} from './command.ts'
import {filtersOf} from './filters.ts'
import {say} from './language.ts'
import {output} from './out.ts'
import {fail, style, written} from './report.ts'
import {formatOf, writeRows} from './rows.ts'
import {OUT, terminal} from './streams.ts'
import {wordsFor} from './words.ts'

/** How many hits a person is shown; a program gets all. */
const SCREEN = 20
const COLUMNS = [
  'kind',
  'path',
  'document',
  'title',
  'node',
  'clause',
  'cite',
  'line',
  'text',
  'score',
  'page',
] as const
/** What a table of hits tells of a fact, each after `fact_`; NDJSON and JSON hold the whole row of it. */
const OF_FACT = [
  'kind',
  'metric',
  'comparator',
  'value',
  'upper',
  'unit',
  'per',
  'deadline_start',
  'deadline_end',
  'certainty',
  'warnings',
  'text',
] as const

export const run: Run = async ({inputs, options}) => {
  const file = options['db']
  if (typeof file !== 'string') throw new UsageError('give the index file with --db')
  const filters = filtersOf(options)
  const query = inputs.join(' ')
  try {
    const store = await openStore(file)
    const hits = await store.search(query, filters).finally(() => store.close())
    const out = output(options['output'])
    if (options['format'] || options['output'] || !terminal(OUT))
      await writeRows(rows(hits, formatOf(options)), [...COLUMNS, ...OF_FACT.map(inTable)], out, options)
    else {
      const first = filters.limit === undefined ? hits.slice(0, SCREEN) : hits
      for (const line of hitLines(first, wordsIn(query), style())) await out.write(`${line}\n`)
      if (first.length < hits.length)
        await out.write(`${say(`${hits.length - first.length} more; see them with --limit`)}\n`)
    }
    await out.done()
    written(options)
  } catch (error) {
    fail(shown(file), wordsFor(error))
  }
}

/** What is marked in hits: the words as they are written, and as they are sought. */
const wordsIn = (query: string): string[] => [
  ...new Set([...query.split(/[\s"“”]+/), ...readingsOf(query).flat()].filter(Boolean)),
]

const inTable = (column: string): string => `fact_${column}`

async function* rows(hits: readonly Hit[], format: string | undefined): AsyncGenerator<Row> {
  for (const {fact, ...hit} of hits) {
    if (format !== 'csv') yield {...hit, ...(fact && {fact})} as unknown as Row
    else yield {...hit, ...Object.fromEntries(OF_FACT.map(column => [inTable(column), fact?.[column] ?? null]))}
  }
}
