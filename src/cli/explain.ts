/** `policy explain`: one place of a page → its story. */
import {toUtf16} from '../emit/code-points.ts'
import {placesAt} from '../emit/place.ts'
import {story} from '../emit/story.ts'
import {type Run, UsageError} from './command.ts'
import {decodedSource} from './offsets.ts'
import {toStdout} from './out.ts'
import {fail, style} from './report.ts'
import {results} from './results.ts'

export const run: Run = async given => {
  const at = String(given.options['at'] ?? '').match(/^([1-9]\d{0,8})(?::([1-9]\d{0,8}))?$/)
  if (!at) throw new UsageError('say where: --at LINE or --at LINE:COLUMN, both from 1')
  const place = {line: Number(at[1]), column: at[2] === undefined ? undefined : Number(at[2])}
  // Loaded only here: a finished Result costs no rules.
  const {rules} = await import('../repair/rules/index.ts')
  const whys = new Map(rules.map(({id, why}) => [id, why]))
  const out = toStdout()
  // Warnings of other places are none of its business; those of this one are part of the story.
  for await (const {result, bytes} of results({...given, options: {...given.options, quiet: true}}, true)) {
    const page = toUtf16(result)
    const source = bytes ? await decodedSource(result, bytes, given.options['encoding']) : undefined
    const told = {...style(), whys, source: source ?? undefined}
    const stories = placesAt(page, place).flatMap(at => story(page, at, told) ?? [])
    if (stories.length > 0) await out.write(`${stories.join('\n')}\n`)
    else fail(result.source.path, 'nothing of the text stands here', place.line, place.column)
  }
}
