/** A reposted notice under the site's own title, day, tags and teaser → what stands between the two titles and is the site's. */
import {readDate} from '../../text/dates.ts'
import type {Line} from '../line.ts'
import {isBody} from '../metadata/bodies.ts'
import {readBracketed} from '../metadata/bracketed.ts'
import {readPairs} from '../metadata/labels.ts'
import {readNumber} from '../metadata/numbers.ts'
import {isAddressee} from './addressee.ts'
import {isMarked, isTitle, plainTitle} from './kinds.ts'

/** How far below the site's title the notice's own may stand, and over how many lines. */
const FAR = 16
const MOST_LINES = 3
const MOST_TAG = 10

/**
 * The lines between a title and its repetition, where a number or 主送机关 follows the second: tags of a word or two, and
 * a teaser that opens with the title. Days and labels stay: they tell when the page was put up.
 */
export function betweenTitles(lines: readonly Line[], reasons: readonly unknown[]): number[] {
  const first = lines.findIndex((_, i) => !reasons[i])
  if (first < 0 || !isTitle(lines[first]!.text)) return []
  const title = plainTitle(lines[first]!.text)
  const again = repetition(lines, first, title)
  if (again === undefined) return []
  const out: number[] = []
  const above = lines.findLastIndex((_, i) => i < again && !reasons[i])
  for (let i = first + 1; i < again; i++) {
    const {text} = lines[i]!
    // Who issued it, right over the title that it gave it.
    if (i === above && isBody(lines[i]!.text)) continue
    if (reasons[i] || readPairs(lines[i]!) || readDate(text) || /^\d{4}-/.test(text)) continue
    if (text.length <= MOST_TAG || plainTitle(text.slice(0, 2 * title.length)).startsWith(title)) out.push(i)
  }
  return out
}

/** Where the title stands again, over some lines, with a number or 主送机关 under it. */
function repetition(lines: readonly Line[], first: number, title: string): number | undefined {
  for (let i = first + 1; i < Math.min(lines.length, first + FAR); i++) {
    if (isMarked(lines[i]!.text)) return undefined
    let joined = ''
    for (let count = 0; count < MOST_LINES && lines[i + count]; count++) {
      joined += plainTitle(lines[i + count]!.text)
      if (joined.length > title.length) break
      const below = lines[i + count + 1]?.text ?? ''
      if (joined === title && (readNumber(below) || readBracketed(below) !== undefined || isAddressee(below))) return i
    }
  }
  return undefined
}
