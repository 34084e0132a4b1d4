/** A document whose title is not a line of its own → the title that its notice or its place in a collection gives it. */
import type {DraftDocument} from '../../model/stages.ts'
import {readNumeral} from '../../text/numerals.ts'
import {cut} from '../../text/span.ts'
import type {Block, Line} from '../line.ts'
import type {Found} from '../metadata/found.ts'
import {readAnnexHead} from './annexes.ts'
import {itemTitle} from './collection.ts'
import type {Section} from './documents.ts'
import {kindOf} from './kinds.ts'
import {textAt} from './part.ts'

/** What a notice issues without a title of its own has the one that the notice calls it by. */
export function namedByNotice(
  text: string,
  sections: readonly Section[],
  documents: readonly DraftDocument[],
  index: number,
  told: readonly Found[],
): Found[] {
  const {role, parent, title} = sections[index]!
  if (role !== 'issued' || parent === null || title === null || told.some(({key}) => key === 'title')) return []
  const whole = documents[parent]!.metadata.title?.span
  const start = whole ? text.slice(whole.start, whole.end).indexOf(title) : -1
  if (!whole || start < 0) return []
  const span = {start: whole.start + start, end: whole.start + start + title.length}
  return [{key: 'title', label: '', field: {value: title, raw: cut(text, span), span, from: 'title'}}]
}

/** 附件1 over 第一章: an annex without a title has the one that the list of annexes in its notice gives it. */
export function namedByList(
  blocks: readonly Block[],
  sections: readonly Section[],
  documents: readonly DraftDocument[],
  index: number,
  told: readonly Found[],
): Found[] {
  const {role, parent, title, from} = sections[index]!
  if (role !== 'annex' || parent === null || title !== null || told.some(({key}) => key === 'title')) return []
  const listed = documents[parent]!.metadata.annexes ?? []
  const number = readAnnexHead(textAt(blocks, from))?.number ?? ''
  const place = number === '' && listed.length === 1 ? 1 : readNumeral(number)
  const field = place === undefined ? undefined : listed[place - 1]
  return field ? [{key: 'title', label: '', field}] : []
}

/** 篇一：某区教育局工作计划 over 2021年干部培训工作计划 names the document too; …方案 篇2 only counts it. */
function ownName(text: string, head: Line): Found['field'][] {
  const value = itemTitle(head.text)
  if (value === head.text || kindOf(value) === undefined) return []
  const start = head.span.start + head.text.lastIndexOf(value)
  const span = {start, end: start + value.length}
  return [{value, raw: cut(text, span), span, from: 'title'}]
}

/** The title of one of several documents, without the number that its head counts it with. */
export function titled(text: string, head: Line | undefined, document: DraftDocument): void {
  const told = document.metadata.title
  if (!head || !told || !document.title) return
  if (told.value === document.title) {
    const {others, ...alone} = told
    const rest = others?.flatMap(other => (other.span?.start === head.span.start ? ownName(text, head) : [other])) ?? []
    document.metadata = {...document.metadata, title: rest.length > 0 ? {...alone, others: rest} : alone}
    return
  }
  const start = head.span.start + Math.max(0, head.text.lastIndexOf(document.title))
  const span = {start, end: head.span.end}
  const title = {value: document.title, raw: cut(text, span), span, from: 'title'} as const
  document.metadata = {...document.metadata, title}
}
