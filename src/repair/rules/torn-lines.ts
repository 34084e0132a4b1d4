/** 单一投资者持有⏎50%⏎以上⏎，应当报告 → 单一投资者持有50%以上，应当报告: each run of a sentence on a line of its own. */
import {CLOSING, COUNTED, closes, NUMBER, opensBracket} from '../data/torn-lines.ts'
import {type Line, linesOf, rowsOf} from '../lines.ts'
import {pairCounts} from '../pairs.ts'
import type {RepairEdit, RepairRule} from '../repair.ts'
import {type Evidence, evidenceAt, isHan, isProse, last, type Torn} from './torn-lines-clues.ts'

/** So many lines that cannot be lines, and one in twenty-five, make a torn page. */
const TORN = {lines: 8, of: 25}
/** So many numbers parted from what they count, and half of all that stand alone: in a table most count rows. */
const PARTED = {numbers: 3, of: 2}

/** What is remembered of the sentence that is open. */
const BEHIND = 60

const CONFIDENCE: Readonly<Record<Evidence, number>> = {mark: 0.97, number: 0.95, word: 0.9, none: 0.8}

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
    const torn: Torn = {text, lines, rows: rowsOf(lines), everywhere, isWord: pairsOf(lines)}
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

/** A page torn everywhere: many of its lines begin with what begins no line, or end with what ends none. */
function isTorn(lines: readonly Line[]): boolean {
  const count = lines.filter(({text}, i) => i > 0 && (closes(text.charCodeAt(0)) || opensBracket(last(text)))).length
  return count >= TORN.lines && count * TORN.of >= lines.length
}

/** A page torn around its numbers. */
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

/** Whether two characters stand side by side at least twice, lines being nothing between them. */
function pairsOf(lines: readonly Line[]): (pair: string) => boolean {
  let counts: Map<string, number> | undefined
  return pair => {
    counts ??= pairCounts(lines.map(({text}) => text).join(''))
    return (counts.get(pair) ?? 0) >= 2
  }
}
