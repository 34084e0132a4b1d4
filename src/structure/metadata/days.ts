/** What a day looks like in a history or at the foot of a document. */

/** 2020年12月23日 · 二〇二〇年十二月二十三日 · 中华民国 96 年 7 月 4 日. */
export const DAY =
  /(?:[\d〇○Oo一二三四五六七八九十]{4}\s{0,2}|(?:中华)?民国\s{0,2}\d{1,3}\s{0,2})年[\d一二三四五六七八九十\s]{1,4}月[\d一二三四五六七八九十\s]{1,4}日/
