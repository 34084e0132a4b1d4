/** A finding in its block → the draft of a fact. Written out kind by kind: one shape for all facts of a kind is what makes them fast. */
import type {DraftFact} from '../model/stages.ts'
import {cut, shift} from '../text/span.ts'
import type {Block, Finding, FindingOf} from './block.ts'

/** Where the finding was made, and by which rule. */
interface Made {
  readonly block: Block
  readonly rule: string
}

/** A fact in the place of its finding, still without its id; a target's deadline still names a finding. */
export const factOf = (block: Block, rule: string, finding: Finding): DraftFact =>
  made({block, rule}, finding) as unknown as DraftFact

function made(from: Made, finding: Finding): object {
  switch (finding.kind) {
    case 'percentage':
      return percentage(from, finding)
    case 'money':
      return money(from, finding)
    case 'quantity':
      return quantity(from, finding)
    case 'deadline':
      return deadline(from, finding)
    case 'target':
      return target(from, finding)
    case 'reference':
      return reference(from, finding)
    case 'responsibility':
      return responsibility(from, finding)
  }
}

const percentage = ({block, rule}: Made, found: FindingOf<'percentage'>): object => ({
  id: '',
  kind: found.kind,
  document: block.place.document.id,
  node: block.place.node,
  clause: block.place.clause,
  row: block.place.row,
  text: cut(block.text, found.span),
  span: shift(found.span, block.start),
  rule,
  warnings: found.warnings ?? [],
  comparator: found.comparator,
  value: found.value,
  upper: found.upper,
  unit: found.unit,
  base: found.base,
})

const money = ({block, rule}: Made, found: FindingOf<'money'>): object => ({
  id: '',
  kind: found.kind,
  document: block.place.document.id,
  node: block.place.node,
  clause: block.place.clause,
  row: block.place.row,
  text: cut(block.text, found.span),
  span: shift(found.span, block.start),
  rule,
  warnings: found.warnings ?? [],
  comparator: found.comparator,
  value: found.value,
  upper: found.upper,
  unit: found.unit,
  per: found.per,
  purpose: found.purpose,
})

const quantity = ({block, rule}: Made, found: FindingOf<'quantity'>): object => ({
  id: '',
  kind: found.kind,
  document: block.place.document.id,
  node: block.place.node,
  clause: block.place.clause,
  row: block.place.row,
  text: cut(block.text, found.span),
  span: shift(found.span, block.start),
  rule,
  warnings: found.warnings ?? [],
  comparator: found.comparator,
  value: found.value,
  upper: found.upper,
  unit: found.unit,
  of: found.of,
  per: found.per,
})

const deadline = ({block, rule}: Made, found: FindingOf<'deadline'>): object => ({
  id: '',
  kind: found.kind,
  document: block.place.document.id,
  node: block.place.node,
  clause: block.place.clause,
  row: block.place.row,
  text: cut(block.text, found.span),
  span: shift(found.span, block.start),
  rule,
  warnings: found.warnings ?? [],
  relation: found.relation,
  comparator: found.comparator,
  edtf: found.edtf,
  duration: found.duration,
  every: found.every,
  start: found.start,
  end: found.end,
  precision: found.precision,
  event: found.event,
})

const target = ({block, rule}: Made, found: FindingOf<'target'>): object => ({
  id: '',
  kind: found.kind,
  document: block.place.document.id,
  node: block.place.node,
  clause: block.place.clause,
  row: block.place.row,
  text: cut(block.text, found.span),
  span: shift(found.span, block.start),
  rule,
  warnings: found.warnings ?? [],
  metric: found.metric,
  scope: found.scope,
  direction: found.direction,
  comparator: found.comparator,
  value: found.value,
  upper: found.upper,
  unit: found.unit,
  per: found.per,
  perCount: found.perCount,
  base: found.base,
  benchmark: found.benchmark,
  ratio: found.ratio,
  condition: found.condition,
  deadline: found.deadline,
  modality: found.modality,
  valueSpan: shift(found.valueSpan, block.start),
})

const reference = ({block, rule}: Made, found: FindingOf<'reference'>): object => ({
  id: '',
  kind: found.kind,
  document: block.place.document.id,
  node: block.place.node,
  clause: block.place.clause,
  row: block.place.row,
  text: cut(block.text, found.span),
  span: shift(found.span, block.start),
  rule,
  warnings: found.warnings ?? [],
  title: found.title,
  documentNumber: found.documentNumber,
  relation: found.relation,
})

const responsibility = ({block, rule}: Made, found: FindingOf<'responsibility'>): object => ({
  id: '',
  kind: found.kind,
  document: block.place.document.id,
  node: block.place.node,
  clause: block.place.clause,
  row: block.place.row,
  text: cut(block.text, found.span),
  span: shift(found.span, block.start),
  rule,
  warnings: found.warnings ?? [],
  bodies: found.bodies,
  lead: found.lead,
  support: found.support,
})
