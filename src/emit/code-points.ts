/** A Result counted in UTF-16 code units → the same Result counted in code points, or back. */
import type {FoldEdit} from '../model/repair.ts'
import type {Result} from '../model/result.ts'
import type {Origin, Span} from '../model/span.ts'
import {lastAtMost} from '../text/span.ts'
import {undo} from '../text/undo.ts'

/** An offset in one unit → the same offset in the other. */
type Measure = (at: number) => number

const same: Measure = at => at
const units = (text: string): number => text.length
const points = (text: string): number => Array.from(text).length

/**
 * Converts every offset, length and column.
 * @param decoded the decoded source, in which origins count; of a source without offsets (docx, PDF) any text
 */
export function toCodePoints(result: Result, decoded: string): Result {
  if (result.offsets === 'code-point') return result
  const origin = pointAt(decoded)
  const out = moved(result, pointAt(result.text), origin)
  out.offsets = 'code-point'
  out.source.characters = points(undo(result).read)
  for (const [i, {origin: place, characters}] of result.source.omitted.entries())
    if ('start' in place && place.end - place.start === characters)
      out.source.omitted[i]!.characters = origin(place.end) - origin(place.start)
  out.folds = folds(result, pointAt(result.text), units, points)
  return out
}

/** Converts spans back to UTF-16 units, for whoever cuts the text; origins stay as they are. */
export function toUtf16(result: Result): Result {
  if (result.offsets === 'utf-16') return result
  const out = moved(result, unitAt(result.text), same)
  out.offsets = 'utf-16'
  out.folds = folds(result, unitAt(result.text), points, units)
  return out
}

/** Whether a text has characters outside the Basic Multilingual Plane, where the two units differ. */
export const differs = (text: string): boolean => /[\ud800-\udbff]/.test(text)

function pointAt(text: string): Measure {
  const astral = Array.from(text.matchAll(/[\u{10000}-\u{10FFFF}]/gu), m => m.index)
  return astral.length === 0 ? same : at => at - 1 - lastAtMost(astral, at - 1, same)
}

function unitAt(text: string): Measure {
  const astral = Array.from(text.matchAll(/[\u{10000}-\u{10FFFF}]/gu), (m, i) => m.index - i)
  return astral.length === 0 ? same : at => at + 1 + lastAtMost(astral, at - 1, same)
}

/** A copy with every span and origin moved. */
function moved(result: Result, at: Measure, origin: Measure): Result {
  const copy = structuredClone(result)
  const queue: object[] = [copy]
  for (let next = queue.pop(); next; next = queue.pop())
    for (const [key, value] of Object.entries(next)) {
      if (typeof value !== 'object' || value === null) continue
      if (key === 'span' || key === 'valueSpan') moveSpan(value, at)
      else if (key === 'origin') moveOrigin(value, origin)
      else if (key !== 'folds') queue.push(value)
    }
  return copy
}

function moveSpan(span: Span, at: Measure): void {
  span.start = at(span.start)
  span.end = at(span.end)
}

function moveOrigin(place: Origin, at: Measure): void {
  if (!('start' in place)) return
  place.column = at(place.start) - at(place.start - place.column + 1) + 1
  moveSpan(place, at)
}

type Length = (text: string) => number

/** In either unit the length of what stands there now is left out where it is that of `before`. */
const folds = (result: Result, at: Measure, from: Length, to: Length): Result['folds'] =>
  result.folds.map(fold => ({
    ...fold,
    edits: fold.edits.map(([start, before, length]): FoldEdit => {
      const now = at(start + (length ?? from(before))) - at(start)
      return now === to(before) ? [at(start), before] : [at(start), before, now]
    }),
  }))
