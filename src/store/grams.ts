/**
 * Text → the tokens of the index, and a query → what finds it there.
 *
 * 普惠性幼儿园 → 普惠 惠性 性幼 幼儿 儿园 园. Every pair of neighbours and, at the end of a run, the last character alone:
 * a phrase of pairs is found exactly where the words stand, whatever a segmenter would have made of them. (A trigram
 * index finds no word of two characters, an index of words finds none that it cut elsewhere.)
 */

/** What is indexed: letters and digits. */
export const RUN = /[\p{L}\p{N}]+/gu

/** The tokens of a folded text, separated by spaces. */
export function grams(folded: string): string {
  const out: string[] = []
  for (const [run] of folded.matchAll(RUN)) pairs(run, out)
  return out.join(' ')
}

function pairs(run: string, out: string[]): void {
  const characters = Array.from(run)
  for (let i = 0; i + 1 < characters.length; i++) out.push(characters[i]! + characters[i + 1]!)
  out.push(characters.at(-1)!)
}

/** The tokens that stand one after another where a term stands. */
export interface Phrase {
  readonly tokens: readonly string[]
  /** The last token may be the beginning of one. */
  readonly open: boolean
}

/**
 * One folded term of a query; null when it holds no letter and no digit.
 * Its last run may go on in the text, so there the last character alone is left out, or stands as a beginning.
 */
export function phraseOf(term: string): Phrase | null {
  const runs = Array.from(term.matchAll(RUN), m => m[0])
  const last = runs.pop()
  if (last === undefined) return null
  const tokens: string[] = []
  for (const run of runs) pairs(run, tokens)
  const characters = Array.from(last)
  for (let i = 0; i + 1 < characters.length; i++) tokens.push(characters[i]! + characters[i + 1]!)
  if (characters.length > 1) return {tokens, open: false}
  return {tokens: [...tokens, characters[0]!], open: true}
}

/** The same as an FTS5 phrase. Only letters and digits are left, so nothing in it can be read as an operator. */
export function phrase(term: string): string | null {
  const found = phraseOf(term)
  return found && `"${found.tokens.join(' ')}"${found.open ? '*' : ''}`
}

/** The terms of a query: words apart by white space, a phrase in quotes as one. */
export function terms(query: string): string[] {
  const out: string[] = []
  for (const m of query.slice(0, 10_000).matchAll(/"([^"]*)"|“([^”]*)”|([^\s"“”]+)/g)) {
    const term = (m[1] ?? m[2] ?? m[3]!).trim()
    if (term !== '') out.push(term)
  }
  return out
}
