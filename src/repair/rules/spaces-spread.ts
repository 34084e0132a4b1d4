/** 为 了 加 强 管 理 ， 1 9 9 8 年: the spaces of a copy that has set its characters apart, or the digits alone. */
import type {Span} from '../../text/span.ts'

/** So many characters, each set apart from the next, and half of them Chinese: a list of single ones is shorter. */
const SPREAD = 10
/** The same on a page that has two of them. */
const SPREAD_THERE = 4
/** So many stretches, or numbers of three digits and more, make a page whose shorter ones are set apart, too. */
const SPREAD_PAGE = 2

const HAN = /[\u3400-\u9fff]/
const DIGIT = /[0-9]/

/** Runs of spaces `[from, to)` with one character between each and the next. */
interface Chain {
  readonly from: number
  readonly to: number
}

/** Which runs of spaces stand inside what was set apart, by their number, and numbers of which that is not certain. */
export interface Spread {
  readonly runs: ReadonlySet<number>
  readonly doubtful: readonly Span[]
}

/** @param runs of spaces between two characters of a line, in order */
export function spreadRuns(text: string, runs: readonly Span[]): Spread {
  const spanOf = ({from, to}: Chain): Span => ({start: runs[from]!.start - 1, end: runs[to - 1]!.end + 1})
  const spread = new Set<number>()
  const add = ({from, to}: Chain): void => {
    for (let i = from; i < to; i++) spread.add(i)
  }

  const stretches = chainsOf(runs, (run, first) => isBlank(text, run) || isLike(text, run, first)).filter(
    ({from, to}) => to - from + 1 >= SPREAD_THERE,
  )
  const long = stretches.filter(c => c.to - c.from + 1 >= SPREAD && hanIn(text, spanOf(c)) * 2 > c.to - c.from)
  const isSpreadPage = long.length >= SPREAD_PAGE
  const isPlain = ({from}: Chain): boolean => isBlank(text, runs[from]!)
  for (const chain of isSpreadPage ? stretches : long.filter(isPlain)) if (hanIn(text, spanOf(chain)) > 1) add(chain)

  const numbers = chainsOf(runs, run => isBetweenDigits(text, run)).filter(
    c => !spread.has(c.from) && isInText(text, spanOf(c)),
  )
  const isSpread = numbers.filter(({from, to}) => to - from > 1).length >= SPREAD_PAGE
  if (isSpread) for (const chain of numbers) add(chain)
  const doubtful = isSpread ? [] : numbers.map(spanOf)
  return {runs: spread, doubtful: doubtful.filter(({start, end}) => HAN.test(text[start - 1]!) && HAN.test(text[end]!))}
}

/** One blank; a tab sets cells apart, an ideographic space is set on purpose. */
const isBlank = (text: string, {start, end}: Span): boolean =>
  end - start === 1 && (text[start] === ' ' || text[start] === '\u00a0')

/** Two blanks, or one of another width, wherever the first of the row has the same: what a whole page may be set apart with. */
const isLike = (text: string, {start, end}: Span, first: Span): boolean =>
  end - start <= 2 &&
  end - start === first.end - first.start &&
  text[start] !== '\t' &&
  text.startsWith(text.slice(first.start, first.end), start)

function chainsOf(runs: readonly Span[], belongs: (run: Span, first: Span) => boolean): Chain[] {
  const chains: Chain[] = []
  for (let from = 0; from < runs.length; from++) {
    if (!belongs(runs[from]!, runs[from]!)) continue
    let to = from + 1
    while (to < runs.length && runs[to]!.start === runs[to - 1]!.end + 1 && belongs(runs[to]!, runs[from]!)) to++
    chains.push({from, to})
    from = to - 1
  }
  return chains
}

/** How many of the characters that were set apart are Chinese. */
function hanIn(text: string, {start, end}: Span): number {
  let count = 0
  for (let i = start; i < end; i++) if (HAN.test(text[i]!)) count++
  return count
}

const isBetweenDigits = (text: string, {start, end}: Span): boolean =>
  isBlank(text, {start, end}) &&
  DIGIT.test(text[start - 1]!) &&
  DIGIT.test(text[end]!) &&
  !DIGIT.test(text[start - 2] ?? '') &&
  !DIGIT.test(text[end + 1] ?? '')

/** Neither a cell of a row of numbers, which blanks surround, nor what sets an item apart from its text (1 4月30日前). */
const isInText = (text: string, {start, end}: Span): boolean =>
  /\S/.test(text[start - 1] ?? ' ') && /\S/.test(text[end] ?? ' ')
