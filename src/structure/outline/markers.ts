/** The head of a line → the markers it may be, each with the price of reading it so and of not reading it so. */
import {charset} from '../../text/charset.ts'
import {
  ARABIC,
  ARABIC_PAREN,
  ARTICLE,
  CAPITAL,
  CIRCLED,
  CJK,
  CJK_PAREN,
  DASH,
  DECIMAL,
  FORMAL,
  LETTER,
  ORDINAL,
  ROMAN,
  SMALL_ROMAN,
  STEM,
  STEM_PAREN,
} from '../data/kinds.ts'
import {CJK_DIGITS, FORMAL_DIGITS, SIGNS, STEMS, stemNumber} from '../data/markers.ts'
import {
  ARABIC_BRACKETS,
  ARTICLE_REFERRED,
  ARTICLE_REFERRED_SPACED,
  CJK_BRACKETS,
  CJK_DECIMAL,
  CJK_HALF,
  CJK_LIST,
  CJK_SPACED,
  COUNTED_CJK,
  DASH_BRACKETS,
  DASHES,
  FORMAL_LIST,
  ITEM_REFERRED,
  LETTER_LIST,
  NTH,
  ORDINAL_LIST,
  ROMAN_LIST,
  SCANNED_ONE,
  SMALL_ROMAN_LIST,
  STEM_BRACKETS,
  STEM_LIST,
  UNITS,
} from '../data/patterns.ts'
import {arabicGlued, arabicList, arabicSlashed, arabicSpaced, decimal, isMeasured, rightBracket} from './arabic.ts'
import {digits, numeral} from './marker-numbers.ts'
import {counted, type Reader, type Reading, simple} from './reading.ts'

const CLOSING = charset('：:、．.')
const SETS_OFF = charset(' \u3000\t：:【〔（(')

/** 第十七条之一 · 第 1 0 条 · 第三章 · 第一部分. */
const nth: Reader = line => {
  const m = NTH.exec(line)
  const number = m ? numeral(m[1]!) : undefined
  if (!m || number === undefined) return undefined
  const kind = UNITS[m[3]! as keyof typeof UNITS]
  const after = line.slice(m[0].length)
  const last = m[2] ?? m[4]
  const sub = last === undefined ? [] : [numeral(last) ?? 0]
  const mark = CLOSING(m[0].charCodeAt(m[0].length - 1))
  const refers = m[0].endsWith('、')
    ? after.startsWith('第')
    : !mark && (ARTICLE_REFERRED.test(after) || ARTICLE_REFERRED_SPACED.test(after))
  const bare = after === '' || mark || SETS_OFF(after.charCodeAt(0))
  const title = kind !== ARTICLE && after.length <= 30 && !/[。；，]/.test(after)
  const reject = refers ? 0 : bare ? 4 : title ? 3 : kind === ARTICLE ? 1.6 : 0.6
  return {kind, number, sub, prefix: 0, length: m[0].length, reject, accept: refers ? 1 : 0}
}

/** 第一、 · 第二， · 其三，: the points of a speech or of a list; sure only beside others, see `outline`. */
const ordinal: Reader = line => {
  const m = ORDINAL_LIST.exec(line)
  return m ? simple(ORDINAL, numeral(m[1]!), m[0].trimEnd().length, 2.4) : undefined
}

/** 壹、 but not 陆、海、空 */
const formalList: Reader = line => {
  const m = FORMAL_LIST.exec(line)
  if (!m) return undefined
  const forces = /^[海空]/.test(line.slice(m[0].length))
  return simple(FORMAL, numeral(m[1]!), m[0].length, forces ? 0 : 3, forces ? 2 : 0)
}

/** 一.1 under 一、; before what may be a measure (三.3月底前) a 三. rather. */
const cjkDecimal: Reader = line => {
  const m = CJK_DECIMAL.exec(line)
  const number = m ? numeral(m[1]!) : undefined
  if (!m || number === undefined || isMeasured(line.slice(m[0].length))) return undefined
  return {kind: DECIMAL, number, sub: [Number(m[2])], prefix: number + 1, length: m[0].length, reject: 2.6, accept: 0}
}

/** 一、 · 十二． */
const cjkList: Reader = line => {
  const m = CJK_LIST.exec(line)
  if (m) {
    const number = numeral(m[1]!)
    const count = counted(COUNTED_CJK, line.slice(m[0].length), number, numeral)
    const sure = m[2] === '、' || m[2] === '．' || m[2] === '.'
    if (m[2] !== '、' && cjkDecimal(line)) return simple(CJK, number, m[0].length, 0, 1.2)
    return simple(CJK, number, m[0].length, count?.reject ?? (sure ? 3 : 0.8), count?.accept)
  }
  const half = CJK_HALF.exec(line)
  if (half) return simple(CJK_PAREN, numeral(half[1]!), half[0].length, 2)
  const spaced = CJK_SPACED.exec(line)
  if (!spaced || line.length > 40 || /[。；，]/.test(line)) return undefined
  return simple(CJK, numeral(spaced[1]!), spaced[0].trimEnd().length, 0.8)
}

/** （一） and (1), save where the line speaks of such an item. */
const brackets =
  (pattern: RegExp, kind: number, read: (digits: string) => number | undefined, sure: number): Reader =>
  line => {
    const m = pattern.exec(line)
    if (!m) return undefined
    const refers = ITEM_REFERRED.test(line.slice(m[0].length))
    return simple(kind, read(m[1]!), m[0].length, refers ? 0 : sure, refers ? 1 : 0)
  }

const cjkBrackets = brackets(CJK_BRACKETS, CJK_PAREN, numeral, 3)
const arabicBrackets = brackets(ARABIC_BRACKETS, ARABIC_PAREN, digits, 2.6)

const ROMAN_DIGITS: Record<string, number> = {I: 1, V: 5, X: 10}
function romanNumber(digits: string): number {
  const values = [...digits].map(c => ROMAN_DIGITS[c]!)
  return values.reduce((sum, v, i) => sum + (v < (values[i + 1] ?? 0) ? -v : v), 0)
}
const roman: Reader = line => {
  const m = ROMAN_LIST.exec(line)
  return m ? simple(ROMAN, romanNumber(m[1]!), m[0].length, 2) : undefined
}
/** (ii) under (a); after (h) an (i) is a letter rather. */
const smallRoman: Reader = line => {
  const m = SMALL_ROMAN_LIST.exec(line)
  if (!m) return undefined
  const digits = (m[1] ?? m[2])!
  return simple(SMALL_ROMAN, romanNumber(digits.toUpperCase()), m[0].length, 1.6, digits.length === 1 ? 1 : 0)
}

/** a. and A. are two levels where a page has both. */
const letter: Reader = line => {
  const m = LETTER_LIST.exec(line)
  if (!m) return undefined
  const unit = m[1]!.charCodeAt(0)
  return simple(unit < 97 ? CAPITAL : LETTER, unit & 31, m[0].length, 1.6)
}

/** 甲、 and （甲）: in the papers of Taiwan and in old ones, on any level. */
const stem: Reader = line => {
  const m = STEM_LIST.exec(line)
  return m && m[0].length < line.length ? simple(STEM, stemNumber(line[0]!), m[0].length, 1.8) : undefined
}
const stemBrackets: Reader = line => {
  const m = STEM_BRACKETS.exec(line)
  if (!m || m[0].length === line.length) return undefined
  return simple(STEM_PAREN, stemNumber(m[0].slice(1).trim()[0]!), m[0].length, 1.8)
}

/** (-) for （一）, l. for 1.: what a scan made of a first number. */
const scannedBrackets: Reader = line => {
  const m = DASH_BRACKETS.exec(line)
  return m ? simple(CJK_PAREN, 1, m[0].length, 1.6, 0.4) : undefined
}
const scannedOne: Reader = line => {
  const m = SCANNED_ONE.exec(line)
  return m ? simple(ARABIC, 1, m[0].length, 1.6, 0.8) : undefined
}

/** `——保障水平` : a mark without a number; its number is its place among its siblings. */
const dash: Reader = line => {
  const m = DASHES.exec(line)
  if (!m || m[0].length === line.length) return undefined
  return simple(DASH, 0, m[0].length, m[0].length > 1 ? 2.6 : 0.8)
}

/** ① · ㈠、 · ⑴ : a character that is a marker by itself. */
const sign: Reader = line => {
  const {sign, number} = SIGNS.get(line[0]!)!
  const [kind, reject] = BY_SIGN[sign]
  // Ⅰ级响应 names a grade.
  if (sign === 'roman' && /^.[级類类型期度]/.test(line)) return undefined
  const closed = sign !== 'arabic' && CLOSING(line.charCodeAt(1))
  return simple(kind, number, closed ? 2 : 1, reject)
}
const BY_SIGN = {
  cjkParen: [CJK_PAREN, 3],
  arabicParen: [ARABIC_PAREN, 2.6],
  arabic: [ARABIC, 2.6],
  circled: [CIRCLED, 2.6],
  roman: [ROMAN, 2.6],
  letter: [LETTER, 2],
} as const

/** Which readers can match, by the first character; any other line is text, at the cost of one look-up. */
const READERS = new Map<number, readonly Reader[]>()
const add = (chars: string, ...readers: Reader[]): void => {
  for (let i = 0; i < chars.length; i++) {
    const unit = chars.charCodeAt(i)
    READERS.set(unit, [...(READERS.get(unit) ?? []), ...readers])
  }
}
add('第', nth, ordinal)
add('其', ordinal)
add(`${STEMS}已巳`, stem)
add(CJK_DIGITS, cjkList, cjkDecimal)
add(FORMAL_DIGITS, formalList)
add('0123456789０１２３４５６７８９', arabicList, decimal, arabicSpaced, arabicGlued, arabicSlashed, rightBracket)
add('(（〔［[', cjkBrackets, arabicBrackets)
add('(（', letter, smallRoman, stemBrackets, scannedBrackets)
add('lI|丨', scannedOne)
add('ivx', smallRoman)
add('IVX', roman)
add('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', letter)
add('—─–－―-', dash)
add([...SIGNS.keys()].join(''), sign)

const NONE: readonly Reading[] = []

/**
 * The markers that the head of a line may be; empty when it can only be text.
 * @param line the line from its first character on; what lies behind the first hundred units is not looked at
 */
export function readings(line: string): readonly Reading[] {
  const readers = READERS.get(line.charCodeAt(0))
  if (!readers) return NONE
  const head = line.length > 100 ? line.slice(0, 100) : line
  const found: Reading[] = []
  for (const read of readers) {
    const reading = read(head)
    if (reading && reading.number < 10000) found.push(reading)
  }
  return found
}
