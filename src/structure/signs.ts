/**
 * Text → which characters that rules ask for stand in it, as bits.
 *
 * Every line is asked some forty questions, and nearly always the answer is no because a character that the pattern
 * cannot do without is missing. One look at each character answers them all: `signs & PAGE` before a pattern with 页.
 */
import {kindTable} from '../text/charset.ts'

/** 。； */
export const STOP = 1
/** A tab or | between cells. */
export const CELL = 1 << 1
/** > < & */
export const TAG = 1 << 2
/** [ and what closes one. */
export const SQUARE = 1 << 3
/** - — – － */
export const DASH = 1 << 4
/** 页 */
export const PAGE = 1 << 5
/** 第 */
export const NTH = 1 << 6
/** A full stop of figures: 1.2 */
export const POINT = 1 << 7
/** “ ” */
export const QUOTE = 1 << 8
/** 附 */
export const ANNEX = 1 << 9
/** 抄 分 主 印 副 正 校, which a line of 版记 holds. */
export const COLOPHON = 1 << 10
/** _ */
export const UNDERSCORE = 1 << 11

const SIGNS = kindTable(new Uint16Array(0x10000), [
  [STOP, '。；'],
  [CELL, '\t|｜'],
  [TAG, '><&'],
  [SQUARE, '[［]］】'],
  [DASH, '-—–－'],
  [PAGE, '页'],
  [NTH, '第'],
  [POINT, '.'],
  [QUOTE, '“”'],
  [ANNEX, '附'],
  [COLOPHON, '抄分主印副正校'],
  [UNDERSCORE, '_'],
])

/** The signs of a text, or of a stretch of it. */
export function signsOf(text: string, start = 0, end = text.length): number {
  let signs = 0
  for (let i = start; i < end; i++) signs |= SIGNS[text.charCodeAt(i)]!
  return signs
}
