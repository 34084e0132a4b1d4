/** Values → JSON text: one indented value, one a line, or an array that is written as it comes. */
import type {ErrorRecord} from '../model/result.ts'
import type {Flowing} from '../model/stages.ts'
import {piecesOf} from '../text/pieces.ts'

/** One value, indented by two, with a line end. */
export const indented = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

/** One value on a line of its own. */
export const line = (value: unknown): string => `${JSON.stringify(value)}\n`

/** A JSON array of all values, one a line, without holding them all. */
export async function* array(values: AsyncIterable<unknown>): AsyncGenerator<string> {
  let before = '['
  for await (const value of values) {
    yield `${before}\n${JSON.stringify(value)}`
    before = ','
  }
  yield before === '[' ? '[]\n' : '\n]\n'
}

/** An array or object that has been opened: what is to come of it, and how far it is indented. */
interface Open {
  readonly rest: Iterator<readonly [key: string, value: unknown]>
  readonly margin: string
  readonly close: string
  isFirst: boolean
}

/** A piece is about this long, so that few are written. */
const PIECE = 65_536

/** Of texts that are shorter everything is written at once, which is faster. */
const LONG = 500_000

/** The text of `indented` for a Result; of a long one in pieces, for the whole of it is twenty times as long as its page. */
export const resultIndented = (result: Flowing): Iterable<string> =>
  result.text.length < LONG ? [indented(result)] : indentedPieces(result)

/** The text of `line` for a Result or an error record; of a long one in pieces. */
export const resultLine = (result: Flowing | ErrorRecord): Iterable<string> =>
  'text' in result && result.text.length >= LONG ? linePieces(result) : [line(result)]

/** The text of `indented` in pieces. */
export const indentedPieces = (value: unknown): Generator<string> => pieces(value, '  ')

/** The text of `line` in pieces. */
export const linePieces = (value: unknown): Generator<string> => pieces(value, '')

/** What holds no list of objects is written at once; what is made while it is read is never held. */
function* pieces(value: unknown, step: string): Generator<string> {
  const feed = step === '' ? '' : '\n'
  const colon = step === '' ? ':' : ': '
  let piece = ''
  const open: Open[] = []
  const put = (part: unknown, margin: string): void => {
    if (isFlow(part) || holdsObjects(part)) {
      const isList = isFlow(part) || Array.isArray(part)
      piece += isList ? '[' : '{'
      open.push({rest: entries(part, colon), margin: margin + step, close: isList ? ']' : '}', isFirst: true})
    } else piece += JSON.stringify(part, null, step).replaceAll('\n', `\n${margin}`)
  }
  put(value, '')
  for (let inner = open.at(-1); inner; inner = open.at(-1)) {
    const next = inner.rest.next()
    if (next.done) {
      open.pop()
      piece += inner.isFirst ? inner.close : `${feed}${inner.margin.slice(step.length)}${inner.close}`
    } else {
      const [key, part] = next.value
      piece += `${inner.isFirst ? '' : ','}${feed}${inner.margin}${key}`
      inner.isFirst = false
      if (isLong(part)) {
        yield `${piece}"`
        for (const slice of piecesOf(part, PIECE)) yield JSON.stringify(slice).slice(1, -1)
        piece = '"'
      } else put(part, inner.margin)
    }
    if (piece.length >= PIECE) {
      yield piece
      piece = ''
    }
  }
  yield `${piece}\n`
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** Whether a value is a list that is made while it is read. */
const isFlow = (value: unknown): value is Iterable<unknown> =>
  isObject(value) && !Array.isArray(value) && Symbol.iterator in value

/** A text that would be held three times while it is written whole. */
const isLong = (value: unknown): value is string => typeof value === 'string' && value.length > 2 * PIECE

/** Whether a value is a list of objects, or an object with such a list or a long text in it. */
const holdsObjects = (value: unknown): value is object =>
  isObject(value) &&
  (Array.isArray(value)
    ? isObject(value[0])
    : Object.values(value).some(v => (Array.isArray(v) ? isObject(v[0]) : isFlow(v) || isLong(v))))

/** What JSON has of a list or object, each with its key as it is written. */
function* entries(value: object, colon: string): Generator<readonly [string, unknown]> {
  if (isFlow(value) || Array.isArray(value)) for (const element of value) yield ['', element]
  else
    for (const [key, element] of Object.entries(value))
      if (element !== undefined) yield [JSON.stringify(key) + colon, element]
}
