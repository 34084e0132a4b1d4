/** An amount in percent → a finding, with what it is a part of: 不低于当年公用经费的5% → >= 5, base 当年公用经费. */
import type {Amount} from '../amount.ts'
import type {FindingOf} from '../block.ts'
import {compared} from '../data/comparators.ts'
import {baseOf} from './base.ts'

export type Percentage = FindingOf<'percentage'>

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
