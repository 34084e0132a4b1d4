/** The line under a title that tells when a document was passed, given out and in force → its days and its order. */
import {readDate} from '../../text/dates.ts'
import {cut, type Span} from '../../text/span.ts'
import {isOccasion} from '../page/speech.ts'
import {DAY} from './days.ts'
import {type Found, found, move} from './found.ts'
import {readNumber} from './numbers.ts'

const DAYS = new RegExp(DAY, 'g')
const ISSUED = /(?:通过|公布|发布|颁布|批准)(?!的)/
const IN_FORCE = /施行|实施(?!意见|办法|细则|方案|规定|条例|规划|计划)|生效/

/** 2018年5月16日市人民政府令第37号公布: the order that a rule was last given out with; decisions that amend are others. */
const ORDERS =
  /(?<=[日 ,，])[\u3400-\u9fff、]{0,40}令\s{0,2}第\s{0,2}[\d〇一二三四五六七八九十百]{1,6}\s{0,2}号(?=\s{0,2}(?:公布|发布|颁布|(?:第[一二三四五六七八九十]{1,2}次)?修订))/g

/** 1993年10月28日公布施行 tells both; 公布，自公布之日起施行 leaves the day to the text. */
const inForce = (clause: string, issued: boolean): boolean =>
  issued ? /^[^，。；]{0,12}(?:公布|发布|颁布)(?:并|、|后)?(?:施行|实施)/.test(clause) : IN_FORCE.test(clause)

/** 2020年12月23日…通过, 2021年1月5日在…会议上 is the document's day, 2021年1月1日施行 that of its force; each once, the first of its kind. */
export function fromHistory(text: string, line: Span): Found[] {
  const slice = cut(text, line)
  const days = [...slice.matchAll(DAYS)]
  const out: Found[] = []
  const orders = [...slice.matchAll(ORDERS)].filter(({0: raw}) => readNumber(raw))
  const order = orders.at(-1)
  if (order) {
    const span = move({start: order.index, end: order.index + order[0].length}, line.start)
    out.push(found(text, 'documentNumber', 'header', span, readNumber(order[0])!.value))
  }
  for (const [i, day] of days.entries()) {
    const end = day.index + day[0].length
    const clause = slice.slice(end, days[i + 1]?.index ?? slice.length)
    const date = readDate(day[0])
    const issued = ISSUED.test(clause) || isOccasion(slice)
    const keys = [
      ...(issued ? (['documentDate'] as const) : []),
      ...(inForce(clause, issued) ? (['effectiveDate'] as const) : []),
    ]
    if (!date || /修订|修正|修改/.test(clause)) continue
    for (const key of keys)
      if (!out.some(found => found.key === key))
        out.push(found(text, key, 'header', move({start: day.index, end}, line.start), date.value))
  }
  return out
}
