/** The top of a document: title, number, date, labels and 主送机关, up to where its text begins. */
import {readDate} from '../../text/dates.ts'
import type {Block} from '../line.ts'
import {isPerson, readBodies} from '../metadata/bodies.ts'
import {readBracketed} from '../metadata/bracketed.ts'
import {labelOf, leadingDate, type Pair, readPairs, readUnknownPair} from '../metadata/labels.ts'
import {readNumber} from '../metadata/numbers.ts'
import {isAddressee, opensAddress} from './addressee.ts'
import {readAnnexHead} from './annexes.ts'
import {dateOnToolbar} from './furniture.ts'
import {isMarked, plainTitle} from './kinds.ts'
import {isLetterhead, isSalutation} from './letter.ts'
import {lineAt, type Part, textAt} from './part.ts'
import {isOccasion, isSpeaker} from './speech.ts'
import {abstractAt, isLetterheadOf, isPaperAt, isWireTitle, joinTitle, plainTitleAt, titleAt} from './titles.ts'

const HISTORY_OF_REPUBLIC =
  /^(?:中华)?民国\s{0,2}\d{1,3}\s{0,2}年\s{0,2}\d{1,2}\s{0,2}月\s{0,2}\d{1,2}\s{0,2}日|^(?:增订|修正|删除|废止|制定)第?[\d零〇一二三四五六七八九十百].{0,500}条/
const HISTORY =
  /^[（(]?\s{0,4}(?:[\d〇一二三四五六七八九十]{4}\s{0,2}年\s{0,2}[\d一二三四五六七八九十]{1,3}\s{0,2}月\s{0,2}[\d一二三四五六七八九十]{1,3}\s{0,2}日).{1,400}(?:通过|公布|发布|颁布|施行|实施|修订|修正|批准|生效)/s
/**
 * The parts of a head, in order, and the first block after them.
 * @param annex whether a first short line is the title for certain, as under 附件
 */
export function readHead(
  blocks: readonly Block[],
  from: number,
  to: number,
  annex: boolean,
): {parts: Part[]; body: number} {
  const parts: Part[] = []
  let title: string | undefined
  let at = from
  while (at < to) {
    const part = headPart(blocks, from, at, to, title)
    if (!part) break
    parts.push(part)
    at = part.to
    if (part.type === 'title') title = partText(blocks, part)
    if (part.type === 'addressee' && title !== undefined) break
  }
  if (title === undefined && at < to && isPlainTitle(blocks, at, to, annex)) {
    const lines = Math.min(plainTitleAt(blocks, at), to - at)
    parts.push({type: 'title', from: at, to: at + lines})
    // Who wrote a paper, down to its 摘要.
    const authors = isPaperAt(blocks, at) ? abstractAt(blocks, at + lines) : 0
    for (let line = at + lines; line < authors; line++) parts.push({type: 'metadata', from: line, to: line + 1})
    at = Math.max(at + lines, authors)
  }
  return {parts, body: at}
}

const partText = (blocks: readonly Block[], part: Part): string =>
  joinTitle(Array.from({length: part.to - part.from}, (_, i) => textAt(blocks, part.from + i)))

function headPart(
  blocks: readonly Block[],
  from: number,
  at: number,
  to: number,
  title: string | undefined,
): Part | undefined {
  const line = lineAt(blocks, at)
  if (!line) return undefined
  const pairs = readPairs(line)
  if (pairs) return labelled(blocks, at, to, pairs)
  // 标签 alone, its values lost.
  if (at > from && labelOf(line.text) !== undefined) return {type: 'metadata', from: at, to: at + 1}
  const pair = among(blocks, at, from) ? readUnknownPair(line) : undefined
  if (pair) return {type: 'metadata', from: at, to: at + 1, pairs: [pair]}
  if (at === from && (isHeadline(blocks, at) || isWireTitle(line.text))) return {type: 'title', from: at, to: at + 1}
  const lines = titleAt(blocks, at)
  if (lines > 0 && at + lines <= to && (title === undefined || repeats(blocks, at, lines, title)))
    return {type: 'title', from: at, to: at + lines}
  if (isBrokenNumber(blocks, at)) return {type: 'metadata', from: at, to: at + 2}
  if (isHeaderLine(blocks, at, title !== undefined, isInLetter(blocks, at, from)))
    return {type: 'metadata', from: at, to: at + 1}
  if (title === undefined && COPIES.test(line.text) && isInLetter(blocks, at, from))
    return {type: 'metadata', from: at, to: at + 1}
  if (title === undefined && isSalutation(line.text)) return {type: 'addressee', from: at, to: at + 1}
  if (title === undefined && !opensAddress(line.text)) return undefined
  if (isAddressee(line.text)) return {type: 'addressee', from: at, to: at + 1}
  if (title !== undefined && isRemark(line.text) && isAddressee(textAt(blocks, at + 1)))
    return {type: 'metadata', from: at, to: at + 1}
  const opens = /[，,、]$/.test(line.text) || (opensAddress(line.text) && /[，、]/.test(line.text))
  if (opens && line.text.length < 200 && isAddressee(line.text + textAt(blocks, at + 1)))
    return {type: 'addressee', from: at, to: at + 2}
  return undefined
}

/** 江苏镇江：启动学前教育提升行动 over 来源： or 发布时间：: the headline of a news page, which may hold a colon. */
function isHeadline(blocks: readonly Block[], at: number): boolean {
  const text = textAt(blocks, at)
  const next = lineAt(blocks, at + 1)
  if (text.length < 8 || text.length > 60 || !/^[^：:。；，]{2,16}[：:][^：:。；]{4,}$/.test(text) || isMarked(text))
    return false
  const under = next && readPairs(next)
  return under?.every(pair => HEADLINE_LABELS.has(pair.key)) ?? false
}
const HEADLINE_LABELS: ReadonlySet<Pair['key']> = new Set<Pair['key']>(['source', 'publishedDate', 'date', 'none'])

/** Whether lines of known labels stand on both sides of a line, or on one where the document begins or its title follows. */
function among(blocks: readonly Block[], at: number, from: number): boolean {
  const known = (index: number): boolean => {
    const line = index >= from ? lineAt(blocks, index) : undefined
    return line !== undefined && readPairs(line) !== undefined
  }
  return (
    (known(at - 1) && (known(at + 1) || titleAt(blocks, at + 1) > 0)) || (at === from && known(at + 1) && known(at + 2))
  )
}

/** A label alone on its line takes the next line for its value, if that looks like one. */
function labelled(blocks: readonly Block[], at: number, to: number, pairs: readonly Pair[]): Part {
  const line = lineAt(blocks, at)!
  const next = at + 1 < to ? lineAt(blocks, at + 1) : undefined
  const alone = pairs.length === 1 && pairs[0]!.value.start === pairs[0]!.value.end && labelOf(line.text) !== undefined
  if (!alone || !next || next.text.length > 100 || readPairs(next) || /[。；]/.test(next.text) || isMarked(next.text))
    return {type: 'metadata', from: at, to: at + 1, pairs}
  if (!fits(blocks, at, pairs[0]!)) return {type: 'metadata', from: at, to: at + 1, pairs}
  return {type: 'metadata', from: at, to: at + 2, pairs: [{...pairs[0]!, value: next.span}]}
}

/** Whether the line under a lone label can be its value: a date for a day, a number for a number, no title for the rest. */
function fits(blocks: readonly Block[], at: number, {key}: Pair): boolean {
  const label = textAt(blocks, at)
  const next = textAt(blocks, at + 1)
  if (/Date$|^date$/.test(key)) return leadingDate(next) !== undefined
  const isNumber = readNumber(next) !== undefined
  if (key === 'documentNumber' || isNumber) return key === 'documentNumber' && isNumber
  if (key === 'source' && readBodies(next)) return true
  if (key === 'none' || !/[:：】\]]$/.test(label)) return false
  const title = titleAt(blocks, at + 1)
  return title === 0 || (title === 1 && /[】\]]$/.test(label) && next.length <= 12)
}

function repeats(blocks: readonly Block[], at: number, lines: number, title: string): boolean {
  const again = plainTitle(partText(blocks, {type: 'title', from: at, to: at + lines}))
  const before = plainTitle(title)
  return again === before || again.includes(before) || before.includes(again)
}

/** 国发〔2021〕44 with its 号 on the next line. */
const isBrokenNumber = (blocks: readonly Block[], at: number): boolean =>
  textAt(blocks, at + 1) === '号' && readNumber(`${textAt(blocks, at)}号`) !== undefined

/** Whether lines of a head stand above, the first of them the number of a circular or 档号. */
const isInLetter = (blocks: readonly Block[], at: number, from: number): boolean =>
  at > from && (readNumber(textAt(blocks, from)) !== undefined || /^档\s{0,4}号\s{0,2}[:：]/.test(textAt(blocks, from)))

/** 某政办发〔201746: a number that lost its second bracket and 号 cannot be cited, but it is no text. */
const BROKEN_NUMBER = /^[\u3400-\u9fff]{2,12}\s?[〔［[(（]\s?(?:19|20)\d{2,6}[〕\])）]?$/

/** 副本送： over the subject of a circular, where it is no 版记. */
const COPIES = /^副本(?:送|抄送)?\s{0,4}[:：]/

/** 某网提示：根据文件目录，现行有效 between the number and 主送机关: what a site remarks on the document. */
const isRemark = (text: string): boolean => text.length <= 120 && /^[^。；，]{0,12}(?:提示|按|注)[:：]/.test(text)

/** Number, date, history, 发文机关标志: what stands in a head without a label. */
function isHeaderLine(blocks: readonly Block[], at: number, titled: boolean, inside: boolean): boolean {
  const {text} = lineAt(blocks, at)!
  if (readNumber(text) || readBracketed(text) !== undefined) return true
  if (isLetterheadOf(text)) return true
  if (dateOnToolbar(text) || isSpeaker(text, textAt(blocks, at + 1))) return true
  if (text.length <= 80 && readDate(text)?.value.length === 10) return titled || inside
  if (!titled) return inside && isLetterhead(text)
  if (isOccasion(text) || (text.length <= 24 && BROKEN_NUMBER.test(text))) return true
  if (text.length <= 600 && (HISTORY.test(text) || (/民国|条/.test(text) && HISTORY_OF_REPUBLIC.test(text))))
    return true
  if (isPerson(text)) return false
  // 江苏省人民政府 between the site's title and the notice's own.
  return readBodies(text) !== undefined && (isHeadEnd(blocks, at + 1) || titleAt(blocks, at + 1) > 0)
}

/** Issuers under a title are followed by the date or the text; in a signature, by the end. */
function isHeadEnd(blocks: readonly Block[], at: number): boolean {
  const text = textAt(blocks, at)
  return readBracketed(text) !== undefined || readNumber(text) !== undefined || text.length > 40 || isAddressee(text)
}

/** Without a line that names its 文种, a short line before the text is the title. */
function isPlainTitle(blocks: readonly Block[], at: number, to: number, annex: boolean): boolean {
  if (plainTitleAt(blocks, at) === 0) return false
  const next = textAt(blocks, at + 1)
  if (annex || isPaperAt(blocks, at) || /(?:表|名单|图|一览)$/.test(textAt(blocks, at))) return true
  const opens = isMarked(next) || next.length >= 20 || /^(?:摘\s?要|目\s?的|引\s?言|背\s?景)$/.test(next)
  return at + 1 >= to || readAnnexHead(next) !== undefined || next === '' || opens
}
