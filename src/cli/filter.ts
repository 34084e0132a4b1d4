/** Requests on standard input, one a line → a Result or an error record a line, in order, holding one at a time. */
import {resultLine} from '../emit/json.ts'
import type {ErrorRecord} from '../model/result.ts'
import type {Flowing, ParseOptions} from '../model/stages.ts'
import {parseFlowing} from '../pipeline.ts'
import {frugalFor} from './frugal.ts'
import {lines} from './lines.ts'
import type {Out} from './out.ts'
import {fail} from './report.ts'
import {failure} from './results.ts'

interface Request {
  readonly id?: string
  readonly path?: string
  readonly input: string | Uint8Array
}

/** What comes out for each line. */
export type Answer = Flowing | ErrorRecord

/** Answers every line of the stream that is not blank. */
export async function filter(
  stream: AsyncIterable<Buffer | string>,
  out: Out,
  options: ParseOptions,
  finish: (result: Flowing, input: string | Uint8Array) => Promise<Flowing>,
): Promise<void> {
  let row = 0
  for await (const bytes of lines(stream)) {
    const text = bytes.toString('utf8').trim()
    row++
    if (text === '') continue
    const answered = await answer(text, options, finish)
    if ('error' in answered) tellOf(answered, row)
    for (const piece of resultLine(answered)) await out.write(piece)
  }
}

async function answer(
  text: string,
  options: ParseOptions,
  finish: (result: Flowing, input: string | Uint8Array) => Promise<Flowing>,
): Promise<Answer> {
  const request = read(text)
  if ('error' in request) return request
  const {id, path, input} = request
  frugalFor(input.length)
  try {
    const {schema, tool, ...rest} = await finish(await parseFlowing(input, {...options, path}), input)
    return {schema, tool, ...identified(id), ...rest}
  } catch (error) {
    return {schema: 'policy/1', ...identified(id), source: {path: path ?? null}, error: failure(error)}
  }
}

const identified = (id: string | undefined): {id?: string} => (id === undefined ? {} : {id})

/** A request that bears no name is told by its line. */
function tellOf({source, id, error}: ErrorRecord, row: number): void {
  const name = source.path ?? id ?? null
  fail(name, error.message, name === null ? row : 1)
}

/** A request, or why it is none. */
function read(text: string): Request | ErrorRecord {
  const value = json(text)
  const given =
    typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}
  const id = nameOf(given['id'])
  const path = typeof given['path'] === 'string' ? given['path'] : undefined
  const refused = (code: string, message: string): ErrorRecord => ({
    schema: 'policy/1',
    ...identified(id),
    source: {path: path ?? null},
    error: {code, message},
  })
  if (value === undefined) return refused('invalid-json', 'Unexpected line, expected a JSON object')
  if (id === undefined && given['id'] !== undefined && given['id'] !== null)
    return refused('invalid-id', 'Unexpected id, expected a string or a whole number below 2^53')
  const known = {...identified(id), ...(path === undefined ? {} : {path})}
  if (typeof given['text'] === 'string') return {...known, input: given['text']}
  if (!('bytesBase64' in given))
    return refused('invalid-request', 'Unexpected request, expected "text" or "bytesBase64"')
  if (typeof given['bytesBase64'] !== 'string' || !BASE64.test(given['bytesBase64']))
    return refused('invalid-base64', 'Unexpected bytesBase64, expected base64 text')
  return {...known, input: Buffer.from(given['bytesBase64'], 'base64')}
}

/** A whole number as id is taken as its digits, where it has not lost any. */
const nameOf = (id: unknown): string | undefined =>
  typeof id === 'string' ? id : Number.isSafeInteger(id) ? String(id) : undefined

const BASE64 = /^[A-Za-z0-9+/\-_\s]*={0,2}\s*$/

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
