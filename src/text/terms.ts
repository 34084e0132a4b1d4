/** The pieces of a number with magnitudes → their sum: 三百 + 二十 + 五. Digits are shifted, never multiplied. */

export interface Term {
  /** Decimal digits; of the upper number of a pair, with ~ before them. */
  mantissa: string
  power: number
}

/** The sum of the terms; with `high`, the upper number of a pair in place of its lower one. */
export function sum(terms: readonly Term[], high: boolean): number {
  let total = 0
  for (let i = 0; i < terms.length; i++) {
    const {mantissa, power} = terms[i]!
    if (mantissa.startsWith('~')) total += high ? shifted(mantissa.slice(1), power) : 0
    else if (!(high && i > 0 && terms[i - 1]!.mantissa.startsWith('~'))) total += shifted(mantissa, power)
  }
  return total
}

const shifted = (mantissa: string, power: number): number => Number(power === 0 ? mantissa : `${mantissa}e${power}`)
