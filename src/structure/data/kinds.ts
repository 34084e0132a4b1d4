/** The kinds of markers that the search tells apart: finer than the published styles, outermost first. */
import type {MarkerStyle} from '../../model/document.ts'

export interface Kind {
  readonly style: MarkerStyle
  /** Place in the usual order (GB/T 9704: 一、 over （一） over 1. over （1）); null for marks that stand anywhere. */
  readonly rank: number | null
  /** Groups only: the numbers of what stands inside run through (条 through 章). */
  readonly group?: true
}

export const PART = 0
export const SUBPART = 1
export const CHAPTER = 2
export const SECTION = 3
export const ARTICLE = 4
export const FORMAL = 5
export const CJK = 6
export const CJK_PAREN = 7
export const ARABIC = 8
/** 1.1; 1.1.1 is the next kind, and so on to five parts. */
export const DECIMAL = 9
export const DECIMAL_PARTS = 5
export const ARABIC_PAREN = 13
export const ARABIC_RPAREN = 14
export const CIRCLED = 15
export const ROMAN = 16
/** a. (a) */
export const LETTER = 17
export const DASH = 18
/** 01 / */
export const SLASHED = 19
/** 第一、 */
export const ORDINAL = 20
/** 1. in a list of its own under another 1. */
export const INNER = 21
/** A. over a. */
export const CAPITAL = 22
/** (i) under (a) */
export const SMALL_ROMAN = 23
/** 甲、 over or under anything */
export const STEM = 24
/** （甲） */
export const STEM_PAREN = 25

const TABLE: Readonly<Record<number, Kind>> = {
  [PART]: {style: 'part', rank: 0, group: true},
  // 分编 stands below 编.
  [SUBPART]: {style: 'part', rank: 0.5, group: true},
  [CHAPTER]: {style: 'chapter', rank: 1, group: true},
  [SECTION]: {style: 'section', rank: 2, group: true},
  [ARTICLE]: {style: 'article', rank: 3},
  // 壹、 stands above 一、.
  [FORMAL]: {style: 'cjk', rank: 3.5},
  [CJK]: {style: 'cjk', rank: 4},
  [CJK_PAREN]: {style: 'cjk-paren', rank: 5},
  [ARABIC]: {style: 'arabic', rank: 6},
  // Decimals differ by how many parts they have.
  [DECIMAL]: {style: 'decimal', rank: 6.2},
  [DECIMAL + 1]: {style: 'decimal', rank: 6.4},
  [DECIMAL + 2]: {style: 'decimal', rank: 6.6},
  [DECIMAL + 3]: {style: 'decimal', rank: 6.8},
  [ARABIC_PAREN]: {style: 'arabic-paren', rank: 7},
  [ARABIC_RPAREN]: {style: 'arabic-rparen', rank: 8},
  [CIRCLED]: {style: 'circled', rank: 8},
  [ROMAN]: {style: 'roman', rank: null},
  [LETTER]: {style: 'letter', rank: null},
  [DASH]: {style: 'dash', rank: 6.5},
  // 01 / heads parts, as 一、 does.
  [SLASHED]: {style: 'arabic', rank: 3.7},
  // 第一、 numbers the points of a part.
  [ORDINAL]: {style: 'cjk', rank: 5.5},
  [INNER]: {style: 'arabic', rank: 6.9},
  [CAPITAL]: {style: 'letter', rank: null},
  [SMALL_ROMAN]: {style: 'roman', rank: null},
  [STEM]: {style: 'letter', rank: null},
  [STEM_PAREN]: {style: 'letter', rank: null},
}

/** The kinds by their numbers, from 0 on without a gap. */
export const KINDS: readonly Kind[] = Object.values(TABLE)
