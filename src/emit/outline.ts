/** A Result → its outline for a person: a line a clause, with the source line in front and the id behind. */
import type {Document, Node} from '../model/document.ts'
import type {Result} from '../model/result.ts'
import {harmless, type Paint, plain} from './paint.ts'
import {lineOf, nodes} from './row.ts'
import {clip} from './width.ts'

export interface OutlineOptions {
  readonly paint?: Paint
  /** Columns of a line. */
  readonly columns?: number
}

/** The lines of the outline; what is not a clause, a table or a title is counted, not shown. */
export function* outline(result: Result, {paint = plain, columns = 100}: OutlineOptions = {}): Generator<string> {
  yield paint('bold', harmless(result.source.path ?? 'standard input'))
  let document: Document | undefined
  for (const {document: owner, node, above} of nodes(result)) {
    if (owner !== document) {
      document = owner
      yield* opening(owner, paint)
    }
    const text = label(node)
    if (text === null) continue
    const indent = '  '.repeat(above.length + 1)
    const room = Math.max(24, columns - 8 - indent.length - node.id.length)
    yield `${gutter(lineOf(node.origin), paint)}${indent}${clip(harmless(text), room)}${paint('dim', tail(node))}`
  }
  for (const block of result.furniture.slice(0, 1))
    yield `${gutter(lineOf(block.origin), paint)}${paint('dim', `${counted(result.furniture.length, 'block')} of page furniture set aside`)}`
}

const gutter = (line: number | null, paint: Paint): string => `${paint('dim', String(line ?? '').padStart(5))} `

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

function* opening(
  {id, role, title, documentType, metadata, fragment, origin}: Document,
  paint: Paint,
): Generator<string> {
  const kind = [role, documentType].filter(Boolean).join(' ')
  yield `${gutter(lineOf(origin), paint)}${paint('cyan', id)} ${kind}  ${paint('bold', harmless(title ?? '(no title)'))}`
  const {issuers, documentNumber, documentDate, effectiveDate} = metadata
  const facts = [
    issuers?.map(f => f.value).join('、'),
    documentNumber?.value,
    documentDate?.value,
    effectiveDate && `in force from ${effectiveDate.value}`,
    fragment && `fragment${fragment.page ? `, page ${fragment.page} of ${fragment.pages ?? '?'}` : ''}`,
  ].filter(Boolean)
  if (facts.length > 0) yield `${' '.repeat(6)}  ${paint('dim', harmless(facts.join(' · ')))}`
}

function label(node: Node): string | null {
  if (node.type === 'table') {
    const size = `${counted(node.columns.length, 'column')}, ${counted(node.rows.length, 'row')}`
    return `[table: ${size}, ${node.method}]${node.caption ? ` ${node.caption.text}` : ''}`
  }
  if (node.type !== 'clause') return null
  const marker = node.marker?.raw.trim() ?? ''
  const words = node.heading?.text ?? node.text
  return marker && /[\p{L}\p{N}.]$/u.test(marker) ? `${marker} ${words}` : marker + words
}

function tail(node: Node): string {
  const doubt = node.type === 'clause' && node.evidence !== 'observed' ? ` ${node.evidence}` : ''
  return `  ${node.id}${doubt}`
}
