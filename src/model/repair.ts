/** What was changed between the read text and the text of the Result. */
import {z} from 'zod'
import {OriginSchema, SpanSchema} from './span.ts'

export const CERTAINTIES = ['read', 'inferred', 'lost'] as const
/** `read` off the bytes, `inferred` from the context, or `lost`. */
export const CertaintySchema = z.enum(CERTAINTIES)
export type Certainty = z.infer<typeof CertaintySchema>

export const GuessSchema = z
  .strictObject({
    span: SpanSchema,
    certainty: z.enum(['inferred', 'lost']),
    confidence: z.number().min(0).max(1),
    alternatives: z.array(z.string()),
  })
  .meta({id: 'Guess', description: 'A character of a repair that was not read off the bytes'})
export type Guess = z.infer<typeof GuessSchema>

export const RepairSchema = z
  .strictObject({
    id: z.string(),
    rules: z.array(z.string()).min(1),
    before: z.string(),
    after: z.string(),
    span: SpanSchema,
    origin: OriginSchema,
    confidence: z.number().min(0).max(1),
    certainty: CertaintySchema,
    guesses: z.array(GuessSchema).optional(),
  })
  .meta({id: 'Repair', description: 'A judgement: `before` stood in the read text, `after` stands in `text` at `span`'})
export type Repair = z.infer<typeof RepairSchema>

/** [start in text, what stood there in the read text, length of what stands there now where it differs from `before`'s] */
export const FoldEditSchema = z.union([
  z.tuple([z.int().min(0), z.string()]),
  z.tuple([z.int().min(0), z.string(), z.int().min(0)]),
])
export type FoldEdit = z.infer<typeof FoldEditSchema>

export const FoldSchema = z
  .strictObject({rule: z.string(), count: z.int().min(1), edits: z.array(FoldEditSchema)})
  .meta({id: 'Fold', description: 'A table applied to the text: script, width, punctuation, spaces'})
export type Fold = z.infer<typeof FoldSchema>
