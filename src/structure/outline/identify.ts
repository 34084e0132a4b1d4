/** Finished trees → ids, cites, levels and hashes: what a clause is called, and what it says. */
import type {Clause, MarkerStyle, Node} from '../../model/document.ts'
import type {Draft, DraftDocument} from '../../model/stages.ts'
import {sha256} from '../../text/hash.ts'
import {LEAF_LETTERS, STYLE_LETTERS} from '../data/letters.ts'
import {type Above, below, cite, OUTSIDE} from './cite.ts'

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
  readonly level: number
  readonly above: Above
  /** Where the 款 begin of the article that these nodes stand in; null outside. */
  readonly paragraphs: readonly number[] | null
}

function nameAll(document: DraftDocument): void {
  const taken = new Set<string>()
  const repeated = new Map<string, number>()
  const unique = (id: string): string => {
    const before = taken.size
    if (taken.add(id).size > before) return id
    const times = (repeated.get(id) ?? 1) + 1
    repeated.set(id, times)
    return `${id}~${times}`
  }
  const queue: Visit[] = [
    {nodes: document.children, prefix: `${document.id}/`, level: 1, above: OUTSIDE, paragraphs: null},
  ]
  for (let visit = queue.pop(); visit; visit = queue.pop()) {
    const under: Visit[] = []
    const counts = new Map<string, number>()
    const next = (letter: string): number => {
      const n = (counts.get(letter) ?? 0) + 1
      counts.set(letter, n)
      return n
    }
    for (const node of visit.nodes) {
      if (node.type !== 'clause') nameLeaf(node, visit.prefix, unique, next)
      else {
        nameClause(node, visit, document.id, unique, next)
        if (node.children.length > 0) under.push(visitOf(node, visit))
      }
    }
    while (under.length > 0) queue.push(under.pop()!)
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
  {prefix, level, above, paragraphs}: Visit,
  document: string,
  unique: (id: string) => string,
  next: (letter: string) => number,
): void {
  const {marker} = clause
  const style: MarkerStyle = marker?.style ?? 'unnumbered'
  const letter = STYLE_LETTERS[style]
  const number = !marker
    ? next(letter)
    : marker.sub.length === 0
      ? marker.number
      : [marker.number, ...marker.sub].join('-')
  clause.id = unique(`${style === 'article' ? `${document}/` : prefix}${letter}${number}`)
  clause.level = level
  clause.cite = cite(clause, above, paragraphs ? paragraphOf(clause, paragraphs) : 0)
  clause.hash = sha256(`${clause.heading?.text ?? ''}\n${clause.text}`).slice(0, 16)
}

const visitOf = (clause: Draft<Clause>, {level, above, paragraphs}: Visit): Visit => ({
  nodes: clause.children,
  prefix: `${clause.id}.`,
  level: level + 1,
  above: below(above, clause),
  paragraphs: paragraphs ?? (clause.marker?.style === 'article' ? paragraphsOf(clause) : null),
})

/** Where the 款 of an article begin: the parts of its body, and the paragraphs among its children. */
function paragraphsOf(article: Draft<Clause>): number[] {
  const starts = article.body.map(part => part.span.start)
  for (const child of article.children) if (child.type === 'paragraph') starts.push(child.span.start)
  return starts
}

/** The 款 of an article that an item stands in; 0 when the article has one only. */
const paragraphOf = (clause: Draft<Clause>, paragraphs: readonly number[]): number =>
  paragraphs.length < 2 ? 0 : paragraphs.filter(start => start < clause.span.start).length
