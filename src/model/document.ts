/** Documents and their clause trees. */
import {z} from 'zod'
import {OriginSchema, PlaceSchema, SpanSchema} from './span.ts'

export const ROLES = ['main', 'issued', 'annex', 'item'] as const
export const FIELD_SOURCES = ['page', 'meta', 'header', 'title', 'body', 'signature', 'colophon'] as const

export interface Field {
  value: string
  raw: string
  span: z.infer<typeof SpanSchema> | null
  origin: z.infer<typeof OriginSchema> | null
  from: (typeof FIELD_SOURCES)[number]
  others?: Field[] | undefined
}
export const FieldSchema: z.ZodType<Field> = z
  .strictObject({
    value: z.string(),
    raw: z.string(),
    span: SpanSchema.nullable(),
    origin: OriginSchema.nullable(),
    from: z.enum(FIELD_SOURCES),
    get others() {
      return z.array(FieldSchema).optional()
    },
  })
  .meta({id: 'Field', description: 'A metadata value, how it was written, and where; `others` is what disagrees'})

const one = FieldSchema.optional()
const many = z.array(FieldSchema).optional()
export const MetadataSchema = z
  .strictObject({
    title: one,
    issuers: many,
    documentNumber: one,
    indexNumber: one,
    publisher: one,
    documentDate: one,
    publishedDate: one,
    effectiveDate: one,
    expiryDate: one,
    addressees: many,
    signedBy: many,
    signer: one,
    topic: one,
    keywords: one,
    validity: one,
    source: one,
    annexes: many,
    extra: z.record(z.string(), FieldSchema).optional(),
  })
  .meta({id: 'Metadata'})
export type Metadata = z.infer<typeof MetadataSchema>

/** Marker styles and their letters in ids. */
export const STYLE_LETTERS = {
  part: 'pt',
  chapter: 'ch',
  section: 's',
  article: 'a',
  cjk: 'c',
  'cjk-paren': 'cp',
  arabic: 'n',
  decimal: 'x',
  'arabic-paren': 'np',
  'arabic-rparen': 'nr',
  circled: 'o',
  roman: 'r',
  letter: 'l',
  dash: 'd',
  unnumbered: 'u',
  table: 't',
} as const
export type MarkerStyle = keyof typeof STYLE_LETTERS
export const MARKER_STYLES = Object.keys(STYLE_LETTERS) as [MarkerStyle, ...MarkerStyle[]]

const marker = {
  raw: z.string(),
  style: z.enum(MARKER_STYLES),
  number: z.int().min(0),
  sub: z.array(z.int().min(0)),
  span: SpanSchema,
}
export const MarkerSchema = z.strictObject({...marker, origin: OriginSchema}).meta({id: 'Marker'})
export type Marker = z.infer<typeof MarkerSchema>

export const HeadingSchema = z
  .strictObject({text: z.string(), runIn: z.boolean(), span: SpanSchema, origin: OriginSchema})
  .meta({id: 'Heading', description: 'runIn: a heading sentence followed by text in the same paragraph'})
export type Heading = z.infer<typeof HeadingSchema>

export const ItemSchema = z
  .strictObject({marker: z.strictObject(marker), text: z.string(), span: SpanSchema})
  .meta({id: 'Item', description: 'An inline enumeration (一是…二是…), a view on the text around it'})
export type Item = z.infer<typeof ItemSchema>

export const LEAF_TYPES = ['title', 'metadata', 'addressee', 'paragraph', 'signature', 'colophon', 'note'] as const
export const LeafSchema = z
  .strictObject({
    type: z.enum(LEAF_TYPES),
    id: z.string(),
    text: z.string(),
    heading: HeadingSchema.optional(),
    items: z.array(ItemSchema).optional(),
    span: SpanSchema,
    origin: OriginSchema,
  })
  .meta({id: 'Leaf', description: 'A node without children; `text` is its slice'})
export type Leaf = z.infer<typeof LeafSchema>

export const CellSchema = z
  .strictObject({
    column: z.string(),
    text: z.string(),
    parts: z.array(PlaceSchema),
    rowSpan: z.int().min(2).optional(),
    colSpan: z.int().min(2).optional(),
    items: z.array(ItemSchema).optional(),
  })
  .meta({id: 'Cell'})
export const TableSchema = z
  .strictObject({
    type: z.literal('table'),
    id: z.string(),
    caption: z.strictObject({text: z.string(), span: SpanSchema, origin: OriginSchema}).nullable(),
    columns: z.array(z.strictObject({key: z.string(), label: z.string(), parts: z.array(PlaceSchema)})),
    rows: z.array(z.strictObject({id: z.string(), cells: z.array(CellSchema)})),
    method: z.enum(['html', 'pipe', 'flattened', 'unresolved']),
    marks: z.array(PlaceSchema).optional(),
    span: SpanSchema,
    origin: OriginSchema,
  })
  .meta({id: 'Table', description: 'A spanning cell stands once, in its first row or column'})
export type Table = z.infer<typeof TableSchema>
export type Cell = z.infer<typeof CellSchema>

export const EVIDENCES = ['observed', 'repaired', 'recovered', 'implied'] as const
export interface Clause {
  type: 'clause'
  id: string
  cite: string
  level: number
  marker: Marker | null
  heading: Heading | null
  body: z.infer<typeof PlaceSchema>[]
  text: string
  items: Item[]
  evidence: (typeof EVIDENCES)[number]
  confidence: number
  alternatives?: string[] | undefined
  marks?: z.infer<typeof PlaceSchema>[] | undefined
  hash: string
  children: Node[]
  span: z.infer<typeof SpanSchema>
  origin: z.infer<typeof OriginSchema>
}
export type Node = Clause | Leaf | Table

export const ClauseSchema: z.ZodType<Clause> = z
  .strictObject({
    type: z.literal('clause'),
    id: z.string(),
    cite: z.string(),
    level: z.int().min(1),
    marker: MarkerSchema.nullable(),
    heading: HeadingSchema.nullable(),
    body: z.array(PlaceSchema),
    text: z.string(),
    items: z.array(ItemSchema),
    evidence: z.enum(EVIDENCES),
    confidence: z.number().min(0).max(1),
    alternatives: z.array(z.string()).optional(),
    marks: z.array(PlaceSchema).optional(),
    hash: z.string(),
    get children() {
      return z.array(NodeSchema)
    },
    span: SpanSchema,
    origin: OriginSchema,
  })
  .meta({
    id: 'Clause',
    description: 'text = its own paragraphs (body parts) joined by a line feed, marker and heading left out',
  })
export const NodeSchema: z.ZodType<Node> = z.union([LeafSchema, TableSchema, ClauseSchema]).meta({id: 'Node'})

export const FragmentSchema = z
  .strictObject({
    startsMidText: z.boolean(),
    endsMidText: z.boolean(),
    page: z.int().min(1).nullable(),
    pages: z.int().min(1).nullable(),
  })
  .meta({id: 'Fragment'})

export const DocumentSchema = z
  .strictObject({
    id: z.string(),
    role: z.enum(ROLES),
    parent: z.string().nullable(),
    title: z.string().nullable(),
    documentType: z.string().nullable(),
    metadata: MetadataSchema,
    fragment: FragmentSchema.nullable(),
    children: z.array(NodeSchema),
    span: SpanSchema,
    origin: OriginSchema,
  })
  .meta({id: 'Document'})
export type Document = z.infer<typeof DocumentSchema>

export const FURNITURE_REASONS = [
  'toolbar',
  'pager',
  'breadcrumb',
  'related',
  'disclaimer',
  'spam',
  'widget',
  'navigation',
  'page-header',
  'page-number',
  'page-title',
  'editorial',
  'share',
  'markup',
] as const
export const BlockSchema = z
  .strictObject({
    reason: z.enum(FURNITURE_REASONS),
    text: z.string(),
    span: SpanSchema,
    origin: OriginSchema,
    repair: z.string().optional(),
  })
  .meta({id: 'Block', description: 'Page furniture: moved out of the documents, never deleted'})
export type Block = z.infer<typeof BlockSchema>
