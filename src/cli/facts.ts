/** `policy facts`: pages → a table of their facts, or rows. */
import {held} from '../assemble/held.ts'
import {FACT_COLUMNS, factRows} from '../emit/fact-rows.ts'
import {factTable} from '../emit/fact-table.ts'
import type {Flowing} from '../model/stages.ts'
import {chosen} from '../text/flow.ts'
import type {Given, Run} from './command.ts'
import {kindsOf} from './kinds.ts'
import {output} from './out.ts'
import {style, written} from './report.ts'
import {flowing} from './results.ts'
import {formatOf, writeRows} from './rows.ts'

export const run: Run = async given => {
  const {options} = given
  const found = wanted(given)
  const out = output(options['output'])
  if (formatOf(options)) await writeRows(rows(found), FACT_COLUMNS, out, options)
  else {
    for await (const result of found)
      for (const line of factTable(held(result), style(options['output']))) await out.write(`${line}\n`)
  }
  await out.done()
  written(options)
}

/** The Results with the facts that were asked for; a fact with an inferred character may be left out, its page never. */
async function* wanted({inputs, options}: Given): AsyncGenerator<Flowing> {
  const kinds = kindsOf(options['kind'])
  const {accept, ...rest} = options
  for await (const {result} of flowing({inputs, options: rest})) {
    const facts = chosen(result.facts, f => kinds.has(f.kind) && (accept !== 'read' || f.certainty === 'read'))
    yield {...result, facts}
  }
}

async function* rows(found: AsyncIterable<Flowing>) {
  for await (const result of found) yield* factRows(result)
}
