/** Facts, repairs and diagnostics of a Result → tables that sort and filter. */
import {doubt, value, what, when} from '../emit/fact-table.ts'
import {lineOf, nodes, placeName} from '../emit/row.ts'
import type {Say} from '../emit/say.ts'
import {clip} from '../emit/width.ts'
import type {Origin} from '../model/span.ts'
import type {File} from './file.ts'
import {html, type Markup} from './markup.ts'

type Cell =
  | string
  | null
  | {readonly shown: string; readonly sort: number; readonly doubt?: string}
  | {readonly chip: string; readonly kind: string}
interface Row {
  readonly link: Markup
  readonly line: number | null
  readonly cells: readonly Cell[]
  readonly id?: string | undefined
  readonly kind?: string
}

/** The facts, with a box a kind to show or hide it. */
export function factPane({result, href, say, totals}: File): Markup {
  const cites = new Map([...nodes(result)].flatMap(({node}) => (node.type === 'clause' ? [[node.id, node.cite]] : [])))
  const kinds = new Map<string, number>()
  for (const {kind} of result.facts) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  const boxes = [...kinds].map(
    ([kind, count]) =>
      html`<label class="k-${kind}"><input type="checkbox" checked data-kind="${kind}"> ${say(kind)} ${count}</label> `,
  )
  const rows = result.facts.map(fact => ({
    ...placeOf(href(fact.span), fact.origin, fact.id),
    id: fact.id,
    kind: fact.kind,
    cells: [
      (fact.clause && cites.get(fact.clause)) ?? '',
      {chip: say(fact.kind), kind: fact.kind},
      clip(what(fact), 80),
      {
        shown: value(fact, say),
        sort: 'value' in fact && fact.value !== null ? fact.value : Number.NEGATIVE_INFINITY,
        doubt: doubt(fact, say),
      },
      when(fact, say),
    ],
  }))
  const titles = ['clause', 'kind', 'what', 'value', 'when'].map(say)
  return html`<fieldset class="kinds"><legend>${say('Kinds')}</legend>${boxes}</fieldset>${table(titles, rows, say('no facts'), totals.facts, say)}`
}

/** The judgements, and how often each table of characters was applied. */
export function repairPane({result, href, say, totals}: File): Markup {
  const rows = result.repairs.map(repair => ({
    ...placeOf(href(repair.span), repair.origin, repair.id),
    id: repair.id,
    cells: [
      clip(repair.before, 60),
      repair.after === '' ? say('nothing') : clip(repair.after, 60),
      repair.rules.join(', '),
      {shown: `${say(repair.certainty)} ${repair.confidence}`, sort: repair.confidence},
    ],
  }))
  const folds = result.folds.map(({rule, count}) => html`<li>${rule}: ${count}</li>`)
  const titles = ['before', 'after', 'rule', 'certainty'].map(title => (title === 'before' ? say('was') : say(title)))
  return html`${table(titles, rows, say('no repairs'), totals.repairs, say)}${folds.length > 0 && html`<div class="folds"><h3>${say('Characters folded by a table')}</h3><ul>${folds}</ul></div>`}`
}

/** What a person should know, worst first as the Result has it. */
export function diagnosticPane({result, href, say, totals}: File): Markup {
  const rows = result.diagnostics.map(d => ({
    ...placeOf(d.span ? href(d.span) : null, d.origin, d.code),
    kind: d.level,
    cells: [say(d.level), say(d.message), d.code],
  }))
  return table(['level', 'message', 'code'].map(say), rows, say('no diagnostics'), totals.diagnostics, say)
}

function placeOf(href: string | null, origin: Origin | undefined, id: string): Pick<Row, 'link' | 'line'> {
  // What the column is sorted by: of PDF first the page.
  const page = origin && 'page' in origin ? (origin.page ?? 0) : 0
  const line = origin ? page * 100_000 + (lineOf(origin) ?? 0) : null
  const words = (origin && placeName(origin)) || id
  return {line, link: href === null ? html`${words}` : html`<a href="${href}">${words}</a>`}
}

function table(titles: readonly string[], rows: readonly Row[], none: string, total: number, say: Say): Markup {
  if (rows.length === 0) return html`<p class="none">${none}</p>`
  const head = [say('line'), ...titles].map(
    title => html`<th scope="col" aria-sort="none"><button type="button">${title}</button></th>`,
  )
  const body = rows.map(
    row =>
      html`<tr${row.id !== undefined && html` data-f="${row.id}"`}${row.kind !== undefined && html` data-kind="${row.kind}" class="row-${row.kind}"`}><td data-v="${row.line ?? 0}">${row.link}</td>${row.cells.map(cellMarkup)}</tr>\n`,
  )
  const rest = total > rows.length && html`<p class="none">${say(`and ${total - rows.length} more`)}</p>`
  return html`<div class="filter"><label>${say('Filter')} <input type="search" data-filter></label> <output class="count">${rows.length}</output></div><div class="wide"><table class="list"><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>${rest}</div>`
}

function cellMarkup(cell: Cell): Markup {
  if (cell === null || typeof cell === 'string')
    return html`<td${(cell?.length ?? 0) > 16 && html` class="long"`}>${cell}</td>`
  if ('chip' in cell) return html`<td><span class="k-${cell.kind}">${cell.chip}</span></td>`
  return html`<td data-v="${cell.sort}" class="number">${cell.shown}${cell.doubt && html` <small class="doubt">${cell.doubt}</small>`}</td>`
}
