/** `policy schema`: a name → the JSON Schema of that shape. */
import fs from 'node:fs'
import {type Run, UsageError} from './command.ts'
import {toStdout} from './out.ts'

export const run: Run = async ({inputs, options}) => {
  const out = toStdout()
  const folder = new URL('../../schemas/', import.meta.url)
  const names = fs.readdirSync(folder).map(file => file.replace(/\.json$/, ''))
  if (options['list']) return out.write(`${names.join('\n')}\n`)
  const name = inputs[0] ?? 'result'
  if (!names.includes(name)) throw new UsageError(`unknown schema '${name}', expected one of ${names.join(', ')}`)
  await out.write(fs.readFileSync(new URL(`${name}.json`, folder), 'utf8'))
}
