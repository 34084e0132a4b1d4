/** A Result → a unified diff from its read text to its text, made from the record, not by comparing. */
import type {Result} from '../model/result.ts'
import {lineStarts, position} from '../text/lines.ts'
import {undo} from '../text/undo.ts'
import {inLine, type Paint, plain} from './paint.ts'

const CONTEXT = 3

/** Lines [from, to) of the read text that became lines [newFrom, newTo); all from 0. */
interface Block {
  from: number
  to: number
  newFrom: number
  newTo: number
}

/** The lines of the diff; none when nothing was changed. */
export function* unifiedDiff(result: Result, paint: Paint = plain): Generator<string> {
  const {read, map} = undo(result)
  if (map.length === 0) return
  const before = linesOf(read)
  const after = linesOf(result.text)
  const blocks = Array.from(map, c => ({
    from: before.at(c.oldStart),
    to: before.at(c.oldEnd) + 1,
    newFrom: after.at(c.start),
    newTo: after.at(c.end) + 1,
  }))
  const name = inLine(result.source.path ?? 'standard input')
  // What follows a tab is no part of the name for `patch` and `git apply`.
  yield paint('bold', `--- ${name}\t(read)`)
  yield paint('bold', `+++ ${name}\t(repaired)`)
  for (const hunk of hunksOf(joined(blocks))) yield* render(hunk, before.lines, after.lines, paint)
}

function linesOf(text: string): {lines: string[]; at: (offset: number) => number} {
  const starts = lineStarts(text)
  const lines = text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  else lines.push(`${lines.pop()}\n\\ No newline at end of file`)
  return {lines, at: offset => position(starts, offset).line - 1}
}

/** Changes that share a line, before or after, are one block, so that the lines between blocks are the same. */
function joined(blocks: readonly Block[]): Block[] {
  const out: Block[] = []
  for (const block of blocks) {
    const last = out.at(-1)
    if (last && (block.from < last.to || block.newFrom < last.newTo)) {
      last.to = Math.max(last.to, block.to)
      last.newTo = Math.max(last.newTo, block.newTo)
    } else out.push(block)
  }
  return out
}

function hunksOf(blocks: readonly Block[]): Block[][] {
  const out: Block[][] = []
  for (const block of blocks) {
    const last = out.at(-1)
    if (last && block.from - last.at(-1)!.to <= 2 * CONTEXT) last.push(block)
    else out.push([block])
  }
  return out
}

function* render(hunk: readonly Block[], before: string[], after: string[], paint: Paint): Generator<string> {
  const first = hunk[0]!
  const last = hunk.at(-1)!
  const lead = Math.min(CONTEXT, first.from)
  const from = first.from - lead
  const newFrom = first.newFrom - lead
  const to = Math.min(before.length, last.to + CONTEXT)
  const newTo = Math.min(after.length, last.newTo + CONTEXT)
  yield paint('cyan', `@@ -${range(from, to)} +${range(newFrom, newTo)} @@`)
  let at = from
  for (const block of hunk) {
    for (; at < block.from; at++) yield ` ${before[at]}`
    for (const line of before.slice(block.from, block.to)) yield paint('red', `-${line}`)
    for (const line of after.slice(block.newFrom, block.newTo)) yield paint('green', `+${line}`)
    at = block.to
  }
  for (; at < to; at++) yield ` ${before[at]}`
}

const range = (from: number, to: number): string => (to > from ? `${from + 1},${to - from}` : `${from},0`)
