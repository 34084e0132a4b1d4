/** A line → its characters, with pinyin glosses as single tokens: whole ones, and those that cut a character in half. */

/** A stretch of the line: one UTF-16 unit, a gloss `(xué)`, or the rest `?qū)` of a gloss that cut a character. */
export interface Token {
  readonly kind: 'unit' | 'gloss' | 'cut'
  readonly start: number
  readonly end: number
  /** The unit; 0 for a gloss. */
  readonly unit: number
  readonly pinyin: string
}

const SYLLABLE = '[a-zA-Züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿɡê]{1,7}'
const GLOSS = new RegExp(`[(（](${SYLLABLE}) ?[)）]`, 'y')
const CUT = new RegExp(`[?？](${SYLLABLE}) ?[)）]`, 'y')

/** The tokens of a line, in order and without gaps. */
export function tokens(line: string): Token[] {
  const out: Token[] = []
  for (let at = 0; at < line.length; ) {
    const unit = line.charCodeAt(at)
    const gloss = match(GLOSS, line, at, unit === 0x28 || unit === 0xff08)
    const cut = match(CUT, line, at, unit === 0x3f || unit === 0xff1f)
    const found = gloss ?? cut
    const end = at + (found ? found[0].length : 1)
    out.push({
      kind: gloss ? 'gloss' : cut ? 'cut' : 'unit',
      start: at,
      end,
      unit: found ? 0 : unit,
      pinyin: found?.[1] ?? '',
    })
    at = end
  }
  return out
}

function match(pattern: RegExp, line: string, at: number, opens: boolean): RegExpExecArray | null {
  if (!opens) return null
  pattern.lastIndex = at
  return pattern.exec(line)
}
