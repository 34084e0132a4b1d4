/** Places: in the text of a Result, and in its source. */
import {z} from 'zod'

const offset = z.int().min(0)

export const SpanSchema = z.strictObject({start: offset, end: offset}).meta({
  id: 'Span',
  description: 'Half-open stretch of the Result text, in UTF-16 code units unless `offsets` says otherwise',
})
export type Span = z.infer<typeof SpanSchema>

/** A place in a source that is text (plain, Markdown, the markup of HTML). */
export const TextOriginSchema = z.strictObject({
  start: offset,
  end: offset,
  line: z.int().min(1),
  column: z.int().min(1),
})
/** A place in a source that is no text: the part of a package or the page of a PDF, and the paragraph or line in it. */
export const PartOriginSchema = z.strictObject({
  part: z.string().optional(),
  page: z.int().min(1).optional(),
  paragraph: z.int().min(1).optional(),
  line: z.int().min(1).optional(),
})
export const OriginSchema = z.union([TextOriginSchema, PartOriginSchema]).meta({
  id: 'Origin',
  description: 'Place in the decoded source: offsets with line and column (from 1), or part/page with paragraph/line',
})
export type Origin = z.infer<typeof OriginSchema>

export const PlaceSchema = z.strictObject({span: SpanSchema, origin: OriginSchema}).meta({id: 'Place'})
export type Place = z.infer<typeof PlaceSchema>
