/** What is shown of a page → edits over its markup: white space collapses as in a browser, blocks start lines. */
import type {Edit} from '../../text/edits.ts'

/** What has to stand between the text so far and the next text; the later kinds outweigh the earlier ones. */
const NOTHING = 0
const SPACE = 1
const WRAP = 2
const CELL = 3
const LINE = 4

export interface Writer {
  readonly markup: string
  readonly edits: (Edit & {insert: string})[]
  /** The end of what was taken from the markup so far, and the length of the text so far. */
  at: number
  length: number
  /** Lines begun so far, and pieces of text that are not blank. */
  lines: number
  ink: number
  between: number
  /** Empty lines or cells to keep, when `between` is LINE or CELL. */
  count: number
  /** The last unit of the text so far. */
  last: number
  /** The number of a list item that has no text yet. */
  marker: string
}

/** Nothing written yet. */
export const writer = (markup: string): Writer => ({
  markup,
  edits: [],
  at: 0,
  length: 0,
  lines: 0,
  ink: 0,
  between: NOTHING,
  count: 0,
  last: 10,
  marker: '',
})

/** The next text starts a new line; a cell that has no text yet starts on its own anyway. */
export function breakLine(w: Writer): void {
  if (w.between >= CELL) return
  w.between = LINE
  w.count = 1
}

/** `<br>`: a second one in a row leaves an empty line. */
export function breakHard(w: Writer): void {
  if (w.between === LINE) w.count = 2
  else breakLine(w)
}

/** The next text starts a row of a table. */
export function breakRow(w: Writer): void {
  if (w.between === LINE) return
  w.between = LINE
  w.count = 1
}

/** The next text starts another cell of the row. */
export function breakCell(w: Writer): void {
  if (w.between === CELL) w.count++
  else {
    w.between = CELL
    w.count = 1
  }
}

/**
 * Takes over a stretch of the markup that holds no tags, with its white space collapsed. Where it wraps between two wide
 * characters there is no space (CSS Text Level 3, 4.1.3; Word wraps its lines so), except beside a tag.
 */
export function writeText(w: Writer, start: number, end: number): void {
  const {markup} = w
  let from = start
  for (let i = start; i < end; i++) {
    const unit = markup.charCodeAt(i)
    if (unit > 32 || !isSpace(unit)) continue
    if (i > from) take(w, from, i)
    if (w.between < CELL) w.between = Math.max(w.between, (unit === 10 || unit === 13) && w.at > start ? WRAP : SPACE)
    from = i + 1
  }
  if (end > from) take(w, from, end)
  else if (w.between === WRAP) w.between = SPACE
}

/** Takes over preformatted text, every space and line of it. */
export function writePreformatted(w: Writer, start: number, end: number): void {
  let from = start
  for (const feed of w.markup.slice(start, end).matchAll(/\r\n?|\n/g)) {
    const at = start + feed.index
    if (at > from) take(w, from, at)
    breakHard(w)
    from = at + feed[0].length
  }
  if (end > from) take(w, from, end)
}

/** Writes what a character reference stands for. */
export function writeEntity(w: Writer, text: string, start: number, end: number): void {
  const last = w.edits.at(-1)
  if (last && last.start === start && last.end === end) {
    // A reference to two code points comes in two parts.
    last.insert += text
    w.length += text.length
    return
  }
  separate(w, start, text.charCodeAt(0))
  w.edits.push({start, end, insert: text})
  w.length += text.length
  w.at = end
  w.last = text.charCodeAt(text.length - 1)
  if (text.trim() !== '') w.ink++
}

/** White space that came from a character reference collapses like any other. */
export function writeSpace(w: Writer): void {
  if (w.between === NOTHING) w.between = SPACE
}

/** The text without what is left of the markup behind the last of it. */
export function finish(w: Writer): readonly Edit[] {
  if (w.at < w.markup.length) w.edits.push({start: w.at, end: w.markup.length, insert: ''})
  return w.edits
}

/** What an author numbers by hand is not numbered again. */
const NUMBERED =
  /^(?:[（(]?[\d一二三四五六七八九十]{1,4}[、.．:：)）]|第[\d一二三四五六七八九十百]{1,6}[章节条]|[①-⑳●•·—-])/

function take(w: Writer, start: number, end: number): void {
  separate(w, start, w.markup.charCodeAt(start))
  if (w.marker !== '') {
    if (!NUMBERED.test(w.markup.slice(start, Math.min(end, start + 12)))) {
      w.edits.push({start, end: start, insert: w.marker})
      w.length += w.marker.length
    }
    w.marker = ''
  }
  w.length += end - start
  w.at = end
  w.last = w.markup.charCodeAt(end - 1)
  if (!isBlank(w.last) || w.markup.slice(start, end).trim() !== '') w.ink++
}

/** Replaces everything since the last text by what belongs between it and text that starts with `unit`. */
function separate(w: Writer, start: number, unit: number): void {
  const insert = w.length === 0 ? '' : separator(w, unit)
  if (w.between === LINE) w.lines++
  w.between = NOTHING
  if (start === w.at && insert === '') return
  if (start === w.at + 1 && insert === ' ' && w.markup.charCodeAt(w.at) === 32) w.length++
  else {
    w.edits.push({start: w.at, end: start, insert})
    w.length += insert.length
  }
}

function separator(w: Writer, unit: number): string {
  if (w.between === LINE) return w.count > 1 ? '\n\n' : '\n'
  if (w.between === CELL) return w.count > 1 ? '\t'.repeat(w.count) : '\t'
  if (w.between === SPACE) return ' '
  return w.between === WRAP && !(isWide(w.last) && isWide(unit)) ? ' ' : ''
}

const isBlank = (unit: number): boolean => unit === 0xa0 || unit === 0x3000
const isSpace = (unit: number): boolean => unit === 32 || (unit >= 9 && unit <= 13 && unit !== 11)
const isWide = (unit: number): boolean =>
  (unit >= 0x2e80 && unit < 0xac00) || (unit >= 0xd800 && unit <= 0xdfff) || (unit >= 0xf900 && unit <= 0xffe6)
