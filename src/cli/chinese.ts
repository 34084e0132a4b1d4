/** A phrase in English → the same in Chinese, by the tables of phrases; what is in none of them stays as it is. */
import type {Say} from '../emit/say.ts'
import {HELP} from './data/chinese-help.ts'
import {LABELS} from './data/chinese-labels.ts'
import {MESSAGES} from './data/chinese-messages.ts'
import {PROBLEMS, SHAPES} from './data/chinese-problems.ts'

const PHRASES = new Map(Object.entries({...LABELS, ...MESSAGES, ...PROBLEMS, ...SHAPES, ...HELP}))

interface Pattern {
  /** What stands around the values, in order. */
  readonly parts: readonly string[]
  readonly chinese: string
}

/** Phrases with values, `{1} of {2}`; those that say more in words of their own come first. */
const PATTERNS: readonly Pattern[] = [...PHRASES]
  .filter(([english]) => english.includes('{1}'))
  .map(([english, chinese]) => ({parts: english.split(/\{\d\}/), chinese}))
  .sort((a, b) => b.parts.join('').length - a.parts.join('').length)

/** The phrase in Chinese. A value that is itself a phrase is said in Chinese too. */
export const chinese: Say = phrase => PHRASES.get(phrase) ?? filled(phrase, said) ?? phrase

const said: Say = value => PHRASES.get(value) ?? filled(value, same) ?? value
const same: Say = value => value

function filled(phrase: string, value: Say): string | undefined {
  for (const {parts, chinese} of PATTERNS) {
    const values = valuesOf(phrase, parts)
    if (values) return chinese.replace(/\{(\d)\}/g, (_, n) => value(values[Number(n) - 1]!))
  }
  return undefined
}

/** What stands between the parts in a phrase; null when it is another phrase. */
function valuesOf(phrase: string, parts: readonly string[]): string[] | null {
  if (!phrase.startsWith(parts[0]!)) return null
  const values: string[] = []
  let at = parts[0]!.length
  for (const [i, part] of parts.slice(1).entries()) {
    const last = i === parts.length - 2
    const next = last ? (phrase.endsWith(part) ? phrase.length - part.length : -1) : phrase.indexOf(part, at)
    if (next < at) return null
    const value = phrase.slice(at, next)
    // The last word of a list (result, clauses, facts) is not what is counted.
    if (at === 0 && value.endsWith(',')) return null
    values.push(value)
    at = next + part.length
  }
  return values
}
