/** What a rule reads and what it gives: a stretch of running text with all that hangs over it, and what was found in it. */
import type {Fact, Target, TargetDeadline} from '../model/fact.ts'
import type {DraftDocument} from '../model/stages.ts'
import type {Span} from '../text/span.ts'
import type {Genre} from './genre.ts'
import type {Tokens} from './lexer.ts'
import type {Origin} from './origin.ts'
import type {Region} from './place.ts'

/** One paragraph-like stretch of a document: a paragraph, a note, a clause's paragraph with its heading, a part of a table cell. */
export interface Block {
  readonly text: string
  /** Where `text` stands in the text of the page; spans of findings count from here. */
  readonly start: number
  readonly place: Place
  /** The headings above, outermost first; a clause's own heading stands in its own blocks after the first. */
  readonly headings: readonly Heading[]
  /** Where the heading at the start of `text` ends; 0 when there is none. */
  readonly headingEnd: number
  readonly table: TablePlace | null
  readonly tokens: Tokens
}

/** The ids that a fact carries. */
export interface Place {
  readonly document: DocumentPlace
  readonly node: string
  readonly clause: string | null
  readonly row: string | null
}

export interface DocumentPlace {
  readonly draft: DraftDocument
  readonly id: string
  readonly title: string | null
  /** The day that the document itself bears (YYYY-MM-DD); null when it states none. */
  readonly date: string | null
  /** The day that 自公布之日起 is counted from (YYYY-MM-DD); null when it is not told. */
  readonly issued: string | null
  readonly origin: Origin
  /** The last day of which the document tells what was (YYYY-MM-DD); null where it tells of none. */
  readonly told: string | null
  /** Whose years and money it means: Taiwan counts years from 1912. */
  readonly region: Region
  readonly genre: Genre
}

/** A heading with the block that it stands in, which may not have been read yet. */
export interface Heading {
  readonly text: string
  readonly span: Span
  readonly clause: string | null
  readonly read: Outcome
  /** Where it ends in its block, when more stands there. */
  readonly until?: number
  /** No heading but the paragraph that the clauses under it hang on: 到2025年，实现以下目标：. */
  readonly lead?: boolean
  /** It says that no goals stand under it. */
  readonly reporting?: boolean
}

/** A paragraph in which nothing is found stands over nothing. */
export const stands = ({lead, read}: Heading): boolean => !lead || read.count > 0

/** The table around a cell. */
export interface TablePlace {
  readonly caption: Heading | null
  readonly column: Heading | null
  /** The label of the column (header cells joined); empty when the table has none. */
  readonly label: string
  /** The cell of the row that tells its time, in a column of 完成时限. */
  readonly limit?: Heading | null
  /** Where the cell of who leads ends and that of who helps begins, where the block holds both. */
  readonly helped?: {readonly to: number; readonly from: number; readonly supports: boolean} | null
  /** What the cell states a goal of, in a table of indicators. */
  readonly goal?: Goal | null
}

/** The row and column of a goal: 森林覆盖率, in %, by the year over the column or the time in the row. */
export interface Goal {
  readonly metric: string
  readonly unit: string
  readonly limit: Heading | null
  readonly year: string | null
}

/** The fields that are a kind's own. */
type Own<F> = F extends unknown
  ? Omit<
      F,
      | 'id'
      | 'document'
      | 'node'
      | 'clause'
      | 'row'
      | 'text'
      | 'span'
      | 'origin'
      | 'rule'
      | 'certainty'
      | 'repairs'
      | 'warnings'
    >
  : never
/** A target names the finding that its deadline is; ids come later. */
type OwnTarget = Omit<Own<Target>, 'deadline' | 'valueSpan'> & {
  readonly valueSpan: Span
  readonly deadline: (Omit<TargetDeadline, 'fact'> & {readonly fact: Finding | null}) | null
}

interface Located {
  /** The shortest stretch that carries the whole value, in the block's text. */
  readonly span: Span
  /** The numbers it was read from, by their starts; no later rule reads them again. */
  readonly numbers?: readonly number[]
  readonly warnings?: readonly {readonly code: string; readonly candidate?: string}[]
  /** A time of what has been: later rules know of it, and it is no fact. */
  readonly past?: boolean
  /** A time in a name (全民健身计划（2021—2025年）): it holds for what is said with it, and it is no fact. */
  readonly named?: boolean
}

/** A fact in the text of its block. */
export type Finding = Located & (Own<Exclude<Fact, Target>> | OwnTarget)
export type FindingOf<K extends Finding['kind']> = Extract<Finding, {kind: K}>

/** What has been found in a block, by kind, each in the order of the text: lists of one kind are fast to go through. */
export type Seen = {readonly [Kind in Finding['kind']]: readonly FindingOf<Kind>[]}

/** What the rules have found in a block so far, and how much of it there is. */
export interface Outcome {
  readonly seen: Seen
  readonly count: number
}

/** What most rules find in most blocks. */
export const NONE: readonly never[] = []

/** What a rule finds; or, where that takes much code, what finds it once the rule has looked at the other blocks. */
export type Found = readonly Finding[] | (() => readonly Finding[])

/** One kind of fact. Reads the candidates of a block, never the whole text for itself. */
export interface FactRule {
  readonly id: string
  /** `seen` is what earlier rules found in this block. */
  find(block: Block, seen: Seen): Found
}
