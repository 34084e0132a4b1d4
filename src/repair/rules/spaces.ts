/** 第 1 0 条 → 第10条, 1 526万 → 1526万, 一 、 → 一、: spaces inside what is one word or one number. */
import type {DraftDiagnostic} from '../../model/stages.ts'
import type {Span} from '../../text/span.ts'
import type {RepairEdit, RepairRule} from '../repair.ts'
import {writtenNumberEnd} from './spaces-numbers.ts'
import {spreadRuns} from './spaces-spread.ts'

/** Spaces that only a web page or a word processor has; between two words they become a plain one. */
const FOREIGN = /[\u00a0\u2000-\u200a\u202f\u205f]/g

const CLOSING = /[，。、；：！？）》〉〕】]/
const OPENING = /[（《〈〔【]/
const WORD = /[\u3400-\u9fffA-Za-z0-9）》”%]/

/** 第 二十 三 章: no more than this is looked back for what a space may be part of. */
const REACH = 24
const ORDINAL = /第\s{0,2}(?:[0-9〇零一二两三四五六七八九十百千]\s{0,2}){1,12}[编編章节節條条款項项目]/y
/** 2 0 2 5 年: digits one by one before a unit; 1 526万: thousands set apart. */
const NUMBER =
  /(?:[0-9](?:\s[0-9]){1,12}|[0-9]{1,3}(?:\s[0-9]{3}){1,4})(?=\s?[年月日号號个個名人项項户戶家所公吨噸亩畝万萬亿億元%％‰]|[（(][\u3400-\u9fff]{1,3}[)）])(?!\s[0-9])/y
/** 副组 长：a label at the line start of which one part is a single character and another is not. */
const LABEL = /(?:[\u3400-\u9fff]{2,4}\s[\u3400-\u9fff]|[\u3400-\u9fff]\s[\u3400-\u9fff]{2,4})(?=[：:])/y
/** …的通 知: the last word of a title, where its line ends. */
const TYPE =
  /的(?:通\s知|意\s见|办\s法|决\s定|规\s定|方\s案|公\s告|通\s告|批\s复|报\s告|细\s则|条\s例|规\s划|计\s划|公\s示)(?=[ \t]{0,4}(?:\n|$))/y

/**
 * An ideographic space stays (　　 indents a paragraph, 总　则 sets a title), and so does a space between two phrases
 * (提升素质 全面推进) or around a number (共 12 个).
 */
export const spaces: RepairRule = {
  id: 'spaces',
  why: 'space inside a word or number',
  fold: true,
  *find(text, report): Generator<RepairEdit> {
    const runs = runsInLines(text)
    const spread = spreadRuns(text, runs)
    for (const span of spread.doubtful) report(doubt(text, span))
    let inside = 0
    for (const [i, {start, end}] of runs.entries()) {
      const before = text[start - 1]!
      const after = text[end]!
      inside = Math.max(inside, stretchEnd(text, start, before, after))
      if (end < inside || isBesideMark(before, after) || spread.runs.has(i)) yield {start, end, insert: ''}
      else
        for (const {index} of text.slice(start, end).matchAll(FOREIGN))
          yield {start: start + index, end: start + index + 1, insert: ' '}
    }
  },
}

function doubt(text: string, span: Span): DraftDiagnostic {
  const found = text.slice(span.start, span.end)
  const note = found.replace(/\s/g, '')
  return {code: 'repair/suspect', level: 'warning', message: `Unexpected ${found}, expected ${note}`, span, note}
}

/** The runs of spaces that stand between two characters of a line: not those before or behind it, which are many. */
function runsInLines(text: string): Span[] {
  const runs: Span[] = []
  for (let start = 1; start < text.length; start++) {
    if (!isSpace(text.charCodeAt(start))) continue
    let end = start + 1
    while (isSpace(text.charCodeAt(end))) end++
    const before = text.charCodeAt(start - 1)
    if (end < text.length && text.charCodeAt(end) !== FEED && before !== FEED && !isSpace(before))
      runs.push({start, end})
    start = end
  }
  return runs
}

const FEED = 10
const isSpace = (unit: number): boolean =>
  unit < 0x2000
    ? unit === 0x20 || unit === 9 || unit === 0xa0
    : unit <= 0x200a || unit === 0x3000 || unit === 0x202f || unit === 0x205f

/** 一 、 and （ 一） and 5 %: no space stands beside these. */
const isBesideMark = (before: string, after: string): boolean =>
  (CLOSING.test(after) && WORD.test(before)) ||
  (OPENING.test(before) && WORD.test(after)) ||
  (/[0-9]/.test(before) && /[%％‰]/.test(after))

/** The end of the word or number that a space at `at` stands in; 0 when it stands in none. */
function stretchEnd(text: string, at: number, before: string, after: string): number {
  if (/[0-9]/.test(before) && /[0-9]/.test(after)) return numberEnd(text, numberStart(text, at))
  if (/[第0-9〇零一二两三四五六七八九十百千]/.test(before)) {
    const from = Math.max(0, at - REACH)
    const ordinal = text.slice(from, at).lastIndexOf('第')
    const end = ordinal === -1 ? 0 : endOf(ORDINAL, text, from + ordinal)
    return end || writtenNumberEnd(text, at)
  }
  if (/[万萬亿億分之个個点點余多餘]/.test(before)) return writtenNumberEnd(text, at)
  const type = endOf(TYPE, text, at - 2)
  if (type > 0) return type
  const label = labelStart(text, at)
  return label === -1 ? 0 : endOf(LABEL, text, label)
}

/** 14月 is no month: 1 4月30日 is the first thing on a list. At the start of a line one space may set a marker apart. */
function numberEnd(text: string, start: number): number {
  const end = endOf(NUMBER, text, start)
  if (end === 0) return 0
  const [digits, ...more] = text.slice(start, end).split(/\s/)
  const unit = text.slice(end, end + 2).trimStart()[0]
  const value = Number(digits + more.join(''))
  if ((unit === '月' && value > 12) || (unit === '日' && value > 31)) return 0
  return more.length === 1 && !more[0]!.startsWith('0') && isLineStart(text, start) ? 0 : end
}

const isLineStart = (text: string, at: number): boolean =>
  text.slice(text.lastIndexOf('\n', at - 1) + 1, at).trim() === ''

function endOf(stretch: RegExp, text: string, at: number): number {
  stretch.lastIndex = at
  return stretch.test(text) ? stretch.lastIndex : 0
}

/** Where the digits and single spaces around `at` begin. */
function numberStart(text: string, at: number): number {
  let start = at
  while (start > at - REACH && /[0-9 \u00a0\u2009\u202f\u3000]/.test(text[start - 1] ?? '')) start--
  while (start < at && !/[0-9]/.test(text[start]!)) start++
  return start
}

/** Where the line begins, indentation left out, when that is at most four characters before `at`; else -1. */
function labelStart(text: string, at: number): number {
  let start = at
  while (start > at - 5 && /[\u3400-\u9fff]/.test(text[start - 1] ?? '')) start--
  const margin = text.slice(Math.max(0, start - 16), start)
  return margin.slice(margin.lastIndexOf('\n') + 1).trim() === '' ? start : -1
}
