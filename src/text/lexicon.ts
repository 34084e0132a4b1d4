/** A list of words → what finds them at, before or anywhere in a text, the longest first. A pattern of so many words would try each at every place, and costs a millisecond to compile. */

export interface Lexicon {
  /** The word that begins at a place, and fits; empty where none does. */
  readonly at: (text: string, at: number, fits?: (word: string) => boolean) => string
  /** The word that ends at a place; empty where none does. */
  readonly before: (text: string, end: number) => string
  /** The first word from a place on, and where it begins; null where there is none. */
  readonly first: (text: string, from?: number) => {readonly index: number; readonly word: string} | null
}

/** Words by a character of theirs, with a sieve of its low bits: most characters of a text belong to no word. */
interface Table {
  readonly sieve: Uint8Array
  readonly groups: Map<number, string[]>
}

const SIEVE = 1024
const MASK = SIEVE - 1
const head = (word: string): number => word.charCodeAt(0)
const tail = (word: string): number => word.charCodeAt(word.length - 1)

/** The tables are built when they are first asked for: most texts need few of them. */
export function lexicon(words: readonly string[]): Lexicon {
  let heads: Table | undefined
  let tails: Table | undefined
  const at: Lexicon['at'] = (text, index, fits) => {
    heads ??= tableOf(words, head)
    const unit = text.charCodeAt(index)
    if (heads.sieve[unit & MASK] !== 1) return ''
    const group = heads.groups.get(unit)
    if (group) for (const word of group) if (text.startsWith(word, index) && (!fits || fits(word))) return word
    return ''
  }
  return {
    at,
    before(text, end) {
      tails ??= tableOf(words, tail)
      const unit = text.charCodeAt(end - 1)
      if (tails.sieve[unit & MASK] !== 1) return ''
      const group = tails.groups.get(unit)
      if (group) for (const word of group) if (text.endsWith(word, end)) return word
      return ''
    },
    first(text, from = 0) {
      heads ??= tableOf(words, head)
      const {sieve} = heads
      for (let index = from; index < text.length; index++) {
        if (sieve[text.charCodeAt(index) & MASK] !== 1) continue
        const word = at(text, index)
        if (word !== '') return {index, word}
      }
      return null
    },
  }
}

function tableOf(words: readonly string[], key: (word: string) => number): Table {
  const sieve = new Uint8Array(SIEVE)
  const groups = new Map<number, string[]>()
  for (const word of words) {
    const unit = key(word)
    const group = groups.get(unit)
    if (group) group.push(word)
    else groups.set(unit, [word])
    sieve[unit & MASK] = 1
  }
  for (const group of groups.values()) if (group.length > 1) group.sort((a, b) => b.length - a.length)
  return {sieve, groups}
}
