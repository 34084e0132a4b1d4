/** `policy fix`: a page → its repaired text, or what was changed in it. */
import {held} from '../assemble/held.ts'
import {toUtf16} from '../emit/code-points.ts'
import {unifiedDiff} from '../emit/diff.ts'
import type {Run} from './command.ts'
import {STDIN} from './names.ts'
import {toStdout} from './out.ts'
import {painter} from './report.ts'
import {flowing} from './results.ts'
import {OUT} from './streams.ts'

export const run: Run = async ({inputs, options}) => {
  const out = toStdout()
  // A terminal gives no text by itself: without an input there, the usage is wrong, not the input missing.
  const given = inputs.length === 0 && !process.stdin.isTTY ? [STDIN] : inputs
  for await (const {result} of flowing({inputs: given, options})) {
    if (!options['diff']) await out.write(result.text)
    else for (const line of unifiedDiff(toUtf16(held(result)), painter(OUT))) await out.write(`${line}\n`)
  }
}
