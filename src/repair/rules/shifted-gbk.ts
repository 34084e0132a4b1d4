/**
 * `。ㄒ唬┲笇枷` → `（一）指導思想`, `向?qū)W校` → `向學校`: GBK that was cut between the bytes of its characters.
 *
 * It runs before the glosses are removed, since `?qū)` tells which character was cut and what its half was; and before
 * the script is folded, since the bytes are those of the script that the page was written in.
 */
import type {Context} from '../lattice/decode.ts'
import type {RepairEdit, RepairRule} from '../repair.ts'
import {damagedLines, hasEvidence} from './shifted-gbk-evidence.ts'

type Decoder = typeof import('../lattice/index.ts')
let decoder: Decoder | undefined

/** By how much a reading must be likelier than what stands there; less is a coincidence. */
const MARGIN = 2.5

export const shiftedGbk: RepairRule = {
  id: 'shifted-gbk',
  why: 'Bytes of GBK were cut apart between the two bytes of a character and decoded one byte late',
  async prepare(text) {
    if (hasEvidence(text)) decoder ??= await import('../lattice/index.ts')
  },
  *find(text) {
    if (!decoder || !hasEvidence(text)) return
    const {damaged, sound} = damagedLines(text)
    const context = decoder.contextOf(sound)
    for (const line of damaged) yield* editsOf(text.slice(line.start, line.end), line.start, context, decoder)
  },
}

function* editsOf(
  line: string,
  offset: number,
  context: Context,
  {decode, regions, tokens}: Decoder,
): Generator<RepairEdit> {
  const body = line.trimStart()
  const indent = line.length - body.length
  const cut = tokens(body.trimEnd())
  if (cut.length === 0) return
  for (const region of regions(decode(cut, indent > 0, context), cut, context)) {
    if (region.margin < MARGIN) continue
    const start = offset + indent + region.start
    // The half of the indent that was cut off comes back as the other half stands there.
    const restored = region.start === 0 && region.insert.startsWith('\u3000') ? line[indent - 1]! : ''
    const insert = restored + region.insert.slice(restored.length)
    const confidence = region.guesses.reduce((least, g) => Math.min(least, g.confidence), 1)
    yield {
      start,
      end: offset + indent + region.end,
      insert,
      confidence,
      certainty: region.guesses.length > 0 ? 'inferred' : 'read',
      ...(region.guesses.length > 0 ? {guesses: region.guesses} : {}),
    }
  }
}
