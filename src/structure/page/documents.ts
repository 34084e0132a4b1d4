/** Blocks of a page → its documents: where each begins and ends, its role, its head and what closes it. */
import type {Document} from '../../model/document.ts'
import {CARRIES, TYPES} from '../data/types.ts'
import type {Block} from '../line.ts'
import {issuersOf, readBodies} from '../metadata/bodies.ts'
import {readNumber} from '../metadata/numbers.ts'
import {ANNEX, COLOPHON, POINT} from '../signs.ts'
import {isAddressee} from './addressee.ts'
import {annexListAt, isBareHead, isNameOfAnnex, readAnnexHead} from './annexes.ts'
import {citedBy, citedIn, listedIn, nameOfIssued, opensUntitled} from './carried.ts'
import {itemTitle} from './collection.ts'
import {readHead} from './head.ts'
import {isHistory} from './head-line.ts'
import {isMarked, isTitleForm, kindOf, plainTitle} from './kinds.ts'
import {isSalutation} from './letter.ts'
import {lineAt, type Part, textAt} from './part.ts'
import {isColophon, isNote, signatureAt, withWholeName} from './signature.ts'
import {isLetterheadOf, isPaperAt, plainTitleAt, titleAt, titleOver} from './titles.ts'
import {asCited, asListed, withTitleAgain} from './told.ts'

/** A document as a stretch of blocks. */
export interface Section {
  readonly role: Document['role']
  /** The index of the document it hangs on. */
  readonly parent: number | null
  readonly from: number
  readonly to: number
  readonly title: string | null
  /** The titles of what it carries, where it says so itself. */
  readonly cited: string
  /** Its parts that are neither clauses nor paragraphs, in order. */
  readonly parts: readonly Part[]
}

/** Splits blocks into documents; `heads` are the heads of a collection, in order, when the page is one. */
export function split(blocks: readonly Block[], heads: readonly number[]): Section[] {
  const sections: Section[] = []
  let item = 0
  let at = heads[0] ?? 0
  while (at < blocks.length) {
    const isItem = heads[item] === at
    if (isItem) item++
    const section = readSection(blocks, at, heads[item] ?? blocks.length, isItem, sections)
    sections.push(section)
    at = section.to
  }
  return sections
}

function readSection(
  blocks: readonly Block[],
  from: number,
  limit: number,
  item: boolean,
  before: readonly Section[],
): Section {
  const annex = !item && isAnnexStart(blocks, from, limit)
  const top = annex || item ? from + 1 : from
  const opened: Part[] = top > from ? [{type: 'title', from, to: top}] : []
  // Under its number a document of a collection may bring a head of its own.
  const bare = item && titleAt(blocks, top) === 0 && !isLetterheadOf(textAt(blocks, top))
  const read = bare ? addressed(blocks, top) : readHead(blocks, top, limit, annex)
  const notice = before.findLast(({role}) => role === 'main') ?? before[0]
  const told = annex ? asListed(blocks, read, before) : asCited(blocks, read, from, notice?.cited ?? '')
  const head = item || annex ? told : withTitleAgain(blocks, told, limit)
  const parts = [...opened, ...head.parts]
  const issued = notice !== undefined && carries(notice) && !isPaperAt(blocks, from) && !isAnother(blocks, from, notice)
  const own = titleOf(blocks, parts, annex, item)
  const title = own ?? (issued && !annex && parts.length === 0 ? nameOfIssued(notice.title) : null)
  const role = item ? 'item' : annex ? 'annex' : issued ? 'issued' : 'main'
  const parent = role === 'main' || role === 'item' ? null : ownerOf(before, role)
  const start = Math.max(head.body, from + 1)
  const cited = annex || issued ? '' : (title === null ? citedIn : listedIn)(blocks, start, limit)
  const carrier = issued || annex ? (notice?.title ?? title) : title
  const to = closeParts(blocks, start, limit, parts, carrier, issued ? notice.cited : cited)
  withWholeName(blocks, parts, start, title)
  const undated = title === null ? undefined : undatedSignature(blocks, start, to, parts, title)
  if (undated) parts.splice(parts.filter(part => part.from < undated.from).length, 0, undated)
  return {role, parent, from, to, title, cited, parts}
}

/** The head of a document of a collection that has its title from its number: 主送机关 alone. */
function addressed(blocks: readonly Block[], at: number): {parts: Part[]; body: number} {
  const text = textAt(blocks, at)
  if (!(isAddressee(text) || isSalutation(text)) || isMarked(textAt(blocks, at + 1))) return {parts: [], body: at}
  return {parts: [{type: 'addressee', from: at, to: at + 1}], body: at + 1}
}

/** Adds what closes the document to its parts, and gives the block where the next document begins. */
function closeParts(
  blocks: readonly Block[],
  from: number,
  limit: number,
  parts: Part[],
  title: string | null,
  told: string,
): number {
  const cited = told + citedBy(title)
  let at = from
  /** Where a signature and what stands directly under it ends. */
  let signed = -1
  while (at < limit) {
    const under = at === signed
    const part = closingAt(blocks, at, limit) ?? (under ? noteAt(blocks, at) : undefined)
    if (!part && (isStart(blocks, at, limit, cited) || isNoticeAt(blocks, at, title))) break
    if (!part && under && cited !== '' && opensUntitled(blocks, at, limit, cited)) break
    if (!part && under && (titleAt(blocks, at) > 0 || (cited !== '' && plainTitleAt(blocks, at) > 0))) break
    if (part) parts.push(part)
    at = part?.to ?? at + 1
    if (part && (under || part.type === 'signature')) signed = at
  }
  return at
}

const MOST_REST = 2

/** A signature without its date: the issuers of the title on the last lines, notes below them aside. */
function undatedSignature(
  blocks: readonly Block[],
  from: number,
  to: number,
  parts: readonly Part[],
  title: string,
): Part | undefined {
  if (parts.some(part => part.type === 'signature')) return undefined
  let end = to
  for (let last = parts.length - 1; last >= 0 && parts[last]!.to === end; last--) end = parts[last]!.from
  const issuers = new Set(issuersOf(title).map(name => name.text))
  // What is left of a date that the page has lost most of, and a note: { 2017 6 23
  for (let rest = 0; rest < MOST_REST && end > from + 1; rest++) {
    const last = textAt(blocks, end - 1)
    if (issuers.has(last) || last.length > 24 || !(isNote(last) || /^[{｛\d\s年月日.\-/]{4,24}$/.test(last))) break
    end--
  }
  let start = end
  while (start > from && readBodies(textAt(blocks, start - 1))?.every(name => issuers.has(name.text))) start--
  return start < end ? {type: 'signature', from: start, to: end} : undefined
}

/** A note, or 意见 alone over the title of what is issued: the word of a list of contents. */
const noteAt = (blocks: readonly Block[], at: number): Part | undefined => {
  const text = textAt(blocks, at)
  const isWord = text.length <= 4 && TYPES.includes(text) && titleAt(blocks, at + 1) > 0
  return isNote(text) || isWord ? {type: 'note', from: at, to: at + 1} : undefined
}

/**
 * Whether a notice of its own begins here, below a text that is another's: its title with its number or 关于, and
 * 主送机关 under it. The title of the document that stands above may only be said again.
 */
function isNoticeAt(blocks: readonly Block[], at: number, above: string | null): boolean {
  const lines = titleAt(blocks, at)
  if (lines === 0) return false
  const title = titleOver(blocks, at, at + lines)
  if (above !== null && plainTitle(above).includes(plainTitle(title))) return false
  const number = readNumber(textAt(blocks, at + lines)) !== undefined
  if (!number && !title.includes('关于')) return false
  return isAddressee(textAt(blocks, at + lines + (number ? 1 : 0)))
}

/** Whether a notice begins here that the one above does not carry: 转发…关于加强…工作意见报告的通知 names 关于加强…工作意见的报告. */
function isAnother(blocks: readonly Block[], at: number, {title}: Section): boolean {
  if (!isNoticeAt(blocks, at, title)) return false
  const own = plainTitle(titleOver(blocks, at, at + titleAt(blocks, at)))
  const subject = own.slice(Math.max(0, own.indexOf('关于')), own.lastIndexOf(kindOf(own) ?? ''))
  return !citedBy(title).replaceAll('的', '').includes(subject.replaceAll('的', ''))
}

/** Whether a document issues the one under it; one that lost its title is a notice by its 主送机关 and its signature. */
function carries({title, cited, parts}: Section): boolean {
  if (cited !== '') return true
  if (title !== null) return CARRIES.test(title) || /令$/.test(title)
  return parts.some(({type}) => type === 'addressee') && parts.some(({type}) => type === 'signature')
}

/** What a document hangs on: an annex on the last document that is none, an issued one on the last main one. */
function ownerOf(before: readonly Section[], role: Section['role']): number | null {
  let owner: number | null = before.length > 0 ? before.length - 1 : null
  while (owner !== null && before[owner]!.role !== 'main' && !(role === 'annex' && before[owner]!.role === 'issued'))
    owner = before[owner]!.parent
  return owner
}

/** Whether an annex begins here; a bare 附件1 with another under it, or with nothing, heads none. */
function isAnnexStart(blocks: readonly Block[], at: number, to: number): boolean {
  const text = textAt(blocks, at)
  if (isBareHead(text)) return isNameOfAnnex(textAt(blocks, at + 1))
  const head = readAnnexHead(text)
  if (!head || annexListAt(blocks, at, to) > 0) return false
  return head.title !== '' || (at + 1 < to && !readAnnexHead(textAt(blocks, at + 1)))
}

/** The title of a document: the last one in its head, or what stands on the line of its 附件. */
function titleOf(blocks: readonly Block[], parts: readonly Part[], annex: boolean, item: boolean): string | null {
  const titles = parts.filter(part => part.type === 'title')
  const last = titles.at(-1)
  if (!last) return null
  if (annex && titles.length === 1) return readAnnexHead(textAt(blocks, last.from))?.title || null
  if (item && titles.length === 1) return itemTitle(textAt(blocks, last.from))
  return titleOver(blocks, last.from, last.to)
}

/** Whether a law begins here: its title with the bracket under it that tells when it was passed. */
function isLawAt(blocks: readonly Block[], at: number): boolean {
  const lines = titleAt(blocks, at)
  const under = lines > 0 ? textAt(blocks, at + lines) : ''
  return /^[（(].{8,400}[）)]$/s.test(under) && isHistory(under)
}

/** Whether a document begins here: an annex, or a title that the carrying document names. */
function isStart(blocks: readonly Block[], at: number, to: number, cited: string): boolean {
  if (isAnnexStart(blocks, at, to) || isPaperAt(blocks, at) || isLawAt(blocks, at)) return true
  if (cited === '' || !isTitleForm(textAt(blocks, at)) || readBodies(textAt(blocks, at))) return false
  const lines = titleAt(blocks, at) || plainTitleAt(blocks, at)
  if (lines === 0) return false
  const title = plainTitle(titleOver(blocks, at, at + lines))
  return title.length >= 6 && title.length < cited.length && (cited.includes(title) || isOneOf(title, cited))
}

/** 印发…和…两个规定: every document is named without its own 文种. */
function isOneOf(title: string, cited: string): boolean {
  if (!/[两三四五六七八九十]个/.test(cited)) return false
  const stem = title.slice(0, title.lastIndexOf(kindOf(title) ?? '')).replace(/的$/, '')
  return stem.length >= 6 && cited.includes(stem)
}

/** The name of a file to be downloaded: an annex as the page offers it. */
const isFile = (text: string): boolean =>
  text.length <= 120 && /\.(?:pdf|docx?|xlsx?|wps|et|ofd|ceb|zip|rar|7z)[)）]?$/i.test(text)

const SIGNED_ALONE: ReadonlySet<string> = new Set(['（此页无正文）', '(此页无正文)', '（此页无正文)', '(此页无正文）'])

/** A signature, a note, a list of annexes or 版记, where one stands. */
function closingAt(blocks: readonly Block[], at: number, to: number): Part | undefined {
  const line = lineAt(blocks, at)
  if (!line) return undefined
  const signed = signatureAt(blocks, at, to)
  if (signed > 0) return {type: 'signature', from: at, to: at + signed}
  const listed = line.signs & ANNEX ? annexListAt(blocks, at, to) : 0
  if (listed > 0) return {type: 'note', from: at, to: at + listed}
  if (line.signs & COLOPHON && isColophon(line.text)) return {type: 'colophon', from: at, to: at + 1}
  if (SIGNED_ALONE.has(line.text)) return {type: 'note', from: at, to: at + 1}
  if (line.signs & POINT && isFile(line.text)) return {type: 'note', from: at, to: at + 1}
  return undefined
}
