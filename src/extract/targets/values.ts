/** Percentages, amounts, counts and lengths of time of a block → values with the exact stretch of number, unit and comparator. */
import {charset, WHITE_SPACE} from '../../text/charset.ts'
import {lexicon} from '../../text/lexicon.ts'
import {type Numeral, readNumeral} from '../../text/numerals.ts'
import type {Span} from '../../text/span.ts'
import type {Block, Finding, FindingOf, Seen} from '../block.ts'
import {compared as comparatorOf, denied} from '../data/comparators.ts'
import {isPlainRate} from '../per.ts'

type Number = FindingOf<'percentage' | 'money' | 'quantity'>
type Length = FindingOf<'deadline'>

export interface Value {
  readonly kind: Number['kind'] | 'length'
  /** From the comparator before the number to the one after the unit. */
  readonly start: number
  readonly end: number
  /** The stretch of what it was read from. */
  readonly read: Span
  /** Where the number itself begins. */
  readonly number: number
  /** Whether a comparator stands before the number. */
  readonly compared: boolean
  readonly comparator: Number['comparator']
  readonly value: number
  readonly upper: number | null
  readonly unit: string
  readonly per: readonly string[]
  readonly warnings: NonNullable<Finding['warnings']>
}

const COMPARING = '低于 少于 超过 高于 多于 大于 小于'
const BEFORE = lexicon([
  ...COMPARING.split(' '),
  ...denied(COMPARING),
  ...'≥ ≧ ≤ ≦ ＞ ＜ > < >= <='.split(' '),
  ...'达到或超过 达到或者超过 大于等于 大于或等于 大于或者等于 等于或大于 高于等于 高于或等于'.split(' '),
  ...'小于等于 小于或等于 小于或者等于 低于等于 低于或等于'.split(' '),
  ...'至少 最少 最多 最高 最低 大约 约为 接近 将近 约 近'.split(' '),
])
const AFTER = /^(?:\s?[（(]含[^）)]{0,6}[）)])?(?:(?:及|或|（含）)?以[上下内]|左右|上下)/
const PLAIN_METRIC =
  /(?:系数|指数|弹性|容积率|绿视率|基尼系数|收入比)(?:[^，。；、\d]{0,6})(?:控制在\d\.\d{1,3}以[内下]、[^，。；、\d]{2,6})?(?:达到?|缩小[到至]|[到至在为]|不得?(?:低|少|高|超)[于过]|以?[低高]于|超过|突破|约)$/
const ENDS_PART = /^(?:$|[，。；、）]|以[上下内]|左右)/
const LENGTH = /^(\d[\d.]{0,8}|[一二两三四五六七八九十]{1,3})(个?工作日|小时|学时|课时|分钟|个?月|星期|周|年|天|日)/

function afterwards(word: string): Number['comparator'] {
  if (word.endsWith('以上')) return '>='
  if (/以[下内]$/.test(word)) return '<='
  return word === '' ? '=' : '~'
}

/** The values that targets may be made of, in order. 零部件 counts nothing. */
export function valuesOf({text, tokens}: Block, seen: Seen): readonly Value[] {
  const values = told(text, seen)
  const found = values.length
  for (const number of tokens.numbers) {
    const value = yearsAt(text, number) ?? plainAt(text, number)
    if (value) values.push(value)
  }
  return values.length === found ? values : values.sort((a, b) => a.start - b.start)
}

/** The values of what the rules before have found, in the order of what they were read from. */
function told(text: string, {percentage, money, quantity, deadline}: Seen): Value[] {
  const values: Value[] = []
  for (const share of percentage) values.push(numbered(text, share))
  for (const amount of money) values.push(numbered(text, amount))
  for (const count of quantity) if (count.value > 0 && !isTrait(text, count)) values.push(numbered(text, count))
  for (const length of deadline) {
    const value = length.duration && length.numbers?.[0] !== undefined && lasting(text, length, length.numbers[0])
    if (value) values.push(value)
  }
  return values.length > 1 ? values.sort(inOrder) : values
}
const inOrder = ({read: a}: Value, {read: b}: Value): number => a.start - b.start || a.end - b.end

/** 40-74周岁居民, 500千伏工程: whose or which, no value. */
const isTrait = (text: string, {unit, span}: Number): boolean =>
  VOLTS.has(unit) || (AGES.has(unit) && OF_AGE.test(text.slice(span.end - 2, span.end + 8)))
const VOLTS = new Set(['千伏', '伏'])
const AGES = new Set(['岁', '周岁'])
const OF_AGE = /岁(?:及?以[上下内])?的?(?![左以及之])[\u4e00-\u9fff]/

/** 利用系数提高到0.58: a number of nothing, after what is measured by such. */
function plainAt(text: string, {start, end, value, arabic}: Numeral): Value | undefined {
  if (!arabic || !(end === text.length || endsPart(text.charCodeAt(end)))) return undefined
  if (!ENDS_PART.test(text.slice(end, end + 3))) return undefined
  const linked = PLAIN_METRIC.exec(text.slice(Math.max(0, start - 32), start))
  if (!linked) return undefined
  const {word, start: from} = wordBefore(text, start)
  const after = afterAt(text, end)
  const comparator = word ? comparatorOf(word) : afterwards(after)
  const read = {start: from, end: end + after.length}
  return bare('quantity', read, start, word !== '', comparator ?? '=', value, '')
}

const YEARS_OF = /年限[^，。；]{0,6}[到至达在]$/
/** 平均受教育年限超过15年: the comparing word needs no verb before it. */
const YEARS_BOUND = /教育年限[^，。；\d]{0,6}$/
const joinsLast = charset('、和及')
/** 巩固率和受教育年限分别达到95%和11.3年. */
const IN_LIST = /年限[^。]{0,90}分别[^，。；]{0,40}.$/

/** 平均受教育年限达到11.3年: years that limit nothing, and so are no deadline. */
function yearsAt(text: string, {start, end, value}: Numeral): Value | undefined {
  if (text[end] !== '年') return undefined
  const {word, start: from} = wordBefore(text, start)
  const isLast = joinsLast(text.charCodeAt(from - 1))
  const before = text.slice(Math.max(0, from - (isLast ? 120 : 12)), from)
  if (!(isLast ? IN_LIST : word === '' ? YEARS_OF : YEARS_BOUND).test(before)) return undefined
  const after = afterAt(text, end + 1)
  const comparator = (word === '' ? undefined : comparatorOf(word)) ?? afterwards(after)
  const read = {start: from, end: end + 1 + after.length}
  return bare('length', read, start, word !== '', comparator, value, '年')
}

/** A number with its unit and no more. All values have one shape. */
const bare = (
  kind: Value['kind'],
  stretch: Span,
  number: number,
  compared: boolean,
  comparator: Value['comparator'],
  value: number,
  unit: string,
  read: Span = stretch,
): Value => ({
  kind,
  start: stretch.start,
  end: stretch.end,
  read,
  number,
  compared,
  comparator,
  value,
  upper: null,
  unit,
  per: [],
  warnings: [],
})

function numbered(text: string, finding: Number): Value {
  const {value, upper, span, warnings = []} = finding
  const {unit} = finding
  const number = finding.numbers?.[0] ?? span.start
  const bound = finding.kind === 'money' ? BEFORE.at(text, span.start) : ''
  const rated = finding.kind === 'money' && isPlainRate(text.slice(span.start + bound.length, number))
  const before = rated && bound ? {word: bound, start: span.start} : wordBefore(text, rated ? span.start : number)
  const own = finding.comparator === '=' && before.word ? comparatorOf(before.word) : undefined
  return {
    kind: LENGTHS.has(unit) ? 'length' : finding.kind,
    start: before.start,
    end: finding.kind === 'quantity' ? afterUnit(text, finding) : span.end,
    read: span,
    number,
    compared: before.word !== '',
    comparator: (upper === null ? own : undefined) ?? finding.comparator,
    value,
    upper,
    unit,
    per: finding.kind === 'percentage' ? [] : finding.per,
    warnings,
  }
}

/** 3个工作日 is a length of time. */
const LENGTHS = new Set(['工作日', '交易日', '月', '学期', '学年'])

/** 不超过 1%: a blank may set the number apart from the word. */
function wordBefore(text: string, at: number): {word: string; start: number} {
  const end = text[at - 1] === ' ' ? at - 1 : at
  const word = BEFORE.before(text, end)
  return {word, start: word === '' ? at : end - word.length}
}

const opensAfter = charset('（(及或以左上', WHITE_SPACE)
const endsPart = charset('，。；、）以左')

/** 以上, （含）以上: the comparing words at a place. */
const afterAt = (text: string, at: number): string =>
  opensAfter(text.charCodeAt(at)) ? (AFTER.exec(text.slice(at, at + 12))?.[0] ?? '') : ''

/** Counts may run on to their noun, and stop here at the measure word. */
function afterUnit(text: string, {unit, numbers, span}: Number): number {
  const last = numbers?.at(-1) ?? span.start
  const at = text.slice(last + 1, last + 24 + unit.length).indexOf(unit)
  const measured = at < 0 ? span.end : last + 1 + at + unit.length
  const end = measured + (RATED.exec(text.slice(measured, measured + 4))?.[0].length ?? 0)
  return end + afterAt(text, end).length
}

/** 100亿立方米/年. */
const RATED = /^[/／](?:[年月日天人户]|小时)(?=$|[，。；、）)的以左])/

/** 压缩至1个工作日以内: a length of time that is measured, not one that limits. */
function lasting(text: string, {comparator, span}: Length, number: number): Value | undefined {
  const read = LENGTH.exec(text.slice(number, number + 16))
  const value = read && readNumeral(read[1]!)
  if (!read || value === undefined || value === null) return undefined
  const before = wordBefore(text, number)
  const end = Math.max(span.end, number + read[0].length)
  const unit = read[2]!.replace(/^个/, '')
  const stretch = {start: before.start, end}
  return bare('length', stretch, number, before.word !== '', comparator, value, unit, span)
}
