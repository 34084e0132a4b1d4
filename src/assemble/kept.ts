/** What the stages found in the simplified shadow of a page → the same in the text that keeps its script. */
import type {DraftFact, Repaired, Structured} from '../model/stages.ts'
import {changeOf, toOld} from '../text/map.ts'
import type {Span} from '../text/span.ts'

type Shadow = NonNullable<Repaired['shadow']>

/** How far a character of a derived text may lie from the one before it: white space and a mark may have been left out. */
const REACH = 64

/**
 * Moves every span from the shadow to the kept text, and cuts `text` and `raw` anew; what is derived from a text and
 * not a slice of it (values, metrics, ids, hashes) stays simplified. Changes the drafts in place; returns the facts.
 */
export function keepScript(
  {documents, furniture, diagnostics}: Structured,
  facts: readonly DraftFact[],
  kept: string,
  shadow: Shadow,
): readonly DraftFact[] {
  const queue: unknown[] = [documents, furniture, facts, diagnostics]
  const moved = new Set<unknown>()
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (moved.has(next)) continue
    moved.add(next)
    if (Array.isArray(next)) for (const element of next) queue.push(element)
    else if (typeof next === 'object' && next !== null) moveObject(next as Record<string, unknown>, kept, shadow, queue)
  }
  return facts
}

function moveObject(object: Record<string, unknown>, kept: string, shadow: Shadow, queue: unknown[]): void {
  const slices = slicesOf(object)
  for (const key of ['text', 'raw', 'label'])
    if (typeof object[key] === 'string' && slices.length > 0) object[key] = rewritten(object[key], slices, kept, shadow)
  for (const key in object) {
    const value = object[key]
    if (isSpan(value)) object[key] = toOld(shadow.map, value)
    else if (typeof value === 'object' && value !== null) queue.push(value)
  }
}

const isSpan = (value: unknown): value is Span =>
  typeof value === 'object' && value !== null && 'start' in value && 'end' in value && typeof value.start === 'number'

/** The stretches of the shadow that the text of an object was cut from: its body parts, its cell parts, or its span. */
function slicesOf(object: Record<string, unknown>): Span[] {
  const places = object['body'] ?? object['parts']
  if (Array.isArray(places)) return places.map(place => (place as {span: Span}).span)
  return isSpan(object['span']) ? [object['span']] : []
}

/** The text with each of its characters as the kept text writes it; what was added between slices stays. */
function rewritten(text: string, slices: readonly Span[], kept: string, shadow: Shadow): string {
  const units = slices.flatMap(slice => unitsOf(slice, kept, shadow))
  let out = ''
  let at = 0
  for (let i = 0; i < text.length; i++) {
    let next = at
    while (next < units.length && next < at + REACH && units[next]!.seen !== text[i]) next++
    if (units[next]?.seen === text[i] && next < at + REACH) {
      out += units[next]!.kept
      at = next + 1
    } else out += text[i]
  }
  return out
}

/** Each unit of a slice of the shadow, and what stands for it in the kept text. */
function unitsOf(slice: Span, kept: string, {text, map}: Shadow): {seen: string; kept: string}[] {
  const units = []
  for (let at = slice.start; at < slice.end; at++) {
    const change = changeOf(map, at)
    const old = toOld(map, {start: at, end: at + 1})
    const seen = text[at]!
    if (!change) units.push({seen, kept: kept.slice(old.start, old.end)})
    else if (change.end - change.start === change.oldEnd - change.oldStart)
      units.push({seen, kept: kept[change.oldStart + at - change.start]!})
    else units.push({seen, kept: at === change.start ? kept.slice(change.oldStart, change.oldEnd) : ''})
  }
  return units
}
