/** 12 → 十二, 105 → 一百零五: whole numbers as Chinese counts; `readCjk` is the way back. */

/** The characters of the digits from 0 on, and of the places from the last on. */
export interface Numerals {
  readonly digits: string
  readonly units: readonly string[]
}

export const PLAIN: Numerals = {digits: '零一二三四五六七八九', units: ['', '十', '百', '千']}
/** As cheques and contracts write. */
export const LEGAL: Numerals = {digits: '零壹贰叁肆伍陆柒捌玖', units: ['', '拾', '佰', '仟']}

/** Writes a whole number from 0 to 9999; any other one stays in figures. 12 is 十二, but 壹拾贰 and 一百一十二. */
export function writeCjk(value: number, {digits, units}: Numerals = PLAIN): string {
  if (value <= 0 || value >= 10_000) return value === 0 ? digits[0]! : String(value)
  let out = ''
  let gap = false
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10
    if (digit > 0) out += (gap ? digits[0]! : '') + digits[digit]! + units[place]!
    gap = digit === 0 && out !== ''
  }
  return units === PLAIN.units && value >= 10 && value < 20 ? out.slice(1) : out
}
