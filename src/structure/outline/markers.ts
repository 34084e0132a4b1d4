/** The head of a line → the markers it may be, each with the price of reading it so and of not reading it so. */
import {charset} from '../../text/charset.ts'
import {
  ARABIC,
  ARABIC_PAREN,
  ARABIC_RPAREN,
  ARTICLE,
  CIRCLED,
  CJK,
  CJK_PAREN,
  DASH,
  DECIMAL,
  DECIMAL_PARTS,
  FORMAL,
  LETTER,
  ORDINAL,
  ROMAN,
  SLASHED,
} from '../data/kinds.ts'
import {CJK_DIGITS, FORMAL_DIGITS, SIGNS} from '../data/markers.ts'
import {
  ARABIC_BRACKETS,
  ARABIC_LIST,
  ARABIC_SLASHED,
  ARABIC_SPACED,
  ARTICLE_REFERRED,
  ARTICLE_REFERRED_SPACED,
  CJK_BRACKETS,
  CJK_HALF,
  CJK_LIST,
  CJK_SPACED,
  COUNTED_ARABIC,
  COUNTED_CJK,
  DASHES,
  DECIMALS,
  FORMAL_LIST,
  ITEM_REFERRED,
  LETTER_LIST,
  MAGNITUDE,
  NTH,
  ORDINAL_LIST,
  RIGHT_BRACKET,
  ROMAN_LIST,
  UNITS,
} from '../data/patterns.ts'
import {digits, numeral} from './marker-numbers.ts'

/** One way to read the head of a line. */
export interface Reading {
  /** Index in KINDS. */
  readonly kind: number
  readonly number: number
  readonly sub: readonly number[]
  /** 1.2.3: the number of 1.2 as one value, for comparing; 0 for others. */
  readonly prefix: number
  /** Units of the marker, its closing punctuation included. */
  readonly length: number
  /** The price of calling it text. */
  readonly reject: number
  /** The price of calling it a marker. */
  readonly accept: number
  /** A number before a space, without any sign of its own, and what stands after it. */
  readonly bare?: 'name' | 'sentence'
}

const NO_SUB: readonly number[] = []

type Reader = (line: string) => Reading | undefined

const simple = (kind: number, number: number | undefined, length: number, reject: number, accept = 0) =>
  number === undefined ? undefined : {kind, number, sub: NO_SUB, prefix: 0, length, reject, accept}

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

/** 第一、 · 第二，: the points of a speech or of a list; sure only beside others, see `outline`. */
const ordinal: Reader = line => {
  const m = ORDINAL_LIST.exec(line)
  return m ? simple(ORDINAL, numeral(m[1]!), m[0].length, 2.4) : undefined
}

/** 壹、 but not 陆、海、空 */
const formalList: Reader = line => {
  const m = FORMAL_LIST.exec(line)
  if (!m) return undefined
  const forces = /^[海空]/.test(line.slice(m[0].length))
  return simple(FORMAL, numeral(m[1]!), m[0].length, forces ? 0 : 3, forces ? 2 : 0)
}

/** What a list item costs whose text opens with a number and a measure, by how likely both are one count. */
const COUNTS = {
  no: null,
  /** 1、3年内: an item, or some of 1、3、5年级. */
  maybe: {reject: 0.8, accept: 0.3},
  /** 一、二年级 · 5、6月 */
  yes: {reject: 0, accept: 1},
} as const

/** Whether a number is the first of several in running text: 一、二年级, but not 一、104年10月 nor 三、一年级. */
function counted(
  pattern: RegExp,
  after: string,
  number: number | undefined,
  read: (digits: string) => number | undefined,
): {readonly reject: number; readonly accept: number} | null {
  const m = pattern.exec(after)
  const step = m ? (read(m[1]!) ?? 0) - (number ?? 0) : 0
  return COUNTS[step === 1 ? 'yes' : step > 1 ? 'maybe' : 'no']
}

/** 一、 · 十二． */
const cjkList: Reader = line => {
  const m = CJK_LIST.exec(line)
  if (m) {
    const number = numeral(m[1]!)
    const count = counted(COUNTED_CJK, line.slice(m[0].length), number, numeral)
    const sure = m[2] === '、' || m[2] === '．' || m[2] === '.'
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

const arabicList: Reader = line => {
  const m = ARABIC_LIST.exec(line)
  if (!m) return undefined
  const after = line.slice(m[0].length)
  if (m[2] === '、') {
    const count = counted(COUNTED_ARABIC, after, digits(m[1]!), digits)
    return simple(ARABIC, digits(m[1]!), m[0].length, count?.reject ?? 2.6, count?.accept)
  }
  if (!/[.．。﹒]/.test(m[2]!)) return simple(ARABIC, digits(m[1]!), m[0].length, 0.6)
  if (!/^[\d０-９]/.test(after)) return simple(ARABIC, digits(m[1]!), m[0].length, 2.6)
  if (/^\d{1,2}(?:[ \u3000.．、]|$)/.test(after)) return undefined
  // 1.2021年建成 and 1.30%中小学校 are markers before a number; 3.5亿元 and 12.7% are numbers.
  if (/^(?:19|20)\d\d(?:[年—–-]|\D{0,2}$)/.test(after)) return simple(ARABIC, digits(m[1]!), m[0].length, 1.6)
  if (/^\d0[%％]|^100[%％]|^\d{3,}[^\d.]/.test(after)) return simple(ARABIC, digits(m[1]!), m[0].length, 0.9)
  if (MAGNITUDE.test(after)) return simple(ARABIC, digits(m[1]!), m[0].length, 0, 1.2)
  return simple(ARABIC, digits(m[1]!), m[0].length, 0.3, 0.3)
}

/** `1 总则`, as contingency plans number, sure only beside 1.1; before a sentence only in a list of such. */
const arabicSpaced: Reader = line => {
  const m = ARABIC_SPACED.exec(line)
  if (!m) return undefined
  const bare = line.length > 40 || /[。；，]/.test(line) ? 'sentence' : 'name'
  return {
    kind: ARABIC,
    number: digits(m[1]!),
    sub: NO_SUB,
    prefix: 0,
    length: m[1]!.length,
    reject: bare === 'name' ? 0.8 : 0,
    accept: bare === 'name' ? 0 : 2,
    bare,
  }
}

const decimal: Reader = line => {
  const m = DECIMALS.exec(line)
  if (!m) return undefined
  const parts = m[1]!.split(/[.．]/).map(digits)
  if (parts.length > DECIMAL_PARTS || parts.some(n => n > 200)) return undefined
  const after = line.slice(m[0].length)
  const measured = MAGNITUDE.test(after) || /^[—～~-]\d/.test(after)
  const spaced = /^[ \u3000]/.test(after) || m[2] !== undefined || after === ''
  const reject = measured ? 0 : parts.length > 2 ? 3 : spaced ? 2.6 : /^\p{Script=Han}/u.test(after) ? 1.8 : 0.2
  const prefix = parts.slice(0, -1).reduce((sum, n) => sum * 201 + n + 1, 0)
  return {
    kind: DECIMAL + parts.length - 2,
    number: parts[0]!,
    sub: parts.slice(1),
    prefix,
    length: m[0].length,
    reject,
    accept: measured ? 1.2 : 0,
  }
}

/** `01 / 指导思想`, `02丨基本原则`: as pages made for telephones count their parts. */
const arabicSlashed: Reader = line => {
  const m = ARABIC_SLASHED.exec(line)
  return m ? simple(SLASHED, digits(m[1]!), m[0].length, 2.4) : undefined
}

const rightBracket: Reader = line => {
  const m = RIGHT_BRACKET.exec(line)
  return m ? simple(ARABIC_RPAREN, digits(m[1]!), m[0].length, 2) : undefined
}

const ROMAN_DIGITS: Record<string, number> = {I: 1, V: 5, X: 10}
const roman: Reader = line => {
  const m = ROMAN_LIST.exec(line)
  if (!m) return undefined
  const values = [...m[1]!].map(c => ROMAN_DIGITS[c]!)
  const number = values.reduce((sum, v, i) => sum + (v < (values[i + 1] ?? 0) ? -v : v), 0)
  return simple(ROMAN, number, m[0].length, 2)
}

const letter: Reader = line => {
  const m = LETTER_LIST.exec(line)
  return m ? simple(LETTER, (m[1]!.charCodeAt(0) & 31) as number, m[0].length, 1.6) : undefined
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
add(CJK_DIGITS, cjkList)
add(FORMAL_DIGITS, formalList)
add('0123456789０１２３４５６７８９', arabicList, decimal, arabicSpaced, arabicSlashed, rightBracket)
add('(（〔［[', cjkBrackets, arabicBrackets)
add('(（', letter)
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
