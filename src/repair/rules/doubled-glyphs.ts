/** 卫⽣生 → 卫生, 关关于于印印发发 → 关于印发: glyphs that a PDF copy gives twice. */
import type {Span} from '../../text/span.ts'
import type {RepairEdit, RepairRule} from '../repair.ts'
import {doubledLines} from './doubled-lines.ts'
import {unified} from './radicals.ts'
import {tripledLines} from './tripled-lines.ts'

const RADICAL = /[\u2e80-\u2ef3\u2f00-\u2fd5]/g

/** Six pairs in a row, no fewer: 高高兴兴、平平安安 has four. */
const PAIRS = 6
const RUN = /(?:([\u3400-\u9fff〇①-⑳！-～、。《》〔〕“”·—!-~])\1){6,}/y
const DIGITS = /[0-9.]/
const HAN = /[\u3400-\u9fff]/
/** On a page with so many runs, what stands by itself in two pairs and more was copied twice, too: 词词：：. */
const DOUBLED_PAGE = 2
const PIECE = /(?<!\S)(?:(\S)\1){2,5}(?!\S)/g

/** Before radicals, which would make the two forms of a pair alike. */
export const doubledGlyphs: RepairRule = {
  id: 'doubled-glyphs',
  why: 'glyph copied twice',
  *find(text): Generator<RepairEdit> {
    const tripled = [...tripledLines(text)]
    const lines = doubledLines(text)
    const runs = [...doubledRuns(text)]
    const pieces = runs.length >= DOUBLED_PAGE * PAIRS ? doubledPieces(text) : []
    const spans = [...[...lines].map(([start, edits]) => ({start, end: lineEnd(text, edits.at(-1)!.end)})), ...tripled]
    spans.sort((a, b) => a.start - b.start)
    const others = outside(
      spans,
      [...radicalPairs(text), ...runs, ...pieces].sort((a, b) => a.start - b.start),
    )
    yield* [...others, ...tripled, ...[...lines.values()].flat()].sort((a, b) => a.start - b.start)
  },
}

/** A line that is undone is undone to its end: 公公告告11-28 ends with 11-28. */
function lineEnd(text: string, from: number): number {
  const feed = text.indexOf('\n', from)
  return feed === -1 ? text.length : feed
}

/** The edits that lie in none of some spans; both in order. */
function outside(spans: readonly Span[], edits: readonly RepairEdit[]): RepairEdit[] {
  let next = 0
  return edits.filter(({start}) => {
    while (next < spans.length && spans[next]!.end <= start) next++
    return next === spans.length || start < spans[next]!.start
  })
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

function* doubledPieces(text: string): Generator<RepairEdit> {
  for (const {0: piece, index: start} of text.matchAll(PIECE))
    if (HAN.test(piece))
      for (let i = start; i < start + piece.length; i += 2)
        yield {start: i + 1, end: i + 2, insert: '', confidence: 0.9}
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
    if (new Set(run).size >= PAIRS - 1 && HAN.test(run)) yield* halved(text, start, run)
    at = Math.max(at, start + run.length)
  }
}

/** Where a run begins or ends inside a number, the next digit may be one copied twice, or two: 4400 for 400. */
function* halved(text: string, start: number, run: string): Generator<RepairEdit> {
  const end = start + run.length
  const first = DIGITS.test(text[start - 1] ?? '') ? start + /^[0-9.]*/.exec(run)![0].length : start
  const last = /\s/.test(text[end] ?? ' ') ? end : end - /[0-9.]*$/.exec(run)![0].length
  for (let i = start; i < end; i += 2) {
    const certain = i >= first && i < last
    yield {
      ...{start: i + 1, end: i + 2, insert: ''},
      ...(certain ? {confidence: 0.95} : {confidence: 0.5, certainty: 'inferred' as const}),
    }
  }
}

/** Where the pairs that `at` may be in begin; looked for as far back as the last look left off. */
function runStart(text: string, at: number): number {
  let start = at
  const limit = Math.max(0, at - 2 * PAIRS)
  while (start > limit && text[start - 1] === text[at]) start--
  while (start >= limit + 2 && text[start - 1] === text[start - 2]) start -= 2
  return start
}
