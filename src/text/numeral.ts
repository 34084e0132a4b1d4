/** A place in a text → the number that begins there: `1,200`, `3.5万`, `一百零五`, `二〇三五`, `两三百`, `数千`, `30余万`. */
import {charset} from './charset.ts'
import {goesOn, isAscii, KIND, NONE, separates, startsNumeral, TENS, UNIT} from './digits.ts'
import {matchAt} from './match.ts'
import {begin, push, type Scan} from './scan.ts'
import {sum} from './terms.ts'

/** A number and where it stands. Decimal digits are shifted, never multiplied: `3.3万` is 33000 exactly. */
export interface Numeral {
  readonly start: number
  readonly end: number
  readonly value: number
  /** The second number of 两三百, 十五六. */
  readonly upper: number | null
  /** 余 多 几 after the number: more than it. */
  readonly more: boolean
  /** 数 几 before a magnitude: some of it. */
  readonly some: boolean
  /** A magnitude without a digit: 百 千 万. A number only where a measure word says so. */
  readonly bare: boolean
  /** A string of digits without magnitude and without separator, as years are written. */
  readonly plain: boolean
  /** In ASCII digits. */
  readonly arabic: boolean
}

const GROUPED = /\d{1,3}(?:([,，])\d{3})(?:[,，]\d{3}){0,6}(?!\d|[,，]\d)(?:\.\d{1,12}(?![.\d]))?/y
/** 4 200张: the space is part of the number only where something is counted by it. */
const SPACED =
  /[1-9]\d{0,2}(?:[ \u00a0\u2009\u202f]\d{3}){1,4}(?=(?:\.\d{1,2})?[ \u00a0]?[万亿元圆人名个所户%家间座项位张班床台套辆件宗艘架头只株棵栋幢组校次场例处篇册本份门支亩吨公米千平立小课学床车对部岁幅段根盏盒瓶])(?:\.\d{1,12})?/y
const PLAIN = /\d{1,40}(?:\.\d{1,20}(?![.\d]))?/y
const LONGEST = 40
/** Units whose own first character is 千 or 兆: 5千米 is five of them, not five thousand of 米. */
const isOwnUnit = (text: string, at: number): boolean =>
  opensUnit(text.charCodeAt(at)) && goesOnUnit(text.charCodeAt(at + 1))
const opensUnit = charset('千兆百')
const goesOnUnit = charset('瓦帕赫字比焦欧米克伏卡兆分')
const TRAIL = '余多几'

/** The number that begins at `at`; undefined where none does. Reads as far as the number goes. */
export function numeralAt(text: string, at: number): Numeral | undefined {
  return simpleAt(text, at) ?? composedAt(text, at)
}

/** The common cases, without a scan: a few ASCII digits or one Chinese digit, and nothing that goes on. A separator goes on only before more of the number. */
function simpleAt(text: string, at: number): Numeral | undefined {
  const unit = text.charCodeAt(at)
  let end = at
  let value = 0
  if (isAscii(unit)) {
    for (let next = unit; isAscii(next) && end - at < 9; next = text.charCodeAt(++end)) value = value * 10 + next - 48
  } else {
    const kind = KIND[unit] ?? NONE
    if (kind === NONE || kind >= UNIT) return undefined
    value = kind - 1
    end++
  }
  const next = text.charCodeAt(end)
  if (goesOn(next) && !(separates(next) && !startsNumeral(text.charCodeAt(end + 1)))) return undefined
  const arabic = isAscii(unit)
  return {start: at, end, value, upper: null, more: false, some: false, bare: false, plain: true, arabic}
}

function composedAt(text: string, at: number): Numeral | undefined {
  const scan = begin()
  let end = at
  while (end - at <= 64) {
    const next = step(scan, text, at, end)
    if (next === end) break
    const over = next < end
    end = next
    if (over) break
  }
  return end === at ? undefined : finish(scan, at, end)
}

/** Reads one more piece; returns the new end, or the old one when the number is over. */
function step(scan: Scan, text: string, start: number, at: number): number {
  const unit = text.charCodeAt(at)
  if (isAscii(unit)) return arabicDigits(scan, text, at)
  const kind = KIND[unit] ?? NONE
  if (kind >= UNIT) return magnitude(scan, text, start, at, kind - UNIT)
  if (kind !== NONE) return cjkDigit(scan, text, at, kind - 1)
  const c = text[at]
  if (c === '点' || c === '.') return decimals(scan, text, at)
  if (c === '数' || c === '几') return some(scan, text, start, at)
  if (c !== undefined && TENS.includes(c)) return tens(scan, at, c)
  if (c === '来') return about(scan, text, at)
  if (c !== undefined && TRAIL.includes(c)) return more(scan, text, at)
  if (c === ' ' && scan.arabic && (KIND[text.charCodeAt(at + 1)] ?? 0) >= UNIT && scan.digits) return at + 1
  return at
}

function arabicDigits(scan: Scan, text: string, at: number): number {
  if ((scan.digits !== '' && !/^0+$/.test(scan.digits)) || scan.more) return at
  let end = at + 1
  while (end < at + LONGEST && isAscii(text.charCodeAt(end))) end++
  const parted = separates(text.charCodeAt(end)) && isAscii(text.charCodeAt(end + 1))
  const grouped = parted ? (matchAt(GROUPED, text, at) ?? matchAt(SPACED, text, at))?.[0] : undefined
  const read = grouped ?? (parted ? matchAt(PLAIN, text, at)![0] : text.slice(at, end))
  scan.digits = grouped ? read.replace(/[,，\s]/g, '') : read
  scan.arabic = true
  scan.grouped ||= grouped !== undefined || read.includes('.')
  return at + read.length
}

function cjkDigit(scan: Scan, text: string, at: number, digit: number): number {
  if (scan.more || scan.upper || (scan.arabic && scan.digits)) return at
  if (scan.terms.length > 0 && scan.digits !== '') {
    // 二百五三 is 250 and 3, but 十五六 is 15 to 16 and 百二三十 120 to 130
    const next = KIND[text.charCodeAt(at + 1)] ?? NONE
    if (Number(scan.digits) + 1 !== digit || (scan.lowest > 1 ? next !== UNIT + scan.lowest - 1 : next !== NONE))
      return at
    scan.upper = String(digit)
    return at + 1
  }
  if (digit === 0 && scan.terms.length > 0) scan.last = 0
  else scan.digits += digit
  return at + 1
}

function magnitude(scan: Scan, text: string, start: number, at: number, power: number): number {
  if (scan.grouped && scan.digits === '' && scan.terms.length === 0) return at
  if (isOwnUnit(text, at) && (scan.arabic || at === start) && scan.digits !== '0') return at
  if (power < 4) return small(scan, start, at, power)
  return big(scan, at, start, power as 4 | 8 | 12)
}

function small(scan: Scan, start: number, at: number, power: number): number {
  if (scan.more && scan.digits === '') return at
  if (power >= scan.lowest) {
    if (power === 1) return at
    return scan.digits.length === 1 && !scan.arabic ? retreat(scan, at) : at
  }
  if (scan.digits === '' && power > 1 && at > start && !scan.some) return at
  if (scan.digits === '' && power > 1) scan.bare = !scan.some
  if (scan.bare && power === 1 && scan.digits === '') return at
  if (!scan.arabic && scan.digits.length > 2) return at
  if (!scan.arabic && scan.digits.length === 2 && !pair(scan)) return at
  push(scan, scan.digits || '1', power)
  scan.last = power
  scan.lowest = power
  return at + 1
}

/** 三十三百: the 三 before 百 belongs to the next number. Smaller than the end so far, which ends the number. */
function retreat(scan: Scan, at: number): number {
  scan.digits = ''
  return at - 1
}

/** Two neighbouring digits before a magnitude are a range: 两三百, 二三十. */
function pair(scan: Scan): boolean {
  const [first, second] = [Number(scan.digits[0]), Number(scan.digits[1])]
  if (first === 0 || (second - first !== 1 && !(first === 3 && second === 5))) return false
  scan.digits = String(first)
  scan.upper = String(second)
  return true
}

function big(scan: Scan, at: number, start: number, power: 4 | 8 | 12): number {
  if (!scan.arabic && scan.digits.length === 2) pair(scan)
  if (scan.digits !== '') push(scan, scan.digits, 0)
  let from = scan.from[power]
  if (from === scan.terms.length && power === 4) from = scan.from[8]
  if (from === scan.terms.length) {
    if (at > start && !scan.some) return at
    scan.bare = !scan.some
    push(scan, '1', 0)
  }
  for (const term of scan.terms.slice(from)) term.power += power
  const here = scan.terms.length
  scan.from = {4: here, 8: power >= 8 ? here : scan.from[8], 12: power === 12 ? here : scan.from[12]}
  scan.last = power
  scan.lowest = 99
  return at + 1
}

function decimals(scan: Scan, text: string, at: number): number {
  if (scan.arabic || text[at] === '.' || (scan.digits === '' && scan.terms.length === 0) || scan.digits.includes('.'))
    return at
  let digits = ''
  for (let i = at + 1; i < at + 24; i++) {
    const kind = KIND[text.charCodeAt(i)] ?? NONE
    if (kind === NONE || kind >= UNIT) break
    digits += kind - 1
  }
  if (digits === '') return at
  scan.digits = `${scan.digits || '0'}.${digits}`
  scan.last = 0
  return at + 1 + digits.length
}

/** 廿五, 卅: where no digit and no smaller magnitude stands before. */
function tens(scan: Scan, at: number, c: string): number {
  if (scan.digits !== '' || scan.arabic || scan.more || scan.lowest <= 1) return at
  push(scan, String(2 + TENS.indexOf(c)), 1)
  scan.last = 1
  scan.lowest = 1
  return at + 1
}

/** 二十来人, 10来万: around a round number, before a magnitude or a measure word. */
function about(scan: Scan, text: string, at: number): number {
  const isRound = scan.digits === '' ? scan.terms.length > 0 : scan.digits.endsWith('0')
  if (!isRound || scan.more || scan.upper || !isMeasured(text.charCodeAt(at + 1))) return at
  scan.some = true
  return at + 1
}
const isMeasured = charset('万亿个人名位户家所项年天元岁篇次件')

/** 数千, 几十万: some of a magnitude. 人数, 总数 before a number are words. */
function some(scan: Scan, text: string, start: number, at: number): number {
  if (at > start) return text[at] === '几' ? more(scan, text, at) : at
  if ((KIND[text.charCodeAt(at + 1)] ?? 0) < UNIT || isOwnUnit(text, at + 1)) return at
  if (text[at] === '数' && '人总次户倍个函参少多无系基计件分指岁名额校生师位量'.includes(text[at - 1] ?? ' ')) return at
  scan.some = true
  return at + 1
}

function more(scan: Scan, text: string, at: number): number {
  if (scan.more || scan.upper || (scan.digits === '' && scan.terms.length === 0)) return at
  if (text[at] === '几' && (scan.arabic || scan.digits !== '')) return at
  if (text[at] === '多' && /[样次元种边]/.test(text[at + 1] ?? '') && scan.digits !== '') return at
  scan.more = true
  return at + 1
}

const wholeDigits = (digits: string): number => (digits.includes('.') ? digits.indexOf('.') : digits.length)

function finish(scan: Scan, start: number, end: number): Numeral | undefined {
  const {arabic, more, some, bare} = scan
  const plain = scan.terms.length === 0 && !scan.grouped && !more
  if (plain && !arabic && scan.digits.length === 2) pair(scan)
  const upper = scan.upper && scan.digits !== '' && !scan.upper.startsWith('~') ? scan.upper : ''
  const tail = scan.digits
  if (tail !== '') {
    // 一万三 is 13000: a digit alone right after a magnitude stands for the next lower place
    const short = tail.length === 1 && scan.last >= 2 && !upper
    scan.upper = ''
    push(scan, tail, short ? scan.last - 1 : 0)
  }
  if (scan.terms.length === 0) return undefined
  const low = sum(scan.terms, false)
  if (!Number.isFinite(low) || wholeDigits(tail) > 15) return undefined
  const high = upper ? low - Number(tail) + Number(upper) : sum(scan.terms, true)
  return {start, end, value: low, upper: high === low ? null : high, more, some, bare, plain, arabic}
}
