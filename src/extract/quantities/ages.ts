/** 满45周岁 → >= 45 · 满35周岁至未满45周岁 → 35..45: ages that are reached. */
import {endAt, matchAt} from '../../text/match.ts'
import type {Numeral} from '../../text/numerals.ts'
import type {Amount} from '../amount.ts'

const REACHED = /(?<=(?<![未不届期每圆])满 ?)/y
const YEARS = /周?岁/y
const UP_TO = /[，、]?(?:至|到)?(?:未满|不满)/y

/** The amount, where it is an age with 满 before it; up to another where one follows. */
export function aged(
  text: string,
  numbers: readonly Numeral[],
  i: number,
  amount: Amount | undefined,
): Amount | undefined {
  if (amount?.comparator !== '=' || amount.upper !== null) return amount
  if (endAt(YEARS, text, amount.unitStart) < 0 || matchAt(REACHED, text, amount.start) === null) return amount
  const start = text.lastIndexOf('满', amount.start)
  const next = numbers[i + 1]
  if (next && endAt(UP_TO, text, amount.end) === next.start && next.value > amount.value) {
    const end = endAt(YEARS, text, next.end)
    if (end > 0)
      return {
        ...amount,
        start,
        end,
        upper: next.value,
        numbers: [...amount.numbers, next.start],
        unitStart: next.end,
        unitEnd: end,
      }
  }
  return {...amount, start, comparator: '>='}
}
