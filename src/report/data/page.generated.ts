/** The script and the style of the report's page, made by scripts/page.js from src/report/page. */
export const SCRIPT = `// The page of \`policy report\`, brought to life: its panes answer each other. Without it the page is a plain document.
const all = (selector, root = document) => [...root.querySelectorAll(selector)]
const byId = id => document.getElementById(id)
const root = document.documentElement
root.classList.add('live')

const parts = all('.file, .compare')
const shownPart = () => parts.find(part => !part.hidden)

function showPart(id) {
  for (const part of parts) part.hidden = part.id !== id
  const choose = byId('choose')
  if (choose) choose.value = id
  clearSearch()
}

// ---- text and facts ----

const byFact = new Map()
for (const file of all('.file')) {
  const marks = new Map()
  for (const piece of all('.text .m', file))
    for (const id of piece.dataset.f.split(' ')) marks.set(id, [...(marks.get(id) ?? []), piece])
  byFact.set(file.id, {marks, rows: new Map(all('tr[data-f]', file).map(row => [row.dataset.f, row]))})
}

function select(file, id, from) {
  for (const old of all('.selected')) old.classList.remove('selected')
  const {marks, rows} = byFact.get(file.id)
  const pieces = marks.get(id) ?? []
  const row = rows.get(id)
  for (const piece of pieces) piece.classList.add('selected')
  byId('detail').textContent = (pieces[0]?.title ?? '').split('\\n').find(line => line.split(' ').includes(id)) ?? ''
  if (row) {
    row.classList.add('selected')
    if (from === 'text') {
      showTab(row.closest('[role=tabpanel]'))
      row.scrollIntoView({block: 'center'})
    }
  }
  if (from !== 'text' && pieces.length > 0) {
    pieces[0].tabIndex = -1
    pieces[0].focus({preventScroll: true})
    scrollTo(pieces[0])
  }
}

// Blocks out of sight have a guessed height until they are drawn, so the way there is taken twice.
function scrollTo(element) {
  element.scrollIntoView({block: 'center'})
  requestAnimationFrame(() => element.scrollIntoView({block: 'center'}))
}

document.addEventListener('click', event => {
  const {target} = event
  const piece = target.closest('.text .m')
  if (piece) {
    const ids = piece.dataset.f.split(' ')
    // The innermost comes last; clicking again goes outward.
    const again = piece.classList.contains('selected') ? ids.indexOf(piece.dataset.last) : ids.length
    const id = ids[(again - 1 + ids.length) % ids.length]
    piece.dataset.last = id
    return select(piece.closest('.file'), id, 'text')
  }
  const button = target.closest('th button')
  if (button) return sort(button.closest('th'))
  const tab = target.closest('[role=tab]')
  if (tab) return showTab(byId(tab.getAttribute('aria-controls')))
  const link = target.closest('a[href]')
  const row = target.closest('tr[data-f], tr[data-kind]')
  if (link || row) go(event, link ?? row.querySelector('a'), row)
})

function go(event, link, row) {
  if (!link) return
  event.preventDefault()
  const block = byId(link.getAttribute('href').slice(1))
  if (!block) return
  const file = block.closest('.file')
  if (file !== shownPart()) showPart(file.id)
  const id = link.dataset.f ?? row?.dataset.f
  if (id && byFact.get(file.id).marks.has(id)) return select(file, id, 'list')
  for (const old of all('.selected')) old.classList.remove('selected')
  block.classList.add('selected')
  block.tabIndex = -1
  block.focus({preventScroll: true})
  scrollTo(block)
}

document.addEventListener('keydown', event => {
  const typing = event.target.matches('input, select')
  if (event.key === '/' && !typing) {
    event.preventDefault()
    byId('search').focus()
  }
  if (event.key === 'Escape' && event.target.id === 'search') clearSearch()
  if (event.target.matches('[role=tab]') && (event.key === 'ArrowRight' || event.key === 'ArrowLeft')) {
    const tabs = all('[role=tab]', event.target.parentElement)
    const step = event.key === 'ArrowRight' ? 1 : -1
    const next = tabs[(tabs.indexOf(event.target) + step + tabs.length) % tabs.length]
    showTab(byId(next.getAttribute('aria-controls')))
    next.focus()
  }
  if ((event.key === 'j' || event.key === 'k') && !typing && !event.ctrlKey && !event.metaKey && !event.altKey)
    stepRow(event.key === 'j' ? 1 : -1)
  // From a place in the text back to its row.
  if (event.key === 'Escape' && event.target.matches('.text .m')) shownPart().querySelector('tr.selected a')?.focus()
})

/** The next or previous row of the list that is open, as it is sorted and filtered. */
function stepRow(by) {
  const panel = shownPart().querySelector('[role=tabpanel]:not([hidden])')
  const rows = all('tbody tr[data-f]:not([hidden])', panel ?? shownPart())
  const at = rows.findIndex(row => row.classList.contains('selected'))
  const row = rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(Math.max(at + by, 0), rows.length - 1)]
  if (!row) return
  row.querySelector('a').click()
  row.scrollIntoView({block: 'nearest'})
}

// ---- lists ----

function showTab(panel) {
  for (const other of all('[role=tabpanel]', panel.parentElement)) {
    other.hidden = other !== panel
    const tab = byId(other.getAttribute('aria-labelledby'))
    tab.setAttribute('aria-selected', String(other === panel))
    tab.tabIndex = other === panel ? 0 : -1
  }
}

function sort(head) {
  const body = head.closest('table').tBodies[0]
  const up = head.getAttribute('aria-sort') !== 'ascending'
  const column = head.cellIndex
  const keyed = [...body.rows].map(row => {
    const cell = row.cells[column]
    return {row, key: cell.dataset.v === undefined ? cell.textContent : Number(cell.dataset.v)}
  })
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0) * (up ? 1 : -1))
  body.append(...keyed.map(({row}) => row))
  for (const other of head.parentElement.cells) other.setAttribute('aria-sort', 'none')
  head.setAttribute('aria-sort', up ? 'ascending' : 'descending')
}

function filter(panel) {
  const words = (panel.querySelector('[data-filter]')?.value ?? '').toLowerCase()
  const off = new Set(
    all('[data-kind]:not(:checked)', panel).flatMap(box => (box.matches('input') ? box.dataset.kind : [])),
  )
  let count = 0
  for (const row of all('tbody tr', panel)) {
    row.hidden = off.has(row.dataset.kind) || !row.textContent.toLowerCase().includes(words)
    if (!row.hidden) count++
  }
  const output = panel.querySelector('.count')
  if (output) output.textContent = String(count)
}

document.addEventListener('input', event => {
  const {target} = event
  const panel = target.closest('[role=tabpanel]')
  if (target.name === 'view') root.dataset.view = target.value
  else if (target.id === 'choose') showPart(target.value)
  else if (target.id === 'search') search(target.value)
  else if (panel) {
    if (target.dataset.kind) target.closest('.file').classList.toggle(\`no-\${target.dataset.kind}\`, !target.checked)
    filter(panel)
  }
})

// ---- search ----

let hits = []
let hit = -1

function clearSearch() {
  hits = []
  hit = -1
  byId('found').textContent = ''
  globalThis.CSS?.highlights?.clear()
}

function search(words) {
  clearSearch()
  if (words === '') return
  const needle = words.toLowerCase()
  for (const block of all(root.dataset.view === 'source' ? '.text .block' : '.text .fixed', shownPart()))
    hits.push(...rangesIn(block, needle))
  if (globalThis.Highlight) CSS.highlights.set('found', new Highlight(...hits))
  step(1)
}

/** The places of the words in an element, across its inner elements. */
function rangesIn(element, needle) {
  const text = element.textContent.toLowerCase()
  if (!text.includes(needle)) return []
  const nodes = []
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  for (let at = 0; walker.nextNode(); at += walker.currentNode.length) nodes.push({node: walker.currentNode, at})
  const place = offset => {
    const {node, at} = nodes.findLast(n => n.at <= offset)
    return [node, Math.min(offset - at, node.length)]
  }
  const out = []
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length)) {
    const range = new Range()
    range.setStart(...place(at))
    range.setEnd(...place(at + needle.length))
    out.push(range)
  }
  return out
}

function step(by) {
  byId('found').textContent = hits.length === 0 ? byId('found').dataset.none : ''
  if (hits.length === 0) return
  hit = (hit + by + hits.length) % hits.length
  byId('found').textContent = \`\${hit + 1} / \${hits.length}\`
  if (globalThis.Highlight) CSS.highlights.set('here', new Highlight(hits[hit]))
  scrollTo(hits[hit].startContainer.parentElement)
}

byId('search').addEventListener('keydown', event => {
  if (event.key === 'Enter') step(event.shiftKey ? -1 : 1)
})

// ---- the beginning ----

byId('theme').addEventListener('click', () => {
  const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
  root.dataset.theme = dark ? 'light' : 'dark'
})
root.dataset.view = 'repaired'
for (const list of all('[role=tablist]')) showTab(byId(list.firstElementChild.getAttribute('aria-controls')))
if (parts.length > 0) showPart(parts[0].id)
`
export const STYLE = `/* The page of \`policy report\`. Fonts are the reader's own; colours follow the system, or the button. */
:root {
  color-scheme: light dark;
  --paper: light-dark(#fff, #16181c);
  --panel: light-dark(#f6f7f9, #1d2026);
  --ink: light-dark(#1b1f24, #e3e6ea);
  --faint: light-dark(#59636e, #9aa4af);
  --line: light-dark(#d8dde3, #343a43);
  --link: light-dark(#0a58ca, #79b0ff);
  --pick: light-dark(#ffd84d, #8a6d00);
  --target: light-dark(#d5f0dc, #17402a);
  --percentage: light-dark(#cfe5ff, #123a66);
  --money: light-dark(#ffe6b8, #5a4109);
  --quantity: light-dark(#e4dcff, #3a2f6b);
  --deadline: light-dark(#ffd9dd, #5e2430);
  --reference: light-dark(#d4f1f4, #134750);
  --responsibility: light-dark(#eee3d2, #4a3d28);
  --repair: light-dark(#c2410c, #ff9a5c);
  font-family:
    system-ui, "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC",
    "WenQuanYi Micro Hei", sans-serif;
  font-size: 15px;
  line-height: 1.6;
}
:root[data-theme="light"] {
  color-scheme: light;
}
:root[data-theme="dark"] {
  color-scheme: dark;
}
* {
  box-sizing: border-box;
}
[hidden] {
  display: none;
}
body {
  margin: 0;
  background: var(--paper);
  color: var(--ink);
}
a {
  color: var(--link);
  text-decoration: none;
}
a:hover {
  text-decoration: underline;
}
:focus-visible {
  outline: 2px solid var(--link);
  outline-offset: 1px;
}
small,
.none,
.note {
  color: var(--faint);
  font-size: 0.8rem;
}
input,
select,
button {
  font: inherit;
  color: inherit;
  background: var(--paper);
  border: 1px solid var(--line);
  border-radius: 4px;
  padding: 0.1rem 0.4rem;
}
button {
  cursor: pointer;
}
fieldset {
  border: 0;
  margin: 0;
  padding: 0;
}
legend {
  position: absolute;
  clip-path: inset(50%);
}

.top {
  display: flex;
  flex-wrap: wrap;
  gap: 0.3rem 1rem;
  align-items: center;
  padding: 0.4rem 0.8rem;
  border-bottom: 1px solid var(--line);
  background: var(--panel);
  font-size: 0.87rem;
}
.top strong {
  flex: 1 1 16rem;
  overflow: hidden;
  white-space: nowrap;
  text-overflow: ellipsis;
}
.top select {
  max-width: 22rem;
}
#search {
  width: 12rem;
}
#found {
  min-width: 4.5rem;
}

.text p,
.text h2,
.text h3,
.text h4,
.text h5 {
  margin: 0.3rem 0;
  overflow-wrap: anywhere;
  white-space: pre-line;
  font-size: 1rem;
}
.text h2 {
  font-size: 1.3rem;
  line-height: 1.4;
  text-align: center;
  margin: 1.5rem 0 0.8rem;
}
.text .title p {
  font-size: 1.3rem;
  font-weight: 700;
  text-align: center;
}
.text h3 {
  font-size: 1.12rem;
  margin-top: 1.1rem;
}
.text h4 {
  font-size: 1.02rem;
  margin-top: 0.7rem;
}
.block {
  content-visibility: auto;
  contain-intrinsic-size: auto 3.2rem;
  unicode-bidi: isolate;
  border-left: 3px solid transparent;
  padding: 0 0.5rem;
}
.block.selected {
  border-left-color: var(--pick);
}
.text .depth-1 {
  margin-left: 1rem;
}
.text .depth-2 {
  margin-left: 2rem;
}
.text .depth-3 {
  margin-left: 3rem;
}
.text .depth-4,
.text .depth-5,
.text .depth-6 {
  margin-left: 4rem;
}
.furniture,
.metadata,
.colophon,
.loose {
  color: var(--faint);
  font-size: 0.87rem;
}
.signature .fixed {
  text-align: right;
}
.read {
  display: none;
  color: var(--faint);
}
.read del {
  color: var(--repair);
}
[data-view="source"] .block:has(.read) .fixed {
  display: none;
}
[data-view="source"] .read,
[data-view="both"] .read {
  display: block;
}
[data-view="both"] .block:has(.read) {
  display: grid;
  grid-template-columns: 1fr 1fr;
  gap: 1rem;
  align-items: baseline;
}
[data-view="both"] .read {
  border-left: 1px solid var(--line);
  padding-left: 1rem;
}

.m {
  cursor: pointer;
  border-radius: 2px;
}
.in-target {
  border-bottom: 2px solid light-dark(#3a9d5d, #4fbf78);
}
.k-target {
  background: var(--target);
}
.k-percentage {
  background: var(--percentage);
}
.k-money {
  background: var(--money);
}
.k-quantity {
  background: var(--quantity);
}
.k-deadline {
  background: var(--deadline);
}
.k-reference {
  background: var(--reference);
}
.k-responsibility {
  background: var(--responsibility);
}
.no-target .text .k-target,
.no-percentage .text .k-percentage,
.no-money .text .k-money,
.no-quantity .text .k-quantity,
.no-deadline .text .k-deadline,
.no-reference .text .k-reference,
.no-responsibility .text .k-responsibility {
  background: none;
}
.no-target .text .in-target {
  border-bottom: 0;
}
.r {
  text-decoration: underline wavy var(--repair) 1px;
  text-underline-offset: 3px;
}
u,
.u:not(.r) {
  text-decoration: underline dotted color-mix(in srgb, var(--faint) 70%, transparent) 1px;
  text-underline-offset: 4px;
}
.gone::after {
  content: "‸";
  color: var(--repair);
}
.text .m.selected {
  background: var(--pick);
}
::highlight(found) {
  background-color: #fff066;
  color: #000;
}
::highlight(here) {
  background-color: #ff8c1a;
  color: #000;
}

table {
  border-collapse: collapse;
  font-size: 0.87rem;
  line-height: 1.4;
}
td,
th {
  border: 1px solid var(--line);
  padding: 0.2rem 0.4rem;
  text-align: left;
  vertical-align: top;
  overflow-wrap: anywhere;
}
figure td,
figure th,
.list td,
.list th {
  border-width: 0 0 1px;
}
.list th {
  position: sticky;
  top: 0;
  background: var(--panel);
  white-space: nowrap;
}
.list th button {
  border: 0;
  background: none;
  padding: 0;
  font-weight: 600;
}
th[aria-sort="ascending"] button::after {
  content: " ▲";
}
th[aria-sort="descending"] button::after {
  content: " ▼";
}
.list tbody tr {
  cursor: pointer;
}
.list tbody tr:hover {
  background: var(--panel);
}
.list tbody tr.selected {
  background: var(--pick);
}
.row-error td:nth-child(2) {
  color: light-dark(#b42318, #ff8a80);
  font-weight: 600;
}
.row-warning td:nth-child(2) {
  color: var(--repair);
}
.number {
  font-variant-numeric: tabular-nums;
}
.list td {
  min-width: 3.2rem;
}
.list [data-kind] td:nth-child(3),
.list td:first-child {
  white-space: nowrap;
}
.list [data-kind] td:nth-child(2) {
  min-width: 4.8rem;
}
.list [data-kind] td:nth-child(6) {
  min-width: 5.6rem;
}
.list .long {
  min-width: 10rem;
}
.list .number {
  min-width: 5.2rem;
}
.list span[class] {
  padding: 0 0.3rem;
  border-radius: 3px;
}
.doubt {
  color: var(--repair);
}
.folds h3 {
  font-size: 0.93rem;
  margin: 0.8rem 0 0.2rem;
}
.folds ul {
  margin: 0;
  padding-left: 1.2rem;
  font-size: 0.87rem;
}
.keys {
  position: relative;
}
.keys summary {
  cursor: pointer;
}
.keys dl {
  position: absolute;
  right: 0;
  z-index: 2;
  width: 22rem;
  display: grid;
  grid-template-columns: auto 1fr;
  gap: 0.2rem 0.8rem;
  margin: 0.3rem 0 0;
  padding: 0.6rem 0.8rem;
  background: var(--panel);
  border: 1px solid var(--line);
  border-radius: 4px;
}
.keys dd {
  margin: 0;
}
.wide {
  overflow-x: auto;
}

.time-line a {
  color: var(--ink);
}

.outline {
  font-size: 0.87rem;
  line-height: 1.45;
}
.outline ol {
  list-style: none;
  margin: 0;
  padding: 0;
}
.outline li {
  padding: 0.08rem 0;
}
.outline .document {
  margin-bottom: 0.8rem;
}
.outline .document > a {
  font-weight: 600;
}
.outline .depth-1 {
  padding-left: 0.9rem;
}
.outline .depth-2 {
  padding-left: 1.8rem;
}
.outline .depth-3,
.outline .depth-4,
.outline .depth-5,
.outline .depth-6 {
  padding-left: 2.7rem;
}
.filter {
  margin-bottom: 0.3rem;
  font-size: 0.87rem;
}
.kinds {
  margin-bottom: 0.4rem;
}
.kinds label {
  display: inline-block;
  padding: 0 0.4rem;
  margin: 0 0.2rem 0.2rem 0;
  border-radius: 4px;
  font-size: 0.87rem;
}

svg text {
  font-size: 12px;
  fill: currentcolor;
}
svg .year {
  text-anchor: middle;
  fill: var(--faint);
}
svg .grid {
  stroke: var(--line);
}
.time-line .bar {
  stroke: light-dark(#3a9d5d, #4fbf78);
  stroke-width: 3;
}
.time-line rect {
  fill: transparent;
}
.time-line circle {
  fill: light-dark(#2c7a48, #6fd795);
}
.time-line a:hover,
.time-line a:focus-visible {
  color: var(--link);
}
.compare .upper {
  fill: light-dark(#bcd4f2, #2c4a6e);
}
.compare rect:not(.upper) {
  fill: light-dark(#5b93d8, #4f86c6);
}
.compare {
  padding: 1rem 1.5rem;
}
.compare h1 {
  font-size: 1.3rem;
  grid-column: 1 / -1;
}
@media screen and (min-width: 80rem) {
  .compare:not([hidden]) {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 0 2rem;
    align-items: start;
  }
}
figure {
  margin: 0 0 1.5rem;
}
figcaption {
  font-weight: 600;
}
#detail:empty {
  display: none;
}

@media screen {
  .live .pane {
    display: none;
  }
  .live body {
    height: 100vh;
    display: flex;
    flex-direction: column;
  }
  .live main {
    flex: 1;
    min-height: 0;
    overflow: auto;
  }
  .live .file:not([hidden]) {
    height: 100%;
    display: grid;
    grid-template-columns: minmax(10rem, 17rem) minmax(20rem, 1fr) minmax(20rem, 38rem);
  }
  .live .file > * {
    overflow: auto;
    min-width: 0;
    padding: 0.6rem 0.8rem;
  }
  .live .outline,
  .live aside {
    background: var(--panel);
  }
  .live .text {
    max-width: 52rem;
    margin: 0 auto 40vh;
  }
  .live[data-view="both"] .text {
    max-width: none;
  }
  .live aside {
    display: flex;
    flex-direction: column;
  }
  .live [role="tabpanel"]:not([hidden]) {
    flex: 1;
    min-height: 0;
    display: flex;
    flex-direction: column;
  }
  .live [role="tabpanel"] > .wide {
    overflow: auto;
    min-height: 6rem;
  }
  [role="tablist"] {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem;
    margin-bottom: 0.5rem;
  }
  [role="tab"][aria-selected="true"] {
    border-color: var(--link);
    color: var(--link);
    font-weight: 600;
  }
  #detail {
    border-top: 1px solid var(--line);
    background: var(--panel);
    padding: 0.3rem 0.8rem;
    font-size: 0.87rem;
  }
}
@media screen and (max-width: 62rem) {
  .live .file:not([hidden]) {
    grid-template-columns: 1fr;
    height: auto;
  }
  .live .file > * {
    max-height: 70vh;
  }
}
@media print {
  :root {
    color-scheme: light;
    font-size: 10.5pt;
  }
  .top,
  .outline,
  [role="tablist"],
  .kinds,
  .filter,
  #detail {
    display: none;
  }
  .block {
    content-visibility: visible;
  }
  .text h2,
  .text h3,
  .text h4 {
    break-after: avoid;
  }
  tr,
  figure {
    break-inside: avoid;
  }
  .m {
    print-color-adjust: exact;
  }
}
`
