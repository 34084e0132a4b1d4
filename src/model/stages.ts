/** What flows between the stages: plain shapes, never published. */
import type {TextMap} from '../text/map.ts'
import type {Span} from '../text/span.ts'
import type {Diagnostic} from './diagnostic.ts'
import type {Block, Clause, Document, Node} from './document.ts'
import type {Fact} from './fact.ts'
import type {Certainty, Fold, FoldEdit, Guess, Repair} from './repair.ts'
import type {Result, SourceInfo} from './result.ts'
import type {Origin} from './span.ts'

/** A published shape before `assemble` has added the places in the source. */
export type Draft<T> = T extends readonly (infer U)[]
  ? Draft<U>[]
  : T extends object
    ? {[K in keyof T as K extends 'origin' ? never : K]: Draft<T[K]>}
    : T

export type DraftDiagnostic = Draft<Diagnostic>
export type DraftDocument = Draft<Document>
export type DraftBlock = Draft<Block>
/** A fact with its id, before its certainty and repairs are known. */
export type DraftFact = Fact extends infer F
  ? F extends Fact
    ? Omit<F, 'origin' | 'certainty' | 'repairs'>
    : never
  : never

export interface HintCell {
  /** The paragraphs of the cell; none when it is empty. */
  readonly parts: readonly Span[]
  readonly header: boolean
  readonly rowSpan: number
  readonly colSpan: number
}

/** What the format of the source says about a stretch of the read text. */
export type Hint =
  | {readonly kind: 'table'; readonly span: Span; readonly rows: readonly (readonly HintCell[])[]}
  | {readonly kind: 'heading'; readonly span: Span; readonly level: number}
  | {readonly kind: 'furniture'; readonly span: Span; readonly reason: Block['reason']}
  /** Markup without words: `##`, `|`, `---`. */
  | {readonly kind: 'mark'; readonly span: Span}

/** What `read` gives. */
export interface Source {
  readonly info: Omit<SourceInfo, 'script' | 'characters' | 'readSha256'>
  /** The read text. */
  readonly text: string
  readonly hints: readonly Hint[]
  /** `<meta>` elements, `<title>`, file properties. */
  readonly properties: readonly {readonly name: string; readonly value: string}[]
  /** Spans are in the read text. */
  readonly diagnostics: readonly DraftDiagnostic[]
  /** The place in the decoded source behind a span of the read text. */
  readonly locate: (span: Span) => Origin
}

/** What a repair rule says about one edit of its own. */
export interface RepairNote {
  readonly rule: string
  /** A fold is a table (script, width, punctuation, spaces); anything else is a judgement. */
  readonly fold: boolean
  readonly confidence: number
  readonly certainty: Certainty
  /** The kind of furniture, when what was cut out belongs to the page. */
  readonly furniture?: Block['reason']
}

/** What `repair` gives: the text that every later stage counts in, and the way back to the read text. */
export interface Repaired {
  readonly text: string
  readonly map: TextMap<RepairNote>
  /** Spans are in `text`. */
  readonly guesses: readonly Guess[]
  readonly script: SourceInfo['script']
  readonly diagnostics: readonly DraftDiagnostic[]
  /** With `script: 'keep'`: the simplified text that rules read, and the map from `text` to it. */
  readonly shadow: {readonly text: string; readonly map: TextMap} | null
}

/** What `structure` reads: the repaired text, with the hints moved to it. */
export interface Page {
  readonly text: string
  readonly hints: readonly Hint[]
  readonly properties: Source['properties']
  /** Where repairs and guesses are, in `text`, in order. */
  readonly repaired: readonly Span[]
}

/** What `structure` gives. */
export interface Structured {
  readonly documents: DraftDocument[]
  readonly furniture: DraftBlock[]
  readonly diagnostics: DraftDiagnostic[]
}

/**
 * What `assemble` gives: a Result whose long lists may be made while they are read (`text/flow.ts`), each time anew. Whoever
 * reads them in the order of the members holds a node or a fact at a time. Every Result is one, too.
 */
export interface Flowing extends Omit<Result, 'documents' | 'facts' | 'repairs' | 'folds' | 'diagnostics'> {
  readonly documents: Iterable<FlowingDocument>
  readonly facts: Iterable<Fact>
  readonly repairs: Iterable<Repair>
  readonly folds: Iterable<Omit<Fold, 'edits'> & {readonly edits: Iterable<FoldEdit>}>
  /** What failed while facts were read stands here after that. */
  readonly diagnostics: Iterable<Diagnostic>
}
export type FlowingDocument = Omit<Document, 'children'> & {readonly children: Iterable<FlowingNode>}
export type FlowingNode =
  | Exclude<Node, Clause>
  | (Omit<Clause, 'children'> & {readonly children: Iterable<FlowingNode>})

/** How the whole run is steered; every field has a default. */
export interface ParseOptions {
  /** Recorded in `source.path`; nothing is read from it. */
  readonly path?: string | undefined
  /** Force an encoding (a WHATWG label or `utf-16le`, `big5` …). */
  readonly encoding?: string | undefined
  /** Force a media type. */
  readonly mediaType?: string | undefined
  /** How many bytes a text may have, 128 MiB when not given, or the parts of a packed input (.docx) unfold to, 256 MiB. */
  readonly maxBytes?: number | undefined
  /** How many pages a PDF may have; 2000 when not given. */
  readonly maxPages?: number | undefined
  /** `keep` leaves traditional characters in `text`. */
  readonly script?: 'simplified' | 'keep' | undefined
  /** `read` writes U+FFFD for every character that was guessed. */
  readonly accept?: 'read' | 'inferred' | undefined
}
