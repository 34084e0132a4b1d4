/** 普惠园覆盖率达到80%, 比例分别达到65%和55%, 经费不低于当年公用经费的5%: a metric, a linking verb, its value. */

import {withoutAim} from './compared.ts'
import {EVERY, type Every, everyOf, type Lead, lead, withoutTimes} from './lead.ts'
import {type Linked, link} from './linked.ts'
import {metricStart, wholeIn} from './metric.ts'
import {namesOf} from './naming.ts'
import {datesOf, isPaired} from './paired.ts'
import {make, perOf, type Reading, type Spot, type Target} from './reading.ts'
import {governed, type Time} from './times.ts'
import type {Value} from './values.ts'

/** A metric that is to reach its value, and each of a list of metrics that are to reach theirs; null where none is. */
export function reached(spot: Spot): Reading | null {
  const linked = link(spot)
  if (!linked) return null
  const opened = lead(spot.block.text, spot.from, spot.from + linked.words.length, spot.times)
  const said = linked.words.slice(opened.at - spot.from)
  const start = opened.at + afterBracket(said, metricStart(said))
  const inside = withoutEach(spot, undated(spot, start, spot.from + linked.words.length).trim())
  const words = withoutAim(inside.words)
  const own = namesOf(spot, words, linked)
  if (!own) return null
  const names = linked.each && spot.values.length === 1 ? [...listedBefore(spot, own.at(-1)!), ...own] : own
  const every = opened.every ?? inside.every
  const modality = linked.modality ?? opened.modality
  const targets = pair(spot, names, linked, {modality, every}, words === '' ? afterStop(spot) : start)
  remember(spot, names, linked, targets.at(-1)!)
  return {targets, end: spot.values.at(-1)!.end}
}

/** 交通投资，水利投资，民间项目投资均增长12%: the parts of a list before the last, which end as it does and hold nothing else. */
function listedBefore({block, part, sentence, from}: Spot, last: string): string[] {
  const names: string[] = []
  if (from !== part.start) return names
  for (let i = part.index - 1; i >= 0; i--) {
    const {start, end, stop} = sentence[i]!
    const words = block.text.slice(start, end).trim().replace(/^其中/, '')
    if (stop !== '，' || words.length > 24 || !IN_LIST.test(words) || words.slice(-2) !== last.slice(-2)) break
    names.unshift(words)
  }
  return names
}
const IN_LIST = /^[^\d：；“”（）]{3,24}$/

/** 力争在“十三五”期间实现毛入园率: the time is told as the deadline. 实现“人才总量达到…: the quotation goes on behind it. */
function undated({block, times}: Spot, start: number, end: number): string {
  const words = withoutTimes(block.text, start, end, times).replace(YEARS_TOLD, '')
  const open = words.startsWith('“') && !words.includes('”')
  if (!open && words.length === end - start) return words
  const rest = open ? words.slice(1).replace(/^(?:重点|着力)/, '') : words
  return rest.slice(metricStart(rest))
}

/** 未来五年（2023-24至2027-28年度）总量: which years they are, told in brackets. */
const YEARS_TOLD = /^[（(]?[即\d年至到度—–~～-]{4,20}[）)]/

/** 治理率达45%（山区达30%，平原达60%）: what is told in brackets begins behind the bracket, or the comma. */
const afterBracket = (said: string, at: number): number =>
  at + /^[（(，、；\s]{0,4}/.exec(said.slice(at, at + 4))![0].length

function remember({memory}: Spot, names: readonly string[], {base, verb}: Linked, {unit, per}: Target): void {
  memory.base = base ?? (names.at(-1) === memory.metric && verb !== '占' ? memory.base : null)
  memory.metric = names.at(-1)!
  memory.names = names.length > 1 ? names : []
  memory.unit = unit
  memory.per = per
}

/** …完成12亿元、增长6%: the second begins after the stop. */
const afterStop = ({block, from}: Spot): number =>
  from + /^[、，\s]{0,3}/.exec(block.text.slice(from, from + 3))![0].length

/** 优质学校每学年教师交流比例: how often belongs to the value. 每天锻炼时间 is measured by the day. */
function yearlyInside({values}: Spot, words: string): {words: string; every: Every | null} {
  const found = values[0]!.kind === 'percentage' && words.includes('每') ? EVERY.exec(words) : null
  if (!found || !/^(?:年度|自然年|学年|年|学期)$/.test(found[2]!)) return {words, every: null}
  return {words: words.slice(0, found.index) + words.slice(found.index + found[0].length), every: everyOf(found)}
}

/** 每个图书室藏书 is counted by the 图书室, and measures 图书室藏书. */
function withoutEach(spot: Spot, words: string): {words: string; every: Every | null} {
  const each = words.startsWith('每') && spot.values[0]!.per.length > 0 ? EACH.exec(words)?.[0] : undefined
  return yearlyInside(spot, each ? words.slice(each.length) : words)
}
const EACH = /^每(?:一?(?:个|名|所|家|位|间|座|处|支|人)(?=.{3})|(?=[村校班户县镇乡].{2}))/
/** One target for each value, or for each metric; 分别 pairs values with metrics or with times. */
function pair(
  spot: Spot,
  names: string[],
  linked: Linked,
  {modality, every}: Pick<Lead, 'modality' | 'every'>,
  start: number,
): Target[] {
  const {values, clock, part, memory} = spot
  const dated = datesOf(spot)
  const yearly = linked.yearly ? {unit: '年', count: null} : every
  const bound = boundOfAll(spot)
  const count = Math.max(names.length, values.length)
  const paired = isPaired(spot)
  const targets: Target[] = []
  for (let i = 0; i < count; i++) {
    const value = values[Math.min(i, values.length - 1)]!
    const deadline = paired
      ? governed(dated[i]!, isInline(spot, dated[i]!) ? 'inline' : 'sentence')
      : clock.at(part, value.start)
    const from = dated.length > 0 && deadline?.via === 'inline' ? Math.min(start, dated[0]!.span.start) : start
    const kept = value.per.filter(p => p.length < 3 || !names[0]!.endsWith(p))
    const name = names[Math.min(i, names.length - 1)]!
    const own = kept.length + linked.per.length === 0 && memory.unit === value.unit ? inheritedPer(spot, names) : kept
    const target = make(
      {
        span: {start: from, end: value.end},
        valueSpan: {start: value.start, end: value.end},
        metric: name,
        direction: linked.direction,
        base: linked.base ?? (names[0] === memory.metric ? memory.base : null) ?? wholeIn(name),
        per: perOf([...own, ...linked.per], yearly),
        deadline,
        modality,
      },
      bound && value.comparator === '=' ? {...value, comparator: bound} : value,
    )
    targets.push(target)
  }
  return targets
}

const isInline = ({part}: Spot, {span}: Time): boolean => span.start >= part.start

/** 小学提高到每生每年800元，高中提高到1200元: counted as the group before it is. */
function inheritedPer({memory}: Spot, names: readonly string[]): readonly string[] {
  const head = names[0]!.slice(-4)
  return memory.metric !== names[0] && memory.metric?.endsWith(head) ? memory.per : []
}

/** 分别突破8万亿元、13万元: what is said before the first holds for all. */
function boundOfAll({values, block}: Spot): Value['comparator'] | null {
  const {comparator, number, end} = values[0]!
  if (values.length < 2 || comparator === '=') return null
  return /以[上下内]|左右|上下/.test(block.text.slice(number, end)) ? null : comparator
}
