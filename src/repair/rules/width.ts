/** ２０２５年Ａ类５％ → 2025年A类5%: full-width digits and letters, half-width Chinese marks, to the width of running text; ― as the dash it is. */
import type {RepairEdit, RepairRule} from '../repair.ts'

const HALF_MARKS: Readonly<Record<string, string>> = {'｡': '。', '｢': '「', '｣': '」', '､': '、', '･': '·'}
/** GB 2312 has one dash, 0xA1AA, that older tables decode as U+2015; ─ of the box-drawing block is typed for it. */
const DASHES: Readonly<Record<string, string>> = {'―': '—', '─': '—'}

const TRACES = '０-９Ａ-Ｚａ-ｚ％．｡-･―─'
/** ─ beside other strokes draws a table. */
const CANDIDATE = /[０-９Ａ-Ｚａ-ｚ％．｡-･―]|(?<![\u2500-\u257f])─{1,2}(?![\u2500-\u257f])/g

/** Full-width brackets, commas and colons are right in Chinese text; so is a full stop, but inside a number (３．５). */
export const width: RepairRule = {
  id: 'width',
  why: 'full-width digit or letter, half-width Chinese mark, a dash of another block',
  fold: true,
  traces: TRACES,
  *find(text): Generator<RepairEdit> {
    for (const {0: c, index: start} of text.matchAll(CANDIDATE))
      if (c !== '．' || isBetweenDigits(text, start)) yield {start, end: start + c.length, insert: folded(c)}
  },
}

function folded(c: string): string {
  const dash = DASHES[c[0]!]
  return dash?.repeat(c.length) ?? HALF_MARKS[c] ?? String.fromCharCode(c.charCodeAt(0) - 0xfee0)
}

const isBetweenDigits = (text: string, at: number): boolean =>
  /[0-9０-９]/.test(text[at - 1] ?? '') && /[0-9０-９]/.test(text[at + 1] ?? '')
