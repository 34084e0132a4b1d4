/** -5℃, 零下10摄氏度, -10～-5℃ → less than nothing. Of other units a dash before a number is none of its own: 3-5米. */
import {charset} from '../../text/charset.ts'
import {matchAt} from '../../text/match.ts'

const DEGREES: ReadonlySet<string> = new Set(['℃', '摄氏度'])
const SIGN = /(?<=零下|(?<![\dA-Za-z℃]|\d ?度)[-－−])/y
const maySign = charset('下-－−')

/** Where the sign begins that makes a temperature at `start` one below zero; -1 where it has none. */
export function signBefore(text: string, start: number, unit: string): number {
  if (!DEGREES.has(unit) || !maySign(text.charCodeAt(start - 1)) || !matchAt(SIGN, text, start)) return -1
  return start - (text[start - 1] === '下' ? 2 : 1)
}

/** The colder end of -10～-5℃ before its second sign: its sign, and where that stands. */
export function colderBefore(text: string, sign: number): {start: number; value: number} | undefined {
  const found = connects(text.charCodeAt(sign - 1)) ? matchAt(COLDER, text, sign) : null
  if (!found) return undefined
  return {start: text.lastIndexOf(found[1]!, sign - 1) - 1, value: -Number(found[1])}
}
const COLDER = /(?<=(?<![\dA-Za-z℃]|\d ?度)[-－−](\d{1,3}(?:\.\d{1,2})?) ?(?:[~～至到–]|—{1,2}) ?)/y
const connects = charset(' ~～至到–—')
