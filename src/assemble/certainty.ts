/** How certain the characters under a fact are: the worst of the guesses it touches, and the repairs it rests on. */
import type {Certainty, Repair} from '../model/repair.ts'
import {lastAtMost, overlaps, type Span} from '../text/span.ts'
import {worse} from './record.ts'

/** A function from a span to the certainty of its characters and the repairs in it. A repair without guesses counts whole. */
export function grounding(repairs: readonly Repair[]): (span: Span) => {certainty: Certainty; ids: string[]} {
  return span => {
    let certainty: Certainty = 'read'
    const ids: string[] = []
    for (
      let i = Math.max(
        0,
        lastAtMost(repairs, span.start, r => r.span.start),
      );
      i < repairs.length;
      i++
    ) {
      const repair = repairs[i]!
      if (repair.span.start >= span.end) break
      if (!overlaps(repair.span, span) && !(repair.after === '' && repair.span.start > span.start)) continue
      ids.push(repair.id)
      if (!repair.guesses) certainty = worse(certainty, repair.certainty)
      else for (const g of repair.guesses) if (overlaps(g.span, span)) certainty = worse(certainty, g.certainty)
    }
    return {certainty, ids}
  }
}
