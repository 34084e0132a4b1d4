/** 分别超过2%、5% → both > · 分别增长4%、6%左右 → both ~ · 每生每年800元、700元 → both per [生, 年]: what a list of values says once holds for each. */
import {charset} from '../text/charset.ts'
import type {Finding, FindingOf} from './block.ts'

type Amounts = FindingOf<'percentage' | 'money' | 'quantity'>

/** Nothing but this stands between the values of one list. */
const JOIN = /^ ?(?:、|和|及|与|以及) ?$/
const LONGEST_JOIN = 4
/** 分别 before the first of them, a verb perhaps between. */
const EACH = /(?:分别|依次)[^，。；：、]{0,10}$/
const AFTER = /(?:以[上下内]|左右|上下)/
const opensJoin = charset(' 、和及与以')

/** The values in order, with the comparator and the rate of their list where they have none of their own. */
export function inSeries<T extends Amounts>(text: string, values: readonly T[]): T[] {
  const out = [...values]
  for (let from = 0, to = 1; from < out.length; from = to, to++) {
    while (to < out.length && joined(text, out[to - 1]!, out[to]!)) to++
    if (to - from > 1) out.splice(from, to - from, ...shared(text, out.slice(from, to)))
  }
  return out
}

function joined(text: string, last: Amounts, next: Amounts): boolean {
  const from = last.span.end
  return (
    last.unit === next.unit &&
    next.span.start - from <= LONGEST_JOIN &&
    opensJoin(text.charCodeAt(from)) &&
    JOIN.test(text.slice(from, next.span.start))
  )
}

function shared<T extends Amounts>(text: string, list: readonly T[]): T[] {
  const first = list[0]!
  const per =
    first.kind === 'percentage' || !text.slice(first.span.start, numberOf(first)).includes('每') ? [] : first.per
  const {start} = first.span
  const bound = EACH.test(text.slice(Math.max(0, start - 14), start)) || rises(text, list) ? boundOf(text, list) : '='
  const base = wholeBefore(text, first)
  return list.map(value => {
    const own = value.comparator !== '=' || value.upper !== null || isWhole(value, bound)
    const rated = per.length > 0 && value.kind !== 'percentage' && value.per.length === 0
    const whole = value.kind === 'percentage' && value.base === null ? base : null
    return {
      ...value,
      ...(own ? {} : {comparator: bound}),
      ...(rated ? {per: [...per]} : {}),
      ...(whole ? {base: whole} : {}),
    }
  })
}

/** 分别占全省的55%、59%: what the first is a part of, where that stands before it. */
const wholeBefore = (text: string, first: Amounts): string | null =>
  first.kind === 'percentage' &&
  first.base &&
  text.slice(Math.max(0, first.span.start - 30), numberOf(first)).endsWith(`${first.base}的`)
    ? first.base
    : null

/** 首次突破1000万元、2000万元、1亿元的: steps that rise or fall one by one, compared before the first of them. */
function rises(text: string, list: readonly Amounts[]): boolean {
  const first = list[0]!
  if (first.comparator === '=' || first.comparator === '~' || isAfter(text, first)) return false
  const up = list[1]!.value > first.value
  return list.every((v, i) => i === 0 || v.value > list[i - 1]!.value === up)
}

/** The comparator that stands once: in front of the first, or behind the last. */
function boundOf(text: string, list: readonly Amounts[]): Amounts['comparator'] {
  const first = list[0]!
  const last = list.at(-1)!
  const rest = list.slice(1)
  if (first.comparator !== '=') return rest.every(isPlain) && !isAfter(text, first) ? first.comparator : '='
  if (!list.slice(0, -1).every(isPlain) || !isAfter(text, last)) return '='
  return OTHER_BOUND.test(text.slice(last.span.end, last.span.end + 24)) ? '=' : last.comparator
}
/** 98%、95%、60%以上和15年以上: who marks two of a list marks each by itself. */
const OTHER_BOUND = /^ ?[、和及与][^，。；、]{1,18}(?:以[上下内]|左右)/

const isPlain = ({comparator}: Amounts): boolean => comparator === '='
const numberOf = ({numbers, span}: Finding): number => numbers?.[0] ?? span.start
const isAfter = (text: string, value: Amounts): boolean => AFTER.test(text.slice(numberOf(value), value.span.end))
/** 分别达到100%、95%以上: nothing is more than all. */
const isWhole = ({value, unit}: Amounts, bound: Amounts['comparator']): boolean =>
  unit === '%' && value === 100 && bound.startsWith('>')
