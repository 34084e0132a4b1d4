/** Facts, repairs and diagnostics of a Result → tables that sort and filter. */
import {value, what, when} from '../emit/fact-table.ts'
import {lineOf, nodes} from '../emit/row.ts'
import {clip} from '../emit/width.ts'
import type {Origin} from '../model/span.ts'
import type {File} from './file.ts'
import {html, type Markup} from './markup.ts'

type Cell = string | number | null | {readonly shown: string; readonly sort: number}
interface Row {
  readonly link: Markup
  readonly line: number | null
  readonly cells: readonly Cell[]
  readonly id?: string | undefined
  readonly kind?: string
}

/** The facts, with a box a kind to show or hide it. */
export function factPane({result, href}: File): Markup {
  const cites = new Map([...nodes(result)].flatMap(({node}) => (node.type === 'clause' ? [[node.id, node.cite]] : [])))
  const kinds = new Map<string, number>()
  for (const {kind} of result.facts) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  const boxes = [...kinds].map(
    ([kind, count]) =>
      html`<label class="k-${kind}"><input type="checkbox" checked data-kind="${kind}"> ${kind} ${count}</label> `,
  )
  const rows = result.facts.map(fact => ({
    ...placeOf(href(fact.span), fact.origin, fact.id),
    id: fact.id,
    kind: fact.kind,
    cells: [
      (fact.clause && cites.get(fact.clause)) ?? '',
      fact.kind,
      clip(what(fact), 80),
      {shown: value(fact), sort: 'value' in fact && fact.value !== null ? fact.value : Number.NEGATIVE_INFINITY},
      when(fact),
      [fact.certainty === 'read' ? '' : fact.certainty, ...fact.warnings.map(w => w.code)].filter(Boolean).join(', '),
    ],
  }))
  return html`<fieldset class="kinds"><legend>Kinds</legend>${boxes}</fieldset>${table('facts', ['clause', 'kind', 'what', 'value', 'when', 'doubt'], rows)}`
}

/** The judgements, and how often each table of characters was applied. */
export function repairPane({result, href}: File): Markup {
  const rows = result.repairs.map(repair => ({
    ...placeOf(href(repair.span), repair.origin, repair.id),
    id: repair.id,
    cells: [
      clip(repair.before, 60),
      repair.after === '' ? '(nothing)' : clip(repair.after, 60),
      repair.rules.join(', '),
      repair.certainty,
      repair.confidence,
    ],
  }))
  const folds = result.folds.map(({rule, count}) => html`<li>${rule}: ${count}</li>`)
  return html`${table('repairs', ['before', 'after', 'rule', 'certainty', 'confidence'], rows)}${folds.length > 0 && html`<h3>Characters folded by a table</h3><ul>${folds}</ul>`}`
}

/** What a person should know, worst first as the Result has it. */
export function diagnosticPane({result, href}: File): Markup {
  const rows = result.diagnostics.map(d => ({
    ...placeOf(d.span ? href(d.span) : null, d.origin, d.code),
    kind: d.level,
    cells: [d.level, d.message, d.code],
  }))
  return table('diagnostics', ['level', 'message', 'code'], rows)
}

function placeOf(href: string | null, origin: Origin | undefined, id: string): Pick<Row, 'link' | 'line'> {
  const line = origin ? lineOf(origin) : null
  const words = origin && 'page' in origin && origin.page ? `p. ${origin.page}, ${line ?? ''}` : (line ?? id)
  return {line, link: href === null ? html`${words}` : html`<a href="${href}">${words}</a>`}
}

function table(name: string, titles: readonly string[], rows: readonly Row[]): Markup {
  if (rows.length === 0) return html`<p class="none">no ${name}</p>`
  const head = ['line', ...titles].map(
    title => html`<th scope="col" aria-sort="none"><button type="button">${title}</button></th>`,
  )
  const body = rows.map(
    row =>
      html`<tr${row.id !== undefined && html` data-f="${row.id}"`}${row.kind !== undefined && html` data-kind="${row.kind}" class="row-${row.kind}"`}><td data-v="${row.line ?? 0}">${row.link}</td>${row.cells.map(cellMarkup)}</tr>\n`,
  )
  return html`<div class="filter"><label>Filter <input type="search" data-filter></label> <output class="count">${rows.length}</output></div><div class="wide"><table class="list"><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`
}

const cellMarkup = (cell: Cell): Markup =>
  typeof cell === 'number'
    ? html`<td data-v="${cell}" class="number">${cell}</td>`
    : cell !== null && typeof cell === 'object'
      ? html`<td data-v="${cell.sort}" class="number">${cell.shown}</td>`
      : html`<td${(cell?.length ?? 0) > 16 && html` class="long"`}>${cell}</td>`
