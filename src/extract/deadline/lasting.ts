/** 三年内 → within P3Y · 任期一般为三至六年 → for P3Y..P6Y · 提前6个月 → before P6M · 满5年后 → from P5Y · 15个工作日内. */
import {charset} from '../../text/charset.ts'
import {shiftDate} from '../../text/dates.ts'
import {lexicon} from '../../text/lexicon.ts'
import {endAt, matchAt} from '../../text/match.ts'
import {readNumeral} from '../../text/numerals.ts'
import {type Amount, readAmount} from '../amount.ts'
import type {Block} from '../block.ts'
import {NOT_LESS, NOT_MORE} from '../data/comparators.ts'
import {EVENTS, OWN_DAY} from '../data/periods.ts'
import {type Deadline, deadlineOf} from './finding.ts'

const UNIT =
  / ?(?:个)?(?:年半|个半月|半月|工作日|交易日|年(?!制|级|[初度底末]|一贯|代|轻|龄|限|薪|报)|月(?![底末初饼嫂报]|\d)|星期|周(?![岁年期边长])|(?<![月个])日(?![常用报元均])|天(?![然津])|小时|分钟)/y
/** What stands after a number that may be a time: a unit, or the middle of a range. */
const MAY_LAST = charset(' 个年月周日天小分星工交半-—–－−~～至到')
const LETTERS: Readonly<Record<string, string>> = {
  年: 'Y',
  月: 'M',
  星期: 'W',
  周: 'W',
  日: 'D',
  天: 'D',
  工作日: 'D',
  交易日: 'D',
}
const WITHIN = /(?:以内|之内|内(?![部容涵外地控心蒙设科需业置在]))/y
const PRIOR = /(?:之前|以前|前)(?![期述三沿景])/y
const LATER = /(?:之后|以后|后)(?![勤续期备])/y
const TIME = /(?:的)?(?:时间|左右(?:的)?时间)/y
/** Words that say how long something lasts. */
const LASTING = lexicon(
  '每届任期 每个任期 一届任期 任期 为期 期限 有效期 试行期 试用期 聘期 服务期 保存期 保管期 保存时间 时限 周期 工期 建设期 实施期 培训期 过渡期 整改期 追溯期 公示期 公示时间 公示 任职 连任 历时 持续 延长 保存 保管 连续'.split(
    ' ',
  ),
)
/** What may stand between such a word and the number, in this order. */
const USUALLY = lexicon('一般 原则上 均 应 应当 期'.split(' '))
const BEING = lexicon([...NOT_LESS, ...NOT_MORE, ...'为 是 至少 最长 最短 达 达到 ：'.split(' ')])
/** 每周开放时间不低于40小时: how much of each week, no limit. */
const OPEN =
  /(?<=每(?:个)?[年月周天日][^，。；：、\d]{0,8}(?:开放|服务|营业|运行|值班|坐诊|接诊)(?:的)?(?:总)?(?:时间|时长)(?:为|达到|应|要|须|均)?)/y
const AHEAD =
  /(?<=(提前|提早|(?<![之以此目年月日天学])前|(?<=[^\s\d零一二三四五六七八九十两几多数半近今昨明即往每次当同翌前后之平周假节生作]日)前) ?)/y
const NEXT = /(?<=(未来|今后)(?:的)?)/y
const USING = /(?<=(用|利用|经过|通过|花|以) ?)/y
const FULL = /(?<=满 ?)/y
const PAST = /(?<=(?:近|过去|最近|前|这|上|首|头|每|第|学前|同一|同|隔|逾|当|初|(?<!最)高|大学?|往届|毕业) ?)/y
/** 三年行动, 三年计划: a name. */
const NAMED =
  /(?:行动|规划|计划|攻坚|方案|滚动|发展纲要|一贯制|来|以来|毛入园|免费|义务|高职|专科|本科|左右的?历史|期(?:以上)?(?:国债|贷款|LPR|学制))/y
const EVENT =
  /(?<=(?:自|从|在|应当?在|于|须在|应于|[，。；、]|^)([^，。；：、（）()]{2,26}?)(?:之日起?|之时起|当日起|次日起|起|后|以后|之后|(?<=结束|届满|完成|终了|期满))(?:的|第)?(?:，)?)/y

/** The limit or period that begins with the number `numbers[i]`; undefined where it is no time, or an attribute (15年免费教育). */
export function lastingAt(block: Block, i: number): Deadline | undefined {
  const {text, tokens} = block
  const first = tokens.numbers[i]!
  if (first.plain && first.value >= 1900 && first.value < 2200 && first.end - first.start === 4) return undefined
  if (text[first.start - 1] === '第') return undefined
  if (!MAY_LAST(text.charCodeAt(first.end))) return undefined
  const amount = readAmount(text, tokens.numbers, i, at => endAt(UNIT, text, at))
  if (!amount) return undefined
  const unit = text.slice(amount.unitStart, amount.unitEnd).trim()
  const months = unit === '年' ? MONTHS.exec(text.slice(amount.unitEnd, amount.unitEnd + 6)) : null
  if (months)
    return governed(
      block,
      {...amount, end: amount.unitEnd + months[0].length, unitEnd: amount.unitEnd + months[0].length},
      `P${amount.value}Y${readNumeral(months[1]!)}M`,
      unit,
    )
  const duration = durationOf(amount, unit)
  if (!duration || (unit === '月' && text[amount.unitEnd] !== '内')) return undefined
  if ((unit === '小时' || unit === '个小时') && matchAt(OPEN, text, amount.start)) return undefined
  return governed(block, amount, duration, unit)
}

/** 4年8个月. */
const MONTHS = /^(?:零)?(\d{1,2}|[一二三四五六七八九十]{1,2})个月/

/** P3Y, P3Y..P6Y, PT24H, P1Y6M. */
function durationOf(amount: Amount, unit: string): string | undefined {
  const of = (n: number): string | undefined => isoDuration(n, unit.replace('个', ''))
  const low = of(amount.value)
  if (amount.upper === null || !low) return low
  const high = of(amount.upper)
  return high && `${low}..${high}`
}

function isoDuration(n: number, unit: string): string | undefined {
  if (unit === '年半') return `P${n}Y6M`
  if (unit === '半月') return `P${n}M15D`
  if (unit === '小时') return `PT${n}H`
  if (unit === '分钟') return `PT${n}M`
  if (!Number.isInteger(n) && unit === '年') return `P${n * 12}M`
  const letter = LETTERS[unit]
  return letter && `P${n}${letter}`
}

function governed(block: Block, amount: Amount, duration: string, unit: string): Deadline | undefined {
  const {text} = block
  const {start, end, comparator, numbers} = amount
  const precision = unit.endsWith('工作日') || unit.endsWith('交易日') ? ('working-day' as const) : null
  const make = (relation: Deadline['relation'], from: number, to: number, more: Limit = NO_LIMIT): Deadline =>
    deadlineOf({
      relation,
      span: {start: from, end: to},
      numbers,
      comparator: more.comparator ?? comparator,
      duration,
      precision,
      start: more.start,
      end: more.end,
      event: more.event,
    })

  const within = opensWithin(text.charCodeAt(amount.unitEnd)) ? endAt(WITHIN, text, amount.unitEnd) : -1
  if (within > 0)
    return isPast(text, start) ? undefined : make('within', start, within, limitFrom(block, start, duration))
  const before = text.charCodeAt(start - 1)
  const ahead = endsAhead(before) ? matchAt(AHEAD, text, start) : null
  if (ahead) {
    const from = text.lastIndexOf(ahead[1]!, start)
    return make('before', from, end, {event: eventBefore(text, from)})
  }
  if (isPast(text, start)) return undefined
  const after = text.charCodeAt(end)
  const prior = opensPrior(after) ? endAt(PRIOR, text, end) : -1
  if (prior > 0) {
    const event = PRIOR_EVENT.exec(text.slice(Math.max(0, start - 26), start))?.[1]
    if (event) return make('before', start, prior, {event})
    if (matchAt(EVENT, text, start) === null) return undefined
  }
  const later = opensLater(after) ? endAt(LATER, text, end) : -1
  if (later > 0) {
    const full = matchAt(FULL, text, start) !== null
    return make('from', start, later, {event: eventAt(text, start), comparator: full ? '=' : comparator})
  }
  const lasting = lastingBefore(text, amount.numberStart) || lastingBefore(text, start)
  if (lasting) return make('for', text.lastIndexOf(lasting, start), end, validity(block, lasting, duration))
  const next = endsNext(before) ? matchAt(NEXT, text, start) : null
  if (next) return make('for', text.lastIndexOf(next[1]!, start), end)
  const time = opensTime(after) ? endAt(TIME, text, end) : -1
  if ((time > 0 || amount.upper !== null) && endsUsing(before) && matchAt(USING, text, start))
    return make('within', start, time > 0 ? time : end)
  if (opensNamed(after) && endAt(NAMED, text, end) >= 0) return undefined
  // 近三年 is the three years past, not about three.
  if (text[start] === '近') return undefined
  if (comparator !== '=' || (amount.upper !== null && end > amount.unitEnd)) return make('for', start, end)
  return opensPenalty(after) && endAt(PENALTY, text, end) >= 0 ? make('for', start, end) : undefined
}

/** 有效期届满三十日前, 会议召开十日前. */
const PRIOR_EVENT =
  /(?:^|[，。；：、（在于])([^，。；：、（）在于]{0,16}(?:届满|期满|召开|举行|开始|开工|施行|实施|到期|终止|开庭|投票|选举|换届|生效|离职|上市|出境|考试|竣工|完工|交付|使用|变更|停业|停水|停电|施工))$/

/** What may be told of a limit beside its length. */
type Limit = Partial<Pick<Deadline, 'start' | 'end' | 'event' | 'comparator'>>
const NO_LIMIT: Limit = {}

// What the patterns begin or, before the number, end with.
const opensWithin = charset('以之内')
const endsAhead = charset(' 前早')
const opensPrior = charset('之以前')
const opensLater = charset('之以后')
const endsNext = charset('的来后')
const opensTime = charset('的时左')
const endsUsing = charset(' 用过以花')
const opensNamed = charset('行规计攻方滚发一来以毛免义高专本左期')
const opensPenalty = charset('有拘管以')
const endsPast = charset(' 近去最前这上首头每第同一隔逾当初高大学业届')

/** 任期 in 任期一般为: the word that tells how long something lasts, with what may follow it before the number. */
function lastingBefore(text: string, at: number): string {
  const end = text[at - 1] === ' ' ? at - 1 : at
  const being = BEING.before(text, end)
  return (being && usuallyBefore(text, end - being.length)) || usuallyBefore(text, end)
}

function usuallyBefore(text: string, end: number): string {
  const usually = USUALLY.before(text, end)
  return (usually && fullBefore(text, end - usually.length)) || fullBefore(text, end)
}

const fullBefore = (text: string, end: number): string =>
  (text[end - 1] === '满' && LASTING.before(text, end - 1)) || LASTING.before(text, end)

const PENALTY = /(?:有期徒刑|拘役|拘留|管制|以上)/y
const isPast = (text: string, start: number): boolean =>
  endsPast(text.charCodeAt(start - 1)) && matchAt(PAST, text, start) !== null

/** 事后三日内 names no event, and 自1990年起五年内 tells a year. */
function eventAt(text: string, start: number): string | null {
  const event = matchAt(EVENT, text, start)?.[1]?.replace(/^(?:自|从|在|于|但|并|应当|应|可以|可){1,3}/, '') ?? ''
  return event.length < 2 || /^[\d一二三四五六七八九○〇零]{4}年/.test(event) ? null : event
}

/** 在评价前10天: what stands before 前; 提前6个月: the last event that the sentence spoke of. */
function eventBefore(text: string, at: number): string | null {
  const direct =
    text[at] === '前'
      ? /(?:[在于自为，。；、）]|^)(?:以|应当?|须|或者)?([^，。；、在于为）]{2,20})$/.exec(
          text.slice(Math.max(0, at - 24), at),
        )
      : null
  if (direct) return direct[1]!
  const sentence = text
    .slice(Math.max(0, at - 60), at)
    .split('。')
    .at(-1)!
  return [...sentence.matchAll(EVENTS)].at(-1)?.[0] ?? null
}

/** 自印发之日起30日内 counts from the document's own day, where it has one. */
function limitFrom({text, place}: Block, start: number, duration: string): Limit {
  const event = eventAt(text, start)
  if (!event || !place.document.issued || !OWN_DAY.test(event)) return {event}
  return {event, ...calendarOf(place.document.issued, duration)}
}

/** 有效期3年 beside 自印发之日起施行: from that day to the eve of its third return. */
function validity({text, place}: Block, word: string, duration: string): Limit {
  if (!word.startsWith('有效期') || !place.document.issued) return NO_LIMIT
  const own = /自([^，。；自]{0,10}(?:印发|发布|公布|颁布))之日起/.exec(text)
  if (!own || !OWN_DAY.test(own[1]!)) return NO_LIMIT
  const end = calendarOf(place.document.issued, duration).end
  return end ? {start: place.document.issued, end: shiftDate(end, {days: -1}), event: own[1]!} : {}
}

function calendarOf(day: string, duration: string): {start: string | null; end: string | null} {
  const parts = /^P(\d{1,4})([YMWD])$/.exec(duration)
  if (!parts) return {start: null, end: null}
  const n = Number(parts[1])
  const by = {Y: {years: n}, M: {months: n}, W: {days: 7 * n}, D: {days: n}}[parts[2] as 'Y' | 'M' | 'W' | 'D']
  return {start: day, end: shiftDate(day, by)}
}
