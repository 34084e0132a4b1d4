/** `policy facts`: pages → a table of their facts, or rows. */
import {FACT_COLUMNS, factRows} from '../emit/fact-rows.ts'
import {factTable} from '../emit/fact-table.ts'
import type {Result} from '../model/result.ts'
import type {Given, Run} from './command.ts'
import {kindsOf} from './kinds.ts'
import {output} from './out.ts'
import {style, written} from './report.ts'
import {results} from './results.ts'
import {formatOf, writeRows} from './rows.ts'

export const run: Run = async given => {
  const {options} = given
  const found = chosen(given)
  const out = output(options['output'])
  if (formatOf(options)) await writeRows(rows(found), FACT_COLUMNS, out, options)
  else {
    for await (const result of found)
      for (const line of factTable(result, style(options['output']))) await out.write(`${line}\n`)
  }
  await out.done()
  written(options)
}

/** The Results with the facts that were asked for; a fact with an inferred character may be left out, its page never. */
async function* chosen({inputs, options}: Given): AsyncGenerator<Result> {
  const kinds = kindsOf(options['kind'])
  const {accept, ...rest} = options
  for await (const {result} of results({inputs, options: rest}))
    yield {
      ...result,
      facts: result.facts.filter(f => kinds.has(f.kind) && (accept !== 'read' || f.certainty === 'read')),
    }
}

async function* rows(found: AsyncIterable<Result>) {
  for await (const result of found) yield* factRows(result)
}
