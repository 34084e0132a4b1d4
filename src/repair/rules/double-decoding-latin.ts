/** `å›½åŠ¡é™¢`, `¹úÎñÔº`, `°ê°È°|` → 国务院: UTF-8, GBK or Big5 read as Latin-1 or Windows-1252, once or twice. */

import {isCommon} from '../data/syllables.ts'
import {HIGH, WINDOWS, WINDOWS_BYTES} from '../data/windows.ts'

const TRAIL = `\\u0080-\\u00bf${WINDOWS.replace(/[\u0080-\u009f]/g, '')}`

/**
 * UTF-8 sequences as Latin letters: a lead byte with the bytes it announces. A program that takes U+0085 for the end of a
 * line, and U+00A0 for a space, has put these for the bytes.
 */
const UTF8 = new RegExp(
  `(?:[\\u00c2-\\u00df][${TRAIL}]|[\\u00e0-\\u00ef](?:[${TRAIL}\\n][${TRAIL}\\n ]|[ ][${TRAIL}])|[\\u00f0-\\u00f4][${TRAIL}]{3})+`,
  'g',
)
const NONE: ReadonlyMap<number, number> = new Map()
const LINE_BYTES = new Map([
  [10, 0x85],
  [0x20, 0xa0],
])
/** A character of which a byte is missing, or stands as `?`. */
const BROKEN = new RegExp(`[\\u00e0-\\u00ef](?:[${TRAIL}]\\??|\\?[${TRAIL}]?)?`, 'g')
/** A line end inside a character: what shows that the page has such line ends at all. */
const INSIDE = new RegExp(`[\\u00e0-\\u00ef]\\n[${TRAIL}]`)
/** What a line ends with that such a line end may have cut; the next one begins with the last byte, where that is not it. */
const CUT = new RegExp(`([\\u00e0-\\u00ef])(?:\\n(?=[${TRAIL}])|([${TRAIL}])\\n)`)
/** GBK or Big5 as Latin letters: a stretch that starts with four of them, or several shorter ones with ASCII between. */
const LEGACY = new RegExp(`[${HIGH}][${HIGH}\\u0020-\\u007e]{0,4000}`, 'g')

/** Four high letters in a row, or a UTF-8 sequence: no European word has either. */
const EVIDENCE = new RegExp(`[${HIGH}]{4}|[\\u00e0-\\u00ef][${TRAIL}]{2}`)
/** Dashes, quotes, × and ° stand in Chinese text of their own. */
export const LETTERS = '\u0080-\u009f\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff'
const LETTER = new RegExp(`[${LETTERS}]`)
/** µ½ is 到, and ¡ª a dash, where the rest was read twice. */
const PAIR = /[\u00a1-\u00ff]{2}/
const ANY = new RegExp(`[${HIGH}]`, 'g')

/** Whether a line has letters of two bytes of one kind or the other. */
export const hasHigh = (line: string): boolean => HIGHS.test(line)
const HIGHS = /[\u0080-\u07ff]/

/** Whether a text may hold such a stretch: one scan. */
export const hasLatin = (text: string): boolean => EVIDENCE.test(text)

/** A letter of two bytes of UTF-8 among those of one byte: ֤ȯ in ֤ȯ¼à¹Ü. Three of them show a page that was decoded once more in part. */
const FOLDED =
  /[\u00a1-\u00ff][\u0100-\u0151\u0154-\u015f\u0162-\u0177\u0180-\u0191\u0193-\u02c5\u02c8-\u02db\u02de-\u07ff][\u00a1-\u00ff]/g
const FOLDED_PAGE = 3

/** Whether pairs of the Latin letters of a page were decoded as UTF-8, as they looked like it by chance. */
export const isFolded = (text: string): boolean => hasLatin(text) && (text.match(FOLDED)?.length ?? 0) >= FOLDED_PAGE

/** A stretch of a line and what it says. */
export interface Found {
  readonly start: number
  readonly end: number
  readonly insert: string
}

/** The lines of a text; one that was cut inside a character of UTF-8 goes on over the end of the line. */
export function latinLines(text: string): string[] {
  const lines = text.split('\n')
  if (!INSIDE.test(text) || !isMostly(text, text.match(UTF8) ?? [])) return lines
  const whole: string[] = []
  let open = false
  for (const [i, line] of lines.entries()) {
    if (open) whole.push(`${whole.pop()}\n${line}`)
    else whole.push(line)
    open = i + 1 < lines.length && isCut(CUT.exec(`${line.slice(-2)}\n${lines[i + 1]!.slice(0, 1)}`))
  }
  return whole
}

/** Whether a line end is the byte 85: between two others it is; behind them it may be a space that was trimmed, A0, and a line end. */
function isCut(end: RegExpExecArray | null): boolean {
  if (!end) return false
  if (end[2] === undefined) return true
  const [line, space] = ['\n', ' '].map(last => decodeAs(end[1]! + end[2] + last, 'utf-8', LINE_BYTES) ?? '')
  return isCommon(line!) && !isCommon(space!)
}

/** Whether nearly all letters of a text are in some stretches of it: in GBK some pairs look like UTF-8 by chance. */
const isMostly = (text: string, stretches: readonly string[]): boolean =>
  stretches.reduce((sum, {length}) => sum + length, 0) * 5 >= (text.match(ANY)?.length ?? 0) * 3

/**
 * The stretches of a line that are Chinese in Latin letters.
 * @param plausible whether a text is Chinese, and not by accident
 * @param isCertain whether other lines of the page are such for certain
 */
export function latinIn(line: string, plausible: (text: string) => boolean, isCertain = false): Found[] {
  const found = stretches(line, UTF8, fromUtf8, isCertain)
  const isUtf8 =
    isMostly(
      line,
      found.map(f => line.slice(f.start, f.end)),
    ) && plausible(found.map(f => f.insert).join(''))
  if (isUtf8 && !found.some(f => LETTER.test(f.insert) || PAIR.test(f.insert))) return withBroken(line, found)
  const again = twice(line, plausible)
  if (again.length > 0) return again
  if (isUtf8) return withBroken(line, found)
  return likeliest(
    [fromGbk, fromBig5].map(decode => stretches(line, LEGACY, decode, isCertain).filter(f => plausible(f.insert))),
  )
}

/** Big5 makes sense in GBK at times, and GBK in Big5, but of rare characters. */
function likeliest([one = [], other = []]: readonly (readonly Found[])[]): Found[] {
  const common = (found: readonly Found[]): number =>
    found.reduce((sum, {insert}) => sum + [...insert].filter(isCommon).length, 0)
  return [...(common(other) > common(one) ? other : one)]
}

/** GBK that was read as Latin letters twice: a pair may have ASCII in it, so the line is undone as a whole. */
function twice(line: string, plausible: (text: string) => boolean): Found[] {
  const first = stretches(line, UTF8, text => decodeAs(text, 'utf-8', LINE_BYTES), true)
  if (
    !isMostly(
      line,
      first.map(f => line.slice(f.start, f.end)),
    )
  )
    return []
  const once = replaced(line, first)
  if (once === line || !EVIDENCE.test(once)) return []
  const second = stretches(once, LEGACY, fromGbk, false).filter(f => plausible(f.insert))
  if (second.length === 0) return []
  const [start, end] = [first[0]!.start, first.at(-1)!.end]
  const text = replaced(once, second)
  const head = line.slice(0, start)
  const tail = line.slice(end)
  return text.startsWith(head) && text.endsWith(tail)
    ? [{start, end, insert: text.slice(start, text.length - tail.length)}]
    : []
}

function replaced(line: string, found: readonly Found[]): string {
  let out = ''
  let from = 0
  for (const {start, end, insert} of found) {
    out += line.slice(from, start) + insert
    from = end
  }
  return out + line.slice(from)
}

/** With what is left of characters between these: a line in this encoding has no such letter of its own. */
function withBroken(line: string, found: readonly Found[]): Found[] {
  const ends = new Map(found.map(f => [f.start, f.end]))
  const gaps: Found[] = []
  let covered = 0
  for (const {index, 0: rest} of found.length > 0 ? line.matchAll(BROKEN) : []) {
    for (const [start, end] of ends) if (start <= index) covered = Math.max(covered, end)
    if (index >= covered) gaps.push({start: index, end: index + rest.length, insert: '\ufffd'})
  }
  return gaps.length === 0 ? [...found] : [...found, ...gaps].sort((a, b) => a.start - b.start)
}

type Decode = (text: string) => string | undefined

/** On a page that is such for certain a stretch need not have a letter: µ³½¨ is 党建. */
function stretches(line: string, pattern: RegExp, decode: Decode, isCertain: boolean): Found[] {
  const out: Found[] = []
  for (const match of line.matchAll(pattern)) {
    const hasLetter = LETTER.test(match[0])
    const insert = hasLetter || isCertain ? decode(match[0]) : undefined
    if (insert === undefined || (!hasLetter && !/[\u4e00-\u9fff]{2}/.test(insert))) continue
    const tail = sameAscii(match[0], insert)
    out.push({
      start: match.index,
      end: match.index + match[0].length - tail,
      insert: insert.slice(0, insert.length - tail),
    })
  }
  return out
}

/** How much of the end of two texts is the same ASCII. */
function sameAscii(a: string, b: string): number {
  let length = 0
  while (
    length < a.length &&
    length < b.length &&
    a.at(-1 - length) === b.at(-1 - length) &&
    a.at(-1 - length)! < '\u0080'
  )
    length++
  return length
}

/** Undoes one reading, and a second one below it. */
function fromUtf8(text: string): string | undefined {
  const once = decodeAs(text, 'utf-8', LINE_BYTES)
  if (once === undefined || !EVIDENCE.test(once)) return once
  return once.match(UTF8)?.[0] === once ? fromUtf8(once) : (fromGbk(once) ?? once)
}

const fromGbk = (text: string): string | undefined => decodeAs(text, 'gb18030')

const fromBig5 = (text: string): string | undefined => decodeAs(text, 'big5')

function decodeAs(text: string, encoding: string, others: ReadonlyMap<number, number> = NONE): string | undefined {
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    const byte = others.get(unit) ?? WINDOWS_BYTES.get(unit) ?? (unit < 0x100 ? unit : undefined)
    if (byte === undefined) return undefined
    bytes[i] = byte
  }
  try {
    return new TextDecoder(encoding, {fatal: true, ignoreBOM: true}).decode(bytes)
  } catch {
    return undefined
  }
}
