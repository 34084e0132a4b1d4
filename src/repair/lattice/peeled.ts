/** The ways through misread text → the best of them, with what the others have in its place where bytes were gone. */
import type {Guess} from '../../model/repair.ts'
import type {Way} from './layers.ts'
import {type Context, confidenceOf, lineEnd} from './step.ts'
import {LOST} from './utf8-slots.ts'

const UNCLOSED = -4
const MOST_ALTERNATIVES = 5

/** What a line says, and the mean likelihood of its characters (natural logarithm). */
export interface Peeled {
  readonly insert: string
  readonly guesses: readonly Guess[]
  readonly likelihood: number
}

export function peeled(ways: readonly Way[], context: Context): Peeled {
  const end = lineEnd(context)
  const scored = ways
    .map(way => ({units: unitsOf(way), score: closing(way) + context.language.log(way.last2, way.last, end)}))
    .sort((a, b) => b.score - a.score)
  const {units, score} = scored[0]!
  const sum = scored.reduce((total, one) => total + Math.exp(one.score - score), 0)
  const guesses = units.flatMap(({unit, isKnown}, i): Guess[] => {
    if (isKnown || unit === LOST) return []
    const others = scored.filter(one => one.units.length === units.length && one.units[i]!.unit !== unit)
    const share = others.reduce((total, one) => total + Math.exp(one.score - score), 0) / sum
    const alternatives = [...new Set(others.map(one => String.fromCharCode(one.units[i]!.unit)))]
    return [
      {
        span: {start: i, end: i + 1},
        certainty: 'inferred',
        confidence: confidenceOf(1 - share),
        alternatives: alternatives.slice(0, MOST_ALTERNATIVES),
      },
    ]
  })
  return {
    insert: units.map(({unit}) => String.fromCharCode(unit)).join(''),
    guesses,
    likelihood: score / Math.max(1, units.filter(({unit}) => unit >= 0x80).length),
  }
}

const closing = ({score, open}: Way): number => score + open.length * UNCLOSED

function unitsOf(last: Way): Way[] {
  const path: Way[] = []
  for (let way: Way | null = last; way?.before; way = way.before) path.push(way)
  return path.reverse()
}
