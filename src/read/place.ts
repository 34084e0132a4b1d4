/** An extracted text → the way back from its spans to places in the decoded source. */
import type {Hint, Source} from '../model/stages.ts'
import {lineStarts, position} from '../text/lines.ts'
import {type TextMap, toOld} from '../text/map.ts'

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

/**
 * For a map from the source to a text, gives the places behind spans of that text. Line ends are looked for once, when
 * the first place is asked for; then the source is let go.
 */
export function placesIn(decoded: string): (map: TextMap) => Source['locate'] {
  let source = decoded
  let starts: Int32Array | undefined
  return map => span => {
    if (!starts) {
      starts = lineStarts(source)
      source = ''
    }
    const {start, end} = map.length === 0 ? span : toOld(map, span)
    const {line, column} = position(starts, start)
    return {start, end, line, column}
  }
}
