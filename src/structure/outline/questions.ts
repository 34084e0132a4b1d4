/** Questions with their answers under them → headings: 为什么要修订条例？ · 问：如何申请？ over 答：… */
import type {Piece} from './pieces.ts'
import type {Decision} from './search.ts'

const LONGEST = 60
const LONGEST_ASKED = 160
const ASKED = /^[问Q][:：]/
const ANSWERED = /^[答A][:：]/
/** What asks: a damaged line may end in ？ too, for a 。 that has lost its first byte. */
const ASKING =
  /什么|哪|如何|怎[么样]|何[时处谓为地种]|[是能可会应该有]否|有无|多[少久长大高]|几[个项类种年次]|谁|[吗呢]？|([\u3400-\u9fff])[不没]\1/
const SHORTEST_ANSWER = 20
/** One question may be any line; several are a manner of writing. */
const FEWEST = 2

/** Whether a line may be a question that is answered below it. */
export const isQuestion = (text: string): boolean =>
  (text.length <= LONGEST && text.endsWith('？') && ASKING.test(text) && !/[。；]./.test(text)) ||
  (text.length <= LONGEST_ASKED && ASKED.test(text))

/** Where a heading without a number stands: under so many numbered levels, and how deep among such headings. */
interface Place {
  readonly depth: number
  readonly level: number
}

/**
 * The questions of a text, all under as many numbered levels as the first of them, and the names that stand over them.
 * @param level of the questions; the names have one less
 */
export function questionsOf(
  text: string,
  cut: readonly Piece[],
  decisions: readonly (Decision | null)[],
  level: number,
): ReadonlyMap<number, Place> {
  const found = new Map<number, Place>()
  let depth = 0
  let first = -1
  for (let i = 0; i < cut.length; i++) {
    const decision = decisions[i]
    if (decision?.reading) depth = decision.depth + 1
    else if (isAnswered(text, cut, decisions, i)) {
      if (first < 0) first = depth
      found.set(i, {depth: Math.min(first, depth), level})
    }
  }
  if (found.size < FEWEST) return new Map()
  const names = [...found].filter(([i]) => isNameOver(text, cut[i - 1], decisions[i - 1]))
  if (names.length >= FEWEST) for (const [i, {depth}] of names) found.set(i - 1, {depth, level: level - 1})
  return found
}

const LONGEST_NAME = 36
function isNameOver(text: string, piece: Piece | undefined, decision: Decision | null | undefined): boolean {
  if (piece?.kind !== 'text' || decision?.reading || piece.end - piece.start > LONGEST_NAME) return false
  return /^[\u3400-\u9fff][^。；，：！？]{3,}[\u3400-\u9fff”》]$/.test(text.slice(piece.start, piece.end))
}

/** Whether running text follows a question at once, and no other question. */
function isAnswered(text: string, cut: readonly Piece[], decisions: readonly (Decision | null)[], i: number): boolean {
  const piece = cut[i]!
  const next = cut[i + 1]
  if (piece.kind !== 'text' || !piece.short || next?.kind !== 'text' || decisions[i + 1]?.reading) return false
  const line = text.slice(piece.start, piece.end)
  const below = text.slice(next.start, next.end)
  if (!isQuestion(line) || isQuestion(below)) return false
  if (ASKED.test(line)) return ANSWERED.test(below)
  return below.length >= SHORTEST_ANSWER || below.endsWith('。') || ANSWERED.test(below)
}
