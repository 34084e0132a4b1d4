/** 11所以上普通中小学品牌学校 → >= 11 所 · 2—3个专业群 → 2..3 个 · 特色学校100所 → 100 所 of 特色学校 · 每学期1次 → per [学期]. */
import {charset, holdsAny, WHITE_SPACE} from '../../text/charset.ts'
import {lexicon} from '../../text/lexicon.ts'
import {endAt, matchAt} from '../../text/match.ts'
import type {Numeral} from '../../text/numerals.ts'
import {type Amount, readAmount} from '../amount.ts'
import {type Block, type FactRule, type FindingOf, NONE} from '../block.ts'
import {compared, comparingBefore, endsWhole} from '../data/comparators.ts'
import {COUNTED_ONE, MAKING, measureEnd} from '../data/measures.ts'
import {LINKS} from '../data/target-verbs.ts'
import {countedNoun, describedNoun, nounAfter, personAfter} from '../noun.ts'
import {readPer} from '../per.ts'
import {inSeries} from '../series.ts'

type Quantity = FindingOf<'quantity'>

/** 至少建成1个, 最多报名2项: the comparing word stands before the verb. */
const AT_LEAST =
  /(?<=(至少|最少|最多|至多|不少于|不超过|(?<![许认尽宁])可(?![达容提扩新增实满覆服承形减节辐惠]))[^，。；、：（）\d]{1,8})/y
const endsAtLeast = charset('少多于过可')
const HEAD =
  /([^，。；：、（）()《》\d\s]{1,40}?)(?=[，。；：、（）()《\d\s]|或(?!许)|和|及|与|以及|等(?![职教学级奖])|$)/y
/** 每学期开展一次: the time stands before the verb. */
const RHYTHM = /(?<=每(?:个)?(半年|学期|学年|季度|年|月|周|天)[^，。；、：（）\d]{0,16})/y
const isEach = charset('每')
/** 第3条, 前两款: which, not how many. */
const CITED = /[两二三四五六七八九]?[款条项]/y
const isCited = (text: string, at: number): boolean => {
  const before = text.charCodeAt(at - 1)
  return before === 0x7b2c || (CITING(before) && endAt(CITED, text, at) >= 0)
}
const CITING = charset('前上本')
/** A skill or two, never thirteen: 掌握13项体育技能 was 1—3项 before a dash was lost. */
const SKILL = /(?<=(?:掌握|学会|具备|培养|拥有|参加)[^，。；\d]{0,4})/y
const SKILLED = /[项种门个](?:[^，。；]{0,8})(?:技能|特长|爱好|本领)/y
const ROUND_IDIOM = /(?:千家万户|百家争鸣|百花齐放|千人一面|千行百业|百业|百强|千秋|万众|千篇一律|万人大会)/y

/** 单位：万亩 over a table: what it is counted in, no count. */
const TABLE_UNIT = /单位 ?[:：] ?(?:[^，。；\s]{1,3}[、/])?$/
/** 2021/22学年: the second half of a year. */
const SCHOOL_YEAR = /(?:19|20)\d\d[/／\-—]$/

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
      const amount = readAmount(text, tokens.numbers, i, at => measureEnd(text, at))
      const unit = amount && unitOf(text, amount)
      if (!amount || !unit || !isCount(text, number, amount, unit)) continue
      const count = finding(block, number, amount, unit)
      read = count.span.end
      found.push(count)
    }
    return inSeries(text, found)
  },
}

/** Something is made or done shortly before a place, or told for each. */
function isMade(text: string, at: number): boolean {
  for (let end = at; end >= at - 8; end--) {
    if (MAKING.before(text, end) !== '' || endAt(EACH, text, end) >= 0) return true
    if (end === 0 || stops(text.charCodeAt(end - 1))) return false
  }
  return false
}
const stops = charset('，。；、：（）')
const EACH = /(?<=每[^，。；\d]{1,4})/y

const isNoNoun = charset('，。；：、（）()《》“0123456789和及与的共约近', WHITE_SPACE)
const isBound = charset('，。；：、（）()和及与共约近的', WHITE_SPACE)

/** 公共, 节约, 附近: short words that are part of a longer one. */
const isShort = charset('共约近')
const INSIDE = /(?<=公)共|共[同享]|(?<=节)约|(?<=附)近/y

/** The noun of two characters or more that ends at a place, back to the nearest stop, verb or 的. */
/** 2027年示范园增加到6所: the noun begins after the year. */
const isDated = (text: string, start: number): boolean => text[start - 1] === '年' && /\d/.test(text[start - 2] ?? '')

/** 30米以上或者裂缝长度: another clause, where 创口或者瘢痕长度 is one noun. */
const BEFORE_OR = /以[上下内]$|[\d的，；、]$/

/** 名校（园）长, 执业（助理）医师: where a short insertion opens that closes at a place; -1 where none does, or a marker stands there. */
function insertionBefore(text: string, close: number): number {
  if (text[close] !== '）') return -1
  const open = text.slice(Math.max(0, close - 5), close).lastIndexOf('（')
  const inside = open < 0 ? '' : text.slice(Math.max(0, close - 5) + open + 1, close)
  return inside === '' || /^[\d一二三四五六七八九十]+$/.test(inside) ? -1 : close - inside.length - 1
}

function tailBefore(text: string, at: number): string | null {
  for (let start = at - 1; start >= 0 && start >= at - 20; start--) {
    const open = text[start] === '）' ? insertionBefore(text, start) : -1
    if (open >= 0) start = open
    else if (text[start] === '“') return text.slice(start, at)
    else if (text.startsWith('及以', start) || (isShort(text.charCodeAt(start)) && endAt(INSIDE, text, start) >= 0))
      continue
    else if (isNoNoun(text.charCodeAt(start))) return null
    if (start > at - 2) continue
    if (text.startsWith('及以', start - 1) || insertionBefore(text, start - 1) >= 0) continue
    if (text.startsWith('或者', start - 2) && BEFORE_OR.test(text.slice(Math.max(0, start - 4), start - 2)))
      return text.slice(start, at)
    if (
      start === 0 ||
      (isBound(text.charCodeAt(start - 1)) && endAt(INSIDE, text, start - 1) < 0) ||
      isDated(text, start) ||
      MAKING.before(text, start) !== ''
    )
      return text.slice(start, at)
  }
  return null
}

function unitOf(text: string, amount: Amount): string {
  const word = text.slice(amount.unitStart, amount.unitEnd).trim()
  return word.length > 1 && word.startsWith('个') ? word.slice(1) : word
}

/** 第65、85、87条 cites the last of the list as the first; 17点30分 is a time of day; 以每次取得为一次 defines. */
const LISTED = /第[\d之、,，\s和及至—-]{1,60}$/
const CLOCK = /\d[点时:：]$/
const DEFINED = /以[^，。；]{1,30}为$/
/** 二次供水: done again, not twice. */
const AGAIN = /二次(?=[污供创开利加分装搬回扬])/y

function isNoCount(text: string, {start}: Numeral, unit: string): boolean {
  if (unit === '条' || unit === '款' || unit === '项') return LISTED.test(text.slice(Math.max(0, start - 64), start))
  if (unit === '分') return CLOCK.test(text.slice(Math.max(0, start - 2), start))
  return (
    unit === '次' &&
    (endAt(AGAIN, text, start) > 0 || DEFINED.test(text.slice(Math.max(0, start - 32), start).trimEnd()))
  )
}

/** 大陆部, 队伍: a formal digit alone counts nothing. */
const isFormal = charset('壹贰叁肆伍陆柒捌玖')

function isCount(text: string, number: Numeral, amount: Amount, unit: string): boolean {
  if (isNoCount(text, number, unit)) return false
  if (unit.startsWith('学') && SCHOOL_YEAR.test(text.slice(Math.max(0, number.start - 5), number.start))) return false
  if (number.bare)
    return (
      !TABLE_UNIT.test(text.slice(Math.max(0, number.start - 6), number.start)) &&
      endAt(ROUND_IDIOM, text, number.start) < 0 &&
      /^(?:名|场|所|家|项|个|人次|门|堂|亩|件|户)$/.test(unit)
    )
  if ((unit === '分' && !number.arabic) || (number.arabic && text.startsWith('00', number.start))) return false
  if (unit === 'P' && !/算力/.test(text.slice(Math.max(0, number.start - 30), number.start))) return false
  if (number.end - number.start === 1 && isFormal(text.charCodeAt(number.start))) return false
  if (number.arabic || number.value !== 1 || amount.upper !== null || amount.comparator !== '=') return true
  return (
    COUNTED_ONE.test(unit) &&
    isMade(text, number.start) &&
    !/^(?:性|部分|方面)/.test(text.slice(amount.end, amount.end + 2))
  )
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
    per: rate.per.length > 0 ? rate.per : timesBefore(text, rate.start),
    warnings: lostDash(text, number, amount),
  }
}

/** Lengths of time count nothing but a time (实习时间6个月), and ages are a person's. */
const TIMES = new Set('分钟 小时 天 月 工作日 交易日 学期 学年'.split(' '))
const TIME_NOUN = /(?:时间|时长|时数|期限|周期|期间|寿命|年限|时限)$/
const AGE_NOUN = /年龄|树龄/

function counted(text: string, amount: Amount, rate: Rate, unit: string): string | null {
  const measured = unit === '岁' || unit === '周岁' ? AGE_NOUN : TIMES.has(unit) ? TIME_NOUN : null
  const person = measured === AGE_NOUN ? personAfter(text.slice(amount.end, amount.end + 12)) : null
  if (person) return person
  if (!measured) {
    const described = describedNoun(text, amount.end)
    const head = described === null ? headAt(text, amount.end) : undefined
    const noun = described ?? (head === undefined ? undefined : nounAfter(head))
    if (noun !== undefined) return noun
  }
  const before = countedNoun(nounBefore(text, rate, amount.start), unit === '次')
  return measured === null || measured.test(before ?? '') ? before : null
}
/** 跨行业、跨领域平台, 行业型、区域型平台: kinds that stand side by side have their noun behind the last. */
const KINDS = /([^，。；：（）()《》\d\s]{1,40}?)(?=[，。；：（）()《\d\s]|和|及|与|以及|$)/y
const isKind = (words: string): boolean => /(?:[型级类性化]|行业|领域|跨[^、]{2,4})$/.test(words)

function headAt(text: string, at: number): string | undefined {
  const head = matchAt(HEAD, text, at)?.[1]
  return head !== undefined && text[at + head.length] === '、' && isKind(head)
    ? (matchAt(KINDS, text, at)?.[1] ?? head)
    : head
}
type Rate = ReturnType<typeof readPer>

/** 面积在500平方米以上, 能力达到3万吨: the noun before, without what links it to the number. */
const LINKING = lexicon([...Object.keys(LINKS), ...'超过 为 是 至 到 共 共有 均 各 应 要 须 年均'.split(' ')])
const RATED = /^每(?:个)?(?:学期|学年|季度|年|月|周|天)/

function nounBefore(text: string, {per, start}: Rate, at: number): string | null {
  let end = start
  for (let link = LINKING.before(text, end); link !== ''; link = LINKING.before(text, end)) end -= link.length
  let noun = (tailBefore(text, end) ?? '').replace(RATED, '')
  if (start < at) noun = withoutRate(text.slice(start, at), per[0] ?? '')
  for (let link = LINKING.before(noun, noun.length); link !== ''; link = LINKING.before(noun, noun.length))
    noun = noun.slice(0, -link.length)
  return noun.length < 2 ? null : noun
}

/** 每个图书室藏书 without what the number is per. */
function withoutRate(words: string, object: string): string {
  const said = words.indexOf(object) + object.length
  return /^每.{0,3}$/.test(words.slice(0, said - object.length)) ? withoutVerbs(words.slice(said)) : ''
}

function withoutVerbs(words: string): string {
  let rest = words
  for (let verb = MAKING.at(rest, 0); verb !== ''; verb = MAKING.at(rest, 0)) rest = rest.slice(verb.length)
  return rest
}

function timesBefore(text: string, start: number): string[] {
  const time = holdsAny(isEach, text, start - 20, start) ? matchAt(RHYTHM, text, start)?.[1] : undefined
  return time ? [time] : []
}

/** 买入金额最大5家: the five largest, not at most five. */
const SUPERLATIVE = /^最[大高低小]$/

const comparatorOf = (word: string): '>=' | '<=' => (/[至最]少|不少/.test(word) ? '>=' : '<=')

function lostDash(text: string, number: Numeral, amount: Amount): {code: string; candidate: string}[] {
  if (number.end - number.start !== 2 || !number.arabic) return []
  const raw = text.slice(number.start, number.end)
  if (!/^(?:1[2-5]|2[3-5]|3[45])$/.test(raw) || !matchAt(SKILL, text, number.start)) return []
  if (endAt(SKILLED, text, amount.unitStart) < 0) return []
  return [{code: 'lost-dash', candidate: `${raw[0]}..${raw[1]}`}]
}
