/** Lines from the parts of a package or the pages of a document → one text, with the way back to part and line. */

import type {SourceInfo} from '../model/result.ts'
import type {Origin} from '../model/span.ts'
import type {DraftDiagnostic, Hint, Source} from '../model/stages.ts'
import {lastAtMost, type Span} from '../text/span.ts'

/** What a reader of a format that is no text gives. */
export interface Unpacked {
  readonly text: string
  readonly hints: readonly Hint[]
  readonly properties: Source['properties']
  readonly omitted: SourceInfo['omitted']
  /** Spans are in `text`. */
  readonly diagnostics: readonly DraftDiagnostic[]
  readonly locate: Source['locate']
  /** The encoding of the text in the package. */
  readonly encoding: string
}

/** A text that is being put together. */
export interface Parts {
  readonly chunks: string[]
  length: number
  readonly places: {readonly start: number; readonly origin: Origin}[]
}

/** Nothing yet. */
export const emptyParts = (): Parts => ({chunks: [], length: 0, places: []})

/** Adds a piece of text after a separator (none at the very start) and gives its span. */
export function addPart(parts: Parts, separator: string, text: string, origin: Origin): Span {
  if (parts.length > 0 && separator !== '') {
    parts.chunks.push(separator)
    parts.length += separator.length
  }
  const start = parts.length
  parts.chunks.push(text)
  parts.length += text.length
  parts.places.push({start, origin})
  return {start, end: parts.length}
}

const startOf = (place: {readonly start: number}): number => place.start

/** The place of the piece in which a span begins. */
export function partLocator(parts: Parts, fallback: Origin): Source['locate'] {
  return span => parts.places[Math.max(0, lastAtMost(parts.places, span.start, startOf))]?.origin ?? fallback
}
