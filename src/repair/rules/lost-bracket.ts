/** 中办发2018〕62号, 方案2019—2022年）》: half of a pair of brackets that seems to be gone. Told, never mended. */
import type {DraftDiagnostic} from '../../model/stages.ts'
import type {RepairRule} from '../repair.ts'

const YEAR = /[\u3400-\u9fff]((?:19|20)[0-9xX]{2})$/
const NUMBER_WITHOUT_CLOSING = /〔((?:19|20)[0-9xX]{2})(?= ?第? ?[0-9]{1,4} ?号)/g

/** What a title has in brackets at its end; 第二次修订 ends a history of amendments. */
const TITLE_NOTE =
  /(?<!次|议)(?:(?:19|20)[0-9]{2}(?:[—–~-](?:19|20)?[0-9]{2,4})?年[版度]?|试行|暂行|修订|修正|草案|征求意见稿|送审稿|代拟稿)$/

/** Only told: where the other half stood is not known. */
export const lostBracket: RepairRule = {
  id: 'lost-bracket',
  why: 'half of a pair of brackets lost',
  find(text, report) {
    for (const {index: at} of text.matchAll(/〕/g)) {
      const year = YEAR.exec(text.slice(Math.max(0, at - 5), at))?.[1]
      if (year) report(diagnostic(`${year}〕`, `〔${year}〕`, at - 4))
    }
    for (const {1: year, index: at} of text.matchAll(NUMBER_WITHOUT_CLOSING))
      report(diagnostic(`〔${year}`, `〔${year}〕`, at))
    for (const {index: at} of text.matchAll(/[年版度行订正案稿]）/g)) {
      const note = TITLE_NOTE.exec(text.slice(Math.max(0, at - 13), at + 1))?.[0]
      if (note && !isOpen(text, at)) report(diagnostic(`${note}）`, `（${note}）`, at + 1 - note.length))
    }
    return []
  },
}

/** A revision history in brackets is longer than any other; none is longer than this. */
const LONGEST = 3000

/** Whether a bracket is open at `at`. */
function isOpen(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - LONGEST), at)
  return before.lastIndexOf('（') > before.lastIndexOf('）') || before.lastIndexOf('(') > before.lastIndexOf(')')
}

const diagnostic = (found: string, candidate: string, start: number): DraftDiagnostic => ({
  code: 'repair/lost-bracket',
  level: 'warning',
  message: `Unexpected ${found}, expected ${candidate}`,
  span: {start, end: start + found.length},
  note: candidate,
})
