/** `policy tree`: a page → its outline. */
import {outline} from '../emit/outline.ts'
import type {Run} from './command.ts'
import {toStdout} from './out.ts'
import {style} from './report.ts'
import {count, results} from './results.ts'

export const run: Run = async given => {
  const out = toStdout()
  const shown = {...style(), depth: count('depth', given.options['depth'])}
  for await (const {result} of results(given)) for (const line of outline(result, shown)) await out.write(`${line}\n`)
}
