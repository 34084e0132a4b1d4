/** The bytes of a line → runs in UTF-8 and in an encoding of pairs: what two programs have written into one line. */
import {EVIDENCE, highBytes} from './evidence.ts'
import {likelihood} from './likelihood.ts'

export interface Run {
  readonly start: number
  readonly end: number
  readonly encoding: string
}

/** What it costs to go over to the other encoding, a byte that is none of it, and a rare character: misread text has little else. */
const COST = {change: -4, invalid: -4, rare: -2}
const LONGEST = 50_000

/** One character, as an encoding reads what stands at a place. */
interface Unit {
  readonly length: number
  readonly weight: number
}

/** The best way to a place that ends in one encoding; `at` is where its last character begins. */
interface Way {
  readonly score: number
  readonly at: number
  readonly kind: number
  readonly before: Way | null
}

/**
 * The runs of a line whose encoding changes; undefined where one reads all of it as well.
 * @param pairs the encoding beside UTF-8
 */
export function runsIn(line: Uint8Array, encoding: string, pairs: string): Run[] | undefined {
  if (line.length > LONGEST || highBytes(line) < EVIDENCE) return undefined
  const weights = weightsOf(pairs)
  const names = ['utf-8', pairs] as const
  const own = names.indexOf(encoding)
  const best: (Way | undefined)[][] = [[], []]
  for (const kind of [0, 1]) best[kind]![0] = {score: kind === own ? 0 : COST.change, at: 0, kind, before: null}
  for (let at = 0; at < line.length; at++) {
    for (const kind of [0, 1]) {
      const other = best[1 - kind]![at]
      const way = best[kind]![at]
      if (other && (!way || way.score < other.score + COST.change))
        best[kind]![at] = {...other, score: other.score + COST.change}
    }
    for (const kind of [0, 1]) {
      const before = best[kind]![at]
      if (!before) continue
      const {length, weight} = kind === 0 ? utf8At(line, at) : pairAt(line, at, weights)
      const end = at + length
      const score = before.score + weight
      if (!(best[kind]![end] && best[kind]![end]!.score >= score)) best[kind]![end] = {score, at, kind, before}
    }
  }
  const [utf8, paired] = [best[0]![line.length], best[1]![line.length]]
  const last = !paired || (utf8 && utf8.score >= paired.score) ? utf8! : paired
  const runs = joined(last, line.length, names).map(run =>
    run.encoding === encoding || isPlain(line.subarray(run.start, run.end), run) ? run : {...run, encoding},
  )
  return runs.some(run => run.encoding !== encoding) && runs.length > 1 ? runs : undefined
}

function joined(last: Way, length: number, names: readonly string[]): Run[] {
  const runs: Run[] = []
  let end = length
  for (let way: Way | null = last; way?.before; way = way.before) {
    const encoding = names[way.kind]!
    const next = runs.at(-1)
    if (next?.encoding === encoding) runs[runs.length - 1] = {...next, start: way.at}
    else runs.push({start: way.at, end, encoding})
    end = way.at
  }
  return runs.reverse()
}

/** Two characters at least that are everyday ones: two bytes may be what is left of a character of three. */
function isPlain(bytes: Uint8Array, {encoding}: Run): boolean {
  const text = new TextDecoder(encoding).decode(bytes)
  return text.replace(/[\x00-\x7f]/g, '').length > 1 && !text.includes('\ufffd') && likelihood(text) > 1
}

function utf8At(line: Uint8Array, at: number): Unit {
  const lead = line[at]!
  if (lead < 0x80) return {length: 1, weight: 0}
  const length = lead < 0xc2 || lead > 0xf4 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
  for (let i = 1; i < length; i++) if ((line[at + i] ?? 0) >> 6 !== 2) return INVALID
  if (length !== 3) return length === 0 ? INVALID : {length, weight: COST.rare}
  const code = (lead & 15) * 4096 + (line[at + 1]! & 63) * 64 + (line[at + 2]! & 63)
  return {length, weight: weightOf(String.fromCharCode(code))}
}

const INVALID: Unit = {length: 1, weight: COST.invalid}

function pairAt(line: Uint8Array, at: number, weights: Float64Array): Unit {
  const lead = line[at]!
  if (lead < 0x80) return {length: 1, weight: 0}
  const weight = at + 1 < line.length ? weights[lead * 256 + line[at + 1]!]! : COST.invalid
  return weight === COST.invalid ? INVALID : {length: 2, weight}
}

const tables = new Map<string, Float64Array>()

/** What each pair of bytes is worth, made once for an encoding. */
function weightsOf(encoding: string): Float64Array {
  const known = tables.get(encoding)
  if (known) return known
  const weights = new Float64Array(65536).fill(COST.invalid)
  const decoder = new TextDecoder(encoding)
  for (let lead = 0x81; lead < 0xff; lead++)
    for (let trail = 0x40; trail < 0xff; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if (character.length === 1 && character !== '\ufffd') weights[lead * 256 + trail] = weightOf(character)
    }
  tables.set(encoding, weights)
  return weights
}

function weightOf(character: string): number {
  const weight = likelihood(character)
  return weight < 0 ? Math.max(COST.rare, weight * 2) : weight
}
