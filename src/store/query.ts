/** A query → its terms as they are compared: as they stand, and as a page of traditional characters would be read. */
import {fold} from './fold.ts'
import {terms} from './tokens.ts'

/** A character of traditional text alone, so many that a line with them is traditional whatever else it says. */
const TRADITIONAL = '們'

/**
 * The ways to read a query, of which any may be meant. 著力 alone tells no script, since simplified text has 著作: it is sought
 * as 著力 and as 着力, as 徵收 is sought as 征收.
 */
export function readingsOf(query: string): string[][] {
  const plain = [...new Set(terms(query).map(term => fold(term)))]
  const traditional = plain.map(asTraditional)
  return traditional.every((term, i) => term === plain[i]) ? [plain] : [plain, traditional]
}

function asTraditional(folded: string): string {
  const line = fold(`${folded} ${TRADITIONAL.repeat(folded.length + 1)}`)
  return line.slice(0, line.lastIndexOf(' '))
}
