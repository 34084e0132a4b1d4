/** A length of time in its sentence → what it limits: 三年内 within · 提前6个月 before · 满5年后 from · 任期一般为三至六年 for. */
import {charset} from '../../text/charset.ts'
import {endAt, matchAt} from '../../text/match.ts'
import type {Amount} from '../amount.ts'
import type {Block} from '../block.ts'
import {EVENT, eventAt, eventBefore, type Limit, limitFrom, NO_LIMIT, validity} from './events.ts'
import {type Deadline, deadlineOf} from './finding.ts'
import {lastingBefore, termEnd} from './terms.ts'

const WITHIN = /(?:以内|之内|内(?![部容涵外地控心蒙设科需业置]|在(?:质量|素质|动力|要求|联系|逻辑|规律|需求|机制)))/y
const PRIOR = /(?:之前|以前|前)(?![期述三沿景])/y
const LATER = /(?:之后|以后|后)(?![勤续期备])/y
const TIME = /(?:的)?(?:时间|左右(?:的)?时间)/y
const AHEAD =
  /(?<=(提前|提早|(?<![之以此目年月日天学])前|(?<=[^\s\d零一二三四五六七八九十两几多数半近今昨明即往每次当同翌前后之平周假节生作]日)前) ?)/y
const NEXT = /(?<=(未来|今后)(?:的)?)/y
const USING = /(?<=(用|利用|经过|通过|花|以) ?)/y
const FULL = /(?<=满 ?)/y
const PAST =
  /(?<=(?:近|过去|最近|前|这|(?<!原则|基本|总体|事实|实际)上|首|头|每|第|学前|同一|同|隔|逾|当|初|(?<!最)高|大学?|往届|毕业) ?)/y
/** 三年行动, 三年计划: a name. */
const NAMED =
  /(?:行动|规划|计划|攻坚|方案|滚动|发展纲要|一贯制|来|以来|毛入园|免费|义务|高职|专科|本科|左右的?历史|期(?:以上)?(?:国债|贷款|LPR|学制))/y

/** A length of time in its sentence. */
interface Length {
  readonly block: Block
  readonly amount: Amount
  /** ISO 8601. */
  readonly duration: string
  readonly unit: string
  /** The characters on either side. */
  readonly before: number
  readonly after: number
}

/** One way in which a length limits something; null where it tells that the length limits nothing, undefined nothing. */
type Sense = (length: Length) => Deadline | null | undefined

/** 三年内, but not 三年内容; 6个月内婴儿 says how old they are. */
const within: Sense = length => {
  const {block, amount, duration} = length
  const {start, unitEnd} = amount
  const end = opensWithin(block.text.charCodeAt(unitEnd)) ? endAt(WITHIN, block.text, unitEnd) : -1
  if (end < 0) return undefined
  if (block.text[end] === '婴' && /[月周天日]$/.test(length.unit)) return null
  const event = RUNNING_OUT.exec(block.text.slice(Math.max(0, start - 24), start))?.[1]
  if (event) return made(length, 'within', start, end, {event})
  if (block.text[start] === '近') return null
  return isPast(block.text, start) ? null : made(length, 'within', start, end, limitFrom(block, start, duration))
}
/** 有效期届满前一个月内: the last of what runs out. */
const RUNNING_OUT = /(?:^|[，。；：、（在于])([^，。；：、（）在于]{0,16}(?:届满|期满|到期|期限|截止)前)$/

/** 提前6个月, 换届前3个月. */
const ahead: Sense = length => {
  const {text} = length.block
  const {start, end} = length.amount
  const found = endsAhead(length.before) ? matchAt(AHEAD, text, start) : null
  if (!found || (length.unit === '年' && found[1] === '前' && FIRST_YEARS.test(text.slice(end, end + 4))))
    return undefined
  if (YEARS_PAST.test(text.slice(Math.max(0, start - 4), end))) return undefined
  const from = text.lastIndexOf(found[1]!, start)
  return made(length, 'before', from, end, {event: eventBefore(text, from)})
}

/** 前三年100%，后两年50%: the first of the years that something is given. */
const FIRST_YEARS = /^(?:[，、]?(?:\d|后[一两二三四五\d]年|每年|当年|分别|给|免|减|全额|按|享)|内|的[^，])/
/** 结合前三年的经验: the years that have been. */
const YEARS_PAST = /(?:^|结合|根据|按照?|总结|借鉴|参照|较|比|对|在|和|及|与|[，。；、])前[\d一二两三四五]{1,2}年$/

/** 近三年, 前两年 */
const past: Sense = ({block, amount}) => (isPast(block.text, amount.start) ? null : undefined)

/** 届满三十日前, 自受理之日起十日前; the event is named before the length. */
const prior: Sense = length => {
  const {text} = length.block
  const {start, end} = length.amount
  const to = opensPrior(length.after) ? endAt(PRIOR, text, end) : -1
  if (to < 0) return undefined
  const event = PRIOR_EVENT.exec(text.slice(Math.max(0, start - 26), start))?.[1]
  if (event) return made(length, 'before', start, to, {event})
  return matchAt(EVENT, text, start) === null ? null : undefined
}

/** 满5年后, 公布三十日后. */
const later: Sense = length => {
  const {text} = length.block
  const {start, end, comparator} = length.amount
  const to = opensLater(length.after) ? endAt(LATER, text, end) : -1
  if (to < 0) return undefined
  const full = matchAt(FULL, text, start) !== null
  return made(length, 'from', start, to, {event: eventAt(text, start), comparator: full ? '=' : comparator})
}

/** 任期一般为三至六年, 有效期满2年. */
const lasting: Sense = length => {
  const {block, amount, duration} = length
  const word = lastingBefore(block.text, amount.numberStart) || lastingBefore(block.text, amount.start)
  if (!word) return undefined
  return made(length, 'for', block.text.lastIndexOf(word, amount.start), amount.end, validity(block, word, duration))
}

/** 自收到复核申请之日起15个工作日组织复核: within them, though 内 is left out. */
const counting: Sense = length => {
  const {block, amount, duration} = length
  const late =
    length.before === AFTERWARDS ? LATEST.exec(block.text.slice(Math.max(0, amount.start - 28), amount.start)) : null
  if (late) return made(length, 'within', amount.start, amount.end, {event: late[1]!})
  if (
    length.before !== RISES ||
    amount.comparator !== '=' ||
    !/之[日时]起$/.test(block.text.slice(Math.max(0, amount.start - 3), amount.start))
  )
    return undefined
  if (VALID.test(block.text.slice(amount.end, amount.end + 4))) return labelled(length)
  return made(length, 'within', amount.start, amount.end, limitFrom(block, amount.start, duration))
}
/** 公告期限：自本公告发布之日起5个工作日. */
function labelled(length: Length): Deadline | undefined {
  const {block, amount, duration} = length
  const said = LABELLED.exec(block.text.slice(Math.max(0, amount.start - 40), amount.start))
  return said ? made(length, 'for', amount.start, amount.end, limitFrom(block, amount.start, duration)) : undefined
}
const LABELLED = /(?:期限?|时间)(?:为|：|:)?自[^，。；：]{2,26}起$/
const RISES = 0x8d77
const AFTERWARDS = 0x540e
/** 不晚于竣工验收后30日. */
const LATEST = /(?:不(?:应|得|能|可)?[晚迟]于|最迟(?:应|须)?(?:于|在)?)([^，。；：、（）]{2,20}?)(?:之?后|以后)$/
const VALID = /^(?:有效|以[上后]|[之以]?后|止|$|[，。；、）])/

/** 设置2年有效期, 三个月的过渡期. */
const termed: Sense = length => {
  const {end} = length.amount
  const to = termEnd(length.block.text, end)
  return to < 0 ? undefined : made(length, 'for', length.amount.start, to)
}

/** 未来三年, 今后五年的. */
const next: Sense = length => {
  const {text} = length.block
  const {start, end} = length.amount
  const found = endsNext(length.before) ? matchAt(NEXT, text, start) : null
  return found ? made(length, 'for', text.lastIndexOf(found[1]!, start), end) : undefined
}

/** 用3年时间, 利用三至五年 */
const using: Sense = length => {
  const {text} = length.block
  const {start, end, upper} = length.amount
  const time = opensTime(length.after) ? endAt(TIME, text, end) : -1
  if ((time < 0 && upper === null) || !endsUsing(length.before) || !matchAt(USING, text, start)) return undefined
  return made(length, 'within', start, time > 0 ? time : end)
}

/** 力争三年新建幼儿园20所. */
const pledged: Sense = length => {
  const {start, end, comparator} = length.amount
  if (comparator !== '=' || !endsPledge(length.before) || !/[年月]$/.test(length.unit)) return undefined
  const {text} = length.block
  const told = PLEDGE.test(text.slice(Math.max(0, start - 2), start)) && endAt(MAKES, text, end) >= 0
  return told ? made(length, 'within', start, end) : undefined
}
const PLEDGE = /(?:将|拟|力争|争取|计划|确保|准备)$/
const MAKES = /(?:内|累计|共|新建|新增|新改|改扩|改造|建成|建设|培养|培训|引进|投入|完成|实现|打造|消除|实施|招聘)/y

/** 两年一次, 三年一届: how often. */
const again: Sense = ({block: {text}, amount, duration, after}) => {
  const end = after === ONE && amount.comparator === '=' ? endAt(AGAIN, text, amount.end) : -1
  if (end < 0 || text[amount.start - 1] === '每') return undefined
  const span = {start: amount.start, end}
  return deadlineOf({relation: 'every', span, numbers: amount.numbers, every: duration})
}
const AGAIN = /一(?:次(?!性)|[届轮评选检换审测])/y
const ONE = 0x4e00

/** 三年行动计划; and 近三年 is the three years past, not about three. */
const named: Sense = ({block: {text}, amount: {start, end}, after}) =>
  (opensNamed(after) && endAt(NAMED, text, end) >= 0) || text[start] === '近' ? null : undefined

/** 不超过十二年, 三至六年: a length with a bound lasts; so does 五年以上有期徒刑. Hours of each day or week are counted, and so is how long a thing takes. */
const bounded: Sense = length => {
  const {start, end, comparator, upper, unitEnd} = length.amount
  const {text} = length.block
  if (/小时|分钟/.test(length.unit) && OF_EACH.test(text.slice(Math.max(0, start - 24), start))) return undefined
  const longest = endsLongest(length.before) ? LONGEST.exec(text.slice(Math.max(0, start - 8), start)) : null
  if (longest) return made(length, 'for', start - longest[0].length, end, {comparator: longest[1] ? '<=' : '>='})
  const isBounded = comparator !== '=' || (upper !== null && end > unitEnd)
  const isPenalty = opensPenalty(length.after) && endAt(PENALTY, length.block.text, end) >= 0
  return isBounded || isPenalty ? made(length, 'for', start, end) : undefined
}

const OF_EACH = /每(?:[次天日周月年节课人]|学期)[^，。；]{0,20}$|时长[^，。；]{0,4}$/
/** 租赁期最长可延长至20年. */
const LONGEST = /(?:(最长|最多)|最短|最少)(?:可以?|不得)?(?:延长[至到]|延至|享受|补贴|保[持留]|为)$/
const endsLongest = charset('至到受贴持留为')

/** In this order: the first that tells anything is believed. */
const SENSES: readonly Sense[] = [
  within,
  ahead,
  past,
  prior,
  later,
  counting,
  lasting,
  termed,
  next,
  using,
  pledged,
  again,
  named,
  bounded,
]

/** The deadline that a length of time makes, with `duration` in ISO 8601; undefined where it limits nothing. */
export function governed(block: Block, amount: Amount, duration: string, unit: string): Deadline | undefined {
  const {text} = block
  const before = text.charCodeAt(amount.start - 1)
  const length = {block, amount, duration, unit, before, after: text.charCodeAt(amount.end)}
  for (const sense of SENSES) {
    const told = sense(length)
    if (told !== undefined) return told ?? undefined
  }
  return undefined
}

function made(
  {amount, duration, unit}: Length,
  relation: Deadline['relation'],
  start: number,
  end: number,
  more: Limit = NO_LIMIT,
): Deadline {
  return deadlineOf({
    relation,
    span: {start, end},
    numbers: amount.numbers,
    comparator: more.comparator ?? amount.comparator,
    duration,
    precision: unit.endsWith('工作日') || unit.endsWith('交易日') ? 'working-day' : null,
    start: more.start,
    end: more.end,
    event: more.event,
  })
}

/** 有效期届满三十日前, 会议召开十日前. */
const PRIOR_EVENT =
  /(?:^|[，。；：、（在于])([^，。；：、（）在于]{0,16}(?:届满|期满|召开|举行|开始|开工|施行|实施|到期|终止|开庭|投票|选举|换届|生效|离职|上市|出境|考试|竣工|完工|交付|使用|变更|停业|停水|停电|施工))$/

// What the patterns begin or, before the number, end with.
const opensWithin = charset('以之内')
const endsAhead = charset(' 前早')
const opensPrior = charset('之以前')
const opensLater = charset('之以后')
const endsNext = charset('的来后')
const opensTime = charset('的时左')

const endsUsing = charset(' 用过以花')
const endsPledge = charset('将拟争取划保备')
const opensNamed = charset('行规计攻方滚发一来以毛免义高专本左期')
const opensPenalty = charset('有拘管以的行司')
const endsPast = charset(' 近去最前这上首头每第同一隔逾当初高大学业届')

const PENALTY = /的?(?:行政|司法)?(?:有期徒刑|拘役|拘留|管制|以上)/y
const isPast = (text: string, start: number): boolean =>
  endsPast(text.charCodeAt(start - 1)) && matchAt(PAST, text, start) !== null
