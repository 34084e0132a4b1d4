/** Tokens → tsvectors and tsqueries, written as PostgreSQL reads them. */
import {type Phrase, RUN} from '../grams.ts'
import type {Words} from '../rows.ts'

export interface Vectors {
  /** Null when it would be longer than a tsvector may be. */
  readonly grams: string | null
  readonly vocabulary: string | null
  /** How many tokens the node has, for its length. */
  readonly tokens: number
}

/** A tsvector may have a megabyte; a lexeme 2046 bytes and 255 places, and no place lies beyond 16383. */
const LONGEST_VECTOR = 1_000_000
const LONGEST_WORD = 400
const LAST_PLACE = 16_383
const MOST_PLACES = 255
/** What each lexeme needs besides its own bytes. */
const OVERHEAD = 8

export function vectors({heading, text, vocabulary}: Words): Vectors {
  const tokens = `${heading} ${text}`.split(' ').filter(token => token !== '')
  const words = wordTokens(vocabulary)
  return {grams: gramVector(new Set(tokens)), vocabulary: placed(words), tokens: tokens.length + words.length}
}

/** The words as they are compared: in small letters, without marks. A longer one than a lexeme may be is cut. */
export const wordTokens = (vocabulary: string): string[] =>
  (vocabulary.toLowerCase().match(RUN) ?? []).map(word => word.slice(0, LONGEST_WORD))

// Tokens are letters and digits alone, so that none of them can end a quotation.
const quoted = (token: string): string => `'${token}'`

function gramVector(tokens: ReadonlySet<string>): string | null {
  let bytes = 0
  for (const token of tokens) bytes += Buffer.byteLength(token) + OVERHEAD
  return bytes > LONGEST_VECTOR ? null : [...tokens].map(quoted).join(' ')
}

function placed(words: readonly string[]): string | null {
  const places = new Map<string, number[]>()
  for (const [i, word] of words.entries()) {
    if (i >= LAST_PLACE) break
    const at = places.get(word)
    if (!at) places.set(word, [i + 1])
    else if (at.length < MOST_PLACES) at.push(i + 1)
  }
  const vector = [...places].map(([word, at]) => `${quoted(word)}:${at.join(',')}`).join(' ')
  return Buffer.byteLength(vector) > LONGEST_VECTOR ? null : vector
}

/** What has all tokens of a phrase, wherever they stand. */
export function gramQuery({tokens, open}: Phrase): string {
  const last = tokens.length - 1
  return [...new Set(tokens.map((token, i) => quoted(token) + (open && i === last ? ':*' : '')))].join(' & ')
}

/** What has these words one after another. */
export const wordQuery = (words: readonly string[]): string => words.map(quoted).join(' <-> ')
