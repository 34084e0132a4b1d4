/** 2023-2024学年, 2026/27学年, 2023学年 → 2023-09/2024-08 · 2023学年第一学期 → 2023-09/2024-01 · 2024年秋季学期 → 2024-09/2025-01 · 99学年度 in Taiwan → 2010-08/2011-07 · 2026/27课税年度 in Hong Kong → 2026-04/2027-03. */
import {charset} from '../../text/charset.ts'
import {matchAt} from '../../text/match.ts'
import {type Numeral, readNumeral} from '../../text/numerals.ts'
import type {Block} from '../block.ts'

/** Years that begin in one calendar year and end in the next. */
export interface SplitYear {
  readonly start: number
  readonly end: number
  /** The first and the last month. */
  readonly from: string
  readonly to: string
}

const DIGITS = '〇零○一二三四五六七八九'
const YEARS = new RegExp(
  ` ?(?:[-—–－~～/／至到]{1,2} ?((?:[12]\\d)?\\d{2}|(?:二[〇零○])?[${DIGITS}]{2}) ?)?(?:年度?)?(学年度?|课税年度|财政年度|财年)`,
  'y',
)
const goesOn = charset(' -—–－~～/／至到学课财')
/** 1 September to 31 August on the mainland, in Hong Kong and Macao, 1 August to 31 July in Taiwan (高級中等教育法). */
const SCHOOL = {mainland: ['09', '08'], hongkong: ['09', '08'], macao: ['09', '08'], taiwan: ['08', '07']} as const
/** 1 April to 31 March; on the mainland a financial year is a calendar year. */
const FINANCIAL = ['04', '03'] as const
const FIRST_REPUBLIC = 1911

/** The school or financial year that begins with a number. */
export function splitYearAt({text, place}: Block, {start, end, value, plain}: Numeral): SplitYear | undefined {
  const {region} = place.document
  const isYear = value >= 1900 && value < 2200
  const isRepublic = region === 'taiwan' && value > 40 && value < 200 && Number.isInteger(value)
  if (!(isRepublic || (isYear && plain)) || !goesOn(text.charCodeAt(end))) return undefined
  const found = matchAt(YEARS, text, end)
  if (!found) return undefined
  const school = found[2]!.startsWith('学')
  if (!school && (region !== 'hongkong' || !found[1])) return undefined
  const first = isYear ? value : value + FIRST_REPUBLIC
  const last = found[1] ? lastYear(found[1], first) : first + 1
  if (last <= first || last - first > 10) return undefined
  const [opens, closes] = school ? SCHOOL[region] : FINANCIAL
  const to = end + found[0].length
  const term = school && last === first + 1 && region !== 'hongkong' ? matchAt(TERM, text, to) : null
  if (!term) return {start, end: to, from: `${first}-${opens}`, to: `${last}-${closes}`}
  const isFirst = /[一1上]/.test(term[1]!)
  return isFirst
    ? {start, end: to + term[0].length, from: `${first}-${opens}`, to: `${last}-01`}
    : {start, end: to + term[0].length, from: `${last}-02`, to: `${last}-07`}
}
/** The first term ends with January, the second begins with February. */
const TERM = / ?第?([一二12上下]) ?学期/y

/** 2025年秋季学期: a term of a calendar year, with the last month before it. */
export function termAt(
  {text, place}: Block,
  {start, end, value, plain}: Numeral,
): (SplitYear & {readonly before: string}) | undefined {
  if (!plain || end - start !== 4 || text[end] !== '年' || place.document.region === 'taiwan') return undefined
  const found = isSeason(text.charCodeAt(end + 1)) ? matchAt(SEASON, text, end + 1) : null
  if (!found) return undefined
  const to = end + 1 + found[0].length
  return found[1] === '秋'
    ? {start, end: to, from: `${value}-09`, to: `${value + 1}-01`, before: `${value}-08`}
    : {start, end: to, from: `${value}-02`, to: `${value}-07`, before: `${value}-02`}
}
const isSeason = charset('春秋')
const SEASON = /([春秋])季?(?:新?学期|(?=开学))/y

/** 27 after 2026, 一七 after 二零一六. */
function lastYear(raw: string, first: number): number {
  const year = /\d/.test(raw) ? Number(raw) : Number([...raw].map(c => (c === '○' ? 0 : readNumeral(c))).join(''))
  return raw.length > 2 ? year : Math.floor(first / 100) * 100 + year
}
