/** The rows of pages, numbered → the tables of an index, whoever writes them: statements, or the file itself. */
import {packer} from '../packed.ts'
import type {PageRows} from '../rows.ts'
import type {Segmenter} from '../words.ts'
import type {Encoded} from './record.ts'
import {wordsOf} from './words.ts'

/** Rows in the order of their numbers, each by its place among those of its page; the caller numbers documents and nodes. */
export interface Tables {
  document(id: number, rows: Encoded, row: number): void
  node(id: number, document: number, rows: Encoded, row: number): void
  fact(node: number, rows: Encoded, row: number): void
  words(id: number, nodes: Buffer): void
}

/** The first numbers that are free. */
export interface Free {
  readonly document: number
  readonly node: number
  readonly segment: number
}

/** What became of a page. */
export interface Placed {
  readonly documents: readonly [first: number, after: number]
  readonly nodes: readonly [first: number, after: number]
  readonly characters: number
}

export interface Filler {
  put(page: PageRows): Placed
  /** The lists of words that are still held are written. */
  finish(): void
}

/** So many bytes of lists are held; then they are written as a segment of their own, which a query has to look at. */
const HELD = 24 * 1024 * 1024

/** Fills tables from the free numbers on. */
export function filler(tables: Tables, segmenter: Segmenter, free: Free): Filler {
  const words = wordsOf(segmenter, HELD)
  let {document, node, segment} = free
  function flush(): void {
    for (const [row, nodes] of words.drain(segment)) tables.words(row, nodes)
    segment++
  }
  const packed = packer()
  function put(page: PageRows): Placed {
    const rows = page.packed ?? packed(page)
    const [firstDocument, firstNode] = [document, node]
    const {parents} = rows
    let row = 0
    for (; row < rows.documents; row++) tables.document(document++, rows, row)
    for (let i = 0; i < rows.nodes; i++) tables.node(node++, firstDocument + parents[i]!, rows, row++)
    for (let i = rows.nodes; i < parents.length; i++) tables.fact(firstNode + parents[i]!, rows, row++)
    words.add(rows.said, firstNode)
    if (words.size() > HELD) flush()
    return {documents: [firstDocument, document], nodes: [firstNode, node], characters: rows.characters}
  }
  return {put, finish: flush}
}
