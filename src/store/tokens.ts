/**
 * Text → the tokens of the index, and a query → what finds it there.
 *
 * 普惠性幼儿园 → 普惠 惠性 性幼 幼儿 儿园 园. Every pair of neighbours and, at the end of a run, the last character alone: where
 * a term stands, all its pairs stand, whatever a segmenter would have made of it. (A trigram index finds no word of two
 * characters, an index of words finds none that it cut elsewhere.) They are kept without their places, which would be
 * five times as much: a scan of each candidate decides. Beside them stand the words of the segmenter, marked: 幼儿园·.
 */
import type {Segmenter} from './words.ts'

/** What is indexed: letters and digits. */
export const INDEXED = /[\p{L}\p{N}]/u
const RUN = new RegExp(`${INDEXED.source}+`, 'gu')

/** Stands in no run, and in no token but those of words. */
export const WORD_MARK = '·'

/** Of phrases that come again (各乡镇人民政府) the tokens are kept: so many, of so many characters at most. */
const KEPT = 8192
const LONGEST_KEPT = 64

/** A folded text → its tokens, with spaces between. */
export function tokenizer(segmenter: Segmenter): (folded: string) => string {
  const kept = new Map<string, string>()
  return folded => {
    const out: string[] = []
    for (const [run] of folded.matchAll(RUN)) {
      let tokens = kept.get(run)
      if (tokens === undefined) {
        tokens = tokensOf(run, segmenter)
        if (run.length <= LONGEST_KEPT) {
          if (kept.size === KEPT) kept.clear()
          kept.set(copied(run), tokens)
        }
      }
      out.push(tokens)
    }
    return out.join(' ')
  }
}

/** A slice keeps the whole text that it was cut from in memory. */
const copied = (run: string): string => Buffer.from(run, 'utf16le').toString('utf16le')

function tokensOf(run: string, segmenter: Segmenter): string {
  const out: string[] = []
  pairs(run, out)
  out.push(Array.from(run).at(-1)!)
  for (const word of segmenter.cut(run)) if (word.length > 1) out.push(word + WORD_MARK)
  return out.join(' ')
}

function pairs(run: string, out: string[]): void {
  const characters = Array.from(run)
  for (let i = 0; i + 1 < characters.length; i++) out.push(characters[i]! + characters[i + 1]!)
}

/** One folded term of a query, and how the index knows it. */
export interface Sought {
  readonly term: string
  /** Some of what every text with the term has; none when it holds no letter and no digit. */
  readonly tokens: readonly string[]
  /** The last token is only the beginning of one. */
  readonly open: boolean
  /** The token of the term as a word of its own; null when it is none. */
  readonly word: string | null
}

/** Enough to tell nearly all other texts away; the scan does the rest. */
const MOST_TOKENS = 64

/** A result has so many columns at most; nobody asks for more words than this. */
const MOST_WORDS = 64

/** How the index knows the folded terms of a query. */
export const soughtOf = (wanted: readonly string[]): Sought[] =>
  wanted.map((term, i) => (i < MOST_WORDS ? soughtBy(term) : {...soughtBy(term), word: null}))

/** How the index knows a folded term. Its last run may go on in the text, so there the last character alone is left out, or stands as a beginning. */
function soughtBy(term: string): Sought {
  const runs = Array.from(term.matchAll(RUN), m => m[0])
  const word = runs[0] === term && term.length > 1 ? term + WORD_MARK : null
  const last = runs.pop() ?? ''
  const found: string[] = []
  for (const run of runs) {
    pairs(run, found)
    found.push(Array.from(run).at(-1)!)
  }
  pairs(last, found)
  const open = last !== '' && Array.from(last).length === 1
  const tokens = [...new Set(found)].slice(0, MOST_TOKENS)
  return {term, tokens: open ? [...tokens, last] : tokens, open, word}
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
