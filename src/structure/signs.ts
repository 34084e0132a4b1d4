/**
 * Text → which characters that rules ask for stand in it, as bits.
 *
 * Every line is asked some forty questions, and nearly always the answer is no because a character that the pattern
 * cannot do without is missing. One look at each character answers them all: `signs & PAGE` before a pattern with 页.
 */

/** 。； */
export const STOP = 1
/** Marks that end or part a sentence, the above included: a title has them only inside brackets and quotes. */
export const PUNCTUATION = 1 << 1
/** A tab or | between cells. */
export const CELL = 1 << 2
/** > < & */
export const TAG = 1 << 3
/** [ and what closes one. */
export const SQUARE = 1 << 4
/** - — – － */
export const DASH = 1 << 5
/** 页 */
export const PAGE = 1 << 6
/** 第 */
export const NTH = 1 << 7
/** A full stop of figures: 1.2 */
export const POINT = 1 << 8
/** “ ” */
export const QUOTE = 1 << 9
/** 附 */
export const ANNEX = 1 << 10
/** 抄 分 主 印 副 正 校, which a line of 版记 holds. */
export const COLOPHON = 1 << 11
/** _ */
export const UNDERSCORE = 1 << 12
/** 0–9 */
export const DIGIT = 1 << 13
/** 号 */
export const NUMBER = 1 << 14
/** White space inside the line. */
export const SPACE = 1 << 15

const SIGNS = new Uint16Array(0x10000)
for (const [sign, characters] of [
  [STOP, '。；'],
  [PUNCTUATION, '。；;！!？?：:，,'],
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
  [DIGIT, '0123456789'],
  [NUMBER, '号'],
] as const)
  for (let i = 0; i < characters.length; i++) SIGNS[characters.charCodeAt(i)]! |= sign

/** The signs of a text, or of a stretch of it. */
export function signsOf(text: string, start = 0, end = text.length): number {
  let signs = 0
  for (let i = start; i < end; i++) signs |= SIGNS[text.charCodeAt(i)]!
  return signs
}
