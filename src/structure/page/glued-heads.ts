/** 学校工作计划 篇2新学期里，我校…: where the head of one of several documents ends that has its text on the same line. */
import {readNumeral} from '../../text/numerals.ts'
import type {Line} from '../line.ts'
import {announced} from './collection.ts'
import {isMarked, isTitle, plainTitle} from './kinds.ts'

/** How many lines of a page may announce its documents. */
const FIRST_LINES = 12
const LONGEST_HEADLINE = 80
const SHORTEST_STEM = 4
/** What stands behind a head that is glued to it is a text, not the rest of a title. */
const SHORTEST_TEXT = 12

const NUMBER = '(\\d{1,3}|[一二三四五六七八九十]{1,3})'
const HEAD = new RegExp(
  `^([^。；，：]{4,60}?)[ \\u3000]{0,2}(?:[（(【]?(?:第|篇|范文)[ \\u3000]{0,2}${NUMBER}[ \\u3000]{0,2}篇?[)）】]?|(\\d{1,2})(?![\\d.．、]))[:：]?[ \\u3000]{0,2}(?=[\\u3400-\\u9fff“《]|$)`,
)

/**
 * For each line that opens with a head and goes on with its text, how long the head is. The stem of a head is a part
 * of the headline that announces how many there are (…计划汇编8篇), and its number is the next.
 */
export function gluedHeads(lines: readonly Line[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  const headline = lines.slice(0, FIRST_LINES).find(({text}) => announces(text))
  if (!headline) return found
  const title = plainTitle(headline.text)
  let next = 1
  for (let i = 0; i < lines.length; i++) {
    const {text} = lines[i]!
    if (lines[i] === headline || isMarked(text)) continue
    const head = HEAD.exec(text.slice(0, 100))
    if (!head || readNumeral(head[2] ?? head[3]!) !== next) continue
    const stem = plainTitle(head[1]!)
    if (stem.length < SHORTEST_STEM || !title.includes(stem)) continue
    next++
    if (text.length - head[0].length >= SHORTEST_TEXT || isTitle(text.slice(head[0].length)))
      found.set(i, head[0].length)
  }
  return found
}

const announces = (text: string): boolean => text.length <= LONGEST_HEADLINE && (announced(text) ?? 0) > 1
