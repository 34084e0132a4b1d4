/** `policy tree`: a page → its outline. */
import {outline} from '../emit/outline.ts'
import type {Run} from './command.ts'
import {toStdout} from './out.ts'
import {columns, painter} from './report.ts'
import {results} from './results.ts'

export const run: Run = async given => {
  const out = toStdout()
  const style = {paint: painter(process.stdout), columns: columns()}
  for await (const {result} of results(given)) for (const line of outline(result, style)) await out.write(`${line}\n`)
}
