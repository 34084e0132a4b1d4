/** The bottom of a document: 署名 and 成文日期, 附注, 抄送 and 印发. */
import {charset} from '../../text/charset.ts'
import {readDate} from '../../text/dates.ts'
import {BODY_ENDINGS} from '../data/bodies.ts'
import type {Block, Line} from '../line.ts'
import {isBodyList, isPerson, issuersOf, readBodies} from '../metadata/bodies.ts'
import {isSignedFor} from './letter.ts'
import {lineAt, type Part, textAt} from './part.ts'

const MOST_NAMES = 16
/** （盖章）, （某县人民政府办公室代章）. */
const STAMP = '[（(](?:盖章|公章|印章|代章|章|[^（()）]{2,30}[府室局厅委会部组院办]代章?)[)）]$'
const STAMPED = new RegExp(`^${STAMP}`)
const STAMP_BEHIND = new RegExp(STAMP)
/** What a date or a body can end with: a gate before the dear questions. */
const LAST = charset(`日号月)）】0123456789央${BODY_ENDINGS.map(ending => ending.at(-1)).join('')}`)
const endsSigned = (text: string): boolean => LAST(text.charCodeAt(text.length - 1))
const LABELLED_DATE = /^(?:成文日期|日期|时间)[:：]\s{0,4}/
/** 倡议人：某社区居委会 over its day. */
const LABELLED_NAME = /^(?:倡议人|倡议单位|发起人|发起单位|拟制单位|报送单位|承诺单位|通报单位)[:：]\s{0,4}/
const CLOSING_DATE =
  /[\s\u3000]{0,200}((?:[\d〇○零Oo一二三四五六七八九]{4})\s{0,3}年[\d一二三四五六七八九十\s]{1,5}月[\d一二三四五六七八九十\s]{1,5}日)$/

/** 20xx年4月26日, ××××年×月×日: the day of a model text, which none can be read from. */
const MASKED =
  /^(?=.{0,8}[xX×＊*○])[\dxX×＊*○]{2,4}\s{0,2}年\s{0,2}[\dxX×＊*○]{1,2}\s{0,2}月\s{0,2}[\dxX×＊*○]{1,2}\s{0,2}日$|^20[xX×]{2}[.\-/][\dxX×]{1,2}[.\-/][\dxX×]{1,2}$/

/** 2月14日, 年七月二十九日: the day of a text that lost its year; sure only under a name that ends the text. */
const WITHOUT_YEAR = /^年?[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日$/

/** A line's names and date, when it holds nothing else. */
export interface Signed {
  readonly names: string
  /** As written; empty when the line has none. */
  readonly date: string
}

/** Reads a line of a signature: names, a person, a date, or names with the date after them. */
export function readSigned(text: string): Signed | undefined {
  if (text.length > 300 || !endsSigned(text) || /[。；]./.test(text)) {
    return text.length <= 300 && isPerson(text) ? {names: text, date: ''} : undefined
  }
  const bare = text.replace(LABELLED_DATE, '')
  if (text.length <= 12 && WITHOUT_YEAR.test(text)) return {names: '', date: text}
  if (/[xX×＊*○]/.test(bare) && MASKED.test(bare)) return {names: '', date: bare}
  const whole = readDate(bare.replace(/^[（(](.*)[)）]$/, '$1'))
  if (whole) return whole.value.length >= 7 && !/[底初旬末]/.test(bare) ? {names: '', date: bare} : undefined
  const date = CLOSING_DATE.exec(text)
  const names = (date ? text.slice(0, date.index) : text).replace(STAMP_BEHIND, '').replace(LABELLED_NAME, '').trim()
  if (!isPerson(names) && !isSignatories(names)) return undefined
  return {names, date: date?.[1] ?? ''}
}

/** One body, or several of which most are known by their ending. */
const isSignatories = (names: string): boolean =>
  readBodies(names) !== undefined || (/\S[\s\u3000]{1,40}\S/.test(names) && isBodyList(names))

/** Every line is asked once for each line above it that could open its signature; the answer is the same. */
const read = new WeakMap<Line, Signed | null>()
function signedLine(line: Line): Signed | null {
  // Most lines: paragraphs, and what ends as no name and no date does.
  const {length} = line.text
  if (length > 300 || !(endsSigned(line.text) || isPerson(line.text))) return null
  const known = read.get(line)
  if (known !== undefined) return known
  const signed = readSigned(line.text) ?? null
  read.set(line, signed)
  return signed
}

/**
 * How many lines from an index on are a signature: names and then a date, or a date of year, month and day alone.
 * 0 when they are none.
 */
export function signatureAt(blocks: readonly Block[], index: number, to: number): number {
  let names = 0
  for (let at = index; at < Math.min(to, index + MOST_NAMES); at++) {
    const line = lineAt(blocks, at)
    const signed = line && signedLine(line)
    if (names > 0 && line && STAMPED.test(line.text)) continue
    if (line && at + 1 < to && isSignedFor(line.text, lineAt(blocks, at + 1)?.text ?? '')) return at - index + 2
    if (!signed && line && isOffice(line.text) && isDayAt(blocks, at + 1, to)) return at - index + 2
    if (!signed) return 0
    if (signed.names !== '') names++
    if (signed.date === '') continue
    if (WITHOUT_YEAR.test(signed.date) && at + 1 < to) return 0
    if (names === 0 && (!/日/.test(signed.date) || (readDate(signed.date)?.value.length ?? 0) < 10)) return 0
    return at - index + 1
  }
  return 0
}

/** 总理李某, 市长王某某: no space between, with its day under it. */
const isOffice = (text: string): boolean =>
  text.length <= 8 && /^(?:总理|省长|市长|县长|区长|州长|主席|主任|部长|局长)[\u3400-\u9fff]{2,3}$/.test(text)
function isDayAt(blocks: readonly Block[], at: number, to: number): boolean {
  const line = at < to ? lineAt(blocks, at) : undefined
  return line !== undefined && /日$/.test(line.text) && signedLine(line)?.names === ''
}

const LONGEST_HALF = 24
/** 清江市人民政府办 over 公室, 中央…感染肺炎 over 疫情工作领导小组: a name broken over two lines, where the title names the body. */
export function withWholeName(blocks: readonly Block[], parts: Part[], start: number, title: string | null): void {
  const at = parts.findIndex(({type}) => type === 'signature')
  if (at < 0 || title === null) return
  const {from} = parts[at]!
  const issuers = new Set(issuersOf(title).map(({text}) => text))
  // The second half may be no body by itself: then the signature is its day alone.
  for (const first of [from - 1, from - 2]) {
    const [half, rest] = [textAt(blocks, first), textAt(blocks, first + 1)]
    // A table has no text of its own.
    if (first < start || half === '' || rest === '' || half.length > LONGEST_HALF) return
    if (parts.some(({to}) => to > first && to <= from)) return
    if (issuers.has(half + rest)) parts[at] = {...parts[at]!, from: first}
  }
}

/** Whether a line is 附注: the whole of it in brackets, as （此件公开发布）. */
export const isNote = (text: string): boolean =>
  text.length <= 80 &&
  /^[（(][^（()）]{2,70}[)）]$/.test(text) &&
  !/^[（(][一二三四五六七八九十\d]{1,3}[)）]/.test(text)

const PRINTED =
  /(?:\d{4}年\d{1,2}月\d{1,2}日|[〇○零Oo0一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)\s{0,8}(?:印发|印制|印)$/

/** Whether a line belongs to 版记: 抄送, 印发机关 and 印发日期. */
export const isColophon = (text: string): boolean =>
  text.length <= 500 &&
  (/^(?:(?:副本(?:送|抄送)?|正本|抄\s{0,4}送|抄\s{0,4}报|分\s{0,4}送|主\s{0,4}题\s{0,4}词|印发范围|校\s{0,4}对)\s{0,4}[:：]|[（(]?共印\s{0,2}\d{1,5}\s{0,2}份)/.test(
    text,
  ) ||
    (text.includes('印') && PRINTED.test(text)))
