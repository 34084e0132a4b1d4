/** A paragraph → the enumeration inside it: 一是…二是… · 第一，…第二，… · ①…②… · （一）…；（二）… · 1.…；2.…. */
import type {Item} from '../../model/document.ts'
import type {Draft} from '../../model/stages.ts'
import {readCjk} from '../../text/numerals.ts'
import type {Span} from '../../text/span.ts'
import {SIGNS} from '../data/markers.ts'

const IS = /(?<=^|[。；：，、])(?:[一二三四五六七八九]|十[一二三四五六七八九]?)(?:是|要(?=[^素点求件领义职闻]))/g
const NTH = /(?<=^|[。；：])第[一二三四五六七八九十]{1,2}(?:，|、(?!第))/g
const CIRCLED = /[①-⑳]/g
const CJK_PAREN = /(?<=^|[。；：，])[（(][一二三四五六七八九十]{1,2}[)）](?![至到和或与、项款目])/g
const ARABIC_PAREN = /(?<=^|[。；：，])[（(]\d{1,2}[)）](?![至到和或与、项款目])/g
const ARABIC = /(?<=^|[。；：])\d{1,2}[.．、](?!\d)/g
const ARABIC_RPAREN = /(?<=^|[。；：，])\d{1,2}[)）]/g

interface Mark {
  readonly start: number
  readonly end: number
  readonly number: number
  readonly style: Item['marker']['style']
}

/** The ways to count, and what the first mark of each looks like: without it the pattern need not run. */
const STYLES: readonly {first: readonly string[]; pattern: RegExp; style: Mark['style']}[] = [
  {first: ['一是', '一要'], pattern: IS, style: 'cjk'},
  {first: ['第一'], pattern: NTH, style: 'cjk'},
  {first: ['①'], pattern: CIRCLED, style: 'circled'},
  {first: ['（一）', '(一)'], pattern: CJK_PAREN, style: 'cjk-paren'},
  {first: ['（1）', '(1)'], pattern: ARABIC_PAREN, style: 'arabic-paren'},
  {first: ['1.', '1．', '1、'], pattern: ARABIC, style: 'arabic'},
  {first: ['1）', '1)'], pattern: ARABIC_RPAREN, style: 'arabic-rparen'},
]

/** Any of those first marks: most texts have none. */
const FIRSTS = /一[是要]|第一|①|[（(]一[)）]|1[.．、)）]/

/** The items of one stretch of text; none unless at least two follow each other from 1. */
export function itemsIn(text: string, span: Span): readonly Draft<Item>[] {
  const slice = text.slice(span.start, span.end)
  if (!FIRSTS.test(slice)) return NONE
  for (const {first, pattern, style} of STYLES) {
    if (!first.some(one => slice.includes(one))) continue
    const run = sequence(found(slice, pattern, style))
    if (run.length >= 2) return run.map((mark, i) => item(slice, span.start, mark, run[i + 1]?.start ?? slice.length))
  }
  return NONE
}
const NONE: readonly Draft<Item>[] = []

function found(slice: string, pattern: RegExp, style: Mark['style']): Mark[] {
  return [...slice.matchAll(pattern)].map(m => ({
    start: m.index,
    end: m.index + m[0].length,
    number: SIGNS.get(m[0])?.number ?? numberIn(m[0]),
    style,
  }))
}

const numberIn = (raw: string): number =>
  /\d/.test(raw) ? Number(raw.replace(/\D/g, '')) : (readCjk(raw.replace(/[^一二三四五六七八九十]/g, '')) ?? 0)

/** The longest run 1, 2, 3, … that opens at the first 1. */
function sequence(marks: readonly Mark[]): Mark[] {
  const run: Mark[] = []
  for (const mark of marks) if (mark.number === run.length + 1) run.push(mark)
  return run
}

function item(slice: string, offset: number, mark: Mark, end: number): Draft<Item> {
  const body = slice.slice(mark.end, end)
  return {
    marker: {
      raw: slice.slice(mark.start, mark.end),
      style: mark.style,
      number: mark.number,
      sub: [],
      span: {start: offset + mark.start, end: offset + mark.end},
    },
    text: body.trim(),
    span: {start: offset + mark.start, end: offset + mark.start + slice.slice(mark.start, end).trimEnd().length},
  }
}
