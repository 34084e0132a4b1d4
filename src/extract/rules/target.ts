/** 到2025年，入学率稳定在99%以上; 建设2个联合体; 每年评选100名: what a later reader can check, from the values and times that earlier rules found. */

import type {Span} from '../../text/span.ts'
import {type Block, type FactRule, NONE} from '../block.ts'
import {LIMITED, METRIC_HEAD} from '../data/target-words.ts'
import {bySharing, funded, inBrackets} from '../targets/allotted.ts'
import {type Clock, clock} from '../targets/clock.ts'
import {counted, enteringCount} from '../targets/count.ts'
import {isLookingBack, isPast, isReport, isStatute, isTrade, telling} from '../targets/excluded.ts'
import {type Lead, lead} from '../targets/lead.ts'
import {metricStart} from '../targets/metric.ts'
import {isNoGoal} from '../targets/no-goal.ts'
import {type Part, type Sentence, sentences} from '../targets/parts.ts'
import {raised, raisedTo} from '../targets/raised.ts'
import {reached} from '../targets/reached.ts'
import {emptyMemory, type Memory, type Reading, type Spot, type Target} from '../targets/reading.ts'
import {served} from '../targets/served.ts'
import {share} from '../targets/share.ts'
import {type Signs, signsOf} from '../targets/signs.ts'
import {tabular} from '../targets/tabular.ts'
import {lastTime, type Time, timesOf} from '../targets/times.ts'
import {turned} from '../targets/turned.ts'
import {usedFor} from '../targets/used.ts'
import {type Value, valuesOf} from '../targets/values.ts'
import {isCued, wordless} from '../targets/wordless.ts'

type Reader = (spot: Spot) => Reading | null
/** What reads values of a kind, in order: the first that reads a spot has it. */
const READERS: Readonly<Record<Value['kind'], readonly Reader[]>> = {
  percentage: [inBrackets, raisedTo, raised, bySharing, usedFor, share, reached],
  money: [raisedTo, raised, reached, funded],
  quantity: [raisedTo, raised, reached, enteringCount, turned, counted, served],
  length: [raisedTo, reached],
}
const OF_STATUTES: readonly Reader[] = [reached]

interface Page {
  readonly block: Block
  readonly values: readonly Value[]
  readonly times: readonly Time[]
  readonly clock: Clock
  readonly statute: boolean
  /** Where goals without a number may be. */
  readonly cues: readonly Span[]
}

/** A sentence with more values is a table run together, and says of none of them what it is to be. */
const MOST_VALUES = 100

/** Reads no number for itself: a target is made of what the rules before it have found, with its metric and its time. */
export const target: FactRule = {
  id: 'target',
  find(block, seen) {
    const goal = block.table?.goal && !isReport(block) ? tabular(block) : null
    if (goal) return [goal]
    const statute = isStatute(block)
    if (statute && seen.percentage.length === 0) return NONE
    const values = valuesOf(block, seen)
    if ((values.length === 0 && statute) || isReport(block)) return NONE
    const signs = signsOf(block.text)
    const cues = statute ? NONE : signs.cues
    if ((values.length === 0 && cues.length === 0) || isLookingBack(block.text)) return NONE
    const times = timesOf(block.text, seen.deadline)
    return () => readAll({block, values, times, clock: clock(block, times, signs.years), statute, cues}, signs)
  },
}

/** Sentence by sentence, as far as there is anything to read. */
function readAll(page: Page, {stops, tellings}: Signs): readonly Target[] {
  const {block, values, times, cues} = page
  const found: Target[] = []
  const all = sentences(block.text, stops)
  const tells = telling(all, block, times, tellings)
  const lastCue = cues.at(-1)?.start ?? -1
  let next = 0
  for (const [i, sentence] of all.entries()) {
    if (next === values.length && sentence[0]!.start > lastCue) break
    const {end} = sentence.at(-1)!
    const from = next
    while (next < values.length && values[next]!.start < end) next++
    const isPlain = next === from && !isCued(cues, sentence[0]!.start, end)
    if (isPlain || next - from > MOST_VALUES || tells(i)) passOver(page, sentence)
    else readSentence(found, page, sentence, values.slice(from, next))
  }
  return found
}

/** A sentence that promises nothing may still tell a time that holds on. */
function passOver({clock}: Page, sentence: Sentence): void {
  for (const part of sentence) clock.enter(part)
}

function readSentence(found: Target[], page: Page, sentence: Sentence, values: readonly Value[]): void {
  const {block, clock} = page
  const memory = emptyMemory()
  let next = 0
  for (const part of sentence) {
    clock.enter(part)
    const from = next
    while (next < values.length && values[next]!.start < part.end) next++
    memory.holders = null
    const own = values.slice(from, next).filter((v, i, all) => !(i > 0 && isAside(block.text, all[i - 1]!, v)))
    const targets = readPart(page, sentence, part, own, memory)
    if (targets.length === 0) memory.verb = null
    memory.topic = targets.length === 0 && next === from ? () => topicOf(page, part) : null
    found.push(...targets)
  }
}

/** 就业率进一步提高，其中…: a metric of which no value is told. */
const BETTERED =
  /^([^，。；]{3,40}(?:率|占比|比例|比重|覆盖面))(?:进一步|不断|稳步|显著|明显|大幅|逐年|逐步|持续|有所)?(?:提高|提升|上升|扩大|改善|下降|降低|优化)$/
/** What a part without a value is about: its words after the verb. */
function topicOf({block, times}: Page, part: Part): string | null {
  const {at} = lead(block.text, part.start, part.end, times)
  const words = block.text.slice(at, part.end).trim()
  const start = metricStart(words)
  const bettered = BETTERED.exec(words)?.[1]
  if (bettered) return bettered
  if (start === 0) return words.length <= 45 && LIMITED.test(words) ? words : null
  return words.length - start >= 2 && words.length - start <= 16
    ? words.slice(start).replace(/(?<=.{4})(?:水平|工作)$/, '')
    : null
}

function readPart(page: Page, sentence: Sentence, part: Part, values: readonly Value[], memory: Memory): Target[] {
  const found: Target[] = []
  let from = part.start
  for (let i = 0; i < values.length; ) {
    if (values[i]!.end <= from) {
      i++
      continue
    }
    const group = sideBySide(page.block.text, values, i)
    const spot = spotOf(page, sentence, part, memory, group, from, values[i + group.length])
    const reading = readSpot(spot, page.statute)
    found.push(...(reading?.targets ?? []))
    from = Math.max(reading?.end ?? from, reading ? group.at(-1)!.end : from)
    i += group.length
  }
  if (found.length > 0 || !isCued(page.cues, part.start, part.end)) return found
  const all = values.every(value => isInSet(page.block.text, value))
  return wordless({block: page.block, part, times: page.times, clock: page.clock, memory}).filter(
    ({value, metric}) => value === null || all || metric.endsWith('覆盖率'),
  )
}

/** 所有30户以上村组: the number says of which all. */
const isInSet = (text: string, {start}: Value): boolean =>
  /(?:所有|全部|全体)的?$/.test(text.slice(Math.max(0, start - 3), start))

/** 新增2400户（累计3600户）餐饮单位: the second is a remark on the first. */
function isAside(text: string, before: Value, {start, end}: Value): boolean {
  if (!'（('.includes(text[before.end] ?? ' ') || start - before.end > 12) return false
  return /^[^（(]{0,12}[）)][^，。；、]/.test(text.slice(end, end + 14))
}

const JOINT = /^\s?[、和及与]\s?$/
const LONGEST_JOINT = 3
/** 80%和86%: values with nothing between them. */
function sideBySide(text: string, values: readonly Value[], i: number): Value[] {
  const group = [values[i]!]
  const isEach = (): boolean => /分别|依次/.test(text.slice(Math.max(0, group[0]!.start - 12), group[0]!.start))
  for (let next = values[i + 1]; next; next = values[i + group.length]) {
    const last = group.at(-1)!
    if (next.start > last.end + LONGEST_JOINT || !JOINT.test(text.slice(last.end, next.start))) break
    if (next.unit !== last.unit && !isEach()) break
    group.push(next)
  }
  return group
}

function spotOf(
  {block, times, clock}: Page,
  sentence: Sentence,
  part: Part,
  memory: Memory,
  values: readonly Value[],
  from: number,
  following: Value | undefined,
): Spot {
  const start = Math.max(from, values[0]!.start - 160)
  const to = following?.start ?? part.end
  const left = block.text.slice(start, values[0]!.start)
  const right = block.text.slice(values.at(-1)!.end, Math.min(to, values.at(-1)!.end + 160))
  let opened: Lead | undefined
  const opening = (): Lead => {
    opened ??= lead(block.text, start, values[0]!.start, times)
    return opened
  }
  return {block, sentence, part, times, clock, memory, values, from: start, lead: opening, left, right, to}
}

function readSpot(spot: Spot, statute: boolean): Reading | null {
  const {block, part, values, from} = spot
  const value = values[0]!
  const deadline = spot.clock.at(part, value.start)
  const own = lastTime(spot.times, part.start, value.start)
  if (own && isPast(own, block)) return null
  if (isNoGoal(block, part, value, from, deadline !== null || spot.memory.metric !== null)) return null
  if (denominator(spot)) return null
  for (const read of statute ? OF_STATUTES : READERS[value.kind]) {
    const reading = read(spot)
    if (reading?.targets.some(isTorn)) return null
    if (reading) return statute ? {...reading, targets: reading.targets.filter(isShare)} : reading
  }
  return null
}

/** 改造小区20个、300户; 推荐指标为2名; 每3—4个班配备1名; 建设1条总长度约25公里的管道: a name that ends in a list or begins with another count has been cut in the wrong place. */
const isTorn = ({metric}: Target): boolean => TORN.test(metric)
const TORN =
  /[、，；：（(为]$|(?:^|每)\d{1,4}[-—–~～至到]\d{1,4}个(?!月)|^[、，；：）)]|^(?:\d{1,4}|[一两三四五六七八九十]{1,3})[条座所个项处栋台套]总?[长面投规造]|限报$/

const isShare = ({unit, direction, metric}: Target): boolean =>
  unit === '%' && direction !== 'control' && METRIC_HEAD.test(metric) && !isTrade(metric)

/** 每引进1名博士，奖励5万元: what an award is counted by. */
const PER_DEED = /每(?:新?引进|新增|增加|新建|建成|培养|培训|吸纳|招用|录用|招收|完成|推荐|成功[^，。；、\d]{2})$/
/** 每5个残疾儿童，: not a goal itself but what the next one is counted by. */
function denominator({left, right, values, memory, to, part}: Spot): boolean {
  if (values[0]!.kind !== 'quantity') return false
  if (PER_DEED.test(left)) return true
  if (!left.endsWith('每')) return false
  if (to === part.end && right.trim().length <= 12) memory.perCount = {count: values[0]!.value, of: right.trim()}
  return true
}
