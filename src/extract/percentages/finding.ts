/** An amount in percent → a finding, with what it is a part of: 不低于当年公用经费的5% → >= 5, base 当年公用经费. */
import type {Amount} from '../amount.ts'
import type {FindingOf} from '../block.ts'
import {compared} from '../data/comparators.ts'
import {baseOf} from './base.ts'

export type Percentage = FindingOf<'percentage'>

/** A share that has no end as a percentage is given with six decimals: 三分之一 is 33.333333. */
export const rounded = (share: number): number => Number(share.toFixed(6))

/** `power` is 1 for tenths (三成): digits are shifted, never multiplied. */
export function percentageOf(text: string, amount: Amount, unit: Percentage['unit'], power = 0): Percentage {
  const of = (n: number): number => (power === 0 ? n : Number(`${n}e${power}`))
  const base = baseOf(text, amount)
  const compares = base?.word && amount.comparator === '=' && amount.upper === null
  return {
    kind: 'percentage',
    span: {start: compares ? base.start : amount.start, end: amount.end},
    numbers: amount.numbers,
    comparator: compares ? compared(base.word!) : amount.comparator,
    value: of(amount.value),
    upper: amount.upper === null ? null : of(amount.upper),
    unit,
    base: base?.of ?? null,
  }
}

/** （-50%）: the sign belongs to the value where no number or word stands before it. */
export const negative = (fact: Percentage): Percentage => ({
  ...fact,
  span: {start: fact.span.start - 1, end: fact.span.end},
  value: -fact.value,
  upper: fact.upper === null ? null : -fact.upper,
})
