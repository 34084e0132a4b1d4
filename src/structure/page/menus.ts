/** The menus of a portal above the title: 行业党建 · 服务大厅 · 某报告11-05 · 通知公告 → lines that are the site's. */
import type {Page} from '../../model/stages.ts'
import {readDate} from '../../text/dates.ts'
import type {Line} from '../line.ts'
import {isBody, readBodies} from '../metadata/bodies.ts'
import {readBracketed} from '../metadata/bracketed.ts'
import {type Pair, readPairs} from '../metadata/labels.ts'
import {fromProperties} from '../metadata/metadata.ts'
import {isRegistration, readNumber} from '../metadata/numbers.ts'
import {isAddressee} from './addressee.ts'
import {readAnnexHead} from './annexes.ts'
import {isHeadline} from './headline.ts'
import {isMarked, plainTitle} from './kinds.ts'
import {indices} from './part.ts'
import {opensDocument, opensWithIssuer, titleAt} from './titles.ts'

/** So many lines without a reason above the title are a menu; fewer may be a letterhead. */
const FEWEST = 5
const FARTHEST = 500
/** So far above its title a document may name its issuers and its number. */
const LETTERHEAD = 3
const MOST_LINES = 3
const SHORTEST_TITLE = 8
const SENTENCE = 60

/**
 * The lines above the title that `<title>` or `<meta>` gives, where it stands on the page; labels, numbers and issuers
 * are the document's wherever they stand.
 */
export function menuLines(
  lines: readonly Line[],
  reasons: readonly unknown[],
  properties: Page['properties'],
): number[] {
  const titles = fromProperties(properties).flatMap(({key, field}) => (key === 'title' ? [field.value] : []))
  const told = [...titles, ...(titles.length > 0 ? [] : titleOfPage(lines))]
    .map(plainTitle)
    .filter(title => title.length >= SHORTEST_TITLE)
  if (told.length === 0) {
    const menu = aboveTitle(lines, reasons)
    return menu.length > 0 ? menu : aboveLabels(lines, reasons)
  }
  const found: number[] = []
  for (let i = 0; i < Math.min(lines.length, FARTHEST); i++)
    if (told.some(title => stands(lines, i, title))) found.push(i)
  const headed = found.find(i => isHead(lines, i))
  const at = headed ?? found[0] ?? -1
  if (at < FEWEST) return []
  const above: number[] = []
  const to = labelsAbove(lines, at)
  for (let i = 0; i < to; i++) {
    const {text} = lines[i]!
    if (reasons[i]) continue
    // Where text stands above, the title may be a link to another page.
    if (headed === undefined && text.length >= SENTENCE && /[。；]/.test(text)) return []
    const own =
      at - i <= LETTERHEAD &&
      !text.startsWith('返回') &&
      (readNumber(text) !== undefined || readBodies(text) || /文件$/.test(text))
    if (!own && !readPairs(lines[i]!)) above.push(i)
  }
  return above
}

const SITED = /^(.{8,120}?)\s{0,2}(?:[-_|－—–]{1,2})\s{0,2}[^-_|－—–。；]{2,30}$/
/** 关于…的通知-某公司 as the first line of a page: what its `<title>` was, where the title stands again under the menus. */
function titleOfPage(lines: readonly Line[]): string[] {
  const title = SITED.exec(lines[0]?.text ?? '')?.[1]
  if (!title) return []
  const again = lines.findIndex((_, i) => i > FEWEST && i < FARTHEST && stands(lines, i, plainTitle(title)))
  const between = lines.slice(1, Math.max(1, again))
  return again > 0 && isHead(lines, again) && !between.some(({text}) => /[。；]/.test(text)) ? [title] : []
}

const MOST_LABELS = 24
/** Where the labels above a title begin, which are the head of the document with all that stands among them. */
function labelsAbove(lines: readonly Line[], at: number): number {
  for (let i = Math.max(0, at - MOST_LABELS); i < at; i++) if (readPairs(lines[i]!)?.some(isOfDocument)) return i
  return at
}
const isOfDocument = ({key}: Pair): boolean => key !== 'none' && key !== 'extra'

const NEAR = 3
/** Whether a label, a number or 主送机关 follows a title, as in the head of a document. */
const isHead = (lines: readonly Line[], index: number): boolean =>
  lines
    .slice(index + 1, index + 1 + NEAR)
    .some(line => readPairs(line) !== undefined || readNumber(line.text) !== undefined || isAddressee(line.text))

/** Whether a title stands at an index, over some lines at most. */
function stands(lines: readonly Line[], index: number, title: string): boolean {
  let joined = ''
  for (let count = 0; count < MOST_LINES && lines[index + count]; count++) {
    joined += plainTitle(lines[index + count]!.text)
    if (joined.length >= title.length) return joined === title
    if (!title.startsWith(joined)) return false
  }
  return false
}

const FIRST_LINES = 200
const LONGEST_ENTRY = 40

/**
 * The lines above the first title that has the rest of a head under it: short ones without a sentence, and none that
 * may be the document's own.
 */
function aboveTitle(lines: readonly Line[], reasons: readonly unknown[]): number[] {
  const kept = indices(lines.slice(0, FIRST_LINES)).filter(i => !reasons[i])
  const blocks = kept.map(i => ({kind: 'line' as const, line: lines[i]!}))
  for (let at = 0; at < kept.length; at++) {
    const title = titleAt(blocks, at) || (isHeadline(blocks, at) ? 1 : 0)
    if (title > 0) {
      const opens = opensWithIssuer(lines[kept[at]!]!.text) || opensDocument(blocks, at)
      const sure = opens || isHead(lines, kept[at + title - 1]!)
      if (sure) return kept.slice(0, at)
      // 法律规则 over 司法解释: a menu names kinds of documents.
      if (lines[kept[at]!]!.text.length > SHORT_ENTRY || !isEntry(lines[kept[at]!]!)) return []
    }
    const listed = at > 0 && kept.slice(0, at).every(i => /^[•·●]/.test(lines[i]!.text))
    if ((at >= FEWEST || listed) && opensLabels(lines, kept[at]!)) return kept.slice(0, at)
    const first = at === 0 && isBody(lines[kept[at]!]!.text) && kept.length > FEWEST
    if (!first && !isEntry(lines[kept[at]!]!)) return []
  }
  return []
}

const MOST_ABOVE = 40
/**
 * Two and more short lines above a table of labels that tells an index number or a number (Document, 搜索位置, 匹配度):
 * all but the names of bodies, which may be who issued it.
 */
function aboveLabels(lines: readonly Line[], reasons: readonly unknown[]): number[] {
  const kept = indices(lines.slice(0, MOST_ABOVE)).filter(i => !reasons[i])
  const at = kept.findIndex(i => readPairs(lines[i]!))
  if (at < 2 || !numbersDocument(lines, kept[at]!)) return []
  const labels = lines.slice(kept[at]!, kept[at]! + LABEL_LINES)
  // The owner of the site; the labels name it again.
  const isOwner = (text: string): boolean => labels.some(line => line.text.includes(text))
  const above = kept.slice(0, at).filter(i => readBodies(lines[i]!.text) === undefined || isOwner(lines[i]!.text))
  const blocks = kept.map(i => ({kind: 'line' as const, line: lines[i]!}))
  const isMenu = above.every(
    i => (isEntry(lines[i]!) || isBody(lines[i]!.text)) && titleAt(blocks, kept.indexOf(i)) === 0,
  )
  return isMenu ? above : []
}

const LABEL_LINES = 6
/** Whether the labels from an index on are three at least, with an index number or a number among them. */
function numbersDocument(lines: readonly Line[], index: number): boolean {
  const pairs = lines.slice(index, index + LABEL_LINES).flatMap(line => readPairs(line) ?? [])
  const own = pairs.filter(isOfDocument)
  return own.length >= FEWEST_LABELS && own.some(({key}) => key === 'indexNumber' || key === 'documentNumber')
}

const SHORT_ENTRY = 8
const FEWEST_LABELS = 3
/** Whether a table of labels, each on a line of its own over its value, opens at an index. */
function opensLabels(lines: readonly Line[], index: number): boolean {
  const isLabel = (line: Line): boolean => readPairs(line)?.some(isOfDocument) ?? false
  return isLabel(lines[index]!) && lines.slice(index, index + 10).filter(isLabel).length >= FEWEST_LABELS
}

/** Whether a line can be an entry of a menu and nothing of a document. */
function isEntry(line: Line): boolean {
  const {text} = line
  if (text.length > LONGEST_ENTRY || /[。；]|关于|[的和与及、，,]$/.test(text) || isMarked(text)) return false
  // 第一篇：某校三年规划 heads the first of several documents.
  if (/^第.{1,3}篇/.test(text)) return false
  if (readPairs(line) || readNumber(text) || isRegistration(text) || readBracketed(text) || readDate(text)) return false
  return !readBodies(text) && !isAddressee(text) && !readAnnexHead(text) && !/文件$|[密急]/.test(text)
}
