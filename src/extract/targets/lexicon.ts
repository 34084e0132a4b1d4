/** A list of words → what finds them at, before or anywhere in a text, the longest first. A pattern of so many words would try each at every place. */

export interface Lexicon {
  /** The word that begins at a place; empty where none does. */
  readonly at: (text: string, at: number) => string
  /** The word that ends at a place; empty where none does. */
  readonly before: (text: string, end: number) => string
  /** The first word from a place on, and where it begins; null where there is none. */
  readonly first: (text: string, from?: number) => {readonly index: number; readonly word: string} | null
}

export function lexicon(words: readonly string[]): Lexicon {
  const sorted = [...new Set(words)].sort((a, b) => b.length - a.length)
  const heads = group(sorted, word => word.charCodeAt(0))
  const tails = group(sorted, word => word.charCodeAt(word.length - 1))
  const at = (text: string, index: number): string =>
    heads.get(text.charCodeAt(index))?.find(word => text.startsWith(word, index)) ?? ''
  return {
    at,
    before: (text, end) => tails.get(text.charCodeAt(end - 1))?.find(word => text.endsWith(word, end)) ?? '',
    first(text, from = 0) {
      for (let index = from; index < text.length; index++) {
        const word = at(text, index)
        if (word !== '') return {index, word}
      }
      return null
    },
  }
}

function group(words: readonly string[], key: (word: string) => number): Map<number, string[]> {
  const groups = new Map<number, string[]>()
  for (const word of words) groups.set(key(word), [...(groups.get(key(word)) ?? []), word])
  return groups
}
