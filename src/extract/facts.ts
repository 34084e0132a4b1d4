/** A finding in its block → the draft of a fact. */
import type {DraftFact} from '../model/stages.ts'
import {cut, shift} from '../text/span.ts'
import type {Block, Finding, FindingOf} from './block.ts'

type DraftOf<K extends Finding['kind']> = Extract<DraftFact, {kind: K}>

/** A fact in the place of its finding, without its id; the deadline of a target waits for the ids too. */
export function factOf(block: Block, rule: string, finding: Finding): DraftFact {
  const fact = placed(block, rule, finding)
  // Field by field in one order: all facts of a kind have one shape, which is what makes them fast.
  switch (finding.kind) {
    case 'percentage':
      return percentage(fact as DraftOf<'percentage'>, finding)
    case 'money':
      return money(fact as DraftOf<'money'>, finding)
    case 'quantity':
      return quantity(fact as DraftOf<'quantity'>, finding)
    case 'deadline':
      return deadline(fact as DraftOf<'deadline'>, finding)
    case 'target':
      return target(fact as DraftOf<'target'>, finding, block.start)
    case 'reference':
      return reference(fact as DraftOf<'reference'>, finding)
    case 'responsibility':
      return responsibility(fact as DraftOf<'responsibility'>, finding)
  }
}

/** What every fact has; the fields of its kind follow. */
const placed = ({place, text, start}: Block, rule: string, {kind, span, warnings = []}: Finding): DraftFact =>
  ({
    id: '',
    kind,
    document: place.document.id,
    node: place.node,
    clause: place.clause,
    row: place.row,
    text: cut(text, span),
    span: shift(span, start),
    rule,
    warnings,
  }) as unknown as DraftFact

/** The value that facts of four kinds have. */
function amount(
  fact: DraftOf<'percentage' | 'money' | 'quantity' | 'target'>,
  found: FindingOf<'percentage' | 'money' | 'quantity' | 'target'>,
): void {
  fact.comparator = found.comparator
  fact.value = found.value
  fact.upper = found.upper
  fact.unit = found.unit
}

function percentage(fact: DraftOf<'percentage'>, found: FindingOf<'percentage'>): DraftFact {
  amount(fact, found)
  fact.base = found.base
  return fact
}

function money(fact: DraftOf<'money'>, found: FindingOf<'money'>): DraftFact {
  amount(fact, found)
  fact.per = found.per
  fact.purpose = found.purpose
  return fact
}

function quantity(fact: DraftOf<'quantity'>, found: FindingOf<'quantity'>): DraftFact {
  amount(fact, found)
  fact.of = found.of
  fact.per = found.per
  return fact
}

function deadline(fact: DraftOf<'deadline'>, found: FindingOf<'deadline'>): DraftFact {
  fact.relation = found.relation
  fact.comparator = found.comparator
  fact.edtf = found.edtf
  fact.duration = found.duration
  fact.every = found.every
  fact.start = found.start
  fact.end = found.end
  fact.precision = found.precision
  fact.event = found.event
  return fact
}

function target(fact: DraftOf<'target'>, found: FindingOf<'target'>, from: number): DraftFact {
  fact.metric = found.metric
  fact.scope = found.scope
  fact.direction = found.direction
  amount(fact, found)
  fact.per = found.per
  fact.perCount = found.perCount
  fact.base = found.base
  fact.benchmark = found.benchmark
  fact.ratio = found.ratio
  fact.condition = found.condition
  fact.deadline = null
  fact.modality = found.modality
  fact.valueSpan = shift(found.valueSpan, from)
  return fact
}

function reference(fact: DraftOf<'reference'>, found: FindingOf<'reference'>): DraftFact {
  fact.title = found.title
  fact.documentNumber = found.documentNumber
  fact.relation = found.relation
  return fact
}

function responsibility(fact: DraftOf<'responsibility'>, found: FindingOf<'responsibility'>): DraftFact {
  fact.bodies = found.bodies
  fact.lead = found.lead
  fact.support = found.support
  return fact
}
