/** An extracted text → the way back from its spans to places in the decoded source. */
import type {Hint, Source} from '../model/stages.ts'
import {type TextMap, toOld} from '../text/edits.ts'
import {lineStarts, position} from '../text/lines.ts'

/** The text that a reader took out of a source that is text, as a map over it. */
export interface Extracted {
  readonly text: string
  /** From the decoded source to the text. */
  readonly map: TextMap
  readonly hints: readonly Hint[]
  readonly properties: Source['properties']
  readonly omitted: readonly Omission[]
}

/** A stretch of the decoded source that was left out. */
export interface Omission {
  readonly reason: string
  readonly start: number
  end: number
  characters: number
}

/** Gives the place of a span of the read text. Line ends are looked for once, and only when a place is asked for. */
export function locator(decoded: string, map: TextMap): Source['locate'] {
  let starts: Int32Array | undefined
  return span => {
    starts ??= lineStarts(decoded)
    const old = toOld(map, span)
    return {...old, ...position(starts, old.start)}
  }
}
