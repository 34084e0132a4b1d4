/** 卫⽣生 → 卫生, 关关于于印印发发 → 关于印发: glyphs that a PDF copy gives twice. */
import type {RepairEdit, RepairRule} from '../repair.ts'
import {unified} from './radicals.ts'

const RADICAL = /[\u2e80-\u2ef3\u2f00-\u2fd5]/g

/** Six pairs in a row, no fewer: 高高兴兴、平平安安 has four. */
const PAIRS = 6
const RUN = /(?:([\u3400-\u9fff，。、；：（）《》〔〕“”0-9])\1){6,}/y

/** Before radicals, which would make the two forms of a pair alike. */
export const doubledGlyphs: RepairRule = {
  id: 'doubled-glyphs',
  why: 'glyph copied twice',
  *find(text): Generator<RepairEdit> {
    yield* [...radicalPairs(text), ...doubledRuns(text)].sort((a, b) => a.start - b.start)
  },
}

/**
 * A radical beside its own character is one glyph read twice, where most radicals of the page are; where most stand
 * alone, the copy has put radicals for characters, and 互联网⽹络 is a word.
 */
function radicalPairs(text: string): RepairEdit[] {
  const edits: RepairEdit[] = []
  let radicals = 0
  let used = -1
  for (const {0: radical, index: start} of text.matchAll(RADICAL)) {
    radicals++
    const c = unified(radical)
    const twin = text[start + 1] === c ? start + 1 : text[start - 1] === c ? start - 1 : used
    if (twin === used) continue
    used = twin
    edits.push({start, end: start + 1, insert: '', confidence: 0.98})
  }
  return edits.length * 2 > radicals ? edits : []
}

function* doubledRuns(text: string): Generator<RepairEdit> {
  for (let at = 1; at < text.length; at += PAIRS) {
    const unit = text.charCodeAt(at)
    if (unit !== text.charCodeAt(at - 1) && unit !== text.charCodeAt(at + 1)) continue
    const start = runStart(text, at)
    RUN.lastIndex = start
    const run = RUN.exec(text)?.[0]
    if (!run) continue
    // A line of dots or brackets is a run of one character; it is passed over whole, or it would be read again and again.
    if (new Set(run).size >= PAIRS - 1)
      for (let i = start; i < start + run.length; i += 2) yield {start: i + 1, end: i + 2, insert: '', confidence: 0.95}
    at = Math.max(at, start + run.length)
  }
}

/** Where the pairs that `at` may be in begin; looked for as far back as the last look left off. */
function runStart(text: string, at: number): number {
  let start = text[at] === text[at - 1] ? at - 1 : at
  const limit = start - 2 * PAIRS
  while (start > limit && start >= 2 && text[start - 1] === text[start - 2] && text[start - 1] !== text[start])
    start -= 2
  return start
}
