/** The foot of a site below a text: log in, provinces, bodies it links to, who runs it, between and after its toolbars. */
import type {Line} from '../line.ts'
import {readAnnexHead} from './annexes.ts'
import type {Reason} from './furniture.ts'
import {isMarked, isTitle} from './kinds.ts'
import {readSigned} from './signature.ts'

/** 地址：… between two lines of the site's footer is the site's. */
export function sandwiched(lines: readonly Line[], reasons: (Reason | undefined)[], last: number): void {
  for (let i = last + 1; i + 1 < lines.length; i++) {
    if (reasons[i] || reasons[i - 1] !== 'navigation' || reasons[i + 1] !== 'navigation') continue
    const {text} = lines[i]!
    if (text.length <= 80 && /[:：]/.test(text) && !readSigned(text) && !readAnnexHead(text)) reasons[i] = 'navigation'
  }
}

const LONGEST = 40
const FEWEST = 3
/** What a site puts right under the text of a page. */
const OPENS: ReadonlySet<Reason> = new Set<Reason>(['toolbar', 'widget', 'navigation'])
const FEWEST_LINKS = 2

/**
 * Short lines without a sentence below the first line of the site under the text, where the site runs on to its licence: nothing
 * of them is the document's, save what may be an annex, a title or a signature.
 */
export function footer(lines: readonly Line[], reasons: (Reason | undefined)[], last: number): void {
  const from = reasons.findIndex((reason, i) => i > last && reason !== undefined && OPENS.has(reason))
  if (from < 0) return
  const below = lines.flatMap((_, i) => (i > from ? [i] : []))
  const known = below.filter(i => reasons[i]).length
  if (known < FEWEST || !below.some(i => reasons[i] === 'navigation')) return
  const links = below.filter(i => !reasons[i] && isLink(lines[i]!))
  if (links.length >= FEWEST_LINKS) for (const i of links) reasons[i] = 'navigation'
}

/** 没有账号？立即注册账号, 国家税务总局各省级税务局, 访问统计| */
function isLink({text}: Line): boolean {
  if (text.length > LONGEST || /[。；]/.test(text) || isMarked(text) || /\.(?:pdf|docx?|xlsx?|wps|zip|rar)/i.test(text))
    return false
  if (/[>＞›»]/.test(text)) return true
  return !readAnnexHead(text) && !isTitle(text) && !(readSigned(text) && /\d/.test(text))
}
