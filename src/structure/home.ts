/** A paragraph that follows a clause → the clause that it belongs to. */
import {ARTICLE} from './data/kinds.ts'
import type {Open} from './tree.ts'

/** Whose paragraph a line is that follows a clause: the clause's own, or, when a list has come to its end, the list's owner's. */
export function homeOf(text: string, top: Open): Open | null {
  let open: Open = top
  while (open.parent && listEnded(text, open)) open = open.parent
  return open
}

function listEnded(text: string, open: Open): boolean {
  if (open.kind < 0 || open.first.start === open.first.end) return false
  const last = lastOf(text, open)
  if (/[：，、]/.test(last)) return false
  if (inArticle(open)) return true
  return last === '。' && open.before !== null && lastOf(text, open.before) === '；'
}

const inArticle = (open: Open): boolean => open.kind !== ARTICLE && hasArticle(open.parent)
function hasArticle(open: Open | null): boolean {
  for (let up = open; up; up = up.parent) if (up.kind === ARTICLE) return true
  return false
}

const lastOf = (text: string, open: Open): string =>
  text[(open.clause.body.at(-1)?.span.end ?? open.first.end) - 1] ?? ''
