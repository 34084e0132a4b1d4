/** How often the terms of a query stand in a node, and in how many nodes → how well the node answers (BM25). */
import type {Said} from './hits.ts'
import {WEIGHTS} from './schema.ts'
import type {Sought} from './tokens.ts'

/** What the ranking asks of the whole index. */
export interface Corpus {
  readonly nodes: number
  readonly characters: number
  /** For each term, how many nodes have its tokens, and how many have it as a word. */
  readonly having: readonly {readonly tokens: number; readonly word: number}[]
}

/** The usual constants, also of SQLite's full text. */
const K1 = 1.2
const B = 0.75
/** A term that stands in most nodes says next to nothing, never less. */
const LEAST = 1e-6

/** The rank of what a node says; `asWord` tells of each term whether the segmenter found it there as a word. */
export function bm25(
  sought: readonly Sought[],
  {nodes, characters, having}: Corpus,
): (said: Said, asWord: readonly boolean[]) => number {
  const mean = characters / Math.max(1, nodes)
  const worth = (count: number): number => {
    const idf = Math.log((nodes - count + 0.5) / (count + 0.5))
    return idf > 0 ? idf : LEAST
  }
  const worths = having.map(({tokens, word}) => ({tokens: worth(tokens), word: worth(word)}))
  return ({heading, text}, asWord) => {
    const length = K1 * (1 - B + (B * (heading.length + text.length)) / mean)
    const share = (frequency: number): number => (frequency * (K1 + 1)) / (frequency + length)
    let rank = 0
    for (const [i, {term, tokens}] of sought.entries()) {
      if (tokens.length === 0) continue
      const frequency = WEIGHTS.heading * times(term, heading) + WEIGHTS.text * times(term, text)
      rank += worths[i]!.tokens * share(frequency)
      if (asWord[i]) rank += worths[i]!.word * share(WEIGHTS.word)
    }
    return rank
  }
}

/** How often a term stands in a text, overlapping places counted. */
function times(term: string, text: string): number {
  let count = 0
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) count++
  return count
}
