/** Bytes → text, with what could not be read reported in its place. */
import {isUtf8} from 'node:buffer'
import type {DraftDiagnostic} from '../model/stages.ts'
import type {Span} from '../text/span.ts'
import {choose} from './encoding/choose.ts'
import {declaredEncoding} from './encoding/declared.ts'
import {decodeAs} from './encoding/decoders.ts'
import {isNoText} from './encoding/likelihood.ts'
import {type Segment, segments} from './encoding/segments.ts'

export interface Decoded {
  readonly text: string
  readonly encoding: string
  /** Spans are in `text`. */
  readonly diagnostics: readonly DraftDiagnostic[]
}

/** More of one kind than this and only their number is told. */
const LISTED = 20

/**
 * Decodes the bytes of a text. What the encoding does not have is kept as U+FFFD.
 * @param forced a WHATWG label, or `big5-hkscs` and the like
 * @throws ReadError when `forced` is no known encoding
 */
export async function decode(bytes: Uint8Array, forced?: string): Promise<Decoded> {
  const declared = forced === undefined ? declaredEncoding(bytes) : undefined
  const {encoding, from} = choose(bytes, forced, declared)
  const parts = from === 'forced' ? [{start: 0, end: bytes.length, encoding}] : segments(bytes, encoding)
  const diagnostics: DraftDiagnostic[] = []
  const mixed: DraftDiagnostic[] = []
  let text = ''
  let cut = false
  for (const part of parts) {
    const piece = await decodeAs(bytes.subarray(part.start, part.end), part.encoding)
    const start = text.length
    text += piece.text
    if (part.encoding !== encoding) mixed.push(otherEncoding(part, encoding, {start, end: text.length}))
    cut = piece.truncated
  }
  if (cut) diagnostics.push(truncated({start: text.length - 1, end: text.length}))
  if (declared !== undefined && declared !== encoding && !isAscii(text)) diagnostics.push(conflict(declared, encoding))
  const sound = encoding === 'utf-8' && isUtf8(bytes)
  if (from === 'bytes' && !sound && isNoText(text)) diagnostics.unshift(notText(encoding))
  return {
    text,
    encoding,
    diagnostics: [
      ...diagnostics,
      ...listed(mixed),
      ...(sound ? [] : invalid(text, encoding, cut ? text.length - 1 : text.length)),
    ],
  }
}

const isAscii = (text: string): boolean => !/[^\x00-\x7f]/.test(text)

const notText = (encoding: string): DraftDiagnostic => ({
  code: 'read/not-text',
  level: 'warning',
  message: `Unexpected bytes that are text in no known encoding, expected a document; read as ${encoding}`,
})

const conflict = (declared: string, encoding: string): DraftDiagnostic => ({
  code: 'read/encoding-conflict',
  level: 'info',
  message: `Unexpected charset ${declared} declared, expected ${encoding} by the bytes`,
})

const truncated = (span: Span): DraftDiagnostic => ({
  code: 'read/truncated',
  level: 'warning',
  message: 'Unexpected end inside a character, expected its last bytes',
  span,
})

const otherEncoding = ({encoding: found, isPart}: Segment, encoding: string, span: Span): DraftDiagnostic => ({
  code: 'read/mixed-encodings',
  level: 'warning',
  message: isPart
    ? `Unexpected part of a line in ${found}, expected ${encoding} like the rest; read as ${found}`
    : `Unexpected lines in ${found}, expected ${encoding} like the rest; read as ${found}`,
  span,
})

/** One diagnostic for each run of characters before `end` that could not be read. */
function invalid(text: string, encoding: string, end: number): DraftDiagnostic[] {
  const surrogates = encoding.startsWith('utf-16')
  const found: DraftDiagnostic[] = []
  for (const run of text.slice(0, end).matchAll(/\uFFFD+/g)) {
    const span = {start: run.index, end: run.index + run[0].length}
    const what = surrogates ? 'half of a surrogate pair' : `bytes that are not ${encoding}`
    const count = `${run[0].length} time${run[0].length === 1 ? '' : 's'}`
    const message = `Unexpected ${what}, expected a character; kept as U+FFFD, ${count}`
    found.push({code: surrogates ? 'read/lone-surrogate' : 'read/invalid-bytes', level: 'warning', message, span})
  }
  return listed(found)
}

/** The first of many, the last of them with the number of those left out. */
function listed(found: readonly DraftDiagnostic[]): DraftDiagnostic[] {
  if (found.length <= LISTED) return [...found]
  const shown = found.slice(0, LISTED)
  const last = shown.pop()!
  return [...shown, {...last, note: `${found.length - LISTED} more places like this`}]
}
