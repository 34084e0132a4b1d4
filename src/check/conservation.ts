/** Every non-blank character of the text stands in exactly one leaf or furniture block, in order. */
import type {Result} from '../model/result.ts'
import {type LeafSpan, leaves} from './leaves.ts'
import {excerpt, type Report} from './problem.ts'
import type {Ruler} from './ruler.ts'

/** Tells what stands in no leaf, and what stands in two. */
export function conservation(result: Result, text: Ruler, report: Report): void {
  const all: LeafSpan[] = result.furniture.map((block, i) => ({span: block.span, at: `/furniture/${i}`}))
  for (const document of result.documents) for (const leaf of leaves(document)) all.push(leaf)
  all.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
  let at = 0
  for (const {span, at: id} of all) {
    if (span.start < at && span.end > span.start)
      report({
        code: 'conservation',
        message: `Unexpected ${excerpt(text.cut(span))} in two leaves, expected it in one`,
        at: id,
        span,
      })
    lost(at, span.start, id)
    at = Math.max(at, span.end)
  }
  lost(at, text.length, 'the end')

  function lost(start: number, end: number, before: string): void {
    const slice = text.cut({start, end})
    if (end > start && slice.trim() !== '')
      report({
        code: 'conservation',
        message: `Unexpected ${excerpt(slice.trim())} in no leaf, expected it before ${before}`,
        at: '/documents',
        span: {start, end},
      })
  }
}
