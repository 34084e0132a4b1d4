/** 单一投资者持有⏎50%⏎以上⏎，应当报告 → 单一投资者持有50%以上，应当报告: each run of a sentence on a line of its own. */
import {charset} from '../../text/charset.ts'
import {
  CLOCK,
  COMPARES,
  COUNTED,
  DIGITS,
  HEADED,
  HYPHEN,
  MARKER,
  MEASURED,
  NUMBER,
  OPENING,
  ORDINAL,
  PART,
  REST_OF_ORDINAL,
  SAYS,
  SHARE,
  TITLED,
  VALUE,
  YEAR,
} from '../data/torn-lines.ts'
import {type Line, linesOf, rowsOf} from '../lines.ts'
import {pairCounts} from '../pairs.ts'
import type {RepairEdit, RepairRule} from '../repair.ts'

/** What begins no line; a page where many lines do was taken from a print run by run. */
const CLOSING = '，。；：、）》〉〕】”’％%'
const opensBracket = charset('（《〈〔【“‘(')
const closes = charset(CLOSING)
const ends = charset('。；！？：')
const isHan = (unit: number): boolean => unit >= 0x3400 && unit <= 0x9fff

/** So many lines that cannot be lines, and one in twenty-five, make a torn page. */
const TORN = {lines: 8, of: 25}
/** So many numbers parted from what they count, and half of all that stand alone: in a table most count rows. */
const PARTED = {numbers: 3, of: 2}

/** Digits one by one: no longer number is looked for. */
const MOST_DIGITS = 6
/** The longest line that is no line of a title. */
const SCRAP = 3
/** What is looked at of the lines that follow, to see a marker that is torn itself: 第⏎一⏎条. */
const AHEAD = 12
/** What is remembered of the sentence that is open. */
const BEHIND = 60

type Evidence = 'mark' | 'number' | 'word' | 'none'
const CONFIDENCE: Readonly<Record<Evidence, number>> = {mark: 0.97, number: 0.95, word: 0.9, none: 0.8}

/** A page as it was torn: by fonts and runs everywhere, or only around its numbers. */
interface Torn {
  readonly text: string
  readonly lines: readonly Line[]
  readonly everywhere: boolean
  readonly rows: ReadonlySet<Line>
  readonly isWord: (pair: string) => boolean
}

/**
 * Runs are joined to the sentence that is open, up to its end; a heading, a marker and a label begin a line of their
 * own. A table flattened to lines is left alone: its lines begin with no marks, and its numbers count rows.
 */
export const tornLines: RepairRule = {
  id: 'torn-lines',
  why: 'run of a sentence set on a line of its own',
  lineTraces: `${CLOSING}0-9`,
  *find(text): Generator<RepairEdit> {
    const lines = linesOf(text)
    const everywhere = isTorn(lines)
    if (!everywhere && !isParted(lines)) return
    const torn = {text, lines, rows: rowsOf(lines), everywhere, isWord: pairsOf(lines)}
    let open = ''
    let joined: Evidence | undefined
    for (let i = 0; i + 1 < lines.length; i++) {
      open = joined ? open.slice(-BEHIND) + lines[i]!.text : lines[i]!.text
      joined = evidenceAt(torn, i, open, joined)
      if (!joined) continue
      const insert = /[A-Za-z]$/.test(open) && /^[A-Za-z]/.test(lines[i + 1]!.text) ? ' ' : ''
      yield {start: lines[i]!.end, end: lines[i + 1]!.start, insert, confidence: CONFIDENCE[joined]}
    }
  },
}

function isTorn(lines: readonly Line[]): boolean {
  const count = lines.filter(({text}, i) => i > 0 && (closes(text.charCodeAt(0)) || opensBracket(last(text)))).length
  return count >= TORN.lines && count * TORN.of >= lines.length
}

function isParted(lines: readonly Line[]): boolean {
  let alone = 0
  let parted = 0
  for (let i = 1; i + 1 < lines.length; i++) {
    if (!NUMBER.test(lines[i]!.text) || !isHan(last(lines[i - 1]!.text))) continue
    alone++
    if (isProse(lines[i - 1]!.text) && COUNTED.test(lines[i + 1]!.text)) parted++
  }
  return parted >= PARTED.numbers && parted * PARTED.of >= alone
}

/** What tells that the sentence goes on in the line after line `i`; `before` is what joined line `i` to the one above. */
function evidenceAt(torn: Torn, i: number, open: string, before: Evidence | undefined): Evidence | undefined {
  const {lines, everywhere, rows, isWord} = torn
  const below = lines[i + 1]!.text
  const [end, start] = [last(open), below.charCodeAt(0)]
  if (everywhere && CLOCK.test(open) && /^[0-9]{1,2}(?![0-9])/.test(below)) return 'number'
  if (ends(end)) return /^[）》〉〕】”’]/.test(below) && everywhere ? 'mark' : undefined
  if (closes(start) && (everywhere || before === 'number')) return 'mark'
  if (everywhere && ORDINAL.test(open) && REST_OF_ORDINAL.test(below)) return 'mark'
  if (NUMBER.test(below) && (opensBracket(end) || HYPHEN.test(open) || open.endsWith('第'))) return 'number'
  if (isOpening(lines, i + 1)) return undefined
  if (NUMBER.test(below)) return isCounting(torn, i, open) ? 'number' : undefined
  if (everywhere && MEASURED.test(below) && (isHan(end) || (SHARE.test(below) && PART.test(open)))) return 'number'
  if (before === 'number' && NUMBER.test(lines[i]!.text))
    return isHan(start) || opensBracket(start) ? 'number' : undefined
  if (!everywhere) return undefined
  if (/[0-9%％]$/.test(open) && COUNTED.test(below)) return 'number'
  if (opensBracket(end)) return 'mark'
  if (rows.has(lines[i]!) || HEADED.test(open)) return undefined
  // No line has a single character.
  const isOpen = isSentence(open) || below.length === 1 || lines[i]!.text.length === 1
  const isRest = isOpen || (below.length <= SCRAP && !TITLED.test(open))
  if (isRest && isHan(end) && isHan(start) && isWord(open.at(-1)! + below[0]!)) return 'word'
  return isOpen && (isHan(start) || opensBracket(start)) ? 'none' : undefined
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

const last = (text: string): number => text.charCodeAt(text.length - 1)
const isProse = (line: string): boolean => line.length >= 8 && /[，。；]/.test(line)

/** Whether two characters stand side by side at least twice, lines being nothing between them. */
function pairsOf(lines: readonly Line[]): (pair: string) => boolean {
  let counts: Map<string, number> | undefined
  return pair => {
    counts ??= pairCounts(lines.map(({text}) => text).join(''))
    return (counts.get(pair) ?? 0) >= 2
  }
}
