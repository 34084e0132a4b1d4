/** The text of a Result, cut and measured in the unit that its offsets count in. */
import type {Result} from '../model/result.ts'
import type {Span} from '../text/span.ts'

export interface Ruler {
  readonly length: number
  readonly cut: (span: Span) => string
  /** The length of any text in this unit. */
  readonly measure: (text: string) => number
}

/** How this Result's spans cut its text. */
export function ruler({text, offsets}: Pick<Result, 'text' | 'offsets'>): Ruler {
  if (offsets === 'utf-16')
    return {length: text.length, cut: span => text.slice(span.start, span.end), measure: t => t.length}
  const points = Array.from(text)
  return {
    length: points.length,
    cut: span => points.slice(span.start, span.end).join(''),
    measure: t => Array.from(t).length,
  }
}
