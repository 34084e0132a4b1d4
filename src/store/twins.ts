/** Rows of one document that stands on several pages (a notice and its reposts) → one row that names them all. */
import {placeIn} from '../emit/row.ts'
import type {CompareRow} from './compare.ts'
import {fold} from './fold.ts'

export interface Joined extends CompareRow {
  /** Where else the same document says the same, as `path:line`. */
  readonly also: readonly string[]
}

/** What is left of words when pages set them differently. */
const letters = (text: string | null): string => fold(text ?? '').replace(/[^\p{L}\p{N}]+/gu, '')

/** Shorter titles (通知, 附件) are those of many documents. */
const TELLING = 8
/** So many titles of documents that say the same are looked at for one that is part of another. */
const MOST = 50

interface Lead {
  readonly row: CompareRow
  readonly title: string
  readonly also: string[]
  readonly paths: Set<string>
}

/**
 * Joins rows that are alike in all but their page: value, place, year, words and title. One title may hold the other, as 国务院关于…的意见
 * holds 关于…的意见; rows without a title, and two of one page, stay apart. The first page of each is the one that is shown.
 */
export function withoutTwins(rows: Iterable<CompareRow>): Joined[] {
  const alike = new Map<string, Lead[]>()
  const out: Lead[] = []
  for (const row of rows) {
    const {group, place, year, comparator, value, upper, unit, per, direction, text, certainty} = row
    const key = [group, place, year, comparator, value, upper, unit, per, direction, certainty, letters(text)].join(
      '\0',
    )
    const leads = alike.get(key) ?? []
    alike.set(key, leads)
    const title = letters(row.title)
    const lead = leads.slice(0, MOST).find(one => !one.paths.has(row.path) && sameTitle(one.title, title))
    if (lead) {
      lead.also.push(placeIn(row.path, row))
      lead.paths.add(row.path)
      continue
    }
    const first = {row, title, also: [], paths: new Set([row.path])}
    leads.push(first)
    out.push(first)
  }
  return out.map(({row, also}) => ({...row, also}))
}

const sameTitle = (a: string, b: string): boolean =>
  Math.min(a.length, b.length) >= TELLING && (a.length < b.length ? b.includes(a) : a.includes(b))
