/** Drafts → published shapes: every object that has a span gets the place in the source. */
import type {Origin} from '../model/span.ts'
import type {Span} from '../text/span.ts'

export type Locate = (span: Span) => Origin

/** Adds `origin` beside every `span`, in place. Inline items stay views without one; a field without a span has none. */
export function withOrigins<T>(draft: unknown, locate: Locate): T {
  const queue: unknown[] = [draft]
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (Array.isArray(next)) for (const element of next) queue.push(element)
    else if (typeof next === 'object' && next !== null) addOrigin(next as Record<string, unknown>, locate, queue)
  }
  return draft as T
}

function addOrigin(object: Record<string, unknown>, locate: Locate, queue: unknown[]): void {
  if ('span' in object) object['origin'] = object['span'] === null ? null : locate(object['span'] as Span)
  for (const key in object) {
    if (key === 'span' || key === 'origin' || key === 'items') continue
    const value = object[key]
    if (typeof value === 'object' && value !== null) queue.push(value)
  }
}
