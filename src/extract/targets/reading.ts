/** What the readers of targets share: the place they read at, what they remember, and how a target is made. */

import type {Span} from '../../text/span.ts'
import type {Block, FindingOf} from '../block.ts'
import type {Clock} from './clock.ts'
import type {Every, Lead} from './lead.ts'
import type {Part, Sentence} from './parts.ts'
import type {Time} from './times.ts'
import type {Value} from './values.ts'

export type Target = FindingOf<'target'>

/** A value in its part, with the words on either side of it. */
export interface Spot {
  readonly block: Block
  readonly sentence: Sentence
  readonly part: Part
  readonly times: readonly Time[]
  readonly clock: Clock
  readonly memory: Memory
  /** Values that stand side by side (80%和86%); one, as a rule. */
  readonly values: readonly Value[]
  /** Where the words before it begin: after the value before, or at the part's beginning. */
  readonly from: number
  /** What stands there before the words that matter; read when a reader first asks. */
  readonly lead: () => Lead
  /** From there to the value. */
  readonly left: string
  /** From the value to the next one, or to the part's end. */
  readonly right: string
  /** Where the next value begins; the part's end where there is none. */
  readonly to: number
}

/** What the part before it leaves for this one. */
export interface Memory {
  /** The last metric and its base: 这一比例, 到2026年达到9%. */
  metric: string | null
  base: string | null
  /** What it was given in and counted by: 提高到每生每年800元，高中提高到1200元. */
  unit: string | null
  per: readonly string[]
  /** The metrics of a list: …分别达到90%和13年；2030年分别达到95%和14年. */
  names: readonly string[]
  /** The verb of the last count, with whom it was said of: 新建小学2所、初中1所. */
  verb: Verb | null
  /** What was counted last, with its measure: 开工建设住房2万套，建成1.5万套. */
  object: {words: string; unit: string} | null
  /** 至少 said once for a list. */
  atLeast: boolean
  /** What the part before was about, where it held no value. */
  topic: (() => string | null) | null
  /** 每5个残疾儿童， */
  perCount: {count: number; of: string} | null
  /** Of whom the last skill or habit was said. */
  person: string | null
  /** What stood before the first of a list of counts: 在全国有影响力的, with its unit. */
  modifier: {words: string; unit: string} | null
  /** The nouns that a share was of: 30%中小学校 … 配备1名. */
  holders: string | null
  /** The same for 其中…: they stay through the sentence. */
  sharers: string | null
  /** 增加4000张至: what the next value is the sum of. */
  raised: {metric: string; direction: Target['direction']} | null
}

export interface Verb {
  readonly word: string
  readonly subject: string
  readonly per: readonly string[]
  readonly perCount: number | null
  readonly every: Every | null
}

/** What a sentence begins with. */
export const emptyMemory = (): Memory => ({
  metric: null,
  base: null,
  unit: null,
  per: [],
  names: [],
  verb: null,
  object: null,
  atLeast: false,
  topic: null,
  perCount: null,
  person: null,
  modifier: null,
  holders: null,
  sharers: null,
  raised: null,
})

/** The targets of a spot, and where reading goes on. */
export interface Reading {
  readonly targets: readonly Target[]
  readonly end: number
}

type Given = Pick<Target, 'metric' | 'direction' | 'valueSpan'> & Partial<Target>

/** A target with what its value says, and nothing where nothing is said. Written out field by field: one shape for all is what makes it fast. */
export function make(given: Given & {span: Span}, value?: Value): Target {
  return {
    kind: 'target',
    span: given.span,
    metric: given.metric,
    scope: given.scope ?? null,
    direction: given.direction,
    comparator: given.comparator ?? value?.comparator ?? '=',
    value: given.value ?? value?.value ?? null,
    upper: value?.upper ?? null,
    unit: given.unit ?? (value?.unit || null),
    per: given.per ?? [...(value?.per ?? [])],
    perCount: given.perCount ?? null,
    base: given.base ?? null,
    benchmark: given.benchmark ?? null,
    ratio: given.ratio ?? null,
    condition: given.condition ?? null,
    deadline: given.deadline ?? null,
    modality: given.modality ?? null,
    valueSpan: given.valueSpan,
    warnings: given.warnings ?? value?.warnings ?? [],
  }
}

const TIME = /^(?:年|学年|学期|季度|月|周|日|天|小时)$/

/** The things and units of time that a value is per, in this order, without repeats. */
export function perOf(given: readonly string[], every: Every | null): string[] {
  const all = [...new Set([...given, ...(every ? [every.unit] : [])])]
  return [...all.filter(p => !TIME.test(p)), ...all.filter(p => TIME.test(p))]
}
