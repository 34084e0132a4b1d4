/** The documents of a Result and their clauses → the left of the page. */
import {nodes, type Placed} from '../emit/row.ts'
import type {Say} from '../emit/say.ts'
import {clip} from '../emit/width.ts'
import type {Table} from '../model/document.ts'
import {type File, MOST} from './file.ts'
import {html, type Markup} from './markup.ts'

/** The outline of one file: a link a document, clause and table, each with the number of its facts. */
export function outlinePane(file: File): Markup {
  const {
    result: {documents, facts},
    say,
  } = file
  const counts = new Map<string, number>()
  for (const {node} of facts) counts.set(node, (counts.get(node) ?? 0) + 1)
  for (const {clause, node} of facts) if (clause && clause !== node) counts.set(clause, (counts.get(clause) ?? 0) + 1)
  const placed = new Map(documents.map(document => [document, [] as Placed[]]))
  let left = MOST
  for (const one of nodes(file.result)) if (listed(one) && left-- > 0) placed.get(one.document)?.push(one)
  return html`<nav class="outline" aria-label="${say(`Outline of ${file.name}`)}"><ol>${documents.map(
    document =>
      html`<li class="document"><a href="${file.href(document.span)}">${document.title ?? say('(no title)')}</a> <small>${[say(document.role), document.documentType].filter(Boolean).join(' ')}</small><ol>${(placed.get(document) ?? []).map(p => entry(file, p, counts))}</ol></li>\n`,
  )}</ol></nav>`
}

const listed = ({node}: Placed): boolean => node.type === 'clause' || node.type === 'table'

function entry({href, say}: File, {node, above}: Placed, counts: ReadonlyMap<string, number>): Markup {
  const marker = node.type === 'clause' ? spaced(node.marker?.raw.trim() ?? '') : ''
  const words =
    node.type === 'clause' ? (node.heading?.text ?? node.text) : node.type === 'table' ? tableWords(node, say) : ''
  const count = counts.get(node.id)
  return html`<li class="depth-${Math.min(6, above.length)}"><a href="${href(node.span)}" title="${node.id}">${marker}${clip(words, 60)}</a>${count !== undefined && html` <small title="${say(`${count} facts`)}">${count}</small>`}</li>\n`
}

const tableWords = ({caption, columns, rows, method}: Table, say: Say): string =>
  caption?.text ?? say(`table of ${columns.length} columns and ${rows.length} rows, ${say(method)}`)

/** A marker that ends in a letter or digit is kept apart from the words behind it. */
const spaced = (marker: string): string => (/[\p{L}\p{N}.]$/u.test(marker) ? `${marker} ` : marker)
