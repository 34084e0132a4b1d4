/** The parts of a document → the metadata each of them tells, in the order of the text. */
import {hasClock, readDate} from '../../text/dates.ts'
import {cut, type Span, trimSpan} from '../../text/span.ts'
import type {Block} from '../line.ts'
import {isBareHead, readAnnexHead} from '../page/annexes.ts'
import {dateOnToolbar, isToolbar} from '../page/furniture.ts'
import {dayOfSite} from '../page/head-line.ts'
import {isSalutation, namesReaders} from '../page/letter.ts'
import {lineAt, type Part} from '../page/part.ts'
import {readSigned} from '../page/signature.ts'
import {joinTitle} from '../page/titles.ts'
import {isBody, issuersOf, readBodies} from './bodies.ts'
import {readBracketed} from './bracketed.ts'
import {fromColophon, fromSignature} from './foot.ts'
import {type FieldKey, type Found, type From, found, move} from './found.ts'
import {fromHistory} from './history.ts'
import {leadingDate, type Pair} from './labels.ts'
import {isRegistration, readNumber} from './numbers.ts'
import {titleParts} from './title-parts.ts'

/** Everything that the parts of one document tell about it. */
export function readFields(text: string, blocks: readonly Block[], parts: readonly Part[], annex: boolean): Found[] {
  const all = parts.flatMap((part, i) => {
    const lines = linesOf(blocks, part)
    if (part.pairs) return part.pairs.flatMap(pair => fromPair(text, pair))
    return annex && i === 0 ? fromAnnexHead(text, lines[0]!) : READERS[part.type](text, lines)
  })
  const labels = new Set(parts.flatMap(({pairs}) => pairs?.map(({key}) => key) ?? []))
  return all.map(one =>
    one.key === 'documentNumber' ? withOrder(one, all) : labels.has('publishedDate') ? sent(one) : one,
  )
}

/** Where the page tells by another label when it was put up, 发文日期 with a time of day is the document's. */
function sent(one: Found): Found {
  return one.key === 'publishedDate' && isSent(one.label) ? {...one, key: 'documentDate', label: ''} : one
}

/** 第707号 alone under 中华人民共和国国务院令 is the number of that order. */
function withOrder(number: Found, all: readonly Found[]): Found {
  const title = all.find(({key, field}) => key === 'title' && /[令告定]$/.test(field.value))?.field.value
  if (!title || !/^(?:〔\d{4}〕)?第.*号$/.test(number.field.value)) return number
  return {...number, field: {...number.field, value: bodyAndKind(title) + number.field.value}}
}

/** 交通运输部关于…的公告 counts under 交通运输部公告; without its body a title that says more tells nothing of the number. */
function bodyAndKind(title: string): string {
  const about = title.indexOf('关于')
  if (about < 0) return title
  const bodies = readBodies(title.slice(0, about))
  return bodies ? bodies.map(({text}) => text).join(' ') + (/(?:令|公告|通告|决定)$/.exec(title)?.[0] ?? '') : ''
}

function linesOf(blocks: readonly Block[], part: Part): Span[] {
  const lines: Span[] = []
  for (let at = part.from; at < part.to; at++) lines.push(lineAt(blocks, at)!.span)
  return lines
}

const over = (lines: readonly Span[]): Span => ({start: lines[0]!.start, end: lines.at(-1)!.end})

function fromTitle(text: string, lines: readonly Span[]): Found[] {
  const whole = over(lines)
  const {own, number: beside} = titleParts(cut(text, whole).replace(/\n/g, ' '))
  const span = move(own, whole.start)
  const title = joinTitle(lines.map(line => cut(text, within(line, span))))
  const out = [found(text, 'title', 'title', span, title)]
  const slice = cut(text, span)
  const names = issuersOf(slice.replace(/\n/g, ' ')) // The offsets stay: one white space for another.
  for (const name of names) out.push(found(text, 'issuers', 'title', move(name, span.start), name.text))
  if (beside) out.push(found(text, 'documentNumber', 'title', move(beside, whole.start), beside.value))
  const number = readNumber(slice)
  if (number) out.push(found(text, 'documentNumber', 'title', move(number, span.start), number.value))
  return out
}

/** What of a line lies in a span. */
const within = (line: Span, {start, end}: Span): Span => ({
  start: Math.min(line.end, Math.max(line.start, start)),
  end: Math.max(line.start, Math.min(line.end, end)),
})

function fromAnnexHead(text: string, line: Span): Found[] {
  const slice = cut(text, line)
  const title = isBareHead(slice) ? '' : (readAnnexHead(slice)?.title ?? slice)
  if (title === '') return []
  const start = line.start + slice.lastIndexOf(title)
  return [found(text, 'title', 'title', {start, end: start + title.length}, joinTitle([title]))]
}

/** 发文时间 with a time of day is when the page was put up. */
const isSent = (label: string): boolean => /^发文(?:日期|时间)$/.test(label)

/** 某报 收藏本文 下载本文: what of a value stands before the words of a toolbar. */
function beforeToolbar(text: string, {start, end}: Span): Span {
  for (;;) {
    const last = /\s{1,8}(\S{2,8})$/.exec(text.slice(Math.max(start, end - 16), end))
    if (!last || end - last[0].length <= start || !isToolbar(last[1]!)) return {start, end}
    end -= last[0].length
  }
}

const NOTHING = /^[-—–/\\、，,。：:;；号无空\s]*$/

function fromPair(text: string, {key, label, value}: Pair): Found[] {
  const raw = cut(text, value)
  if (key === 'none' || NOTHING.test(raw) || (isToolbar(raw) && !/^\d{4}\D/.test(raw))) return []
  const tell = (as: FieldKey, what: string, span = value): Found[] => [
    found(text, as, 'page', span, what, as === 'extra' ? label : ''),
  ]
  switch (key) {
    case 'date':
    case 'documentDate':
    case 'publishedDate':
    case 'effectiveDate':
    case 'expiryDate': {
      const date = leadingDate(raw)
      if (!date) return tell('extra', raw)
      const span = {start: value.start, end: value.start + date.length}
      const clock = hasClock(cut(text, span))
      const as = key === 'date' || isSent(label) ? (clock ? 'publishedDate' : 'documentDate') : key
      return [found(text, as, 'page', span, date.value, isSent(label) ? label : '')]
    }
    case 'documentNumber': {
      const number = readNumber(raw)
      if (number) return tell(key, number.value, move(number, value.start))
      return /\d/.test(raw) ? tell(key, raw.replace(/\s/g, '')) : []
    }
    case 'indexNumber':
      return tell(key, raw.replace(/\s/g, ''))
    case 'issuers':
    case 'addressees': {
      const names = readBodies(raw)
      return names ? names.flatMap(name => tell(key, name.text, move(name, value.start))) : tell(key, raw)
    }
    case 'source': {
      const span = beforeToolbar(text, value)
      return tell(key, cut(text, span).replace(/\s{1,200}/g, ' '), span)
    }
    default:
      return tell(key, raw.replace(/\s{1,200}/g, ' '))
  }
}

/** A line of a head without a label: number, date, history, bodies. */
function fromHeader(text: string, line: Span): Found[] {
  const slice = cut(text, line)
  const number = readNumber(slice)
  if (number) {
    const own = found(text, 'documentNumber', 'header', move(number, line.start), number.value)
    const issuer = /^(.{2,20}?(?:署|局|处|厅|部))(?:通函|通告)第/.exec(number.value)?.[1]
    if (!issuer || !isBody(issuer)) return [own]
    const start = line.start + number.start
    return [own, found(text, 'issuers', 'header', {start, end: start + issuer.length}, issuer)]
  }
  if (isRegistration(slice)) return [found(text, 'extra', 'header', line, slice.replace(/\s/g, ''), '登记号')]
  const stamp = dateOnToolbar(slice)
  if (stamp) {
    const span = move(stamp, line.start)
    return [found(text, 'publishedDate', 'page', span, leadingDate(cut(text, span))?.value ?? '')]
  }
  const dated = dayOfSite(slice)
  if (dated)
    return [found(text, 'publishedDate', 'page', move(dated, line.start), leadingDate(cut(slice, dated))!.value)]
  const bracketed = readBracketed(slice)
  if (bracketed) {
    const day = move(bracketed.day, line.start)
    const issuers = bracketed.issuers.map(name => found(text, 'issuers', 'header', move(name, line.start), name.text))
    return [...issuers, found(text, ...dayOf(cut(text, day)), day, bracketed.value)]
  }
  const date = readDate(slice)
  if (date) return [found(text, ...dayOf(slice), line, date.value)]
  const names = readBodies(slice.replace(/(?:文件|规章)$/, ''))
  if (names) return names.map(name => found(text, 'issuers', 'header', move(name, line.start), name.text))
  return fromHistory(text, line)
}

/** Written out, a date under a title is the document's; in figures, or with a time of day, it is the page's. */
const dayOf = (raw: string): [FieldKey, From] =>
  hasClock(raw) || !/年/.test(raw) ? ['publishedDate', 'page'] : ['documentDate', 'header']

function fromAddressee(text: string, lines: readonly Span[]): Found[] {
  const span = over(lines)
  const out: Found[] = []
  const slice = cut(text, span).replace(/[:：]$/, '')
  if (isSalutation(cut(text, span)) && !namesReaders(cut(text, span))) return out
  let depth = 0
  let from = 0
  for (let at = 0; at <= slice.length; at++) {
    const c = slice[at]
    if (c === '（' || c === '(') depth++
    if (c === '）' || c === ')') depth--
    if (at < slice.length && (depth > 0 || !/[，,；;]/.test(c!))) continue
    const own = trimSpan(slice, {start: from, end: at})
    const value = slice.slice(own.start, own.end).replace(/\s{1,200}/g, '')
    if (value !== '') out.push(found(text, 'addressees', 'body', move(own, span.start), value))
    from = at + 1
  }
  return out
}

const LISTED =
  /^(?:附\s{0,4}[件录表图]?\s{0,4})?(?:[（(]?[\d一二三四五六七八九十]{1,3}[)）]?\s{0,2}[:：、.．](?!\d(?!\d{3}[年—–-])))?\s{0,8}(?:[:：]\s{0,8}(?:附\s{0,4}件\s{0,2}[:：]\s{0,4})?(?:\d{1,3}\s{0,2}[、.．:：]\s{0,4}(?!\d(?!\d{3}[年—–-])))?)?/

/** The titles in a list of annexes; none in any other note. */
function fromNote(text: string, lines: readonly Span[]): Found[] {
  if (!cut(text, lines[0]!).startsWith('附')) return []
  return lines.flatMap(line => {
    const slice = cut(text, line)
    const head = readAnnexHead(slice)?.title
    const start = Math.max(
      LISTED.exec(slice)![0].length,
      head && !head.startsWith('附件') ? slice.length - head.length : 0,
    )
    const title = slice.slice(start).replace(/[。；;]$/, '')
    const span = trimSpan(text, {start: line.start + start, end: line.start + start + title.length})
    const value = cut(text, span).replace(/\.[a-z0-9]{2,4}$/i, '')
    return span.start < span.end ? [found(text, 'annexes', 'body', span, value)] : []
  })
}

/** Whether a signature opens with a name that is broken over two lines. */
function isBrokenName(text: string, [first, second]: readonly Span[]): boolean {
  if (!first || !second || !/^[\u3400-\u9fff]/.test(cut(text, second))) return false
  // 教育局 over 财政局 are two.
  if (readSigned(cut(text, first)) && readSigned(cut(text, second))) return false
  return isBody(cut(text, first) + cut(text, second))
}
function brokenName(text: string, lines: readonly Span[]): Found[] {
  if (!isBrokenName(text, lines)) return []
  const span = {start: lines[0]!.start, end: lines[1]!.end}
  return [found(text, 'signedBy', 'signature', span, cut(text, lines[0]!) + cut(text, lines[1]!))]
}

const eachLine =
  (read: (text: string, line: Span) => Found[]) =>
  (text: string, lines: readonly Span[]): Found[] =>
    lines.flatMap(line => read(text, line))

const READERS: Readonly<Record<Part['type'], (text: string, lines: readonly Span[]) => Found[]>> = {
  title: fromTitle,
  metadata: (text, lines) => fromHeader(text, over(lines)),
  addressee: fromAddressee,
  signature: (text, lines) => [
    ...brokenName(text, lines),
    ...lines.slice(isBrokenName(text, lines) ? 2 : 0).flatMap(line => fromSignature(text, line)),
  ],
  colophon: eachLine(fromColophon),
  note: fromNote,
}
