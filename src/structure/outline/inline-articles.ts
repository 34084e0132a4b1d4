/** …制定本办法。 第二条 本办法所称… inside lines → where the articles begin that no line begins with, one after the other. */
import {ARTICLE} from '../data/kinds.ts'
import {readings} from './markers.ts'
import type {Piece} from './pieces.ts'
import type {Decision} from './search.ts'

/** So many in a row of numbers are no references. */
const ENOUGH = 3
const LONGEST_MARKER = 40
const ENDS = /[。；！？”） \u3000][ \u3000]{0,4}$/
const MOST_SPACES = 5

/** Places after the end of a sentence, where the next article of the text begins before a space or the end of the line. */
export function inlineArticles(
  text: string,
  cut: readonly Piece[],
  decisions: readonly (Decision | null)[],
): readonly number[] {
  const heads = new Set<number>()
  for (const d of decisions) if (d?.reading?.kind === ARTICLE) heads.add(d.reading.number)
  const found: number[] = []
  let last = 0
  // Pieces stand in order: what one has looked for beyond its end is known to those after it.
  let at = -1
  for (const [i, piece] of cut.entries()) {
    const reading = decisions[i]?.reading
    if (reading?.kind === ARTICLE) last = reading.number
    if (piece.kind !== 'text') continue
    for (at = at < piece.start ? sign(text, piece.start) : at; at < piece.end; at = sign(text, at + 1)) {
      if (!ENDS.test(text.slice(Math.max(piece.start, at - MOST_SPACES), at))) continue
      const next = readings(text.slice(at, Math.min(at + LONGEST_MARKER, piece.end))).find(r => r.kind === ARTICLE)
      if (
        !next ||
        (next.number !== last + 1 && !(last === 0 && next.number === 2)) ||
        next.accept > 0 ||
        next.sub.length > 0 ||
        heads.has(next.number)
      )
        continue
      const spaced = /^(?:[ \u3000]|$)/.test(text.slice(at + next.length, Math.min(at + next.length + 1, piece.end)))
      if (!spaced && !(heads.size >= ENOUGH && last > 0 && text[at - 1] === '。')) continue
      found.push(at)
      last = next.number
    }
  }
  return found.length >= ENOUGH || heads.size >= ENOUGH ? found : []
}

/** The next 第; beyond every text when there is none. */
function sign(text: string, from: number): number {
  const at = text.indexOf('第', from)
  return at < 0 ? Infinity : at
}
