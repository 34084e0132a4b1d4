/** Finished trees → ids, cites, levels and hashes: what a clause is called, and what it says. */
import type {Clause, IdStyle, Node} from '../../model/document.ts'
import type {Draft, DraftDocument} from '../../model/stages.ts'
import {sha256} from '../../text/hash.ts'
import {LEAF_LETTERS, STYLE_LETTERS} from '../data/letters.ts'
import {cite} from './cite.ts'

/** Names every node of all documents, in place. Documents without an id are d1, d2, … in their order. */
export function identify(documents: DraftDocument[]): void {
  for (const [i, document] of documents.entries()) {
    document.id ||= `d${i + 1}`
    nameAll(document)
  }
}

interface Visit {
  readonly nodes: readonly Draft<Node>[]
  /** What the ids of these nodes begin with. */
  readonly prefix: string
  readonly above: readonly Draft<Clause>[]
}

function nameAll(document: DraftDocument): void {
  const taken = new Map<string, number>()
  const unique = (id: string): string => {
    const times = (taken.get(id) ?? 0) + 1
    taken.set(id, times)
    return times === 1 ? id : `${id}~${times}`
  }
  const queue: Visit[] = [{nodes: document.children, prefix: `${document.id}/`, above: []}]
  for (let visit = queue.pop(); visit; visit = queue.pop()) {
    const below: Visit[] = []
    const counts = new Map<string, number>()
    const next = (letter: string): number => {
      const n = (counts.get(letter) ?? 0) + 1
      counts.set(letter, n)
      return n
    }
    for (const node of visit.nodes) {
      if (node.type === 'clause') below.push(nameClause(node, visit, document.id, unique, next))
      else nameLeaf(node, visit.prefix, unique, next)
    }
    for (const child of below.reverse()) queue.push(child)
  }
}

function nameLeaf(
  node: Exclude<Draft<Node>, {type: 'clause'}>,
  prefix: string,
  unique: (id: string) => string,
  next: (letter: string) => number,
): void {
  const letter = LEAF_LETTERS[node.type]
  node.id = unique(`${prefix}${letter}${next(letter)}`)
  if (node.type === 'table') for (const [i, row] of node.rows.entries()) row.id = `${node.id}.r${i + 1}`
}

function nameClause(
  clause: Draft<Clause>,
  {prefix, above}: Visit,
  document: string,
  unique: (id: string) => string,
  next: (letter: string) => number,
): Visit {
  const style: IdStyle = clause.marker?.style ?? 'unnumbered'
  const letter = STYLE_LETTERS[style]
  const number = clause.marker ? [clause.marker.number, ...clause.marker.sub].join('-') : `${next(letter)}`
  clause.id = unique(`${style === 'article' ? `${document}/` : prefix}${letter}${number}`)
  clause.level = above.length + 1
  clause.cite = cite(clause, above, paragraphOf(clause, above))
  clause.hash = sha256(`${clause.heading?.text ?? ''}\n${clause.text}`).slice(0, 16)
  return {nodes: clause.children, prefix: `${clause.id}.`, above: [...above, clause]}
}

/** The 款 of an article that an item stands in; 0 when the article has one only. */
function paragraphOf(clause: Draft<Clause>, above: readonly Draft<Clause>[]): number {
  const article = above.find(c => c.marker?.style === 'article')
  if (!article) return 0
  const parts = article.body.map(part => part.span.start)
  for (const child of article.children) if (child.type === 'paragraph') parts.push(child.span.start)
  if (parts.length < 2) return 0
  return parts.filter(start => start < clause.span.start).length
}
