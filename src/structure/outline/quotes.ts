/** Lines → which of them begin inside a quotation that spans lines, as an amendment quotes the articles it changes. */

import type {Block} from '../line.ts'
import {QUOTE} from '../signs.ts'

/** A quotation longer than this many lines is a lost closing mark rather than a quotation. */
const LONGEST = 200

/**
 * For each block 1 where its head stands in a quotation, 0 elsewhere. One that nothing closes, or that another opening mark
 * interrupts within a line, is none; a paragraph inside a quotation may open with a mark of its own.
 */
export function quotedLines(blocks: readonly Block[]): Uint8Array {
  const closes = closedLater(blocks)
  const out = new Uint8Array(blocks.length)
  let open = false
  for (let i = 0; i < blocks.length; i++) {
    if (open && closes[i] === 1) out[i] = 1
    const line = quoting(blocks[i]!)
    if (line !== '') open = line.lastIndexOf('“') > line.lastIndexOf('”')
  }
  return out
}

/** The text of a line that has quotation marks; empty for any other block. */
const quoting = (block: Block): string =>
  block.kind === 'line' && (block.line.signs & QUOTE) !== 0 ? block.line.text : ''

/** For each line, whether the next mark that counts, from its head on, is a closing one. */
function closedLater(blocks: readonly Block[]): Uint8Array {
  const out = new Uint8Array(blocks.length)
  let closing = false
  let far = 0
  for (let i = blocks.length - 1; i >= 0; i--) {
    const line = quoting(blocks[i]!)
    if (line === '') closing &&= ++far < LONGEST
    else {
      const first = firstMark(line)
      const endsOpen = line.lastIndexOf('“') > line.lastIndexOf('”')
      closing = line[first] === '”' || (first === 0 && endsOpen && closing)
      far = 0
      if (first === 0 && !endsOpen) closing = line[0] === '”' || line.indexOf('“', 1) < 0
    }
    if (closing) out[i] = 1
  }
  return out
}

function firstMark(line: string): number {
  const open = line.indexOf('“')
  const close = line.indexOf('”')
  return open < 0 ? close : close < 0 ? open : Math.min(open, close)
}
