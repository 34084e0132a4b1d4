/** Percentages, amounts, counts and lengths of time of a block → values with the exact stretch of number, unit and comparator. */
import {type Numeral, readNumeral} from '../../text/numerals.ts'
import type {Block, Finding, FindingOf} from '../block.ts'
import {compared as comparatorOf, NO} from '../data/comparators.ts'
import {isPlainRate} from '../per.ts'

type Number = FindingOf<'percentage' | 'money' | 'quantity'>
type Length = FindingOf<'deadline'>

export interface Value {
  readonly kind: Number['kind'] | 'length'
  /** From the comparator before the number to the one after the unit. */
  readonly start: number
  readonly end: number
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

const BEFORE = new RegExp(
  `(?:${NO}?(?:低于|少于|超过|高于|多于|大于|小于)|至少|最少|最多|最高|最低|大约|接近|将近|约|近)$`,
)
const AFTER = /^(?:\s?[（(]含[^）)]{0,6}[）)])?(?:(?:及|或|（含）)?以[上下内]|左右|上下)/
const PLAIN_METRIC =
  /(?:系数|指数|弹性|容积率|绿视率|基尼系数)(?:[^，。；、\d]{0,6})(?:控制在\d\.\d{1,3}以[内下]、[^，。；、\d]{2,6})?(?:达到?|[到至在为]|不得?(?:低|少|高|超)[于过]|以?[低高]于|超过|突破|约)$/
const ENDS_PART = /^(?:$|[，。；、）]|以[上下内]|左右)/
const LENGTH = /^(\d[\d.]{0,8}|[一二两三四五六七八九十]{1,3})(个?工作日|小时|学时|课时|分钟|个?月|年|天|日)/

function afterwards(word: string): Number['comparator'] {
  if (word.endsWith('以上')) return '>='
  if (/以[下内]$/.test(word)) return '<='
  return word === '' ? '=' : '~'
}

/** The values that targets may be made of, in order. 零部件 counts nothing. */
export function valuesOf({text, tokens}: Block, seen: readonly Finding[]): Value[] {
  const years = tokens.numbers.flatMap(n => yearsAt(text, n) ?? plainAt(text, n) ?? [])
  const values = seen.flatMap(f => {
    if (f.kind === 'percentage' || f.kind === 'money') return numbered(text, f)
    if (f.kind === 'quantity') return f.value > 0 ? numbered(text, f) : []
    return f.kind === 'deadline' && f.duration && f.numbers?.[0] !== undefined ? lasting(text, f, f.numbers[0]) : []
  })
  return years.length === 0 ? values : [...values, ...years].sort((a, b) => a.start - b.start)
}

/** 利用系数提高到0.58: a number of nothing, after what is measured by such. */
function plainAt(text: string, {start, end, value, arabic}: Numeral): Value | undefined {
  if (!arabic || !ENDS_PART.test(text.slice(end, end + 3))) return undefined
  const linked = PLAIN_METRIC.exec(text.slice(Math.max(0, start - 32), start))
  if (!linked) return undefined
  const {word, start: from} = wordBefore(text, start)
  const after = AFTER.exec(text.slice(end, end + 12))?.[0] ?? ''
  const comparator = word ? comparatorOf(word) : afterwards(after)
  const plain = {upper: null, unit: '', per: [], warnings: []}
  return {
    kind: 'quantity',
    start: from,
    end: end + after.length,
    number: start,
    compared: word !== '',
    comparator: comparator ?? '=',
    value,
    ...plain,
  }
}

const YEARS_OF = /年限[^，。；]{0,6}[到至达在]$/
/** 巩固率和受教育年限分别达到95%和11.3年. */
const IN_LIST = /年限[^。]{0,90}分别[^，。；]{0,40}.$/

/** 平均受教育年限达到11.3年: years that limit nothing, and so are no deadline. */
function yearsAt(text: string, {start, end, value}: Numeral): Value | undefined {
  if (text[end] !== '年') return undefined
  const isLast = '、和及'.includes(text[start - 1] ?? '.')
  const before = text.slice(Math.max(0, start - (isLast ? 120 : 12)), start)
  if (!(isLast ? IN_LIST : YEARS_OF).test(before)) return undefined
  const after = AFTER.exec(text.slice(end + 1, end + 13))?.[0] ?? ''
  const comparator = after.endsWith('以上') ? '>=' : after === '左右' ? '~' : '='
  const plain = {compared: false, upper: null, unit: '年', per: [], warnings: []}
  return {kind: 'length', start, end: end + 1 + after.length, number: start, comparator, value, ...plain}
}

function numbered(text: string, finding: Number): Value {
  const {value, upper, span, warnings = []} = finding
  const {kind, unit} = lengthOf(finding)
  const number = finding.numbers?.[0] ?? span.start
  const rated = kind === 'money' && isPlainRate(text.slice(span.start, number))
  const before = wordBefore(text, rated ? span.start : number)
  const own = finding.comparator === '=' && before.word ? comparatorOf(before.word) : undefined
  return {
    kind,
    start: before.start,
    end: finding.kind === 'quantity' ? afterUnit(text, finding) : span.end,
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
const lengthOf = ({kind, unit}: Number): Pick<Value, 'kind' | 'unit'> =>
  ['工作日', '交易日', '月', '学期', '学年'].includes(unit) ? {kind: 'length', unit} : {kind, unit}

function wordBefore(text: string, at: number): {word: string; start: number} {
  const word = BEFORE.exec(text.slice(Math.max(0, at - 6), at))?.[0] ?? ''
  return {word, start: at - word.length}
}

/** Counts may run on to their noun, and stop here at the measure word. */
function afterUnit(text: string, {unit, numbers, span}: Number): number {
  const last = numbers?.at(-1) ?? span.start
  const at = text.indexOf(unit, last + 1)
  const end = at < 0 || at > last + 24 ? span.end : at + unit.length
  return end + (AFTER.exec(text.slice(end, end + 12))?.[0].length ?? 0)
}

/** 压缩至1个工作日以内: a length of time that is measured, not one that limits. */
function lasting(text: string, {comparator, span}: Length, number: number): Value[] {
  const read = LENGTH.exec(text.slice(number, number + 16))
  const value = read && readNumeral(read[1]!)
  if (!read || value === undefined || value === null) return []
  const before = wordBefore(text, number)
  const end = Math.max(span.end, number + read[0].length)
  const unit = read[2]!.replace(/^个/, '')
  return [
    {
      kind: 'length',
      start: before.start,
      number,
      end,
      compared: before.word !== '',
      comparator,
      value,
      upper: null,
      unit,
      per: [],
      warnings: [],
    },
  ]
}
