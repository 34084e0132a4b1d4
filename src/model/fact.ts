/** Values that a reader can check, each with the exact place in the source. */
import {z} from 'zod'
import {CertaintySchema} from './repair.ts'
import {OriginSchema, SpanSchema} from './span.ts'

/** `=` when nothing is said; 以上 以下 以内 are inclusive, 超过 不满 以外 exclusive (民法典 第一千二百五十九条). */
export const COMPARATORS = ['=', '>=', '>', '<=', '<', '~'] as const
export const ComparatorSchema = z.enum(COMPARATORS)
export type Comparator = z.infer<typeof ComparatorSchema>

export const RELATIONS = ['by', 'in', 'during', 'from', 'within', 'before', 'for', 'every'] as const
export const DIRECTIONS = [
  'reach',
  'increase',
  'increase-to',
  'decrease',
  'decrease-to',
  'maintain',
  'control',
  'not-increase',
  'not-decrease',
  'build',
] as const
export const VIAS = ['inline', 'sentence', 'heading', 'title', 'table'] as const
export const REFERENCE_RELATIONS = ['basis', 'issues', 'amends', 'repeals', 'cites'] as const
export const PRECISIONS = ['year', 'half', 'quarter', 'month', 'day', 'working-day', 'period'] as const

export const WarningSchema = z.strictObject({code: z.string(), candidate: z.string().optional()}).meta({id: 'Warning'})

const base = {
  id: z.string(),
  document: z.string(),
  node: z.string(),
  clause: z.string().nullable(),
  row: z.string().nullable(),
  text: z.string(),
  span: SpanSchema,
  origin: OriginSchema,
  rule: z.string(),
  certainty: CertaintySchema,
  repairs: z.array(z.string()),
  warnings: z.array(WarningSchema),
}
const text = z.string().nullable()
const number = z.number().nullable()

export const PercentageSchema = z
  .strictObject({
    kind: z.literal('percentage'),
    ...base,
    comparator: ComparatorSchema,
    value: z.number(),
    upper: number,
    unit: z.enum(['%', '‰', 'pp']),
    base: text,
  })
  .meta({id: 'Percentage'})
export const MoneySchema = z
  .strictObject({
    kind: z.literal('money'),
    ...base,
    comparator: ComparatorSchema,
    value: z.number(),
    upper: number,
    unit: z.string(),
    per: z.array(z.string()),
    purpose: text,
  })
  .meta({id: 'Money', description: 'An amount in units of the currency (ISO 4217), 万 and 亿 multiplied out'})
export const QuantitySchema = z
  .strictObject({
    kind: z.literal('quantity'),
    ...base,
    comparator: ComparatorSchema,
    value: z.number(),
    upper: number,
    unit: z.string(),
    of: text,
    per: z.array(z.string()),
  })
  .meta({id: 'Quantity'})
export const DeadlineSchema = z
  .strictObject({
    kind: z.literal('deadline'),
    ...base,
    relation: z.enum(RELATIONS),
    comparator: ComparatorSchema,
    edtf: text,
    duration: text,
    every: text,
    start: text,
    end: text,
    precision: z.enum(PRECISIONS).nullable(),
    event: text,
  })
  .meta({id: 'Deadline', description: 'edtf: ISO 8601-2; duration: ISO 8601; start and end: calendar days where known'})
export const TargetDeadlineSchema = z
  .strictObject({
    relation: z.enum(RELATIONS),
    edtf: text,
    duration: text,
    start: text,
    end: text,
    via: z.enum(VIAS),
    fact: z.string().nullable(),
  })
  .meta({
    id: 'TargetDeadline',
    description:
      '`fact` is null where the date stands in a title, which holds no facts, or is the years of a plan that a heading names',
  })
export type TargetDeadline = z.infer<typeof TargetDeadlineSchema>
export const TargetSchema = z
  .strictObject({
    kind: z.literal('target'),
    ...base,
    metric: z.string(),
    scope: text,
    direction: z.enum(DIRECTIONS),
    comparator: ComparatorSchema,
    value: number,
    upper: number,
    unit: text,
    per: z.array(z.string()),
    perCount: number,
    base: text,
    benchmark: text,
    ratio: z.array(z.number()).nullable(),
    condition: text,
    deadline: TargetDeadlineSchema.nullable(),
    modality: text,
    valueSpan: SpanSchema,
  })
  .meta({id: 'Target', description: 'What a later reader can check'})
export const ReferenceSchema = z
  .strictObject({
    kind: z.literal('reference'),
    ...base,
    title: text,
    documentNumber: text,
    relation: z.enum(REFERENCE_RELATIONS),
  })
  .meta({id: 'Reference'})
export const ResponsibilitySchema = z
  .strictObject({
    kind: z.literal('responsibility'),
    ...base,
    bodies: z.array(z.string()),
    lead: z.array(z.string()),
    support: z.array(z.string()),
  })
  .meta({id: 'Responsibility'})

export const FactSchema = z
  .discriminatedUnion('kind', [
    PercentageSchema,
    MoneySchema,
    QuantitySchema,
    DeadlineSchema,
    TargetSchema,
    ReferenceSchema,
    ResponsibilitySchema,
  ])
  .meta({id: 'Fact'})
export type Fact = z.infer<typeof FactSchema>
export type FactKind = Fact['kind']
export const FACT_KINDS = [
  'percentage',
  'money',
  'quantity',
  'deadline',
  'target',
  'reference',
  'responsibility',
] as const
export type Percentage = z.infer<typeof PercentageSchema>
export type Money = z.infer<typeof MoneySchema>
export type Quantity = z.infer<typeof QuantitySchema>
export type Deadline = z.infer<typeof DeadlineSchema>
export type Target = z.infer<typeof TargetSchema>
export type Reference = z.infer<typeof ReferenceSchema>
export type Responsibility = z.infer<typeof ResponsibilitySchema>
