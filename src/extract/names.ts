/** Where a text names something, and the numbers in it are no values: 《…2035》, “5+2”, 〔2019〕15号, （十一）, 5G, 五年制. */

import {charset} from '../text/charset.ts'
import {endAt} from '../text/match.ts'
import {startsNumeral} from '../text/numerals.ts'

export interface Name {
  readonly start: number
  readonly end: number
  readonly kind: 'title' | 'quote' | 'number' | 'marker' | 'term'
  /** A document number that lost a bracket. */
  readonly damaged?: boolean
}

const opensTitle = charset('《〈')
/** What closes a quotation. */
const CLOSING = new Map(['“”', '‘’', '「」', '『』'].map(pair => [pair.charCodeAt(0), pair[1]!]))
const LONGEST_TITLE = 200
const LONGEST_QUOTE = 24
const DEEPEST_TITLE = 4

const DOCUMENT_NUMBER =
  /[〔[【（(]\s?(?:19|20)[\dxX×]{2}(?:年)?\s?[〕\]】）)]\s?(?:第\s?)?[\dxX×]{1,6}(?:-\d{1,4})?\s?号?/y
/** 台教师（二）字第1120037967号, as offices of Taiwan number their letters. */
const LETTER = /\d{7,12}[A-Z]? ?号/y
const LOST_BRACKET = /(?:19|20)\d{2}\s?[〕】]\s?(?:第\s?)?\d{1,6}\s?号/y
const MARKER = /[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]/y
/** 3.7.1: a section, not seven and a tenth; 114.03.04 is a day of Taiwan. */
const SECTION = /(?!1[0-3]\d\.\d{1,2}\.\d{1,2}(?![.\d]))\d{1,3}(?:\.\d{1,3}){2,5}(?![\d%％])/y
/** 20xx年, 20xx—20xx年: a year whose digits are not told. */
const MASKED_YEAR = /\d{2,3}[xX×]{1,2}(?: ?年| ?[-—–～~至到])/y
/** Numbers that are part of a word, with what follows the number in it (Latin letters in two of them): 5G, 5+2, 五年制, 一至三年级, 四位一体, 四个意识. */
const TERMS: readonly (readonly [begins: string, RegExp])[] = [
  [
    '位个项带会学保网',
    /[一二三四五六七八九十两]位一体|[两三四五六七八九十]个(?:意识|自信|维护|全面|服务|一批|统一|务必|确立|结合|代表|自觉|坚持|标准化|只增不减|毫?不动摇|高于|确保)|八项规定|(?<=冬季)两项|(?<=现代)五项|(?<=铁人)三项|[七十]项全能|[一二两三四五六七八九十](?:带一路|会一课|学一做|保合一|网统管|网通办)/y,
  ],
  ['GgKkPpDd', /\d[GgKkPpDd](?![A-Za-z\d])/y],
  [
    ' +＋',
    /(?:\d{1,2}|[一二三四五六七八九十]{1,2}) ?[+＋](?: ?(?:\d{1,2}|[A-Za-zＸN]|[一二三四五六七八九十]{1,2}))(?: ?[+＋] ?\w{1,2})?/y,
  ],
  [
    ' -—–～~至到年周',
    /(?:\d{1,2}|[一二三四五六七八九十两]{1,2})(?: ?[-—–～~至到] ?(?:\d{1,2}|[一二三四五六七八九十]{1,2}))? ?(?:年制|年级|年一贯|周岁以?[上下]?[儿幼])/y,
  ],
  [
    '-_/',
    /(?!\d{1,9}(?:[MGK]bps|[kMG]Wh?|TEU|[PE]F(?:LOPS|lops)|[MGT]B|[kcm]m|[km]g|m[L²]|[mtL])(?![A-Za-z\d]))\d{1,9}[-_/]?[A-Za-z][\w.-]{0,40}/y,
  ],
]

const SPACE = 32
const LATIN = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const isLatin = charset(LATIN)
/** What may stand after a number that is part of a word. */
const mayName = charset(LATIN, ' .+＋-—–～~至到年位个带会学保网项〕】_/周号')
/** 年制, 年级, 年一贯: most years are none. */
const isYear = charset('年')
const goesOnYear = charset('制级一')

/** The name that begins with the bracket or quotation mark at `at`; undefined where none does. */
export function nameAt(text: string, at: number): Name | undefined {
  const unit = text.charCodeAt(at)
  if (opensTitle(unit)) return title(text, at)
  const closing = CLOSING.get(unit)
  if (closing) return quote(text, at, closing)
  const next = text.charCodeAt(at + 1)
  if (next !== SPACE && !startsNumeral(next)) return undefined
  const end = endAt(DOCUMENT_NUMBER, text, at)
  if (end > 0) return {start: at, end, kind: 'number'}
  const marker = endAt(MARKER, text, at)
  return marker > 0 ? {start: at, end: marker, kind: 'marker'} : undefined
}

/** The name that begins with the number from `at` to `end`. Most numbers are told by the next character to begin none. */
export function termAt(text: string, at: number, end: number): Name | undefined {
  const next = text.charCodeAt(end)
  if (!mayName(next) || (isYear(next) && !goesOnYear(text.charCodeAt(end + 1)))) return undefined
  const section = text[end] === '.' ? endAt(SECTION, text, at) : -1
  if (section > 0) return {start: at, end: section, kind: 'marker'}
  if (text[at - 1] === '第') {
    const close = text[at - 2] === '字' ? endAt(LETTER, text, at) : -1
    return close > 0 ? {start: at - 1, end: close, kind: 'number'} : undefined
  }
  if (next === 0x3015 || next === 0x3011) {
    const close = endAt(LOST_BRACKET, text, at)
    return close > 0 ? {start: at, end: close, kind: 'number', damaged: true} : undefined
  }
  const latin = isLatin(next)
  if (latin && endAt(MASKED_YEAR, text, at) > 0) return undefined
  for (const [begins, term] of TERMS) {
    if (!begins.includes(text[end]!) && !(latin && begins === '-_/')) continue
    const close = endAt(term, text, at)
    if (close > 0) return {start: at, end: close, kind: 'term'}
  }
  return undefined
}

/** A title with the titles inside it; one that never closes is no title. */
function title(text: string, at: number): Name | undefined {
  let depth = 0
  const limit = Math.min(text.length, at + LONGEST_TITLE)
  for (let i = at; i < limit; i++) {
    const c = text[i]!
    if (c === '《' || c === '〈') depth++
    else if (c === '》' || c === '〉') depth--
    if (depth > DEEPEST_TITLE) return undefined
    if (depth === 0) return {start: at, end: i + 1, kind: 'title'}
  }
  const close = text.slice(at, limit).lastIndexOf('》')
  return close > 0 ? {start: at, end: at + close + 1, kind: 'title', damaged: true} : undefined
}

/** A quoted name is short and no sentence; a quoted amount (将“3万元”修改为“5万元”) stays a value. */
function quote(text: string, at: number, closing: string): Name | undefined {
  const end = text.slice(at + 1, at + 2 + LONGEST_QUOTE).indexOf(closing)
  if (end < 0) return undefined
  const inside = text.slice(at + 1, at + 1 + end)
  if (/^[一二两三四五六七八九十\d]{1,2}个\d/.test(inside)) return {start: at, end: at + end + 2, kind: 'quote'}
  if (
    /[，。；：]|不[超高低少][过于]|\d\s?(?:[%％元日]|个?月)|[一二三四五六七八九十百千万亿]元|百分[之百]|年内$/.test(
      inside,
    )
  )
    return undefined
  return {start: at, end: at + end + 2, kind: 'quote'}
}
