/** Text → the columns it takes on a terminal, where a Han character takes two. */

/** Code points of East Asian Wide and Fullwidth (Unicode 16, UAX 11), as ranges; the rest takes one column. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1faff],
  [0x20000, 0x3fffd],
]

const widthOf = (point: number): number =>
  point >= WIDE[0]![0] && WIDE.some(([low, high]) => point >= low && point <= high) ? 2 : 1

/** The columns that a text takes. */
export function width(text: string): number {
  let columns = 0
  for (const character of text) columns += widthOf(character.codePointAt(0)!)
  return columns
}

/** The text on one line, cut to so many columns (the cut shown by …) and filled up with spaces to `fill`. */
export function clip(text: string, columns: number, fill = 0): string {
  const plain = text.replace(/[\s\p{Cc}]+/gu, ' ')
  const whole = width(plain)
  if (whole <= columns) return plain + ' '.repeat(Math.max(0, fill - whole))
  let used = 1
  let end = 0
  for (const character of plain) {
    const next = used + widthOf(character.codePointAt(0)!)
    if (next > columns) break
    used = next
    end += character.length
  }
  return `${plain.slice(0, end)}…${' '.repeat(Math.max(0, fill - used))}`
}

/** A Han character with the marks that must not be parted from it, or a word of narrow characters; with the spaces behind. */
const ATOM =
  /[（「『《〈【〔“‘]{0,8}(?:[\x21-\u024f]{1,400}|[^\s])[，。、；：？！）」』》〉】〕”’…％]{0,8}[^\S\n]{0,400}|[^\S\n]{1,400}/gu

/** The text in lines of at most so many columns, broken at spaces and beside Han characters; a longer word is cut. */
export const wrap = (text: string, columns: number): string[] =>
  text.split('\n').flatMap(line => wrappedLine(line, columns))

function wrappedLine(line: string, columns: number): string[] {
  const out: string[] = []
  let current = ''
  let used = 0
  for (const [atom] of line.matchAll(ATOM))
    for (const piece of width(atom.trimEnd()) > columns ? atom : [atom]) {
      if (used > 0 && used + width(piece.trimEnd()) > columns) {
        out.push(current.trimEnd())
        current = ''
        used = 0
      }
      current += piece
      used += width(piece)
    }
  out.push(current.trimEnd())
  return out
}

/** The text filled up with spaces to so many columns. */
export const pad = (text: string, columns: number): string => text + ' '.repeat(Math.max(0, columns - width(text)))
