/** Flat rows → CSV (RFC 4180 with LF line ends), safe to open in a spreadsheet. */
import type {Row} from './row.ts'

/** The byte order mark that spreadsheets want before UTF-8. */
export const BOM = '\uFEFF'

/** One record, with its line end. */
export const record = (cells: readonly Row[string][]): string => `${cells.map(cell).join(',')}\n`

// A spreadsheet runs a text cell that begins with one of these as a formula; numbers are no danger and stay numbers, and so
// does the comparator `=`.
const FORMULA = /^[=+\-@\t\r]./s
const SPECIAL = /[",\r\n]/

function cell(value: Row[string]): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = FORMULA.test(value) ? `'${value}` : value
  return SPECIAL.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
