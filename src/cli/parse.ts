/** `policy parse`: inputs → Results or flat rows. */
import {held} from '../assemble/held.ts'
import {CLAUSE_COLUMNS, clauseRows} from '../emit/clause-rows.ts'
import {FACT_COLUMNS, factRows} from '../emit/fact-rows.ts'
import {array, resultIndented, resultLine} from '../emit/json.ts'
import type {Flowing} from '../model/stages.ts'
import {chosen} from '../text/flow.ts'
import {type Given, type Run, UsageError} from './command.ts'
import {kindsOf} from './kinds.ts'
import {single} from './names.ts'
import {inUnit} from './offsets.ts'
import {type Out, output} from './out.ts'
import {flowing, parseOptionsOf, type Read} from './results.ts'
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
  const tally = options['output'] && !options['quiet'] ? summary() : undefined
  const read = flowing(given, options['offsets'] !== undefined)
  const found = converted(tally ? tally.watch(read) : read, options)
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
  if (tally) tell(tally.text(String(options['output'])))
}

async function* converted(found: AsyncIterable<Read>, {offsets, encoding}: Given['options']): AsyncGenerator<Read> {
  for await (const {result, ...read} of found) {
    const done = offsets === undefined ? result : await inUnit(held(result), read.bytes, {offsets, encoding})
    if (done) yield {result: done, ...read}
  }
}

async function* flat<T>(found: AsyncIterable<Read>, rows: (result: Flowing) => Iterable<T>): AsyncGenerator<T> {
  for await (const {result} of found) yield* rows(result)
}

const factsOf = (result: Flowing, kinds: ReadonlySet<string>) =>
  factRows({...result, facts: chosen(result.facts, fact => kinds.has(fact.kind))})

type Shape = 'one' | 'array' | 'lines'

/** One named file gives one indented Result; several, a folder or a glob give lines, or with `--format json` an array. */
function shapeOf({inputs, options}: Given): Shape {
  if (options['format'] === 'ndjson') return 'lines'
  if (single(inputs, options['filesFrom'])) return 'one'
  return options['format'] === 'json' ? 'array' : 'lines'
}

async function writeResults(found: AsyncIterable<Read>, out: Out, shape: Shape): Promise<void> {
  if (shape === 'array') for await (const text of array(resultsOf(found))) await out.write(text)
  else if (shape === 'lines') for await (const result of resultsOf(found)) await writeAll(out, resultLine(result))
  else await writeOne(found, out)
}

async function* resultsOf(found: AsyncIterable<Read>): AsyncGenerator<Flowing> {
  for await (const {result} of found) yield result
}

/** A page is one Result; a single file that turns out to hold several finished ones gives them as lines after all. */
async function writeOne(found: AsyncIterable<Read>, out: Out): Promise<void> {
  let first: Flowing | undefined
  let several = false
  for await (const {result, isPage} of found) {
    if (isPage) await writeAll(out, resultIndented(result))
    else if (!first) first = result
    else {
      if (!several) await writeAll(out, resultLine(first))
      several = true
      await writeAll(out, resultLine(result))
    }
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
  const finish = async (result: Flowing, input: string | Uint8Array) =>
    options['offsets'] === undefined ? result : ((await inUnit(held(result), input, options)) ?? result)
  await filter(process.stdin, out, parseOptionsOf(options), finish)
  await out.done()
}
