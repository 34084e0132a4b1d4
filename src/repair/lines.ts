/** A text → its lines as a reader of a printed page sees them, and which of them belong to the page. */

export interface Line {
  /** Without the white space around it. */
  readonly text: string
  readonly start: number
  readonly end: number
  /** Half-width columns of white space before it. */
  readonly indent: number
}

/** All lines that are not blank. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  for (let from = 0; from < text.length; ) {
    const feed = text.indexOf('\n', from)
    const to = feed === -1 ? text.length : feed
    const raw = text.slice(from, to)
    const trimmed = raw.trim()
    if (trimmed !== '') {
      const margin = trimmed.length === raw.length ? 0 : raw.length - raw.trimStart().length
      const start = from + margin
      lines.push({text: trimmed, start, end: start + trimmed.length, indent: columns(raw, margin)})
    }
    from = to + 1
  }
  return lines
}

/** The half-width columns of a line; a Chinese character has two. */
export const widthOf = (line: Line): number => line.indent + columns(line.text, line.text.length)

function columns(text: string, length: number): number {
  let wide = 0
  for (let i = 0; i < length; i++) if (text.charCodeAt(i) >= 0x2e80) wide++
  return length + wide
}

/**
 * What a line is to the page: a page number, a running head with an address; or, where one of these stands beside it,
 * a bare number (else a cell) or a line that is repeated (else a cell or a heading).
 */
export type PageLine = 'page-number' | 'page-header' | 'number' | 'repeated'

const PAGE_NUMBER =
  /^(?:[-—–·]{1,2} ?[0-9]{1,4} ?[-—–·]{1,2}|第 ?[0-9]{1,4} ?页(?:[，, /]{0,2}共 ?[0-9]{1,4} ?页)?|[0-9]{1,4} ?\/ ?[0-9]{1,4}|Page [0-9]{1,4}(?: of [0-9]{1,4})?)$/i

/** What the longer pattern cannot do without; it is dear to compile, and few pages need it. */
const MAYBE_NUMBERED = /[-—–·页/]|page/i

const BARE = /^[0-9]{1,4}$/
/** A row of a table that was flattened has no more lines than this; a page has more. */
const LINES_OF_ROW = 8

/**
 * The rows of flattened tables, told by their numbers: the lines from one bare number to the one that is next to it, and
 * as many after the last.
 */
export function rowsOf(lines: readonly Line[]): ReadonlySet<Line> {
  const rows = new Set<Line>()
  let last = -Infinity
  for (let i = 0; i < lines.length; i++) {
    if (!BARE.test(lines[i]!.text)) continue
    if (i - last <= LINES_OF_ROW && Number(lines[i]!.text) === Number(lines[last]!.text) + 1)
      for (let row = last; row <= 2 * i - last && row < lines.length; row++) rows.add(lines[row]!)
    last = i
  }
  return rows
}

/** A line with its digits alike: running heads differ in page number and time only. */
const mask = (line: string): string => line.replace(/[0-9]/g, '0')

/** Running heads are longer than most cells and shorter than a paragraph. */
const isHeadSized = (line: string): boolean => line.length >= 4 && line.length <= 120 && !/[。；，]$/.test(line)

/** The longest page number with all its words and spaces is shorter. */
const LONGEST_NUMBER = 40

/** Whether a line could be a page number, a bare number or a running head with an address: a look, without counting. */
export const mayBePageLine = ({text}: Line): boolean =>
  text.includes('://') || (text.length <= LONGEST_NUMBER && /^[-—–·0-9第P]/i.test(text))

/** Tells the lines of the page from those of the text. */
export function pageLines(lines: readonly Line[]): (line: Line) => PageLine | undefined {
  let heads: Map<string, number> | undefined
  let rows: ReadonlySet<Line> | undefined
  return line => {
    const {text} = line
    if (MAYBE_NUMBERED.test(text) && PAGE_NUMBER.test(text)) return 'page-number'
    if (BARE.test(text)) {
      rows ??= rowsOf(lines)
      return rows.has(line) ? undefined : 'number'
    }
    if (!isHeadSized(text)) return undefined
    heads ??= countHeads(lines)
    if (heads.get(mask(text))! < 2) return undefined
    return /https?:\/\//.test(text) ? 'page-header' : 'repeated'
  }
}

function countHeads(lines: readonly Line[]): Map<string, number> {
  const heads = new Map<string, number>()
  for (const {text} of lines) if (isHeadSized(text)) heads.set(mask(text), (heads.get(mask(text)) ?? 0) + 1)
  return heads
}
