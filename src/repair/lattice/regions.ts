/** The best reading of a line → the stretches that it changes, with what was guessed in them and how sure that is. */
import type {Guess} from '../../model/repair.ts'
import {trailClue} from './clues.ts'
import {isGap} from './gaps.ts'
import {type Candidates, type Context, confidenceOf, lineEnd, type Step} from './step.ts'
import type {Token} from './tokens.ts'

/** A damaged stretch of a line and its reading; offsets count in the line that the tokens were cut from. */
export interface Region {
  readonly start: number
  readonly end: number
  readonly insert: string
  readonly guesses: readonly Guess[]
  /** By how much the reading is likelier than the text as it stands (natural logarithm). */
  readonly margin: number
}

/** Alternatives less likely than this are not worth naming. */
const WORTH_NAMING = 0.02
const MOST_ALTERNATIVES = 5

/** The changed stretches of a reading, in order. */
export function regions(last: Step, line: readonly Token[], context: Context): Region[] {
  const path: Step[] = []
  for (let step: Step | null = last; step?.before; step = step.before) path.push(step)
  path.reverse()
  const out: Region[] = []
  for (let i = 0; i < path.length; i++) {
    if (path[i]!.how === 'kept') continue
    const from = i
    while (i + 1 < path.length && path[i + 1]!.how !== 'kept') i++
    out.push(region(path, from, i + 1, line, context))
  }
  return out
}

/** The region of the steps `[from, to)`. A restored trail consumes no token: it belongs before the token it stands at. */
function region(path: readonly Step[], from: number, to: number, line: readonly Token[], context: Context): Region {
  const first = path[from]!.at
  const after = to < path.length ? path[to]!.at : line.length
  const guesses: Guess[] = []
  let insert = ''
  for (let i = from; i < to; i++) {
    const step = path[i]!
    if (step.unit === 0) continue
    const guess = guessOf(path, i, context)
    const start = insert.length
    insert += String.fromCharCode(step.unit)
    if (guess) guesses.push({span: {start, end: insert.length}, ...guess})
  }
  return {
    start: line[first]!.start,
    end: after < line.length ? line[after]!.start : line.at(-1)!.end,
    insert,
    guesses,
    margin: margin(path, from, to, first, after, line, context),
  }
}

/** The candidates for one restored byte, each with its probability where it stands; null for what was read. */
function guessOf(path: readonly Step[], i: number, context: Context): Omit<Guess, 'span'> | null {
  const step = path[i]!
  if (step.how === 'swallowed')
    return step.unit === 0xfffd
      ? {certainty: 'lost', confidence: 0, alternatives: []}
      : {certainty: 'inferred', confidence: 0.98, alternatives: []}
  if (step.how !== 'lead' && step.how !== 'trail') return null
  const {language, form} = context
  const ahead = path.slice(i + 1, i + 3).map(s => (s.unit ? language.id(s.unit) : lineEnd(context)))
  if (ahead.length < 2) ahead.push(lineEnd(context))
  const {last, last2} = step.before!
  const [next, afterNext] = ahead
  const scored = candidatesOf(step, context).flatMap(({units, ids}) => {
    const scores = language.logs(last2, last, ids)
    return units.map((unit, i) => {
      const behind = language.log(last, ids[i]!, next!)
      const further = afterNext === undefined ? 0 : language.log(ids[i]!, next!, afterNext)
      return {unit, score: form(unit) + scores[i]! + behind + further}
    })
  })
  scored.sort((a, b) => b.score - a.score)
  const top = scored[0]?.score ?? 0
  const sum = scored.reduce((total, s) => total + Math.exp(s.score - top), 0)
  const share = (score: number): number => Math.exp(score - top) / sum
  const own = scored.find(s => s.unit === step.unit)
  return {
    certainty: 'inferred',
    confidence: own ? confidenceOf(share(own.score)) : 0,
    alternatives: scored
      .filter(s => s.unit !== step.unit && share(s.score) >= WORTH_NAMING)
      .slice(0, MOST_ALTERNATIVES)
      .map(s => String.fromCharCode(s.unit)),
  }
}

/** What a character that was put back can have been, by what was left of it. */
function candidatesOf({how, among, pending}: Step, {gaps, endingIn, startingWith}: Context): readonly Candidates[] {
  const [gap, trail] = [among >> 8, among & 255]
  if (how === 'lead') return [gaps && gap > 0 ? gaps.behind(gap, trail) : endingIn(among)]
  if (gaps && gap === 0) return gaps.within(among, isGap(pending))
  return [gaps && isGap(pending) ? gaps.before(gap) : startingWith(gap)]
}

/** Compares both readings from the region's start to two characters behind it. */
function margin(
  path: readonly Step[],
  from: number,
  to: number,
  first: number,
  after: number,
  line: readonly Token[],
  context: Context,
): number {
  const {language} = context
  const end = lineEnd(context)
  const start = path[from]!.before!
  const stop = Math.min(path.length, to + 2)
  const closing = path[stop - 1]!
  let mended = closing.score - start.score
  if (stop === path.length) mended += language.log(closing.last2, closing.last, end)
  let {last2, last} = start
  let standing = 0
  let before = 0
  const until = Math.min(line.length, after + (stop - to))
  for (let t = first; t < until; t++) {
    const token = line[t]!
    if (token.kind === 'gloss') continue
    if (token.kind === 'tail') continue
    const units =
      token.kind === 'cut'
        ? [0x3f, 0x61, 0x29]
        : token.kind === 'half' || token.kind === 'gone'
          ? [0x3f, token.unit]
          : [token.unit]
    for (const unit of units) {
      const id = language.id(unit)
      standing += language.log(last2, last, id) + trailClue(before, unit)
      before = unit
      last2 = last
      last = id
    }
  }
  if (stop === path.length) standing += language.log(last2, last, end)
  return mended - standing
}
