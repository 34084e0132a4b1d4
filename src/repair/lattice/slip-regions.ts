/** The best way through a line → the stretches of it that were out of step, with what was put back in them and how sure that is. */
import type {Guess} from '../../model/repair.ts'
import {standing} from './late.ts'
import type {Way} from './slip-moves.ts'
import {type Context, confidenceOf, lineEnd} from './step.ts'

/** A stretch of a line that is out of step, and its reading; offsets count in the line. */
export interface Slip {
  readonly start: number
  readonly end: number
  readonly insert: string
  readonly guesses: readonly Guess[]
  /** By how much the reading is likelier than what stands there (natural logarithm). */
  readonly margin: number
  /** Whether every byte of it was read: none was put back, and none left out. */
  readonly isRead: boolean
}

/** Alternatives less likely than this are not worth naming. */
const WORTH_NAMING = 0.02
const MOST_ALTERNATIVES = 5

/** The stretches of the best way that were out of step. */
export function slipsOf(last: Way, line: string, context: Context): Slip[] {
  const path: Way[] = []
  for (let way: Way | null = last; way?.before; way = way.before) path.push(way)
  path.reverse()
  const out: Slip[] = []
  for (let i = 0; i < path.length; i++) {
    if (path[i]!.how === 'kept') continue
    const from = i
    while (i + 1 < path.length && path[i + 1]!.how !== 'kept') i++
    out.push(slip(path, from, i + 1, line, context))
  }
  return out
}

function slip(path: readonly Way[], from: number, to: number, line: string, context: Context): Slip {
  const start = path[from]!.before!.at + 1
  const end = path[to]?.at ?? line.length
  const guesses: Guess[] = []
  let insert = ''
  for (let i = from; i < to; i++) {
    const {unit, how, at} = path[i]!
    const guess = guessOf(path, i, context) ?? (how === 'mark' && swallowed(line, at) ? GONE : undefined)
    if (guess) guesses.push({span: {start: insert.length, end: insert.length + 1}, ...guess})
    insert += guess === GONE ? '\ufffd' : unit === 0 ? '' : String.fromCharCode(unit)
  }
  const isRead = guesses.length === 0 && path.slice(from, to).every(({how}) => how !== 'left')
  return {start, end, insert, guesses, isRead, margin: margin(path, from, to, line, context)}
}

const GONE: Omit<Guess, 'span'> = {certainty: 'lost', confidence: 0, alternatives: []}

/** Behind ? for a half comes what is no second byte: a Chinese character can be, so it was an ASCII one, and is gone. */
const swallowed = (line: string, at: number): boolean => line[at] === '?' && line.charCodeAt(at + 1) >= 0x80

/** What else the byte that is left may be half of. Where the text leaves its step the byte may be the first or the second. */
function guessOf(path: readonly Way[], i: number, context: Context): Omit<Guess, 'span'> | undefined {
  const {unit, how, among, before, pending} = path[i]!
  if (how !== 'lead' && how !== 'trail') return undefined
  const {language, form} = context
  const units = new Set([
    ...(pending > 0 || how === 'trail' ? context.startingWith(among).units : []),
    ...(pending > 0 || how === 'lead' ? context.endingIn(among).units : []),
    unit,
  ])
  const ahead = path
    .slice(i + 1)
    .filter(way => way.unit > 0)
    .slice(0, 2)
    .map(way => language.id(way.unit))
  if (ahead.length < 2) ahead.push(lineEnd(context))
  const scored = [...units].map(one => {
    const own = language.id(one)
    const {last2, last} = before!
    const further = ahead[1] === undefined ? 0 : language.log(own, ahead[0]!, ahead[1])
    return {one, score: form(one) + language.log(last2, last, own) + language.log(last, own, ahead[0]!) + further}
  })
  scored.sort((a, b) => b.score - a.score)
  const top = scored[0]!.score
  const sum = scored.reduce((total, {score}) => total + Math.exp(score - top), 0)
  const share = (score: number): number => Math.exp(score - top) / sum
  return {
    certainty: 'inferred',
    confidence: confidenceOf(share(scored.find(({one}) => one === unit)!.score)),
    alternatives: scored
      .filter(({one, score}) => one !== unit && share(score) >= WORTH_NAMING)
      .slice(0, MOST_ALTERNATIVES)
      .map(({one}) => String.fromCharCode(one)),
  }
}

/** Compares both readings from where the stretch begins to two characters behind it. */
function margin(path: readonly Way[], from: number, to: number, line: string, context: Context): number {
  const stop = Math.min(path.length, to + 2)
  const closing = path[stop - 1]!
  const start = path[from]!.before!
  let mended = closing.score - start.score
  let {last2, last} = start
  let before = 0
  const until = stop < path.length ? closing.at + 1 : line.length
  for (let at = start.at + 1; at < until; at++) {
    const unit = line.charCodeAt(at)
    before += standing(unit, last2, last, context)
    last2 = last
    last = context.language.id(unit)
  }
  if (stop === path.length) {
    const end = lineEnd(context)
    mended += context.language.log(closing.last2, closing.last, end)
    before += context.language.log(last2, last, end)
  }
  return mended - before
}
