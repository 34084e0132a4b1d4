/** 净值低于⏎1000万元, 班额的100%⏎以上 → a warning: the word that compares may stand across a line break that was left alone. */
import type {DraftFact} from '../model/stages.ts'

/** The unfinished end of the line above a value; a page number may stand between. */
const WAITS =
  /(?:[少低高大小多]于|超过|达到|不得|不足|至少|至多|最高|最低|约)[ \t\u3000]{0,4}(?:\n[ \t\u3000—–-]{0,4}\d{0,4}[ \t\u3000—–-]{0,4}){1,4}$/
/** The rest of a value at the head of the next line. */
const RESTS = /^[ \t\u3000]{0,4}\n[ \t\u3000]{0,4}(?:(?:及|或|（含）|\(含\))?以[上下内]|左右)/
const REACH = 40
const REST = 12

/** Whether a value told as it stands may be a bound. */
export function mayBeBound(page: string, fact: DraftFact): boolean {
  if (!('comparator' in fact) || fact.comparator !== '=') return false
  const {start, end} = fact.kind === 'target' ? fact.valueSpan : fact.span
  if (page[start - 1] !== '\n' && page[end] !== '\n') return false
  return WAITS.test(page.slice(Math.max(0, start - REACH), start)) || RESTS.test(page.slice(end, end + REST))
}
