/** 锟斤拷, 烫烫烫, U+FFFD: what stands where characters were lost beyond repair; marked, and left as it is. */
import type {RepairEdit, RepairRule} from '../repair.ts'

/**
 * 锟斤拷 is U+FFFD U+FFFD in UTF-8 read as GBK, 烫 and 屯 are memory that was never written. Runs only: 锟, 烫 and 屯
 * are also characters of their own (烫伤).
 */
const LOST = /(?:锟斤拷){1,200}|烫{3,200}|屯{3,200}|\ufffd{1,200}/g

/** A text with more of them is no text; telling each would say nothing. */
const MOST = 2000

/** What cannot come back is marked as lost, so that no value beside it passes for sure. */
export const lostBytes: RepairRule = {
  id: 'lost-bytes',
  why: 'characters that were lost before the page was written',
  traces: '\ufffd锟烫屯',
  *find(text, report): Generator<RepairEdit> {
    let count = 0
    for (const match of text.matchAll(LOST)) {
      if (++count > MOST) return
      const span = {start: match.index, end: match.index + match[0].length}
      report({
        code: 'repair/lost',
        level: 'warning',
        message: `Unexpected ${match[0].slice(0, 6)}, expected the characters that stood here`,
        span,
      })
      yield {
        ...span,
        insert: match[0],
        confidence: 0,
        certainty: 'lost',
        guesses: [{span: {start: 0, end: match[0].length}, certainty: 'lost', confidence: 0, alternatives: []}],
      }
    }
  },
}
