/** Lines that are a bare number → page numbers, where they count pages: 1, 2, 3 … through the text, in front of clauses. */

import type {Span} from '../../text/span.ts'
import type {Block} from '../line.ts'
import {isMarked} from './kinds.ts'
import {lineAt, textAt} from './part.ts'

const NUMBER = /^\d{1,4}$/
const ENDED = /[。！？!?；;：:]$/

/**
 * The indices of blocks that are page numbers: three or more that follow each other by one, nearly all of them where no
 * text of their own can follow, in front of a marked clause or inside a sentence, or all of them after a blank line
 * where the text has none. Numbers torn out of sentences by the reader of a PDF do not count up.
 */
export function pageNumbers(blocks: readonly Block[], repaired: readonly Span[]): Set<number> {
  const found = new Set<number>()
  let run: number[] = []
  let cut = 0
  const close = (): void => {
    const breaking = cut + run.filter(index => breaksIn(blocks, index)).length
    const all = cut + run.length
    if (all >= 3 && (breaking >= all * 0.8 || areSetApart(blocks, run))) for (const index of run) found.add(index)
    run = []
    cut = 0
  }
  for (let at = 0; at < blocks.length; at++) {
    const text = textAt(blocks, at)
    if (text.length > 4 || !NUMBER.test(text)) continue
    if (run.length > 0) {
      const missing = Number(text) - Number(textAt(blocks, run.at(-1)!)) - 1
      if (missing !== 0 && !(missing > 0 && missing <= cutBetween(blocks, run.at(-1)!, at, repaired))) close()
      else cut += missing
    }
    run.push(at)
  }
  close()
  return found
}

/** How much was cut out of the text between two blocks: page numbers inside sentences, which a repair takes out. */
function cutBetween(blocks: readonly Block[], from: number, to: number, repaired: readonly Span[]): number {
  const {start} = lineAt(blocks, from)!.span
  const {end} = lineAt(blocks, to)!.span
  return repaired.filter(span => span.start === span.end && span.start >= start && span.end <= end).length
}

function breaksIn(blocks: readonly Block[], index: number): boolean {
  const before = textAt(blocks, index - 1)
  return isMarked(textAt(blocks, index + 1)) || (before.length > 20 && !ENDED.test(before))
}

const gapOf = (block: Block | undefined): number => (block?.kind === 'line' ? block.line.gap : 0)

/** Whether blank lines stand before these lines, save the first of the page, and before hardly any other. */
function areSetApart(blocks: readonly Block[], run: readonly number[]): boolean {
  if (run.some(index => index > 0 && gapOf(blocks[index]) === 0)) return false
  const gaps = blocks.slice(run[0]! + 1, run.at(-1)! + 1).filter(block => gapOf(block) > 0).length
  const lines = run.at(-1)! - run[0]!
  return gaps - run.length <= lines / 20 && lines >= 5 * (run.length - 1)
}
