/** Whether the page holds a part of a document only: a pager, a start in mid-sentence, numbers that open above 1. */
import type {Document} from '../../model/document.ts'
import type {Block, Line} from '../line.ts'
import type {Section} from './documents.ts'
import type {Reason} from './furniture.ts'
import {isMarked} from './kinds.ts'
import {readPager} from './pager.ts'
import {textAt} from './part.ts'

type Fragment = NonNullable<Document['fragment']>

const ENDED = /[。！？!?；;：:”’）)》】.…]$/
const PAUSED = /[，、,]$/
/** So many lines tell how a page begins. */
const FIRST = 8
const CONTINUES = /^(?:[，。、；：）》”,;:)]|[（(](?:上接|接上))/
/** A marker that opens a sequence. */
const OPENS = /^(?:一|[（(][一1壹](?!\d)|1(?!\d)|第[一1][条章编节部篇]|①|壹|[㈠⑴⒈]|[—-])/

/** 8、 right under a title: its site prints the title over every page. */
const LATE = /^(?:[3-9]|[1-9]\d)[、.．](?!\d)/

/** What part of a document the page holds; null when it holds all of it. */
export function fragmentOf(
  lines: readonly Line[],
  reasons: readonly (Reason | undefined)[],
  blocks: readonly Block[],
  [section]: readonly Section[],
): Fragment | null {
  if (!section) return null
  const {page, pages} = pageOf(lines, reasons)
  const paged = pages !== null && pages > 1
  const body = bodyLines(blocks, section)
  const first = body[0] ?? ''
  const opening = body.slice(1, FIRST).find(isMarked)
  // A page of a document brings no title of its own unless its site printed one over every page.
  const torn = section.title === null && section.parts.length === 0
  const late =
    !isMarked(first) && (paged || (torn && ENDED.test(first))) && opening !== undefined && !OPENS.test(opening)
  const startsMidText = CONTINUES.test(first) || late
  const above = isMarked(first) && !OPENS.test(first) && (torn || LATE.test(first))
  const part = paged || startsMidText || above
  const last = body.at(-1) ?? ''
  const endsMidText = part && !ENDED.test(last) && (last.length > 45 || PAUSED.test(last))
  return part ? {startsMidText, endsMidText, page, pages} : null
}

/**
 * Which page of how many. A file that was printed tells each of its pages and is whole; a pager tells one, perhaps
 * above and below the text, in two forms.
 */
function pageOf(lines: readonly Line[], reasons: readonly (Reason | undefined)[]): Pick<Fragment, 'page' | 'pages'> {
  const told: Pick<Fragment, 'page' | 'pages'>[] = []
  for (let i = 0; i < lines.length; i++) {
    if (reasons[i] !== 'pager' && reasons[i] !== 'page-number') continue
    const {text} = lines[i]!
    const one = /\d/.test(text) ? readPager(text) : null
    if (one && (reasons[i] === 'pager' || (one.page !== null && one.page <= one.pages!))) told.push(one)
  }
  const pages = told.find(one => one.pages !== null)?.pages ?? null
  const here = new Set(told.flatMap(({page}) => page ?? []))
  if (here.size > 1) return {page: null, pages: null}
  return {page: [...here][0] ?? null, pages: told.find(one => one.page !== null)?.pages ?? pages}
}

/** The first lines of a section that are no parts of its head or foot, and its last one. */
function bodyLines(blocks: readonly Block[], section: Section): string[] {
  const taken = new Set<number>()
  for (const part of section.parts) for (let i = part.from; i < part.to; i++) taken.add(i)
  const isBody = (i: number): boolean => !taken.has(i) && textAt(blocks, i) !== ''
  const body: string[] = []
  let at = section.from
  for (; at < section.to && body.length < FIRST; at++) if (isBody(at)) body.push(textAt(blocks, at))
  let last = section.to - 1
  while (last >= at && !isBody(last)) last--
  if (last >= at) body.push(textAt(blocks, last))
  return body
}
