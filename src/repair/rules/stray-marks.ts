/** 学校的`管理 → 学校的管理: a mark that a site has dropped behind 的, or a back quote between two characters. */
import type {RepairEdit, RepairRule} from '../repair.ts'

/** No comma: 的, may be a slip of the author's. */
const TRACES = "`'.·^_~*"
const MARK = new RegExp(`[${TRACES}]`, 'g')
const HAN = /[\u3400-\u9fff]/

/** A quote that is closed later on the line was meant; a point after 的 never was. */
export const strayMarks: RepairRule = {
  id: 'stray-marks',
  why: 'stray mark inside a phrase',
  traces: TRACES,
  *find(text): Generator<RepairEdit> {
    for (const {0: mark, index: start} of text.matchAll(MARK)) {
      const before = text[start - 1] ?? ''
      const isCandidate = before === '的' || (mark === '`' && HAN.test(before))
      if (isCandidate && HAN.test(text[start + 1] ?? '') && !isPaired(text, start))
        yield {start, end: start + 1, insert: '', confidence: 0.97}
    }
  },
}

/** Whether the same mark stands once more nearby in the line, so that the two may belong together. */
function isPaired(text: string, at: number): boolean {
  const mark = text[at]!
  if (mark === '.') return false
  const before = text.slice(Math.max(0, at - 60), at)
  const after = text.slice(at + 1, at + 60)
  return (
    before.slice(before.lastIndexOf('\n') + 1).includes(mark) ||
    (after.includes('\n') ? after.slice(0, after.indexOf('\n')) : after).includes(mark)
  )
}
