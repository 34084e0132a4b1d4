/** A Result and its source → the same Result with its offsets in the unit that was asked for. */
import {differs, toCodePoints} from '../emit/code-points.ts'
import type {Result} from '../model/result.ts'
import {undo} from '../text/undo.ts'
import type {Given} from './command.ts'
import {fail} from './report.ts'

/** Null, with the reason told, where a finished Result does not hold what the conversion needs. */
export async function inUnit(
  result: Result,
  source: Uint8Array | string | null,
  {offsets: unit, encoding}: Given['options'],
): Promise<Result | null> {
  if (result.offsets === unit) return result
  const decoded = unit === 'code-point' ? await decodedSource(result, source, encoding) : null
  if (decoded !== null) return toCodePoints(result, decoded)
  fail(
    result.source.path,
    `a finished Result keeps its offsets in ${result.offsets}: parse the page with --offsets ${unit}`,
  )
  return null
}

/** What origins count in. Without the source only a text whose read text is its source, or has no such characters, will do. */
export async function decodedSource(
  result: Result,
  source: Uint8Array | string | null,
  encoding: string | boolean | undefined,
): Promise<string | null> {
  if (typeof source === 'string') return source
  if (source) {
    const {decode} = await import('../read/decode.ts')
    return (await decode(source, typeof encoding === 'string' ? encoding : undefined)).text
  }
  const {read} = undo(result)
  if (result.source.readSha256 === result.source.sha256) return read
  return result.source.mediaType === 'text/plain' && !differs(read) ? read : null
}
