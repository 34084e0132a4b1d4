/** 建设7所高水平学校、1所高职院校, 评选骨干教师100名, 每学期开展一次运动会: something is made or done so many times. */

import {lexicon} from '../../text/lexicon.ts'
import {ATTAINS, CHANGES, type Direction} from '../data/target-verbs.ts'
import {NO_COUNT} from '../data/target-words.ts'
import {CHOOSES, chosen, entering, SENDS, sent} from './chosen.ts'
import {isThing} from './countable.ts'
import {type Counted, countIn, objectAfter, opening} from './counted.ts'
import {datesOf, isPaired} from './paired.ts'
import {partOfLast} from './part-of.ts'
import {make, perOf, type Reading, type Spot, type Target} from './reading.ts'
import {distributed} from './shared.ts'
import {governed} from './times.ts'
import type {Value} from './values.ts'

/** What 条 counts as a thing: 开通公交线路12条, not 措施12条. */
const LINES =
  /(?:线|线路|道|道路|公路|铁路|(?<![思套出门])路|街|巷|产业链|[道公]路[^，。；、]{0,8}工程|道(?:提升|改造)[^，。；、]{0,4}工程|河流|河道|沟渠|渠)$/
const PERSONAL = /(?:爱好|技能|特长|习惯|兴趣)$/
/** 3种新品种: kinds of what is made are counted as things are. */
const KINDS = /(?:爱好|技能|特长|习惯|兴趣|品种|产品|原料|新药|疫苗|新材料|教材|读物)$/
const MODIFIER = /^(?:在|具有|有|享有|获得)[^，。；、]{2,24}的(?=.{2})/

/** A count of things that are to be made or done; null where none is. */
export function counted(spot: Spot): Reading | null {
  const {unit} = spot.values[0]!
  if (NO_COUNT.test(unit) && unit !== '条' && unit !== '种') return null
  const found = countIn(spot)
  if (!found) return measuredAgain(spot)
  if ((unit === '条' && !LINES.test(found.object)) || (unit === '种' && !KINDS.test(found.object) && found.verb !== ''))
    return null
  if (isWhere(spot, found)) {
    remember(spot, found, targetOf(spot, found))
    return {targets: [], end: found.end}
  }
  if (!isThing(spot, found)) return null
  if (spot.values.length > 1) return eachInTime(spot, found)
  const target = targetOf(spot, found)
  remember(spot, found, target)
  const each = /各$/.test(spot.left) ? eachOf(target.metric) : null
  return {targets: each ? each.map(metric => ({...target, metric})) : [target], end: found.end}
}

/** 改造小区20个、2964户、33万平方米: the same things by another measure. */
function measuredAgain(spot: Spot): Reading | null {
  const {values, left, right, from, part, memory} = spot
  const value = values[0]!
  if (values.length > 1 || left.trim() !== '、' || from === part.start || !OTHER_MEASURE.test(value.unit)) return null
  if (memory.object === null || memory.metric === null || memory.object.unit === value.unit || !ENDS.test(right))
    return null
  const {span, valueSpan, deadline} = placed(spot, value.start, value.end)
  const {metric} = memory
  return {targets: [make({span, valueSpan, deadline, metric, direction: 'build'}, value)], end: value.end}
}
const OTHER_MEASURE = /^(?:户|人|平方米|公里|千米|亩|公顷|栋|幢|套|间|张)$/
const ENDS = /^\s*(?:$|[、，。；）])/

/** 2026年、2027年新建幼儿园分别不少于2所、3所: as many as there are years; without a year for each, nothing says which is which. */
function eachInTime(spot: Spot, found: Counted): Reading | null {
  const dated = isPaired(spot) && found.object.endsWith('分别') ? datesOf(spot) : null
  if (!dated) return null
  const object = found.object.slice(0, -'分别'.length)
  const targets = spot.values.map((value, i) => {
    const one = targetOf({...spot, values: [value]}, {...found, object})
    const {start, end} = value
    const via = dated[0]!.span.start < spot.part.start ? 'sentence' : 'inline'
    const from = via === 'inline' ? Math.min(one.span.start, dated[0]!.span.start) : one.span.start
    return {...one, deadline: governed(dated[i]!, via), span: {start: from, end}, valueSpan: {start, end}}
  })
  remember(spot, {...found, object}, targets.at(-1)!)
  return {targets, end: spot.values.at(-1)!.end}
}

/** 建设30个自然村1270公里硬化公路: where, and then what. */
function isWhere({block, to, part, values}: Spot, {after, object}: Counted): boolean {
  if (!after || to >= part.end || !WHERE.test(object)) return false
  return (
    block.text
      .slice(values[0]!.end, to)
      .trim()
      .replace(/(?:约|近|超过|不少于)$/, '') === object
  )
}
const WHERE = /^(?:自然村|行政村|建制村|村|乡镇|镇|县|县（市、区）|社区|小区|街道|学校|乡)$/

/** 行业职教集团、区域职教集团各1个: as many of each. */
function eachOf(metric: string): string[] | null {
  const pieces = metric.split(/[、和与]/)
  const end = pieces.at(-1)!.slice(-2)
  return pieces.length > 1 && pieces.every(p => p.length > 2 && p.endsWith(end)) ? pieces : null
}

function remember({memory}: Spot, found: Counted, {metric, unit}: Target): void {
  // 10家有影响力的企业、50家骨干企业: what stands after its number is of that alone.
  const modifier = found.after ? undefined : MODIFIER.exec(found.object)?.[0]
  if (modifier) memory.modifier = {words: modifier, unit: unit!}
  if (isPersonal(found) && found.front.subject) memory.person = found.front.subject
  memory.metric = metric
  memory.unit = unit
  memory.base = null
  if (partOfLast(memory, found, unit!) === '') memory.object = {words: found.object, unit: unit!}
  const {subject, per, perCount, every} = found.front
  memory.verb = {word: found.verb, subject, per, perCount, every}
  memory.atLeast = found.front.bound === 'least'
  memory.perCount = null
}

function targetOf(spot: Spot, found: Counted): Target {
  const value = spot.values[0]!
  const {front} = found
  if (front.every && spot.part.index > 0) spot.clock.drop()
  const given = perCountOf(spot, found)
  const {span, valueSpan, deadline} = placed(spot, found.start, found.end)
  return make(
    {
      span,
      valueSpan,
      deadline,
      metric: metricOf(spot, found),
      scope: (isNamedWork(found) ? areaOf(front.subject) : front.subject) || null,
      direction: directionOf(found.verb),
      modality: front.modality,
      condition: front.condition,
      per: perOf([...ownPer(value, given.per.length > 0), ...given.per], front.every),
      perCount: given.count ?? front.every?.count ?? null,
      comparator: comparatorOf(spot, found),
    },
    value,
  )
}

/** The deadline, and the stretch from its words or the target's own to the last of them. */
function placed(spot: Spot, start: number, end: number): Pick<Target, 'span' | 'valueSpan' | 'deadline'> {
  const value = spot.values[0]!
  const deadline = spot.clock.at(spot.part, value.start)
  const from = deadline?.via === 'inline' && deadline.fact ? deadline.fact.span.start : start
  return {
    span: {start: Math.min(from, start), end: Math.max(end, value.end)},
    valueSpan: {start: value.start, end: value.end},
    deadline,
  }
}

function perCountOf({memory}: Spot, {front}: Counted): {per: readonly string[]; count: number | null} {
  if (front.perCount && front.per.length > 0) return {per: front.per, count: front.perCount}
  if (memory.perCount) return {per: [memory.perCount.of], count: memory.perCount.count}
  return {per: front.per, count: null}
}

/** What a count is per by itself; the things it is per are read with its subject, where there is one. */
const ownPer = ({per}: Value, told: boolean): readonly string[] =>
  told ? per.filter(p => /^(?:年|学年|学期|季度|月|周|日|天)$/.test(p)) : per

/** 至少 before the verb, and 至少 said once for a list. */
function comparatorOf({block, values, memory, from, part}: Spot, found: Counted): Value['comparator'] {
  const {comparator, upper, end} = values[0]!
  if (found.verb === '突破') return block.text.startsWith('以上', end - 2) ? '>=' : '='
  const may = found.front.bound === 'most' && block.text.slice(from, values[0]!.start).includes(`可${found.verb}`)
  const bound = may && directionOf(found.verb) === 'increase' ? null : found.front.bound
  const shared = (found.carried || isPersonal(found)) && from > part.start && memory.atLeast
  if (comparator !== '=' || upper !== null || !(bound || shared)) return comparator
  return bound === 'most' ? '<=' : '>='
}

/** Of 新建、改扩建, the first that tells what comes new or goes. */
const CHANGE = lexicon(Object.keys(CHANGES))
const changeOf = (verb: string): Direction | undefined => CHANGES[CHANGE.first(verb)?.word ?? '']

function directionOf(verb: string): Direction {
  return changeOf(verb) ?? ((ATTAINS as readonly string[]).includes(verb) ? 'reach' : 'build')
}

/** Skills and habits are a person's; whose, and whether had or learnt, belongs to the metric. */
const isPersonal = ({verb, object}: Pick<Counted, 'verb' | 'object'>): boolean =>
  (ATTAINS as readonly string[]).includes(verb) || PERSONAL.test(object)

function metricOf(spot: Spot, found: Counted): string {
  const {verb, object, front, carried} = found
  if (verb === '' && object.endsWith('任务')) return object
  const {metric, unit} = spot.memory
  const group = verb === '' && metric !== null && unit === spot.values[0]!.unit ? distributed(object, metric) : null
  if (group) return group
  const doing = CHOOSES.test(verb) && !carried ? chosen(verb, object, nextPart(spot), spot.values[0]!.unit) : null
  if (doing) return (/^全/.test(front.subject) ? front.subject : '') + doing
  const away = SENDS.test(verb) ? sent(object) : null
  if (away) return away
  const entered = carried || verb === '' || verb === '新增' ? entering(object) : null
  if (entered) return entered
  const part = carried ? overlapping(front.subject, object) : null
  if (part) return part
  if (isNamedWork(found)) return areaOf(front.subject) + object
  if (isPersonal(found)) return (front.subject || (spot.memory.person ?? '')) + verb + object
  const some = partOfLast(spot.memory, found, spot.values[0]!.unit)
  if (carried && OWN_WORK.test(object)) return front.subject + object
  if (changeOf(verb)) return front.subject + verb + (some || object)
  if (some) return front.subject + some
  if (isNamedEvent(spot, verb)) return front.subject + object + verb
  if (isShort(object) && !carried && front.subject === '') return wholeOf(spot, found)
  return (front.subject || holdersOf(spot)) + modified(spot, carried, object)
}

/** 全市城镇新增就业2万人，其中城镇失业人员再就业1万人: 城镇 is said again, and the verb is not of the part. */
const overlapping = (subject: string, object: string): string | null =>
  subject.length >= 2 && object.startsWith(subject.slice(-2)) ? subject.slice(0, -2) + object : null

/** 城镇新增就业6万人，农牧区劳动力转移就业106万人次: a name of its own, no more of what comes new. */
const NAMED_WORK = /^.{3,}(?:就业|转移)$/
const areaOf = (subject: string): string => /^[全本][国省市区县州]/.exec(subject)?.[0] ?? ''
const isNamedWork = ({carried, object}: Counted): boolean => carried && NAMED_WORK.test(object)

/** 新建步道36公里、造林2万亩: a work of its own. */
const OWN_WORK = /(?:造林|育林|绿化|植树|种草|复绿|清淤|疏浚|治理|整治|修复|加固|培训)$/

/** 修订1次预案 counts 预案修订; 开展一次演练 counts 演练. */
const isNamedEvent = ({values}: Spot, verb: string): boolean =>
  values[0]!.unit.startsWith('次') && !/^(?:开展|组织|举办|进行|召开|实施|参加|组织开展)$/.test(verb)

const isShort = (words: string): boolean => words.length <= 2

function nextPart({block, sentence, part}: Spot): string {
  const next = sentence[part.index + 1]
  return next ? block.text.slice(next.start, Math.min(next.end, next.start + 80)).trim() : ''
}

/** 利用新模式创办学校1—3所: so short an object keeps all that was said of it; 联席会议每年召开两次会议, who meets. */
function wholeOf({block, values}: Spot, {verb, object, start, after}: Counted): string {
  const meets = verb === '召开' ? MEETS.exec(block.text.slice(start, values[0]!.start))?.[1] : undefined
  if (after) return meets === undefined ? verb + object : meets + object
  if (verb === '完成') return object
  const whole = block.text.slice(start, values[0]!.start).trim()
  return /^[、和]/.test(whole) || !whole.endsWith(object) ? object : whole
}

const MEETS =
  /^([^，。；：、]{0,14}?(?:会议|委员会|协调委|领导小组|理事会|董事会))(?:一般|原则上|应当?|要)?(?:每[^，。；]{1,4})?召开$/

/** 30%中小学校至少配备1名…: the count is of what each of the share has. */
const holdersOf = ({memory, from, part}: Spot): string => (from > part.start ? (memory.holders ?? '') : '')

/** 在全国有影响力的名师100名、名校长10名: the modifier of the first is the second's too, counted by the same measure. */
function modified({memory, from, part, values}: Spot, carried: boolean, object: string): string {
  const {modifier} = memory
  const shared = carried && from > part.start && modifier?.unit === values[0]!.unit && !object.includes('的')
  return (shared ? modifier.words : '') + object.replace(/^(?:促进|帮助)(?=.{4})/, '')
}

/** 3家企业进入名单: a count that begins its part, with what the counted are to do. */
export function enteringCount(spot: Spot): Reading | null {
  const value = spot.values[0]!
  if (NO_COUNT.test(value.unit)) return null
  const {at, words, modality} = opening(spot)
  if (!/^(?:推动|引导|支持|带动|实现|促进)?(?:(?:全|本)[国省市区县州])?$/.test(words)) return null
  const object = objectAfter(spot)
  const metric = entering(object.text)
  if (!metric) return null
  const {span, valueSpan, deadline} = placed(spot, at, object.end)
  const target = make({span, valueSpan, deadline, metric, direction: 'reach', modality}, value)
  return {targets: [target], end: object.end}
}
