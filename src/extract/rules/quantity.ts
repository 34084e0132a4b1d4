/** 11所以上普通中小学品牌学校 → >= 11 所 · 2—3个专业群 → 2..3 个 · 特色学校100所 → 100 所 of 特色学校 · 每学期1次 → per [学期]. */
import {charset, holdsAny} from '../../text/charset.ts'
import {endAt, matchAt} from '../../text/match.ts'
import type {Numeral} from '../../text/numerals.ts'
import {type Amount, readAmount} from '../amount.ts'
import {type Block, type FactRule, type FindingOf, NONE} from '../block.ts'
import {compared, comparingBefore, endsWhole} from '../data/comparators.ts'
import {measureEnd} from '../data/measures.ts'
import {readPer, rhythmBefore} from '../per.ts'
import {aged} from '../quantities/ages.ts'
import {among} from '../quantities/among.ts'
import {colderBefore, signBefore} from '../quantities/below-zero.ts'
import {counted} from '../quantities/counted.ts'
import {isCited, isCount} from '../quantities/counts.ts'
import {inSeries} from '../series.ts'

type Quantity = FindingOf<'quantity'>

/** 至少建成1个, 最多报名2项: the comparing word stands before the verb. */
const AT_LEAST =
  /(?<=(至少|最少|最多|至多|不少于|不低于|不得(?:低于|少于|超过)|不超过|最大(?=可)|(?<![许认尽宁])可以?(?![以达容提扩新增实满覆服承形减节辐惠在分从按由向兴供]|证明|选择|再生|复[制用]|推广|持续|[回吸]收|穿戴|循环|移动|追溯|降解|支配|操作|借鉴|感知|编程|调[节控]|折叠|[视信控靠燃比行能变及]))[^，。；、：（）\d]{1,8})/y
const endsAtLeast = charset('少多于过可')
/** A skill or two, never thirteen: 掌握13项体育技能 was 1—3项 before a dash was lost. */
const SKILL = /(?<=(?:掌握|学会|具备|培养|拥有|参加)[^，。；\d]{0,4})/y
const SKILLED = /[项种门个](?:[^，。；]{0,8})(?:技能|特长|爱好|本领)/y
/** Counts of things outside names: the number, its measure word and the noun that is counted. */
export const quantity: FactRule = {
  id: 'quantity',
  find(block) {
    const {text, tokens} = block
    if (tokens.numbers.length === 0) return NONE
    const found: Quantity[] = []
    let read = 0
    for (let i = 0; i < tokens.numbers.length; i++) {
      const number = tokens.numbers[i]!
      if (number.start < read || isCited(text, number.start)) continue
      const amount = aged(text, tokens.numbers, i, readAmount(text, tokens.numbers, i, measureEnd))
      const unit = amount && unitOf(text, amount)
      if (!amount || !unit || !isCount(text, number, amount, unit)) continue
      const count = withSign(text, number, finding(block, number, amount, unit))
      read = count.span.end
      found.push(count)
    }
    return among(text, inSeries(text, found))
  },
}

function unitOf(text: string, amount: Amount): string {
  const word = text.slice(amount.unitStart, amount.unitEnd).trim()
  return word.length > 1 && word.startsWith('个') ? word.slice(1) : word
}

function finding({text}: Block, number: Numeral, amount: Amount, unit: string): Quantity {
  const rate = readPer(text, amount.start, amount.end)
  const word =
    amount.comparator === '=' && amount.upper === null && holdsAny(endsAtLeast, text, amount.start - 9, amount.start)
      ? matchAt(AT_LEAST, text, amount.start)?.[1]
      : undefined
  const ahead = amount.comparator === '=' && rate.start < amount.start ? comparingBefore(text, rate.start) : ''
  const said = ahead === '上' || endsWhole(text, rate.start) ? '' : ahead
  return {
    kind: 'quantity',
    span: {start: said === '' ? rate.start : text.lastIndexOf(said, rate.start), end: Math.max(amount.end, rate.end)},
    numbers: amount.numbers,
    comparator: word
      ? comparatorOf(word)
      : SUPERLATIVE.test(text.slice(amount.start, number.start))
        ? '='
        : said !== '' && amount.upper === null
          ? compared(said)
          : amount.comparator,
    value: amount.value,
    upper: amount.upper,
    unit,
    of: counted(text, amount, rate, unit),
    per: rate.per.length > 0 ? rate.per : rhythmBefore(text, rate.start),
    warnings: lostDash(text, number, amount),
  }
}

/** 不高于-18℃, 零下5—10摄氏度: the sign, and the comparing word before it. */
function withSign(text: string, number: Numeral, count: Quantity): Quantity {
  const sign = signBefore(text, number.start, count.unit)
  if (sign < 0) return count
  const colder = count.upper === null ? colderBefore(text, sign) : undefined
  if (colder)
    return {...count, span: {start: colder.start, end: count.span.end}, value: colder.value, upper: -count.value}
  const word = count.comparator === '=' && count.upper === null ? comparingBefore(text, sign) : ''
  const spread = text[sign] === '零' && count.upper !== null
  return {
    ...count,
    span: {start: word ? text.lastIndexOf(word, sign) : sign, end: count.span.end},
    comparator: word ? compared(word) : count.comparator,
    value: -(spread ? count.upper! : count.value),
    upper: spread ? -count.value : count.upper,
  }
}

/** 买入金额最大5家: the five largest, not at most five. */
const SUPERLATIVE = /^最[大高低小]$/

const comparatorOf = (word: string): '>=' | '<=' => (/[至最]少|不少|低于|少于/.test(word) ? '>=' : '<=')

function lostDash(text: string, number: Numeral, amount: Amount): {code: string; candidate: string}[] {
  if (number.end - number.start !== 2 || !number.arabic) return []
  const raw = text.slice(number.start, number.end)
  if (!/^(?:1[2-5]|2[3-5]|3[45])$/.test(raw) || !matchAt(SKILL, text, number.start)) return []
  if (endAt(SKILLED, text, amount.unitStart) < 0) return []
  return [{code: 'lost-dash', candidate: `${raw[0]}..${raw[1]}`}]
}
