/** The top of a document: title, number, date, labels and 主送机关, up to where its text begins. */
import type {Block} from '../line.ts'
import {isBody, readBodies} from '../metadata/bodies.ts'
import {readNumber} from '../metadata/numbers.ts'
import {addressesAll, isAddressee, isBareAddressee, opensAddress} from './addressee.ts'
import {readAnnexHead} from './annexes.ts'
import {labelsAt} from './head-labels.ts'
import {isHeadLine, isHistory} from './head-line.ts'
import {isHeadline, isUnderline} from './headline.ts'
import {isMarked, kindOf, plainTitle} from './kinds.ts'
import {isSalutation} from './letter.ts'
import {lineAt, type Part, textAt} from './part.ts'
import {
  abstractAt,
  isPaperAt,
  issuersOver,
  lineOver,
  opensDocument,
  ownTitle,
  plainTitleAt,
  titleAt,
  underMotto,
} from './titles.ts'

/** A place in a head, and the title that stands above it. */
interface Place {
  readonly blocks: readonly Block[]
  readonly from: number
  readonly to: number
  readonly at: number
  readonly text: string
  readonly title: string | undefined
}

/** What a place of a head may be; the first that knows it has it. */
const READERS: readonly ((place: Place) => Part | undefined)[] = [
  // 问答实录：…情况 looks like a label; where the format says that it is a heading, it is one.
  place => ((lineAt(place.blocks, place.at)?.heading ?? 0) > 0 ? headline(place) : undefined),
  ({blocks, at, from, to}) => labelsAt(blocks, at, from, to),
  headline,
  title,
  issuers,
  place => (place.title !== undefined && isUnderline(place.text) ? part(place, 'metadata') : undefined),
  place => (isBrokenNumber(place) || isBrokenHistory(place) ? part(place, 'metadata', 2) : undefined),
  place => (isHeadLine(place.blocks, place.at, standing(place)) ? part(place, 'metadata') : undefined),
  place => (isCopies(place) ? part(place, 'metadata') : undefined),
  addressee,
  place => (isRemark(place) ? part(place, 'metadata') : undefined),
]

const part = ({at}: Place, type: Part['type'], lines = 1): Part => ({type, from: at, to: at + lines})

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
    const found = readPart({blocks, from, to, at, text: textAt(blocks, at), title})
    if (!found) break
    parts.push(found)
    at = found.to
    if (found.type === 'title') title = lineOver(blocks, found.from, found.to)
    if (found.type === 'addressee' && title !== undefined) break
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

function readPart(place: Place): Part | undefined {
  if (!lineAt(place.blocks, place.at)) return undefined
  for (const read of READERS) {
    const found = read(place)
    if (found) return found
  }
  return undefined
}

function headline(place: Place): Part | undefined {
  return place.title === undefined && isHeadline(place.blocks, place.at) ? part(place, 'title') : undefined
}

/** The title, and the same one again under labels; a headline may stand over the title itself, which the text follows. */
function title(place: Place): Part | undefined {
  const {blocks, at, to, text, title: above} = place
  const lines = titleAt(blocks, at) || (above === undefined ? underMotto(blocks, at) : 0)
  if (lines === 0 || at + lines > to) return undefined
  // 某预案目录 under 某预案 heads its contents.
  if (above !== undefined && text === `${above}目录`) return undefined
  // The issuer between the title of the site and the same title again.
  if (above !== undefined && lines > 1 && isIssuerBetween(above, text, textAt(blocks, at + 1))) return undefined
  const rest = above === undefined ? 0 : restOf(blocks, at, to, above)
  if (rest > 0) return part(place, 'metadata', rest)
  const isFirst = above === undefined || kindOf(above) === undefined
  const again = repeats(lineOver(blocks, at, at + lines), above ?? '')
  // A number of a series, 某局公告2020年第4号, stands under the title too.
  const opens = !/号$/.test(text) && (opensDocument(blocks, at) || isAddressee(textAt(blocks, at + lines)))
  // The title of the file, as a library has it once and the text once more.
  const twice = textAt(blocks, at + lines) === text || textAt(blocks, at - 1) === text
  const own = isFirst || again || opens || twice
  return own ? part(place, 'title', lines) : undefined
}

const MOST_LINES_OF_REST = 4
/** 省教育厅某某计划 + 实施方案的通知 under 某省政府关于转发省教育厅某某计划实施方案的通知: the lines of its end, said again without its beginning. */
function restOf(blocks: readonly Block[], at: number, to: number, above: string): number {
  const whole = plainTitle(above)
  let rest = ''
  for (let lines = 1; whole.includes('关于') && lines <= MOST_LINES_OF_REST && at + lines <= to; lines++) {
    // A table has no text of its own.
    if (!lineAt(blocks, at + lines - 1)) return 0
    rest += plainTitle(textAt(blocks, at + lines - 1))
    if (rest.includes('关于') || !whole.includes(rest)) return 0
    if (lines > 1 && whole.length > rest.length && whole.endsWith(rest)) return lines
  }
  return 0
}

/** Whether issuers stand between a title and the same again; one alone may belong before 关于…, several are the site's line. */
function isIssuerBetween(above: string, text: string, again: string): boolean {
  const names = plainTitle(above) === plainTitle(again) ? readBodies(text) : undefined
  return names !== undefined && (names.length > 1 || !again.startsWith('关于'))
}

/** 某市教育局, 某市财政局 over the title of what they issued together. */
function issuers(place: Place): Part | undefined {
  const lines = place.title === undefined ? issuersOver(place.blocks, place.at) : 0
  return lines > 0 ? part(place, 'metadata', lines) : undefined
}

/** Whether one of two titles holds the other, also without a number beside it. */
function repeats(title: string, above: string): boolean {
  const again = plainTitle(title)
  const before = plainTitle(above)
  return again.includes(before) || before.includes(again) || again.includes(plainTitle(ownTitle(above)))
}

/** 国发〔2021〕44 with its 号 on the next line; 某省人民政府令, 某市人大常委会公告 over 第82号. */
function isBrokenNumber({blocks, at, text}: Place): boolean {
  const next = textAt(blocks, at + 1)
  if (next === '号') return readNumber(`${text}号`) !== undefined
  if (!/^第\s{0,2}[\d〇一二三四五六七八九十百]{1,6}\s{0,2}号$/.test(next)) return false
  return isBody(text.replace(/令$|公告$/, '')) && /[令告]$/.test(text)
}

/** （2003年3月21日国务院 + 第54次常务会议修订通过）: a history whose bracket, perhaps lost, is closed on the next line. */
function isBrokenHistory({blocks, at, text, title}: Place): boolean {
  if (
    title === undefined ||
    text.length > 80 ||
    isHistory(text) ||
    !/^[（(]?\s{0,2}[\d二一][^（()）]{0,80}$/.test(text)
  )
    return false
  const next = textAt(blocks, at + 1)
  return next.length <= 80 && /^[^（()）]{0,80}[）)]$/.test(next) && isHistory(text + next)
}

const standing = (place: Place): {titled: boolean; inLetter: boolean} => ({
  titled: place.title !== undefined,
  inLetter: isInLetter(place),
})

/** Whether lines of a head stand above, the first of them the number of a circular or 档号. */
function isInLetter({blocks, at, from}: Place): boolean {
  const first = textAt(blocks, from)
  return at > from && (readNumber(first) !== undefined || /^档\s{0,4}号\s{0,2}[:：]/.test(first))
}

/** 副本送： over the subject of a circular, where it is no 版记. */
const COPIES = /^副本(?:送|抄送)?\s{0,4}[:：]/
const isCopies = (place: Place): boolean => place.title === undefined && COPIES.test(place.text) && isInLetter(place)

/** 主送机关 or a salutation; without a title above only what can be nothing else. */
function addressee(place: Place): Part | undefined {
  const {blocks, from, at, text, title} = place
  if (isSalutation(text)) return part(place, 'addressee')
  if (title === undefined && addressesAll(text, textAt(blocks, at + 1))) return part(place, 'addressee')
  // Under labels alone a line that opens with 各 is one too.
  if (title === undefined && !opensAddress(text) && !(at > from && text.startsWith('各'))) return undefined
  const next = textAt(blocks, at + 1)
  if (isAddressee(text) || (title !== undefined && isBareAddressee(text, next))) return part(place, 'addressee')
  const goesOn = /[，,、]$/.test(text) || (opensAddress(text) && /[，、]/.test(text))
  return goesOn && text.length < 200 && isAddressee(text + next) ? part(place, 'addressee', 2) : undefined
}

/** 某网提示：根据文件目录，现行有效 between the number and 主送机关: what a site remarks on the document. */
const isRemark = ({blocks, at, text, title}: Place): boolean =>
  title !== undefined &&
  text.length <= 120 &&
  /^[^。；，]{0,12}(?:提示|按|注)[:：]/.test(text) &&
  isAddressee(textAt(blocks, at + 1))

/** Without a line that names its 文种, a short line before the text is the title. */
function isPlainTitle(blocks: readonly Block[], at: number, to: number, annex: boolean): boolean {
  if (plainTitleAt(blocks, at) === 0) return false
  const next = textAt(blocks, at + 1)
  if (annex || isPaperAt(blocks, at) || /(?:表|名单|图|一览)$/.test(textAt(blocks, at))) return true
  const opens = isMarked(next) || next.length >= 20 || /^(?:摘\s?要|目\s?的|引\s?言|背\s?景)$/.test(next)
  return at + 1 >= to || readAnnexHead(next) !== undefined || next === '' || opens
}
