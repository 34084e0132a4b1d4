/** The one reader of written calendar dates: 二〇二三年八月二十八日, 2019-12-24 00:00, 2023年8月 → ISO 8601. */
import {CJK_NUMERAL, readCjk} from './numerals.ts'

const GAP = '[\\s\\u3000\\u00a0]{0,8}'
const NUMBER = `(\\d{1,4}|${CJK_NUMERAL})`
const ERA = `((?:中华)?民国|中華民國|民國)?${GAP}`
const CLOCK = `(?:[\\sT]{1,8}\\d{1,2}[:：]\\d{2}(?:[:：]\\d{2})?(?:\\.\\d{1,6})?)?`
const WRITTEN = new RegExp(
  `^${ERA}${NUMBER}${GAP}年(?:${GAP}${NUMBER}${GAP}月(?:份|${GAP}${NUMBER}${GAP}[日号])?)?${CLOCK}$`,
)
const FIGURES = new RegExp(`^((?:19|20)\\d{2})([-/.])(\\d{1,2})(?:\\2(\\d{1,2}))?${CLOCK}$`)
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})$/

/**
 * Reads a text that is one date and nothing else (white space at the ends and a time of day after it aside).
 *
 * @returns YYYY-MM-DD, YYYY-MM or YYYY, as exact as the text is; undefined when it is no date, or none that exists.
 * Years of the Republic (民国96年) count from 1912.
 */
export function readDate(text: string): {value: string} | undefined {
  if (text.length > 64) return undefined
  // The zero of a written year is as often one of these circles as 〇 itself.
  const trimmed = text.trim().replace(/[○◯Ｏ]/g, '〇')
  const figures = FIGURES.exec(trimmed) ?? COMPACT.exec(trimmed)
  if (figures) {
    const [year, month, day] = figures.length === 5 ? [figures[1], figures[3], figures[4]] : figures.slice(1)
    return dateOf(Number(year), month, day)
  }
  const written = WRITTEN.exec(trimmed)
  if (!written) return undefined
  const year = numberOf(written[2]!)
  if (year === undefined) return undefined
  return dateOf(written[1] ? year + 1911 : year, written[3], written[4])
}

/** Whether a time of day stands in a text: 14:44:21. */
export const hasClock = (text: string): boolean => /\d{1,2}[:：]\d{2}/.test(text)

const numberOf = (text: string): number | undefined => (/^\d/.test(text) ? Number(text) : readCjk(text))

function dateOf(year: number, month?: string, day?: string): {value: string} | undefined {
  if (year < 1000 || year > 2999) return undefined
  if (month === undefined) return {value: `${year}`}
  const m = numberOf(month)
  if (m === undefined || m < 1 || m > 12) return undefined
  const head = `${year}-${String(m).padStart(2, '0')}`
  if (day === undefined) return {value: head}
  const d = numberOf(day)
  return d === undefined || d < 1 || d > DAYS[m - 1]! ? undefined : {value: `${head}-${String(d).padStart(2, '0')}`}
}

const DAYS: readonly number[] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
