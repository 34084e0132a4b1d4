/** The one reader of numbers, for clause markers, facts and dates alike. */

const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const SMALL: Readonly<Record<string, number>> = {十: 10, 百: 100, 千: 1000}

/** What a Chinese whole number looks like, for rules to build their patterns from. */
export const CJK_NUMERAL = '[〇零一二两三四五六七八九十百千]{1,24}'

/** Reads a Chinese whole number below ten thousand (`十二`, `一百零五`, `二〇三五`); undefined when it is none. */
export function readCjk(text: string): number | undefined {
  if (text === '') return undefined
  const chars = [...text]
  if (chars.length > 1 && chars.every(c => c in DIGITS)) return Number(chars.map(c => DIGITS[c]).join(''))
  let total = 0
  let digit: number | undefined
  for (const c of chars) {
    if (c in DIGITS) digit = DIGITS[c]!
    else if (c in SMALL) {
      total += (digit ?? 1) * SMALL[c]!
      digit = undefined
    } else return undefined
  }
  return total + (digit ?? 0)
}
