/** What a reader of markers finds at the head of a line. */

/** One way to read the head of a line. */
export interface Reading {
  /** Index in KINDS. */
  readonly kind: number
  readonly number: number
  readonly sub: readonly number[]
  /** 1.2.3: the number of 1.2 as one value, for comparing; 0 for others. */
  readonly prefix: number
  /** Units of the marker, its closing punctuation included. */
  readonly length: number
  /** The price of calling it text. */
  readonly reject: number
  /** The price of calling it a marker. */
  readonly accept: number
  /** A number without any sign of its own: before a space and a name or a sentence, or before a name at once. */
  readonly bare?: 'name' | 'sentence' | 'glued' | 'measured'
}

export const NO_SUB: readonly number[] = []

/** One style of marker, at the head of a line. */
export type Reader = (line: string) => Reading | undefined

/** A marker of one number. */
export const simple = (kind: number, number: number | undefined, length: number, reject: number, accept = 0) =>
  number === undefined ? undefined : {kind, number, sub: NO_SUB, prefix: 0, length, reject, accept}

/** What a list item costs whose text opens with a number and a measure, by how likely both are one count. */
const COUNTS = {
  no: null,
  /** 1、3年内: an item, or some of 1、3、5年级. */
  maybe: {reject: 0.8, accept: 0.3},
  /** 一、二年级 · 5、6月 */
  yes: {reject: 0, accept: 1},
} as const

/** Whether a number is the first of several in running text: 一、二年级, but not 一、104年10月 nor 三、一年级. */
export function counted(
  pattern: RegExp,
  after: string,
  number: number | undefined,
  read: (digits: string) => number | undefined,
): {readonly reject: number; readonly accept: number} | null {
  const m = pattern.exec(after)
  const step = m ? (read(m[1]!) ?? 0) - (number ?? 0) : 0
  return COUNTS[step === 1 ? 'yes' : step > 1 ? 'maybe' : 'no']
}
