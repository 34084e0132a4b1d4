/** `policy parse`: inputs → Results or flat rows. */
import {CLAUSE_COLUMNS, clauseRows} from '../emit/clause-rows.ts'
import {FACT_COLUMNS, factRows} from '../emit/fact-rows.ts'
import {array, resultIndented, resultLine} from '../emit/json.ts'
import type {Result} from '../model/result.ts'
import {type Given, type Run, UsageError} from './command.ts'
import {kindsOf} from './kinds.ts'
import {single} from './names.ts'
import {inUnit} from './offsets.ts'
import {type Out, output} from './out.ts'
import {parseOptionsOf, type Read, results} from './results.ts'
import {formatOf, writeRows} from './rows.ts'
import {tell} from './streams.ts'
import {summary} from './summary.ts'

export const run: Run = async given => {
  const {options} = given
  if (options['ndjson']) return runFilter(given)
  const of = options['of'] ?? 'result'
  if (of === 'result' && formatOf(options) === 'csv')
    throw new UsageError('CSV holds rows: add --of clauses or --of facts')
  if (of !== 'facts' && options['kind']) throw new UsageError('--kind needs --of facts')
  const kinds = kindsOf(options['kind'])
  const out = output(options['output'])
  const tally = summary()
  const found = converted(tally.watch(results(given)), options)
  if (of === 'result') await writeResults(found, out, shapeOf(given))
  else if (of === 'clauses') await writeRows(flat(found, clauseRows), CLAUSE_COLUMNS, out, options)
  else
    await writeRows(
      flat(found, result => factsOf(result, kinds)),
      FACT_COLUMNS,
      out,
      options,
    )
  await out.done()
  if (options['output'] && !options['quiet']) tell(tally.text(String(options['output'])))
}

async function* converted(found: AsyncIterable<Read>, {offsets, encoding}: Given['options']): AsyncGenerator<Result> {
  for await (const {result, bytes} of found) {
    const done = offsets === undefined ? result : await inUnit(result, bytes, {offsets, encoding})
    if (done) yield done
  }
}

async function* flat<T>(found: AsyncIterable<Result>, rows: (result: Result) => Iterable<T>): AsyncGenerator<T> {
  for await (const result of found) yield* rows(result)
}

const factsOf = (result: Result, kinds: ReadonlySet<string>) =>
  factRows({...result, facts: result.facts.filter(fact => kinds.has(fact.kind))})

type Shape = 'one' | 'array' | 'lines'

/** One named file gives one indented Result; several, a folder or a glob give lines, or with `--format json` an array. */
function shapeOf({inputs, options}: Given): Shape {
  if (options['format'] === 'ndjson') return 'lines'
  if (single(inputs, options['filesFrom'])) return 'one'
  return options['format'] === 'json' ? 'array' : 'lines'
}

async function writeResults(found: AsyncIterable<Result>, out: Out, shape: Shape): Promise<void> {
  if (shape === 'array') for await (const text of array(found)) await out.write(text)
  else if (shape === 'lines') for await (const result of found) await writeAll(out, resultLine(result))
  else await writeOne(found, out)
}

/** A single file that turns out to hold several Results gives them as lines after all. */
async function writeOne(found: AsyncIterable<Result>, out: Out): Promise<void> {
  let first: Result | undefined
  let several = false
  for await (const result of found) {
    if (!first) {
      first = result
      continue
    }
    if (!several) await writeAll(out, resultLine(first))
    several = true
    await writeAll(out, resultLine(result))
  }
  if (first && !several) await writeAll(out, resultIndented(first))
}

async function writeAll(out: Out, pieces: Iterable<string>): Promise<void> {
  for (const piece of pieces) await out.write(piece)
}

async function runFilter({inputs, options}: Given): Promise<void> {
  if (inputs.length > 1 || (inputs[0] ?? '-') !== '-') throw new UsageError('--ndjson reads standard input only')
  if ((options['of'] ?? 'result') !== 'result' || (options['format'] ?? 'ndjson') !== 'ndjson')
    throw new UsageError('--ndjson gives Results as NDJSON only')
  const {filter} = await import('./filter.ts')
  const out = output(options['output'])
  const finish = async (result: Result, input: string | Uint8Array) =>
    options['offsets'] === undefined ? result : ((await inUnit(result, input, options)) ?? result)
  await filter(process.stdin, out, parseOptionsOf(options), finish)
  await out.done()
}
