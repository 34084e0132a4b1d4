/** 三年 · 三至六年 · 15个工作日 · 4年8个月 → P3Y · P3Y..P6Y · P15D · P4Y8M, where they limit something. */
import {charset} from '../../text/charset.ts'
import {endAt, matchAt} from '../../text/match.ts'
import {type Numeral, readNumeral} from '../../text/numerals.ts'
import {type Amount, readAmount} from '../amount.ts'
import type {Block} from '../block.ts'
import type {Deadline} from './finding.ts'
import {governed} from './senses.ts'

const UNIT =
  / ?(?:个)?(?:年半|个半月|半月|半小时|小时半|[天日]半|(?<=个)季度|多?(?:年|月|星期|周|天|小时)(?=[之以]?[后内前])|工作日|交易日|日历[日天]|自然日|年(?!制|级|[初度底末]|一贯|代|轻|龄|限|薪|报)|月(?![底末初饼嫂报]|\d)|星期|周(?![岁年期边长])|(?<![月个])日(?![常用报元均])|天(?![然津])|小时|分钟)/y
const lengthEnd = (text: string, at: number): number => endAt(UNIT, text, at)
/** What stands after a number that may be a time: a unit, or the middle of a range. */
const MAY_LAST = charset(' 多自个年月周日天小分星工交半-—–－−~～至到')
const LETTERS: Readonly<Record<string, string>> = {
  年: 'Y',
  月: 'M',
  星期: 'W',
  周: 'W',
  日: 'D',
  天: 'D',
  工作日: 'D',
  交易日: 'D',
  日历日: 'D',
  日历天: 'D',
  自然日: 'D',
}
/** 每周开放时间不低于40小时: how much of each week, no limit. */
const OPEN =
  /(?<=每(?:个)?[年月周天日][^，。；：、\d]{0,8}(?:开放|服务|营业|运行|值班|坐诊|接诊)(?:的)?(?:总)?(?:时间|时长)(?:为|达到|应|要|须|均)?)/y

/** The limit or period that begins with the number `numbers[i]`; undefined where it is no time, or an attribute (15年免费教育). */
export function lastingAt(block: Block, i: number): Deadline | undefined {
  const {text, tokens} = block
  const first = tokens.numbers[i]!
  if (first.plain && first.value >= 1900 && first.value < 2200 && first.end - first.start === 4) return undefined
  if (text[first.start - 1] === '第') return undefined
  if (!MAY_LAST(text.charCodeAt(first.end))) return undefined
  const amount = readAmount(text, tokens.numbers, i, lengthEnd)
  if (!amount) return undefined
  const written = text.slice(amount.unitStart, amount.unitEnd).trim()
  const unit = written.replace('多', '')
  const rest = amount.upper === null ? restOf(text, amount, unit) : undefined
  if (rest) return governed(block, {...amount, end: rest.end, unitEnd: rest.end}, rest.duration, unit)
  const bounded = boundedAbove(text, tokens.numbers[i + 1], amount, unit)
  if (bounded) return governed(block, bounded.amount, bounded.duration, unit)
  const duration = durationOf(amount, unit)
  if (!duration || (unit === '月' && text[amount.unitEnd] !== '内')) return undefined
  if ((unit === '小时' || unit === '个小时') && matchAt(OPEN, text, amount.start)) return undefined
  if (unit === '年' && isSchooling(text, amount.start)) return undefined
  const over = unit !== written && amount.comparator === '='
  return governed(block, over ? {...amount, comparator: '>'} : amount, duration, unit)
}

/** 平均受教育年限超过15年, 巩固率和受教育年限分别达到99%和13.5年以上: years that are measured limit nothing. */
export const isSchooling = (text: string, at: number): boolean =>
  SCHOOLING.test(text.slice(Math.max(0, at - (joinsLast(text.charCodeAt(at - 1)) ? 120 : 16)), at))
const SCHOOLING = /受?教育年限(?:[^，。；、\d]{0,8}|[^。]{0,90}分别[^，。；]{0,40}[、和及])$/
const joinsLast = charset('、和及')

/** 4年8个月, 3周零2天, 1小时30分钟: what a smaller unit adds, by the first one's; weeks and days are told in days. */
const RESTS: Readonly<Record<string, readonly [unit: RegExp, duration: (n: number, more: number) => string]>> = {
  年: [/个月/y, (n, more) => `P${n}Y${more}M`],
  个月: [/[天日]/y, (n, more) => `P${n}M${more}D`],
  周: [/[天日]/y, (n, more) => `P${7 * n + more}D`],
  天: [/个?小时/y, (n, more) => `P${n}DT${more}H`],
  小时: [/分钟?(?!之)/y, (n, more) => `PT${n}H${more}M`],
}
const REST = /[零又]?(\d{1,2}|[一二两三四五六七八九十]{1,3}) ?/y
const opensRest = charset('零又0123456789一二两三四五六七八九十')

function restOf(text: string, {value, unitEnd}: Amount, unit: string): {end: number; duration: string} | undefined {
  if (!opensRest(text.charCodeAt(unitEnd)) || !Number.isInteger(value)) return undefined
  const [last, told] = RESTS[unit] ?? RESTS[unit.replace('个', '').replace('星期', '周')] ?? []
  const more = last ? matchAt(REST, text, unitEnd) : null
  const end = more ? endAt(last!, text, unitEnd + more[0].length) : -1
  return end < 0 ? undefined : {end, duration: told!(value, readNumeral(more![1]!)!)}
}

/** 六个月以上三年以下: the second bound is told in another unit. */
function boundedAbove(
  text: string,
  next: Numeral | undefined,
  low: Amount,
  unit: string,
): {amount: Amount; duration: string} | undefined {
  if (!next || low.comparator !== '>=' || low.upper !== null || next.start !== low.end) return undefined
  const unitEnd = endAt(UNIT, text, next.end)
  const end = unitEnd < 0 ? -1 : endAt(BELOW, text, unitEnd)
  if (end < 0 || low.end === low.unitEnd) return undefined
  const from = isoDuration(low.value, unit.replace('个', ''))
  const to = isoDuration(next.value, text.slice(next.end, unitEnd).trim().replace('个', ''))
  if (!from || !to) return undefined
  // An upper bound of its own value would be read as years where months were said: only the length tells it.
  return {amount: {...low, end, unitEnd, comparator: '=', upper: low.value}, duration: `${from}..${to}`}
}
const BELOW = /以[下内]/y

/** P3Y, P3Y..P6Y, PT24H, P1Y6M. */
function durationOf(amount: Amount, unit: string): string | undefined {
  const of = (n: number): string | undefined => isoDuration(n, unit.replace('个', ''))
  const low = of(amount.value)
  if (amount.upper === null || !low) return low
  const high = of(amount.upper)
  return high && `${low}..${high}`
}

function isoDuration(n: number, unit: string): string | undefined {
  if (unit === '季度') return `P${3 * n}M`
  if (unit === '半小时' || unit === '小时半') return `PT${n}H30M`
  if (unit === '天半' || unit === '日半') return `P${n}DT12H`
  if (unit === '年半') return `P${n}Y6M`
  if (unit === '半月') return `P${n}M15D`
  if (unit === '小时') return `PT${n}H`
  if (unit === '分钟') return `PT${n}M`
  if (!Number.isInteger(n) && unit === '年') return Number.isInteger(n * 12) ? `P${n * 12}M` : undefined
  const letter = LETTERS[unit]
  return letter && `P${n}${letter}`
}
