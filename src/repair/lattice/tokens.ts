/** A line → its characters, with pinyin glosses as single tokens: whole ones, and those that cut a character in half. */

/**
 * A stretch of the line: one UTF-16 unit, a gloss `(xué)`, or the rest `?qū)` of a gloss that cut a character; where the
 * page has put `?` for halves, also such a half: with the sign that it stands before (`half`), two of them (`gone`), at the end of the line with
 * what it has swallowed of a tag (`tail`), or for one ASCII character more (`swallowed`).
 */
export interface Token {
  readonly kind: 'unit' | 'gloss' | 'cut' | 'half' | 'gone' | 'tail' | 'swallowed'
  readonly start: number
  readonly end: number
  /** The unit; of a half, that of its sign; 0 for a gloss and a tail. */
  readonly unit: number
  readonly pinyin: string
}

const SYLLABLE = '[a-zA-Züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿɡê]{1,7}'
const GLOSS = new RegExp(`[(（](${SYLLABLE}) ?[)）]`, 'y')
const CUT = new RegExp(`[?？](${SYLLABLE}) ?[)）]`, 'y')
// Some pages have set their ASCII signs in full width since.
const HALF = /\?[、。，！？；,!?;]|？[！，；!,;]/y
const GONE = /\?\?[、。，！？；,!;]/y
const TAIL = /\?(?:\/?(?:p|br|b|span|div|strong|td|li|font)[^\n<>]{0,40}>|nbsp;(?:&nbsp;){0,8})?$/y
const MARK = 0x3f
const WIDE_MARK = 0xff1f

/** The tokens of a line, in order and without gaps. @param isMarked whether `?` stands for halves on this page */
export function tokens(line: string, isMarked = false): Token[] {
  const out: Token[] = []
  for (let at = 0; at < line.length; ) {
    const token = tokenAt(line, at, isMarked)
    out.push(token)
    at = token.end
  }
  return out
}

function tokenAt(line: string, start: number, isMarked: boolean): Token {
  const unit = line.charCodeAt(start)
  if (unit === 0x28 || unit === 0xff08 || unit === MARK || unit === WIDE_MARK) {
    const gloss = match(unit === MARK || unit === WIDE_MARK ? CUT : GLOSS, line, start)
    const kind = unit === MARK || unit === WIDE_MARK ? 'cut' : 'gloss'
    if (gloss) return {kind, start, end: start + gloss[0].length, unit: 0, pinyin: gloss[1]!}
  }
  const mark = isMarked && (unit === MARK ? markAt(line, start) : unit === WIDE_MARK && halfAt(line, start))
  return mark || {kind: 'unit', start, end: start + 1, unit, pinyin: ''}
}

function markAt(line: string, start: number): Token {
  if (match(GONE, line, start))
    return {kind: 'gone', start, end: start + 3, unit: line.charCodeAt(start + 2), pinyin: ''}
  const half = halfAt(line, start)
  if (half) return half
  const tail = match(TAIL, line, start)
  if (tail) return {kind: 'tail', start, end: start + tail[0].length, unit: 0, pinyin: ''}
  return {kind: 'swallowed', start, end: start + 1, unit: MARK, pinyin: ''}
}

const halfAt = (line: string, start: number): Token | null =>
  match(HALF, line, start) && {kind: 'half', start, end: start + 2, unit: line.charCodeAt(start + 1), pinyin: ''}

function match(pattern: RegExp, line: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(line)
}
