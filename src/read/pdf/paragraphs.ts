/** Lines → paragraphs: a line that fills the width goes on in the next one unless that begins anew. */
import type {Line} from './lines.ts'

/** The measures of a document by which lines are joined; all in points. */
export interface Measures {
  readonly left: number
  readonly right: number
  /** From a line to the next of the same paragraph. */
  readonly leading: number
}

/** What lines of running text have in common: where most begin, how far they go, how far apart they are. */
export function measuresOf(lines: readonly Line[]): Measures {
  const rights = lines.map(line => line.right).sort((a, b) => a - b)
  const leadings = lines.slice(1).flatMap((line, i) => {
    const before = lines[i]!
    return line.page === before.page && before.y > line.y ? [before.y - line.y] : []
  })
  return {
    left: mode(lines.map(line => line.left)),
    right: rights[Math.floor(rights.length * 0.95)] ?? 0,
    leading: smallestCommon(leadings),
  }
}

/** The value that most share, give or take two points. */
function mode(values: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const value of values) {
    const key = Math.round(value / 2)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  let best = 0
  let most = 0
  for (const [key, count] of counts)
    if (count > most || (count === most && key < best)) {
      best = key
      most = count
    }
  return best * 2
}

/** The distance inside paragraphs: the smallest that a tenth of all lines have. */
function smallestCommon(values: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(Math.round(value), (counts.get(Math.round(value)) ?? 0) + 1)
  const enough = Math.max(2, values.length / 10)
  const common = [...counts].filter(([, count]) => count >= enough).map(([value]) => value)
  return common.length > 0 ? Math.min(...common) : 0
}

/** What begins a clause, with which a line goes on only inside a sentence. */
const MARKER =
  /^(?:第[一二三四五六七八九十百零〇\d]{1,7}[编章节条]|[一二三四五六七八九十]{1,4}、|[（(][一二三四五六七八九十\d]{1,4}[)）]|\d{1,3}(?:[.．、]\d{1,3}){0,3}[.．、\s]|[①-⑳]|——|附件)/
const SENTENCE_END = /[。！？；：:;!?”"』」]$/

/** Whether `next` goes on with the paragraph of `line`. */
export function goesOn(line: Line, next: Line, {left, right, leading}: Measures): boolean {
  const em = Math.min(line.size, next.size)
  if (Math.abs(line.size - next.size) > em * 0.15) return false
  if (next.left > left + em * 0.8 && next.left > line.left + em * 0.5) return false
  const ended = SENTENCE_END.test(line.text)
  if (right - line.right > em * (ended ? 1.2 : 2.5)) return false
  if (line.page !== next.page) return !ended || !(MARKER.test(next.text) || line.left <= left + em * 0.8)
  if (leading > 0 && line.y - next.y > leading * 1.3 + 1) return false
  return !(ended && MARKER.test(next.text))
}

/** What joins two lines: nothing between wide characters, a space between words. */
export function joint(line: string, next: string): string {
  return /[\x21-\x7e]$/.test(line) && /^[\x21-\x7e]/.test(next) ? ' ' : ''
}
