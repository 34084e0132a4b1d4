/** 115年底前, 113年12月31日 in a page that counts from 1912 → 2026, 2024: years of the republic without its name. */
import {type CalendarDate, dateAt} from '../../text/dates.ts'
import {matchAt} from '../../text/match.ts'
import type {Numeral} from '../../text/numerals.ts'
import type {Block} from '../block.ts'

const NAME = '民国'
/** A year from 1991 on; a smaller number is rather a length of time. */
const YEAR = /(?:[89]\d|1[0-4]\d) ?年(?![级制期限以内])/y

/** The date that begins at a place with a year of two or three digits. */
export function eraYearAt({text, place}: Block, at: number): CalendarDate | undefined {
  if (place.document.region !== 'taiwan') return undefined
  YEAR.lastIndex = at
  const date = YEAR.test(text) ? dateAt(NAME + text.slice(at, at + 24), 0) : undefined
  return date && {...date, start: at, end: at + date.end - NAME.length}
}

/** 114/3/4, 114.03.04. */
const NUMERIC = /(1[0-3]\d)([/.])(\d{1,2})\2(\d{1,2})(?![\d/.])/y

function numericAt({text, place}: Block, at: number): CalendarDate | undefined {
  const found = place.document.region === 'taiwan' ? matchAt(NUMERIC, text, at) : null
  const date = found ? dateAt(`${1911 + Number(found[1])}-${found[3]}-${found[4]}`, 0) : undefined
  return date && {...date, start: at, end: at + found![0].length}
}

/** The same for a number that was read. */
export const eraDateAt = (block: Block, {start, plain, arabic}: Numeral): CalendarDate | undefined =>
  plain && arabic ? (eraYearAt(block, start) ?? numericAt(block, start)) : undefined
