/** An input → the rows of its Results: parsed when it is a page, used as they are when it holds them. */
import {transcode} from 'node:buffer'
import fs from 'node:fs'
import {isWhole} from '../emit/whole.ts'
import type {Result} from '../model/result.ts'
import {parse} from '../pipeline.ts'
import {sha256} from '../text/hash.ts'
import {type PageRows, pageRows} from './rows.ts'

/** One Result of an input. */
export interface Page {
  /** The second of an input has its path and `#2`. */
  readonly path: string
  /** Of the whole input. */
  readonly sha256: string
  readonly rows: PageRows
}

/**
 * The Results of an input, one after another.
 * @throws what the file system, the parser, or JSON says of it
 */
export async function* pagesOf(file: string): AsyncGenerator<Page> {
  const bytes = fs.readFileSync(file)
  const hash = sha256(bytes)
  let count = 0
  for await (const result of resultsOf(bytes, file)) {
    const path = count++ === 0 ? file : `${file}#${count}`
    yield {path, sha256: hash, rows: pageRows(path, result)}
  }
}

/** A Result, or NDJSON of Results, is used as it is; JSON of another kind (a manifest) is passed over; the rest is parsed. */
async function* resultsOf(bytes: Buffer, file: string): AsyncGenerator<Result> {
  if (!JSON_FILE.test(file) && !startsResult(bytes)) return yield await parse(bytes, {path: file})
  if (!startsResult(bytes)) return
  const end = bytes.indexOf(10)
  const first = parsed(bytes.subarray(0, end < 0 ? bytes.length : end))
  if (first === undefined) return yield whole(json(bytes))
  yield whole(first)
  for (let start = end < 0 ? bytes.length : end + 1; start < bytes.length; ) {
    const next = bytes.indexOf(10, start)
    const line = bytes.subarray(start, next < 0 ? bytes.length : next)
    if (line.some(byte => byte > 32)) yield whole(json(line))
    start = next < 0 ? bytes.length : next + 1
  }
}

function whole(value: unknown): Result {
  const {error} = value as {error?: {message?: unknown}}
  if (error) throw new Error(String(error.message))
  if (!isWhole(value)) throw new Error('is not a whole Result; `policy check` tells more')
  return value
}

const JSON_FILE = /\.(?:json|ndjson|jsonl)$/i

const startsResult = (bytes: Buffer): boolean => bytes[0] === 0x7b && bytes.subarray(0, 200).includes('"policy/1"')

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(textOf(bytes))
  } catch {
    return undefined
  }
}

function json(bytes: Buffer): unknown {
  const value = parsed(bytes)
  if (value === undefined) throw new Error('is a Result that is cut off or damaged')
  return value
}

/** What `toString` gives of UTF-8, in a quarter of its time; of what is not quite UTF-8, by itself. */
function textOf(bytes: Buffer): string {
  try {
    return transcode(bytes, 'utf8', 'utf16le').toString('utf16le')
  } catch {
    return bytes.toString('utf8')
  }
}
