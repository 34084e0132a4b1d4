/** 1995年月28日, 20098月27日, 026年5月: a date that lost a digit or a sign. Told, never mended: what stood there is not known. */
import type {RepairRule} from '../repair.ts'

const YEAR = '(?:19|20)[0-9]{2}'
/**
 * No month before a day; a year that runs into its month; three figures of a year before a month, 年度 or 修订, or
 * inside the brackets of a number; a month or a day that no calendar has. 年月日 and 12月日 are blanks of a form.
 */
const IMPOSSIBLE = [
  `(?<![0-9])${YEAR}年月[0-9]{1,2}日`,
  `(?<![0-9.])${YEAR}[0-9]{1,2}月[0-9]{1,2}日`,
  '(?<![0-9.,，])(?:0[0-9]{2}|19[0-9]|20[0-9]|9[0-9]{2})年(?:度|版|修订|修正|[0-9]{1,2}月)',
  '〔(?:19|20)[0-9]〕(?=[0-9]{1,4}号)',
  `(?<![0-9])${YEAR}年(?:0|1[3-9]|[2-9][0-9])月`,
  `(?<![0-9])${YEAR}年[0-9]{1,2}月(?:0|3[2-9]|[4-9][0-9])日`,
]
const DATE = new RegExp(IMPOSSIBLE.join('|'), 'g')

/** Dates are what a text can be held to; of any other number one figure less is as good as the whole. */
export const lostDigit: RepairRule = {
  id: 'lost-digit',
  why: 'digit or sign of a date lost',
  find(text, report) {
    for (const {0: date, index: start} of text.matchAll(DATE))
      report({
        code: 'repair/lost',
        level: 'warning',
        message: `Unexpected ${date}, expected a whole date`,
        span: {start, end: start + date.length},
      })
    return []
  },
}
