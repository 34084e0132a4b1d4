/** 202□年, 发〓规划, 1年: a box or a code point of private use where a character or a digit stood. Marked, and left as it is. */
import type {RepairEdit, RepairRule} from '../repair.ts'

const BOXES = '□〓▯'
const PRIVATE = '\ue000-\uf8ff'
const RUN = new RegExp(`[${PRIVATE}]{1,200}|[${BOXES}]{1,8}`, 'g')
const BOX = new RegExp(`[${BOXES}]`)
const HAN = /[\u3400-\u9fff]/
const DIGIT = /[0-9]/
const UNIT = /[0-9年月日号號%％‰万萬亿億元个個所名人项項家户戶.]/
/** Icons of a menu stand between short words; a box to tick stands before or behind each of a few. */
const SENTENCE = 12
const REACH = 4
/** A text with more of them is no text. */
const MOST = 2000

/** What a font of its own showed, or none could show. At the head of a line or behind a space it is a bullet or a box to tick. */
export const lostGlyphs: RepairRule = {
  id: 'lost-glyphs',
  why: 'box or private code for a character that no font had',
  traces: BOXES + PRIVATE,
  *find(text, report): Generator<RepairEdit> {
    let count = 0
    for (const {0: run, index: start} of text.matchAll(RUN)) {
      const isBox = BOX.test(run)
      if (!(isBox ? isMissing(text, start, start + run.length) : isInside(text, start, start + run.length))) continue
      if (++count > MOST) return
      const span = {start, end: start + run.length}
      const shown = isBox ? run : `U+${run.charCodeAt(0).toString(16).toUpperCase()}`
      report({
        code: 'repair/lost',
        level: 'warning',
        message: `Unexpected ${shown}, expected the characters that stood here`,
        span,
      })
      yield {
        ...span,
        insert: run,
        confidence: 0,
        certainty: 'lost',
        guesses: [{span: {start: 0, end: run.length}, certainty: 'lost', confidence: 0, alternatives: []}],
      }
    }
  },
}

/** A private code in a sentence or in a number. */
function isInside(text: string, start: number, end: number): boolean {
  const [before = '\n', after = '\n'] = [text[start - 1], text[end]]
  if (DIGIT.test(before) || (!/\s/.test(before) && UNIT.test(after)) || DIGIT.test(after)) return before !== '\n'
  return (HAN.test(before) || HAN.test(after)) && !/\s/.test(before) && lineAround(text, start).length >= SENTENCE
}

/** A box inside a number that is counted, or alone between the characters of a sentence. */
function isMissing(text: string, start: number, end: number): boolean {
  const [before = '\n', after = '\n'] = [text[start - 1], text[end]]
  const near = text.slice(Math.max(0, start - REACH), start) + text.slice(end, end + REACH)
  if (DIGIT.test(before) && UNIT.test(after)) return !BOX.test(near) || !DIGIT.test(after)
  if (!HAN.test(before) || BOX.test(near) || near.length < REACH * 2 || near.includes('\n')) return false
  if (DIGIT.test(after)) return lineAround(text, start).split(BOX).length === 2
  return HAN.test(after) && !/\s/.test(near)
}

function lineAround(text: string, at: number): string {
  const end = text.indexOf('\n', at)
  return text.slice(text.lastIndexOf('\n', at) + 1, end < 0 ? text.length : end)
}
