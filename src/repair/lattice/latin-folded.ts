/**
 * `֤ȯ` → 证券, `11Ô£¬` → 11月，: GBK or Big5 read as Latin letters, of which what looked like UTF-8 was then decoded as
 * UTF-8, as programs do that tidy the text of web pages. The bytes of both are laid side by side again.
 */
import type {Guess} from '../../model/repair.ts'
import type {Language} from './language.ts'
import {placesOf, STRETCH} from './latin-bytes.ts'
import {lineEnd} from './step.ts'

/** A stretch of a line and its reading; offsets count in the line. */
export interface Folded {
  readonly start: number
  readonly end: number
  readonly insert: string
  readonly guesses: readonly Guess[]
  /** How likely its characters are, on the average (natural logarithm). */
  readonly likelihood: number
}

/** One way to read a stretch, byte by byte. */
interface Way {
  readonly before: Way | null
  /** What this byte completes; 0 for nothing. */
  readonly unit: number
  /** Whether a byte of that, or the pending one, was put back. */
  readonly isPutBack: boolean
  /** The first byte of the next character; 0 for none. */
  readonly pending: number
  readonly last2: number
  readonly last: number
  readonly score: number
}

const LOST = 0xfffd
const FEED = 10
/** Some write the bar of GBK for a dash. */
const [BAR, DASH] = [0x2015, 0x2014]
const SOFT_HYPHEN = 0xad
/** What a reading costs beside its characters: bytes put back, a Latin letter behind Chinese, characters lost, and those that the language does not know. */
const COST = {folded: -2.5, hyphen: -1.5, letter: -3, lost: -16, unknown: -4}
/** No character is less likely: a rare name must not outweigh its sentence. */
const LEAST = -13
const MOST_WAYS = 12
/** A reading so much less likely than the best one is given up (natural logarithm). */
const GIVE_UP = 24
/** Only from readings so near the best one is a byte put back. */
const NEAR = 16
/** How sure a character is of which a byte was put back: an estimate on the low side, for 19 of 20 whole lines came back exactly. */
const PUT_BACK = 0.95

/**
 * The stretches of a line that may be such, read again.
 * @param charOf the characters of an encoding by their pairs
 * @param hyphens whether the page has soft hyphens: where it has none they were taken out, and 经 lost its second byte
 */
export function foldedLatin(line: string, charOf: Uint16Array, language: Language, hyphens: boolean): Folded[] {
  const out: Folded[] = []
  for (const {0: found, index: start} of line.matchAll(STRETCH)) {
    const body = found.trimEnd()
    out.push({...readingOf(likeliest(body, charOf, language, hyphens)), start, end: start + body.length})
  }
  return out
}

function likeliest(body: string, charOf: Uint16Array, language: Language, hyphens: boolean): Way {
  const end = lineEnd({language})
  const step = stepper(charOf, language, hyphens)
  let ways: Way[] = [{before: null, unit: 0, isPutBack: false, pending: 0, last2: end, last: end, score: 0}]
  for (const place of placesOf(body)) {
    const next: Way[] = []
    const least = ways[0]!.score - NEAR
    for (let i = 0; i < place.length; i++) {
      const bytes = place[i]!
      const isPutBack = i > 0 || bytes.length > 2
      let on: readonly Way[] = ways
      for (let k = 0; k < bytes.length; k++) {
        const over: Way[] = k === bytes.length - 1 ? next : []
        for (const way of on)
          if (i === 0 || way.score > least) step(over, way, bytes[k]!, isPutBack, i > 0 && k === 0 ? COST.folded : 0)
        on = over
      }
    }
    ways = thinned(next)
  }
  const closed: Way[] = []
  for (const way of ways)
    if (way.pending > 0) step(closed, way, FEED, false, 0)
    else closed.push(way)
  return closed.reduce((best, way) => (way.score > best.score ? way : best))
}

/** Puts the ways on from one over a byte, which stands there or was put back, with those over a soft hyphen before it. */
type Stepper = (out: Way[], way: Way, byte: number, isPutBack: boolean, cost: number) => void

function stepper(charOf: Uint16Array, language: Language, hyphens: boolean): Stepper {
  const put = (before: Way, unit: number, isPutBack: boolean, cost: number): Way => {
    const {last2: far, last: last2} = before
    const last = language.id(unit === BAR ? DASH : unit)
    const likely = Math.max(LEAST, language.log(far, last2, last)) + (last === 0 ? COST.unknown : 0)
    return {before, unit, isPutBack, pending: 0, last2, last, score: before.score + likely + cost}
  }
  const lead = (before: Way, byte: number, isPutBack: boolean, cost: number): Way => {
    const {last2, last, score} = before
    return {before, unit: 0, isPutBack, pending: byte, last2, last, score: score + cost}
  }
  const alone = (before: Way, byte: number, isPutBack: boolean, cost: number): Way =>
    byte < 0x80
      ? put(before, byte, false, before.unit >= 0x3400 && isLetter(byte) ? cost + COST.letter : cost)
      : lead(before, byte, isPutBack, cost)
  return (out, way, byte, isPutBack, cost) => {
    const {pending} = way
    const hyphenated =
      hyphens || byte < 0x40 ? 0 : charOf[pending > 0 ? pending * 256 + SOFT_HYPHEN : SOFT_HYPHEN * 256 + byte]!
    if (hyphenated > 0 && language.id(hyphenated) > 0) {
      const on = put(way, hyphenated, true, cost + COST.hyphen)
      out.push(pending > 0 ? alone(on, byte, isPutBack, 0) : on)
    }
    if (pending === 0) {
      out.push(alone(way, byte, isPutBack, cost))
      return
    }
    const unit = charOf[pending * 256 + byte]!
    const isText = unit > 0 && !(unit >= 0xe000 && unit <= 0xf8ff)
    if (isText) out.push(put(way, unit, way.isPutBack || isPutBack, cost))
    if (isText && byte >= 0x80) return
    const lost = put(way, LOST, true, cost + COST.lost)
    out.push(byte === FEED ? lost : alone(lost, byte, isPutBack, 0))
  }
}

const isLetter = (byte: number): boolean => byte > 0x40 && (byte & 0x5f) <= 0x5a && (byte & 0x5f) > 0x40

/** Of the ways that go on alike the best, and of these the best few. */
function thinned(ways: Way[]): Way[] {
  ways.sort((a, b) => b.score - a.score)
  const kept: Way[] = []
  for (const way of ways) {
    if (kept.length === MOST_WAYS || way.score < ways[0]!.score - GIVE_UP) break
    const {pending, last, last2} = way
    if (!kept.some(k => k.pending === pending && k.last === last && k.last2 === last2)) kept.push(way)
  }
  return kept
}

function readingOf(last: Way): Omit<Folded, 'start' | 'end'> {
  const path: Way[] = []
  for (let way: Way | null = last; way; way = way.before) if (way.unit > 0) path.push(way)
  path.reverse()
  return {
    insert: path.map(({unit}) => String.fromCharCode(unit)).join(''),
    guesses: path.flatMap((way, i) => guessOf(way, i)),
    likelihood: path.length > 0 ? last.score / path.length : 0,
  }
}

function guessOf({unit, isPutBack}: Way, i: number): Guess[] {
  if (!isPutBack) return []
  const isLost = unit === LOST
  return [
    {
      span: {start: i, end: i + 1},
      certainty: isLost ? 'lost' : 'inferred',
      confidence: isLost ? 0 : PUT_BACK,
      alternatives: [],
    },
  ]
}
