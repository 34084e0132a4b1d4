/** Rows of a comparison → a table for a person: a block a metric, a line a value with its words and its source. */
import {harmless, inLine, plain, type Style} from './paint.ts'
import {placeIn} from './row.ts'
import {english} from './say.ts'
import {clip, width} from './width.ts'

/** What is shown of a row. */
export interface Compared {
  readonly group: string
  readonly place: string | null
  readonly year: string | null
  readonly comparator: string
  readonly value: number
  readonly upper: number | null
  readonly unit: string | null
  readonly path: string
  readonly line: number | null
  readonly page: number | null
  readonly text: string
  readonly certainty: string
  readonly warnings: string | null
  /** Other pages of the same document that say the same. */
  readonly also?: readonly string[]
}

const SIGNS: Readonly<Record<string, string>> = {'=': '', '>=': '≥ ', '>': '> ', '<=': '≤ ', '<': '< ', '~': '≈ '}
const TITLES = ['place', 'year', 'value', 'source', 'words'] as const
const WIDEST = [24, 4, 18] as const

/** The lines of the table; rows come ordered by group. What does not fit is cut, of a source its beginning. */
export function* comparison(
  rows: readonly Compared[],
  {paint = plain, columns = 100, say = english}: Style = {},
): Generator<string> {
  if (rows.length === 0) return
  const titles = TITLES.map(say)
  const cells = rows.map(row => cellsOf(row, say))
  const widths = [...WIDEST, Math.max(24, Math.floor(columns / 3))].map((widest, i) =>
    Math.min(
      widest,
      cells.reduce((most, r) => Math.max(most, width(r[i]!)), width(titles[i]!)),
    ),
  )
  const rest = Math.max(16, columns - widths.reduce((sum, w) => sum + w + 2, 2))
  const line = (row: readonly string[]): string => {
    const left = widths.map((w, i) => (i === 3 ? tail(row[i]!, w, w + 2) : clip(row[i]!, w, w + 2)))
    return `  ${left.join('')}${clip(row[4]!, rest)}`.trimEnd()
  }
  yield paint('dim', line(titles))
  for (const [i, row] of rows.entries()) {
    if (row.group !== rows[i - 1]?.group) yield paint('bold', harmless(row.group))
    yield inLine(line(cells[i]!))
  }
}

function cellsOf(row: Compared, say: (text: string) => string): string[] {
  const {place, year, comparator, value, upper, unit, text, also = []} = row
  const most = upper === null ? '' : `..${short(upper)}`
  const shown = `${SIGNS[comparator] ?? ''}${short(value)}${most} ${unit ?? ''}`.trim()
  const doubts = doubtsOf(row, say)
  return [
    place ?? '-',
    year ?? '-',
    doubts ? `${shown} ?` : shown,
    `${placeIn(row.path, row)}${also.length > 0 ? ` +${also.length}` : ''}`,
    doubts ? `[${doubts}] ${text}` : text,
  ]
}

/** 六分之一 is 16.666667 %: what nobody wrote is shown to five digits. */
const short = (value: number): number => (/\.\d{5}/.test(String(value)) ? Number(value.toPrecision(5)) : value)

/** What damage may have done to a value. That 全覆盖 is read as 100 % (`quantifier`) is no doubt where the words stand beside it. */
function doubtsOf({certainty, warnings}: Compared, say: (text: string) => string): string {
  const told = (warnings ?? '').split(';').filter(code => code !== '' && code !== 'quantifier')
  return [...(certainty === 'read' ? [] : [say(certainty)]), ...told].join(', ')
}

/** The end of a text that is too long, since a file's name and line say more than its folders. */
function tail(text: string, columns: number, fill: number): string {
  let shown = text
  while (width(shown) > columns) {
    const over = Math.max(1, Math.ceil((width(shown) - columns) / 2))
    shown = `…${Array.from(shown)
      .slice(over + 1)
      .join('')}`
  }
  return clip(shown, columns, fill)
}
