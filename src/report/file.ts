/** A Result → what the panes of its part of the page share: its key, its blocks, and where things stand in them. */
import type {Placed} from '../emit/row.ts'
import type {Result} from '../model/result.ts'
import type {Span} from '../text/span.ts'
import {lastAtMost} from '../text/span.ts'
import {undo} from '../text/undo.ts'
import {type Block, blocksOf, type Undone} from './blocks.ts'

export interface File {
  /** The name of the part in ids of the page: `s1`. */
  readonly key: string
  readonly name: string
  readonly result: Result
  readonly undone: Undone
  readonly blocks: readonly Block[]
  /** The address, in the page, of the block around a place of the text. */
  readonly href: (span: Span) => string
}

export function fileOf(result: Result, index: number): File {
  const key = `s${index + 1}`
  const undone = undo(result)
  const blocks = blocksOf(result, undone)
  return {
    key,
    name: result.source.path ?? result.id ?? 'standard input',
    result,
    undone,
    blocks,
    href: span =>
      `#${key}-b${Math.max(
        0,
        lastAtMost(blocks, span.start, b => b.span.start),
      )}`,
  }
}

/** The marker and heading of a clause as they open it; of other nodes nothing. */
export function opening({node}: Placed): {marker: Span | null; heading: Span | null; runIn: boolean} {
  if (node.type === 'clause')
    return {
      marker: node.marker?.span ?? null,
      heading: node.heading?.span ?? null,
      runIn: node.heading?.runIn ?? false,
    }
  return {marker: null, heading: null, runIn: false}
}
