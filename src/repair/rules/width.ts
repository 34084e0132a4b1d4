/**
 * ２０２５年Ａ类５％ → 2025年A类5%: full-width digits and letters, half-width Chinese marks, forms of vertical
 * lines and of small print, to those of running text; ― as the dash it is. */
import type {RepairEdit, RepairRule} from '../repair.ts'

const HALF_MARKS: Readonly<Record<string, string>> = {'｡': '。', '｢': '「', '｣': '」', '､': '、', '･': '·'}
/** GB 2312 has one dash, 0xA1AA, that older tables decode as U+2015; ─ of the box-drawing block is typed for it. */
const DASHES: Readonly<Record<string, string>> = {'―': '—', '─': '—'}

const TRACES = '０-９Ａ-Ｚａ-ｚ％．｡-･―─\ufe10-\ufe19\ufe30-\ufe44\ufe50-\ufe6b\ud835'
/** ─ beside other strokes draws a table. */
/** Digits of mathematical alphabets have two units. */
const CANDIDATE =
  /[０-９Ａ-Ｚａ-ｚ％．｡-･―\ufe10-\ufe19\ufe30-\ufe44\ufe50-\ufe6b]|\ud835[\udfce-\udfff]|(?<![\u2500-\u257f])─{1,2}(?![\u2500-\u257f])/g

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
  if (c >= '\ufe10' && c < '\ufe6c') return formOf(c)
  if (c.length === 2 && !dash) return c.normalize('NFKC')
  return dash?.repeat(c.length) ?? HALF_MARKS[c] ?? String.fromCharCode(c.charCodeAt(0) - 0xfee0)
}

/** What a form of vertical lines or of small print is in running text; a mark that Chinese has in full width gets that. */
function formOf(c: string): string {
  if (c === '\ufe19') return '…'
  if (c === '\ufe30') return '：'
  const plain = c.normalize('NFKC')
  return /^[,;:!?(){}]$/.test(plain) ? String.fromCharCode(plain.charCodeAt(0) + 0xfee0) : plain
}

const isBetweenDigits = (text: string, at: number): boolean =>
  /[0-9０-９]/.test(text[at - 1] ?? '') && /[0-9０-９]/.test(text[at + 1] ?? '')
