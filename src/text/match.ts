/** A sticky pattern tried at one place. */

/** The match of a sticky (`y`) pattern that begins at `index`; null where there is none. */
export function matchAt(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index
  return pattern.exec(text)
}

/** Where the match of a sticky pattern that begins at `index` ends; -1 where there is none. */
export function endAt(pattern: RegExp, text: string, index: number): number {
  const found = matchAt(pattern, text, index)
  return found ? index + found[0].length : -1
}

/**
 * An alternation that takes the longest of the words that end at one place, for use in a lookbehind. The order of the
 * alternatives does not do that there: V8 sorts literals by their first character, as if it read forwards.
 */
export const endingIn = (words: readonly string[]): string => words.map(word => guarded(word, words)).join('|')

function guarded(word: string, words: readonly string[]): string {
  const longer = words.filter(w => w.length > word.length && w.endsWith(word)).map(w => w.slice(0, -word.length))
  return (longer.length > 0 ? `(?<!${longer.map(literal).join('|')})` : '') + literal(word)
}

const literal = (word: string): string => word.replace(/[$/()|.*+?]/g, '\\$&')
