/** Page → documents with their clause trees, and the furniture around them. */

import type {Document, Leaf, Node} from '../model/document.ts'
import type {Draft, DraftBlock, DraftDiagnostic, DraftDocument, Page, Structured} from '../model/stages.ts'
import {issuedOn} from '../text/issued.ts'
import {cut} from '../text/span.ts'
import type {Block, Line} from './line.ts'
import {readFields} from './metadata/fields.ts'
import type {Found} from './metadata/found.ts'
import {inForce} from './metadata/in-force.ts'
import {readPairs} from './metadata/labels.ts'
import {conflicts, type DraftMetadata, fromProperties, gather} from './metadata/metadata.ts'
import {identify} from './outline/identify.ts'
import {outline} from './outline/outline.ts'
import {announced, itemHeads} from './page/collection.ts'
import {converted} from './page/converted.ts'
import {type Section, split} from './page/documents.ts'
import {fragmentOf} from './page/fragment.ts'
import {furnish, type Reason} from './page/furniture.ts'
import {hinted} from './page/hinted.ts'
import {isMarked, kindOf, plainTitle} from './page/kinds.ts'
import {isOfCircular} from './page/letter.ts'
import {lineNumbers} from './page/line-numbers.ts'
import {hintsOf, readLines} from './page/lines.ts'
import {menuLines} from './page/menus.ts'
import {namedByList, namedByNotice, titled} from './page/named.ts'
import {pageNumbers} from './page/page-numbers.ts'
import {lineAt, type Part, textAt} from './page/part.ts'
import {remarks} from './page/remarks.ts'
import {siteTags} from './page/site-tags.ts'
import {addressedAs} from './page/speech.ts'
import {unfold} from './page/unfold.ts'
import {keepWhole, tablesOf, withTables} from './tables/tabulate.ts'

/** Finds the documents of a page. Every non-blank character of the text ends up in exactly one node or block. */
export function structure(page: Page): Structured {
  const {lines: read, marksAlone} = readLines(page)
  const tagged = siteTags(read)
  const {lines, numbers: apart} = tagged ?? lineNumbers(read) ?? converted(unfold(read))
  const reasons = furnish(lines)
  for (const i of apart) reasons[i] = tagged ? 'markup' : 'page-number'
  hinted(reasons, lines, hintsOf(page, 'furniture'))
  for (const i of menuLines(lines, reasons, page.properties)) reasons[i] = 'navigation'
  const tables = tablesOf(page)
  keepWhole(tables, lines, reasons)
  const furniture: DraftBlock[] = []
  for (let i = 0; i < lines.length; i++) if (reasons[i]) furniture.push(blockOf(page.text, lines[i]!, reasons[i]!))
  furniture.push(...marksAlone.map(span => ({reason: 'markup' as const, text: cut(page.text, span), span})))
  const kept = lines.filter((_, i) => !reasons[i])
  const {blocks: tabulated, diagnostics} = withTables(page, kept, tables)
  const numbers = pageNumbers(tabulated, page.repaired)
  const blocks = numbers.size > 0 ? tabulated.filter((_, i) => !numbers.has(i)) : tabulated
  for (const i of numbers) furniture.push(blockOf(page.text, lineAt(tabulated, i)!, 'page-number'))
  const heads = itemHeads(blocks)
  const above = heads.length > 0 ? blocks.slice(0, heads[0]) : []
  furniture.push(...above.flatMap((block, i) => aboveItems(page.text, block, textAt(blocks, i))))
  const sections = split(blocks, heads)
  const fragment = fragmentOf(lines, reasons, blocks, sections)
  const documents = sections.map((section, i) =>
    build(page, blocks, section, i, i === 0 ? fragment : null, diagnostics),
  )
  describe(page, blocks, sections, documents, above)
  for (const document of documents) diagnostics.push(...conflicts(document.metadata))
  diagnostics.push(...announcements(above, heads.length), ...remarks(documents))
  identify(documents)
  for (const {parts} of sections) for (const part of parts) furniture.push(...marksOf(page.text, blocks, part))
  furniture.sort((a, b) => a.span.start - b.span.start)
  return {documents, furniture, diagnostics}
}

/** The markup before a title or another such node, which has no place for it. */
function marksOf(text: string, blocks: readonly Block[], part: Part): DraftBlock[] {
  const marks = lineAt(blocks, part.from)?.marks ?? []
  return marks.map(span => ({reason: 'markup', text: cut(text, span), span}))
}

/** A line as furniture, the markup before it included. */
function blockOf(text: string, line: Line, reason: Reason): DraftBlock {
  const span = {start: line.marks[0]?.start ?? line.span.start, end: line.span.end}
  return {reason, text: cut(text, span), span}
}

/** What stands above the first of several documents belongs to the page: its headline, labels and introduction. */
function aboveItems(text: string, block: Block, line: string): DraftBlock[] {
  if (block.kind === 'node') return [{reason: 'navigation', text: cut(text, block.node.span), span: block.node.span}]
  const reason = readPairs(block.line)
    ? 'toolbar'
    : line.length <= 80 && !/[。；]/.test(line)
      ? 'page-title'
      : 'editorial'
  return [blockOf(text, block.line, reason)]
}

function build(
  page: Page,
  blocks: readonly Block[],
  section: Section,
  index: number,
  fragment: Document['fragment'],
  diagnostics: DraftDiagnostic[],
): DraftDocument {
  const nodes = new Map(section.parts.map(part => [part.from, part]))
  const head: Draft<Leaf>[] = []
  const body: Block[] = []
  let at = section.from
  while (at < section.to) {
    const part = nodes.get(at)
    if (!part) {
      body.push(blocks[at++]!)
      continue
    }
    const leaves = leavesOf(page.text, blocks, part)
    if (body.length === 0) head.push(...leaves)
    else body.push(...leaves.map(node => ({kind: 'node' as const, node})))
    at = part.to
  }
  const foot = footOf(body)
  const circular = head.some(({text}) => isOfCircular(text))
  const read = outline(page.text, body, {fragment: fragment !== null, circular, repaired: page.repaired})
  diagnostics.push(...read.diagnostics)
  const children = [...head, ...read.children, ...foot]
  const first = blocks[section.from]!
  const last = blocks[section.to - 1]!
  return {
    id: `d${index + 1}`,
    role: section.role,
    parent: section.parent === null ? null : `d${section.parent + 1}`,
    title: section.title,
    documentType:
      (section.title && kindOf(section.title)) || head.map(({text}) => addressedAs(text)).find(Boolean) || null,
    metadata: {},
    fragment,
    children,
    span: {start: startOf(first), end: endOf(last)},
  }
}

const startOf = (block: Block): number =>
  block.kind === 'line' ? (block.line.marks[0]?.start ?? block.line.span.start) : block.node.span.start
const endOf = (block: Block): number => (block.kind === 'line' ? block.line.span.end : block.node.span.end)

const paragraphOf = ({text, span}: Line): Draft<Leaf> => ({type: 'paragraph', id: '', text, span})

/** What may still stand under a signature: names of files, counters. */
const MOST_REMAINS = 10

/** Takes the closing nodes off the end of a body: they hang on the document, not on its last clause. */
function footOf(body: Block[]): Draft<Node>[] {
  const signature = body.findLastIndex(block => block.kind === 'node' && block.node.type === 'signature')
  const remains = signature < 0 ? [] : body.slice(signature)
  if (remains.length <= MOST_REMAINS && !remains.some(block => block.kind === 'line' && isMarked(block.line.text))) {
    for (const [i, block] of remains.entries())
      if (block.kind === 'line') body[signature + i] = {kind: 'node', node: paragraphOf(block.line)}
  }
  const foot: Draft<Node>[] = []
  for (let last = body.at(-1); last?.kind === 'node' && last.node.type !== 'table'; last = body.at(-1)) {
    foot.push(last.node)
    body.pop()
  }
  return foot.reverse()
}

/** A part as one node, or as several where furniture stands between its lines. */
function leavesOf(text: string, blocks: readonly Block[], part: Part): Draft<Leaf>[] {
  const spans: {start: number; end: number}[] = []
  for (let at = part.from; at < part.to; at++) {
    const line = lineAt(blocks, at)!
    const last = spans.at(-1)
    if (last && text.slice(last.end, line.span.start).trim() === '') last.end = line.span.end
    else spans.push({start: line.marks.length > 0 && last ? line.marks[0]!.start : line.span.start, end: line.span.end})
  }
  return spans.map(span => ({type: part.type, id: '', text: cut(text, span), span}))
}

/** Fills in the metadata. What a colophon tells goes to the first document, wherever it stands. */
function describe(
  page: Page,
  blocks: readonly Block[],
  sections: readonly Section[],
  documents: readonly DraftDocument[],
  above: readonly Block[],
): void {
  const found: Found[][] = sections.map(section =>
    readFields(page.text, blocks, section.parts, section.role === 'annex'),
  )
  const own = found.map(fields => fields.filter(({field}) => field.from !== 'colophon'))
  own[0]?.push(...found.flat().filter(({field}) => field.from === 'colophon'))
  if (above.length === 0) own[0]?.push(...fromProperties(page.properties))
  const titles = new Set(sections.map(section => plainTitle(section.title ?? '')))
  for (const [i, document] of documents.entries()) {
    const fields = [...own[i]!, ...(above.length > 0 ? published(page.text, above) : [])]
    const told = fields.filter(one => !isOfAnother(one, sections[i]!, titles))
    told.push(...namedByNotice(page.text, sections, documents, i, told))
    told.push(...namedByList(blocks, sections, documents, i, told))
    const known = gather(told)
    const owner = sections[i]!.parent === null ? undefined : documents[sections[i]!.parent!]
    // What a notice issues counts 印发之日 from the day of the notice.
    const day = owner?.metadata.documentDate ?? known.documentDate
    document.metadata = gather([
      ...told,
      ...lasting(page.text, document, {...known, ...(day ? {documentDate: day} : {})}),
    ])
    document.title ??= document.metadata.title?.value ?? null
    document.documentType ??= (document.title && kindOf(document.title)) || null
    const counted = /(通函|通告|公告)第(?=\d{1,4}\/)/.exec(document.metadata.documentNumber?.value ?? '')
    if (counted) document.documentType = counted[1]!
    if (sections[i]!.role === 'item') titled(page.text, lineAt(blocks, sections[i]!.from), document)
  }
}

/** The days that the end of a document gives; counted from its own day, not from that on which a page was put up. */
function lasting(text: string, {children}: DraftDocument, {documentDate, effectiveDate}: DraftMetadata): Found[] {
  const passed = documentDate?.value.length === 10 ? documentDate.value : null
  return inForce(text, children, {issued: issuedOn(text, documentDate), passed}, effectiveDate?.value ?? null)
}

/** A page label may name the title of the document that this one issues: 标题 of a law above the 令 that carries it. */
function isOfAnother({key, field}: Found, section: Section, titles: ReadonlySet<string>): boolean {
  if (key !== 'title' || field.from !== 'page' || section.title === null) return false
  const plain = plainTitle(field.value)
  return titles.has(plain) && plainTitle(section.title) !== plain
}

/** The day a collection was put on the web, for each of its documents. */
function published(text: string, above: readonly Block[]): Found[] {
  const parts = above.flatMap((block, i) => {
    const pairs = block.kind === 'line' ? readPairs(block.line) : undefined
    return pairs ? [{type: 'metadata' as const, from: i, to: i + 1, pairs}] : []
  })
  return readFields(text, above, parts, false).filter(({key}) => key === 'publishedDate' || key === 'source')
}

/** A headline that announces another number of documents than there are. */
function announcements(above: readonly Block[], items: number): DraftDiagnostic[] {
  for (const block of above) {
    if (block.kind === 'node') continue
    const {text, span} = block.line
    const said = text.length <= 80 ? announced(text) : undefined
    if (said === undefined) continue
    if (said === items) return []
    const message = `Unexpected ${items} documents, expected ${said} as announced`
    return [{code: 'structure/documents-mismatch', level: 'warning', message, span}]
  }
  return []
}
