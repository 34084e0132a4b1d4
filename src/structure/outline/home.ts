/** A paragraph that follows a clause → the clause that it belongs to. */
import {ARTICLE} from '../data/kinds.ts'
import type {Open} from './tree.ts'

/**
 * Closes the lists that a line of text does not belong to: it is the clause's own, or, when a list has come to its
 * end, its owner's. What the next clause still stands under stays open.
 * @param ahead how deep the next clause stands
 */
export function closeEnded(text: string, stack: Open[], ahead: number): void {
  while (stack.length > 1 && stack.at(-1)!.depth >= ahead && listEnded(text, stack.at(-1)!)) stack.pop()
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
