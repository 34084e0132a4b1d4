/** What a check says: where in the Result something does not hold, and what was expected. */
import type {Span} from '../text/span.ts'

export interface Problem {
  readonly code:
    | 'schema'
    | 'conservation'
    | 'undo'
    | 'span'
    | 'slice'
    | 'order'
    | 'id'
    | 'link'
    | 'record'
    | 'level'
    | 'day'
    | 'fact-place'
  /** "Unexpected X, expected Y". */
  readonly message: string
  /** Where in the Result, as a JSON pointer or an id. */
  readonly at: string
  readonly span?: Span
}

export type Report = (problem: Problem) => void

/** The first characters of a text, for a message. */
export const excerpt = (text: string): string => JSON.stringify(text.length > 24 ? `${text.slice(0, 24)}…` : text)
