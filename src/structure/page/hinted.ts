/** What the format calls furniture (nav, header, footer) → the lines inside it. */
import type {Span} from '../../text/span.ts'
import type {Line} from '../line.ts'
import type {Reason} from './furniture.ts'

interface Hinted {
  readonly span: Span
  readonly reason: Reason
}

/** What the format calls furniture is furniture. */
export function hinted(reasons: (Reason | undefined)[], lines: readonly Line[], hints: readonly Hinted[]): void {
  if (hints.length > 0)
    for (let i = 0; i < lines.length; i++) reasons[i] = reasonOf(hints, lines[i]!.span) ?? reasons[i]
}

function reasonOf(hints: readonly Hinted[], span: Span): Reason | undefined {
  let low = 0
  let high = hints.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (hints[middle]!.span.start <= span.start) low = middle + 1
    else high = middle
  }
  const hint = hints[low - 1]
  return hint && hint.span.end >= span.end ? hint.reason : undefined
}
