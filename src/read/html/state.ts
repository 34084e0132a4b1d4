/** What is known of a page while its markup is read. */
import type {Source} from '../../model/stages.ts'
import type {Edit} from '../../text/edits.ts'
import type {Span} from '../../text/span.ts'
import type {Omission} from '../place.ts'
import type {Candidate, Tally} from './furniture.ts'
import type {OpenList} from './numbers.ts'
import {type Stack, stack} from './stack.ts'
import type {Cells, OpenTable} from './tables.ts'
import * as writing from './writer.ts'

/** All spans are in the text that the edits give, places of omissions in the markup. */
export interface ExtractedPage {
  readonly edits: readonly Edit[]
  readonly tables: readonly Cells[]
  readonly headings: readonly {readonly span: Span; readonly level: number}[]
  readonly candidates: readonly Candidate[]
  readonly properties: Source['properties']
  readonly omitted: readonly Omission[]
  readonly characters: number
}

export interface Element {
  readonly name: string
  /** Where its tag stands in the markup. */
  readonly at: number
  /** The length of the text when it began. */
  readonly start: number
  readonly tally: Tally | undefined
  readonly said: Candidate['said']
  /** Why nothing in it is shown. */
  readonly hidden: string | undefined
  /** It is inside something that is not shown. */
  readonly inert: boolean
  readonly table: OpenTable | undefined
  readonly list: OpenList | undefined
  readonly preformatted: boolean
  readonly link: boolean
}

export interface State {
  readonly markup: string
  readonly showHidden: boolean
  readonly w: writing.Writer
  readonly stack: Stack<Element>
  readonly openTables: OpenTable[]
  /** The lists that are open; nothing for those without numbers. */
  readonly lists: (OpenList | undefined)[]
  readonly tally: {linked: number; links: number; stops: number; headings: number}
  readonly tables: Cells[]
  readonly headings: {span: Span; level: number}[]
  readonly candidates: Candidate[]
  readonly properties: {name: string; value: string}[]
  readonly omitted: Omission[]
  /** The depth at which what is not shown began, and its characters so far. */
  hiddenFrom: number
  hiddenCharacters: number
  preformatted: number
  raised: number
  articles: number
  title: string | undefined
}

/** A text with stretches of markup in it: its own lines are lines. */
const BEGINS_WITH_WORDS = /^\s{0,99}[^\s<](?![\s\S]{0,65536}<(?:html|body)\b)/i

/** The state before anything is read. */
export function newState(markup: string, showHidden: boolean): State {
  return {
    markup,
    showHidden,
    w: writing.writer(markup),
    stack: stack(),
    openTables: [],
    lists: [],
    tally: {linked: 0, links: 0, stops: 0, headings: 0},
    tables: [],
    headings: [],
    candidates: [],
    properties: [],
    omitted: [],
    hiddenFrom: -1,
    hiddenCharacters: 0,
    preformatted: BEGINS_WITH_WORDS.test(markup) ? 1 : 0,
    raised: 0,
    articles: 0,
    title: undefined,
  }
}
