/** A document's tree as lines that a person can read and a case can hold. */
import type {Node} from '../../src/model/document.ts'
import type {Draft, DraftDocument} from '../../src/model/stages.ts'
import type {Block} from '../../src/structure/line.ts'
import {identify} from '../../src/structure/outline/identify.ts'
import {outline} from '../../src/structure/outline/outline.ts'
import {signsOf} from '../../src/structure/signs.ts'

/** Every non-blank line of a text as a block; `#` at its head is markup for a heading. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = []
  for (const m of text.matchAll(/[^\n]+/g)) {
    const slice = m[0].trim()
    if (slice === '') continue
    const start = m.index + m[0].indexOf(slice)
    const marked = /^(#{1,6}) +/.exec(slice)
    const offset = marked ? marked[0].length : 0
    const marks = marked ? [{start, end: start + marked[1]!.length}] : []
    const span = {start: start + offset, end: start + slice.length}
    const heading = marked ? marked[1]!.length : 0
    const line = slice.slice(offset)
    blocks.push({kind: 'line', line: {span, text: line, signs: signsOf(line), indent: 0, gap: 0, heading, marks}})
  }
  return blocks
}

/** The tree of a text that is one document, with its ids. */
export function treeOf(text: string, fragment = false): {document: DraftDocument; codes: string[]} {
  const {children, diagnostics} = outline(text, blocksOf(text), {fragment, repaired: []})
  const document: DraftDocument = {
    id: 'd1',
    role: 'main',
    parent: null,
    title: null,
    documentType: null,
    metadata: {},
    fragment: null,
    children,
    span: {start: 0, end: text.length},
  }
  identify([document])
  return {document, codes: diagnostics.map(d => d.code)}
}

/** One line a node: `（一）[heading]text`, `¶text` for a paragraph; `!` tells the evidence, `{…}` the items. */
export function view(nodes: readonly Draft<Node>[], indent = ''): string[] {
  return nodes.flatMap(node => {
    if (node.type === 'table') return [`${indent}table`]
    const heading = node.heading ? `[${node.heading.text}]` : ''
    const items = (node.items ?? []).map(item => item.marker.raw).join('|')
    const tail = items === '' ? '' : ` {${items}}`
    if (node.type !== 'clause') return [`${indent}¶${heading}${node.text.slice(0, 12)}${tail}`]
    const evidence = node.evidence === 'observed' ? '' : ` !${node.evidence}`
    const own = `${indent}${node.marker?.raw ?? '§'}${heading}${node.text.replace(/\n/g, '/').slice(0, 16)}${tail}${evidence}`
    return [own, ...view(node.children, `${indent}  `)]
  })
}
