/** Hits of a search → lines for a person: where it stands, and the words around the hit, marked. */
import {harmless, inLine, type Paint, plain, type Style} from './paint.ts'
import {placeIn} from './row.ts'
import {clip, width} from './width.ts'

/** What is shown of a hit. */
export interface Shown {
  readonly path: string
  readonly line: number | null
  readonly page: number | null
  readonly cite: string | null
  readonly title: string | null
  readonly text: string
}

/** Two lines a hit: place, cite and title; then the text around the first of the words that stands there. */
export function* hitLines(
  hits: readonly Shown[],
  words: readonly string[],
  {paint = plain, columns = 100}: Style = {},
): Generator<string> {
  for (const hit of hits) {
    const place = placeIn(hit.path, hit)
    const rest = clip([hit.cite, hit.title].filter(Boolean).join('  '), Math.max(20, columns - width(place) - 2))
    yield `${paint('bold', inLine(place))}  ${paint('dim', harmless(rest).trimEnd())}`
    yield `  ${marked(around(hit.text, words, columns - 4), words, paint)}`
  }
}

/** So much of the text as fits, with the first of the words in its first half. */
function around(text: string, words: readonly string[], columns: number): string {
  const flat = harmless(text.replace(/\s+/g, ' '))
  const found = words.map(word => flat.indexOf(word)).filter(at => at >= 0)
  const start = Math.max(0, Math.min(...found, flat.length) - Math.floor(columns / 6))
  return clip(start > 0 && found.length > 0 ? `…${flat.slice(start)}` : flat, columns).trimEnd()
}

function marked(text: string, words: readonly string[], paint: Paint): string {
  let out = text
  for (const word of words) if (word.length > 0) out = out.split(word).join(paint('yellow', word))
  return out
}
