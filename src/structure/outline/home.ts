/** A paragraph that follows a clause → the clause that it belongs to. */

import type {Span} from '../../text/span.ts'
import {ARTICLE, KINDS} from '../data/kinds.ts'
import type {Reading} from './reading.ts'
import type {Decision} from './search.ts'
import type {Open} from './tree.ts'
import {BOX} from './unnumbered.ts'

/** How a document ends: 特此通知。 · 本决定自2023年1月1日起施行。 · 《…》根据本决定作相应修改，重新公布。 */
const FAREWELL = /^(?:特此|专此|此[致复布令])/
const IN_FORCE =
  /^(?:本(?:决定|通知|公告|通告|意见|批复|函|令|解释|修正案|办法|规定|细则|方案|预案|规则|标准|规划|计划|措施|制度)[^，。]{0,6}(?:自|从|由)[^，。]{2,30}(?:施行|实施|执行|生效|试行)|《[^》]{2,60}》(?:根据|依照)本决定)/
const ENDS_OF: ReadonlySet<string> = new Set([...'特专此本《'])

/** Whether a line closes the whole document rather than its last clause. An article keeps its paragraphs, 附则 what it says. */
function isFarewell(text: string, piece: Span, stack: readonly Open[]): boolean {
  if (!ENDS_OF.has(text[piece.start]!)) return false
  const line = text.slice(piece.start, Math.min(piece.end, piece.start + 80))
  if (FAREWELL.test(line)) return true
  if (!IN_FORCE.test(line) || (stack.some(({kind}) => kind === ARTICLE) && !/^(?:本决定|《)/.test(line))) return false
  const outermost = stack[0]!
  return outermost.last !== null || /[。；”]/.test(text[outermost.first.end - 1] ?? '')
}

/**
 * Closes the lists that a line of text does not belong to: it is the clause's own, or, when a list has come to its
 * end, its owner's. What the next clause still stands under stays open.
 * @param ahead how deep the next clause stands; -1 when none follows
 */
export function closeEnded(text: string, stack: Open[], piece: Span, ahead: number): void {
  if (ahead < 0 && stack.length > 0 && isFarewell(text, piece, stack)) stack.length = 0
  while (stack.length > 0 && stack.at(-1)!.depth >= ahead && listEnded(text, stack.at(-1)!)) stack.pop()
}

function listEnded(text: string, open: Open): boolean {
  if (open.kind < 0 || open.first.start === open.first.end) return false
  const last = lastOf(text, open)
  if (inArticle(open)) return last === '。' || last === '；'
  return last === '。' && open.before !== null && lastOf(text, open.before) === '；'
}

const inArticle = (open: Open): boolean => open.kind !== ARTICLE && hasArticle(open.parent)
function hasArticle(open: Open | null): boolean {
  for (let up = open; up; up = up.parent) if (up.kind === ARTICLE) return true
  return false
}

const lastOf = (text: string, open: Open): string =>
  text[(open.clause.body.at(-1)?.span.end ?? open.first.end) - 1] ?? ''

/** Closes a box or a preface that a numbered clause does not stand in. */
export function closeBeside(text: string, stack: Open[], {reading, depth}: Decision): void {
  const top = stack.at(-1)
  if (!top || top.kind >= 0 || !reading) return
  if ((top.level === BOX && !standsIn(top, reading)) || (depth === 0 && isPreface(text, stack))) stack.pop()
}

/** Whether a number belongs to a box: it opens the list there, or goes on with it. */
function standsIn({last}: Open, {kind, number}: Reading): boolean {
  if (last) return last.kind === kind && last.clause.marker!.number === number - 1
  return number === 1 && KINDS[kind]!.group !== true
}

/** 前言 stands before the first chapter, not over it. */
const isPreface = (text: string, stack: readonly Open[]): boolean =>
  stack.length === 1 && PREFACE.test(text.slice(stack[0]!.first.start, stack[0]!.first.end))
const PREFACE = /^(?:[前序引导]\s{0,4}言|序)$/
