/** The kinds of markers that the search tells apart: finer than the published styles, outermost first. */
import type {MarkerStyle} from '../../model/document.ts'

export interface Kind {
  readonly style: MarkerStyle
  /** Place in the usual order (GB/T 9704: 一、 over （一） over 1. over （1）); null for marks that stand anywhere. */
  readonly rank: number | null
  /** Groups only: the numbers of what stands inside run through (条 through 章). */
  readonly group?: true
}

/**
 * 壹、 is a level above 一、 and 分编 one below 编, though both share a style; decimals differ by how many parts
 * they have; `01 /` heads parts as 一、 does, and 第一、 points of them.
 */
export const KINDS = [
  {style: 'part', rank: 0, group: true},
  {style: 'part', rank: 0.5, group: true},
  {style: 'chapter', rank: 1, group: true},
  {style: 'section', rank: 2, group: true},
  {style: 'article', rank: 3},
  {style: 'cjk', rank: 3.5},
  {style: 'cjk', rank: 4},
  {style: 'cjk-paren', rank: 5},
  {style: 'arabic', rank: 6},
  {style: 'decimal', rank: 6.2},
  {style: 'decimal', rank: 6.4},
  {style: 'decimal', rank: 6.6},
  {style: 'decimal', rank: 6.8},
  {style: 'arabic-paren', rank: 7},
  {style: 'arabic-rparen', rank: 8},
  {style: 'circled', rank: 8},
  {style: 'roman', rank: null},
  {style: 'letter', rank: null},
  {style: 'dash', rank: 6.5},
  {style: 'arabic', rank: 3.7},
  {style: 'cjk', rank: 5.5},
  {style: 'arabic', rank: 6.9},
  {style: 'letter', rank: null},
  {style: 'roman', rank: null},
] as const satisfies readonly Kind[]

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
