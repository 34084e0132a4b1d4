/** A line that is a title and more → the title itself, and the number beside it: 【政策解读】…, 某办发〔2017〕2号…, …（某办发〔2017〕2号）. */
import {type Span, trimSpan} from '../../text/span.ts'
import {type DocumentNumber, readNumber} from './numbers.ts'

export interface TitleParts {
  /** Where the title itself stands. */
  readonly own: Span
  readonly number: DocumentNumber | undefined
}

const SHORTEST = 6
const IN_BRACKETS = /[（(]([^（()）]{4,40})[)）]$/
const WITH_BRACKETED_YEAR =
  /^[\u3400-\u9fff]{1,16}\s?[〔［[(（【]\s?(?:19|20)\d{2}\s?[〕］\])）】]\s?第?\s?\d{1,5}\s?号(?=[\s\u3400-\u9fff《])/
/** The channel of a site, or what became of the text: 【文字解读】, [转载], • 【某区】, 通知公告：. */
const CHANNEL =
  /^(?:(?:[•·●]\s{0,4})?[【[][\u3400-\u9fff]{2,8}[】\]]|(?:通知公告|公示公告|公告公示|公告通知)[:：])\s{0,4}(?=\S)/

/** 某预案目录 over the contents of the plan. */
const WITH_CONTENTS = /(?<=.{4}(?:预案|规划|纲要|规程|章程|办法|细则))\s{0,2}目\s{0,2}录$/

/** The parts of a title; offsets are in it. */
export function titleParts(title: string): TitleParts {
  if (title[0] === '【' && /^【[^【】]{8,}】$/.test(title))
    return {own: {start: 1, end: title.length - 1}, number: undefined}
  const contents = title.endsWith('录') ? WITH_CONTENTS.exec(title) : null
  if (contents) return titleParts(title.slice(0, contents.index))
  const channel = CHANNEL.exec(title)?.[0].length ?? 0
  const start = title.length - channel >= SHORTEST ? channel : 0
  const after = title.includes('号') ? IN_BRACKETS.exec(title) : null
  const closing = after && after.index > start ? readNumber(after[1]!) : undefined
  if (after && closing) {
    const at = after.index + 1
    const number = {...closing, start: at + closing.start, end: at + closing.end}
    return {own: trimSpan(title, {start, end: after.index}), number}
  }
  const before = title.includes('号') ? WITH_BRACKETED_YEAR.exec(title) : null
  const number = before ? readNumber(before[0]) : undefined
  const own = before ? trimSpan(title, {start: before[0].length, end: title.length}) : undefined
  if (own && number && own.end - own.start >= SHORTEST) return {own, number}
  return {own: {start, end: title.length}, number: undefined}
}
