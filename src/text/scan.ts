/** What a reader of numbers has read so far of one number: its digits, and its terms with their powers of ten. */
import type {Term} from './terms.ts'

/** What has been read so far of one number. `from` is where the running section of 万, 亿, 兆 begins in `terms`. */
export interface Scan {
  readonly terms: Term[]
  digits: string
  upper: string
  from: {4: number; 8: number; 12: number}
  /** Power of the last magnitude; 0 before the first and after 零. */
  last: number
  lowest: number
  arabic: boolean
  grouped: boolean
  more: boolean
  some: boolean
  bare: boolean
}

export const begin = (): Scan => ({
  terms: [],
  digits: '',
  upper: '',
  from: {4: 0, 8: 0, 12: 0},
  last: 0,
  lowest: 99,
  arabic: false,
  grouped: false,
  more: false,
  some: false,
  bare: false,
})

/** The digits read so far (or others) become a term of a power of ten. */
export function push(scan: Scan, mantissa: string, power: number): void {
  if (scan.upper) scan.terms.push({mantissa: `~${scan.upper}`, power})
  scan.terms.push({mantissa, power})
  scan.digits = ''
}
