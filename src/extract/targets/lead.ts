/** What stands before a metric and does not belong to it: times, modality, connectives, 每年. */

import {charset, lastOf, WHITE_SPACE} from '../../text/charset.ts'
import {lexicon} from '../../text/lexicon.ts'
import {VERBS} from '../data/target-verbs.ts'
import {MODALITY} from '../data/target-words.ts'
import {firstTime, lastTime, type Time} from './times.ts'

/** What was read before the words that matter. */
export interface Lead {
  /** Where they begin. */
  readonly at: number
  readonly modality: string | null
  /** Of 每年, 每学期: the unit of time, with how many of them make one. */
  readonly every: Every | null
}

export interface Every {
  readonly unit: string
  readonly count: number | null
}

/** 2. ——: a table cell keeps the markers of its items. */
const MARKER =
  /^\s*(?:[■●◆▲★•]\s?)?(?:[一二三四五六七八九十]{1,2}是(?!否)|\d{1,2}\s?[.．、](?!\d(?!\d{3}年))|[（(][\d一二三四五六七八九十]{1,3}[）)]|[①-⑳]|[\u4e00-\u9fff]{2,6}(?:——|--)|[—-]{1,3}|(?<=[■●◆▲★•]\s?))\s*/
const opensMarker = charset(WHITE_SPACE, '■●◆▲★•一二三四五六七八九十0123456789（(①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳—-')
/** A look at the first character spares most words the pattern; words before a dash may begin with any. */
const markerLength = (words: string): number =>
  opensMarker(words.charCodeAt(0)) || words.includes('——') || words.includes('--')
    ? (MARKER.exec(words)?.[0].length ?? 0)
    : 0
/** 意见要求原则上…: who says so. */
const SAID =
  /^(?:《[^》]{2,40}》|[^，。；：、]{0,8}(?:意见|方案|规划|通知|计划|办法|纲要|要点|文件))(?:中|还|同时|明确)?(?:要求|提出|明确|指出|规定)(?=.{4})/
const saying = charset('求出确定')
const CONNECTIVE =
  /(?:[\s、·—-]+|[（(](?=其中)|全年(?!龄)|今年|第[一二三四1-4]季度?|年内|明年|本?年度(?=[完实新建])|并且?|同时|其中|此外|另外|以及|及(?!以)|和|与|再(?!就业|生|造|制造|教育|担保|贷款)|也|而|则|到时|届时|目标[是为]|即|特别是|尤其是|当中|且?包含|包括|亦|在此基础上)/
/** Never part of a name. */
const ADVERB =
  /(?:逐步|稳步|不断|进一步|着力|严格|切实|持续|加快|大力|力求|扎实|陆续|率先|一共|总共|合计|累计|分别|建议(?![稿书案])|因地制宜|分[批年步期]|积极)/
/** These may begin a name as well (基本医疗, 重点企业, 科学素质): no part of it before a verb. */
const BEFORE_VERB =
  /^(?:年终|全面|基本|重点|总体上?|一般|初步|深入|科学|规范|统筹|高(?:标准|质量|起点|水平|效)(?:地)?|有序|有效|合理|集中|优先|共)/
export const EVERY =
  /(?:平均)?每(?:隔)?(?:个)?([两三四五六七八九十\d]{1,3})?(?:个)?(年度|学年|自然年|年|学期|季度|季|月|周|星期|天|日|半年|期)(?!级|轻|龄)(?:末|初(?![中级步次高一二三]))?/

/** A unit of time is the second group, a modal word the third, what may be of a name the fourth. One pattern: most words begin with none. */
const BEFORE = new RegExp(
  `^(?:${EVERY.source}|(${MODALITY})|${CONNECTIVE.source}|${ADVERB.source}|(${BEFORE_VERB.source}))`,
)
const VERB = lexicon(VERBS)

/** Reads on from `at` over everything that may stand before a metric or a verb. */
export function lead(text: string, from: number, end: number, times: readonly Time[]): Lead {
  let modality: string | null = null
  let every: Every | null = null
  let at = from + markerLength(text.slice(from, Math.min(end, from + 12)))
  const lastSaid = lastOf(saying, text, at, end)
  for (let last = -1; last !== at && at < end; ) {
    last = at
    const rest = text.slice(at, Math.min(end, at + 24))
    const found = BEFORE.exec(rest)
    const [all = '', , unit, modal, ofName] = found ?? []
    const said = unit || modal || lastSaid < at ? null : SAID.exec(text.slice(at, Math.min(end, at + 60)))
    if (found && unit) every = everyOf(found)
    else if (modal) modality = modal
    if (said) at += said[0].length
    else if (!ofName || isBeforeVerb(rest.slice(ofName.length))) at += all.length
    if (at === last) at = afterTime(text, at, times)
  }
  return {at: Math.min(at, end), modality, every}
}

/** Whether words begin with a verb, or with more of what may stand before one. */
function isBeforeVerb(words: string): boolean {
  if (VERB.at(words, 0) !== '') return true
  const more = BEFORE_VERB.exec(words)
  return more !== null && isBeforeVerb(words.slice(more[0].length))
}

/** 每3年 counts by threes. */
export function everyOf([, count, unit]: readonly (string | undefined)[]): Every {
  const n = count ? '一两三四五六七八九十'.indexOf(count) + 1 || Number(count) : 1
  return {unit: unit === '年度' || unit === '自然年' ? '年' : unit!, count: n > 1 ? n : null}
}

const LONGEST_PLACE = 6
/** 全省到2025年森林覆盖率…: a place may stand before the time. */
const PLACE = /^(?:(?:全|本|我)[国省市区县州]|[\u4e00-\u9fff]{1,5}[省市区县州]|北京|天津|上海|重庆)$/
function afterTime(text: string, at: number, times: readonly Time[]): number {
  const time = firstTime(times, at, at + LONGEST_PLACE)
  if (time && time.span.start > at + 1 && PLACE.test(text.slice(at, time.span.start)))
    return afterTime(text, time.span.start, times)
  if (!time || time.span.start > at + 1 || !/^[到在至自从截（(]?$/.test(text.slice(at, time.span.start))) return at
  const end = time.span.end
  const tail = /^(?:之前|以前|前|之内|以内|内|期间|时期|间|起|开始)?[）)]?[，,]?/.exec(text.slice(end, end + 3))![0]
  return end + tail.length
}

const AT_TIME = /(?:截?[到至]|在|自|从|于)?$/
const AFTER_TIME = /^(?:之前|以前|前|之内|以内|内|期间|时期|间)?[，,]?/

/** 全省在“十四五”期间新建 → 全省新建: a stretch without the times that stand inside it. */
export function withoutTimes(text: string, from: number, to: number, times: readonly Time[]): string {
  const time = lastTime(times, from, to)
  if (!time || time.span.start < from) return text.slice(from, to)
  const before = text.slice(from, time.span.start)
  const after = text.slice(time.span.end, to)
  return before.slice(0, AT_TIME.exec(before)!.index) + after.slice(AFTER_TIME.exec(after)![0].length)
}
