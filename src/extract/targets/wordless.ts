/** Goals without a number: 只增不减, 不低于当地公务员平均工资, 3:4:3, 实现…全覆盖, 所有县通过验收. */

import {lexicon} from '../../text/lexicon.ts'
import {lastAtMost, type Span} from '../../text/span.ts'
import {type Block, NONE} from '../block.ts'
import {NO} from '../data/comparators.ts'
import {type Direction, VERBS} from '../data/target-verbs.ts'
import {allDo} from './all-do.ts'
import type {Clock} from './clock.ts'
import {lead} from './lead.ts'
import {metricStart} from './metric.ts'
import type {Part} from './parts.ts'
import {type Memory, make, type Target} from './reading.ts'
import {distributed} from './shared.ts'
import type {Time} from './times.ts'

export interface Words {
  readonly block: Block
  readonly part: Part
  readonly times: readonly Time[]
  readonly clock: Clock
  readonly memory: Memory
}

/** What none of them goes without: one of these words, or a ratio. */
export const GOAL_WORDS = '全覆盖 全部 全体 所有 只减 不减 低于 高于 接近 平均 零增长 零新增 同步'.split(' ')
const TREND = /只增不减|只减不增|不减少|趋?零增长|零新增/
const BEFORE_TREND = /(?:逐年|保持|持续|稳步|均|实现|要|必须|应当?|确保){1,3}$/
const LAST_YEAR = /[与同较比]上年(?:同期)?(?:相比)?$/
const TRENDS: Readonly<Record<string, Direction>> = {
  只增不减: 'not-decrease',
  不减少: 'not-decrease',
  只减不增: 'not-increase',
  零增长: 'not-increase',
  零新增: 'not-increase',
}
const BENCHMARK = new RegExp(
  `(${NO}低于(?:或高于)?|${NO}高于|${NO}少于|接近或达到|达到或超过|达到或高于|高于|接近|达到|不超过)((?:[^，。；、\\d%“”]){0,20}(?:平均(?:[^，。；、\\d]{0,12})|(?:工资|收入|薪酬)(?:收入)?水平|增长幅度|增幅|增速))$`,
)
const BELOW = new RegExp(`${NO}(?:高于|超过)`)
const NUMBERS = '\\d{1,3}(?:\\.\\d{1,3})?(?:[:：∶]\\d{1,6}(?:\\.\\d{1,3})?){1,3}'
/** 按照3:4:3的比例核定岗位. */
const RATIO_BY = new RegExp(`按照?(${NUMBERS})(?:（[^）]{1,30}）)?的(?:比例|标准)[\\u4e00-\\u9fff]{2}([^，。；]{2,30})`)
const OTHER_RATIO = new RegExp(`（([^）\\d]{2,24}?)按照?(${NUMBERS})`)
/** 师生比达到1:15, 按照医护比1:2配备. */
const RATIO_REACHED = new RegExp(
  `(?:按照?)?([^，。；、]{0,24}(?:[\\u4e00-\\u9fff]比|比例|之比))(?:达到|提高到|缩小[到至]|降[到至]|不得?低于|不得?高于|不超过|控制在|保持在|为)?(${NUMBERS})`,
)
const COVER = /^([^，。；、“”]{0,24}?)(?:基本)?(?:实现|做到|推动|推进|达到)([^，。；、“”]{2,30}?)全覆盖(?=$|、)/
const COVERED = /^([^，。；]{2,40}?)(?:基本)?实现全覆盖(?=$|、)/
const COVER_VERB = lexicon([...VERBS, '加快', '努力', '逐步', '通过', '以'])
const MODAL = /(?:[均都也]|应当?|必须|要|需)+$/
const ALL_BECOME =
  /^([^，。；、]{2,24}?)全部((?:具备|具有|拥有|取得|获得|持有|办成|建成|达到|实现|纳入|接入|完成|通过|达标|消除|淘汰|退出|关停|取缔|清零)[^，。；]{0,24})$/
const COVERS_ALL =
  /^([^，。；、“”]{0,24}?)覆盖(?:到)?(?:(?:全[国省市区县州镇校])?(?:所有|全体|全部))的?([^，。；、]{2,20})$/

/** Whether a stretch may hold a goal without a number. */
export function isCued(cues: readonly Span[], start: number, end: number): boolean {
  const next = cues[lastAtMost(cues, start - 1, startOf) + 1]
  return next !== undefined && next.end <= end
}
const startOf = (cue: Span): number => cue.start

/** The goals of a part that may hold one without a number; two where a ratio has another for some of those it is of. */
export function wordless(words: Words): readonly Target[] {
  const {block, part, times} = words
  const opened = lead(block.text, part.start, part.end, times)
  const text = block.text.slice(opened.at, Math.min(part.end, opened.at + 160)).trimEnd()
  const {clock, memory} = words
  const place = {block, part, times, clock, memory, at: opened.at, text, modality: opened.modality}
  const one = trend(place) ?? benchmark(place) ?? inStep(place)
  if (one) return [one]
  const ratios = ratio(place)
  if (ratios.length > 0) return ratios
  const all = whole(place)
  return all ? [all] : NONE
}

interface Placed extends Words {
  readonly at: number
  readonly text: string
  readonly modality: string | null
}

function goal(
  {clock, part, at, modality}: Placed,
  given: Omit<Partial<Target>, 'valueSpan'> & {metric: string; direction: Direction},
  value: Span,
  end: number,
): Target {
  const valueSpan = {start: at + value.start, end: at + value.end}
  const deadline = clock.at(part, valueSpan.start)
  const own = deadline?.via === 'inline' && deadline.fact ? Math.min(deadline.fact.span.start, at) : at
  return make({span: {start: own, end: at + end}, valueSpan, deadline, modality, ...given})
}

function trend(place: Placed): Target | null {
  const found = TREND.exec(place.text)
  if (!found) return null
  const said = place.text.slice(0, found.index).replace(BEFORE_TREND, '').replace(LAST_YEAR, '')
  const words = said.slice(metricStart(said))
  if (/[“两双]个?$/.test(words)) return null
  const metric = /^(?:这一|该|此)(?:比例|指标)$|^$/.test(words) ? place.memory.metric : words
  if (!metric || metric.length > 60) return null
  const value = {start: found.index, end: found.index + found[0].length}
  return goal(place, {metric, direction: TRENDS[found[0].replace('趋', '')]!}, value, value.end)
}

function benchmark(place: Placed): Target | null {
  const found = /平均|水平|增长幅度|增[幅速]/.test(place.text) ? BENCHMARK.exec(place.text) : null
  if (!found || (/^(?:接近|达到)$/.test(found[1]!) && !/平均/.test(found[2]!))) return null
  const said = place.text.slice(0, found.index)
  const words = said.slice(metricStart(said)).replace(/(?:原则上|应当?|要|必须|力争|总体|基本)$/, '')
  if (words.length < 2 || words.length > 60 || /[对的]$/.test(words)) return null
  place.memory.metric = words
  const below = BELOW.test(found[1]!)
  const comparator = below
    ? '<='
    : /不|或/.test(found[1]!)
      ? '>='
      : found[1] === '高于'
        ? '>'
        : found[1] === '接近'
          ? '~'
          : '='
  const start = found.index
  const end = start + found[0].length
  return goal(
    place,
    {metric: words, direction: below ? 'control' : 'reach', comparator, benchmark: found[2]!},
    {start, end},
    end,
  )
}

/** 居民收入增长与经济增长基本同步: as much as what it is measured by. */
function inStep(place: Placed): Target | null {
  const found = place.text.endsWith('同步') || place.text.includes('同步增长') ? IN_STEP.exec(place.text) : null
  if (!found) return null
  const [all, said, benchmark, nearly] = found
  const metric = said!.slice(metricStart(said!))
  const start = said!.length
  const comparator = nearly ? '~' : '='
  return goal(
    place,
    {metric, direction: 'increase', comparator, benchmark: benchmark!},
    {start, end: all.length},
    all.length,
  )
}
const IN_STEP =
  /^([^，。；、]{0,24}?(?:收入|工资|待遇|报酬|投入|支出|经费|定额|保费)(?:增长|水平|增速)?)(?:力争|保持|实现|继续)?[与和同]([\u4e00-\u9fff]{2,16}?)(?:保持)?(基本|大体|总体)?(?:保持|实现)?同步(?:增长|提高)?$/

function ratio(place: Placed): readonly Target[] {
  if (!/\d[:：∶]\d/.test(place.text)) return NONE
  const by = RATIO_BY.exec(place.text)
  const reached = by ? null : RATIO_REACHED.exec(place.text)
  const found = by ?? reached
  if (!found) return NONE
  const numbers = (by ? by[1] : reached![2])!
  const metric = (by ? by[2]! : reached![1]!).trim()
  if (metric.length < 2) return NONE
  const start = place.text.indexOf(numbers, found.index)
  const value = {start, end: start + numbers.length}
  const end = Math.max(value.end, found.index + found[0].length)
  const comparator = /不得?低于$/.test(place.text.slice(0, start))
    ? '>='
    : /(?:不得?高于|不超过)$/.test(place.text.slice(0, start))
      ? '<='
      : '='
  const first = goal(place, {metric, comparator, direction: 'reach', ratio: partsOf(numbers)}, value, end)
  const other = by ? OTHER_RATIO.exec(by[0]) : null
  return other ? [first, otherRatio(place, metric, other, by!.index)] : [first]
}

const partsOf = (numbers: string): number[] => numbers.split(/[:：∶]/).map(Number)

/** 按照3:4:3（村小按4:4:2）的比例: some of them have a ratio of their own. */
function otherRatio(place: Placed, metric: string, [said, group, numbers]: RegExpExecArray, from: number): Target {
  const start = place.text.indexOf(said, from)
  const value = {start: start + said.lastIndexOf(numbers!), end: start + said.lastIndexOf(numbers!) + numbers!.length}
  const name = distributed(group!, metric) ?? `${metric}（${group}）`
  const given = {metric: name, scope: group!, direction: 'reach' as const, ratio: partsOf(numbers!)}
  const target = goal(place, given, value, value.end)
  return {...target, span: {start: place.at + start + 1, end: target.span.end}}
}

function whole(place: Placed): Target | null {
  const found = wholeSet(place.text)
  if (!found || REACHED.test(place.text)) return null
  place.memory.sharers = found.sharers ?? place.memory.sharers
  const all = {comparator: '=' as const, value: 100, unit: '%', warnings: [{code: 'quantifier'}]}
  return goal(place, {metric: found.metric, direction: 'reach', ...all}, found.span, place.text.length)
}

/** 已实现全覆盖, 实现了全覆盖. */
const REACHED = /(?:已经?|均已|都已)(?:全部|基本)?(?:实现|完成|建成|通过|达到|纳入|接入)|(?:实现|完成|达到)了/

interface WholeSet {
  readonly metric: string
  readonly span: Span
  /** All of whom it is told. */
  readonly sharers?: string
}

function wholeSet(text: string): WholeSet | null {
  const cover = text.includes('全覆盖') ? COVER.exec(text) : null
  const covered = cover ? cover.index + cover[0].length : 0
  const whose = cover && COVER_VERB.at(cover[1]!, 0) === '' ? cover[1] : ''
  if (cover) return {metric: `${whose}${cover[2]}覆盖率`, span: {start: covered - 3, end: covered}}
  const all = text.includes('全覆盖') ? COVERED.exec(text) : null
  if (all && all[1]!.split('、').every(piece => COVER_VERB.at(piece, 0) === '')) {
    const end = all[0].length
    return {metric: `${all[1]!.replace(/所有|全部/, '')}覆盖率`, span: {start: end - 3, end}}
  }
  if (!/所有|全部|全体/.test(text)) return null
  const rest = text.replace(/^(?:实现|确保|推动|使)/, '')
  const cut = text.length - rest.length
  const doing = allDo(rest)
  if (doing) {
    const nouns = doing.nouns.replace(MODAL, '')
    const does = doing.does.replace(/^(?:[均都要]|全部)+/, '')
    const start = cut + doing.area.length
    return {metric: `${doing.area}${does}的${nouns}比例`, span: {start, end: start + 2}}
  }
  const become = ALL_BECOME.exec(rest)
  if (become && metricStart(become[1]!) === 0 && !/^(?:将|把|由)|(?:规定|政策|要求|制度)$/.test(rest)) {
    const at = cut + become[1]!.length
    return {sharers: become[1]!, metric: `${become[2]}的${become[1]}比例`, span: {start: at, end: at + 2}}
  }
  const covers = COVERS_ALL.exec(rest)
  if (!covers) return null
  const at = text.indexOf('覆盖')
  return {metric: `${covers[1]}${covers[2]}覆盖率`, span: {start: at, end: text.length}}
}
