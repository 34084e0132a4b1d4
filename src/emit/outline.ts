/** A Result → its outline for a person: a line a clause, with the source line in front and the id behind. */
import type {Document, Node} from '../model/document.ts'
import type {Result} from '../model/result.ts'
import {harmless, inLine, type Paint, plain, type Style} from './paint.ts'
import {nodes, type Placed, placeName} from './row.ts'
import {english, type Say} from './say.ts'
import {clip, width} from './width.ts'

export interface OutlineStyle extends Style {
  /** Clauses below this level are folded into the one above and counted. */
  readonly depth?: number | undefined
}

/** A node that is shown, and what is folded into it. */
interface Entry {
  readonly node: Node
  readonly depth: number
  facts: number
  folded: number
}

/** Deeper levels are drawn like this one, so that their words have room. */
const DEEPEST = 8
const GUTTER = 6
const LEAST = 16

/** The lines of the outline; what is not a clause, a table or a title is counted, not shown. */
export function* outline(
  result: Result,
  {paint = plain, columns = 100, say = english, depth = Number.POSITIVE_INFINITY}: OutlineStyle = {},
): Generator<string> {
  yield paint('bold', inLine(result.source.path ?? say('standard input')))
  for (const document of result.documents) {
    const facts = result.facts.filter(fact => fact.document === document.id)
    yield* opening(document, facts.length, {paint, columns, say})
    const entries = entriesOf(document, depth, facts)
    const branches = branchesOf(entries)
    for (const [i, entry] of entries.entries()) {
      const {node} = entry
      const branch = branches[i]!
      const behind = tail(entry, say)
      const room = Math.max(LEAST, columns - GUTTER - width(branch) - width(behind))
      const words = clip(harmless(label(node, say)), room)
      yield `${gutter(placeName(node.origin), paint)}${paint('dim', branch)}${words}${paint('dim', behind)}`
    }
  }
  const {length} = result.furniture
  const aside = length === 1 ? '1 block of page furniture set aside' : `${length} blocks of page furniture set aside`
  if (length > 0) yield `${gutter(placeName(result.furniture[0]!.origin), paint)}${paint('dim', say(aside))}`
}

const gutter = (place: string, paint: Paint): string => `${paint('dim', place.padStart(GUTTER - 1))} `

/** The clauses and tables of a document down to a depth, each with the facts that stand in it and nowhere deeper shown. */
function entriesOf(document: Document, depth: number, facts: Result['facts']): Entry[] {
  const entries: Entry[] = []
  const shown = new Map<string, Entry>()
  for (const placed of nodes({documents: [document]})) {
    const {node, above} = placed
    const home = homeOf(placed, depth, shown)
    if (home) {
      if (node.type === 'clause') home.folded++
      shown.set(node.id, home)
    } else if (node.type === 'clause' || node.type === 'table') {
      const entry = {node, depth: above.length, facts: 0, folded: 0}
      entries.push(entry)
      shown.set(node.id, entry)
    }
  }
  for (const {node, clause} of facts) {
    const entry = shown.get(node) ?? (clause === null ? undefined : shown.get(clause))
    if (entry) entry.facts++
  }
  return entries
}

/** What is too deep belongs to the last clause that is shown above it. */
const homeOf = ({above}: Placed, depth: number, shown: ReadonlyMap<string, Entry>): Entry | undefined =>
  above.length >= depth ? shown.get(above[above.length - 1]!.id) : undefined

/** The lines that join siblings. From the end, so that an entry knows whether another follows on its level. */
function branchesOf(entries: readonly Entry[]): string[] {
  const follows: boolean[] = []
  const out: string[] = []
  for (const entry of entries.toReversed()) {
    const depth = Math.min(entry.depth, DEEPEST)
    const stems = Array.from({length: depth}, (_, level) => (follows[level] ? '│  ' : '   '))
    out.push(`${stems.join('')}${follows[depth] ? '├─ ' : '└─ '}`)
    follows.length = depth
    follows[depth] = true
  }
  return out.reverse()
}

function* opening(
  {id, role, title, documentType, metadata, fragment, origin}: Document,
  facts: number,
  {paint, columns, say}: Required<Style>,
): Generator<string> {
  const kind = [say(role), documentType].filter(Boolean).join(' ')
  const room = Math.max(LEAST, columns - GUTTER - width(`${id} ${kind}  `))
  const words = clip(harmless(title ?? say('(no title)')), room)
  yield `${gutter(placeName(origin), paint)}${paint('cyan', id)} ${kind}  ${paint('bold', words)}`
  const {issuers, documentNumber, documentDate, effectiveDate} = metadata
  const told = [
    issuers?.map(f => f.value).join('、'),
    documentNumber?.value,
    documentDate?.value,
    effectiveDate && say(`in force from ${effectiveDate.value}`),
    fragment && (fragment.page ? say(`fragment, page ${fragment.page} of ${fragment.pages ?? '?'}`) : say('fragment')),
    factsOf(facts, say),
  ].filter(Boolean)
  if (told.length > 0) yield `${' '.repeat(GUTTER)}${paint('dim', clip(harmless(told.join(' · ')), columns - GUTTER))}`
}

const factsOf = (count: number, say: Say): string =>
  count === 0 ? '' : count === 1 ? say('1 fact') : say(`${count} facts`)

function label(node: Node, say: Say): string {
  if (node.type === 'table') {
    const size = say(`table of ${node.columns.length} columns and ${node.rows.length} rows, ${say(node.method)}`)
    return `[${size}]${node.caption ? ` ${node.caption.text}` : ''}`
  }
  if (node.type !== 'clause') return ''
  const marker = node.marker?.raw.trim() ?? ''
  const words = node.heading?.text ?? node.text
  return marker && /[\p{L}\p{N}.]$/u.test(marker) ? `${marker} ${words}` : marker + words
}

function tail({node, facts, folded}: Entry, say: Say): string {
  const doubt = node.type === 'clause' && node.evidence !== 'observed' ? say(node.evidence) : ''
  const below = folded === 0 ? '' : folded === 1 ? say('+1 clause') : say(`+${folded} clauses`)
  const told = [doubt, below, factsOf(facts, say)].filter(Boolean).join(' · ')
  return `  ${node.id}${told && ` ${told}`}`
}
