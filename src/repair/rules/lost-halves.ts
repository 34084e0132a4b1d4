/**
 * 第?八条, 金额?00万元, 管?理: a question mark where nothing is asked: it stands for a byte that was lost. Marked, and left as it is;
 * 实施措?/p> has lost the < of its tag with it, and loses the rest.
 */
import type {RepairEdit, RepairRule} from '../repair.ts'

const HAN = '\u3400-\u9fff'
/** Signs of Chinese text that something may be asked after. */
const BEFORE = `${HAN}，。、；：》〉）”〕】０-９0-9%`
/** Inside a line, with no space: behind Chinese text, before a character, a digit or a letter. */
const INSIDE = new RegExp(`(?<=[${BEFORE}])[?？]{1,8}(?=[${HAN}0-9A-Za-z@《〈（“〔【，。、；：》〉）〕])`, 'g')
const TAG_REST = '\\/(?:p|br|div|span|td|tr|li|strong|h[1-6])>'
const ANY = new RegExp(`([?？]{1,8})(?:${TAG_REST})?`, 'g')
/** What asks, and who answers. */
const ASKS = /[吗呢么谁哪何否几怎嘛吧啊呀岂孰乎哉耶]|多少|是不是|有没有|可不可|能不能|会不会|该不该|[问答]|["“”‘’']/
/** What no question is followed by: a number that begins with nought, the rest of an ordinal. */
const IMPOSSIBLE = new RegExp(
  `[${HAN}][?]{2}[${HAN}]|(?<=[${HAN}])[?？]0[0-9万亿个%年月日]|第[?？]{1,2}[一二三四五六七八九十百0-9]|[0-9][?？](?=[年月日%])|年[?？][0-9]{1,2}月|[，、：；][?？](?=[${HAN}])|[${HAN}][?？]${TAG_REST}`,
)
const STOPS = /[。！!；;?？\n]/
/** How far back the words of a question are looked for. */
const REACH = 40

/** So many marks that ask nothing make a page whose marks stand for bytes; a lone one tells only where no question can stand. */
const MARKED_PAGE = 3
/** Behind so many a line is told once, and behind so many lines nothing is told: that is no text any more. */
const MOST = 500
const MOST_LINES = 20_000

/** On such a page no value beside a mark passes for sure: a digit or a comparator may be gone with it. */
export const lostHalves: RepairRule = {
  id: 'lost-halves',
  why: 'question mark that stands for a byte that was lost',
  traces: '?？',
  *find(text, report): Generator<RepairEdit> {
    const marks = [...text.matchAll(INSIDE)]
    const odd = marks.filter(({index}) => !isAsked(text, index))
    const isMarked = IMPOSSIBLE.test(text) || (odd.length >= MARKED_PAGE && odd.length * 2 > marks.length)
    if (!isMarked) return
    let told = 0
    let lineEnd = -1
    for (const {0: whole, 1: mark = '', index: start} of text.matchAll(ANY)) {
      if ((told >= MOST && start < lineEnd) || isAsked(text, start)) continue
      if (++told > MOST + MOST_LINES) return
      if (told >= MOST) lineEnd = endOfLine(text, start)
      const span = {start, end: start + whole.length}
      report({
        code: 'repair/lost',
        level: 'warning',
        message: `Unexpected ${whole}, expected the characters that stood here`,
        span,
      })
      yield {
        ...span,
        insert: mark,
        confidence: 0,
        certainty: 'lost',
        guesses: [{span: {start: 0, end: mark.length}, certainty: 'lost', confidence: 0, alternatives: []}],
      }
    }
  },
}

function endOfLine(text: string, at: number): number {
  const feed = text.indexOf('\n', at)
  return feed < 0 ? text.length : feed
}

/** Whether the sentence before a mark has a word that asks. */
function isAsked(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - REACH), at)
  const sentence = before.split(STOPS).at(-1)!
  return ASKS.test(sentence)
}
