/** Documents → facts. */
import type {DraftDocument, DraftFact} from '../model/stages.ts'
import {contains, cut, type Span} from '../text/span.ts'
import {type Block, type FactRule, type Finding, NONE, type Outcome, type Seen} from './block.ts'
import {walk} from './blocks.ts'
import {factOf} from './facts.ts'
import {mayBeBound} from './line-break.ts'

import {isPlainRate} from './per.ts'
import {rules as allRules} from './rules/index.ts'
import {mayBeSplit} from './split-number.ts'

interface Placed {
  readonly finding: Finding
  readonly fact: DraftFact
  /** Where the fact begins and ends, beside it: facts of different kinds are looked into slowly. */
  readonly start: number
  readonly end: number
}

/** A block among those that are read together, with what the rules have found in it so far. */
interface Waiting extends Outcome {
  readonly block: Block
  /** The block without the numbers that were read. */
  free: Block
  readonly seen: {-readonly [Kind in keyof Seen]: Seen[Kind]}
  count: number
  readonly placed: Placed[]
}

const nothingSeen = (): Waiting['seen'] => ({
  reference: NONE,
  responsibility: NONE,
  deadline: NONE,
  money: NONE,
  percentage: NONE,
  quantity: NONE,
  target: NONE,
})

/**
 * Characters of blocks that are read together, rule by rule: all the code and patterns of one rule are more than the fastest
 * memory of a processor holds, so that going through all rules for each block takes a third longer.
 */
const TOGETHER = 50_000

/** All facts of the documents, in the order of the text, with ids, as they are found. Runs the rules in order over every block. */
export function* extract(
  text: string,
  documents: readonly DraftDocument[],
  rules: readonly FactRule[] = allRules,
): Generator<DraftFact> {
  const placed: Placed[] = []
  const ids = new WeakMap<Finding, string>()
  let number = 0
  let waiting: Waiting[] = []
  let length = 0
  const settle = (): void => {
    readTogether(waiting, rules)
    for (const one of waiting) for (const fact of one.placed) placed.push(fact)
    waiting = []
    length = 0
  }
  const add = (block: Block): Waiting => {
    const one: Waiting = {block, free: block, seen: nothingSeen(), count: 0, placed: []}
    waiting.push(one)
    length += block.text.length
    if (length >= TOGETHER) settle()
    return one
  }
  const give = function* (): Generator<DraftFact> {
    settle()
    number = publish(text, placed, ids, number)
    for (const {fact} of placed) yield fact
    placed.length = 0
  }
  for (const _ of walk(text, documents, {add, settle})) if (placed.length > 0) yield* give()
  yield* give()
}

/** What the rules find in blocks. A number that an earlier rule has read is no candidate for a later one. */
function readTogether(blocks: readonly Waiting[], rules: readonly FactRule[]): void {
  for (const rule of rules) {
    const found = blocks.map(one => rule.find(one.free, one.seen))
    for (const [i, one] of blocks.entries()) {
      const own = found[i]!
      keep(one, rule.id, typeof own === 'function' ? own() : own)
    }
  }
  for (const {block, placed} of blocks) dropRates(block.text, placed)
}

function keep(one: Waiting, rule: string, own: readonly Finding[]): void {
  if (own.length === 0) return
  const found = ordered(own)
  for (const finding of found) if (!finding.past && !finding.named) one.placed.push(place(one.block, rule, finding))
  one.seen[found[0]!.kind] = found as readonly never[]
  one.count += found.length
  one.free = withoutRead(one.free, found)
}

function place(block: Block, rule: string, finding: Finding): Placed {
  const {start, end} = finding.span
  return {finding, fact: factOf(block, rule, finding), start: block.start + start, end: block.start + end}
}

/** 每人每月800元, 每日万分之五: what an amount or a share counts by is no rhythm of its own. 每年安排800万元 is one. */
function dropRates(text: string, placed: Placed[]): void {
  const rates: Finding[] = []
  for (const {finding} of placed)
    if (finding.kind === 'money' ? finding.per.length > 0 : finding.kind === 'percentage' && isWorded(text, finding))
      rates.push(finding)
  if (rates.length === 0) return
  const isRate = (finding: Finding): boolean =>
    finding.kind === 'deadline' && finding.every !== null && rates.some(rate => isOf(text, rate, finding.span))
  const kept = placed.filter(({finding}) => !isRate(finding))
  placed.splice(0, placed.length, ...kept)
}

const isWorded = (text: string, {span}: Finding): boolean => cut(text, span).includes('分之')

/** Whether a time is what an amount counts by. */
const isOf = (text: string, {kind, span, numbers}: Finding, time: Span): boolean =>
  kind === 'percentage'
    ? span.start === time.end
    : contains(span, time) &&
      (isPlainRate(text.slice(span.start, numbers![0])) || EACH_OF.test(text.slice(span.start, time.end)))

/** 每人每月 is what money counts by, whatever verb follows. */
const EACH_OF = /[每均][^每，。；]{0,6}每.{1,2}$/

/** The block without the numbers that were read. */
function withoutRead(block: Block, found: readonly Finding[]): Block {
  const {text, start, place, headings, headingEnd, table} = block
  const {numbers, names, cues} = block.tokens
  const taken: number[] = []
  for (const finding of found) if (finding.numbers) for (const number of finding.numbers) taken.push(number)
  if (taken.length === 0 || numbers.length === 0) return block
  taken.sort((a, b) => a - b)
  let next = 0
  const free = numbers.filter(number => {
    while (taken[next]! < number.start) next++
    return taken[next] !== number.start
  })
  return {text, start, place, headings, headingEnd, table, tokens: {numbers: free, names, cues}}
}

/** Most rules find things in the order of the text. */
function ordered(list: readonly Finding[]): readonly Finding[] {
  for (let i = 1; i < list.length; i++) if (inOrder(list[i - 1]!, list[i]!) > 0) return [...list].sort(inOrder)
  return list
}

const inOrder = (a: Finding, b: Finding): number => a.span.start - b.span.start || a.span.end - b.span.end

/**
 * Puts the facts of some nodes in the order of the text and gives them ids, from the next number; a target's deadline gets that
 * of the finding that it named, in these nodes or in one before. Returns the last number.
 */
function publish(page: string, placed: Placed[], ids: WeakMap<Finding, string>, before: number): number {
  if (placed.length > 1) placed.sort((a, b) => a.start - b.start || a.end - b.end)
  let number = before
  for (const {finding, fact} of placed) {
    fact.id = `f${++number}`
    if (mayBeBound(page, fact)) fact.warnings = [...fact.warnings, {code: 'line-break'}]
    const split = mayBeSplit(page, fact)
    if (split) fact.warnings = [...fact.warnings, split]
    if (finding.kind === 'deadline') ids.set(finding, fact.id)
  }
  for (const {finding, fact} of placed)
    if (fact.kind === 'target' && finding.kind === 'target' && finding.deadline) {
      const {relation, edtf, duration, start, end, via, fact: named} = finding.deadline
      fact.deadline = {relation, edtf, duration, start, end, via, fact: named && (ids.get(named) ?? null)}
    }
  return number
}
