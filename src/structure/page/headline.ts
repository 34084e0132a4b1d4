/** The headline of a page, which need not name a 文种: 江苏镇江：启动学前教育提升行动 over 来源： or 发布时间： */
import {hasClock, readDate} from '../../text/dates.ts'
import type {Block, Line} from '../line.ts'
import {readBodies} from '../metadata/bodies.ts'
import {labelOf, type Pair, readPairs} from '../metadata/labels.ts'
import {dayOfSite} from './head-line.ts'
import {isMarked} from './kinds.ts'
import {lineAt} from './part.ts'
import {isWireTitle} from './titles.ts'

const SHORTEST = 6
const LONGEST = 80
/** A heading of the format may be a whole question. */
const LONGEST_MARKED = 160

/** What a page tells of its article under the headline. */
const ARTICLE_LABELS: ReadonlySet<Pair['key']> = new Set<Pair['key']>([
  'source',
  'publishedDate',
  'date',
  'none',
  'extra',
])
const TELLING: ReadonlySet<Pair['key']> = new Set<Pair['key']>(['source', 'publishedDate', 'date'])

/** ********** under the headline of a press release. */
export const isUnderline = (text: string): boolean => text[0] === '*' && /^\*{5,80}$/.test(text)

/** Whether the line at an index is the headline of its page, by what stands under it. */
export function isHeadline(blocks: readonly Block[], at: number): boolean {
  const line = lineAt(blocks, at)
  if (!line) return false
  if (isWireTitle(line.text)) return true
  const next = lineAt(blocks, at + 1)
  if (next && isUnderline(next.text) && isOfHeadlineForm(line)) return true
  // 2021-01-18 11:45:43某市政府在线, or the day and hour alone.
  if (next && isOfHeadlineForm(line) && (dayOfSite(next.text) || (hasClock(next.text) && readDate(next.text))))
    return true
  const under = next && readPairs(next)
  if (!under?.some(({key}) => TELLING.has(key)) || !isOfHeadlineForm(line)) return false
  return line.heading > 0 || under.every(({key}) => ARTICLE_LABELS.has(key))
}

function isOfHeadlineForm({text, heading}: Line): boolean {
  if (text.length < SHORTEST || text.length > (heading > 0 ? LONGEST_MARKED : LONGEST)) return false
  if (/[。；]/.test(text) || /[：:，,、]$/.test(text)) return false
  return !isMarked(text) && labelOf(text) === undefined && readBodies(text) === undefined
}
