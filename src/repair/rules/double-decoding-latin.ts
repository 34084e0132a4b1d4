/** `å›½åŠ¡é™¢`, `¹úÎñÔº` → 国务院: UTF-8 or GBK read as Latin-1 or Windows-1252, once or twice. All bytes are still there. */

/** Windows-1252 at 0x80–0x9F; the five places it leaves open decode to the control characters themselves. */
const WINDOWS =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178'
const BYTES = new Map([...WINDOWS].map((c, i) => [c.charCodeAt(0), 0x80 + i]))

const HIGH = `\\u0080-\\u00ff${WINDOWS.replace(/[\u0080-\u009f]/g, '')}`
const TRAIL = `\\u0080-\\u00bf${WINDOWS.replace(/[\u0080-\u009f]/g, '')}`

/** UTF-8 sequences as Latin letters: a lead byte with the bytes it announces. */
const UTF8 = new RegExp(
  `(?:[\\u00c2-\\u00df][${TRAIL}]|[\\u00e0-\\u00ef][${TRAIL}]{2}|[\\u00f0-\\u00f4][${TRAIL}]{3})+`,
  'g',
)
/** GBK as Latin letters: a stretch that starts with four of them, or several shorter ones with ASCII between. */
const GBK = new RegExp(`[${HIGH}][${HIGH}\\u0020-\\u007e]{0,4000}`, 'g')

/** Four high letters in a row, or a UTF-8 sequence: no European word has either. */
const EVIDENCE = new RegExp(`[${HIGH}]{4}|[\\u00e0-\\u00ef][${TRAIL}]{2}`)
/** Dashes, quotes, × and ° stand in Chinese text of their own. */
export const LETTERS = '\u0080-\u009f\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff'
const LETTER = new RegExp(`[${LETTERS}]`)
const ANY = new RegExp(`[${HIGH}]`, 'g')

/** Whether a text may hold such a stretch: one scan. */
export const hasLatin = (text: string): boolean => EVIDENCE.test(text)

/** A stretch of a line and what it says. */
export interface Found {
  readonly start: number
  readonly end: number
  readonly insert: string
}

/**
 * The stretches of a line that are Chinese in Latin letters.
 * @param plausible whether a text is Chinese, and not by accident
 */
export function latinIn(line: string, plausible: (text: string) => boolean): Found[] {
  const found = stretches(line, UTF8, fromUtf8)
  // In GBK some pairs look like UTF-8 by chance; in UTF-8 nearly all of the line is such sequences.
  const covered = found.reduce((sum, f) => sum + f.end - f.start, 0)
  if (covered * 5 >= (line.match(ANY)?.length ?? 0) * 4 && plausible(found.map(f => f.insert).join(''))) return found
  return stretches(line, GBK, fromGbk).filter(f => plausible(f.insert))
}

function stretches(line: string, pattern: RegExp, decode: (text: string) => string | undefined): Found[] {
  const out: Found[] = []
  for (const match of line.matchAll(pattern)) {
    const insert = LETTER.test(match[0]) ? decode(match[0]) : undefined
    if (insert === undefined) continue
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
  const once = decodeAs(text, 'utf-8')
  if (once === undefined || !EVIDENCE.test(once)) return once
  return once.match(UTF8)?.[0] === once ? fromUtf8(once) : (fromGbk(once) ?? once)
}

const fromGbk = (text: string): string | undefined => decodeAs(text, 'gb18030')

function decodeAs(text: string, encoding: string): string | undefined {
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    const byte = unit < 0x100 ? unit : BYTES.get(unit)
    if (byte === undefined) return undefined
    bytes[i] = byte
  }
  try {
    return new TextDecoder(encoding, {fatal: true, ignoreBOM: true}).decode(bytes)
  } catch {
    return undefined
  }
}
