/** Lines → what of them is furniture of the page and not of a document, by kind; when in doubt, none. */
import type {Block as Furniture} from '../../model/document.ts'
import {readDate} from '../../text/dates.ts'
import type {Span} from '../../text/span.ts'
import {CHANNELS, DISCLAIMS, EDITORIAL, FOOTERS, SPAM, TOOLBAR, TOOLBAR_FILL, WIDGETS} from '../data/furniture.ts'
import type {Line} from '../line.ts'
import {readPairs} from '../metadata/labels.ts'
import {DASH, PAGE, SQUARE, STOP, TAG, UNDERSCORE} from '../signs.ts'
import {fileNameLines, sharedLines} from './file-names.ts'
import {footer, sandwiched} from './footer.ts'
import {isMarked, isTitle, plainTitle} from './kinds.ts'
import {leadsIn} from './lead-in.ts'
import {libraryLines} from './library.ts'
import {isPager} from './pager.ts'
import {belowRelated, isRelated} from './related.ts'
import {betweenTitles} from './reposts.ts'
import {rightsBelow} from './rights.ts'
import {isAdvertised, isOfSite} from './site-lines.ts'

export type Reason = Furniture['reason']

const SHORT = 200
const WORDS = new RegExp(
  [...TOOLBAR]
    .sort((a, b) => b.length - a.length)
    .join('|')
    .replace(/\+/g, '\\+'),
  'g',
)
const SIZES = /^(?:[特超]?[大中小][\s\u3000、|]{0,4}){2,5}$|^A\s{0,2}[-+－＋]?$/
const CHANNEL = new Set(CHANNELS)
const CRUMB = /^[^。；]{0,24}(?:当前位置|所在位置|您的位置|你的位置|我的位置|现在位置|位置)\s{0,2}[:：]/
/** 首页 >> 政务公开 */
const HOME = /^(?:网站|返回)?(?:首页|主页)\s{0,3}(?:>{1,2}|＞|›|»|→)/
const CRUMBS = /\s{0,3}(?:>{1,2}|＞|›|»|→)\s{0,3}/
const TAGS =
  /^(?:\d{1,3}\.\s{0,3})?(?:<[^<>]{1,300}>\s{0,4}|<!--[^<>]{0,300}-->\s{0,4}|\/?(?:div|p|span|td|tr|table|li|ul)>\s{0,4}|&[a-z]{2,8};\s{0,4}){1,40}$/i
/** Zero-width marks and bullets alone on a line; punctuation may be the document's, torn off its sentence. */
const WORDLESS = /^[\u200b-\u200f\u2060\ufeff•·▪■□◆◇○●★☆|*:\s]{1,12}$/
// Read of short lines only, so nothing need be counted; counted repeats are dear to compile.
const PAGE_NUMBER =
  /^(?:[-—–－]{1,2}\s*\d+\s*[-—–－]{1,2}|第\s*\d+\s*页(?:\s*[,，/共（(]{0,2}\s*共?\s*\d+\s*页[)）]?)?|第\s*\d+\s*[/／]\s*\d+\s*页|共\s*\d+\s*页[\s,，/／]{0,4}第\s*\d+\s*页|页码\/\S{1,20}|第页共页)$/
/** ————————, ======: a line drawn over 版记 or between two parts. */
const isRule = (text: string): boolean => text[0] === text[4] && /^([—―─━－=＝_＿~～–-])\1{4,}$/.test(text)
/** 原文链接： under a text that another site took over. */
const ORIGINAL = /^(?:原文|本文|文章)(?:链接|地址|网址|出处)\s{0,2}[:：]$/
/** The address of a page, and the switch to another tongue, alone on a line. */
const ADDRESS_OR_TONGUE = /^(?:https?:\/\/[^\s\u3400-\u9fff]{3,200}|EN|ENG|BIG5)$/
const PRINTED_ADDRESS = /^https?:\/\/\S{4,200}\s{1,8}\d{4}[/-]\d{1,2}[/-]\d{1,2}/
// The patterns are dear to compile and seldom match: each is asked of lines alone that hold what it cannot do without.
const isPageNumber = ({text, signs}: Line): boolean =>
  text.length <= 30 && (((signs & (PAGE | DASH)) !== 0 && PAGE_NUMBER.test(text)) || isPageField(text))
/** PAGE, with the number or without: what is left of a field of Word, the number perhaps on the next line. */
const isPageField = (text: string): boolean => text.startsWith('PAGE') && /^PAGE(?:\s?\d{1,4})?$/.test(text)
const PAGE_FIELD_VALUE = /^[-—–]?\s?\d{1,4}\s?[-—–]?$/
const isPrintedAddress = (text: string): boolean => text.startsWith('http') && PRINTED_ADDRESS.test(text)
const isTags = ({text, signs}: Line): boolean => (signs & TAG) !== 0 && TAGS.test(text)

/** {{data.title}}, ${item.name}, <%=title%>: what a script would have filled in, on a page saved before it ran. */
const TEMPLATE = /\{\{[^{}]{0,120}\}\}|\$\{[^{}]{0,120}\}|<%[^%]{0,120}%>|\[!--[^\]]{0,60}--\]/g
/** The labels of such a line at most: 发布时间：{{data.date}} 来源：{{data.source}}. */
const MOST_LABELLED = 10
function isTemplate(text: string): boolean {
  if (!text.includes('{') && !text.includes('<%') && !text.includes('[!')) return false
  const rest = text.replace(TEMPLATE, '')
  return (
    rest.length < text.length && !/[。；]/.test(rest) && rest.replace(/[^\u3400-\u9fff]/g, '').length <= MOST_LABELLED
  )
}

/** Whether a line carries the text of a document: a sentence, or a clause. */
const isText = (text: string): boolean =>
  (text.length >= 24 && /[。；]/.test(text)) || (text.length >= 9 && text.endsWith('。')) || isMarked(text)

/** Whether a text is words of a toolbar and what may stand between them. */
export function isToolbar(text: string): boolean {
  if (text.length > 120 || readDate(text)) return false
  if (SIZES.test(text)) return true
  const rest = text.replace(WORDS, '')
  return rest.length < text.length && rest.replace(TOOLBAR_FILL, '') === ''
}

/** The date of publication on a toolbar: 字号 大 中 小 2023-12-01 19:00:00. */
export function dateOnToolbar(text: string): Span | undefined {
  if (text.length > 120) return undefined
  const date = /\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:\s{1,3}\d{1,2}:\d{2}(?::\d{2})?)?/.exec(text)
  if (!date) return undefined
  const rest = text.slice(0, date.index) + text.slice(date.index + date[0].length)
  const bare = rest.replace(WORDS, '').replace(TOOLBAR_FILL, '')
  return bare === '' && rest.trim() !== '' ? {start: date.index, end: date.index + date[0].length} : undefined
}

/** Strings of search words joined by `_`, or several words of spam. */
function isSpam({text, signs}: Line): boolean {
  const parts = signs & UNDERSCORE ? text.split(/[_|]/) : []
  if (parts.filter(part => /[\u3400-\u9fff]{2}/.test(part)).length >= 3) return true
  const first = SPAM.exec(text)
  if (!first) return false
  let rest = text.slice(first.index + first[0].length)
  for (let next = SPAM.exec(rest); next; next = SPAM.exec(rest)) {
    if (next[0] !== first[0]) return true
    rest = rest.slice(next.index + next[0].length)
  }
  return false
}

/** Kinds that need no place: no document has such a line anywhere. */
function anywhere(line: Line): Reason | undefined {
  const {text, signs} = line
  if (isTags(line) || (text.length <= 12 && WORDLESS.test(text))) return 'markup'
  if (text.length > SHORT) return undefined
  if (isRule(text)) return 'markup'
  if (isTemplate(text)) return 'markup'
  if (isPageNumber(line)) return 'page-number'
  if (isPrintedAddress(text)) return 'page-header'
  if (text.includes('Flash Player') || /^下载地址[:：]\s{0,3}点击.{0,8}$/.test(text)) return 'widget'
  if ((signs & (PAGE | SQUARE)) !== 0 && isPager(text)) return 'pager'
  if (!(signs & STOP) && isSpam(line)) return 'spam'
  return undefined
}

/** Kinds that stand above or below the text only. */
function atEdge(line: Line): Reason | undefined {
  const {text} = line
  if (text.length > SHORT) return undefined
  if (text.includes('/') && /^\d{1,4}\s{0,2}\/\s{0,2}\d{1,4}$/.test(text)) return 'page-number'
  if (WIDGETS.test(text)) return 'widget'
  if (isToolbar(text)) return dateOnToolbar(text) ? undefined : 'toolbar'
  // 【字号： 加大 还原 减小 】, each on a line of its own.
  if (text === '】') return 'toolbar'
  if (isRelated(line)) return 'related'
  if (DISCLAIMS.test(text)) return 'disclaimer'
  if (!isMarked(text) && FOOTERS.test(text)) return 'navigation'
  if (isOfSite(text)) return 'navigation'
  if (ADDRESS_OR_TONGUE.test(text) || ORIGINAL.test(text)) return 'navigation'
  if (isAdvertised(text)) return 'spam'
  if (text.length <= 10 && /^[【[]?返回[\u3400-\u9fff]{1,5}[】\]]?$/.test(text)) return 'toolbar'
  if (CHANNEL.has(text.replace(/[\s\u3000]/g, ''))) return 'navigation'
  if (text.endsWith('详情') && /^[\u3400-\u9fff]{2,6}详情$/.test(text)) return 'navigation'
  return undefined
}

/** （责任编辑：某某） under a text. */
const isSignedOff = (text: string): boolean =>
  text.length <= 40 &&
  /[:：]/.test(text) &&
  /^[（(【[]?\s{0,2}(?:责任编辑|本文编辑|编辑|责编|校对|审核|供稿|撰稿)\s{0,2}[:：][^。；]{1,24}$/.test(text)

const isCrumb = (text: string): boolean =>
  text.length <= SHORT &&
  /[>＞›»→]|位置/.test(text) &&
  !/[。；]/.test(text) &&
  (CRUMB.test(text) || HOME.test(text) || text.split(CRUMBS).length >= 3)

const CREDITS: ReadonlySet<string> = new Set(
  '来源 作者 编辑 责任编辑 责编 审核 初审 复审 终审 信息来源 供稿单位'.split(' '),
)
/** 来源：   作者：   编辑：某某 under a text. */
const isCredits = (line: Line): boolean =>
  line.text.length <= 80 && (readPairs(line)?.every(({label}) => CREDITS.has(label)) ?? false)

/** The reason why each line is furniture; undefined where it is none. */
export function furnish(lines: readonly Line[]): (Reason | undefined)[] {
  const reasons = lines.map(anywhere)
  for (const i of rightsBelow(lines)) reasons[i] ??= atEdge(lines[i]!) ?? 'disclaimer'
  for (let i = 1; i < lines.length; i++) {
    const above = lines[i - 1]!.text
    if (isPageField(above) && PAGE_FIELD_VALUE.test(lines[i]!.text)) reasons[i] = 'page-number'
    // 页： over [1], as forums print the pages of a thread.
    if (/^页[:：]$/.test(above) && /^\[\d{1,3}\]$/.test(lines[i]!.text)) reasons[i - 1] = reasons[i] = 'pager'
  }
  const {first, last} = textZone(lines, reasons)
  for (let i = 0; i < lines.length; i++) {
    if (i >= first && i <= last) continue
    reasons[i] ??=
      atEdge(lines[i]!) ?? (i > last && (isSignedOff(lines[i]!.text) || isCredits(lines[i]!)) ? 'editorial' : undefined)
  }
  for (const i of libraryLines(lines, i => (i < first || i > last) && !reasons[i])) reasons[i] = 'toolbar'
  for (const i of betweenTitles(lines, reasons)) reasons[i] = 'page-header'
  for (const i of fileNameLines(lines, reasons)) reasons[i] = 'page-header'
  for (const i of sharedLines(lines, reasons)) reasons[i] = 'toolbar'
  footer(lines, reasons, last)
  const again = titleAgain(lines, reasons, last)
  if (again >= 0) reasons[again] = 'page-title'
  sandwiched(lines, reasons, last)
  editorials(lines, reasons)
  brokenCrumbs(lines, reasons, Math.min(first, 200))
  aboveCrumb(lines, reasons, Math.min(first, 200))
  belowRelated(lines, reasons, first, last)
  return reasons
}

/** Where the running text begins and ends. */
function textZone(lines: readonly Line[], reasons: readonly (Reason | undefined)[]): {first: number; last: number} {
  const carries = (i: number): boolean => {
    const {text} = lines[i]!
    if (reasons[i] || !isText(text) || DISCLAIMS.test(text)) return false
    return isMarked(text) || (!FOOTERS.test(text) && !readPairs(lines[i]!))
  }
  let first = 0
  while (first < lines.length && !carries(first)) first++
  let last = lines.length - 1
  while (last > first && !carries(last)) last--
  return {first, last}
}

const FIRST_TITLES = 400
/** The index of the last line of the page where it says the title of the page once more; -1 where it does not. */
function titleAgain(lines: readonly Line[], reasons: readonly unknown[], last: number): number {
  const index = lines.findLastIndex((_, i) => !reasons[i])
  if (index <= last || !isTitle(lines[index]!.text)) return -1
  const title = plainTitle(lines[index]!.text)
  const stands = lines.slice(0, Math.min(FIRST_TITLES, last)).some(({text}) => plainTitle(text) === title)
  return stands ? index : -1
}

/** The introduction and the farewell of an editor, among the first and last lines of the page. */
function editorials(lines: readonly Line[], reasons: (Reason | undefined)[]): void {
  const first = open(reasons, 0, 1, 8)
  for (const i of new Set([...first, ...open(reasons, lines.length - 1, -1, 4)])) {
    const {text} = lines[i]!
    if (text.length <= 400 && (EDITORIAL.test(text) || leadsIn(text)) && !isMarked(text)) reasons[i] = 'editorial'
  }
}

/** The next lines without a reason, so many at most, from one on or (with a step of -1) back. */
function open(reasons: readonly (Reason | undefined)[], from: number, step: number, most: number): number[] {
  const found: number[] = []
  for (let i = from; i >= 0 && i < reasons.length && found.length < most; i += step) if (!reasons[i]) found.push(i)
  return found
}

/** A breadcrumb with a line for each step: two steps and more that end with `>`, and the one they lead to. */
function brokenCrumbs(lines: readonly Line[], reasons: (Reason | undefined)[], first: number): void {
  const isStep = (i: number): boolean => lines[i]!.text.length <= 24 && /[>＞›»]$/.test(lines[i]!.text)
  for (let i = 0; i < first; i++) {
    let end = i
    while (end < first && isStep(end)) end++
    if (end - i < 2) continue
    if (end < first && lines[end]!.text.length <= 16 && !isTitle(lines[end]!.text)) end++
    for (; i < end; i++) reasons[i] = 'breadcrumb'
  }
  // 首页, > and 政务公开, each on a line of its own.
  for (let i = 1; i + 1 < first; i++) {
    if (!/^[>＞›»]$/.test(lines[i]!.text) || !(HOME.test(`${lines[i - 1]!.text}>`) || reasons[i - 1] === 'breadcrumb'))
      continue
    reasons[i - 1] = reasons[i] = 'breadcrumb'
    if (lines[i + 1]!.text.length <= 16 && !isTitle(lines[i + 1]!.text)) reasons[i + 1] = 'breadcrumb'
  }
}

/** What stands before a breadcrumb is the site's, save the title where it does not come again. */
function aboveCrumb(lines: readonly Line[], reasons: (Reason | undefined)[], first: number): void {
  let crumb = -1
  for (let i = 0; i < Math.min(first, lines.length); i++)
    if (reasons[i] === 'breadcrumb' || (!reasons[i] && isCrumb(lines[i]!.text) && !readPairs(lines[i]!))) {
      reasons[i] = 'breadcrumb'
      crumb = i
    }
  if (crumb <= 0) return
  const steps = new Set(lines[crumb]!.text.split(CRUMBS))
  const below = new Set(lines.slice(crumb + 1, crumb + 40).map(line => plainTitle(line.text)))
  for (let i = 0; i < crumb; i++) {
    if (reasons[i]) continue
    const {text} = lines[i]!
    if (below.has(plainTitle(text))) reasons[i] = 'page-title'
    else if (!(isTitle(text) && !steps.has(text)) && !readPairs(lines[i]!)) reasons[i] = 'navigation'
  }
}
