/** Lines → where the text goes on behind what a print sets between two pages: a foot, a number, a head. */
import {type Line, mayBePageLine, type PageLine} from './lines.ts'

/** What is cut out of the sentence; a bare number may also be a cell. */
export type Furniture = 'page-header' | 'page-number' | 'number'

/** A foot and a head may have two lines each. */
const MOST_BETWEEN = 5

/** The next line of the text at or after `from`, and the furniture that was passed over. */
export function skipPage(
  lines: readonly Line[],
  from: number,
  isPageLine: (line: Line) => PageLine | undefined,
): {next: number; between: Furniture | undefined} {
  if (!mayTurnPage(lines, from)) return {next: from, between: undefined}
  const kinds: (PageLine | undefined)[] = []
  while (kinds.length < MOST_BETWEEN && from + kinds.length < lines.length - 1) {
    const kind = isPageLine(lines[from + kinds.length]!)
    if (!kind) break
    kinds.push(kind)
  }
  const isHead = kinds.includes('page-header') || kinds.includes('repeated')
  if (!kinds.includes('page-number') && !kinds.includes('page-header'))
    return kinds[0] === 'number' ? {next: from + 1, between: 'number'} : {next: from, between: undefined}
  return {next: from + kinds.length, between: isHead ? 'page-header' : 'page-number'}
}

/** Whether there is anything to pass over: a number or an address; what is repeated counts beside these only. */
const mayTurnPage = (lines: readonly Line[], from: number): boolean => {
  for (let i = from; i < from + MOST_BETWEEN && i < lines.length; i++) if (mayBePageLine(lines[i]!)) return true
  return false
}
