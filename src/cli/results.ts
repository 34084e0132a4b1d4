/** Inputs → Results: pages are parsed, finished Results pass as they are; what fails is told and passed over. */
import {isWhole} from '../emit/whole.ts'
import type {Result} from '../model/result.ts'
import type {ParseOptions} from '../model/stages.ts'
import type {Given} from './command.ts'
import {UsageError} from './command.ts'
import {frugalFor} from './frugal.ts'
import {type Item, items} from './items.ts'
import {names} from './names.ts'
import {diagnose, fail} from './report.ts'

/** A Result; of a page also its bytes. */
export interface Read {
  readonly result: Result
  readonly bytes: Uint8Array | null
}

/** Every Result behind the inputs, in order, with its diagnostics told. */
export async function* results({inputs, options}: Given): AsyncGenerator<Read> {
  const parseOptions = parseOptionsOf(options)
  for await (const item of items(names(inputs, options))) {
    const read = await resultOf(item, parseOptions)
    if (!read) continue
    if (read.bytes) diagnose(read.result, options['quiet'] === true, String(options['failOn'] ?? 'error'))
    yield read
  }
}

/** The options that steer the pipeline. */
export function parseOptionsOf(options: Given['options']): ParseOptions {
  return {
    encoding: text(options['encoding']),
    mediaType: text(options['mediaType']),
    maxBytes: count('max-bytes', options['maxBytes']),
    maxPages: count('max-pages', options['maxPages']),
    script: options['script'] === 'keep' ? 'keep' : undefined,
    accept: options['accept'] === 'read' ? 'read' : undefined,
  }
}

const text = (option: string | boolean | undefined): string | undefined =>
  typeof option === 'string' ? option : undefined

/** The Result of one input, or nothing, with the reason told. */
export async function resultOf(item: Item, options: ParseOptions): Promise<Read | null> {
  if ('result' in item) return usable(item.path, item.result)
  // Loaded only here, so that a finished Result costs no pipeline.
  const {parse} = await import('../pipeline.ts')
  frugalFor(item.bytes.length)
  try {
    return {result: await parse(item.bytes, {...options, path: item.path ?? undefined}), bytes: item.bytes}
  } catch (error) {
    fail(item.path, failure(error).message)
    return null
  }
}

/** What an option forces on every input is wrong usage, not a failure of one. */
const WRONG_OPTIONS = new Set(['read/unknown-encoding', 'read/unknown-media-type'])

/**
 * What a failed parse says, in one line.
 * @throws UsageError when an option is to blame
 */
export function failure(error: unknown): {code: string; message: string} {
  if (!(error instanceof Error)) return {code: 'parse-failed', message: String(error)}
  const {code, message} = error as NodeJS.ErrnoException
  if (code && WRONG_OPTIONS.has(code)) throw new UsageError(message)
  return {code: code ?? 'parse-failed', message}
}

/** A value that is a Result; what only says so is told. */
function usable(path: string | null, value: unknown): Read | null {
  const {source, error} = value as {source?: {path?: unknown}; error?: {message?: unknown}}
  if (error) fail(typeof source?.path === 'string' ? source.path : path, String(error.message))
  else if (!isWhole(value)) fail(path, 'is not a whole Result; `policy check` tells more')
  else return {result: value, bytes: null}
  return null
}

/** A whole number from 1, as an option gives it. */
export function count(name: string, option: string | boolean | undefined): number | undefined {
  if (option === undefined) return undefined
  const number = Number(option)
  if (!Number.isSafeInteger(number) || number < 1)
    throw new UsageError(`--${name} takes a whole number from 1, not '${option}'`)
  return number
}
