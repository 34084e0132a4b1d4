/** Several Results → their targets side by side: a block a metric, a bar a value. */
import {clip} from '../emit/width.ts'
import {type CompareRow, compare} from '../store/compare.ts'
import {measuresOf} from '../store/measures.ts'
import type {File} from './file.ts'
import {html, type Markup} from './markup.ts'

const WIDTH = 160
const SIGNS: Readonly<Record<string, string>> = {'=': '', '>=': '≥ ', '>': '> ', '<=': '≤ ', '<': '< ', '~': '≈ '}

/** The metrics that more than one file has, most shared first; null for less than two files. */
export function comparePane(files: readonly File[]): Markup | null {
  if (files.length < 2) return null
  // The key stands in for the path, so that a row leads back to its file whatever the files are called.
  const measures = files.flatMap(({key, result}) => measuresOf({...result, source: {...result.source, path: key}}))
  const byKey = new Map(files.map(file => [file.key, file]))
  const rowsOf = new Map<string, CompareRow[]>()
  for (const row of compare(measures).rows) {
    const rows = rowsOf.get(row.group) ?? []
    rowsOf.set(row.group, rows)
    rows.push(row)
  }
  const groups = [...rowsOf]
    .map(([group, rows]) => ({group, rows, shared: new Set(rows.map(r => r.path)).size}))
    .filter(({shared}) => shared > 1)
    .sort((a, b) => b.shared - a.shared)
  if (groups.length === 0) return html`<p class="none">no metric stands in more than one of the files</p>`
  return html`${groups.map(({group, rows}) => figure(group, rows, byKey))}`
}

function figure(group: string, rows: readonly CompareRow[], files: ReadonlyMap<string, File>): Markup {
  const most = rows.reduce((max, r) => Math.max(max, r.upper ?? r.value, r.unit === '%' ? 100 : 0), 0)
  const lines = rows.map(row => {
    const file = files.get(row.path)!
    const fact = file.result.facts.find(f => f.kind === 'target' && f.text === row.text && f.metric === row.metric)
    const shown = `${SIGNS[row.comparator] ?? ''}${row.value}${row.upper === null ? '' : `..${row.upper}`} ${row.unit ?? ''}`
    const place = fact
      ? html`<a href="${file.href(fact.span)}" data-f="${fact.id}">${row.line ?? fact.id}</a>`
      : row.line
    const long = most > 0 ? Math.max(1, Math.round((Math.max(0, row.value) / most) * WIDTH)) : 1
    return html`<tr><td title="${row.title ?? ''}">${clip(file.name.split('/').at(-1)!, 24)}</td><td>${row.place}</td><td>${row.year}</td><td title="${row.text}">${clip(row.metric, 40)}</td><td class="number">${shown}</td><td><svg class="bar" width="${WIDTH}" height="12" aria-hidden="true"><rect width="${long}" height="12" rx="2"/></svg></td><td>${place}</td></tr>\n`
  })
  return html`<figure><figcaption>${group}</figcaption><div class="wide"><table><thead><tr><th scope="col">file</th><th scope="col">place</th><th scope="col">year</th><th scope="col">metric</th><th scope="col">value</th><td></td><th scope="col">line</th></tr></thead><tbody>${lines}</tbody></table></div></figure>\n`
}
