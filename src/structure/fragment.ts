/** Whether the page holds a part of a document only: a pager, a start in mid-sentence, numbers that open above 1. */
import type {Document} from '../model/document.ts'
import type {Section} from './documents.ts'
import {type Reason, readPager} from './furniture.ts'
import {isMarked} from './kinds.ts'
import type {Block, Line} from './line.ts'
import {textAt} from './part.ts'

type Fragment = NonNullable<Document['fragment']>

const ENDED = /[。！？!?；;：:”’）)》】.…]$/
const CONTINUES = /^[，。、；：）》”,;:)]/

/** What part of a document the page holds; null when it holds all of it. */
export function fragmentOf(
  lines: readonly Line[],
  reasons: readonly (Reason | undefined)[],
  blocks: readonly Block[],
  [section]: readonly Section[],
): Fragment | null {
  if (!section) return null
  const pager = lines.find((line, i) => reasons[i] === 'pager' && /\d/.test(line.text))
  const {page, pages} = pager ? readPager(pager.text) : {page: null, pages: null}
  const paged = pages !== null && pages > 1
  const body = bodyLines(blocks, section)
  const first = body[0] ?? ''
  const opening = body.slice(1, 8).find(isMarked)
  const late = !isMarked(first) && paged && opening !== undefined && !/^(?:一|[（(]一|1|第[一1])/.test(opening)
  const startsMidText = CONTINUES.test(first) || late
  const last = body.at(-1) ?? ''
  const endsMidText = paged && last.length > 45 && !ENDED.test(last)
  return paged || startsMidText ? {startsMidText, endsMidText, page, pages} : null
}

/** The lines of a section that are no parts of its head or foot. */
function bodyLines(blocks: readonly Block[], section: Section): string[] {
  const taken = new Set<number>()
  for (const part of section.parts) for (let i = part.from; i < part.to; i++) taken.add(i)
  const body: string[] = []
  for (let i = section.from; i < section.to; i++) {
    const text = textAt(blocks, i)
    if (!taken.has(i) && text !== '') body.push(text)
  }
  return body
}
