/** Markers of Arabic numerals: 1. · 1、 · 1 总则 · 01 / · 1.2.3 · 1） */
import {ARABIC, ARABIC_RPAREN, DECIMAL, DECIMAL_PARTS, SLASHED} from '../data/kinds.ts'
import {
  ARABIC_GLUED,
  ARABIC_LIST,
  ARABIC_SLASHED,
  ARABIC_SPACED,
  ARABIC_ZERO,
  COUNTED_ARABIC,
  DECIMALS,
  MAGNITUDE,
  RIGHT_BRACKET,
  WHOLE,
} from '../data/patterns.ts'
import {digits} from './marker-numbers.ts'
import {counted, NO_SUB, type Reader, simple} from './reading.ts'

/** 1. · 1、 · 1． · 1, before a word. Dear where a number or a measure follows (1.5倍, 5、6月), for it is a count then. Layout after GB/T 9704. */
export const arabicList: Reader = line => {
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
  if (WHOLE.test(after)) return simple(ARABIC, digits(m[1]!), m[0].length, 0.9)
  if (MAGNITUDE.test(after)) return simple(ARABIC, digits(m[1]!), m[0].length, 0, 1.2)
  return simple(ARABIC, digits(m[1]!), m[0].length, 0.3, 0.3)
}

/** `1 总则`, as contingency plans number, sure only beside 1.1; before a sentence only in a list of such. */
export const arabicSpaced: Reader = line => {
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

/** `1总则` and nothing else on its line: sure only beside 1.1, before what may be a measure (2组织体系) only over 2.1. */
export const arabicGlued: Reader = line => {
  const m = line.length > 21 ? null : ARABIC_GLUED.exec(line)
  if (!m || line.startsWith('0')) return undefined
  const bare = MEASURED.test(line) ? 'measured' : 'glued'
  return {kind: ARABIC, number: digits(m[1]!), sub: NO_SUB, prefix: 0, length: m[0].length, reject: 0, accept: 2, bare}
}
/** 3年, 5个, 2月: counts, dates and grades. */
const MEASURED = /^\d{1,2}[年月日号时点个名人次所家项条款种类级岁元万亿千百分周天届期批班组户台辆倍号楼层口度米栋间]/

/** 亿元 and 个乡镇 after 3.5: the number is a count. */
export const isMeasured = (after: string): boolean =>
  MAGNITUDE.test(after) || WHOLE.test(after) || /^[—～~-]\d/.test(after)

/** 1.2 · 1.2.3 to five parts; 3.5亿元 and 12.7% are numbers. */
export const decimal: Reader = line => {
  const m = DECIMALS.exec(line)
  if (!m) return undefined
  const parts = m[1]!.split(/[.．]/).map(digits)
  if (parts.length > DECIMAL_PARTS || parts.some(n => n > 200)) return undefined
  const after = line.slice(m[0].length)
  // 0.5 alone is a figure; 2.5 alone is a marker where it counts on.
  const alone = after === '' && parts.length === 2
  if (alone && parts[0] === 0) return undefined
  const measured = isMeasured(after)
  const spaced = /^[ \u3000]/.test(after) || m[2] !== undefined || after === ''
  const reject = measured
    ? 0
    : alone
      ? 1
      : parts.length > 2
        ? 3
        : spaced
          ? 2.6
          : /^[\u3400-\u9fff]/.test(after)
            ? 1.8
            : 0.2
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

/** `01 / 指导思想`, `02丨基本原则`, 03工作原则: as pages made for telephones count their parts. */
export const arabicSlashed: Reader = line => {
  const m = ARABIC_SLASHED.exec(line) ?? (line.length <= 18 && !MEASURED.test(line) ? ARABIC_ZERO.exec(line) : null)
  return m ? simple(SLASHED, digits(m[1]!), m[0].length, 2.4) : undefined
}

/** 1） · 2) */
export const rightBracket: Reader = line => {
  const m = RIGHT_BRACKET.exec(line)
  return m ? simple(ARABIC_RPAREN, digits(m[1]!), m[0].length, 2) : undefined
}
