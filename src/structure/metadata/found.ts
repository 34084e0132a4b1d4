/** One value that one place of a document tells, and how it is made. */
import type {Field} from '../../model/document.ts'
import type {Draft} from '../../model/stages.ts'
import {cut, type Span} from '../../text/span.ts'
import type {LabelKey} from '../data/labels.ts'

export type DraftField = Draft<Field>
export type FieldKey = Exclude<LabelKey, 'none' | 'date'> | 'signedBy' | 'annexes'

/** One value that one place tells; `label` where it is kept under its own. */
export interface Found {
  readonly key: FieldKey
  readonly label: string
  readonly field: DraftField
}

export type From = Field['from']

/** A value as it stands at a span. */
export const found = (text: string, key: FieldKey, from: From, span: Span, value: string, label = ''): Found => ({
  key,
  label,
  field: {value, raw: cut(text, span), span, from},
})

/** A span of a slice as one of the text that the slice begins at `by` of. */
export const move = (span: Span, by: number): Span => ({start: span.start + by, end: span.end + by})
