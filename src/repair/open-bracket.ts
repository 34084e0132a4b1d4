/** The end of a line and the lines after it → whether a bracket stays open over the break. */
import type {Line} from './lines.ts'

/** How many lines, and characters, a bracket may stay open over. */
const BRACKET = {lines: 4, characters: 40}

/** Whether a bracket that was opened shortly before is closed shortly after, and none of its kind opens in between. */
export function closesBracket(above: string, lines: readonly Line[], next: number): boolean {
  const end = above.slice(-BRACKET.characters)
  if (!/[（(《〔]/.test(end)) return false
  const near = widened(end)
  const pair = ['（）', '《》', '〔〕'].find(([open, close]) => near.lastIndexOf(open!) > near.lastIndexOf(close!))
  if (!pair) return false
  let below = ''
  for (let i = next; i < next + BRACKET.lines && i < lines.length && below.length < BRACKET.characters; i++)
    below += widened(lines[i]!.text)
  const closing = below.indexOf(pair[1]!)
  const opening = below.indexOf(pair[0]!)
  return closing !== -1 && closing < BRACKET.characters && (opening === -1 || closing < opening)
}

/** Round brackets in one width; punctuation is folded later, line by line. */
const widened = (text: string): string => text.replaceAll('(', '（').replaceAll(')', '）')
