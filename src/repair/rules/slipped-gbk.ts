/** 各试点城市要按照方案芬螅岷鲜导剩 → …方案要求，结合实际：GBK that lost a byte inside a line, or has one too many. */
import type {DraftDiagnostic} from '../../model/stages.ts'
import {kinds} from '../data/script.ts'
import {isRead} from '../data/syllables.ts'
import type {Slip} from '../lattice/slips.ts'
import type {RepairEdit, RepairRule} from '../repair.ts'

type Decoder = typeof import('../lattice/index.ts')
let decoder: Decoder | undefined

/** One character in five that is read one byte late is of these: private use, Greek, Cyrillic, kana, Bopomofo, frames, pinyin. */
const STRANGE =
  'āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ\u0391-\u03c9\u0410-\u044f\u2460-\u249b\u2500-\u257f\u3041-\u30f6\u3105-\u3129\ue000-\ue4c5'
const HAN = '\u4e00-\u9fa5'
/** Between two Chinese characters they hardly stand in a text of its own right. */
const EVIDENCE = new RegExp(`[${HAN}][${STRANGE}]{1,6}[${HAN}]`)

/** Bytes that were no text at all: there is nothing to read in them. */
const BINARY = /[\u0000-\u0008\u000e-\u001f]/g
const hasEvidence = (text: string): boolean =>
  EVIDENCE.test(text) && (text.match(BINARY)?.length ?? 0) * 200 < text.length

/** By how much a reading must be likelier (natural logarithm), and where others on the page leave no doubt. */
const BEYOND_DOUBT = 10
const MARGIN = 3
/** So many units are compared with what they say one byte late, and so many searched: fifty pages of damaged lines. */
const MOST_COMPARED = 500_000
const MOST_SEARCHED = 50_000

/** What follows a lost byte, or one too many, is read one byte late or early up to where the line is in step again; the byte is inferred. */
export const slippedGbk: RepairRule = {
  id: 'slipped-gbk',
  why: 'a byte of GBK was lost or added inside the line, and the rest of it read one byte late',
  traces: STRANGE,
  async prepare(text) {
    if (hasEvidence(text)) decoder ??= await import('../lattice/index.ts')
  },
  *find(text, report): Generator<RepairEdit> {
    if (!decoder || !hasEvidence(text)) return
    const found = [...search(text, decoder, report)]
    const proven = found.some(({slips}) => slips.some(({margin}) => margin >= BEYOND_DOUBT))
    let lost = 0
    for (const {start, slips} of found)
      for (const slip of slips) {
        if (slip.margin >= (proven ? MARGIN : BEYOND_DOUBT)) {
          lost += slip.guesses.length
          yield editOf(slip, start)
          if (text[start + slip.end - 1] === '?' && isDigit(text.charCodeAt(start + slip.end)))
            report(swallowed(start + slip.end - 1))
        } else if (proven) report(suspect(slip, start, text))
      }
    if (lost > 0) report(others(lost))
  },
}

/** The lines that may be out of step are judged by the dictionary alone: they must not speak for themselves. */
function* search(
  text: string,
  {contextOf, maySlip, slipsIn}: Decoder,
  report: (diagnostic: DraftDiagnostic) => void,
): Generator<{start: number; slips: readonly Slip[]}> {
  const characters = {kinds, isRead}
  const words = contextOf([], characters)
  const suspects: Line[] = []
  const sound: string[] = []
  for (const line of linesOf(text.slice(0, MOST_COMPARED)))
    if (maySlip(line.body, words)) suspects.push(line)
    else sound.push(line.body)
  if (suspects.length === 0) return
  const context = contextOf(sound, characters)
  let searched = 0
  for (const {start, body, isIndented} of suspects) {
    searched += body.length
    if (searched > MOST_SEARCHED) return report({...TOO_MUCH, span: {start, end: start + body.length}})
    yield {start, slips: slipsIn(body, isIndented, context)}
  }
}

const TOO_MUCH = {
  code: 'repair/suspect',
  level: 'warning',
  message: 'Unexpected amount of shifted bytes, expected a page of text; what follows was left as it is',
} as const

/** A line without its indent. */
interface Line {
  readonly start: number
  readonly body: string
  readonly isIndented: boolean
}

function* linesOf(text: string): Generator<Line> {
  let start = 0
  for (const line of text.split('\n')) {
    const body = line.trim()
    const indent = body === '' ? 0 : line.indexOf(body)
    if (body !== '') yield {start: start + indent, body, isIndented: indent > 0}
    start += line.length + 1
  }
}

function editOf({start, end, insert, guesses, isRead}: Slip, line: number): RepairEdit {
  return {
    start: line + start,
    end: line + end,
    insert,
    confidence: guesses.reduce((least, g) => Math.min(least, g.confidence), 0.99),
    certainty: isRead ? 'read' : 'inferred',
    ...(guesses.length > 0 ? {guesses} : {}),
  }
}

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39

/** A character that lost a byte shows; a digit, one byte of ASCII, leaves no trace. */
const others = (lost: number): DraftDiagnostic => ({
  code: 'repair/lost',
  level: 'warning',
  message: `Unexpected loss of bytes in ${lost} characters, expected digits to be gone as well: compare the figures with another copy`,
})

/** Some decoders put ? for the half and the digit behind it, others for the half alone. */
const swallowed = (start: number): DraftDiagnostic => ({
  code: 'repair/lost',
  level: 'warning',
  message: 'Unexpected ? for half a character, expected the digit that may be gone with it',
  span: {start, end: start + 1},
})

function suspect({start, end, insert}: Slip, line: number, text: string): DraftDiagnostic {
  const span = {start: line + start, end: line + end}
  return {
    code: 'repair/suspect',
    level: 'warning',
    message: `Unexpected ${text.slice(span.start, span.end)}, expected ${insert}`,
    span,
    note: insert,
  }
}
