/** Inputs → Results: pages are parsed, finished Results pass as they are; what fails is told and passed over. */
import {held} from '../assemble/held.ts'
import {isWhole} from '../emit/whole.ts'
import type {Result} from '../model/result.ts'
import type {Flowing, ParseOptions} from '../model/stages.ts'
import type {Given} from './command.ts'
import {UsageError} from './command.ts'
import {frugalFor} from './frugal.ts'
import {type Item, items} from './items.ts'
import {names} from './names.ts'
import {diagnose, fail} from './report.ts'

/** A Result, and whether it was made of a page just now; the bytes of the page where they were asked for. */
export interface Read<R extends Flowing = Flowing> {
  readonly result: R
  readonly isPage: boolean
  readonly bytes: Uint8Array | null
}

/** Every Result behind the inputs, in order, with its diagnostics told. @param keep pages come with their bytes */
export async function* results(given: Given, keep = false): AsyncGenerator<Read<Result>> {
  for await (const one of read(given, keep)) {
    const whole = {...one, result: held(one.result)}
    tellOf(whole, given)
    yield whole
  }
}

/** The same as they flow; their diagnostics are told when they have been used, for facts are found meanwhile. */
export async function* flowing(given: Given, keep = false): AsyncGenerator<Read> {
  for await (const one of read(given, keep)) {
    yield one
    tellOf(one, given)
  }
}

async function* read({inputs, options}: Given, keep: boolean): AsyncGenerator<Read> {
  const parseOptions = parseOptionsOf(options)
  for await (const item of items(names(inputs, options))) {
    const found = await resultOf(item, parseOptions, keep)
    if (found) yield found
  }
}

/** What a finished Result has to say was told when it was made. */
function tellOf({result, isPage}: Read, {options}: Given): void {
  if (isPage) diagnose(result, options['quiet'] === true, String(options['failOn'] ?? 'error'))
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
export async function resultOf(item: Item, options: ParseOptions, keep = false): Promise<Read | null> {
  if ('result' in item) return usable(item.path, item.result)
  const {path, page} = item
  frugalFor(page.length)
  // Loaded only here, so that a finished Result costs no pipeline.
  const {parseFlowing} = await import('../pipeline.ts')
  const bytes = keep ? page.take() : null
  // Not in this function, which would hold what it gave until the end.
  const begin = (): Promise<Flowing> => parseFlowing(bytes ?? page.take(), {...options, path: path ?? undefined})
  try {
    return {result: await begin(), isPage: true, bytes}
  } catch (error) {
    fail(path, failure(error).message)
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
  else return {result: value, isPage: false, bytes: null}
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
