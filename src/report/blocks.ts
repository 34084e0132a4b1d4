/** A Result → its text cut into the blocks that a page shows one below the other; together they are all of the text. */
import {nodes, type Placed} from '../emit/row.ts'
import type {Result} from '../model/result.ts'
import type {Span} from '../text/span.ts'
import type {undo} from '../text/undo.ts'

/** A stretch of the text, the innermost node around it, and the stretch of the read text that it comes from. */
export interface Block {
  readonly span: Span
  readonly read: Span
  /** Null for page furniture and for what stands in no node. */
  readonly placed: Placed | null
  /** Whether the node begins here. */
  readonly opens: boolean
  readonly furniture: string | null
}

export type Undone = ReturnType<typeof undo>

/** The blocks of a Result in order: a line each, cut again where a node begins inside a line; a table is one. */
export function blocksOf(result: Result, {read, map}: Undone): Block[] {
  const {text} = result
  const placed = [...nodes(result)]
  const starts = startsOf(text, placed, result.furniture)
  const owner = ownerOf(placed)
  const furniture = coverOf(result.furniture)
  const reads = starts.map(readStartOf(map))
  return starts.map((start, i) => {
    const span = {start, end: starts[i + 1] ?? text.length}
    const block = furniture(start)
    const placed = block ? null : owner(firstInk(text, span))
    return {
      span,
      read: {start: i === 0 ? 0 : reads[i]!, end: reads[i + 1] ?? read.length},
      placed,
      opens: placed !== null && placed.node.span.start >= start,
      furniture: block?.reason ?? null,
    }
  })
}

function startsOf(text: string, placed: readonly Placed[], furniture: Result['furniture']): number[] {
  const tables = placed.flatMap(({node}) => (node.type === 'table' ? [node.span] : []))
  const inTable = coverOf(tables.map(span => ({span})))
  const starts = new Set([0])
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.add(at + 1)
  for (const {node} of placed) if (node.type !== 'metadata') starts.add(node.span.start)
  for (const {span} of [...tables.map(span => ({span})), ...furniture]) starts.add(span.start).add(span.end)
  const sorted = [...starts].filter(at => at < text.length || at === 0).sort((a, b) => a - b)
  return withInk(
    text,
    sorted.filter(at => (inTable(at)?.span.start ?? at) === at),
  )
}

/** Leaves out the starts of blocks without ink, which then belong to the block before. */
const withInk = (text: string, starts: readonly number[]): number[] =>
  starts.filter((start, i) => i === 0 || text.slice(start, starts[i + 1] ?? text.length).trim() !== '')

function firstInk(text: string, {start, end}: Span): number {
  const slice = text.slice(start, end)
  return Math.min(end, start + slice.length - slice.trimStart().length)
}

/** Asked with ascending offsets: the innermost node there. */
function ownerOf(placed: readonly Placed[]): (at: number) => Placed | null {
  const open: Placed[] = []
  let next = 0
  return at => {
    for (; next < placed.length && placed[next]!.node.span.start <= at; next++) open.push(placed[next]!)
    while (open.length > 0 && open.at(-1)!.node.span.end <= at) open.pop()
    return open.findLast(({node}) => at < node.span.end) ?? null
  }
}

/** Asked with ascending offsets: which of the disjoint, ordered stretches covers it. */
function coverOf<T extends {readonly span: Span}>(covers: readonly T[]): (at: number) => T | null {
  const sorted = covers.toSorted((a, b) => a.span.start - b.span.start)
  let next = 0
  return at => {
    while (next < sorted.length && sorted[next]!.span.end <= at) next++
    const cover = sorted[next]
    return cover && cover.span.start <= at ? cover : null
  }
}

/** Asked with ascending offsets: where the read text of a block that starts there starts. What was deleted there is in it. */
function readStartOf(map: Undone['map']): (at: number) => number {
  let next = 0
  let shift = 0
  return at => {
    while (next < map.length && map.at(next)!.start < at) {
      const {end, oldEnd} = map.at(next)!
      shift = oldEnd - end
      next++
    }
    const before = map.at(next - 1)
    return before && at < before.end ? before.oldEnd : at + shift
  }
}
