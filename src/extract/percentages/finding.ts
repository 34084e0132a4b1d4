/** An amount in percent → a finding, with what it is a part of: 不低于当年公用经费的5% → >= 5, base 当年公用经费. */
import {charset} from '../../text/charset.ts'
import {matchAt} from '../../text/match.ts'
import type {Amount} from '../amount.ts'
import type {FindingOf} from '../block.ts'
import {compared, comparingBefore, NO} from '../data/comparators.ts'

export type Percentage = FindingOf<'percentage'>

/** 占总数的, 不低于当年公用经费的: what the percentage is a part of. */
const BASE =
  /(?<=(?:占|为|达到?|达|按照?|以|于|过|等于|多于|少于|取得|提取|减按|降至|增至|收取)((?:[^，。；：、（）()\d%的]|的(?=[^，。；]{1,12}的)){2,24}?)的(?:比例为?)? ?)/y
/** 不超过项目投资额50%: the same without 的. */
const PLAIN_BASE = new RegExp(
  `(?<=(${NO}(?:低于|少于|超过|高于)|超过|低于|不足|不及)((?:其|该)?[^，。；：、（）()\\d%《》不]{2,20}?)(?:的)? ?)`,
  'y',
)

/** 处销售金额百分之五十以上: the sum itself stands before the share. */
const SUM_BEFORE =
  /(?:^|[，。；：、（处付以照按超过达]|[为至到的])((?:(?!处|支付|超过)(?:标的|[^，。；：、（）()\d%《》的处付])){0,12}?(?:总额|金额|数额|价额|总价款|总价|价款|总数|总量|总人数|投资额|违法所得|总面积|总收入|工资))$/
/** What leads to the sum and is no part of it. */
const SAID = /^.{0,20}(?:过|按照?|依照?|以|占|于|支付|征收|在(?=[其该]))(?:其|该)?(?=.{2})/
const endsSum = charset('额价款数量得积入资')

/** A share that has no end as a percentage is given with six decimals: 三分之一 is 33.333333. */
export const rounded = (share: number): number => Number(share.toFixed(6))

/** `times` is 10 for tenths (三成). */
export function percentageOf(text: string, amount: Amount, unit: Percentage['unit'], times = 1): Percentage {
  const base = baseOf(text, amount)
  const compares = base?.word && amount.comparator === '=' && amount.upper === null
  return {
    kind: 'percentage',
    span: {start: compares ? base.start : amount.start, end: amount.end},
    numbers: amount.numbers,
    comparator: compares ? compared(base.word!) : amount.comparator,
    value: amount.value * times,
    upper: amount.upper === null ? null : amount.upper * times,
    unit,
    base: base?.of ?? null,
  }
}

/** What the percentage is a part of, and the comparing word before that: 不低于 + 当年公用经费 + 的. */
function baseOf(text: string, amount: Amount): {of: string; word: string | undefined; start: number} | undefined {
  const of = matchAt(BASE, text, amount.start)?.[1]
  if (of) {
    const word = comparedBefore(text, amount.start - of.length - 1)
    return {of, word: word?.text, start: word?.start ?? amount.start}
  }
  const plain = amount.comparator === '=' ? matchAt(PLAIN_BASE, text, amount.start) : null
  if (!plain && endsSum(text.charCodeAt(amount.start - 1))) {
    const sum = SUM_BEFORE.exec(text.slice(Math.max(0, amount.start - 24), amount.start))?.[1]
    if (sum) return {of: sum.replace(SAID, ''), word: undefined, start: amount.start}
  }
  if (!plain || /[了为将使由]|在(?![编校册岗职园读学])|[^公投]入$/.test(plain[2]!)) return undefined
  return {of: plain[2]!, word: plain[1], start: text.lastIndexOf(plain[1]!, amount.start)}
}

/** The comparing word that ends near where the base begins. */
function comparedBefore(text: string, at: number): {text: string; start: number} | undefined {
  for (const end of [at, at - 1, at + 1]) {
    const word = end > 0 ? comparingBefore(text, end) : ''
    if (word && word !== '上' && word !== '近' && word !== '约') return {text: word, start: text.lastIndexOf(word, end)}
  }
  return undefined
}
