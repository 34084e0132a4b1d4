/** A notice → the titles of what it carries (印发《…方案》), by its own title or by its first lines. */
import {CARRIES} from '../data/types.ts'
import type {Block} from '../line.ts'
import {plainTitle} from './kinds.ts'
import {textAt} from './part.ts'

/** The title of a document that carries others, from its 印发 on: it holds their titles, and before them its issuers. */
export function citedBy(title: string | null): string {
  const carries = title === null ? null : CARRIES.exec(title)
  return carries ? plainTitle(title!.slice(carries.index + carries[0].length)) : ''
}

const FIRST_LINES = 4
const CARRIED =
  /(?:(?:现?将)《([^《》]{4,60}(?:《[^《》]{1,60}》[^《》]{0,60})?)》[^。；]{0,40}?|^《([^《》]{4,60})》(?:已经?|业经)[^。；]{0,80}(?:现|予以?))(?:予|予以)?(?:印发|转发|下发|发给|发布|公布)/
/** What a notice that lost its title says that it carries: 现将《2008年政府工作目标任务分解》印发给你们. */
export function citedIn(blocks: readonly Block[], from: number, limit: number): string {
  for (let at = from; at < Math.min(limit, from + FIRST_LINES); at++) {
    const text = textAt(blocks, at)
    const said = text.includes('》') ? CARRIED.exec(text.slice(0, 400)) : null
    const name = said?.[1] ?? said?.[2]
    if (name !== undefined) return plainTitle(`${name}的通知`)
  }
  return ''
}
