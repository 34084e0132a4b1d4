/** 建设7所高水平学校、1所高职院校, 评选骨干教师100名, 每学期开展一次运动会: something is made or done so many times. */
import {ATTAINS, anyOf, CHANGES, type Direction, DOES, DOES_SHORT, EVENTS} from '../data/target-verbs.ts'
import {ABSTRACT, ABSTRACT_HEAD, NO_COUNT} from '../data/target-words.ts'
import {CHOOSES, chosen, entering} from './chosen.ts'
import {type Every, lead} from './lead.ts'
import {make, perOf, type Reading, type Spot, type Target} from './reading.ts'
import {type Front, frontOf} from './subject.ts'

const ALL = anyOf([...DOES, ...Object.keys(CHANGES), ...ATTAINS])
const EVENT = anyOf([...EVENTS])
const COMPLEMENT = '(?:出|起|好|成|到)?'
const AREA = '(?:(?:全|本)(?:国|省|市|区|县|州|盟|旗|镇|乡|校)(?:范围内)?|(?:辖|区|县|市|省|域|校|园)内)'
const AT_END = new RegExp(`(${ALL})${COMPLEMENT}((?:至少|各|约|总共|共|累计|合计|不?少于|${AREA})*)$`)
const EVENT_AT_END = new RegExp(`(${EVENT})${COMPLEMENT}(?:至少|不少于)?$`)
const SHORT_AT_END = new RegExp(`(?:^|[每县市区镇乡村校省各])(${anyOf([...DOES_SHORT])})$`)
const ANYWHERE = new RegExp(`(?:${ALL})(?:(?:并|、)?(?:持续)?(?:${ALL}))*${COMPLEMENT}`)
const EVENT_ANYWHERE = new RegExp(`(?:${EVENT})`)
const NOUN_BEFORE = /^$|^[（(][^）)]{0,40}[）)]?(?:$|[、，。；和])|^[、，。；：）)和及与并等]|^以[便及上]/

/** A count taken apart. */
interface Counted {
  readonly verb: string
  readonly object: string
  readonly front: Front
  /** Where the target begins, where its last word ends. */
  readonly start: number
  readonly end: number
  readonly carried: boolean
}

export function counted(spot: Spot): Reading | null {
  const {finding} = spot.values[0]!
  if (finding.kind !== 'quantity' || NO_COUNT.test(finding.unit)) return null
  const found = NOUN_BEFORE.test(spot.right.trimStart()) ? nounBefore(spot) : nounAfter(spot)
  if (!found || !isThing(spot, found)) return null
  return reading(spot, found)
}

function nounAfter(spot: Spot): Counted | null {
  const {block, from, left, values, times} = spot
  const value = values[0]!
  const object = objectAfter(spot)
  const opened = lead(block.text, from, from + left.length, times)
  const words = block.text.slice(opened.at, value.start).trimEnd()
  const verb = (finding(spot).unit.startsWith('次') ? EVENT_AT_END : AT_END).exec(words) ?? SHORT_AT_END.exec(words)
  const common = {object: object.text, end: object.end}
  if (verb) {
    const at = verb[0].indexOf(verb[1]!) + verb.index
    const front = withLead(frontOf(words.slice(0, at)), opened)
    return {...common, verb: verb[1]!, front, start: opened.at, carried: false}
  }
  const carried = spot.memory.verb
  if (!carried || words.replace(/^(?:至少|各|约)/, '') !== '') return null
  return {
    ...common,
    verb: carried.word,
    front: withLead({...frontOf(''), subject: carried.subject}, opened),
    start: value.start,
    carried: true,
  }
}

function nounBefore(spot: Spot): Counted | null {
  const {block, from, left, values, times, memory} = spot
  const value = values[0]!
  const opened = lead(block.text, from, from + left.length, times)
  const words = block.text
    .slice(opened.at, value.start)
    .trimEnd()
    .replace(/(?:各|共|共计|达|总数|总计|合计|数量)$/, '')
  const verb =
    ANYWHERE.exec(words) ?? (/^(?:次|场|期|届|堂)/.test(finding(spot).unit) ? EVENT_ANYWHERE.exec(words) : null)
  if (verb) {
    const object = words.slice(verb.index + verb[0].length)
    const front = withLead(frontOf(words.slice(0, verb.index)), opened)
    return {verb: verb[0], object, front, start: opened.at, end: value.end, carried: false}
  }
  const plain = words.length >= 2 && words.length <= 30 && !/[共有为是含约达占超]$|现有|共有|总|的$/.test(words)
  if (!plain || !(memory.verb || goalSentence(spot))) return null
  const subject = memory.verb?.subject ?? ''
  return {
    verb: memory.verb?.word ?? '',
    object: words,
    front: withLead({...frontOf(''), subject}, opened),
    start: opened.at,
    end: value.end,
    carried: true,
  }
}

const finding = ({values}: Spot): {unit: string} => values[0]!.finding

/** 优化布局，区内合作企业100家: a count without a verb among things to do. */
function goalSentence({block, sentence, part, right}: Spot): boolean {
  const first = sentence[0]!
  return (
    right.trim() === '' &&
    part !== first &&
    /^(?:主动|积极|着力|大力|深入|扎实|加快)?(?:融入|对接|优化|加强|推进|推动|完善|健全|实施|建设|打造|扩大|提升|提高|发挥|依托|聚焦|围绕|统筹|支持|鼓励|引导|开展|深化|落实|构建)/.test(
      block.text.slice(first.start, first.start + 10).trimStart(),
    )
  )
}

/** The noun after the number, up to the next count of a list or the end of the part. */
function objectAfter({block, values, to, part}: Spot): {text: string; end: number} {
  const start = values[0]!.end
  let end = to
  if (to < part.end) {
    const between = block.text.slice(start, to)
    const list = /(?:、|和|及|与|或|以及|并)\s*$/.exec(between)
    const cut = list
      ? list.index
      : Math.max(
          between.lastIndexOf('、'),
          between.lastIndexOf('，'),
          between.lastIndexOf('和'),
          between.lastIndexOf('（'),
        )
    if (cut > 0) end = start + cut
    else {
      const verb = ANYWHERE.exec(between)
      if (verb && verb.index > 1) end = start + verb.index
    }
  }
  const raw = block.text.slice(start + aside(block.text, start), end)
  const words =
    /^的?(.{0,120}?)(?=[并或](?=[开建实推形列纳予持给进扩改])|用于|，|。|（其中|以[便及]|$)/.exec(raw)?.[0] ?? raw
  return {text: words.replace(/^的/, '').trim(), end: start + aside(block.text, start) + words.trimEnd().length}
}

/** 2400户（累计约3600户）餐饮单位: how long the remark between number and noun is. */
const aside = (text: string, at: number): number =>
  /^[（(][^）)]{1,40}[）)](?=[^，。；、])/.exec(text.slice(at, at + 44))?.[0].length ?? 0

function withLead(front: Front, opened: {every: Every | null; modality: string | null}): Front {
  const least = opened.modality === '至少'
  return {
    ...front,
    every: front.every ?? opened.every,
    modality: front.modality ?? (least ? null : opened.modality),
    bound: front.bound ?? (least ? 'least' : null),
  }
}

/** Whether the count is of things that a reader can count, not of sides, slogans or 一套机制. */
function isThing({block, sentence, values}: Spot, {object, verb, front}: Counted): boolean {
  const value = values[0]!
  const number = value.finding.numbers?.[0] ?? value.start
  const cjk = !/\d/.test(block.text[number] ?? '')
  if (ABSTRACT.test(object)) return false
  if (value.finding.unit.startsWith('次')) return (front.every !== null && object !== '') || front.subject !== ''
  if (object === '' && verb !== '') return false
  if (!cjk) return true
  if (/^“/.test(object) || (ABSTRACT_HEAD.test(object) && !value.compared && front.bound === null)) return false
  if (value.finding.value !== 1 || value.finding.upper !== null) return true
  if (value.compared || front.bound || front.per.length > 0 || front.every) return true
  if (/^[个支套批种项条类份张片]/.test(value.finding.unit)) return false
  const all = block.text.slice(sentence[0]!.start, sentence.at(-1)!.end)
  return object.length >= 4 && (all.match(/一[个支所座家项条]/g)?.length ?? 0) < 2
}

function reading(spot: Spot, found: Counted): Reading {
  const target = targetOf(spot, found)
  const {memory} = spot
  const modifier = MODIFIER.exec(found.object)?.[0]
  if (modifier) memory.modifier = {words: modifier, unit: target.unit ?? ''}
  if (isPersonal(found) && found.front.subject) memory.person = found.front.subject
  memory.metric = target.metric
  memory.base = null
  memory.verb = {word: found.verb, subject: found.front.subject}
  memory.atLeast = found.front.bound === 'least'
  memory.perCount = null
  return {targets: [target], end: found.end}
}

function targetOf(spot: Spot, found: Counted): Target {
  const value = spot.values[0]!
  const {front} = found
  if (front.every && spot.part.start !== spot.sentence[0]!.start) spot.clock.drop()
  const deadline = spot.clock.at(spot.part, value.start)
  const own = deadline?.via === 'inline' && deadline.fact ? deadline.fact.span.start : found.start
  const least =
    front.bound === 'least' ||
    ((found.carried || isPersonal(found)) && spot.from > spot.part.start && spot.memory.atLeast)
  const denominator = front.perCount ? {per: front.per, count: front.perCount} : denominatorOf(spot)
  return make(
    {
      span: {start: Math.min(own, found.start), end: Math.max(found.end, value.end)},
      valueSpan: {start: value.start, end: value.end},
      metric: metricOf(spot, found),
      scope: front.subject || null,
      direction: directionOf(found.verb),
      deadline,
      modality: front.modality,
      condition: front.condition,
      per: perOf(
        [...(value.finding.kind === 'percentage' ? [] : value.finding.per), ...(denominator?.per ?? front.per)],
        front.every,
      ),
      perCount: denominator?.count ?? front.every?.count ?? null,
      ...(value.finding.comparator === '=' && value.finding.upper === null && (least || front.bound === 'most')
        ? {comparator: least ? ('>=' as const) : ('<=' as const)}
        : {}),
    },
    value,
  )
}

function denominatorOf({memory}: Spot): {per: readonly string[]; count: number} | null {
  return memory.perCount && {per: [memory.perCount.of], count: memory.perCount.count}
}

function directionOf(verb: string): Direction {
  return CHANGES[verb] ?? ((ATTAINS as readonly string[]).includes(verb) ? 'reach' : 'build')
}

function metricOf(spot: Spot, {verb, object, front, carried, start}: Counted): string {
  const {block, part, sentence, values} = spot
  const next = sentence[sentence.indexOf(part) + 1]
  if (CHOOSES.test(verb) && !carried) {
    const doing = chosen(verb, object, next ? block.text.slice(next.start, next.end).trim() : '')
    if (doing) return (/^全/.test(front.subject) ? front.subject : '') + doing
  }
  const entered = carried || verb === '' || verb === '新增' ? entering(object) : null
  if (entered) return entered
  if (isPersonal({verb, object})) return (front.subject || (spot.memory.person ?? '')) + verb + object
  if (verb in CHANGES) return front.subject + verb + object
  if (finding(spot).unit.startsWith('次') && object === '') return front.subject + verb
  if ([...object].length <= 2 && !carried && front.subject === '') {
    const whole = block.text.slice(start, values[0]!.start).trim()
    return /^[、和]/.test(whole) ? object : NOUN_BEFORE.test(spot.right.trimStart()) ? whole : verb + object
  }
  return (front.subject || holdersOf(spot)) + modified(spot, carried, object)
}

const MODIFIER = /^(?:在|具有|有|享有|获得)[^，。；、]{2,24}的(?=.{2})/

/** 在全国有影响力的名师100名、名校长10名: the modifier of the first is the second's too, counted by the same measure. */
function modified({memory, from, part, values}: Spot, carried: boolean, object: string): string {
  const {modifier} = memory
  const shared = carried && from > part.start && modifier?.unit === values[0]!.finding.unit && !object.includes('的')
  return shared ? modifier.words + object : object
}

/** Skills and habits are a person's; whose, and whether had or learnt, belongs to the metric. */
const isPersonal = ({verb, object}: Pick<Counted, 'verb' | 'object'>): boolean =>
  (ATTAINS as readonly string[]).includes(verb) || /(?:爱好|技能|特长|习惯)$/.test(object)

/** 30%中小学校至少配备1名…: the count is of what each of the share has. */
const holdersOf = ({memory, from, part}: Spot): string => (from > part.start ? (memory.holders ?? '') : '')

/** 3家企业进入名单: a count that begins its part, with what the counted are to do. */
export function enteringCount(spot: Spot): Reading | null {
  const value = spot.values[0]!
  if (value.finding.kind !== 'quantity' || NO_COUNT.test(value.finding.unit)) return null
  const opened = lead(spot.block.text, spot.from, spot.from + spot.left.length, spot.times)
  const words = spot.block.text.slice(opened.at, value.start).trim()
  if (!/^(?:推动|引导|支持|带动|实现|促进)?(?:(?:全|本)[国省市区县州])?$/.test(words)) return null
  const object = objectAfter(spot)
  const metric = entering(object.text)
  if (!metric) return null
  const deadline = spot.clock.at(spot.part, value.start)
  const own = deadline?.via === 'inline' && deadline.fact ? deadline.fact.span.start : opened.at
  const target = make(
    {
      span: {start: Math.min(own, opened.at), end: object.end},
      valueSpan: {start: value.start, end: value.end},
      metric,
      direction: 'reach',
      deadline,
      modality: opened.modality,
    },
    value,
  )
  return {targets: [target], end: object.end}
}
