/** 每班每月900元 → 900 CNY per [班, 月] · 每个试点50万元 → 500000 per [试点] · 5000万元、1亿元、2亿元以上 · 3—5万元. */
import {charset} from '../../text/charset.ts'
import {lexicon} from '../../text/lexicon.ts'
import {endAt, matchAt} from '../../text/match.ts'
import {type Numeral, readNumeral} from '../../text/numerals.ts'
import {type Amount, CONNECTING, noUnit, readAmount} from '../amount.ts'
import {type Block, type FactRule, type FindingOf, NONE} from '../block.ts'
import {withChanges} from '../changes.ts'
import {compared, comparingBefore, endsWhole, INCLUDED, NOT_LESS, NOT_MORE} from '../data/comparators.ts'
import {CURRENCIES, NOT_YUAN, PREFIXES} from '../data/currencies.ts'
import {readPer, rhythmBefore, withMean} from '../per.ts'
import type {Region} from '../place.ts'
import {inSeries} from '../series.ts'

const UNIT = lexicon(Object.keys(CURRENCIES))
const PREFIX = lexicon(Object.keys(PREFIXES))
/** 50元6角3分: what follows the yuan. */
const DIGIT = '([\\d一二三四五六七八九壹贰叁肆伍陆柒捌玖])'
const SMALL_CHANGE = new RegExp(`(?:[零〇]?${DIGIT}[角毛])?(?:[零〇]?${DIGIT}分)?整?`, 'y')
const JIAO = / ?角(?![度落色逐斗膜])/y
/** 每千瓦时2分钱. */
const FEN = /(?<!每一) ?分钱/y
const jiaoEnd = (text: string, at: number): number => endAt(JIAO, text, at)
const fenEnd = (text: string, at: number): number => endAt(FEN, text, at)
/** 最高可给予50万元: the comparing word and a verb. */
const AT_MOST = lexicon(['最高', '最多', '上限', ...NOT_MORE])
const GIVING = lexicon([
  ...NOT_MORE,
  ...'可 将 限额 限价 处 额度 给予 一次性 奖励 补助 补贴 资助 支持 奖补 再 按 为 达 罚款 赔偿 仅需 只需 缴交 缴纳 支付 收取 申领 领取 获得 获'.split(
    ' ',
  ),
])
/** 奖励10万、5万、3万元: the unit stands once, at the end of the list. */
const LIST = / ?[、，和或及] ?/y
const PURPOSE_AFTER =
  /(?:的?标准)?(?:的|之|落实|安排|作为|用于)?(?:给予|予以|发放|发给|享受|领取|拨付)?((?![或且并但及和与]|设立|建立|成立|推行|开展)[^，。；：、（）()《》\d]{0,16}?(?:补助|补贴|奖励|奖金|奖补|经费|资金|津贴|罚款|罚金|罚锾|违约金|赔偿金|费用|补偿|保证金|贷款|支持|资助|扣减)(?:支持|补助|补贴|奖励)?)/y
const PURPOSE = lexicon(
  '奖励 补助 补贴 奖补 资助 罚款 支持 补偿 津贴 经费 资金 贷款 注册资本 工资 保证金 收费标准 投资 给付 奖金'.split(' '),
)
const TOTAL = lexicon(['标准', '总额', '金额'])
const AMOUNTING = lexicon([
  ...NOT_LESS,
  ...NOT_MORE,
  ...'的 为 由 从 按 按照 共计 合计 最高 约 近 达 达到 逾 ：'.split(' '),
])

/** Amounts in units of their currency, 万 and 亿 multiplied out digit by digit. */
export const money: FactRule = {
  id: 'money',
  find(block) {
    const {numbers} = block.tokens
    if (numbers.length === 0) return NONE
    const found: FindingOf<'money'>[] = []
    // From the last to the first, so that a list finds its unit: 5万、3万、1万元.
    for (let i = numbers.length - 1; i >= 0; i--) {
      const fact = withUnit(block, i) ?? listed(block, i, found.at(-1)) ?? prefixed(block, i)
      const last = found.at(-1)
      if (fact && last && last.span.start < fact.span.end) found.pop()
      if (fact) found.push(fact)
    }
    return withChanges(block.text, inSeries(block.text, inherit(found.reverse(), block.text)))
  },
}

function withUnit({text, tokens, place}: Block, i: number): FindingOf<'money'> | undefined {
  const number = tokens.numbers[i]!
  if (!goesOn(text.charCodeAt(number.end)) || (number.bare && !isCompared(text, number.start))) return undefined
  const amount = readAmount(text, tokens.numbers, i, currencyEnd)
  if (!amount) return jiao(text, tokens.numbers, i)
  const unit = text.slice(amount.unitStart, amount.unitEnd).trim().replace(/整$/, '')
  const hundredMillions = unit.startsWith('个亿')
  const read = hundredMillions ? {...amount, value: Number(`${amount.value}e8`)} : withChange(text, amount)
  const {region} = place.document
  const own = currency(text, amount, unit, region)
  const isPlain = own === 'CNY' && !RENMINBI.test(text.slice(Math.max(0, amount.start - 3), amount.unitEnd))
  const fact = finding(text, read, isPlain ? YUAN[region] : own)
  return read.unitEnd === amount.unitEnd ? fact : {...fact, numbers: within(tokens.numbers, i, read.unitEnd)}
}

/** The numbers of 1元5角3分. */
const within = (numbers: readonly Numeral[], first: number, end: number): number[] =>
  numbers.slice(first, first + 3).flatMap(({start}) => (start < end ? [start] : []))

/** 上千万元, 近百亿元, 超百万元: a magnitude without a digit is a number behind a comparing word. 百元店 has none. */
const isCompared = (text: string, at: number): boolean =>
  comparesRound(text.charCodeAt(at - 1)) && comparingBefore(text, at) !== '' && !endsWhole(text, at)
const comparesRound = charset('上近超逾过破达')

/** What 元 alone means. */
const RENMINBI = /人民币|RMB|CNY|[￥¥]/
const YUAN = {mainland: 'CNY', hongkong: 'HKD', macao: 'MOP', taiwan: 'TWD'} as const
/** What $ alone means: elsewhere it is the dollar of the place. */
const sign = (prefix: string, region: Region): string =>
  prefix === '$' && region !== 'mainland' ? YUAN[region] : PREFIXES[prefix]!

/** A currency, 角 or the second number of a range: most numbers have none of these after them. */
const goesOn = charset(...Object.keys(CURRENCIES).map(name => name[0]!), '个角分', CONNECTING)

const isYuan = (unit: string, text: string, at: number): boolean => !NOT_YUAN.includes(text[at + unit.length] ?? ' ')

/** Where the currency ends that begins at a place; -1 where none does. */
function currencyEnd(text: string, at: number): number {
  let start = text[at] === ' ' ? at + 1 : at
  if (text.startsWith('个亿', start)) start += 2
  const word = UNIT.at(text, start, isYuan)
  if (word === '') return -1
  const end = start + word.length
  return text.startsWith('人民币', end) ? end + 3 : text[end] === '整' ? end + 1 : end
}

/** The currency before a number, a colon or a space perhaps between them; empty where there is none. */
function prefixBefore(text: string, at: number): string {
  const end = text[at - 1] === ' ' ? at - 1 : at
  return PREFIX.before(text, text[end - 1] === '：' || text[end - 1] === ':' ? end - 1 : end)
}

/** 最高 in 最高可给予: the word before one to four others. */
function mostBefore(text: string, at: number, depth: number): string {
  const end = depth === 0 && text[at - 1] === '：' ? at - 1 : at
  const giving = depth < 4 ? GIVING.before(text, end) : ''
  const most = giving === '' ? '' : mostBefore(text, end - giving.length, depth + 1)
  return most === '' && depth > 0 ? AT_MOST.before(text, end) : most
}

/** 奖励 in 奖励标准为每人: the word before none to three others. */
function purposeBefore(text: string, end: number, depth: number): string {
  if (depth < 3) {
    const word = AMOUNTING.before(text, end)
    const purpose = word === '' ? '' : purposeBefore(text, end - word.length, depth + 1)
    if (purpose !== '') return purpose
    let from = end
    while (from > 0 && from > end - 8 && !'，。；'.includes(text[from - 1]!)) from--
    for (let start = from; start < end; start++) {
      const found = text[start - 1] === '每' ? purposeBefore(text, start - 1, depth + 1) : ''
      if (found !== '') return found
    }
  }
  if (depth === 0 && text[end - 1] === ' ') return purposeBefore(text, end - 1, 0)
  const total = TOTAL.before(text, end)
  return (total !== '' && PURPOSE.before(text, end - total.length)) || PURPOSE.before(text, end)
}

function currency(text: string, {start, numberStart}: Amount, unit: string, region: Region): string {
  const prefix = prefixBefore(text, numberStart) || prefixBefore(text, start)
  const own =
    CURRENCIES[unit] ?? CURRENCIES[unit.replace('个亿', '')] ?? CURRENCIES[unit.replace(/人民币$/, '')] ?? 'CNY'
  return prefix !== '' && own === 'CNY' ? sign(prefix, region) : own
}

/** Adds 角 and 分 in whole cents, so that no float is ever added to another. */
function withChange(text: string, amount: Amount): Amount {
  const change = matchAt(SMALL_CHANGE, text, amount.unitEnd)
  if (!(change?.[1] || change?.[2]) || amount.upper !== null || !Number.isInteger(amount.value)) return amount
  const digit = (raw: string | undefined): number => (raw ? (readNumeral(raw) ?? 0) : 0)
  const cents = digit(change[1]) * 10 + digit(change[2])
  const end = amount.unitEnd + change[0].length
  return {...amount, value: Number(`${amount.value * 100 + cents}e-2`), end: Math.max(amount.end, end), unitEnd: end}
}

/** 5角: a tenth of a yuan. */
function jiao(text: string, numbers: readonly Numeral[], i: number): FindingOf<'money'> | undefined {
  const number = numbers[i]!
  if (text[number.start - 1] === '珠' || text[number.start - 1] === '长') return undefined
  const cents = readAmount(text, numbers, i, fenEnd)
  if (cents) return finding(text, {...cents, value: Number(`${cents.value}e-2`)}, 'CNY')
  if (!number.arabic) return undefined
  const amount = readAmount(text, numbers, i, jiaoEnd)
  return amount && finding(text, {...amount, value: Number(`${amount.value}e-1`)}, 'CNY')
}

function listed(
  {text, tokens}: Block,
  i: number,
  next: FindingOf<'money'> | undefined,
): FindingOf<'money'> | undefined {
  const number = tokens.numbers[i]!
  if (!next || !/[万亿]$/.test(text.slice(number.start, number.end))) return undefined
  if (endAt(LIST, text, number.end) !== next.span.start) return undefined
  const amount = readAmount(text, tokens.numbers.slice(i, i + 1), 0, noUnit)
  return amount && finding(text, amount, next.unit)
}

/** ￥300 has no unit after it. */
function prefixed({text, tokens, place}: Block, i: number): FindingOf<'money'> | undefined {
  const number = tokens.numbers[i]!
  const prefix = prefixBefore(text, number.start)
  if (prefix === '' || !/[￥¥$€£A-Z]/.test(prefix)) return undefined
  const amount = readAmount(text, tokens.numbers, i, noUnit)
  return amount && finding(text, amount, sign(prefix, place.document.region))
}

function finding(text: string, amount: Amount, unit: string): FindingOf<'money'> {
  const isPlain = amount.comparator === '=' && amount.upper === null
  // 最高补助新台币十二万元
  const currencyAt = amount.start - (isPlain ? prefixBefore(text, amount.start).length : 0)
  const most = isPlain ? mostBefore(text, currencyAt, 0) : ''
  const from = most !== '' ? text.lastIndexOf(most, currencyAt) : amount.start
  const inside = prefixBefore(text, from)
  const rate = readPer(text, inside === '' ? from : text.lastIndexOf(inside, from), includedEnd(text, amount.unitEnd))
  const prefix = prefixBefore(text, rate.start)
  const start = prefix !== '' ? text.lastIndexOf(prefix, rate.start) : rate.start
  const bound = isPlain && most === '' && rate.start < from ? comparingRate(text, start) : ''
  const end = Math.max(amount.end, rate.per.length > 0 ? rate.end : amount.end)
  return {
    kind: 'money',
    span: {start: bound !== '' ? text.lastIndexOf(bound, start) : start, end},
    numbers: amount.numbers,
    comparator: most !== '' ? '<=' : bound !== '' ? compared(bound) : (meantBy(text, amount) ?? amount.comparator),
    value: amount.value,
    upper: amount.upper,
    unit,
    per: [...withMean(text, rate.start, rate.per.length > 0 ? rate.per : rhythmBefore(text, rate.start))],
    purpose: purposeOf(text, rate.start, end) ?? (purposeBefore(text, from, 0) || asked(text, amount) || null),
  }
}

/** 10亿（含10亿元）以上: the bound is told behind the bracket. */
function meantBy(text: string, {comparator, numberStart, unitEnd}: Amount): Amount['comparator'] | null {
  if (comparator !== '=' || text[numberStart - 1] !== '含' || !/[）)]/.test(text[unitEnd] ?? '')) return null
  const word = text.slice(unitEnd + 1, unitEnd + 3)
  return word === '以上' ? '>=' : word === '以下' || word === '以内' ? '<=' : null
}

/** 约需资金10651万元: between the comparing word and the number. */
const asked = (text: string, {start, numberStart}: Amount): string =>
  start < numberStart ? purposeBefore(text, numberStart, 0) : ''

/** 不低于每生每年600元: the comparing word stands before the rate. */
function comparingRate(text: string, at: number): string {
  const word = text[at] === '每' || text[at + 1] === '均' ? comparingBefore(text, at) : ''
  return word.length > 1 && !endsWhole(text, at) ? word : ''
}

/** 1亿元（不含）/年: whether the bound is one of the amounts stands before what it is per. */
const includedEnd = (text: string, at: number): number =>
  Math.max(at, isBracket(text.charCodeAt(at)) ? endAt(INCLUDED, text, at) : at)
const isBracket = charset('（(')

function purposeOf(text: string, start: number, end: number): string | null {
  const near = matchAt(PURPOSE_AFTER, text, end)?.[1] ?? purposeBefore(text, start, 0)
  return near || (CAPPED.exec(text.slice(Math.max(0, start - 24), end))?.[1] ?? null)
}
/** 按投资额的10%给予奖补，单个企业最高200万元: the cap is on what was just given. */
const CAPPED =
  /(?:给予|予以)[^，。；]{0,8}?(奖励|补助|补贴|奖补|资助|贴息|支持)，(?:单个[^，。；\d]{1,8}|每[家户个][^，。；\d]{0,8})?(?:最高|最多|不超过)[\d.一二三四五六七八九十百千万亿]/

/** 小学生每年600元、初中每年800元: what the first counts by, the second does too; 奖励5万元、3万元 are both for one purpose. */
function inherit(found: readonly FindingOf<'money'>[], text: string): FindingOf<'money'>[] {
  const out: FindingOf<'money'>[] = []
  for (const one of found) {
    const last = out.at(-1)
    const listed = last && one.purpose === null && /^[、和及]$/.test(text.slice(last.span.end, one.span.start))
    const fact = listed ? {...one, purpose: last.purpose} : one
    const near = last && /^、[^，。；、]{1,12}$/.test(text.slice(last.span.end, fact.span.start))
    if (near && last.per.length === 2 && fact.per.length === 1 && fact.per[0] === last.per[1])
      out.push({...fact, per: last.per})
    else out.push(fact)
  }
  // 给予50万元、30万元、10万元奖励: told behind the last.
  for (let i = out.length - 2; i >= 0; i--)
    if (out[i]!.purpose === null && /^[、和及]$/.test(text.slice(out[i]!.span.end, out[i + 1]!.span.start)))
      out[i] = {...out[i]!, purpose: out[i + 1]!.purpose}
  return out
}
