/** `policy compare`: an index, or pages and Results → the same metric side by side. */
import {comparison} from '../emit/comparison.ts'
import {harmless} from '../emit/paint.ts'
import {shown} from '../store/address.ts'
import {type CompareRow, compare} from '../store/compare.ts'
import type {Grouping} from '../store/grouping.ts'
import {measuresOf} from '../store/measures.ts'
import {openStore} from '../store/open.ts'
import type {Measure} from '../store/store.ts'
import {type Joined, withoutTwins} from '../store/twins.ts'
import {type Given, type Run, UsageError} from './command.ts'
import {filtersOf} from './filters.ts'
import {say} from './language.ts'
import {output} from './out.ts'
import {fail, style, written} from './report.ts'
import {results} from './results.ts'
import {writeRows} from './rows.ts'
import {OUT, tell, terminal} from './streams.ts'
import {wordsFor} from './words.ts'

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
  'per',
  'direction',
  'certainty',
  'warnings',
  'also',
  'page',
] as const

export const run: Run = async given => {
  const {options} = given
  const measures = await measured(given)
  if (!measures) return
  const {rows: all, joined} = compare(measures, (options['group'] ?? 'core') as Grouping, joinsOf(options['join']))
  const rows = withoutTwins(options['shared'] === true ? shared(all) : all)
  const out = output(options['output'])
  if (options['format'] || options['output'] || !terminal(OUT)) await writeRows(each(rows), COLUMNS, out, options)
  else for (const line of comparison(rows, style())) await out.write(`${line}\n`)
  await out.done()
  written(options)
  if (options['quiet'] === true) return
  const groups = new Set(rows.map(row => row.group))
  for (const [group, metrics] of joined)
    if (groups.has(group)) tell(`${harmless(say(`joined as ${group}: ${metrics.join(', ')}`))}\n`)
}

/** `a,b;c,d`: a and b are one, and c and d. */
function joinsOf(option: string | boolean | undefined): string[][] {
  if (typeof option !== 'string') return []
  const lists = option.split(/[;；]/).map(list =>
    list
      .split(/[,，]/)
      .map(name => name.trim())
      .filter(Boolean),
  )
  if (lists.some(list => list.length < 2))
    throw new UsageError(`--join takes names that are one, such as 'a,b;c,d', not '${option}'`)
  return lists
}

/** The rows of groups that more than one place (or, where none is known, input) has. */
function shared(rows: readonly CompareRow[]): CompareRow[] {
  const places = new Map<string, Set<string>>()
  for (const {group, place, path} of rows) places.set(group, (places.get(group) ?? new Set()).add(place ?? path))
  return rows.filter(({group}) => places.get(group)!.size > 1)
}

async function measured(given: Given): Promise<Measure[] | null> {
  const filters = filtersOf(given.options)
  const file = given.options['db']
  if (typeof file === 'string') {
    try {
      const store = await openStore(file)
      return await store.measures(filters).finally(() => store.close())
    } catch (error) {
      fail(shown(file), wordsFor(error))
      return null
    }
  }
  if (given.inputs.length === 0) throw new UsageError('no input: give pages, Results, or an index with --db')
  const all: Measure[] = []
  for await (const {result} of results(given)) all.push(...measuresOf(result, filters))
  return all
}

async function* each(rows: readonly Joined[]) {
  for (const {also, ...row} of rows) {
    const cells = {...row, also: also.length === 0 ? null : also.join(';')}
    yield Object.fromEntries(COLUMNS.map(column => [column, cells[column]]))
  }
}
