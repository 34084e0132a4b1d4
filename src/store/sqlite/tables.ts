/** The rows of pages, numbered → the tables of an index, whoever writes them: statements, or the file itself. */
import {fold} from '../fold.ts'
import {type Cell, type PageRows, saidIn} from '../rows.ts'
import type {Segmenter} from '../words.ts'
import {wordsOf} from './words.ts'

/** Rows in the order of their numbers; the caller numbers documents and nodes. */
export interface Tables {
  document(id: number, cells: readonly Cell[]): void
  node(id: number, document: number, cells: readonly Cell[]): void
  fact(node: number, cells: readonly Cell[]): void
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
  const words = wordsOf(segmenter)
  let {document, node, segment} = free
  function flush(): void {
    for (const [row, nodes] of words.drain(segment)) tables.words(row, nodes)
    segment++
  }
  function put({documents, nodes, facts}: PageRows): Placed {
    const [firstDocument, firstNode] = [document, node]
    let characters = 0
    for (const cells of documents) tables.document(document++, cells)
    for (const row of nodes) {
      tables.node(node, firstDocument + row.document, row.cells)
      const [heading, text] = saidIn(row.cells)
      characters += heading.length + 1 + text.length
      words.add(fold(heading), node)
      words.add(fold(text), node)
      node++
    }
    for (const fact of facts) tables.fact(firstNode + fact.node, fact.cells)
    if (words.size() > HELD) flush()
    return {documents: [firstDocument, document], nodes: [firstNode, node], characters}
  }
  return {put, finish: flush}
}
