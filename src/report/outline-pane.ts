/** The documents of a Result and their clauses → the left of the page. */
import {nodes, type Placed} from '../emit/row.ts'
import {clip} from '../emit/width.ts'
import type {File} from './file.ts'
import {html, type Markup} from './markup.ts'

/** The outline of one file: a link a document, clause and table, each with the number of its facts. */
export function outlinePane(file: File): Markup {
  const {documents, facts} = file.result
  const counts = new Map<string, number>()
  for (const {node} of facts) counts.set(node, (counts.get(node) ?? 0) + 1)
  for (const {clause, node} of facts) if (clause && clause !== node) counts.set(clause, (counts.get(clause) ?? 0) + 1)
  const placed = new Map(documents.map(document => [document, [] as Placed[]]))
  for (const one of nodes(file.result)) placed.get(one.document)?.push(one)
  return html`<nav class="outline" aria-label="Outline of ${file.name}"><ol>${documents.map(
    document =>
      html`<li class="document"><a href="${file.href(document.span)}">${document.title ?? '(no title)'}</a> <small>${[document.role, document.documentType].filter(Boolean).join(' ')}</small><ol>${(placed.get(document) ?? []).map(p => entry(file, p, counts))}</ol></li>\n`,
  )}</ol></nav>`
}

function entry(file: File, {node, above}: Placed, counts: ReadonlyMap<string, number>): Markup {
  if (node.type !== 'clause' && node.type !== 'table') return html``
  const marker = node.type === 'clause' ? spaced(node.marker?.raw.trim() ?? '') : ''
  const words =
    node.type === 'clause'
      ? (node.heading?.text ?? node.text)
      : `table: ${node.caption?.text ?? `${node.rows.length} rows`}`
  const count = counts.get(node.id)
  return html`<li class="depth-${Math.min(6, above.length)}"><a href="${file.href(node.span)}" title="${node.id}">${marker}${clip(words, 60)}</a>${count !== undefined && html` <small title="${count} facts">${count}</small>`}</li>\n`
}

/** A marker that ends in a letter or digit is kept apart from the words behind it. */
const spaced = (marker: string): string => (/[\p{L}\p{N}.]$/u.test(marker) ? `${marker} ` : marker)
