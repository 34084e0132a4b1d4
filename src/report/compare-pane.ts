/** Several Results → their targets side by side: a block a metric, a bar a value. */
import {doubt} from '../emit/fact-table.ts'
import {placeName} from '../emit/row.ts'
import {clip} from '../emit/width.ts'
import type {Fact} from '../model/fact.ts'
import {type CompareRow, compare} from '../store/compare.ts'
import {measuresOf} from '../store/measures.ts'
import type {File} from './file.ts'
import {html, type Markup} from './markup.ts'

const WIDTH = 220
/** So many metrics, and so many values of one, are drawn. */
const METRICS = 300
const VALUES = 200
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
  const {say} = files[0]!
  if (groups.length === 0) return html`<p class="none">${say('no metric stands in more than one of the files')}</p>`
  const targets = new Map(files.map(file => [file.key, targetsOf(file)]))
  const find: Find = row => targets.get(row.path)!.get(`${row.metric}\n${row.text}`)
  const rest = groups.length > METRICS && html`<p class="none">${say(`and ${groups.length - METRICS} more`)}</p>`
  return html`${groups.slice(0, METRICS).map(({group, rows}) => figure(group, rows, byKey, find))}${rest}`
}

type Target = Fact & {kind: 'target'}
type Find = (row: CompareRow) => Target | undefined

const targetsOf = ({result: {facts}}: File): Map<string, Target> =>
  new Map(facts.flatMap(f => (f.kind === 'target' ? [[`${f.metric}\n${f.text}`, f] as const] : [])))

function figure(group: string, all: readonly CompareRow[], files: ReadonlyMap<string, File>, find: Find): Markup {
  const rows = all.slice(0, VALUES)
  const {say} = files.get(rows[0]!.path)!
  const most = rows.reduce((max, r) => Math.max(max, r.upper ?? r.value, r.unit === '%' ? 100 : 0), 0)
  const x = (value: number): number => (most > 0 ? Math.max(1, Math.round((Math.max(0, value) / most) * WIDTH)) : 1)
  const lines = rows.map(row => {
    const file = files.get(row.path)!
    const fact = find(row)
    const shown = `${SIGNS[row.comparator] ?? ''}${row.value}${row.upper === null ? '' : `..${row.upper}`} ${row.unit ?? ''}`
    const doubts = fact ? doubt(fact, say) : ''
    const place = fact
      ? html`<a href="${file.href(fact.span)}" data-f="${fact.id}">${placeName(fact.origin) || fact.id}</a>`
      : row.line
    const upper = row.upper !== null && html`<rect class="upper" width="${x(row.upper)}" height="12" rx="2"/>`
    return html`<tr><td title="${row.title ?? ''}">${clip(file.name.split('/').at(-1)!, 24)}</td><td>${row.place}</td><td>${row.year}</td><td title="${row.text}">${clip(row.metric, 40)}</td><td class="number">${shown}${doubts && html` <small class="doubt">${doubts}</small>`}</td><td><svg class="bar" width="${WIDTH}" height="12" aria-hidden="true">${upper}<rect width="${x(row.value)}" height="12" rx="2"/></svg></td><td>${place}</td></tr>\n`
  })
  const head = (title: string): Markup => html`<th scope="col">${say(title)}</th>`
  const rest = all.length > VALUES && html`<p class="none">${say(`and ${all.length - VALUES} more`)}</p>`
  return html`<figure><figcaption>${group}</figcaption><div class="wide"><table><thead><tr>${['file', 'place', 'year', 'metric', 'value'].map(head)}<td></td>${head('line')}</tr></thead><tbody>${lines}</tbody></table>${rest}</div></figure>\n`
}
