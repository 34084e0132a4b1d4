/**
 * `。ㄒ唬┲笇枷` → `（一）指導思想`, `向?qū)W校` → `向學校`: GBK that was cut between the bytes of its characters.
 *
 * It runs before the glosses are removed, since `?qū)` tells which character was cut and what its half was; and before
 * the script is folded, since the bytes are those of the script that the page was written in.
 */
import type {DraftDiagnostic} from '../../model/stages.ts'
import {cut, type Span} from '../../text/span.ts'
import {kinds} from '../data/script.ts'
import {isRead} from '../data/syllables.ts'
import type {Region} from '../lattice/regions.ts'
import type {Token} from '../lattice/tokens.ts'
import type {RepairEdit, RepairRule} from '../repair.ts'
import {readAgain} from './shifted-gbk-again.ts'
import {
  damagedLines,
  hasEvidence,
  itemEnds,
  leavesOutPrivate,
  marksHalves,
  REMAINS,
  TRACES,
} from './shifted-gbk-evidence.ts'
import {lostNumbers, withDigit} from './shifted-gbk-lists.ts'

type Decoder = typeof import('../lattice/index.ts')
let decoder: Decoder | undefined

/** By how much a reading must be likelier than what stands there: little, where others on the page leave no doubt. */
const MARGIN = 1
const BEYOND_DOUBT = 6
const ENOUGH = 3
/** So many characters are searched at most: six times what the worst page known needs. */
const MOST_SEARCHED = 12_000

/** Stretches out of step with their bytes are decoded anew; what a lost byte could have been is chosen by the language, and marked as inferred. */
export const shiftedGbk: RepairRule = {
  id: 'shifted-gbk',
  why: 'bytes of GBK were cut apart between the two bytes of a character and decoded one byte late',
  ...TRACES,
  async prepare(text) {
    if (hasEvidence(text)) decoder ??= await import('../lattice/index.ts')
  },
  *find(text, report) {
    if (!decoder || !hasEvidence(text)) return
    const {found, vanished} = search(text, decoder, report)
    const proven = found.reduce((sum, {regions}) => sum + regions.filter(r => r.margin >= BEYOND_DOUBT).length, 0)
    const digits = lostNumbers(text, found)
    const again = readAgain(text, found)
    const numbered = (region: Region): Region => {
      const digit = digits.get(region)
      return digit === undefined ? (again.get(region) ?? region) : withDigit(region, digit)
    }
    for (const {line, regions} of found) {
      // A line broken before 、 begins with it, too.
      const isMended = ({start, margin}: Region): boolean =>
        margin >= (proven < ENOUGH || start === 0 ? BEYOND_DOUBT : MARGIN)
      const edits = regions.filter(isMended).map(region => editOf(numbered(region), line))
      yield* edits
      if (proven > 0) for (const span of stillDamaged(text, line, edits)) report(left(text, span))
    }
    if (vanished && proven >= ENOUGH) report(VANISHED)
  },
}

/** The lines that were searched, and whether characters may be gone before signs. */
function search(
  text: string,
  {contextOf, suspects, decode, regions, tokens}: Decoder,
  report: Parameters<RepairRule['find']>[1],
): {found: {line: Line; regions: Region[]}[]; vanished: boolean} {
  const {damaged, sound} = damagedLines(text)
  const isMarked = marksHalves(text)
  const context = contextOf(
    sound,
    {kinds, isRead},
    {isMarked, hasGaps: leavesOutPrivate(text), itemEnds: itemEnds(text)},
  )
  const lines: {line: Line; regions: Region[]}[] = []
  const vanished = context.vanish(PAUSE) > 0
  let searched = 0
  for (const span of damaged) {
    const line = lineOf(text, span, line => tokens(line, isMarked))
    const isIndented = line.indent !== ''
    const found: Region[] = []
    for (const stretch of suspects(line.tokens, isIndented, context)) {
      searched += stretch.end - stretch.start
      if (searched > MOST_SEARCHED) break
      found.push(...regions(decode(line.tokens, stretch, isIndented, context), line.tokens, context))
    }
    lines.push({line, regions: found})
    if (searched <= MOST_SEARCHED) continue
    report({...TOO_MUCH, span})
    break
  }
  return {found: lines, vanished}
}

const PAUSE = 0x3001

/** What still looks as only shifted bytes do, and was left as it is. */
function* stillDamaged(text: string, line: Line, edits: readonly RepairEdit[]): Generator<Span> {
  const end = line.start + (line.tokens.at(-1)?.end ?? 0)
  let from = line.start
  for (const edit of [...edits, {start: end, end}]) {
    for (const {0: rest, index} of text.slice(from, edit.start).matchAll(REMAINS))
      if (!isSign(rest) || from + index === line.start) yield {start: from + index, end: from + index + rest.length}
    from = edit.end
  }
}

const isSign = (rest: string): boolean => /^\??[、。]$/.test(rest)

const left = (text: string, span: Span): DraftDiagnostic => ({
  code: 'repair/suspect',
  level: 'warning',
  message: `Unexpected ${cut(text, span)}, expected whole characters`,
  span,
})

/** 学校、 became 学、 where the page was cut at the second byte of 校 and the first of the sign, too: no byte of it is left. */
const VANISHED = {
  code: 'repair/lost',
  level: 'warning',
  message:
    'Unexpected cuts before each sign, expected characters such as 校 or 保 to be gone before some (学、 for 学校、) without a trace',
} as const

const TOO_MUCH = {
  code: 'repair/suspect',
  level: 'warning',
  message: 'Unexpected amount of shifted bytes, expected a page of text; what follows was left as it is',
} as const

/** A line without its indent, as tokens; offsets of the tokens count from `start`. */
interface Line {
  readonly start: number
  /** The last character of the indent. */
  readonly indent: string
  readonly tokens: readonly Token[]
}

function lineOf(text: string, span: Span, tokens: (line: string) => Token[]): Line {
  const line = text.slice(span.start, span.end)
  const body = line.trimStart()
  const indent = line.length - body.length
  return {start: span.start + indent, indent: line.slice(0, indent).slice(-1), tokens: tokens(body.trimEnd())}
}

function editOf({start, end, insert, guesses}: Region, line: Line): RepairEdit {
  // The half of the indent that was cut off comes back as the other half stands there.
  const half = start === 0 && insert.startsWith('\u3000') ? line.indent : ''
  return {
    start: line.start + start,
    end: line.start + end,
    insert: half + insert.slice(half.length),
    confidence: guesses.reduce((least, g) => Math.min(least, g.confidence), 1),
    certainty: guesses.length > 0 ? 'inferred' : 'read',
    ...(guesses.length > 0 ? {guesses} : {}),
  }
}
