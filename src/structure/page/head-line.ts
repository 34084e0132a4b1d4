/** A line of a head without a label: number, date, history, 发文机关标志, who speaks and where. */
import {readDate} from '../../text/dates.ts'
import type {Block} from '../line.ts'
import {isBody, isPerson, readBodies} from '../metadata/bodies.ts'
import {readBracketed} from '../metadata/bracketed.ts'
import {readPairs} from '../metadata/labels.ts'
import {isRegistration, readNumber} from '../metadata/numbers.ts'
import {isAddressee} from './addressee.ts'
import {dateOnToolbar} from './furniture.ts'
import {isMarked} from './kinds.ts'
import {isLetterhead} from './letter.ts'
import {lineAt, textAt} from './part.ts'
import {isHolder, isOccasion, isSpeaker} from './speech.ts'
import {isLetterheadOf, isNamedAgain, titleAt} from './titles.ts'

/** Where in a head a line stands. */
export interface Standing {
  /** A title stands above it. */
  readonly titled: boolean
  /** The number of a circular or 档号 opens the head. */
  readonly inLetter: boolean
}

/** Whether a line of a head that has no label is metadata. */
export function isHeadLine(blocks: readonly Block[], at: number, {titled, inLetter}: Standing): boolean {
  const text = textAt(blocks, at)
  if (tellsItself(text) || isSpeaker(text, afterDay(blocks, at + 1))) return true
  if (isDay(text)) return titled || inLetter
  if (isNamedAgain([text, textAt(blocks, at + 1)])) return true
  // 某县某镇人民政府 over the labels of a page: who runs it.
  if (!titled && isOverLabels(blocks, at)) return true
  return titled ? isUnderTitle(blocks, at) : inLetter && isLetterhead(text)
}

/** Number, day and issuer in a bracket, 某省人民政府文件, a toolbar with the day: metadata in any head. */
const tellsItself = (text: string): boolean =>
  readNumber(text) !== undefined ||
  readBracketed(text) !== undefined ||
  isRegistration(text) ||
  isLetterheadOf(text) ||
  dateOnToolbar(text) !== undefined

function isOverLabels(blocks: readonly Block[], at: number): boolean {
  const next = lineAt(blocks, at + 1)
  const pairs = next && isBody(textAt(blocks, at)) ? readPairs(next) : undefined
  return pairs?.some(({key}) => key !== 'none' && key !== 'extra') ?? false
}

const DATED_SITE =
  /^(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}\s{1,3}\d{1,2}:\d{2}(?::\d{2})?(?=\s{0,3}[^。；，、：:\d]{2,20}$)/
const SITE_DATED =
  /^[^。；，、：:\d]{2,20}\s{1,4}(?=(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}(?:\s{1,3}\d{1,2}:\d{2}(?::\d{2})?)?$)/
/** 2019-01-17某省水利厅副厅长王某 under a headline: when a paper printed it, and whose it is. */
const DATED_AUTHOR = /^(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}(?=[\u3400-\u9fff、]{2,24}$)(?!.*关于)/
/** 政务 2025-01-28 20:31 某省, 会议通知 时间：2018-07-04: the channel before, the place behind. */
const PLACED =
  /(?<=^[\u3400-\u9fff]{2,8}\s{1,4})(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}\s{1,3}\d{1,2}:\d{2}(?::\d{2})?(?=\s{1,4}[\u3400-\u9fff]{2,8}$)|(?<=^[\u3400-\u9fff]{2,8}\s{1,4}(?:发布)?(?:时间|日期)[:：]\s{0,2})(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}(?:\s{1,3}\d{1,2}:\d{2}(?::\d{2})?)?$/
/** 2021-01-18 11:45:43某市政府在线, 某市教育 2024-07-07: when and by whom a page was put up, without labels; the stretch of the day. */
export function dayOfSite(text: string): {start: number; end: number} | undefined {
  if (text.length > 60 || !/\d[-/.]\d/.test(text)) return undefined
  const placed = PLACED.exec(text)
  if (placed) return {start: placed.index, end: placed.index + placed[0].length}
  const day = DATED_SITE.exec(text) ?? DATED_AUTHOR.exec(text)
  if (day) return {start: 0, end: day[0].length}
  const site = SITE_DATED.exec(text)
  return site ? {start: site[0].length, end: text.length} : undefined
}

/** The line at an index, or the next where that is the day of a speech between its speaker and 同志们： */
const afterDay = (blocks: readonly Block[], at: number): string =>
  textAt(blocks, isDay(textAt(blocks, at)) || readBracketed(textAt(blocks, at)) ? at + 1 : at)

const isDay = (text: string): boolean => text.length <= 80 && readDate(text)?.value.length === 10

/** What a line can be only where a title stands above it. */
function isUnderTitle(blocks: readonly Block[], at: number): boolean {
  const text = textAt(blocks, at)
  if (isHolder(text) && isMarked(textAt(blocks, at + 1))) return true
  if (isOccasion(text) || isBrokenNumber(text) || isHistory(text) || dayOfSite(text)) return true
  // 江苏省人民政府 between the site's title and the notice's own; those who drew up a plan, over several lines.
  const end = endOfBodies(blocks, at)
  if (end === at) return false
  return isHeadEnd(blocks, end) || titleAt(blocks, end) > 0 || /^(?:第[一1][章条]|一、)/.test(textAt(blocks, end))
}

const MOST_LINES_OF_BODIES = 4
/** Where the lines end that name bodies and nothing else. */
function endOfBodies(blocks: readonly Block[], from: number): number {
  let at = from
  while (at < from + MOST_LINES_OF_BODIES && isBodies(textAt(blocks, at))) at++
  return at
}
const isBodies = (text: string): boolean => !isPerson(text) && readBodies(text) !== undefined

const HISTORY_OF_REPUBLIC =
  /^(?:中华)?民国\s{0,2}\d{1,3}\s{0,2}年\s{0,2}\d{1,2}\s{0,2}月\s{0,2}\d{1,2}\s{0,2}日|^(?:增订|修正|删除|废止|制定)第?[\d零〇一二三四五六七八九十百].{0,500}条/
const HISTORY =
  /^[（(]?\s{0,4}(?:[\d〇○零Oo一二三四五六七八九十]{4}\s{0,2}年\s{0,2}[\d一二三四五六七八九十]{1,3}\s{0,2}月\s{0,2}[\d一二三四五六七八九十]{1,3}\s{0,2}日).{1,400}(?:通过|公布|发布|颁布|施行|实施|修订|修正|批准|生效)/s
/** What `HISTORY` cannot do without; most lines are past it at once, and never have that pattern made. */
const DATED = /^[（(\s\d〇○零Oo一二三四五六七八九十].{6,26}日/s
/** Whether a text tells when a document was passed, given out and amended. */
export const isHistory = (text: string): boolean =>
  text.length <= 600 &&
  ((DATED.test(text) && HISTORY.test(text)) || (/民国|条/.test(text) && HISTORY_OF_REPUBLIC.test(text)))

/** 某政办发〔201746: a number that lost its second bracket and 号 cannot be cited, but it is no text. */
const BROKEN_NUMBER = /^[\u3400-\u9fff]{2,12}\s?[〔［[(（]\s?(?:19|20)\d{2,6}[〕\])）]?$/
const isBrokenNumber = (text: string): boolean => text.length <= 24 && BROKEN_NUMBER.test(text)

/** Issuers under a title are followed by the date or the text; in a signature, by the end. */
function isHeadEnd(blocks: readonly Block[], at: number): boolean {
  const text = textAt(blocks, at)
  return (
    readBracketed(text) !== undefined ||
    readNumber(text) !== undefined ||
    text.length > 40 ||
    isAddressee(text) ||
    isLetterheadOf(text)
  )
}
