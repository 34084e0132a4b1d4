/** “十四五”期间 → during 2021/2025 · 每学期 → every 学期 · 自印发之日起施行 → from, event 印发 · 半年内 → within P6M. */
import {charset, holdsAny} from '../../text/charset.ts'
import {endAt, matchAt} from '../../text/match.ts'
import {numeralAt} from '../../text/numerals.ts'
import type {Block} from '../block.ts'
import {compared, comparingBefore} from '../data/comparators.ts'
import {OWN_DAY, PLANS, planYears, RHYTHMS} from '../data/periods.ts'
import {withoutYear} from './dated.ts'
import {type Deadline, deadlineOf} from './finding.ts'
import {afterConnector} from './interval.ts'
import {halfAt, yearEnd} from './relative.ts'
import {lastingBefore} from './terms.ts'

const PLAN = new RegExp(`(?<=(到|至|在|从|自)?([“"‘]?(${PLANS})[”"’]?)(?:规划|计划)?(时)?)`, 'y')
const PLAN_PART = /(期间|期末|期内|期|末期?|初期?|以来)/y
const WORDS = Object.keys(RHYTHMS)
  .sort((a, b) => b.length - a.length)
  .join('|')
const RHYTHM = new RegExp(
  `每(?:个|一个?)?(${WORDS}|半个?月)(?![级轮制均历龄薪]|(?<=周)[一二三四五六日](?:[至到、和]|[上下]午))`,
  'y',
)
/** 逐年, 分年度: every year, in other words. */
const YEARLY = /逐年|[分按]年度/y
const COUNTED = / ?个?(?:(年)|(月)|(周|星期)|([天日]))(?![级制])/y
const LETTERS = ['Y', 'M', 'W', 'D']
const SINCE_EVENT =
  /自([^，。；：（）()]{2,24}?)(?:之日起|之日(?![起前])|(?<=[布发过准])日)(?!计算[）)]| ?(?:[第\d]|[一二三四五六七八九十]{1,3}(?:个|日|年|天)))(?:正式)?(?:施行|实施|执行|生效|起施行)?/y
const HALF = /半(年|个月|月|个?小时)(?:(以内|之内|内)|(以上)|(以下))?/y

const READERS: readonly (readonly [cues: string, read: (block: Block, cue: number) => Deadline | undefined])[] = [
  ['期初以', planned],
  ['末', (block, cue) => planned(block, cue) ?? yearEnd(block, cue)],
  ['底', yearEnd],
  ['每', recurring],
  ['逐分按', yearly],
  ['自', starting],
  ['半', (block, cue) => half(block, cue) ?? halfOfYear(block, cue)],
]
const READER = new Map(READERS.flatMap(([cues, read]) => [...cues].map(cue => [cue.charCodeAt(0), read])))

/** The deadline that the cue at `cue` carries without a date of its own. */
export const namedAt = (block: Block, cue: number): Deadline | undefined =>
  READER.get(block.text.charCodeAt(cue))?.(block, cue)

/** Every plan is named by 五; 规划, 时 and a quotation mark may stand behind it. */
const mayBePlan = (text: string, cue: number): boolean => holdsAny(isFive, text, cue - 5, cue)
const isFive = charset('五')
const isYear = charset('年')
const isDay = charset('日')

/** 比“九五”末增加: what is compared with. */
const COMPARED = /[比较]$/

function planned({text}: Block, cue: number): Deadline | undefined {
  const plan = mayBePlan(text, cue) ? matchAt(PLAN, text, cue) : null
  const part = plan && matchAt(PLAN_PART, text, cue)
  if (!plan || !part || (part[1] === '期' && !plan[4])) return undefined
  if (part[1]!.includes('末') && COMPARED.test(text.slice(0, text.lastIndexOf(plan[2]!, cue)).slice(-1)))
    return undefined
  const [first, last] = planYears(plan[3]!)
  const start = text.lastIndexOf(plan[2]!, cue)
  const end = cue + part[0].length
  const numbers = Array.from({length: cue - start}, (_, i) => start + i)
  if (part[1]!.includes('末')) {
    const edtf = `${last}`
    return deadlineOf({
      relation: 'by',
      span: {start: plan[1] ? start - 1 : start, end},
      numbers,
      edtf,
      end: `${last}-12-31`,
      precision: 'year',
    })
  }
  if (part[1]!.startsWith('初') || part[1] === '以来')
    return deadlineOf({
      relation: 'from',
      span: {start, end},
      numbers,
      edtf: `${first}`,
      start: `${first}-01-01`,
      precision: 'year',
    })
  return deadlineOf({
    relation: 'during',
    span: {start, end},
    numbers,
    edtf: `${first}/${last}`,
    start: `${first}-01-01`,
    end: `${last}-12-31`,
    precision: 'period',
  })
}

function recurring({text}: Block, cue: number): Deadline | undefined {
  const word = matchAt(RHYTHM, text, cue)
  if (word)
    return deadlineOf({
      relation: 'every',
      span: {start: cue, end: cue + word[0].length},
      every: RHYTHMS[word[1]!] ?? 'P15D',
    })
  return counted(text, cue)
}

/** 每两年, 每隔三年, 每3～5年, 每两三年. */
function counted(text: string, cue: number): Deadline | undefined {
  const first = numeralAt(text, text[cue + 1] === '隔' ? cue + 2 : cue + 1)
  if (!first || first.bare || (text[cue + 1] === '隔' && first.value < 2)) return undefined
  const connector = afterConnector(text, first.end)
  const second = connector < 0 ? undefined : numeralAt(text, connector)
  const last = second && second.value > first.value ? second : first
  const unit = matchAt(COUNTED, text, last.end)
  if (!unit) return undefined
  const letter = LETTERS[unit.slice(1).findIndex(Boolean)]
  const upper = last === first ? first.upper : last.value
  const every = upper === null ? `P${first.value}${letter}` : `P${first.value}${letter}..P${upper}${letter}`
  const span = {start: cue, end: last.end + unit[0].length}
  return deadlineOf({relation: 'every', span, numbers: [first.start, last.start], every})
}

function yearly({text}: Block, cue: number): Deadline | undefined {
  const end = isYear(text.charCodeAt(cue + 1)) ? endAt(YEARLY, text, cue) : -1
  return end < 0 ? undefined : deadlineOf({relation: 'every', span: {start: cue, end}, every: 'P1Y'})
}

/** The own day of the document is the day of its 印发; any other event stays without a date. */
function starting({text, place}: Block, cue: number): Deadline | undefined {
  const found = holdsAny(isDay, text, cue + 3, cue + 28) ? matchAt(SINCE_EVENT, text, cue) : null
  if (!found) return undefined
  const own = OWN_DAY.test(found[1]!) ? place.document.issued : null
  return deadlineOf({
    relation: 'from',
    span: {start: cue, end: cue + found[0].length},
    edtf: own,
    start: own,
    precision: own ? 'day' : null,
    event: found[1]!,
  })
}

/** 上半年完成立项. */
function halfOfYear(block: Block, cue: number): Deadline | undefined {
  const date = halfAt(block.text, cue)
  return date && withoutYear(block, date)
}

function half({text}: Block, cue: number): Deadline | undefined {
  const end = endAt(HALF, text, cue)
  const found = end > 0 ? matchAt(HALF, text, cue) : null
  if (!found || /[一二两三四五六七八九年个上下近前\d]/.test(text[cue - 1] ?? '')) return undefined
  const span = {start: cue, end}
  const duration = found[1] === '年' ? 'P6M' : found[1]!.endsWith('时') ? 'PT30M' : 'P15D'
  if (found[2]) return deadlineOf({relation: 'within', span, duration})
  const word = found[3] || found[4] ? '' : lastingBefore(text, cue)
  if (word !== '') {
    const said = comparingBefore(text, cue)
    const comparator = said === '' ? '=' : compared(said)
    return deadlineOf({relation: 'for', span: {start: text.lastIndexOf(word, cue), end}, duration, comparator})
  }
  if (!found[3] && !found[4]) return undefined
  return deadlineOf({relation: 'for', span, duration, comparator: found[3] ? '>=' : '<='})
}
