/** 99%以上 → >= 99 · 八分之一左右 → ~ 12.5 · 提高5个百分点 → 5 pp · 不低于当年公用经费的5% → >= 5, base 当年公用经费. */
import {endAt, matchAt} from '../../text/match.ts'
import {type Numeral, numeralAt} from '../../text/numerals.ts'
import {type Amount, readAmount} from '../amount.ts'
import type {Block, FactRule, FindingOf} from '../block.ts'
import {BEFORE, compared} from '../data/comparators.ts'

type Unit = FindingOf<'percentage'>['unit']

const SIGN = / ?(?:[%％‰]|个?百分点|成(?=[以左的，。、；）)多一二三四五六七八九半]|$))/y
const TENTHS = /(?<=[一二两三四五六七八九十\d])成 ?([一二三四五六七八九半])?(?![一二三四五六七八九十百千万个])/y
/** 占总数的, 不低于当年公用经费的: what the percentage is a part of. */
const BASE =
  /(?<=(?:占|为|达到?|达|按照?|以|于|过|等于|多于|少于|取得|提取|减按|降至|增至|收取)((?:[^，。；：、（）()\d%的]|的(?=[^，。；]{1,12}的)){2,24}?)的(?:比例为?)? ?)/y
/** 不超过项目投资额50%: the same without 的. */
const PLAIN_BASE =
  /(?<=(不得低于|不得少于|不得超过|不得高于|不低于|不少于|不超过|不高于|超过|低于|不足|不及)((?:其|该)?[^，。；：、（）()\d%《》不]{2,20}?)(?:的)? ?)/y
const NEGATIVE = /(?<=(?:^|[（(：:，、为至到 ])[-－−]|负)/y
const TIMES = /(?<=[×*xX✕] ?)/y
const PART = /分之/y
const SLASH = /\/(\d{1,3})(?![\d/月日.])/y

export const percentage: FactRule = {
  id: 'percentage',
  *find(block) {
    const read = new Set<number>()
    for (const i of block.tokens.numbers.keys()) {
      if (read.has(block.tokens.numbers[i]!.start)) continue
      const found = signed(block, i) ?? slashed(block, i)
      if (!found) continue
      for (const at of found.numbers ?? []) read.add(at)
      yield found
    }
    for (const cue of block.tokens.cues) {
      const found = block.text[cue] === '分' ? worded(block, cue) : undefined
      if (found && !found.numbers?.some(at => read.has(at))) {
        for (const at of found.numbers ?? []) read.add(at)
        yield found
      }
    }
  },
}

function signed({text, tokens}: Block, i: number): FindingOf<'percentage'> | undefined {
  const amount = readAmount(text, tokens.numbers, i, at => endAt(SIGN, text, at))
  if (!amount) return undefined
  if (matchAt(TIMES, text, amount.numberStart)) return undefined
  const sign = text.slice(amount.unitStart, amount.unitEnd).trim()
  if (sign.startsWith('成')) return tenths(text, amount)
  const unit: Unit = sign === '‰' ? '‰' : sign.endsWith('点') ? 'pp' : '%'
  return matchAt(NEGATIVE, text, amount.start)
    ? negative(finding(text, amount, unit, 1))
    : finding(text, amount, unit, 1)
}

/** （-50%）: the sign belongs to the value where no number or word stands before it. */
const negative = (fact: FindingOf<'percentage'>): FindingOf<'percentage'> => ({
  ...fact,
  span: {start: fact.span.start - 1, end: fact.span.end},
  value: -fact.value,
  upper: fact.upper === null ? null : -fact.upper,
})

/** 三成 is 30 %; 完成, 组成 have no number, and 成 is no unit of a longer one. */
function tenths(text: string, amount: Amount): FindingOf<'percentage'> | undefined {
  const more = matchAt(TENTHS, text, amount.unitStart)
  if (!more || amount.value > 10 || text[amount.numberStart - 1] === '第') return undefined
  const found = finding(text, amount, '%', 10)
  const rest = more[1] === '半' ? 5 : '一二三四五六七八九'.indexOf(more[1] ?? '') + (more[1] ? 1 : 0)
  if (rest === 0) return found
  return {...found, value: found.value + rest, span: {start: found.span.start, end: amount.unitStart + more[0].length}}
}

/** 1/3 of something; dates and ratios have no 的 before them and no 以上 after. */
function slashed({text, tokens}: Block, i: number): FindingOf<'percentage'> | undefined {
  const over = tokens.numbers[i]!
  const slash = matchAt(SLASH, text, over.end)
  if (!slash || !over.plain || !over.arabic) return undefined
  const under = Number(slash[1])
  const end = over.end + slash[0].length
  if (over.value >= under || !/[的于过占约近达为按]$/.test(text.slice(Math.max(0, over.start - 1), over.start))) {
    if (over.value >= under || !/^(?:以上|以下|左右|的)/.test(text.slice(end, end + 2))) return undefined
  }
  const numeral = {...over, end, value: (100 * over.value) / under}
  const amount = readAmount(text, [numeral], 0, at => at)
  return amount && {...finding(text, amount, '%', 1), numbers: [over.start, over.end + 1]}
}

const UNDER = /(?<=(?:^|[^零〇一二两三四五六七八九十百千万\d])([零〇一二两三四五六七八九十百千万\d]{1,6}))/y
const WHOLE = /(?<=百)分(?:之百|百)?/y

/** 百分之五, 三分之二, 千分之一点五; 百分百. `cue` is the place of 分. */
function worded({text}: Block, cue: number): FindingOf<'percentage'> | undefined {
  const under = matchAt(UNDER, text, cue)?.[1]
  if (!under) return undefined
  const start = cue - under.length
  if (matchAt(WHOLE, text, cue)?.[0] === '分百' && under === '百') return whole(start, cue + 2)
  if (matchAt(PART, text, cue) === null) return undefined
  const fraction = fractionAt(text, start, cue, under)
  if (!fraction) return undefined
  const numbers = [fraction.numeral, ...(fraction.next ? [fraction.next] : [])]
  const amount = readAmount(text, numbers, 0, at => at)
  const inner = numbers.flatMap(n => startsIn(n))
  return amount && {...finding(text, amount, fraction.unit, 1), numbers: inner}
}

const startsIn = ({start, end}: Numeral): number[] => Array.from({length: end - start}, (_, i) => start + i)

interface Fraction {
  readonly numeral: Numeral
  readonly next: Numeral | undefined
  readonly unit: Unit
}

function fractionAt(text: string, start: number, cue: number, under: string): Fraction | undefined {
  const over = numeralAt(text, cue + 2)
  const parts = under === '百' ? 100 : under === '千' ? 1000 : under === '万' ? 10000 : numeralAt(under, 0)?.value
  if (!over || !parts) return undefined
  const [unit, scale]: [Unit, number] = parts === 1000 ? ['‰', 1000] : ['%', 100]
  const of = (n: number): number => (scale === parts ? n : (scale * n) / parts)
  const numeral = {...over, start, value: of(over.value), upper: over.upper === null ? null : of(over.upper)}
  return {numeral, next: upperOf(text, over.end, under, of), unit}
}

/** 百分之三十至四十, 百分之十到百分之二十: the second number, as a number of its own for the range. */
function upperOf(text: string, end: number, under: string, of: (n: number) => number): Numeral | undefined {
  const connector = /^(?:至|到|[-—–～~]{1,2})/.exec(text.slice(end, end + 2))
  const above = connector ? '' : (/^以上(?=百分之|千分之)/.exec(text.slice(end, end + 5))?.[0] ?? undefined)
  if (!connector && above === undefined) return undefined
  const start = end + (connector?.[0].length ?? above!.length)
  const again = text.startsWith(`${under}分之`, start) ? under.length + 2 : 0
  const next = numeralAt(text, start + again)
  if (!next) return undefined
  return {...next, start, value: of(next.value)}
}

function whole(start: number, end: number): FindingOf<'percentage'> {
  return {
    kind: 'percentage',
    span: {start, end},
    numbers: [start, end - 1],
    comparator: '=',
    value: 100,
    upper: null,
    unit: '%',
    base: null,
  }
}

function finding(text: string, amount: Amount, unit: Unit, times: number): FindingOf<'percentage'> {
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
  if (!plain || /[了为将使由在]|[^公投]入$/.test(plain[2]!)) return undefined
  return {of: plain[2]!, word: plain[1], start: text.lastIndexOf(plain[1]!, amount.start)}
}

/** The comparing word that ends near where the base begins. */
function comparedBefore(text: string, at: number): {text: string; start: number} | undefined {
  for (const end of [at, at - 1, at + 1]) {
    const word = end > 0 ? matchAt(BEFORE, text, end)?.[1] : undefined
    if (word && word !== '上' && word !== '近' && word !== '约') return {text: word, start: text.lastIndexOf(word, end)}
  }
  return undefined
}
