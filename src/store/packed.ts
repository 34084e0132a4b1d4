/** The rows of a page ↔ a few lists of bytes, which go from one thread to another as they are. */
import {fold} from './fold.ts'
import {type PageRows, saidIn} from './rows.ts'
import {cellsOf, type Encoded, encoder} from './sqlite/record.ts'

/** The rows of a page as SQLite keeps them: its documents, then its nodes, then its facts. */
export interface Packed extends Encoded {
  readonly documents: number
  readonly nodes: number
  /** Of each node its document, then of each fact its node, by their places among the documents and the nodes. */
  readonly parents: Uint32Array
  /** What the nodes say, folded: for each a line of its heading and a line of its text. */
  readonly said: string
  readonly characters: number
}

/** The rows of pages, packed one after another. */
export function packer(): (rows: PageRows) => Packed {
  const all = encoder()
  return ({documents, nodes, facts}) => {
    all.clear()
    for (const cells of documents) all.add(cells)
    for (const {cells} of nodes) all.add(cells)
    for (const {cells} of facts) all.add(cells)
    const lines: string[] = []
    let characters = 0
    for (const {cells} of nodes) {
      const [heading, text] = saidIn(cells)
      characters += heading.length + 1 + text.length
      lines.push(fold(heading), fold(text))
    }
    const parents = new Uint32Array(nodes.length + facts.length)
    for (let i = 0; i < nodes.length; i++) parents[i] = nodes[i]!.document
    for (let i = 0; i < facts.length; i++) parents[nodes.length + i] = facts[i]!.node
    const {types, values, ends} = all.view()
    const [typed, valued] = [ends.at(-2) ?? 0, ends.at(-1) ?? 0]
    return {
      documents: documents.length,
      nodes: nodes.length,
      parents,
      types: new Uint8Array(types.subarray(0, typed)),
      values: new Uint8Array(values.subarray(0, valued)),
      ends: ends.slice(),
      said: lines.join('\n'),
      characters,
    }
  }
}

/** The rows again, made from what was packed when they are asked for. */
export function unpacked(packed: Packed): PageRows {
  const {parents} = packed
  const nodesEnd = packed.documents + packed.nodes
  const cells = (start: number, end: number) => Array.from({length: end - start}, (_, i) => cellsOf(packed, start + i))
  return {
    packed,
    get documents() {
      return cells(0, packed.documents)
    },
    get nodes() {
      return cells(packed.documents, nodesEnd).map((own, i) => ({document: parents[i]!, cells: own}))
    },
    get facts() {
      return cells(nodesEnd, packed.ends.length / 2).map((own, i) => ({node: parents[packed.nodes + i]!, cells: own}))
    },
  }
}

/** What need not be copied when it goes to another thread. */
export const buffersOf = ({types, values, ends, parents}: Packed): ArrayBuffer[] =>
  [types, values, ends, parents].map(list => list.buffer as ArrayBuffer)
