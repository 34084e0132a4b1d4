/**
 * A line that holds a notice and what it carries → the lines it was: …贯彻执行。 国务院 2015年8月17日 …管理办法 第一章 总则 …
 *
 * Only a signature with its date, a title and the first chapter or article in a row are sure enough to cut at; number
 * and 主送机关 at the start of the line are cut only then.
 */

import type {Line} from '../line.ts'
import {isBody} from '../metadata/bodies.ts'
import {readNumber} from '../metadata/numbers.ts'
import {isAddressee} from './addressee.ts'
import {attributed} from './attributed.ts'
import {gluedAddress} from './glued-address.ts'
import {gluedHeads} from './glued-heads.ts'
import {gluedTitle} from './glued-title.ts'
import {isTitle, isTitleForm, kindOf} from './kinds.ts'
import {piecesOf} from './lines.ts'
import {readSigned} from './signature.ts'

const LONG = 300
const DATE =
  /(?:\d{4}|[〇○零Oo0一二三四五六七八九]{4})年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日/g
const CARRIED =
  /^\s{1,8}([^\s。，；：]{4,80}(?:\s[^\s。，；：]{1,30}){0,2}?)\s{1,8}(?=第\s?[一1]\s?[章条编节部]|一、|1[.．、])/
/** The same without a space anywhere: …2023年9月5日（此件公开发布）某市储备粮管理办法第一章 总则第一条 … */
const CARRIED_CLOSE = /^([（(][^（()）]{2,40}[)）])?([^\s。，；：]{4,80}?)\s{0,8}(?=第[一1][章条][\s\u3400-\u9fff])/
const MOST_DATES = 40

/** Lines, each that holds several of its own as those. */
export function unfold(lines: readonly Line[]): readonly Line[] {
  const titled = lines.findIndex((line, i) => i < FIRST_LINES && labelAfterTitle(line) > 0)
  const heads = gluedHeads(lines)
  const attributes = lines.findIndex(({text}, i) => i < FIRST_LINES && attributed(text).length > 0)
  const address = attributes < 0 ? gluedAddress(lines) : null
  const title = titleOverAddress(lines) ?? gluedTitle(lines)
  const isPlain = titled < 0 && heads.size === 0 && attributes < 0 && !address && !title
  if (isPlain && !lines.some(({text}) => text.length >= SHORTEST_SIGNED)) return lines
  return lines.flatMap((line, i) => {
    if (i === attributes) return piecesOf(line, attributed(line.text))
    if (i === address?.index) return unfoldedAfter(line, address.cuts)
    if (i === title?.index) return piecesOf(line, [title.at])
    const head = heads.get(i) ?? (i === titled ? labelAfterTitle(line) : 0)
    if (head > 0) return piecesOf(line, [head])
    const signed = signedOverDay(line.text, lines[i + 1]?.text ?? '')
    return signed > 0 ? piecesOf(line, [signed]) : unfolded(line)
  })
}

const TITLE_ADDRESSED = /^(\S{8,120})[ \u3000]{1,20}(?=[^\s。；][^。；]{2,200}[：:]$)/
/** 某部关于召开…会议的通知    各省、自治区、直辖市人民政府： on one line: the line, and where its 主送机关 begins. */
function titleOverAddress(lines: readonly Line[]): {index: number; at: number} | null {
  for (let index = 0; index < Math.min(FIRST_LINES, lines.length); index++) {
    const {text} = lines[index]!
    const title = text.length <= 400 && /[：:]$/.test(text) ? TITLE_ADDRESSED.exec(text) : null
    if (title && isTitle(title[1]!) && isAddressee(text.slice(title[0].length))) return {index, at: title[0].length}
    if (text.length >= 24 && /[。；]$/.test(text)) return null
  }
  return null
}

const SHORTEST_SIGNED = 16
/** …的体育成绩。 学生工作处 over 二〇〇五年九月二十日: where the name begins that a line ends with; 0 where it does not. */
function signedOverDay(text: string, next: string): number {
  if (text.length < SHORTEST_SIGNED || next.length > 20 || !next.endsWith('日')) return 0
  const name = /。[ \u3000]{1,40}([^\s。；，：]{3,30})$/.exec(text.slice(-LONGEST_SIGNATURE))?.[1]
  return name !== undefined && isBody(name) && readSigned(next)?.names === '' ? text.length - name.length : 0
}

const FIRST_LINES = 40
const LABEL = /\s{1,8}[【[]?(?:发布|发稿|发表|更新|公开|公布)(?:时间|日期)\s{0,2}[】\]]?\s{0,2}[:：]\s{0,4}(?=\d{4})/
/** 某市民生实事任务分解表 发布时间：2025-12-09: where the labels begin that a line has after its title; 0 where it has none. */
function labelAfterTitle({text}: Line): number {
  const at = text.length <= 160 && /时间|日期/.test(text) && /\d{4}/.test(text) ? text.search(LABEL) : -1
  if (at < SHORTEST_TITLE) return 0
  const title = text.slice(0, at).trim()
  return isTitleForm(title) && !/[:：]/.test(title) ? at : 0
}
const SHORTEST_TITLE = 8

/** A line cut after its head, and what follows there where that holds several lines of its own. */
function unfoldedAfter(line: Line, cuts: readonly number[]): Line[] {
  const signed = signedAtEnd(line.text)
  const whole = signed > 0 ? [] : cutsIn(line)
  const own = signed > 0 ? [signed] : whole
  return piecesOf(
    line,
    [...new Set([...cuts, ...own])].sort((a, b) => a - b),
  )
}

const CLOSED =
  /(?<=。\s{0,4})(?!\s)([^。；，：\s]{4,40})\s{0,4}(?:\d{4}|[〇○零Oo0一二三四五六七八九]{4})年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日$/
const LONGEST_SIGNATURE = 80
/** …加强组织领导。某市人民政府办公室2015年5月6日: where the signature begins that a line ends with; 0 where it does not. */
function signedAtEnd(text: string): number {
  if (!text.endsWith('日') || text.length < SHORTEST_WHOLE) return 0
  const tail = text.slice(-LONGEST_SIGNATURE)
  const signed = CLOSED.exec(tail)
  return signed && isBody(signed[1]!) ? text.length - tail.length + signed.index : 0
}

/** …落实到位。 2024年6月3日: where the day begins that a notice on one line ends with; 0 where it does not. */
function dayAtEnd(text: string): number {
  const day = /(?<=。\s{0,4})\d{4}年\d{1,2}月\d{1,2}日$/.exec(text.slice(-24))
  return day ? text.length - day[0].length : 0
}

/** The lines of a line; itself when there is nothing sure to cut at. */
function unfolded(line: Line): Line[] {
  const cuts = cutsIn(line)
  return cuts.length > 0 ? piecesOf(line, cuts) : [line]
}

function cutsIn(line: Line): readonly number[] {
  const signed = signedAtEnd(line.text)
  const carried = signed === 0 && line.text.length >= LONG ? carriedAt(line.text) : []
  if (carried.length > 0) return carried
  const heads = line.text.length >= SHORTEST_WHOLE ? titleOverText(line.text) : []
  const closed = signed > 0 ? signed : heads.length > 0 ? dayAtEnd(line.text) : 0
  return closed > 0 ? [...heads, closed] : heads
}

/** Where the parts of a notice and of what it carries begin: …贯彻执行。 国务院 2015年8月17日 …管理办法 第一章 …; nowhere in another text. */
function carriedAt(text: string): number[] {
  let tried = 0
  for (const date of text.matchAll(DATE)) {
    if (tried++ >= MOST_DATES) break
    const end = date.index + date[0].length
    const after = text.slice(end, end + 200)
    const spaced = CARRIED.exec(after)
    const close = spaced ? null : CARRIED_CLOSE.exec(after)
    const carried = spaced ?? close
    if (!carried || !isTitle((spaced ? spaced[1] : close![2])!)) continue
    const note = close?.[1]?.length ?? 0
    const before = text.slice(Math.max(0, date.index - 200), date.index)
    const rest = before.slice(before.search(/[^。；：]{0,200}$/)).trimStart()
    if (!readSigned(rest + date[0])) continue
    const names = issuersIn(rest)
    const signature = date.index - names.length
    const annexes = names === rest ? [] : annexList(text.slice(0, signature))
    const noted = note > 0 ? [end + note] : []
    return [...opening(text.slice(0, signature)), ...annexes, signature, end, ...noted, end + carried[0].length]
  }
  return []
}

/** What is left of a page header whose numbers are lost. */
const EMPTY_PAGE = '第页共页'
/** A text that stands on one line whole, its title before it. */
const SHORTEST_WHOLE = 60
const LONGEST_TITLE = 80
const ADDRESSED = /各[^。；：:]{1,60}[:：](?=\s)/g
/** 某县改厕工作方案 为推进…, 某县招生通知 各中小学：. */
const SPACED_TITLE =
  /^(\S{8,80})[ \u3000]{1,8}(?=(?:为[了深切进推加落做贯全规]?|根据|按照|经[市县区省]|近年来|今年以来|(?:19|20)\d{2}年)[^。]{8,})/
/**
 * 某县教育工作计划一、指导思想：…。二、工作目标：… · 某校实施方案各处室、年级组： 为…： where the title, and 主送机关, end that a
 * whole text on one line begins with; nothing where it does not.
 */
function titleOverText(text: string): number[] {
  const head = text.slice(0, 2 * LONGEST_TITLE)
  const chapter = head.search(/第一章/)
  const page = head.startsWith(EMPTY_PAGE) ? EMPTY_PAGE.length : 0
  if (chapter - page >= SHORTEST_TITLE && isTitle(head.slice(page, chapter).trim()) && text.includes('第一条'))
    return page > 0 ? [page, chapter] : [chapter]
  if (!/(?:[。；：！？]|\s)\s{0,2}(?:二、|[（(]二[)）])/.test(text)) return []
  const first = head.search(/一、(?=[\u3400-\u9fff“])/)
  if (first >= SHORTEST_TITLE && first <= LONGEST_TITLE && isTitle(head.slice(0, first).trim())) return [first]
  for (const {0: name, index} of head.matchAll(ADDRESSED))
    if (index >= SHORTEST_TITLE && index <= LONGEST_TITLE && isTitle(head.slice(0, index).trim()))
      return [index, index + name.length]
  const spaced = SPACED_TITLE.exec(head)
  return spaced && isTitle(spaced[1]!) ? [spaced[0].length] : []
}

/** The names that end a text: 某预案（修订） 某镇人民政府 → 某镇人民政府, since what stands before is a title of the list of annexes. */
function issuersIn(text: string): string {
  let from = text.length
  for (const word of [...text.matchAll(/\S{1,80}/g)].reverse()) {
    if (!isBody(word[0]) || kindOf(word[0]) !== undefined) break
    from = word.index
  }
  return from < text.length ? text.slice(from) : text
}

/** Where the list of annexes at the end of a text begins. */
function annexList(text: string): number[] {
  const at = text.lastIndexOf('附件')
  return at > 0 && /^附件\d{0,2}[:：]/.test(text.slice(at)) && /\s/.test(text[at - 1]!) ? [at] : []
}

/** Where number and 主送机关 at the start of a notice end. */
function opening(text: string): number[] {
  const number = /^\S{4,40}号(?=\s)/.exec(text)
  const at = number && readNumber(number[0]) ? number[0].length : 0
  const colon = text.slice(at, at + 300).search(/[:：]\s/)
  const addressed = colon > 0 && isAddressee(text.slice(at, at + colon + 1).trim())
  return [...(at > 0 ? [at] : []), ...(addressed ? [at + colon + 1] : [])]
}
