/** The lines of a page, and the blocks that the outline is built from. */
import type {Leaf, Table} from '../model/document.ts'
import type {Draft} from '../model/stages.ts'
import type {Span} from '../text/span.ts'

/** A line that is not blank. */
export interface Line {
  /** Without the white space at its ends. */
  readonly span: Span
  readonly text: string
  /** Which of the characters that rules ask for are in it: see `signs.ts`. */
  readonly signs: number
  /** White space before it on its line, in units. */
  readonly indent: number
  /** Blank lines before it. */
  readonly gap: number
  /** What the format says: a heading of this level (`#`, `<h2>`); 0 when it says nothing. */
  readonly heading: number
  /** Markup without words before the text (`##`); empty in plain text. */
  readonly marks: readonly Span[]
}

/** What the outline orders: lines of running text, and nodes that are whole already and only need a parent. */
export type Block =
  | {readonly kind: 'line'; readonly line: Line}
  | {readonly kind: 'node'; readonly node: Draft<Leaf> | Draft<Table>}
