/** 百分之五 十 → 百分之五十, 3.5 个 百分点 → 3.5个百分点, 五百 余万元 → 五百余万元: spaces inside a share or a magnitude. */
import {readNumeral} from '../../text/numerals.ts'

const DIGITS = '[0-9.〇零一二两三四五六七八九十百千万亿点點]'
const NUMBER = `${DIGITS}(?:[ \\u00a0]{0,2}${DIGITS}){0,16}`
const GAP = '[ \\u00a0]{0,4}'

/** The words of a share with its number behind them, and the number that stands before 个百分点. */
const SHARE = new RegExp(`([百千万])${GAP}分${GAP}之${GAP}(?=${DIGITS})`, 'g')
const NUMERAL = new RegExp(NUMBER, 'y')
const POINTS = new RegExp(`(${NUMBER})[ \\u00a0]{0,8}[个個]?${GAP}百${GAP}分${GAP}[点點]`, 'g')
/** A magnitude, or 余 and 多 before what is counted, cannot begin a word of their own after a number. */
const MAGNITUDE =
  /[〇零一二两三四五六七八九十百千](?:[ \u00a0](?=[余多餘]?[百千]?[万萬亿億][元人亩畝户戶吨噸名个個套辆輛平公千美港欧歐]))/g
const OVER =
  /[0-9〇零一二两三四五六七八九十百千][ \u00a0](?=[余多餘][ \u00a0]?[百千万萬亿億个個人名家户戶所项項亩畝公吨噸元次])/g

/** After a share nothing is counted: 百分之五十 三年内 are two numbers. */
const COUNTED = /[年月日个個人名家户戶所项項级級类類种種批期次届屆条條章节節号號]/

/** A line without these holds no number that is put together here. */
const WRITTEN = /[百万萬亿億余多餘]/

/** So far to either side of a space is looked for the number that it may stand in. */
const REACH = 24

/** Where the number ends that a space at `at` stands in; 0 when it stands in none, or may stand between two. */
export function writtenNumberEnd(text: string, at: number): number {
  const from = Math.max(text.lastIndexOf('\n', at) + 1, at - REACH)
  const line = text.slice(from, Math.min(text.length, at + REACH)).split('\n', 1)[0]!
  if (!WRITTEN.test(line)) return 0
  const inside = at - from
  const end =
    shareEnd(line, inside) ||
    pointsEnd(line, inside) ||
    magnitudeEnd(line, inside, from === 0 || text[from - 1] === '\n')
  return end === 0 ? 0 : from + end
}

function shareEnd(line: string, at: number): number {
  for (const {0: words, index} of line.matchAll(SHARE)) {
    const start = index + words.length
    const end = Math.max(start, numeralEnd(line, start))
    if (index < at && at < end) return end
  }
  return 0
}

/** The end of the number at `start`, up to its last space where what is put together would be no number. */
function numeralEnd(line: string, start: number): number {
  NUMERAL.lastIndex = start
  const found = NUMERAL.exec(line)?.[0].trimEnd() ?? ''
  const isOne =
    readNumeral(found.replace(/[ \u00a0]/g, '')) !== undefined && !COUNTED.test(line[start + found.length] ?? '')
  return start + (isOne ? found.length : found.search(/[ \u00a0]|$/))
}

/** One blank between a number and 个百分点 is how many write; it stays. */
const isPlain = (all: string, number: string): boolean =>
  !/[ \u00a0]/.test(number) && /^[ \u00a0]?[个個]?百分[点點]$/.test(all.slice(number.length))

function pointsEnd(line: string, at: number): number {
  for (const {0: all, 1: number, index} of line.matchAll(POINTS)) {
    const end = index + all.length
    if (at <= index || at >= end || isPlain(all, number!)) continue
    if (readNumeral(number!.replace(/[ \u00a0]/g, '')) !== undefined) return end
  }
  return 0
}

/** At the start of a line a number and a space are a marker: 一 万元以上项目. */
function magnitudeEnd(line: string, at: number, whole: boolean): number {
  for (const pattern of [MAGNITUDE, OVER])
    for (const {0: found, index} of line.matchAll(pattern)) {
      const end = index + found.length + 1
      const isMarker = whole && /^\s*[0-9〇零一二两三四五六七八九十百千]*$/.test(line.slice(0, index + 1))
      if (index < at && at < end && !isMarker) return end
    }
  return 0
}
