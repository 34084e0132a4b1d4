// The page of `policy report`, brought to life: its panes answer each other. Without it the page is a plain document.
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
  byId('detail').textContent = (pieces[0]?.title ?? '').split('\n').find(line => line.split(' ').includes(id)) ?? ''
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
    if (target.dataset.kind) target.closest('.file').classList.toggle(`no-${target.dataset.kind}`, !target.checked)
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
  byId('found').textContent = `${hit + 1} / ${hits.length}`
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
