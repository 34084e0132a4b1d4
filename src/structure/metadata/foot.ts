/** Signature and 版记 → who signed, when, and to whom copies went. */
import {readDate} from '../../text/dates.ts'
import {cut, type Span, trimSpan} from '../../text/span.ts'
import {signedFor} from '../page/letter.ts'
import {readSigned} from '../page/signature.ts'
import {isBody, isPerson, namesIn} from './bodies.ts'
import {DAY} from './days.ts'
import {type Found, found, move} from './found.ts'

/** 食物环境卫生署署长, who is signed for on the next line: the body. */
function fromOffice(text: string, line: Span): Found[] {
  const body = cut(text, line).replace(/.长$|专员$|总监$|主任$/, '')
  const end = line.start + body.length
  return isBody(body) ? [found(text, 'signedBy', 'signature', {start: line.start, end}, body)] : []
}

/** A line of a signature: bodies, a person, the day. */
export function fromSignature(text: string, line: Span): Found[] {
  const slice = cut(text, line)
  const signed = readSigned(slice)
  const person = signedFor(slice)
  if (person) {
    const start = line.start + slice.indexOf(person)
    return [found(text, 'signer', 'signature', {start, end: start + person.length}, person)]
  }
  if (!signed) return fromOffice(text, line)
  const out: Found[] = []
  if (isPerson(signed.names)) {
    const person = /[\s\u3000：:](\S.{0,30})$/s.exec(signed.names)?.[1] ?? signed.names
    const start = line.start + slice.indexOf(person)
    out.push(found(text, 'signer', 'signature', {start, end: start + person.length}, person.replace(/\s{1,20}/g, '')))
  } else
    for (const name of namesIn(signed.names))
      out.push(found(text, 'signedBy', 'signature', move(name, line.start + slice.indexOf(signed.names)), name.text))
  const date = readDate(signed.date.replace(/^[（(](.*)[)）]$/, '$1'))
  if (date) {
    const start = line.start + slice.lastIndexOf(signed.date)
    out.push(found(text, 'documentDate', 'signature', {start, end: start + signed.date.length}, date.value))
  }
  return out
}

/** A line of 版记. */
export function fromColophon(text: string, line: Span): Found[] {
  const slice = cut(text, line)
  const labelled =
    /^(副本(?:送|抄送)?|正本|抄\s{0,4}送|抄\s{0,4}报|分\s{0,4}送|主\s{0,4}题\s{0,4}词|印发范围|校\s{0,4}对)\s{0,4}[:：]\s{0,8}/.exec(
      slice,
    )
  if (labelled) {
    const span = trimSpan(text, {start: line.start + labelled[0].length, end: line.end})
    return [found(text, 'extra', 'colophon', span, cut(text, span), labelled[1]!.replace(/\s/g, ''))]
  }
  const match = DAY.exec(slice)
  const date = match && readDate(match[0])
  if (!match || !date) return []
  const day = {start: line.start + match.index, end: line.start + match.index + match[0].length}
  const out = [found(text, 'extra', 'colophon', day, date.value, '印发日期')]
  const name = trimSpan(text, {start: line.start, end: day.start})
  if (name.start < name.end) out.unshift(found(text, 'extra', 'colophon', name, cut(text, name), '印发机关'))
  return out
}
