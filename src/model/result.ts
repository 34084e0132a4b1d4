/** One input, one Result. */
import {z} from 'zod'
import {DiagnosticSchema} from './diagnostic.ts'
import {BlockSchema, DocumentSchema} from './document.ts'
import {FactSchema} from './fact.ts'
import {FoldSchema, RepairSchema} from './repair.ts'
import {OriginSchema} from './span.ts'

export const SCRIPTS = ['hans', 'hant', 'mixed', 'none'] as const

export const SourceInfoSchema = z
  .strictObject({
    path: z.string().nullable(),
    sha256: z.string(),
    bytes: z.int().min(0),
    encoding: z.string(),
    mediaType: z.string(),
    characters: z.int().min(0),
    readSha256: z.string(),
    script: z.enum(SCRIPTS),
    omitted: z.array(z.strictObject({reason: z.string(), origin: OriginSchema, characters: z.int().min(0)})),
  })
  .meta({id: 'SourceInfo'})
export type SourceInfo = z.infer<typeof SourceInfoSchema>

export const ResultSchema = z
  .strictObject({
    schema: z.literal('policy/1'),
    tool: z.strictObject({name: z.literal('policy'), version: z.string()}),
    id: z.string().optional(),
    offsets: z.enum(['utf-16', 'code-point']),
    source: SourceInfoSchema,
    text: z.string(),
    documents: z.array(DocumentSchema),
    facts: z.array(FactSchema),
    furniture: z.array(BlockSchema),
    repairs: z.array(RepairSchema),
    folds: z.array(FoldSchema),
    diagnostics: z.array(DiagnosticSchema),
  })
  .meta({id: 'Result', title: 'policy/1 Result'})
export type Result = z.infer<typeof ResultSchema>

export const ErrorRecordSchema = z
  .strictObject({
    schema: z.literal('policy/1'),
    id: z.string().optional(),
    source: z.strictObject({path: z.string().nullable()}),
    error: z.strictObject({code: z.string(), message: z.string()}),
  })
  .meta({id: 'ErrorRecord', title: 'policy/1 error record'})
export type ErrorRecord = z.infer<typeof ErrorRecordSchema>
