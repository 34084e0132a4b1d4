/** How often the terms stand in a node, and in all → how well the node answers: BM25 as FTS5 reckons it for SQLite. */
import {grams, type Phrase} from '../grams.ts'
import type {Row, Said} from '../hits.ts'
import {WEIGHTS} from '../schema.ts'

/** A term of a query. */
export interface Sought {
  readonly phrase: Phrase
  /** It as words of a segmenter; none when it has no letter and no digit. */
  readonly words: readonly string[]
}

/** What the ranking asks of the whole index. */
export interface Corpus {
  readonly nodes: number
  readonly tokens: number
  /** For each term, how many nodes have its tokens, and how many its words. */
  readonly withGrams: readonly number[]
  readonly withWords: readonly number[]
}

/** The constants of FTS5. */
const K1 = 1.2
const B = 0.75
/** A term that stands in most nodes says next to nothing, never less. */
const LEAST = 1e-6

/** The rank of a row with the columns `tokens` and, for the i-th term, `words_i`. */
export function bm25(sought: readonly Sought[], corpus: Corpus): (row: Row, said: Said) => number {
  const mean = corpus.tokens / Math.max(1, corpus.nodes)
  const worth = (count: number): number => {
    const idf = Math.log((corpus.nodes - count + 0.5) / (count + 0.5))
    return idf > 0 ? idf : LEAST
  }
  const ofGrams = corpus.withGrams.map(worth)
  const ofWords = corpus.withWords.map(worth)
  return (row, {heading, text}) => {
    const length = K1 * (1 - B + (B * Number(row['tokens'] ?? 0)) / mean)
    const share = (frequency: number): number => (frequency * (K1 + 1)) / (frequency + length)
    const tokens = {heading: grams(heading).split(' '), text: grams(text).split(' ')}
    let rank = 0
    for (const [i, {phrase}] of sought.entries()) {
      const frequency = WEIGHTS.heading * times(phrase, tokens.heading) + WEIGHTS.text * times(phrase, tokens.text)
      rank += ofGrams[i]! * share(frequency)
      rank += ofWords[i]! * share(WEIGHTS.vocabulary * Number(row[`words_${i}`] ?? 0))
    }
    return rank
  }
}

/** How often a phrase stands in the tokens, overlapping places counted. */
function times({tokens, open}: Phrase, all: readonly string[]): number {
  const last = tokens.length - 1
  const matches = (token: string | undefined, i: number): boolean =>
    token === tokens[i] || (open && i === last && token?.startsWith(tokens[i]!) === true)
  let count = 0
  for (let at = 0; at + last < all.length; at++) {
    let i = 0
    while (i <= last && matches(all[at + i], i)) i++
    if (i > last) count++
  }
  return count
}
