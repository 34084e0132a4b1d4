/** Bytes → Source: the read text, what its format says about it, and the way back to the decoded source. */
import type {Source} from '../model/stages.ts'
import {apply, type Edit, toOld} from '../text/edits.ts'
import {sha256} from '../text/hash.ts'
import {lineStarts, position} from '../text/lines.ts'
import type {Span} from '../text/span.ts'
import {decode} from './decode.ts'

export interface ReadOptions {
  readonly path?: string | undefined
  readonly encoding?: string | undefined
  readonly mediaType?: string | undefined
}

/** Reads one input. Never throws on content: what cannot be read is a diagnostic. */
export async function read(bytes: Uint8Array, options: ReadOptions = {}): Promise<Source> {
  const {text: decoded, encoding, diagnostics} = decode(bytes, options.encoding)
  const {text, map} = apply(decoded, lineEnds(decoded))
  const starts = lineStarts(decoded)
  return {
    info: {
      path: options.path ?? null,
      sha256: sha256(bytes),
      bytes: bytes.length,
      encoding,
      mediaType: 'text/plain',
      omitted: [],
    },
    text,
    hints: [],
    properties: [],
    diagnostics,
    locate: (span: Span) => {
      const old = toOld(map, span)
      return {...old, ...position(starts, old.start)}
    },
  }
}

function lineEnds(text: string): Edit[] {
  if (!text.includes('\r')) return []
  return [...text.matchAll(/\r\n?/g)].map(m => ({start: m.index, end: m.index + m[0].length, insert: '\n'}))
}
