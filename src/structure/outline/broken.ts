/** Lines broken inside a marker, or 目 over 录 → one line: `第一百六十`, `八`, `条 …` or `2`, `.预留印鉴`, as text taken out of a laid-out page stands. */
import type {Block, Line} from '../line.ts'
import {signsOf} from '../signs.ts'

const NUMERALS = '[〇零一二三四五六七八九十百千\\d]'
const HEAD = new RegExp(`^第${NUMERALS}{0,9}$`)
const LONGEST_HEAD = 10
const MIDDLE = new RegExp(`^${NUMERALS}{1,9}$`)
const TAIL = new RegExp(`^${NUMERALS}{0,9}(?:分编|编|章|节|条)`)
const COUNT = /^\d{1,2}$/
const STOP = /^[.．、](?!\d)/
/** 目 and 录, each on its line. */
const CONTENTS = '目录'
/** A marker breaks over so many lines at most. */
const MOST = 7

/** The blocks, with markers that were broken over lines whole again. */
export function whole(text: string, blocks: readonly Block[]): readonly Block[] {
  if (!blocks.some(block => isHead(textOf(block)) || STOP.test(textOf(block)) || textOf(block) === CONTENTS[0]))
    return blocks
  const out: Block[] = []
  for (let i = 0; i < blocks.length; i++) {
    const end = endOfMarker(blocks, i)
    out.push(end > i ? joined(text, blocks, i, end) : blocks[i]!)
    i = end
  }
  return out
}

/** The index of the block where a marker that begins here ends; the same index when none is broken. */
function endOfMarker(blocks: readonly Block[], from: number): number {
  if (COUNT.test(textOf(blocks[from]))) return STOP.test(textOf(blocks[from + 1])) ? from + 1 : from
  if (textOf(blocks[from]) === CONTENTS[0]) return textOf(blocks[from + 1]) === CONTENTS[1] ? from + 1 : from
  if (!isHead(textOf(blocks[from]))) return from
  for (let i = from + 1; i < from + MOST; i++) {
    const text = textOf(blocks[i])
    if (TAIL.test(text)) return i
    if (!MIDDLE.test(text)) return from
  }
  return from
}

const isHead = (text: string): boolean => text.length <= LONGEST_HEAD && HEAD.test(text)

const textOf = (block: Block | undefined): string => (block?.kind === 'line' ? block.line.text : '')

function joined(text: string, blocks: readonly Block[], from: number, to: number): Block {
  const {line: first} = blocks[from] as {line: Line}
  const {line: last} = blocks[to] as {line: Line}
  const span = {start: first.span.start, end: last.span.end}
  const slice = text.slice(span.start, span.end)
  return {kind: 'line', line: {...first, span, text: slice, signs: signsOf(slice)}}
}
