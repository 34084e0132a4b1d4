/** Tokens → tsvectors and tsqueries, written as PostgreSQL reads them. */
import type {Sought} from '../tokens.ts'

/** A tsvector may have a megabyte, a lexeme 2046 bytes. */
const LONGEST_VECTOR = 1_000_000
const LONGEST_TOKEN = 400
/** What each lexeme needs besides its own bytes. */
const OVERHEAD = 8

/** Tokens with spaces between as a tsvector; null when it would be longer than one may be. */
export function vector(tokens: string): string | null {
  const different = [
    ...new Set(
      tokens
        .split(' ')
        .filter(token => token !== '')
        .map(cut),
    ),
  ]
  let bytes = 0
  for (const token of different) bytes += Buffer.byteLength(token) + OVERHEAD
  return bytes > LONGEST_VECTOR ? null : different.map(quoted).join(' ')
}

const cut = (token: string): string => token.slice(0, LONGEST_TOKEN)

// Tokens are letters, digits and the mark of words alone, so that none of them can end a quotation.
const quoted = (token: string): string => `'${token}'`

/** What has all tokens of a term. */
export const tokenQuery = ({tokens, open}: Sought): string =>
  tokens.map((token, i) => quoted(token) + (open && i === tokens.length - 1 ? ':*' : '')).join(' & ')

/** What has a term as a word. */
export const wordQuery = (word: string): string => quoted(cut(word))
