/** …分别力争提高到 before a value → the words of its metric, the verb between, how both are bound. */

import {lexicon} from '../../text/lexicon.ts'
import {NO} from '../data/comparators.ts'
import {SAVES} from '../data/saving.ts'
import {anyOf, type Direction, LINKS} from '../data/target-verbs.ts'
import {LIMITED, METRIC_HEAD, NO_COUNT, QUANTITY_HEAD} from '../data/target-words.ts'
import {comparedIn, sinceIn, sinceYear, withoutAim} from './compared.ts'
import {isBareVerb, isDoing} from './doing.ts'
import {metricStart} from './metric.ts'
import type {Spot} from './reading.ts'
import {distributed, withGroupLast} from './shared.ts'
import type {Value} from './values.ts'

const LINK = lexicon(Object.keys(LINKS))
/** 在园幼儿: 在 alone begins too many words to be what a share hangs on. */
const SHARING = Object.keys(LINKS).filter(verb => verb !== '在')
const BASED = new RegExp(`(${anyOf(SHARING)}|${NO}?(?:低于|少于|超过|高于))(?:到)?(?!比)([^，。；、%％]{1,30})的$`)
const ADVERBS = lexicon(
  '分别 均 都 各 全部 一般 平均 总体 原则上 力争 确保 争取 努力 保证 要 应当 应 须 必须 需 将 逐步 稳步 稳定 持续 年均 逐年 每年 同步 基本 实际 累计 合计 总计 继续 预算 亦 再 则 同比 依次 今年 全年 本年度 预期 至少 最少 至多 最多'.split(
    ' ',
  ),
)
/** 教师每人5年不少于50学时, 每增加5个百分点, 可以降低, 允许不超过五分之一: nobody promises. */
const NO_METRIC =
  /^较|到20\d\d年的$|每人[一二三四五\d]{1,2}年$|上年度?[^，。；]{2,12}$|可(?:以|将|适当|根据)|(?:按照?|每|可以|可|允许|不得|已|未|仍|且|就其|不将)$|^(?:按照?|可按)/
const RATE = /(?:每(?:人|生|班|户|亩|床|校|村|课时|学期|学年|月|年|周|天|日)){1,3}$/
const ratesOf = (words: string): string[] => words.split('每').filter(w => w !== '')
const ACTIVITY =
  /(?:开放|服务|营业|运行|坐诊|体育|锻炼|运动|活动|睡眠|阅读|学习|作业|培训|劳动|实践|教育|授课)[^，。；]{0,8}$/
/** The words before a value, taken apart from the value backwards. */
export interface Linked {
  readonly words: string
  readonly verb: string | undefined
  /** …分别占比达: the head that stands after 分别. */
  readonly suffix: string
  readonly direction: Direction
  readonly base: string | null
  readonly each: boolean
  readonly yearly: boolean
  readonly modality: string | null
  /** The base is what is built upon (在…基础上), not what the value is a share of. */
  readonly onTop: boolean
  /** 每人每月 before the verb. */
  readonly per: readonly string[]
}

/** Takes the words before the values of a spot apart; null where nothing links them to a value. */
export function link(spot: Spot): Linked | null {
  const {left, values, right} = spot
  const value = values[0]!
  const rated = left.includes('每')
  const rate = rated ? RATE.exec(left.trimEnd()) : null
  const bond = bondOf(spot, withoutAim(left.trimEnd().slice(0, rate?.index)))
  const {verb, rest} = bond
  if (verb === '实现' || verb === '完成' || verb === '占') if (right !== '' && value.kind === 'quantity') return null
  const between = rate || !rated ? null : RATE.exec(rest)
  const onTop = comparedIn(rest.slice(0, between?.index))
  const from = onTop ? null : sinceIn(rest)
  const tail = adverbs(rest.slice(0, (onTop ?? from ?? between)?.index))
  const each = tail.each || (onTop !== null && /(?:分别|均)$/.test(rest))
  const saved = verb !== undefined && verb in SAVES ? verb : ''
  const aimed = withoutAim(tail.words)
  const words = WHEN.test(aimed) ? '' : saved ? aimed.replace(/实现$/, '') : aimed
  if ((saved !== '' && (words === '' || STANDARD.test(right))) || !isLinked(spot, words, verb)) return null
  return {
    words,
    verb,
    suffix: tail.suffix || saved,
    direction: directionOf(verb, value),
    base: bond.base ?? onTop?.[1] ?? null,
    each,
    yearly: tail.yearly,
    modality: tail.modality,
    onTop: onTop !== null,
    per: ratesOf((rate ?? between)?.[0] ?? ''),
  }
}

/** 执行节能65%标准. */
const STANDARD = /^的?(?:设计)?标准/

/** What stands right before a value. */
interface Bond {
  readonly verb: string | undefined
  /** 占在校生总数, 不低于上年决算数的: what the value is a share of. */
  readonly base: string | null
  /** The words before it. */
  readonly rest: string
}

function bondOf(spot: Spot, words: string): Bond {
  const value = spot.values[0]!
  const of = value.kind === 'percentage' && words.endsWith('的') ? BASED.exec(words) : null
  const isOfYear = of !== null && /^(?:20|19)\d{2}年/.test(of[2]!)
  const doubled = spot.block.text[value.start] === '翻' ? '增长' : undefined
  if (of && !isOfYear) return {verb: doubled ?? of[1]!, base: of[2]!, rest: words.slice(0, of.index)}
  // 提高到2020年的80%: a year is no whole that has parts.
  const rest = of ? words.slice(0, of.index + of[1]!.length) : sinceYear(spot, words)
  const verb = LINK.before(rest, rest.length) || beingEach(spot, rest)
  if (verb) return {verb: doubled ?? verb, base: null, rest: rest.slice(0, -verb.length)}
  const share = isTimed(spot) ? PLAIN_SHARE.exec(rest) : null
  if (share) return {verb: doubled ?? '占', base: share[1]!, rest: rest.slice(0, share.index)}
  return {verb: doubled, base: null, rest}
}

/** Whether the words are a metric that the verb, a bound or their own form ties to the value. */
function isLinked(spot: Spot, words: string, verb: string | undefined): boolean {
  const {values, right, part, to, memory} = spot
  const value = values[0]!
  if (NO_METRIC.test(words) || isBareVerb(words)) return false
  if (!verb && !words) return value.comparator !== '=' && LIMITED.test(memory.topic?.() ?? '')
  const isNear = value.comparator === '~' && spot.block.text.startsWith('接近', value.start)
  const isBound = value.compared && (value.comparator !== '~' || (isNear && spot.clock.at(part, value.start) !== null))
  if (
    !verb &&
    !isBound &&
    !(bareHead(words, value) && !isFigure(spot)) &&
    !bareAmount(spot, words) &&
    !nextGroup(spot, words)
  )
    return false
  if (
    /^的(?!(?:发展|总体|工作|预期|规划|奋斗)?目标|要求|任务|水平|规模)/.test(right) ||
    (to < part.end && MODIFIES.test(right))
  )
    return false
  if (fits(words, value, verb, isRemarked(spot) ? '' : right, memory.metric)) return true
  return verb === undefined && dated(spot, words)
}

/** 入学率依次为99%、98%: 为 links where each value has its own metric, and a time makes a goal of it. */
const beingEach = ({values, clock, part}: Spot, words: string): string | undefined => {
  if (!words.endsWith('为')) return undefined
  const time = clock.at(part, values[0]!.start)
  if (values.length > 1 && /(?:分别|依次)为$/.test(words) && time !== null) return '为'
  return time?.relation === 'by' && IS_MEASURED.test(words) ? '为' : undefined
}
/** 到2030年，电站规模为300万千瓦. */
const IS_MEASURED =
  /(?:[率比]|占比|比例|比重|规模|总量|面积|里程|装机|产值|增加值|生产总值|容量|总数|总额|数量|产量|收入|寿命|年限|强度|浓度|能耗)(?:总体|平均|基本|约)?为$/

/** 公办园在园幼儿占总数80%以上: the share of a whole, a goal where a time says until when. */
const PLAIN_SHARE = /占([^占，。；、%％的\d为达比]{2,12})$/
const isTimed = ({values, clock, part}: Spot): boolean =>
  values[0]!.kind === 'percentage' && clock.at(part, values[0]!.start) !== null

/** 年产值超100亿元、具备竞争力的龙头企业2家: what each of those is that are counted next. */
const MODIFIES = /^、[^，。；\d]{2,24}的[^，。；、\d]{2,16}$/

/** 普及率平原100%、丘陵90%: the group may stand behind what is measured of it. */
const bareHead = (words: string, {kind}: Value): boolean =>
  kind === 'percentage' && METRIC_HEAD.test(withGroupLast(words))

/** 学前教育占比55.78%, with no time: what was counted. */
const isFigure = ({clock, part, values}: Spot): boolean =>
  values[0]!.comparator === '=' && /\.\d\d/.test(String(values[0]!.value)) && clock.at(part, values[0]!.start) === null

/** …平原100%、丘陵90%: a group after a group, with nothing but its share. */
const nextGroup = ({memory, values, from, part}: Spot, words: string): boolean =>
  from > part.start &&
  values[0]!.kind === 'percentage' &&
  memory.unit === values[0]!.unit &&
  memory.metric !== null &&
  distributed(words, memory.metric) !== null

/** 到2025年，人均公园面积15平方米以上: the metric and its value, nothing between. */
function bareAmount(spot: Spot, words: string): boolean {
  const {clock, part, values, right} = spot
  const {kind, unit, start, comparator} = values[0]!
  const named = words.slice(metricStart(words))
  if (kind === 'money')
    return (
      (comparator !== '=' ||
        spot.memory.verb !== null ||
        (spot.memory.metric !== null && clock.at(part, start)?.relation === 'by')) &&
      named.length >= 4 &&
      QUANTITY_HEAD.test(named) &&
      !isDoing(named.slice(0, 3)) &&
      clock.at(part, start) !== null
    )
  if (kind !== 'quantity' || !/^$|^[、，。；]/.test(right)) return false
  if (NO_COUNT.test(unit) && !(unit === '岁' && words.endsWith('寿命'))) return false
  if (!QUANTITY_HEAD.test(words) || isDoing(words)) return false
  return RATIO.test(words) || clock.at(part, start) !== null || (comparator !== '=' && isAmongGoals(spot))
}

/** 主要预期目标是：…；粮食产量513万吨以上. */
const isAmongGoals = ({block, sentence}: Spot): boolean => {
  const {start, end} = sentence[0]!
  return /目标[是为]?$/.test(block.text.slice(start, end).trimEnd())
}

/** 每千人口床位数6.5张 is a goal by its form. */
const RATIO = /^(?:每[百千万十]|人均|户均|生均)/

/** 到2025年，总动力超过10亿千瓦: a date makes a goal of a bare comparison. */
function dated({clock, part, values, right}: Spot, words: string): boolean {
  const {kind, unit, start} = values[0]!
  if (kind === 'length' || (kind === 'quantity' && (NO_COUNT.test(unit) || !/^$|^[、，。；]/.test(right)))) return false
  return words.length >= 4 && !isDoing(words) && clock.at(part, start) !== null
}

/** 床位数达到6.3张（可达6.5张），: what follows is a remark on the value. */
const isRemarked = ({block, part, values}: Spot): boolean => {
  const {end} = values.at(-1)!
  return REMARK.test(block.text.slice(end, Math.min(part.end, end + 44)))
}
const REMARK = /^[（(](?!其中)[^（）()]{0,40}[）)](?:$|[、，；])/

/** Counts and amounts need a verb of goals, or a metric that is a quantity; a count with its noun after it is read elsewhere. */
function fits(
  words: string,
  {kind, unit, compared}: Value,
  verb: string | undefined,
  right: string,
  carried: string | null,
): boolean {
  if (kind === 'percentage') return true
  if (kind === 'length' || /^(?:小时|学时|课时|分钟)$/.test(unit)) return isDuration(words, unit, verb, compared)
  if (!/^$|^[、，。；：）)和及与并等]|^的(?:目标|要求|任务|水平|规模)|^单位(?:$|[，。；、])/.test(right)) return false
  if (unit === '岁' && words.endsWith('寿命')) return true
  if (kind === 'quantity' && NO_COUNT.test(unit))
    return (
      (compared && unit === '种' && words.endsWith('种')) ||
      (verb !== undefined && QUANTITY_HEAD.test(words || (carried ?? '')))
    )
  return (
    (verb !== undefined && verb !== '占') ||
    QUANTITY_HEAD.test(words) ||
    (compared && /^(?:每(?!年|学|季|个?月|周)|各|户均|人均)./.test(words))
  )
}

/** 办理时间压缩至1个工作日, 每天体育活动时间不少于2小时; a length that only limits a procedure is none. */
function isDuration(words: string, unit: string, verb: string | undefined, compared: boolean): boolean {
  if (/(?:时间|时限|时长|用时|耗时|年限|周期|寿命|期限)$/.test(words) && verb !== undefined && verb !== '实现')
    return true
  if (compared && words.endsWith('教育年限')) return true
  return compared && /^(?:小时|学时|课时|分钟)$/.test(unit) && ACTIVITY.test(words)
}

/** 一季度完成20%，上半年完成50%: when, not what. */
const WHEN = /^(?:全年|当年|[上下]半年|第?[一二三四1-4]季度|年[中底末内]|本?月底)$/

function adverbs(words: string): Omit<Linked, 'verb' | 'direction' | 'base' | 'onTop' | 'per'> {
  const split = words.endsWith('占比') && /(?:分别|均)占比$/.test(words)
  let rest = split ? words.slice(0, -2) : words
  let [each, yearly, modality]: [boolean, boolean, string | null] = [false, false, null]
  for (let word = ADVERBS.before(rest, rest.length); word; word = ADVERBS.before(rest, rest.length)) {
    rest = rest.slice(0, -word.length)
    if (/分别|依次|均$|都|各/.test(word) && word !== '年均' && word !== '平均') each = true
    if (/年均|每年/.test(word)) yearly = true
    if (/力争|确保|争取|努力|保证|原则上|必须|应当|应|须|要/.test(word)) modality = word
  }
  return {words: rest, suffix: split ? '占比' : '', each, yearly, modality}
}

function directionOf(verb: string | undefined, {comparator}: Value): Direction {
  const direction = verb === undefined ? undefined : LINKS[verb]
  const below = comparator === '<=' || comparator === '<'
  if (direction && direction !== 'reach') return direction
  return below && (!verb || verb.startsWith('不')) ? 'control' : 'reach'
}
