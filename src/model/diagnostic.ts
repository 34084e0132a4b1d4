/** What a person should know about a document. Never thrown; always reported. */
import {z} from 'zod'
import {OriginSchema, SpanSchema} from './span.ts'

/** The closed list of codes, each with what it says. */
export const DIAGNOSTICS = {
  'read/empty': 'The input holds no text',
  'read/not-text': 'Bytes that are text in no encoding that is known; they are kept as some encoding reads them',
  'read/invalid-bytes': 'Bytes that the encoding does not have; each is kept as U+FFFD',
  'read/truncated': 'The last character is cut off',
  'read/encoding-conflict': 'The page declares another encoding than the one its bytes are in',
  'read/mixed-encodings': 'Parts of the input are in different encodings',
  'read/lone-surrogate': 'Half of a surrogate pair; kept as U+FFFD',
  'read/omitted': 'A part of the source that was not read, and why',
  'repair/guessed': 'Characters that were inferred, not read off the bytes',
  'repair/lost': 'Characters that cannot be recovered',
  'repair/suspect': 'Text that looks damaged and was left as it is',
  'repair/lost-dash': 'A number that seems to have lost a dash',
  'repair/lost-bracket': 'A bracket that seems to be missing',
  'repair/lost-character': 'A line that seems to have lost its first character',
  'structure/sequence-gap': 'A number is missing in a sequence of markers',
  'structure/sequence-duplicate': 'A number stands twice in a sequence of markers',
  'structure/sequence-restart': 'A sequence of markers starts again under the same parent',
  'structure/misnumbered': 'A marker whose number does not fit its place',
  'structure/mixed-styles': 'Siblings with markers of different styles',
  'structure/ambiguous-marker': 'A marker that can be read in two ways',
  'structure/recovered-clause': 'A clause whose marker was found inside a line, or is missing',
  'structure/fragment': 'The page holds a part of a document only',
  'structure/no-title': 'No title was found',
  'structure/metadata-conflict': 'Page and document disagree about a value',
  'structure/annex-missing': 'An annex is named but is not on the page',
  'structure/documents-mismatch': 'The page announces another number of documents than were found',
  'structure/table-unresolved': 'A table whose rows could not be told for certain',
  'structure/limit': 'A document with more lines, or more odd numbers, than are told one by one',
  'structure/depth': 'Clauses nested deeper than the limit were attached at the limit',
  'extract/suspect-value': 'A value that damage may have changed',
  'pipeline/stage-failed': 'A stage failed; its part of the Result is the plain text',
} as const
export type DiagnosticCode = keyof typeof DIAGNOSTICS

export const LEVELS = ['error', 'warning', 'info'] as const
export const DiagnosticSchema = z
  .strictObject({
    code: z.enum(Object.keys(DIAGNOSTICS) as [DiagnosticCode, ...DiagnosticCode[]]),
    level: z.enum(LEVELS),
    message: z.string(),
    span: SpanSchema.optional(),
    origin: OriginSchema.optional(),
    node: z.string().optional(),
    note: z.string().optional(),
  })
  .meta({id: 'Diagnostic'})
export type Diagnostic = z.infer<typeof DiagnosticSchema>
