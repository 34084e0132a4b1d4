/** Files and standard input → pages to parse, and finished Results that are used as they are. */
import fs from 'node:fs'
import {isData} from '../batch/page-names.ts'
import {lines} from './lines.ts'
import {type Name, STDIN} from './names.ts'
import {fail} from './report.ts'
import {wordsFor} from './words.ts'

/** A page in bytes, or a value that says it is a Result. */
export type Item =
  | {readonly path: string | null; readonly page: Taken}
  | {readonly path: string | null; readonly result: unknown}

/** Bytes that are given once: those of a long page are held by nobody who only passed them on. */
export interface Taken {
  readonly length: number
  readonly take: () => Buffer
}

function taken(bytes: Buffer): Taken & {readonly look: () => Buffer} {
  let held: Buffer | undefined = bytes
  return {
    length: bytes.length,
    look: () => held!,
    take: () => {
      const given = held!
      held = undefined
      return given
    },
  }
}
type Found = ReturnType<typeof taken>

/** What each name holds; what cannot be read is told and passed over. */
export async function* items(names: AsyncIterable<Name>): AsyncGenerator<Item> {
  for await (const {path, found} of names) {
    if (path === STDIN) yield* fromStdin()
    else {
      const bytes = bytesOf(path)
      if (bytes) yield* recognised(path, bytes, found)
    }
  }
}

function bytesOf(path: string): Found | null {
  try {
    return taken(fs.readFileSync(path))
  } catch (error) {
    fail(path, wordsFor(error))
    return null
  }
}

/** Results are recognised by their `schema`: one, a JSON array of them, or one a line. Anything else is a page. */
function* recognised(path: string | null, page: Found, found: boolean): Generator<Item> {
  if (!mayBeResult(page)) return yield {path, page}
  const bytes = page.look()
  const end = bytes.indexOf(10)
  if (isResult(parsed(bytes.subarray(0, end < 0 ? bytes.length : end)))) return yield* eachLine(path, bytes)
  const whole = parsed(bytes)
  if (isResult(whole)) return yield {path, result: whole}
  if (Array.isArray(whole) && whole.length > 0 && whole.every(isResult)) {
    for (const result of whole) yield {path, result}
  } else if (whole === undefined && opensResult(bytes)) {
    // Its JSON read as a page would give facts of no line of the source.
    if (end >= 0 && bytes[end + 1] === OPENING) yield* eachLine(path, bytes)
    else fail(path, 'is a Result that is cut off or damaged')
  } else if (!found || !isData(path ?? '')) yield {path, page}
}

/** Not in the generator, which would hold the bytes that it looked at. */
const mayBeResult = (page: Found): boolean => opensJson(page.look())

function* eachLine(path: string | null, bytes: Buffer): Generator<Item> {
  for (let start = 0, row = 1; start < bytes.length; row++) {
    const next = bytes.indexOf(10, start)
    const end = next < 0 ? bytes.length : next
    yield* resultLine(path, bytes.subarray(start, end), row)
    start = end + 1
  }
}

function* resultLine(path: string | null, bytes: Buffer, row: number): Generator<Item> {
  if (bytes.every(byte => byte <= 32)) return
  const result = parsed(bytes)
  if (isResult(result)) yield {path, result}
  else fail(path, 'expected a Result on this line', row)
}

/** Standard input line by line as soon as its first line is a Result; otherwise it is read to its end. */
async function* fromStdin(): AsyncGenerator<Item> {
  const stream: AsyncIterator<Buffer> = process.stdin[Symbol.asyncIterator]()
  try {
    const head = await upToLineFeed(stream)
    const end = head.indexOf(10)
    if (opensJson(head) && end >= 0 && isResult(parsed(head.subarray(0, end)))) {
      let row = 0
      for await (const line of lines(chained(head, stream))) yield* resultLine(null, line, ++row)
    } else yield* recognised(null, await whole(head, stream).then(taken), false)
  } catch (error) {
    fail(null, wordsFor(error))
  }
}

async function upToLineFeed(stream: AsyncIterator<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  for (let next = await stream.next(); !next.done; next = await stream.next()) {
    chunks.push(next.value)
    if (next.value.includes(10)) break
  }
  return Buffer.concat(chunks)
}

async function* chained(head: Buffer, stream: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield head
  for (let next = await stream.next(); !next.done; next = await stream.next()) yield next.value
}

async function whole(head: Buffer, stream: AsyncIterator<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of chained(head, stream)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const OPENING = 0x7b

/** Whether what is no JSON began as a Result, or a list of them. */
const opensResult = (bytes: Buffer): boolean =>
  /^[\s\ufeff[]{0,16}\{\s{0,16}"schema"\s{0,8}:\s{0,8}"policy\/1"/.test(bytes.toString('utf8', 0, 96))

const SPACE = new Set([9, 10, 13, 32, 0xef, 0xbb, 0xbf])

function opensJson(bytes: Buffer): boolean {
  const first = bytes.findIndex(byte => !SPACE.has(byte))
  return bytes[first] === 0x7b || bytes[first] === 0x5b
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}

const isResult = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && (value as {schema?: unknown}).schema === 'policy/1'
