/** Line → the labels and values on it: 索 引 号 X 主题分类 Y → two pairs; cells may be shifted or empty. */
import {readDate} from '../../text/dates.ts'
import {type Span, trimSpan} from '../../text/span.ts'
import {type LabelKey, WEAK} from '../data/labels.ts'
import type {Line} from '../line.ts'
import {KEYS, type Label, labelsIn} from './label-scan.ts'
import {readNumber} from './numbers.ts'

/** A label with its value; both spans are in the text of the page, and the value may be empty. */
export interface Pair {
  readonly key: LabelKey
  /** As the lexicon spells it. */
  readonly label: string
  readonly at: Span
  readonly value: Span
}

const LONGEST = 600

/** What may stand around a label; the bullets of a list of labels too. */
const AROUND = /[\s\u3000\u00a0:：【】[\]•·●■◆▪○]|^-\s/g
const OPENING = /[\s\u3000【[（(•·●■◆▪○]|^-\s|^\d{1,2}[.、]\s{0,2}(?=【)/g
const bare = (text: string): string => text.replace(AROUND, '')

/** The lexicon's key of a text that is a label and nothing else. */
export const labelOf = (text: string): LabelKey | undefined => (text.length > 40 ? undefined : KEYS.get(bare(text)))

/** The pairs of a line that opens with a label; undefined when it does not. */
export function readPairs(line: Line): Pair[] | undefined {
  if (line.text.length > LONGEST) return undefined
  const pairs = /[\t|｜]/.test(line.text) ? pairsOfCells(line) : pairsOfText(line.text, line.span.start)
  return pairs?.every(isSound(line)) ? pairs : undefined
}

const isSound =
  (line: Line) =>
  ({key, at, value}: Pair): boolean => {
    if (key !== 'date' || value.start === value.end) return true
    return leadingDate(line.text.slice(value.start - line.span.start)) !== undefined || at.start > line.span.start
  }

function pairsOfCells({text, span}: Line): Pair[] | undefined {
  const cells: Span[] = []
  for (const cell of text.matchAll(/[^\t|｜]+/g)) {
    const own = trimSpan(text, {start: cell.index, end: cell.index + cell[0].length})
    if (own.start < own.end) cells.push(own)
  }
  const pairs: Pair[] = []
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i]!
    const own = text.slice(cell.start, cell.end)
    const key = labelOf(own)
    if (key === undefined) {
      const inside = pairsOfText(own, span.start + cell.start)
      if (inside) pairs.push(...inside)
      else if (opensRow(cells, i, text)) pairs.push(unknown(cells, i++, text, span.start))
      else if (pairs.length === 0) return undefined
      continue
    }
    const next = cells[i + 1]
    const free = next !== undefined && !opensWithLabel(text.slice(next.start, next.end))
    const value = free ? next : {start: cell.end, end: cell.end}
    pairs.push({key, label: bare(own), at: move(cell, span.start), value: move(value, span.start)})
    if (free) i++
  }
  return pairs.length > 0 ? pairs : undefined
}

const NAME = /^[\u3400-\u9fff\s\u3000]{2,12}[:：]?$/

/** Whether a row opens with a label that the lexicon lacks: a short name, a value, and a known label after it. */
function opensRow(cells: readonly Span[], i: number, text: string): boolean {
  const after = cells[i + 2]
  return (
    i === 0 && after !== undefined && NAME.test(slice(text, cells[0]!)) && labelOf(slice(text, after)) !== undefined
  )
}

const slice = (text: string, span: Span): string => text.slice(span.start, span.end)

/** A label that the lexicon lacks, under its own name. */
const unknown = (cells: readonly Span[], i: number, text: string, offset: number): Pair => ({
  key: 'extra',
  label: bare(slice(text, cells[i]!)),
  at: move(cells[i]!, offset),
  value: move(cells[i + 1]!, offset),
})

/** A line of an unknown short name, a colon and a value: a label where it stands among known ones. */
export function readUnknownPair({text, span}: Line): Pair | undefined {
  const match =
    text.length > 120 || !/[:：]/.test(text) ? null : /^([\u3400-\u9fff\s\u3000]{2,12})[:：]\s{0,8}(?=\S)/.exec(text)
  if (!match || /[。；]/.test(text)) return undefined
  const start = span.start + match[0].length
  return {
    key: 'extra',
    label: bare(match[1]!),
    at: {start: span.start, end: start},
    value: {start, end: span.end},
  }
}

const opensWithLabel = (text: string): boolean => labelOf(text) !== undefined || pairsOfText(text, 0) !== undefined

const move = (span: Span, by: number): Span => ({start: span.start + by, end: span.end + by})

function pairsOfText(text: string, offset: number): Pair[] | undefined {
  const found: Label[] = []
  let dated: Pair | undefined
  for (const label of labelsIn(text)) {
    if (!label.strong && WEAK.has(label.label) && !(found.length > 0 && tellsDay(label, text))) continue
    if (found.length === 0 && text.slice(0, label.start).replace(OPENING, '') !== '') {
      dated = leadingDay(text.slice(0, label.start), offset)
      if (!dated) return undefined
    }
    found.push(label)
  }
  if (found.length === 0) return undefined
  const pairs = found.map(({key, label, start, end}, i) => {
    const to = found[i + 1]?.start ?? text.length
    const value = trimSpan(text, {start: end, end: to})
    // What opens the next label's bracket is no part of this value.
    const opened = i === 0 && /^[（(【[]/.test(text)
    const cut = text
      .slice(value.start, value.end)
      .replace(/[【[（(|•·\s]{1,4}$/, '')
      .replace(opened && found.length === 1 ? /[)）】\]]$/ : /(?!)/, '')
    const number = key === 'documentNumber' ? numberBefore(cut) : 0
    return {
      // （责任单位：…） under a title names who does the work, not who put up the page.
      key: opened && key === 'publisher' && label.startsWith('责任') && /^[（(]/.test(text) ? 'extra' : key,
      label,
      at: {start: start + offset, end: end + offset},
      value: {start: value.start + offset, end: value.start + (number || cut.length) + offset},
    }
  })
  return (dated ? [dated, ...pairs] : pairs)
    .map(asPublished)
    .map(asNumber(text, offset))
    .flatMap(pair => withDay(pair, text, offset))
}

/** 永财农〔2021〕471号 其他信息 …: how long the number is before a label that the lexicon lacks; 0 where none is. */
function numberBefore(value: string): number {
  const number = /^[^号]{4,40}号(?=\s{1,8}[\u3400-\u9fff])/.exec(value)?.[0] ?? ''
  return number !== '' && readNumber(number) ? number.length : 0
}

/** 来源：… 时间：2020-09-29 浏览：12: beside what a page tells of its article, 时间 is when it was put up. */
function asPublished(pair: Pair, _: number, all: readonly Pair[]): Pair {
  const isOfArticle =
    pair.label === '时间' && all.some(({key, label}) => key === 'source' || (key === 'none' && label !== ''))
  return isOfArticle ? {...pair, key: 'publishedDate'} : pair
}

/** 【字号】某政发〔2005〕3号: with a number it is the document's, and not the size of letters. */
const asNumber =
  (text: string, offset: number) =>
  (pair: Pair): Pair =>
    pair.label === '字号' && readNumber(text.slice(pair.value.start - offset, pair.value.end - offset))
      ? {...pair, key: 'documentNumber'}
      : pair

/** 来源：某某政务网 2017-02-21 11:42:00: the day and hour that stand after the source without a label of their own. */
const DATED_SOURCE = /[ \u3000]{1,4}(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}(?:[ \u3000]{1,3}\d{1,2}:\d{2}(?::\d{2})?)?$/
function withDay(pair: Pair, text: string, offset: number): Pair[] {
  if (pair.key !== 'source') return [pair]
  const raw = text.slice(pair.value.start - offset, pair.value.end - offset)
  const at = raw.search(DATED_SOURCE)
  if (at <= 0) return [pair]
  const day = move(trimSpan(raw, {start: at, end: raw.length}), pair.value.start)
  return [
    {...pair, value: {start: pair.value.start, end: pair.value.start + at}},
    {key: 'publishedDate', label: '', at: {start: day.start, end: day.start}, value: day},
  ]
}

/** 发文文号 某发〔2020〕8号 发布日期 2020年12月4日: among labels without a colon a day is told by its date. */
const tellsDay = ({key, end}: Label, text: string): boolean =>
  /Date$|^date$/.test(key) && leadingDate(text.slice(end, end + 40)) !== undefined

/** 2017-11-11 09:12 来源：…: the day a page was put up, before its first label. */
function leadingDay(before: string, offset: number): Pair | undefined {
  const own = trimSpan(before, {start: 0, end: before.length})
  const day = leadingDate(slice(before, own))
  if (!day || day.length < own.end - own.start || !/^\d{4}\D/.test(slice(before, own))) return undefined
  const value = move(own, offset)
  return {key: 'publishedDate', label: '', at: {start: value.start, end: value.start}, value}
}

const LEADING =
  /^\s{0,4}\d{4}\s?[-/.年]\s?\d{1,2}(?:\s?[-/.月]\s?\d{1,2}(?:\s?日)?)?(?:[\sT]{1,4}\d{1,2}[:：]\s?\d{2}(?:[:：]\s?\d{2})?)?/

/** The date a text opens with, and how long it is there. */
export function leadingDate(text: string): {value: string; length: number} | undefined {
  const whole = readDate(text)
  if (whole) return {value: whole.value, length: text.length}
  const match = /^\s{0,4}\d/.test(text) ? LEADING.exec(text) : null
  // 2022- 07- 19 17: 18, as some sites set it.
  const date = match && readDate(match[0].replace(/(?<=[-/.:：])\s/g, ''))
  return date ? {value: date.value, length: match[0].length} : undefined
}
