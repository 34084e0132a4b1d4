/** Where a text names something, and the numbers in it are no values: 《…2035》, “5+2”, 〔2019〕15号, （十一）, 5G, 五年制. */

export interface Name {
  readonly start: number
  readonly end: number
  readonly kind: 'title' | 'quote' | 'number' | 'marker' | 'term'
  /** A document number that lost a bracket. */
  readonly damaged?: boolean
}

const CLOSING: Readonly<Record<string, string>> = {'《': '》', '〈': '〉', '“': '”', '‘': '’', '「': '」', '『': '』'}
const LONGEST_TITLE = 200
const LONGEST_QUOTE = 24
const DEEPEST_TITLE = 4

const DOCUMENT_NUMBER =
  /[〔[【（(]\s?(?:19|20)[\dxX×]{2}(?:年)?\s?[〕\]】）)]\s?(?:第\s?)?[\dxX×]{1,6}(?:-\d{1,4})?\s?号?/y
const LOST_BRACKET = /(?:19|20)\d{2}\s?[〕】]\s?(?:第\s?)?\d{1,6}\s?号/y
const MARKER = /[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]/y
/** 20xx年, 20xx—20xx年: a year whose digits are not told. */
const MASKED_YEAR = /\d{2,3}[xX×]{1,2}(?: ?年| ?[-—–～~至到])/y
/** Numbers that are part of a word: 5G, 5+2, 五年制, 一至三年级, 四位一体, 四个意识. */
const TERMS = [
  /[一二三四五六七八九十两]位一体|[两三四五六七八九十]个(?:意识|自信|维护|全面|服务|一批|统一|务必|确立|结合|代表|自觉|坚持|标准化)|[一二两三四五六七八九十](?:带一路|会一课|学一做|保合一|网统管|网通办)/y,
  /\d[GgKkPpDd](?![A-Za-z\d])/y,
  /(?:\d{1,2}|[一二三四五六七八九十]{1,2}) ?[+＋](?: ?(?:\d{1,2}|[A-Za-zＸN]|[一二三四五六七八九十]{1,2}))(?: ?[+＋] ?\w{1,2})?/y,
  /(?:\d{1,2}|[一二三四五六七八九十两]{1,2})(?: ?[-—–～~至到] ?(?:\d{1,2}|[一二三四五六七八九十]{1,2}))? ?(?:年制|年级|年一贯|周岁以?[上下]?[儿幼])/y,
  /\d{1,9}[-_/]?[A-Za-z][\w.-]{0,40}/y,
]

function test(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  const found = pattern.exec(text)
  return found ? at + found[0].length : -1
}

/** The name that begins at `at`; undefined where none does. */
export function maskAt(text: string, at: number): Name | undefined {
  const c = text[at]!
  if (c in CLOSING) return c === '《' || c === '〈' ? title(text, at) : quote(text, at)
  if (c >= '0' && c <= '9') {
    const end = test(LOST_BRACKET, text, at)
    if (end > 0) return {start: at, end, kind: 'number', damaged: true}
  } else if (!'一二三四五六七八九十两'.includes(c)) {
    const end = test(DOCUMENT_NUMBER, text, at)
    if (end > 0) return {start: at, end, kind: 'number'}
    const marker = test(MARKER, text, at)
    return marker > 0 ? {start: at, end: marker, kind: 'marker'} : undefined
  }
  if (text[at - 1] === '第' || test(MASKED_YEAR, text, at) > 0) return undefined
  for (const term of TERMS) {
    const end = test(term, text, at)
    if (end > 0) return {start: at, end, kind: 'term'}
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
function quote(text: string, at: number): Name | undefined {
  const end = text.slice(at + 1, at + 2 + LONGEST_QUOTE).indexOf(CLOSING[text[at]!]!)
  if (end < 0) return undefined
  const inside = text.slice(at + 1, at + 1 + end)
  if (/[，。；：]|\d\s?(?:[%％元日]|个?月)|百分[之百]|年内$/.test(inside)) return undefined
  return {start: at, end: at + end + 2, kind: 'quote'}
}
