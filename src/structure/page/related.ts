/** Lines → the heads of lists of other pages (相关文章, 上一篇), and the links under them. */
import {charset} from '../../text/charset.ts'
import {RELATED_HEAD} from '../data/furniture.ts'
import type {Line} from '../line.ts'
import {SQUARE} from '../signs.ts'
import {readAnnexHead} from './annexes.ts'
import type {Reason} from './furniture.ts'
import {isMarked} from './kinds.ts'
import {readSigned} from './signature.ts'

/** What a head of a related list opens with, bullet and bracket aside. */
const RELATED_OPENS: ReadonlySet<string> = new Set(
  '相关 关联 推荐 热门 热点 最新 最近 评论 点击 阅读 精彩 精选 更多 其他 同类 本类 本栏 延伸 扩展 随机 友情 猜你 为您 为你 大家 看了 解读 政策 图解'.split(
    ' ',
  ),
)
const RELATED_FIRST = charset([...RELATED_OPENS].map(word => word[0]).join(''))
const BULLET = charset('•·-*【[')
const RELATED = new RegExp(
  `^[•·\\-*【\\[]?\\s{0,3}(?:[^。，]{0,40}[】\\]])?\\s{0,3}(?:${RELATED_HEAD})\\s{0,3}[】\\]]?\\s{0,3}[:：]?(?:\\s{0,4}更多.{0,6})?$`,
  'u',
)
/** 住房保障工作计划相关文章： */
const RELATED_OF = /^[^。，；：]{4,40}(?:相关|推荐|热门|更多)(?:的)?(?:文章|阅读|范文|内容|链接|推荐|资讯)[:：]$/
const RELATED_LINK =
  /^(?:(?:政策|文件|文字|图片|图文|视频|专家|部门)?解读(?:链接)?|一图读懂|相关(?:解读|链接|阅读|文章|新闻|政策|文件)|延伸阅读)\s{0,3}[:：].{2,120}$/
const NEIGHBOUR = /^(?:[•·]\s{0,3})?(?:上一篇|下一篇|上一条|下一条|上篇|下篇)(?:文章)?\s{0,4}[:：]?/
/** The next of several documents on a page. */
const ITEM =
  /^[【（(]?(?:第\s?[\d一二三四五六七八九十]{1,3}\s?篇|(?:篇|范文)\s?[\d一二三四五六七八九十]{1,3})(?:[\s\u3000:：、.．】）)]|$)/
const DATED_LINK = /(?:\d{4}[-/.])?\d{1,2}[-/.]\d{1,2}\s{0,3}[)）\]]?$/

// The patterns are dear to compile and seldom match: each is asked of lines alone that hold what it cannot do without.
function headsRelated({text, signs}: Line): boolean {
  if (text.length > 140) return false
  if (text.length <= 60 && (text.endsWith('：') || text.endsWith(':')) && RELATED_OF.test(text)) return true
  return ((signs & SQUARE) !== 0 || opensRelated(text)) && RELATED.test(text)
}
function opensRelated(text: string): boolean {
  const bare = BULLET(text.charCodeAt(0)) ? text.slice(1).trimStart() : text
  return RELATED_FIRST(bare.charCodeAt(0)) && RELATED_OPENS.has(bare.slice(0, 2))
}

/** Whether a line heads a list of other pages, or is a link to one. */
export const isRelated = (line: Line): boolean =>
  headsRelated(line) || NEIGHBOUR.test(line.text) || RELATED_LINK.test(line.text)

/** The links under the head of a related list. */
export function belowRelated(
  lines: readonly Line[],
  reasons: (Reason | undefined)[],
  first: number,
  last: number,
): void {
  let linked = 0
  for (let i = 0; i < lines.length; i++) {
    const {text} = lines[i]!
    const heads = text.length <= 60 && headsRelated(lines[i]!)
    if (heads && i >= first && i <= last && isDatedLink(lines[i + 1]?.text)) reasons[i] = 'related'
    if (heads && !reasons[i]) {
      const end = listEnd(lines, i)
      for (let j = i; j < end; j++) reasons[j] ??= 'related'
    }
    if (reasons[i] !== 'related' || i < linked || NEIGHBOUR.test(text)) continue
    for (linked = i + 1; linked < lines.length && isLink(lines[linked]!, linked > last); linked++)
      reasons[linked] ??= 'related'
  }
}

/** The line after a list of short lines, numbered or not, that ends the page or goes before 篇二; the index itself where it does neither. */
function listEnd(lines: readonly Line[], index: number): number {
  for (let at = index + 1; at - index <= 61; at++) {
    const text = lines[at]?.text
    if (text === undefined || ITEM.test(text)) return at > index + 1 ? at : index
    if (text.length > 60 || /[。；]/.test(text) || readAnnexHead(text) || readSigned(text)) return index
  }
  return index
}

const isDatedLink = (text: string | undefined): boolean =>
  text !== undefined && text.length <= 90 && DATED_LINK.test(text)

function isLink({text}: Line, below: boolean): boolean {
  if (isDatedLink(text) && !/[。；]/.test(text)) return true
  if (!below || text.length > 80 || /[。；：:]$/.test(text) || isMarked(text)) return false
  return !readAnnexHead(text) && !readSigned(text)
}
