/** `policy check`: Results, or pages parsed first → what does not hold in them. */
import type {Problem} from '../check/check.ts'
import {inLine} from '../emit/paint.ts'
import {nodes, type Row} from '../emit/row.ts'
import type {Result} from '../model/result.ts'
import type {Origin} from '../model/span.ts'
import type {Given, Run} from './command.ts'
import {items} from './items.ts'
import {say} from './language.ts'
import {names} from './names.ts'
import {toStdout} from './out.ts'
import {FAILED} from './report.ts'
import {parseOptionsOf, resultOf} from './results.ts'
import {writeRows} from './rows.ts'
import {tell} from './streams.ts'

const COLUMNS = ['path', 'line', 'column', 'code', 'message', 'at', 'start', 'end']

export const run: Run = async given => {
  const {options} = given
  // zod comes with it: loaded only where something is checked.
  const {check} = await import('../check/check.ts')
  const out = toStdout()
  let checked = 0
  let bad = 0
  if (options['format']) await writeRows(rows(), COLUMNS, out, options)
  else
    for await (const row of rows())
      await out.write(
        told(
          `${row['path'] ?? '-'}:${row['line']}:${row['column']}: error: ${row['at']}: ${say(String(row['message']))} (${row['code']})`,
        ),
      )
  if (!options['quiet']) tell(`${say(`${checked} checked, ${bad} with problems`)}\n`)

  async function* rows(): AsyncGenerator<Row> {
    for await (const {path, result} of found(given)) {
      const problems = check(result)
      checked++
      if (problems.length === 0) continue
      bad++
      process.exitCode ??= FAILED
      const places = problems.every(p => p.code === 'schema') ? new Map() : placed(result as Result)
      for (const problem of problems) yield rowOf(path, places, problem)
    }
  }
}

interface Checked {
  readonly path: string | null
  readonly result: unknown
}

async function* found({inputs, options}: Given): AsyncGenerator<Checked> {
  const parseOptions = parseOptionsOf(options)
  for await (const item of items(names(inputs, options)))
    if ('result' in item) yield item
    else {
      const read = await resultOf(item, parseOptions)
      if (read) yield {path: item.path, result: read.result}
    }
}

/** One line, whatever stands in the Result that it quotes. */
const told = (line: string): string => `${inLine(line)}\n`

/** A problem with the line of the node, fact or repair that it is about, where there is one. */
function rowOf(path: string | null, places: ReadonlyMap<string, Origin>, {code, message, at, span}: Problem): Row {
  const origin = places.get(at)
  const [line, column] = origin && 'column' in origin ? [origin.line, origin.column] : [1, 1]
  return {path, line, column, code, message, at, start: span?.start ?? null, end: span?.end ?? null}
}

/** Where things of a Result stand, by their ids; of two with one id, the first. */
const placed = (result: Result): Map<string, Origin> =>
  new Map(
    [...result.repairs, ...result.facts, ...[...nodes(result)].map(p => p.node)]
      .reverse()
      .map(({id, origin}) => [id, origin]),
  )
