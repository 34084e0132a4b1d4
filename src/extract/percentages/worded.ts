/** 百分之五 → 5 % · 三分之二 → 66.666667 % · 千分之一点五 → 1.5 ‰ · 百分之十以上百分之三十以下 · 百分百. */
import {charset} from '../../text/charset.ts'
import {matchAt} from '../../text/match.ts'
import {type Numeral, numeralAt} from '../../text/numerals.ts'
import {noUnit, readAmount} from '../amount.ts'
import type {Block} from '../block.ts'
import {negative, type Percentage, percentageOf, rounded} from './finding.ts'

const UNDER = /(?<=(?:^|[^零〇一二两三四五六七八九十百千万佰仟\d])([零〇一二两三四五六七八九十百千万佰仟\d]{1,6}))/y
const isNumeral = charset('零〇一二两三四五六七八九十百千万佰仟0123456789')
const PART = /分之/y
const WHOLE = /(?<=百)分(?:之百|百)?/y

/** The share whose 分 stands at `cue`; undefined where it is another 分. */
export function worded({text}: Block, cue: number): Percentage | undefined {
  const under = isNumeral(text.charCodeAt(cue - 1)) ? matchAt(UNDER, text, cue)?.[1] : undefined
  if (!under) return undefined
  const start = cue - under.length
  if (matchAt(WHOLE, text, cue)?.[0] === '分百' && under === '百') return whole(start, cue + 2)
  if (matchAt(PART, text, cue) === null) return undefined
  const fraction = fractionAt(text, start, cue, under)
  if (!fraction) return undefined
  const numbers = [fraction.numeral, ...(fraction.next ? [fraction.next] : [])]
  const amount = readAmount(text, numbers, 0, noUnit)
  if (!amount) return undefined
  const share = {...percentageOf(text, amount, fraction.unit), numbers: numbers.flatMap(n => startsIn(n))}
  return text[amount.start - 1] === '负' && !isDebt(text.charCodeAt(amount.start - 2)) ? negative(share) : share
}

/** 抱负, 担负: 负 that is no sign. */
const isDebt = charset('抱担肩背欺辜胜自')

const startsIn = ({start, end}: Numeral): number[] => Array.from({length: end - start}, (_, i) => start + i)

interface Fraction {
  readonly numeral: Numeral
  readonly next: Numeral | undefined
  readonly unit: Percentage['unit']
}

/** 百分之, 仟分之 in formal digits. */
const WHOLES: Readonly<Record<string, number>> = {百: 100, 佰: 100, 千: 1000, 仟: 1000, 万: 10000}

function fractionAt(text: string, start: number, cue: number, under: string): Fraction | undefined {
  const over = numeralAt(text, cue + 2)
  const parts = WHOLES[under] ?? numeralAt(under, 0)?.value
  if (!over || !parts) return undefined
  const [unit, scale]: [Percentage['unit'], number] = parts === 1000 ? ['‰', 1000] : ['%', 100]
  const of = (n: number): number => (scale === parts ? n : rounded((scale * n) / parts))
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

function whole(start: number, end: number): Percentage {
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
