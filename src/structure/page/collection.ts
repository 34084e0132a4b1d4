/** Lines → the heads of several documents on one page: …方案 1, …方案 2 … or 篇一, 篇二 …, counted without a gap. */
import {charset} from '../../text/charset.ts'
import {readNumeral} from '../../text/numerals.ts'
import type {Block} from '../line.ts'
import {isTitleForm, kindOf, plainTitle} from './kinds.ts'
import {textAt} from './part.ts'

const AFTER =
  /^(.{4,80}?)[\s\u3000]{0,4}[（(【[]?(?:第|篇|范文)?[\s\u3000]{0,2}(\d{1,3}|[一二三四五六七八九十]{1,3})[\s\u3000]{0,2}篇?[)）】\]]?[:：]?$/s
const BEFORE =
  /^[【[（(]?(?:(?:推荐)?第\s{0,2}([\d一二三四五六七八九十]{1,3})\s{0,2}[篇部]|(?:篇|范文|方案|样本)\s{0,2}([\d一二三四五六七八九十]{1,3}))(?:[】\])）]|(?=[\s\u3000:：、.．]|$))[\s\u3000]{0,4}[:：、.．]?[\s\u3000]{0,4}(.{0,80})$/s

/** …制度 篇1 */
const COUNTED = /\s?(?:第\d{1,3}篇|篇\s?(?:\d{1,3}|[一二三四五六七八九十]{1,3}))[:：]?$/

/** Most lines are told by their first and last character to be no head. */
const MAY_OPEN = charset('【[（(第篇范方样推')
const MAY_CLOSE = charset('0123456789一二三四五六七八九十篇)）】]:：')
const CLOSES = /[\d一二三四五六七八九十][\s\u3000]{0,2}篇?[)）】\]]?[:：]?$/

interface Numbered {
  readonly stem: string
  readonly number: number
  /** Says by itself that it is one of several: 篇一：…计划, …制度 篇1. */
  readonly explicit: boolean
}

/** The stem and number of a line that could head one of several documents. */
function read(text: string): Numbered | undefined {
  if (text.length > 100) return undefined
  const before = MAY_OPEN(text.charCodeAt(0)) ? BEFORE.exec(text) : null
  // 第一篇 总则 is a part of a code; 第一篇：…工作计划 heads a document, and so do 第一篇：某某文件, 第二篇：某某文件.
  if (before?.[1] && before[3] && /^(?:推荐)?第.{1,5}[篇部][:：]/.test(text) && kindOf(before[3]) === undefined)
    return {stem: plainTitle(before[3]), number: ordinalOf(before[1]), explicit: true}
  if (before && (before[2] || before[3] === '' || kindOf(before[3]!) !== undefined))
    return {stem: PARTS, number: ordinalOf(before[1] ?? before[2]!), explicit: before[3] !== ''}
  const after = MAY_CLOSE(text.charCodeAt(text.length - 1)) && CLOSES.test(text) ? AFTER.exec(text) : null
  if (!after || !isTitleForm(after[1]!) || /^附\s{0,2}[件录表图]|^[表图]/.test(after[1]!)) return undefined
  return {stem: plainTitle(after[1]!), number: ordinalOf(after[2]!), explicit: COUNTED.test(text)}
}

const ordinalOf = (digits: string): number => readNumeral(digits) ?? 0

/**
 * The indices of the blocks that head the documents of a page; none when the page is no collection.
 * A stem counts when it is numbered 1, 2 … N, in order, with at least two, and names a 文种 or comes three times.
 */
export function itemHeads(blocks: readonly Block[]): number[] {
  const stems = new Map<string, number[]>()
  const explicit = new Set<string>()
  let told = 0
  let headline = ''
  const above = new Set<string>()
  for (let at = 0; at < blocks.length; at++) {
    const text = textAt(blocks, at)
    const count =
      at < FIRST_LINES && text.length <= 120 ? Math.max(announced(text.length <= 80 ? text : '') ?? 0, saidOf(text)) : 0
    if (count > told) headline = plainTitle(text)
    told = Math.max(told, count)
    const found = read(text)
    if (!found) {
      if (at < FIRST_LINES && text !== '' && text.length <= 80) above.add(plainTitle(text))
      continue
    }
    if (found.explicit && found.number === 1) explicit.add(found.stem)
    next(stems, found.stem, found.number, at)
    // 《仓库管理制度》 篇2 after 《安全生产责任制度》 篇1: each with a name of its own.
    if (found.explicit) next(stems, OWN_NAMES, found.number, at)
  }
  let best: number[] = []
  for (const [stem, heads] of stems) {
    // The page may hold the first of those that its headline announces.
    const isOfHeadline = told > 1 && stem.length >= SHORTEST_NAME && headline.startsWith(stem)
    const first =
      heads.length === 1 && (isOfHeadline || (explicit.has(stem) && (told > 1 || stem === PARTS || above.has(stem))))
    const enough =
      first ||
      heads.length >= 3 ||
      (heads.length === 2 && (explicit.has(stem) || stem === OWN_NAMES || kindOf(stem) !== undefined || stem === PARTS))
    if (enough && heads.length > best.length && isApart(heads)) best = heads
  }
  return best.length > 0 ? best : named(blocks)
}

/** …计划与…打算汇编: a headline that names the documents of its page. */
const COMPILED = /^(.{8,120}?)(?:的)?(?:汇编|合集|合辑|两则|两篇|三篇)(?:\.docx?)?$/

/** The heads of documents that the headline names one after the other, each alone on a line below it; at least two. */
function named(blocks: readonly Block[]): number[] {
  for (let at = 0; at < Math.min(FIRST_LINES, blocks.length); at++) {
    const names = (COMPILED.exec(textAt(blocks, at))?.[1] ?? '').split(/[与和及、]/).map(plainTitle)
    if (names.length < 2 || names.some(name => name.length < SHORTEST_NAME)) continue
    const heads: number[] = []
    for (let next = at + 1; next < blocks.length && heads.length < names.length; next++)
      if (plainTitle(textAt(blocks, next)) === names[heads.length]) heads.push(next)
    if (heads.length === names.length && isApart(heads)) return heads
  }
  return []
}
const SHORTEST_NAME = 4

/** What stands for a stem where the heads are 篇一, 篇二 …, and where each has another. */
const PARTS = '篇'
const OWN_NAMES = ''

/** Adds a head to those of its stem when it is the next of them. */
function next(stems: Map<string, number[]>, stem: string, number: number, at: number): void {
  const heads = stems.get(stem) ?? []
  if (number === heads.length + 1) heads.push(at)
  stems.set(stem, heads)
}

/** Documents have text between their heads, mostly more than a line; the lines of a list have not. */
const isApart = (heads: readonly number[]): boolean =>
  heads.every((head, i) => i === 0 || head - heads[i - 1]! >= 2) && heads.at(-1)! - heads[0]! >= 3 * (heads.length - 1)

/** The title on the head of an item, without its 篇一：; the whole line where nothing else is on it, or the number comes last. */
export function itemTitle(text: string): string {
  const title =
    text.length <= 100 && /篇|部|范文|方案|样本/.test(text.slice(0, 12)) ? BEFORE.exec(text)?.[3] : undefined
  // A title in 《》 is whole without the number after it.
  return title || text.replace(/(?<=^《[^《》]{2,60}》)\s?篇\s?[\d一二三四五六七八九十]{1,3}[:：]?$/, '')
}

/** …整理的水土保持方案（精选4篇），供参考: how many an introduction says that there are; 0 where it says nothing. */
const saidOf = (text: string): number =>
  Number(/[（(](?:精选|通用|优秀|最新|热门|推荐|必备|合集|锦集|汇总|大全)\s?(\d{1,3})篇[)）]/.exec(text)?.[1] ?? 0)

/** How many lines of a page may announce its documents. */
const FIRST_LINES = 12

/** The number of documents a headline announces: …实施方案（通用8篇）. */
export function announced(text: string): number | undefined {
  const match = /[（(]?[\u3400-\u9fff]{0,6}?(\d{1,3}|[一二三四五六七八九十]{1,3})[篇份则套][)）】]?$/.exec(
    text.slice(0, 200),
  )
  return match ? ordinalOf(match[1]!) : undefined
}
