/** ２０２５年Ａ类５％ → 2025年A类5%: full-width digits and letters, half-width Chinese marks, to the width of running text. */
import type {RepairEdit, RepairRule} from '../repair.ts'

const HALF_MARKS: Readonly<Record<string, string>> = {'｡': '。', '｢': '「', '｣': '」', '､': '、', '･': '·'}

/** Full-width brackets, commas and colons are right in Chinese text; a full stop is folded inside a number only. */
const CANDIDATE = /[０-９Ａ-Ｚａ-ｚ％｡-･]|(?<=[0-9０-９])．(?=[0-9０-９])/g

export const width: RepairRule = {
  id: 'width',
  why: 'full-width digit or letter, half-width Chinese mark',
  fold: true,
  *find(text): Generator<RepairEdit> {
    for (const {0: c, index: start} of text.matchAll(CANDIDATE))
      yield {start, end: start + 1, insert: HALF_MARKS[c] ?? String.fromCharCode(c.charCodeAt(0) - 0xfee0)}
  },
}
