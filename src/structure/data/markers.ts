/** Characters and patterns that clause markers are made of. */

export const CJK_DIGITS = '〇○零一二三四五六七八九十百千'
/** 參 is folded to 参 with the rest of a traditional page. */
export const FORMAL_DIGITS = '壹贰叁肆伍陆柒捌玖拾貳參陸参'
const FORMAL = new Map([...FORMAL_DIGITS].map((c, i) => [c, '一二三四五六七八九十二三六三'[i]!]))

/** 拾壹 → 十一, so that the one reader of numbers reads it. */
export const plainDigits = (text: string): string => [...text].map(c => FORMAL.get(c) ?? c).join('')

/** 甲, 乙 … in their order. */
export const STEMS = '甲乙丙丁戊己庚辛壬癸'
/** 已 and 巳 are misprints of 己. */
export const stemNumber = (stem: string): number => (stem === '已' || stem === '巳' ? 6 : STEMS.indexOf(stem) + 1)

/** Runs of single characters that carry their number: first character, how many, the number of the first. */
const RUNS = {
  circled: [
    ['①', 20, 1],
    ['㉑', 15, 21],
    ['㊱', 15, 36],
    ['❶', 10, 1],
    ['➀', 10, 1],
    ['➊', 10, 1],
    ['⓵', 10, 1],
  ],
  cjkParen: [
    ['㈠', 10, 1],
    ['㊀', 10, 1],
  ],
  arabicParen: [['⑴', 20, 1]],
  arabic: [['⒈', 20, 1]],
  roman: [['Ⅰ', 12, 1]],
  letter: [['⒜', 26, 1]],
} as const

/** Single characters that are a whole marker, with the kind of marker and the number. */
export const SIGNS: ReadonlyMap<string, {readonly sign: keyof typeof RUNS; readonly number: number}> = new Map(
  Object.entries(RUNS).flatMap(([sign, runs]) =>
    runs.flatMap(([first, count, number]) =>
      Array.from({length: count}, (_, i) => [
        String.fromCodePoint(first.codePointAt(0)! + i),
        {sign: sign as keyof typeof RUNS, number: number + i},
      ]),
    ),
  ),
)
