/** `policy report`: pages and Results → one HTML page to read them in. */
import type {Result} from '../model/result.ts'
import {report} from '../report/report.ts'
import {type Run, UsageError} from './command.ts'
import {language, say} from './language.ts'
import {inUnit} from './offsets.ts'
import {output} from './out.ts'
import {written} from './report.ts'
import {results} from './results.ts'
import {OUT, terminal} from './streams.ts'

export const run: Run = async given => {
  const {options} = given
  if (options['output'] === undefined && terminal(OUT))
    throw new UsageError('give the file for the page with -o, such as -o report.html')
  const found: Result[] = []
  for await (const {result, bytes} of results(given, true)) {
    const counted = await inUnit(result, bytes, {...options, offsets: 'utf-16'})
    if (counted) found.push(counted)
  }
  if (found.length === 0) return
  const out = output(options['output'])
  await out.write(report(found, {language: language() === 'zh' ? 'zh-Hans' : 'en', say}))
  await out.done()
  written(options)
}
