/** （民政部　一九九七年一月二十八日）, （2018年5月30日）: the bracket under a title → who issued the document, and when. */
import {readDate} from '../../text/dates.ts'
import type {Span} from '../../text/span.ts'
import {type Name, readBodies} from './bodies.ts'

export interface Bracketed {
  readonly issuers: readonly Name[]
  readonly day: Span
  /** ISO 8601. */
  readonly value: string
}

const BODIES = /^[（(]([^（）()\d]{2,60}?)[\s\u3000]{1,8}(?=\S{4,20}[)）]$)/

/** Reads a line that a bracket holds whole; offsets are in the line. A span of years （2019—2022年） is no day. */
export function readBracketed(line: string): Bracketed | undefined {
  if (line.length > 90 || !/^[（(].{4,}[)）]$/.test(line)) return undefined
  const before = BODIES.exec(line)
  const issuers = before ? readBodies(before[1]!) : []
  if (!issuers) return undefined
  const day = {start: before ? before[0].length : 1, end: line.length - 1}
  const date = readDate(line.slice(day.start, day.end))
  return (
    date && {
      issuers: issuers.map(name => ({...name, start: name.start + 1, end: name.end + 1})),
      day,
      value: date.value,
    }
  )
}
