/** A sticky pattern tried at one place of a text → its match, or where it ends. */

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
