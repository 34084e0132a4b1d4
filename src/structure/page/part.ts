/** What a run of blocks is in its document, besides clauses and paragraphs. */
import type {Leaf} from '../../model/document.ts'
import type {Block, Line} from '../line.ts'
import type {Pair} from '../metadata/labels.ts'

/** Blocks `[from, to)` of a page that are one node. */
export interface Part {
  readonly type: Exclude<Leaf['type'], 'paragraph'>
  readonly from: number
  readonly to: number
  /** The labels and values on it, when it is metadata with labels. */
  readonly pairs?: readonly Pair[]
}

/** The line at an index; undefined for a table and past the end. */
export function lineAt(blocks: readonly Block[], index: number): Line | undefined {
  const block = blocks[index]
  return block?.kind === 'line' ? block.line : undefined
}

/** The text of the line at an index; empty for a table and past the end. */
export const textAt = (blocks: readonly Block[], index: number): string => lineAt(blocks, index)?.text ?? ''

/** The index of each of a list. */
export const indices = (list: readonly unknown[]): number[] => list.map((_, i) => i)
