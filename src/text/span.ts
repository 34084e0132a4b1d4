/** Spans: half-open stretches of one string in UTF-16 code units, as `slice` counts. */

/** A half-open stretch `[start, end)`. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** The text a span covers. */
export const cut = (text: string, span: Span): string => text.slice(span.start, span.end)

/** Whether two spans share at least one unit. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** Whether `outer` covers all of `inner`. */
export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

/** A span found in a slice, in the string that the slice was cut from. */
export const shift = (span: Span, by: number): Span => ({start: span.start + by, end: span.end + by})

/** The span without the white space at its two ends; empty (at its start) when it is all white space. */
export function trimSpan(text: string, span: Span): Span {
  const slice = text.slice(span.start, span.end)
  const end = span.start + slice.trimEnd().length
  const start = Math.min(end, span.end - slice.trimStart().length)
  return {start: Math.max(start, span.start), end}
}

/** The index of the last element whose key is at most `key`; -1 when there is none. Keys must be in ascending order. */
export function lastAtMost<T>(list: ArrayLike<T>, key: number, of: (element: T) => number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (of(list[middle]!) <= key) low = middle + 1
    else high = middle
  }
  return low - 1
}
