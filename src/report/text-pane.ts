/** The blocks of a Result → the middle of the page: the repaired text with its marks, and the source beside it. */
import type {Table} from '../model/document.ts'
import type {Span} from '../text/span.ts'
import type {Block} from './blocks.ts'
import {type File, opening} from './file.ts'
import {type Mark, marksOf, type Piece, piecesOf} from './marks.ts'
import {html, type Markup} from './markup.ts'

type Inline = (span: Span) => Markup[]

/** The text pane of one file. */
export function textPane(file: File): Markup {
  const pieces = piecesOf(marksOf(file))
  const source = sourceOf(file)
  const {text} = file.result
  const blocks = file.blocks.map((block, i) => {
    const shown = blockMarkup(file, block, span => pieces(span).map(piece => pieceMarkup(text, piece)))
    const read = source(block)
    return html`<div class="block ${classOf(block)}" id="${file.key}-b${i}">${shown}${read}</div>\n`
  })
  return html`<article class="text" lang="${file.result.source.script === 'hant' ? 'zh-Hant' : 'zh-Hans'}">${blocks}</article>`
}

/** How deep a block is set, and what it is. */
function classOf({placed, furniture}: Block): string {
  if (furniture !== null) return 'furniture'
  if (!placed) return 'loose'
  return `${placed.node.type} depth-${Math.min(6, placed.above.length)}`
}

function blockMarkup({result: {text}, say}: File, block: Block, inline: Inline): Markup {
  const {placed, opens, furniture, span} = block
  const note = furniture !== null && html`<span class="note">${say(`page furniture (${furniture})`)}</span> `
  if (placed?.node.type === 'table' && opens) return tableMarkup(text, placed.node, span, inline)
  const words = inline(inked(text, span))
  if (!placed || !opens) return html`<p class="fixed">${note}${words}</p>`
  if (placed.node.type === 'title') return html`<h2 class="fixed">${words}</h2>`
  const {heading, runIn} = opening(placed)
  if (!heading || runIn) return html`<p class="fixed">${words}</p>`
  return placed.above.length === 0
    ? html`<h3 class="fixed">${words}</h3>`
    : placed.above.length === 1
      ? html`<h4 class="fixed">${words}</h4>`
      : html`<h5 class="fixed">${words}</h5>`
}

/** The span without the blank lines that follow it. */
const inked = (text: string, {start, end}: Span): Span => ({
  start,
  end: start + text.slice(start, end).trimEnd().length,
})

/** A table whose cells are all of its text is drawn as one; any other keeps its lines, so that nothing is lost. */
function tableMarkup(text: string, table: Table, span: Span, inline: Inline): Markup {
  const parts = partsOf(table)
  if (table.method === 'unresolved' || !whole(text, table, parts, span))
    return html`<p class="fixed">${inline(span)}</p>`
  const drawn = new Map(parts.map(part => [part.start, inline(part)]))
  const cellOf = (cell: readonly {span: Span}[]) => cell.map((p, i) => [i > 0 && html`<br>`, drawn.get(p.span.start)])
  const caption = table.caption && html`<caption>${drawn.get(table.caption.span.start)}</caption>`
  const head = table.columns.map(c => html`<th scope="col">${cellOf(c.parts)}</th>`)
  const rows = table.rows.map(row => {
    const cells = row.cells.map(
      c =>
        html`<td${c.rowSpan !== undefined && html` rowspan="${c.rowSpan}"`}${c.colSpan !== undefined && html` colspan="${c.colSpan}"`}>${cellOf(c.parts)}</td>`,
    )
    return html`<tr>${cells}</tr>`
  })
  return html`<div class="fixed wide"><table>${caption}<thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table></div>`
}

/** The paragraphs of a table in the order of the text, which in a flattened one is not the order of its cells. */
const partsOf = (table: Table): Span[] =>
  [
    ...(table.caption ? [table.caption] : []),
    ...table.columns.flatMap(c => c.parts),
    ...table.rows.flatMap(r => r.cells.flatMap(c => c.parts)),
  ]
    .map(p => p.span)
    .sort((a, b) => a.start - b.start)

/** Whether the parts are, each once, every character of the stretch but white space and marks. */
function whole(text: string, table: Table, parts: readonly Span[], span: Span): boolean {
  const ignored = new Set((table.marks ?? []).map(m => m.span.start))
  let at = span.start
  for (const part of [...parts, {start: span.end, end: span.end}]) {
    if (part.start < at || (!ignored.has(at) && /[^\s|｜:：-]/.test(text.slice(at, part.start)))) return false
    at = part.end
  }
  return true
}

function pieceMarkup(text: string, {span, marks}: Piece): Markup {
  const words = text.slice(span.start, span.end)
  if (marks.length === 0) return html`${words}`
  const told = marks.filter(mark => mark.id !== null)
  const folded = marks.filter(mark => mark.id === null)
  if (told.length === 0) return html`<u title="${folded.map(m => m.says).join('')}">${words}</u>`
  const facts = told.filter(mark => mark.kind !== null)
  const narrow = facts.reduce<Mark | undefined>(
    (least, m) => (least && least.span.end - least.span.start <= m.span.end - m.span.start ? least : m),
    undefined,
  )
  const classes = [
    'm',
    ...new Set(facts.map(f => `in-${f.kind}`)),
    narrow && `k-${narrow.kind}`,
    facts.length < told.length && 'r',
    folded.length > 0 && 'u',
    span.start === span.end && 'gone',
  ]
  const says = [...told.map(m => m.says), ...folded.map(m => `「${m.says}」 → 「${words}」`)]
  return html`<span class="${classes.filter(Boolean).join(' ')}" data-f="${told.map(m => m.id).join(' ')}" title="${says.join('\n')}">${words}</span>`
}

/** Asked for the blocks in order: what the source had there, where it had something else; judgements are struck out. */
function sourceOf({undone: {read, map}, result, say}: File): (block: Block) => Markup {
  let next = 0
  return ({span, read: {start, end}}) => {
    const words = read.slice(start, end)
    if (words === result.text.slice(span.start, span.end)) return html``
    const out: Markup[] = []
    let at = start
    for (; next < map.length && map.at(next)!.oldStart < end; next++) {
      const {oldStart, oldEnd, notes} = map.at(next)!
      if (notes[0]!.id === null || oldStart < at || oldEnd > end) continue
      out.push(html`${read.slice(at, oldStart)}`, html`<del>${read.slice(oldStart, oldEnd)}</del>`)
      at = oldEnd
    }
    out.push(html`${read.slice(at, end).trimEnd()}`)
    return html`<p class="read" aria-label="${say('source')}">${out}</p>`
  }
}
