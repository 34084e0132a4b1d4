/** A notice → the titles of what it carries (印发《…方案》), by its own title or by its first lines. */
import {CARRIES} from '../data/types.ts'
import type {Block} from '../line.ts'
import {isMarked, isTitleForm, plainTitle} from './kinds.ts'
import {textAt} from './part.ts'

/** The title of a document that carries others, from its 印发 on: it holds their titles, and before them its issuers. */
export function citedBy(title: string | null): string {
  const carries = title === null ? null : CARRIES.exec(title)
  return carries ? plainTitle(title!.slice(carries.index + carries[0].length)) : ''
}

const FIRST_LINES = 4
const CARRIED =
  /(?:(?:现?将)《([^《》]{4,60}(?:《[^《》]{1,60}》[^《》]{0,60})?)》[^。；]{0,40}?|^《([^《》]{4,60})》(?:已经?|业经)[^。；]{0,80}(?:现|予以?)|[订定改制成]了?《([^《》]{4,60})》，现(?:将其)?)(?:予|予以)?(?:印发|转发|下发|发给|发布|公布)/
const SEVERAL = /现?将((?:《[^《》]{4,60}》[、和及与]?){2,12})(?:予以?)?(?:印发|转发|下发|发给)/
/** The titles of all that a notice says it carries: 现将《…方案》《…方案》印发给你们; empty where it is one. */
export function listedIn(blocks: readonly Block[], from: number, limit: number): string {
  for (let at = from; at < Math.min(limit, from + FIRST_LINES); at++) {
    const text = textAt(blocks, at)
    const said = text.includes('》') ? SEVERAL.exec(text.slice(0, 800)) : null
    if (said) return plainTitle(`${said[1]!}的通知`)
  }
  return ''
}

/** What a notice that lost its title says that it carries: 现将《2008年政府工作目标任务分解》印发给你们, 研究制定了《…》，现印发. */
export function citedIn(blocks: readonly Block[], from: number, limit: number): string {
  for (let at = from; at < Math.min(limit, from + FIRST_LINES); at++) {
    const text = textAt(blocks, at)
    const said = text.includes('》') ? CARRIED.exec(text.slice(0, 400)) : null
    const name = said?.[1] ?? said?.[2] ?? said?.[3]
    if (name !== undefined) return plainTitle(`${name}的通知`)
  }
  return ''
}

const SHORTEST_OPENING = 40
const NEAR = 12
/** Whether what a notice issues begins under its signature without a title: a whole paragraph, numbered parts after it. */
export function opensUntitled(blocks: readonly Block[], at: number, limit: number, cited: string): boolean {
  const text = textAt(blocks, at)
  if (text.length < SHORTEST_OPENING || !/[。：]$/.test(text) || isMarked(text)) return false
  const numbered = anyLine(blocks, at + 1, Math.min(limit, at + NEAR), text => /^(?:一、|第[一1][章条])/.test(text))
  return numbered && !anyLine(blocks, at, limit, text => isCitedTitle(text, cited))
}

/** Whether a line is the name of what a notice says that it carries. */
export const isCitedTitle = (text: string, cited: string): boolean =>
  text.length >= 6 && text.length <= 100 && isTitleForm(text) && cited.includes(plainTitle(text))

const NAMED = /[《〈]([^《》〈〉]{4,80})[》〉]》?的通知/
/** What a notice calls what it issues: 关于印发《某市公开工作要点》的通知. */
export const nameOfIssued = (title: string | null): string | null => NAMED.exec(title ?? '')?.[1] ?? null

function anyLine(blocks: readonly Block[], from: number, to: number, is: (text: string) => boolean): boolean {
  for (let at = from; at < to; at++) if (is(textAt(blocks, at))) return true
  return false
}
