/** Drafts → published shapes: every object that has a span gets the place in the source. */

import type {Origin} from '../model/span.ts'
import type {DraftDocument, FlowingDocument, FlowingNode} from '../model/stages.ts'
import {flow} from '../text/flow.ts'
import type {Span} from '../text/span.ts'

export type Locate = (span: Span) => Origin

type Open = Record<string, unknown>

/** The documents with their places, a node at a time. */
export const locatedDocuments = (drafts: readonly DraftDocument[], locate: Locate): Iterable<FlowingDocument> =>
  each(drafts, draft => located<FlowingDocument>(draft, locate))

/**
 * A copy of a draft with `origin` behind the members of each object that has a `span`; `children` are copied when they are
 * read. Inline items stay views without one; a field without a span has none.
 */
export function located<T>(draft: object, locate: Locate): T {
  const copy: Open = {...draft}
  for (const key in copy) {
    const value = copy[key]
    if (typeof value !== 'object' || value === null || key === 'span' || key === 'items') continue
    if (key === 'children') copy[key] = each(value as object[], child => located<FlowingNode>(child, locate))
    else copy[key] = Array.isArray(value) ? value.map(one => locatedIn(one, locate)) : located(value, locate)
  }
  if ('span' in copy) copy['origin'] = copy['span'] === null ? null : locate(copy['span'] as Span)
  return copy as T
}

const locatedIn = (value: unknown, locate: Locate): unknown =>
  typeof value === 'object' && value !== null ? located(value, locate) : value

function each<T, U>(list: readonly T[], change: (element: T) => U): Iterable<U> {
  return flow(function* () {
    for (const element of list) yield change(element)
  })
}
