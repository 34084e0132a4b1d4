/** Lines → titles, which may be broken over several: 国务院关于印发国家职业教育改革 + 实施方案的通知. */
import {readDate} from '../../text/dates.ts'
import {cut} from '../../text/span.ts'
import {CARRIES, TYPES} from '../data/types.ts'
import type {Block} from '../line.ts'
import {isBody, readBodies} from '../metadata/bodies.ts'
import {readBracketed} from '../metadata/bracketed.ts'
import {labelOf, readPairs} from '../metadata/labels.ts'
import {readNumber} from '../metadata/numbers.ts'
import {titleParts} from '../metadata/title-parts.ts'

import {isAddressee} from './addressee.ts'
import {readAnnexHead} from './annexes.ts'
import {isClosed, isMarked, isOfSeries, isTitle, isTitleForm, mayNameKind} from './kinds.ts'
import {lineAt, textAt} from './part.ts'

const MOST_LINES = 5
const CONTINUES = new RegExp(
  `^(?:的?(?:${TYPES.join('|')})|》.{0,20}|[（(](?![一二三四五六七八九十\\d]{1,3}[)）]).{2,20}[)）])$`,
)

const SPREAD = /^(.{4,80}的)? ?([\u3400-\u9fff]) ([\u3400-\u9fff])$/
const SPOKEN: ReadonlySet<string> = new Set(['讲话', '发言', '致辞'])
/** 国 家 粮 食 应 急 预 案, 通 知: characters set apart to fill the line. */
function closeUp(text: string): string {
  if (!text.includes(' ')) return text
  // …动员会上的 讲 话
  const spread = text[text.length - 2] === ' ' ? SPREAD.exec(text) : null
  const word = spread ? spread[2]! + spread[3]! : ''
  if (spread && (SPOKEN.has(word) || (spread[1] && TYPES.includes(word)))) return `${spread[1] ?? ''}${word}`
  if (!/^(?:[\u3400-\u9fff] ){1,40}[\u3400-\u9fff]$/.test(text)) return text
  const closed = text.replaceAll(' ', '')
  return closed.length > 2 || (TYPES.includes(closed) && closed !== '目录') ? closed : text
}

/** The text of a title over lines: nothing between them, a space between two issuers, runs of white space as one space. */
export function joinTitle(pieces: readonly string[]): string {
  let title = ''
  let last = ''
  for (const piece of pieces) {
    const one = closeUp(
      piece
        .replace(/[\s\u3000]{1,200}/g, ' ')
        .trim()
        .replace(WIRE, ''),
    )
    // A line that is there twice.
    if (one === last) continue
    if (title !== '') title += isBody(last) && readBodies(one) ? ' ' : ''
    title += one
    last = one
  }
  return title
}

/** The lines of blocks `[from, to)` as one. */
export function lineOver(blocks: readonly Block[], from: number, to: number): string {
  const lines: string[] = []
  for (let at = from; at < to; at++) lines.push(textAt(blocks, at))
  return joinTitle(lines)
}

/** A title without the channel of its site and the number beside it. */
export const ownTitle = (title: string): string => cut(title, titleParts(title).own)

/** The title that the lines of blocks `[from, to)` make. */
export const titleOver = (blocks: readonly Block[], from: number, to: number): string =>
  ownTitle(lineOver(blocks, from, to))

/** 新华社北京2月2日电 题：打好持久战: a report of an agency has its title after its place and day. */
const WIRE = /^新华社[\u3400-\u9fff]{1,10}\d{1,2}月\d{1,2}日电[ \u3000]{0,4}题[:：](?=.{4})/
/** 新华社北京1月1日电 题：…: the headline of an agency. */
export const isWireTitle = (text: string): boolean => text.startsWith('新华社') && text.length <= 120 && WIRE.test(text)

/** 某省人民政府文件, 某某委员会规章, 某某委员会讨论文件: 发文机关标志 over a title. */
export const isLetterheadOf = (text: string): boolean =>
  text.length <= 60 &&
  /(?:文件|规章)$/.test(text) &&
  readBodies(text.slice(0, -2).replace(/(?:会议|讨论|参考|资料)$/, '')) !== undefined

/** • 【某区】关于…的通知: a title as the list of a site has it, over its text. */
const isListed = (text: string): boolean =>
  /^[•·●]\s{0,4}【[\u3400-\u9fff]{2,8}】/.test(text) && isTitle(ownTitle(text))

const ALONE: ReadonlySet<string> = new Set('通知 公告 通告 公示 通报 决定 启事 倡议书'.split(' '))
/** 公 告 over 广大市民： or over its number: a notice whose title is its 文种 alone. */
export function isKindAlone(blocks: readonly Block[], index: number): boolean {
  const text = textAt(blocks, index)
  if (text.length > 8 || !ALONE.has(text.replace(/[\s\u3000]/g, ''))) return false
  const next = textAt(blocks, index + 1)
  return isAddressee(next) || readNumber(next) !== undefined || (next.length >= SHORTEST_TEXT && /[。：:]$/.test(next))
}

const FILE = /\.(?:pdf|docx?|wps|txt|xlsx?)$/i
/** Whether a line can be a piece of a title. */
function isPiece(blocks: readonly Block[], index: number, first: boolean): boolean {
  const line = lineAt(blocks, index)
  if (
    !line ||
    line.text.length > 100 ||
    (/^[•·●]/.test(line.text) && !(first && isListed(line.text))) ||
    (isMarked(line.text) && (first || !/^\d{4}/.test(line.text)))
  )
    return false
  if (first && (TYPES.includes(line.text) || isLetterheadOf(line.text) || labelOf(line.text))) return false
  if (/^[（(]?\d{4}年\d{1,2}月\d{1,2}日/.test(line.text)) return false
  if (/[。；;！!？?]/.test(line.text) || /[:：，,]$/.test(line.text) || FILE.test(line.text)) return false
  if (readDate(line.text) || readBracketed(line.text) || readNumber(line.text)) return false
  return readPairs(line) === undefined && readAnnexHead(line.text) === undefined
}

/** 教育部办公厅等五部门 stands for its bodies. */
const AND_OTHERS = /^(.{2,40})等[一二三四五六七八九十\d]{1,3}个?(?:部门|单位|机关|部委|委局|厅局|机构)$/
const areIssuers = (text: string): boolean => readBodies(AND_OTHERS.exec(text)?.[1] ?? text) !== undefined

/** 某市人民政府办公室关于…: a title whole from its issuer on; 领导小组关于… goes on with a name above it. */
export function opensWithIssuer(text: string): boolean {
  const issuer = /^((?:中共|国务院|[\u3400-\u9fff]{2,8}?[省市县区州盟旗镇乡])[^《》]{1,32}?)关于/.exec(text)?.[1]
  return issuer !== undefined && isBody(issuer)
}

/** 关于 opens a subject: before it stand issuers, or another verb of theirs (转发…关于…), and nothing else. */
function opensInside(pieces: readonly string[]): boolean {
  const last = pieces.length - 1
  if (last === 0) return false
  if (opensWithIssuer(pieces[last]!)) return !areIssuers(pieces.slice(0, last).join(' '))
  if (!pieces[last]!.startsWith('关于')) return false
  return !CARRIES.test(pieces[last - 1]!) && !areIssuers(pieces.slice(0, last).join(' '))
}

/**
 * 江苏省某市人民政府 over 某市人民政府关于…, 某省人民政府 over 某省…规定: the site's line for who issued it, and the title
 * with its own issuer or place.
 */
export function isNamedAgain([first, second]: readonly string[]): boolean {
  if (first === undefined || second === undefined || second.length < 8 || !isBody(first)) return false
  const issuer = /^(.{4,40}?)关于/.exec(second)?.[1]
  if (issuer !== undefined) return isBody(issuer) && first.endsWith(issuer)
  const place = /^[\u3400-\u9fff]{2,8}?[省市县区州]/.exec(second)?.[0]
  return place !== undefined && first.includes(place) && isTitle(second)
}

/** 某市教育局 + 某市财政局 over 寄宿制学校管理办法: who issued it together, each on a line, and a title that is whole without them. */
function isUnderIssuers(pieces: readonly string[]): boolean {
  const last = pieces.at(-1)!
  if (pieces.length < 2 || OPENS_ACT.test(last) || !isTitle(last)) return false
  if (pieces.length === 2) return /\s/.test(pieces[0]!) && (readBodies(pieces[0]!)?.length ?? 0) > 1
  return pieces.slice(0, -1).every(isBody)
}
/** How many lines from an index on name who issued what the title under them names; 0 when they do not. */
export function issuersOver(blocks: readonly Block[], index: number): number {
  const pieces: string[] = []
  while (pieces.length < MOST_LINES && isPiece(blocks, index + pieces.length, pieces.length === 0)) {
    pieces.push(textAt(blocks, index + pieces.length))
    if (isUnderIssuers(pieces)) return pieces.length - 1
  }
  return 0
}
const OPENS_ACT = /^(?:关于|印发|转发|批转|公布|发布|贯彻|落实|对)/

/** How many lines from an index on make a title that names its 文种 last; 0 when they make none. */
export function titleAt(blocks: readonly Block[], index: number): number {
  if (isNumberedTitle(textAt(blocks, index)) || isKindAlone(blocks, index)) return 1
  const pieces: string[] = []
  for (let count = 1; count <= MOST_LINES; count++) {
    if (!isPiece(blocks, index + count - 1, count === 1)) return 0
    pieces.push(textAt(blocks, index + count - 1))
    if (isNamedAgain(pieces) || isUnderIssuers(pieces) || opensInside(pieces)) return 0
    if (!mayNameKind(pieces.join(''))) continue
    const joined = joinTitle(pieces)
    if (joined.length > 200) return 0
    if (!isTitle(joined)) continue
    if (goesOn(blocks, index + count, joined)) continue
    return count
  }
  return 0
}

const LONGEST_MOTTO = 40
/** 唯真笃行，砥砺奋进 + ——某小学三年发展规划 (+ （2017—2020年）): the lines of a title under a motto; 0 where none stands. */
export function underMotto(blocks: readonly Block[], index: number): number {
  const motto = textAt(blocks, index)
  const under = /^[—―–-]{2}\s{0,2}(.{6,80})$/.exec(textAt(blocks, index + 1))?.[1]
  if (under === undefined || motto.length > LONGEST_MOTTO || isMarked(motto) || /[。；:：]/.test(motto)) return 0
  if (labelOf(motto) !== undefined || !isTitle(under)) return 0
  return goesOn(blocks, index + 2, under) ? 3 : 2
}

/** 关于全面推行 + 执法全过程记录制度 + 法制审核制度的指导意见: what 关于 opens is closed by 的 and the 文种. */
const CLOSED = new RegExp(`关于.*(?:的.{0,6}|印发.*)(?:${TYPES.join('|')})[》）)]{0,2}$`)
const CLOSES = new RegExp(`的(?:${TYPES.join('|')}|说明|讲话|公示|公开信)$`)

/** Whether a title that could end before a line ends on that line. */
function goesOn(blocks: readonly Block[], index: number, joined: string): boolean {
  const next = textAt(blocks, index)
  // 目录 under a whole title heads its contents.
  if (next === '目录') return false
  // 关于印发2022年《政府工作报告》 + 重点任务分工的通知
  const quoted = joined.endsWith('》') && /关于.{0,6}(?:印发|转发|批转|公布|做好|贯彻|落实)/.test(joined)
  if (quoted && CLOSES.test(next) && !next.includes('关于') && next.length <= 40) return isPiece(blocks, index, false)
  const open = joined.includes('关于') && !CLOSED.test(joined) && CLOSES.test(next) && !next.includes('关于')
  return (
    (open || isOfSeries(next) || CONTINUES.test(next)) && isPiece(blocks, index, false) && isTitleForm(joined + next)
  )
}

/** A title of the body's name, 令 or 公告 and a number alone: 中国人民银行公告〔2023〕第19号. */
function isNumberedTitle(text: string): boolean {
  const number = readNumber(text)
  if (!number) return false
  const name = /^(.{2,40}?)(?:令|公告|通告|决定)(?:〔|第)/.exec(number.value)?.[1]
  return name !== undefined && isBody(name)
}

const MOST_AUTHORS = 3

/** Where 内容摘要： stands, at an index or under a few lines that name who wrote a paper; -1 where it does not. */
export function abstractAt(blocks: readonly Block[], index: number): number {
  for (let at = index; at <= index + MOST_AUTHORS; at++) {
    const text = textAt(blocks, at)
    if (/^[【[]?(?:内容)?(?:摘[\s\u3000]{0,2}要|提[\s\u3000]{0,2}要)[】\]]?\s{0,2}[:：]/.test(text)) return at
    if (text === '' || text.length > 40 || isMarked(text)) return -1
  }
  return -1
}

/** Whether a paper begins here, as law sites put one under the notice they show: its title, who wrote it, 内容摘要： */
export const isPaperAt = (blocks: readonly Block[], index: number): boolean =>
  plainTitleAt(blocks, index) > 0 && abstractAt(blocks, index + 1) > 0

/** （资料图片）: what a bracket holds whole goes with something else. */
const isBracketed = (text: string): boolean => /^[（(【[][^（）()【】[\]]*[）)】\]]$/.test(text)

/** How many lines from an index on could be an unusual title, one that names no 文种: a short first line. */
export function plainTitleAt(blocks: readonly Block[], index: number): number {
  const text = textAt(blocks, index)
  if (text.length < 4 || text.length > 80 || !isPiece(blocks, index, true)) return 0
  if (!isClosed(text) || !isTitleForm(text) || isBracketed(text)) return 0
  const next = textAt(blocks, index + 1)
  if (/[的和与及]$/.test(text) && next.length <= 40 && isPiece(blocks, index + 1, false)) return 2
  return /^[（(]/.test(next) && CONTINUES.test(next) && isPiece(blocks, index + 1, false) ? 2 : 1
}

const SHORTEST_TITLE = 10
const SHORTEST_TEXT = 24
/** Whether a title stands at an index with the first words of a document right under it: 为落实…, 根据…, 经市政府同意. */
export function opensDocument(blocks: readonly Block[], at: number): boolean {
  const lines = titleAt(blocks, at)
  if (lines === 0 || titleOver(blocks, at, at + lines).length < SHORTEST_TITLE) return false
  const text = textAt(blocks, at + lines)
  return /^(?:为[了深切进推加落做贯全规]?|根据|按照|经[市县区省])/.test(text) && text.length >= SHORTEST_TEXT
}
