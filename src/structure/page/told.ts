/** A head whose title is none by its form, goes on over more lines or comes again → as another document or a line below tells it. */
import type {Block} from '../line.ts'
import {isCitedTitle} from './carried.ts'
import type {Section} from './documents.ts'
import {isMarked, plainTitle} from './kinds.ts'
import {lineAt, type Part, textAt} from './part.ts'
import {titleOver} from './titles.ts'

interface Head {
  readonly parts: Part[]
  readonly body: number
}

/** 2026年重点事项责任分工 names no 文种: what the notice above calls what it issues is its title. */
export function asCited(blocks: readonly Block[], head: Head, at: number, cited: string): Head {
  if (cited === '' || head.body > at || !isCitedTitle(textAt(blocks, at), cited)) return head
  return {parts: [{type: 'title', from: at, to: at + 1}], body: at + 1}
}

const MOST_TITLE_LINES = 4

/** The title of an annex goes on over the next lines where a list of annexes above tells it whole. */
export function asListed(blocks: readonly Block[], head: Head, before: readonly Section[]): Head {
  const title = head.parts.at(-1)
  if (title?.type !== 'title' || title.to !== head.body) return head
  const lists = before.flatMap(({parts}) => parts.filter(({type}) => type === 'note'))
  const listed = lists.flatMap(({from, to}) => range(from, to).map(at => plainTitle(textAt(blocks, at))))
  let plain = plainTitle(titleOver(blocks, title.from, title.to))
  const isTold = (): boolean => listed.some(line => line.endsWith(plain))
  for (let to = title.to; to < title.from + MOST_TITLE_LINES && !isTold(); ) {
    plain += plainTitle(textAt(blocks, to++))
    if (isTold()) return {parts: [...head.parts.slice(0, -1), {...title, to}], body: to}
  }
  return head
}

const range = (from: number, to: number): number[] => Array.from({length: to - from}, (_, i) => from + i)

const NEAR = 12
const SHORT = 24
/** The title said again, under what a site puts between the two (VIP免费, 29.51KB, 侵权投诉): the text begins below it. */
export function withTitleAgain(blocks: readonly Block[], head: Head, limit: number): Head {
  const title = head.parts.findLast(({type}) => type === 'title')
  if (!title) return head
  const plain = plainTitle(titleOver(blocks, title.from, title.to))
  for (let at = head.body; at < Math.min(limit, head.body + NEAR); at++) {
    if (!lineAt(blocks, at)) break
    const text = textAt(blocks, at)
    if (plainTitle(text) === plain) {
      const between: Part[] = at > head.body ? [{type: 'note', from: head.body, to: at}] : []
      return {parts: [...head.parts, ...between, {type: 'title', from: at, to: at + 1}], body: at + 1}
    }
    if (text.length > SHORT || isMarked(text)) break
  }
  return head
}
