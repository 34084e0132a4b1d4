/** One line → the places inside it where a marker may stand: a chapter and its article, or a whole law, on one line. */

import {charset, WHITE_SPACE} from '../../text/charset.ts'
import {isAscii} from '../../text/digits.ts'
import {endAt} from '../../text/match.ts'
import {readNumeral} from '../../text/numerals.ts'
import type {Line} from '../line.ts'
import {NTH as NTH_SIGN, POINT} from '../signs.ts'
import {runOn} from './run-on.ts'

/** A place to cut, in units from the start of the line, and the price of leaving it whole. */
export interface Cut {
  readonly at: number
  readonly reject: number
}

const NONE: readonly Cut[] = []
const NUMERAL = '[〇零一二三四五六七八九十百千\\d]{1,9}'
const GROUP_HEAD = new RegExp(`^第${NUMERAL}(?:编|篇|章|节|部分)`)
const NTH = new RegExp(`第${NUMERAL}(?:编|章|节|条)(?:之[一二三四五六七八九十]{1,3})?(?=[\\s\\u3400-\\u9fff【：])`, 'y')
/** What a marker inside a line stands after. */
const ENDED = charset(`。；：！？”）${WHITE_SPACE}`)
const ITEM = /(?<=[。；：%％])[ \u3000]{0,2}[（(][一二三四五六七八九十]{1,3}[)）](?![至、和或的])/g
/** The same with figures, in a line of decimals. */
const FIGURE_ITEM = /(?<=[。；：%％ \u3000])[（(]\d{1,2}[)）](?=[\u3400-\u9fff])(?![至、和或的项])/g
/** What became of the line breaks of a law: 第四条 范围和要求 (一)支持范围     围绕…：     1、… */
const LOST_BREAK = '    '
const SPACED_ITEM =
  /(?<=[ \u3000])[（(][一二三四五六七八九十]{1,3}[)）](?=[\u3400-\u9fff])(?![至、和或的])|(?<=[ \u3000]{2})\d{1,2}、(?=[\u3400-\u9fff])/g
/** 3.2.1 and the like before a space, right after a sentence, or with its name between spaces: rule books number their articles so. */
const DECIMAL =
  /(?<=[ \u3000])\d{1,2}(?:\.\d{1,2}){1,3}(?=(?![倍万亿元个年月日米公吨])[\u3400-\u9fff]{2,16}[ \u3000])|(?<![第\d.])\d{1,2}(?:\.\d{1,2}){1,3}(?=[ \u3000][\u3400-\u9fff])|(?<=。)\d{1,2}(?:\.\d{1,2}){1,3}(?=(?![倍万亿元个年月日米公吨])[\u3400-\u9fff])/g
/** So many markers make a line a run of clauses rather than a paragraph that names some. */
const MANY = 3

/** Where a line may be cut; most lines nowhere. */
export function cuts({text: line, signs}: Line): readonly Cut[] {
  if (line.length < 12) return NONE
  const note = noted(line) ?? captioned(line)
  if (note) return [note]
  const grouped = signs & NTH_SIGN ? groups(line) : NONE
  const places = signs & (NTH_SIGN | POINT) ? withGroups([...nths(line), ...decimals(line)], grouped) : NONE
  if (grouped.length > 0 && places.length < MANY) return places
  if (places.length < MANY) {
    const parts = runOn(line)
    if (parts) return parts
  }
  if (places.length === 0) return NONE
  if (places.length < MANY) return GROUP_HEAD.test(line) ? places.filter(p => p.at < 60 && p.reject >= 2.5) : []
  const figured = signs & POINT && hasDecimal(line) ? [...overDecimals(line), ...items(line, FIGURE_ITEM)] : NONE
  const found = [...places, ...items(line, ITEM), ...figured].sort((a, b) => a.at - b.at)
  return line.includes(LOST_BREAK) ? withGroups(items(line, SPACED_ITEM), found) : found
}

/** 注：1.… · 说明：1、…: a list of notes opens on the line of its lead. */
const NOTED =
  /^(?:备\s?注|注\s?释|[说説]\s?明|填[表报]说明|附\s?注|注)[:：]\s{0,4}(?=(?:1[.．、)）](?!\d)|[（(]1[)）]|一、|①))/
/** Its second note on the same line: they are items of a paragraph. */
const SECOND = /(?<=[。；][ \u3000]{0,2})(?:2[.．、)）](?!\d)|[（(]2[)）]|二、|②)/
const NOTED_FIRST = charset('备注说説填附')
function noted(line: string): Cut | undefined {
  if (!NOTED_FIRST(line.charCodeAt(0))) return undefined
  const m = NOTED.exec(line)
  return m && !SECOND.test(line) ? {at: m[0].length, reject: 3} : undefined
}

/** （适用范围）第一条 违反…: as tables that explain a law print the name of an article before it. */
const CAPTIONED = new RegExp(`^[（(][\\u3400-\\u9fff、]{2,20}[)）][ \\u3000]{0,2}(?=第${NUMERAL}条[\\s])`)
function captioned(line: string): Cut | undefined {
  const m = line[0] === '（' || line[0] === '(' ? CAPTIONED.exec(line) : null
  return m ? {at: m[0].length, reject: 3} : undefined
}

function nths(line: string): Cut[] {
  const out: Cut[] = []
  for (let at = line.indexOf('第', 1); at > 0; at = line.indexOf('第', at + 1)) {
    const end = ENDED(line.charCodeAt(at - 1)) ? endAt(NTH, line, at) : -1
    if (end < 0) continue
    const spaced = /\s/.test(line[at - 1]!) && /[\s【：]/.test(line[end] ?? ' ')
    out.push({at, reject: spaced ? 3 : 1.2})
  }
  return out
}

/**
 * …。第三章 业务规则 第二十四条 …: a chapter with its name and its first article, which nothing but a new chapter has.
 * The first may stand right after the title of the whole.
 */
const GROUP = new RegExp(
  `第${NUMERAL}(?:编|章|节)[ \\u3000]{0,4}(?![ \\u3000])((?:[\\u3400-\\u9fff][ \\u3000]{1,6}[\\u3400-\\u9fff]|[^。；，：、第\\s]{2,24}?)[ \\u3000]{0,4})第${NUMERAL}条(?=[\\s【]|(?!规定|的|第|和|至|所|之外)[\\u3400-\\u9fff])`,
  'g',
)
const FIRST_GROUP = /^第[一1]章.{2,40}第[一1]条$/
const LONGEST_TITLE = 40
function groups(line: string): readonly Cut[] {
  if (!line.includes('章') && !line.includes('节') && !line.includes('编')) return NONE
  const out: Cut[] = []
  for (const m of line.matchAll(GROUP)) {
    const opens = m.index === 0 || ENDED(line.charCodeAt(m.index - 1))
    const titled = FIRST_GROUP.test(m[0]) && m.index <= LONGEST_TITLE && !/[。；，：]/.test(line.slice(0, m.index))
    if (!opens && !titled) continue
    if (m.index > 0) out.push({at: m.index, reject: 2.5})
    out.push({at: m.index + m[0].lastIndexOf('第'), reject: 2.5})
  }
  if (out.length === 0 && line.includes('.1')) out.push(...decimalChapters(line))
  return out
}

/** 第2章组织体系2.1领导机构: a chapter, its name and its first decimal, nothing between them. */
const DECIMAL_CHAPTER =
  /第([\d一二三四五六七八九十]{1,3})章[ \u3000]{0,4}[^。；，：、第\s\d]{2,16}[ \u3000]{0,4}(?=(\d{1,2})\.1(?=[ \u3000]{0,4}[\u3400-\u9fff]))/g
function decimalChapters(line: string): readonly Cut[] {
  const out: Cut[] = []
  for (const m of line.matchAll(DECIMAL_CHAPTER)) {
    if (readNumeral(m[1]!) !== Number(m[2])) continue
    const opens = m.index === 0 || ENDED(line.charCodeAt(m.index - 1)) || (m[2] === '1' && m.index <= LONGEST_TITLE)
    if (!opens) continue
    if (m.index > 0) out.push({at: m.index, reject: 2.5})
    out.push({at: m.index + m[0].length, reject: 2.5})
  }
  return out
}

const withGroups = (places: readonly Cut[], grouped: readonly Cut[]): readonly Cut[] =>
  grouped.length === 0
    ? places
    : [...grouped, ...places.filter(({at}) => !grouped.some(other => other.at === at))].sort((a, b) => a.at - b.at)

function decimals(line: string): Cut[] {
  if (!hasDecimal(line)) return []
  const out: Cut[] = []
  for (const m of line.matchAll(DECIMAL))
    if (m.index > 0) out.push({at: m.index, reject: /[。；：\s”）]/.test(line[m.index - 1]!) ? 2.5 : 1.5})
  return out
}

/** 2.组织体系 2.1领导机构: what the first decimal under it names. */
const OVER_DECIMAL = /(?<=[。；：！？ \u3000])(\d{1,2})[.．、](?=[\u3400-\u9fff、]{2,16}[ \u3000]{1,2}\1\.1(?!\d))/g
const overDecimals = (line: string): Cut[] => Array.from(line.matchAll(OVER_DECIMAL), m => ({at: m.index, reject: 2.5}))

function hasDecimal(line: string): boolean {
  for (let at = line.indexOf('.', 1); at > 0; at = line.indexOf('.', at + 1))
    if (isAscii(line.charCodeAt(at - 1)) && isAscii(line.charCodeAt(at + 1))) return true
  return false
}

function items(line: string, pattern: RegExp): Cut[] {
  const out: Cut[] = []
  for (const m of line.matchAll(pattern)) out.push({at: m.index + m[0].length - m[0].trimStart().length, reject: 1.5})
  return out
}
