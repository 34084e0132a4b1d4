/** 某网版权与免责声明 over 1、某网所有内容的版权均属于…: what a site says of its rights below a text, to the end of the page. */
import {DISCLAIMS} from '../data/furniture.ts'
import type {Line} from '../line.ts'
import {readAnnexHead} from './annexes.ts'
import {readSigned} from './signature.ts'

const HEAD =
  /^[【[（(]?[^。；，：:]{0,16}(?:版权|免责)(?:与|及|和|、)?(?:版权|免责|法律)?(?:声明|说明|申明|公告)[】\])）]?[:：]?$/
const MOST = 24
/** A line of such a statement: it speaks of the site, its works and who may use them. */
const OF_SITE = /本[网站]|网站|版权|转载|来源|作品|稿件|侵权|著作权|免责|联系/

/** The lines of such a statement at the end of a page; none where anything of a document stands below its head. */
export function rightsBelow(lines: readonly Line[]): number[] {
  const from = lines.findLastIndex(({text}) => text.length <= 40 && /版权|免责/.test(text) && HEAD.test(text))
  if (from < 0 || lines.length - from > MOST) return []
  const below = lines.slice(from + 1)
  if (below.some(({text}) => readAnnexHead(text) || (readSigned(text) && /\d{4}年/.test(text)))) return []
  const long = below.filter(({text}) => text.length >= 40)
  if (!long.every(({text}) => OF_SITE.test(text) || DISCLAIMS.test(text))) return []
  return Array.from({length: lines.length - from}, (_, i) => from + i)
}
