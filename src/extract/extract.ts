/** Documents → facts. */
import type {DraftDocument, DraftFact} from '../model/stages.ts'
import type {Block, FactRule, Finding} from './block.ts'
import {walk} from './blocks.ts'
import {factOf} from './facts.ts'
import {mayBeBound} from './line-break.ts'
import {isPlainRate} from './per.ts'
import {rules as allRules} from './rules/index.ts'

interface Placed {
  readonly finding: Finding
  readonly fact: DraftFact
}

/** All facts of the documents, in the order of the text, with ids. Runs the rules in order over every block. */
export function extract(
  text: string,
  documents: readonly DraftDocument[],
  rules: readonly FactRule[] = allRules,
): DraftFact[] {
  const placed: Placed[] = []
  walk(text, documents, block => read(block, rules, placed))
  return published(text, placed)
}

/** What the rules find in one block. A number that an earlier rule has read is no candidate for a later one. */
function read(block: Block, rules: readonly FactRule[], placed: Placed[]): readonly Finding[] {
  const first = placed.length
  let seen: Finding[] = []
  let free = block
  for (const rule of rules) {
    const found = rule.find(free, seen)
    if (found.length === 0) continue
    for (const finding of found)
      if (!finding.past && !finding.named) placed.push({finding, fact: factOf(block, rule.id, finding)})
    seen = seen.length === 0 ? [...found] : [...seen, ...found].sort(inOrder)
    free = withoutRead(free, found)
  }
  dropRates(block.text, placed, first)
  return seen
}

/** 每人每月800元, 每日万分之五: what an amount or a share counts by is no rhythm of its own. 每年安排800万元 is one. */
function dropRates(text: string, placed: Placed[], first: number): void {
  const rates = placed
    .slice(first)
    .map(p => p.finding)
    .filter(f => f.kind === 'money' && f.per.length > 0)
  const shares = placed
    .slice(first)
    .map(p => p.finding)
    .filter(f => f.kind === 'percentage' && text.slice(f.span.start, f.span.end).includes('分之'))
  if (rates.length === 0 && shares.length === 0) return
  const isRate = ({span, kind, ...finding}: Finding): boolean =>
    kind === 'deadline' &&
    'every' in finding &&
    finding.every !== null &&
    (shares.some(share => share.span.start === span.end) ||
      rates.some(
        rate =>
          rate.span.start <= span.start &&
          span.end <= rate.span.end &&
          (isPlainRate(text.slice(rate.span.start, rate.numbers![0])) ||
            EACH_OF.test(text.slice(rate.span.start, span.end))),
      ))
  const kept = placed.slice(first).filter(({finding}) => !isRate(finding))
  placed.length = first
  placed.push(...kept)
}

/** 每人每月 is what money counts by, whatever verb follows. */
const EACH_OF = /[每均][^每，。；]{0,6}每.{1,2}$/

/** The block without the numbers that were read. */
function withoutRead(block: Block, found: readonly Finding[]): Block {
  const {numbers, names, cues} = block.tokens
  const taken: number[] = []
  for (const finding of found) if (finding.numbers) for (const start of finding.numbers) taken.push(start)
  if (taken.length === 0 || numbers.length === 0) return block
  taken.sort((a, b) => a - b)
  let next = 0
  const free = numbers.filter(({start}) => {
    while (taken[next]! < start) next++
    return taken[next] !== start
  })
  return {...block, tokens: {numbers: free, names, cues}}
}

const inOrder = (a: Finding, b: Finding): number => a.span.start - b.span.start || a.span.end - b.span.end

/** Facts in the order of the text, with ids; a target's deadline gets the id of the finding that it named. */
function published(page: string, placed: Placed[]): DraftFact[] {
  placed.sort((a, b) => a.fact.span.start - b.fact.span.start || a.fact.span.end - b.fact.span.end)
  const ids = new Map<Finding, string>()
  for (let i = 0; i < placed.length; i++) {
    const {finding, fact} = placed[i]!
    fact.id = `f${i + 1}`
    if (mayBeBound(page, fact)) fact.warnings = [...fact.warnings, {code: 'line-break'}]
    if (finding.kind === 'deadline') ids.set(finding, fact.id)
  }
  for (const {finding, fact} of placed)
    if (fact.kind === 'target' && finding.kind === 'target' && finding.deadline) {
      const {relation, edtf, duration, start, end, via, fact: named} = finding.deadline
      fact.deadline = {relation, edtf, duration, start, end, via, fact: named && (ids.get(named) ?? null)}
    }
  return placed.map(p => p.fact)
}
