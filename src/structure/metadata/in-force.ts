/** The last paragraphs of a document → from when and until when it holds: 本办法自2024年3月1日起施行，有效期3年. */
import type {Node} from '../../model/document.ts'
import type {Draft} from '../../model/stages.ts'
import {charset, holdsAny} from '../../text/charset.ts'
import {dateAt, shiftDate} from '../../text/dates.ts'
import {readNumeral} from '../../text/numerals.ts'
import {cut, type Span} from '../../text/span.ts'
import type {DraftField, Found} from './found.ts'

/** A document says it at its end; an amendment quotes what others say further up. */
const LAST_PARAGRAPHS = 8
const LONGEST = 240
const HOLDS =
  /^\s{0,2}(?:零时|0时)?(?:起|开始)\s{0,2}(?:正式|开始|试|贯彻)?(?:施行|实施|执行|生效|试行|有效)(?=[，,。；;、）)\s]|$)/
const OWN_DAY = /^(?:本[^，。；自]{0,8})?(?:印发|发布|公布|颁布|下发|公告|签发|发文|通过)之日/
const LATER =
  /^起(?:满)?(\d{1,3}|[一二三四五六七八九十]{1,3})(?:个?(自然日|日|天|月))[后起]?(?:正式)?(?:施行|实施|执行|生效)/
const UNTIL =
  /(?:有效期限?|有效时间|施行期限?|执行期限?|试行期限?|执行|施行|实施|试行)(?:为|自[^，。；]{4,24}?)?\s{0,2}(?:暂?定)?(?:截止|截至)?[至到]\s{0,2}|起?至(?=[^，。；]{6,12}止)|^[至到]/g
const until = charset('至到')
const LASTS =
  /(?:有效期限?|有效时间|施行期限?|执行期限?|试行期限?|试行)(?:暂?定)?(?:为|是)?[:：]?\s{0,2}(\d{1,2}|[一二两三四五六七八九十]{1,3})\s{0,2}(年|个月)/
/** What a sentence without a subject of its own speaks of: the document, when it opens so. */
const OPENS = /^(?:[现经特]|本|该|上述|以上|《|[自从于]|有效期|试行|此前)/
/** 本办法, 本实施方案 · not 本证, 本法第三条, 本合同. */
const SUBJECT = /^(?:(?:现予)?(?:公布|发布|印发)|(?:本|以上|上述)[^证第“”《》]{1,16}|《[^》]{2,60}》|此前)$/

/** The days that a document may count from. */
export interface OwnDays {
  readonly issued: string | null
  readonly passed: string | null
}

type Dates = Pick<Found, 'key' | 'field'>[]

/** A sentence of a document and where it stands. */
interface Sentence {
  readonly text: string
  readonly start: number
}

/**
 * The days from which and up to which a document holds, as its own text says.
 * @param own the days of the document that 自印发之日起 and 自通过之日起 are counted from; null where it does not tell
 * @param known the day of force that its head or page tells
 */
export function inForce(text: string, children: readonly Draft<Node>[], own: OwnDays, known: string | null): Found[] {
  const out: Dates = []
  let from = known
  for (const sentence of lastSentences(text, children)) {
    const start = out.some(({key}) => key === 'effectiveDate') ? null : startIn(sentence, own)
    if (start) {
      out.push({key: 'effectiveDate', field: start})
      from = start.value
    }
    const end = out.some(({key}) => key === 'expiryDate') ? null : endIn(sentence, from)
    if (end) out.push({key: 'expiryDate', field: end})
  }
  return out.map(one => ({...one, label: ''}))
}

function lastSentences(text: string, children: readonly Draft<Node>[]): Sentence[] {
  const found: Sentence[] = []
  for (const {start, end} of lastParagraphs(children)) {
    const from = Math.max(start, end - 4000)
    for (const {0: sentence, index} of text.slice(from, end).matchAll(/[^。；\n]{6,}/g)) {
      if (sentence.includes('“')) continue
      const slice = sentence.slice(0, LONGEST)
      const said = slice.trimStart()
      found.push({text: said, start: from + index + slice.length - said.length})
    }
  }
  return found
}

/** The spans of the last paragraphs, in order. */
function lastParagraphs(children: readonly Draft<Node>[]): Span[] {
  const found: Span[] = []
  const stack: Draft<Node>[] = [...children]
  for (let node = stack.pop(); node && found.length < LAST_PARAGRAPHS; node = stack.pop()) {
    if (node.type === 'paragraph') found.push(node.span)
    if (node.type !== 'clause') continue
    const own = [...(node.heading ? [node.heading.span] : []), ...node.body.map(part => part.span)]
    if (node.children.length > 0) {
      stack.push({...node, children: []}, ...node.children)
      continue
    }
    found.push(...own.reverse())
  }
  return found.slice(0, LAST_PARAGRAPHS).reverse()
}

function startIn(sentence: Sentence, own: OwnDays): DraftField | null {
  const {text} = sentence
  for (const match of [...text.matchAll(/[自从于]\s{0,2}|^(?=[12]\d{3}年)/g)].slice(0, 8)) {
    if (!speaksOfItself(text, match.index)) continue
    const at = match.index + match[0].length
    const date = dateAt(text, at)
    if (date && HOLDS.test(text.slice(date.end, date.end + 16)) && isPlain(date.edtf))
      return field(sentence, at, date.end, date.edtf)
    const event = OWN_DAY.exec(text.slice(at, at + 24))
    const day = event?.[0].endsWith('通过之日') ? own.passed : own.issued
    if (!event || day === null) continue
    const end = at + event[0].length
    const rest = text.slice(end, end + 20)
    const later = LATER.exec(rest)
    if (later) return field(sentence, match.index, end, shiftDate(day, spanOf(later[1]!, later[2]!)))
    if (HOLDS.test(rest)) return field(sentence, match.index, end, day)
  }
  return null
}

function endIn(sentence: Sentence, from: string | null): DraftField | null {
  const {text} = sentence
  for (const match of holdsAny(until, text) ? [...text.matchAll(UNTIL)].slice(0, 8) : []) {
    const at = match.index + match[0].length
    const date = dateAt(text, at)
    if (date && isPlain(date.edtf) && speaksOfItself(text, match.index)) return field(sentence, at, date.end, date.edtf)
  }
  if (from?.length !== 10) return null
  const lasts = LASTS.exec(text)
  if (!lasts || !speaksOfItself(text, lasts.index)) return null
  const last = shiftDate(shiftDate(from, spanOf(lasts[1]!, lasts[2]!)), {days: -1})
  return field(sentence, lasts.index, lasts.index + lasts[0].length, last)
}

/** Whether what is said at a place of a sentence is said of the document: 本办法自 · 现予公布，自 · 本办法自…起施行，有效期. */
function speaksOfItself(text: string, at: number): boolean {
  const comma = Math.max(text.lastIndexOf('，', at - 1), text.lastIndexOf(',', at - 1), text.lastIndexOf('（', at - 1))
  const subject = at === 0 ? '' : text.slice(comma + 1, at).trim()
  if (
    subject !== '' &&
    !SUBJECT.test(subject) &&
    !/^[自从于]\S{4,24}$/.test(subject.replace(/^本[^证第自从于]{1,16}/, ''))
  )
    return false
  return subject.startsWith('本') || OPENS.test(text)
}

const isPlain = (edtf: string): boolean => /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d{2})?)?$/.test(edtf)

function spanOf(count: string, unit: string): {years?: number; months?: number; days?: number} {
  const n = readNumeral(count.replace('两', '二')) ?? 0
  return unit === '年' ? {years: n} : /月/.test(unit) ? {months: n} : {days: n}
}

const field = ({text, start}: Sentence, from: number, to: number, value: string): DraftField => ({
  value,
  raw: cut(text, {start: from, end: to}),
  span: {start: start + from, end: start + to},
  from: 'body',
})
