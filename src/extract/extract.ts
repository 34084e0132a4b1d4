/** Documents → facts. */
import type {DraftDocument, DraftFact} from '../model/stages.ts'
import {cut, shift} from '../text/span.ts'
import type {Block, FactRule, Finding} from './block.ts'
import {walk} from './blocks.ts'
import {rules as allRules} from './rules/index.ts'

interface Placed {
  readonly block: Block
  readonly rule: string
  readonly finding: Finding
}

/** All facts of the documents, in the order of the text, with ids. Runs the rules in order over every block. */
export function extract(
  text: string,
  documents: readonly DraftDocument[],
  rules: readonly FactRule[] = allRules,
): DraftFact[] {
  const placed: Placed[] = []
  walk(text, documents, block => {
    const found = read(block, rules)
    for (const {finding, rule} of found) placed.push({block, finding, rule})
    return found.map(f => f.finding)
  })
  return published(placed)
}

/** What the rules find in one block. A number that an earlier rule has read is no candidate for a later one. */
function read(block: Block, rules: readonly FactRule[]): {finding: Finding; rule: string}[] {
  const {numbers, names, cues} = block.tokens
  if (!block.table && numbers.length + names.length + cues.length === 0) return []
  const found: {finding: Finding; rule: string}[] = []
  const seen: Finding[] = []
  const taken = new Set<number>()
  for (const rule of rules) {
    const before = seen.length
    for (const finding of rule.find(taken.size === 0 ? block : withoutRead(block, taken), seen)) {
      found.push({finding, rule: rule.id})
      seen.push(finding)
      for (const start of finding.numbers ?? []) taken.add(start)
    }
    if (before > 0 && seen.length > before) seen.sort(inOrder)
  }
  return found
}

function withoutRead(block: Block, taken: ReadonlySet<number>): Block {
  const {numbers, names, cues} = block.tokens
  return {...block, tokens: {numbers: numbers.filter(n => !taken.has(n.start)), names, cues}}
}

const inOrder = (a: Finding, b: Finding): number => a.span.start - b.span.start || a.span.end - b.span.end

/** Findings → facts with places and ids. Where a target stands before the deadline that it names, the ids still fit. */
function published(placed: Placed[]): DraftFact[] {
  const order = (p: Placed): number => p.block.start + p.finding.span.start
  placed.sort((a, b) => order(a) - order(b) || a.finding.span.end - b.finding.span.end)
  const ids = new Map(placed.map(({finding}, i) => [finding, `f${i + 1}`]))
  return placed.map(p => factOf(p, ids))
}

function factOf({block, rule, finding}: Placed, ids: ReadonlyMap<Finding, string>): DraftFact {
  const {span, numbers: _, warnings = [], ...own} = finding
  const {document, node, clause, row} = block.place
  const base = {
    id: ids.get(finding)!,
    document: document.id,
    node,
    clause,
    row,
    text: cut(block.text, span),
    span: shift(span, block.start),
    rule,
    warnings: [...warnings],
  }
  if (own.kind !== 'target') return {...base, ...own}
  const {deadline, valueSpan, ...rest} = own
  return {
    ...base,
    ...rest,
    valueSpan: shift(valueSpan, block.start),
    deadline: deadline && {...deadline, fact: deadline.fact && (ids.get(deadline.fact) ?? null)},
  }
}
