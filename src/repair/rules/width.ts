/** ２０２５年Ａ类５％ → 2025年A类5%: full-width digits and letters, half-width Chinese marks, to the width of running text. */
import type {RepairEdit, RepairRule} from '../repair.ts'

const HALF_MARKS: Readonly<Record<string, string>> = {'｡': '。', '｢': '「', '｣': '」', '､': '、', '･': '·'}

const TRACES = '０-９Ａ-Ｚａ-ｚ％．｡-･'
const CANDIDATE = new RegExp(`[${TRACES}]`, 'g')

/** Full-width brackets, commas and colons are right in Chinese text; so is a full stop, but inside a number (３．５). */
export const width: RepairRule = {
  id: 'width',
  why: 'full-width digit or letter, half-width Chinese mark',
  fold: true,
  traces: TRACES,
  *find(text): Generator<RepairEdit> {
    for (const {0: c, index: start} of text.matchAll(CANDIDATE))
      if (c !== '．' || isBetweenDigits(text, start))
        yield {start, end: start + 1, insert: HALF_MARKS[c] ?? String.fromCharCode(c.charCodeAt(0) - 0xfee0)}
  },
}

const isBetweenDigits = (text: string, at: number): boolean =>
  /[0-9０-９]/.test(text[at - 1] ?? '') && /[0-9０-９]/.test(text[at + 1] ?? '')
