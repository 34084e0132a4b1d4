/** Two lines of a torn page → what tells that one sentence runs across them: 不少于⏎30⏎日, 应当在十个工作⏎日内. */
import {
  CLOCK,
  COMPARES,
  COUNTED,
  closes,
  DIGITS,
  ends,
  HEADED,
  HYPHEN,
  MARKER,
  MEASURED,
  NUMBER,
  OPENING,
  ORDINAL,
  opensBracket,
  PART,
  REST_OF_ORDINAL,
  SAYS,
  SHARE,
  TITLED,
  VALUE,
  YEAR,
} from '../data/torn-lines.ts'
import type {Line} from '../lines.ts'

/** Digits one by one: no longer number is looked for. */
const MOST_DIGITS = 6
/** The longest line that is no line of a title. */
const SCRAP = 3
/** What is looked at of the lines that follow, to see a marker that is torn itself: 第⏎一⏎条. */
const AHEAD = 12

/** How it is known that a sentence goes on: surest first. */
export type Evidence = 'mark' | 'number' | 'word' | 'none'

/** A page as it was torn: by fonts and runs everywhere, or only around its numbers. */
export interface Torn {
  readonly text: string
  readonly lines: readonly Line[]
  readonly everywhere: boolean
  readonly rows: ReadonlySet<Line>
  readonly isWord: (pair: string) => boolean
}

/** A Chinese character of the basic planes. */
export const isHan = (unit: number): boolean => unit >= 0x3400 && unit <= 0x9fff
/** The last code unit; NaN of nothing. */
export const last = (text: string): number => text.charCodeAt(text.length - 1)
/** A line that is plainly of a sentence. */
export const isProse = (line: string): boolean => line.length >= 8 && /[，。；]/.test(line)

/** A place between two lines. */
interface Seam {
  readonly torn: Torn
  /** The index of the line above. */
  readonly i: number
  /** The sentence that is open, up to here. */
  readonly open: string
  /** The line below. */
  readonly below: string
  /** The characters on either side. */
  readonly end: number
  readonly start: number
  /** What joined the line above to the one above it. */
  readonly before: Evidence | undefined
}

/** What one look at a seam tells: how it is known that the sentence goes on; null that it does not; undefined nothing. */
type Clue = (seam: Seam) => Evidence | null | undefined

/** 12：0⏎0 */
const clock: Clue = ({torn, open, below}) =>
  torn.everywhere && CLOCK.test(open) && /^[0-9]{1,2}(?![0-9])/.test(below) ? 'number' : undefined

/** …的规定。⏎ ends, but not “…的规定。⏎” */
const ended: Clue = ({torn, end, below}) => {
  if (!ends(end)) return undefined
  return torn.everywhere && /^[）》〉〕】”’]/.test(below) ? 'mark' : null
}

/** 50%以上⏎，应当报告 */
const mark: Clue = ({torn, start, before}) =>
  closes(start) && (torn.everywhere || before === 'number') ? 'mark' : undefined

/** 第一百八十⏎六⏎条 */
const ordinal: Clue = ({torn, open, below}) =>
  torn.everywhere && ORDINAL.test(open) && REST_OF_ORDINAL.test(below) ? 'mark' : undefined

/** （⏎2023, 附4-⏎7, 第⏎3 */
const awaited: Clue = ({open, end, below}) =>
  NUMBER.test(below) && (opensBracket(end) || HYPHEN.test(open) || open.endsWith('第')) ? 'number' : undefined

/** …⏎第十条, …⏎（二）: a clause of its own begins. */
const opening: Clue = ({torn, i}) => (isOpening(torn.lines, i + 1) ? null : undefined)

/** 持有⏎50⏎%以上; a page number is none. */
const number: Clue = ({torn, i, open, below}) => {
  if (!NUMBER.test(below)) return undefined
  return isCounting(torn, i, open) ? 'number' : null
}

/** 不超过⏎30日内; 2⏎0%以上 */
const measured: Clue = ({torn, open, end, below}) =>
  torn.everywhere && MEASURED.test(below) && (isHan(end) || (SHARE.test(below) && PART.test(open)))
    ? 'number'
    : undefined

/** 50%⏎以上: what follows a number that was joined. */
const counted: Clue = ({torn, i, start, before}) => {
  if (before !== 'number' || !NUMBER.test(torn.lines[i]!.text)) return undefined
  return isHan(start) || opensBracket(start) ? 'number' : null
}

/** A page that is torn around its numbers only has no other seams. */
const aroundNumbers: Clue = ({torn}) => (torn.everywhere ? undefined : null)

/** 每年3⏎次 */
const measure: Clue = ({open, below}) => (/[0-9%％]$/.test(open) && COUNTED.test(below) ? 'number' : undefined)

/** 办法（⏎试行 */
const bracketed: Clue = ({end}) => (opensBracket(end) ? 'mark' : undefined)

/** （二）申请方式⏎, and rows of a table. */
const headed: Clue = ({torn, i, open}) => (torn.rows.has(torn.lines[i]!) || HEADED.test(open) ? null : undefined)

/** 应当在十个工作⏎日内: a word of the page in two, or a sentence that is plainly not at its end. */
const rest: Clue = ({torn, i, open, below, end, start}) => {
  // No line has a single character.
  const isOpen = isSentence(open) || below.length === 1 || torn.lines[i]!.text.length === 1
  const isRest = isOpen || (below.length <= SCRAP && !TITLED.test(open))
  if (isRest && isHan(end) && isHan(start) && torn.isWord(open.at(-1)! + below[0]!)) return 'word'
  return isOpen && (isHan(start) || opensBracket(start)) ? 'none' : undefined
}

/** In this order: what is surer tells first. */
const CLUES: readonly Clue[] = [
  clock,
  ended,
  mark,
  ordinal,
  awaited,
  opening,
  number,
  measured,
  counted,
  aroundNumbers,
  measure,
  bracketed,
  headed,
  rest,
]

/** What tells that the sentence goes on in the line after line `i`; `before` is what joined line `i` to the one above. */
export function evidenceAt(torn: Torn, i: number, open: string, before: Evidence | undefined): Evidence | undefined {
  const below = torn.lines[i + 1]!.text
  const seam = {torn, i, open, below, end: last(open), start: below.charCodeAt(0), before}
  for (const clue of CLUES) {
    const told = clue(seam)
    if (told !== undefined) return told ?? undefined
  }
  return undefined
}

/** Whether an open line can be no heading and no title. */
const isSentence = (open: string): boolean =>
  isProse(open) || (open.length >= AHEAD && SAYS.test(open) && !TITLED.test(open))

/**
 * A number, in one piece or digit by digit, that the line after it counts with, or that a bracket or 第 waits for. A bare
 * one with blank lines beside it is that of a page.
 */
function isCounting({text, lines, everywhere}: Torn, i: number, open: string): boolean {
  const end = last(open)
  const [number, unit] = [lines[i + 1]!.text, lines[i + 2]?.text ?? '']
  // 某某公司⏎2023⏎年⏎2⏎月 closes a document.
  if (/^(?:19|20)[0-9]{2}$/.test(number) && unit.startsWith('年') && !isSentence(open)) return false
  if (text.indexOf('\n', lines[i]!.end) !== text.lastIndexOf('\n', lines[i + 1]!.start)) return false
  if (!isHan(end) && !MARKER.test(open) && !(everywhere && (PART.test(open) || YEAR.test(open)))) return false
  let next = i + 2
  while (next < i + MOST_DIGITS && DIGITS.test(lines[next]?.text ?? '')) next++
  const after = lines[next]?.text ?? ''
  if (COMPARES.test(open) || COUNTED.test(after) || closes(after.charCodeAt(0)) || (everywhere && SHARE.test(after)))
    return true
  return everywhere && VALUE.test(number) && !isOpening(lines, i + 2)
}

function isOpening(lines: readonly Line[], from: number): boolean {
  let ahead = ''
  for (let i = from; i < lines.length && ahead.length < AHEAD; i++) ahead += lines[i]!.text
  return OPENING.test(ahead)
}
