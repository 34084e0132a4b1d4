/** A list of words → what finds them at, before or anywhere in a text, the longest first. A pattern of so many words would try each at every place, and costs a millisecond to compile. */
import {unitsOf} from './charset.ts'

export interface Lexicon {
  /** Whether a word may begin with two characters, told at once; it may tell so where none does, never the other way round. */
  readonly mayBegin: (unit: number, next: number) => boolean
  /** The word that begins at a place, and fits; empty where none does. */
  readonly at: (text: string, at: number, fits?: (word: string, text: string, at: number) => boolean) => string
  /** The word that ends at a place; empty where none does. */
  readonly before: (text: string, end: number) => string
  /** The first word from a place on, and where it begins; null where there is none. */
  readonly first: (text: string, from?: number) => {readonly index: number; readonly word: string} | null
}

/**
 * Words by their first or last character, with two sieves: what a word may begin (or end) with, by one character and by
 * two. They let through more than there is, never less; most places of a text are past them at once.
 */
interface Table {
  readonly one: Uint8Array
  readonly two: Uint8Array
  readonly groups: Map<number, string[]>
}

/** What is longer is looked through as numbers. */
const LONG = 2000
const ONES = 1024
const TWOS = 4096
/** In the sieve of one character: it is a word of its own. */
const WHOLE = 2
const pairOf = (unit: number, next: number): number => (unit * 31 + next) & (TWOS - 1)

/** The words that two neighbouring characters may begin or end; undefined where there is none. */
function sift({one, two, groups}: Table, unit: number, next: number): readonly string[] | undefined {
  const kind = one[unit & (ONES - 1)]!
  if (kind === 0 || (kind < WHOLE && two[pairOf(unit, next)] === 0)) return undefined
  return groups.get(unit)
}

/** The tables are built when they are first asked for: most texts need few of them. */
export function lexicon(words: readonly string[]): Lexicon {
  let heads: Table | undefined
  let tails: Table | undefined
  const at: Lexicon['at'] = (text, index, fits) => {
    heads ??= headsOf(words)
    const group = sift(heads, text.charCodeAt(index), text.charCodeAt(index + 1))
    if (group)
      for (const word of group) if (text.startsWith(word, index) && (!fits || fits(word, text, index))) return word
    return ''
  }
  return {
    mayBegin(unit, next) {
      heads ??= headsOf(words)
      const kind = heads.one[unit & (ONES - 1)]!
      return kind >= WHOLE || (kind > 0 && heads.two[pairOf(unit, next)] !== 0)
    },
    at,
    before(text, end) {
      tails ??= tableOf(words, word => [word.charCodeAt(word.length - 1), word.charCodeAt(word.length - 2)])
      const group = sift(tails, text.charCodeAt(end - 1), text.charCodeAt(end - 2))
      if (group) for (const word of group) if (text.endsWith(word, end)) return word
      return ''
    },
    first(text, from = 0) {
      heads ??= headsOf(words)
      const units = from === 0 && text.length > LONG ? unitsOf(text) : null
      let unit = text.charCodeAt(from)
      for (let index = from; index < text.length; index++) {
        const next = units === null ? text.charCodeAt(index + 1) : units[index + 1]!
        const word = sift(heads, unit, next) && at(text, index)
        if (word) return {index, word}
        unit = next
      }
      return null
    },
  }
}

const headsOf = (words: readonly string[]): Table => tableOf(words, word => [word.charCodeAt(0), word.charCodeAt(1)])

function tableOf(words: readonly string[], ends: (word: string) => [unit: number, next: number]): Table {
  const one = new Uint8Array(ONES)
  const two = new Uint8Array(TWOS)
  const groups = new Map<number, string[]>()
  for (const word of words) {
    const [unit, next] = ends(word)
    const group = groups.get(unit)
    if (group) group.push(word)
    else groups.set(unit, [word])
    one[unit & (ONES - 1)]! |= word.length === 1 ? WHOLE : 1
    two[pairOf(unit, next)] = 1
  }
  for (const group of groups.values()) if (group.length > 1) group.sort((a, b) => b.length - a.length)
  return {one, two, groups}
}
