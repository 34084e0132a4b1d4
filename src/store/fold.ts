/** Text → the form in which it is compared: simplified characters, small letters, narrow ones, one space for white space. */
import {kinds} from '../repair/data/script.ts'
import {ONLY_TRADITIONAL} from '../repair/data/script-kinds.ts'
import {script} from '../repair/rules/script.ts'
import {apply} from '../text/edits.ts'

/** Letters and digits as wide as Chinese characters, which pages are read without. */
const WIDE = /[０-９Ａ-Ｚａ-ｚ]/g
const narrow = (wide: string): string => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)

/** 學前教育 and 学前教育 fold to the same; so do STEAM and steam, and ５Ｇ and 5g. */
export function fold(text: string): string {
  const found = marksOf(text)
  if (found === 0) return text
  let folded = text
  if (found & SCRIPT)
    folded = apply(
      text,
      script.find(text, () => {}),
    ).text
  if (found & LETTER) folded = folded.replace(WIDE, narrow).toLowerCase()
  return found & WHITE ? folded.replace(/\s+/g, ' ') : folded
}

/** What a character may need. */
const SCRIPT = 1
const LETTER = 2
const WHITE = 4
const YU = 0x65bc
const SPACE = 0x20

/** All that the characters of a text may need; most texts need nothing, and are looked at once. */
function marksOf(text: string): number {
  marks ??= markTable()
  let found = 0
  let before = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    found |= marks[unit]!
    if (unit === SPACE && before === SPACE) found |= WHITE
    before = unit
  }
  return found
}

let marks: Uint8Array | undefined

/** By UTF-16 unit; of the blocks that hold any, all letters count as large ones, which costs a second look and no more. */
function markTable(): Uint8Array {
  const table = new Uint8Array(0x10000)
  for (const [first, last] of CASED) table.fill(LETTER, first, last + 1)
  for (const unit of WHITES) table[unit]! |= WHITE
  for (let unit = 0; unit < table.length; unit++) if (kinds[unit]! & ONLY_TRADITIONAL) table[unit]! |= SCRIPT
  table[YU]! |= SCRIPT
  return table
}

/** Blocks with large letters, with the halves of those beyond the basic plane, and with wide letters and digits; not ，：； in every text. */
const CASED = [
  [0x41, 0x5a],
  [0xc0, 0x1fff],
  [0x2100, 0x24ff],
  [0x2c00, 0x2dff],
  [0xa640, 0xabff],
  [0xd800, 0xdfff],
  [0xff10, 0xff19],
  [0xff21, 0xff3a],
  [0xff41, 0xff5a],
] as const

/** What `\s` is, but the space. */
const WHITES = [
  ...[9, 10, 11, 12, 13, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff],
  ...Array.from({length: 11}, (_, i) => 0x2000 + i),
]
