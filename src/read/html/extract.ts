/** The events of reading markup → edits, tables, headings and candidates for furniture. */
import {type Attributes, eachTag} from '../markup.ts'
import {BREAKS, CONTAINER, HEADING, PREFORMATTED, UNSHOWN, VOID} from './elements.ts'
import {isOutwardLink, named, plausible} from './furniture.ts'
import {nextNumber, openList, raised} from './numbers.ts'
import {leaveOut} from './omitted.ts'
import {closedBy, closedByOpening, pop, push} from './stack.ts'
import {type Element, type ExtractedPage, newState, type State} from './state.ts'
import {closeCell, closeTable, openCaption, openCell, openRow, openTable} from './tables.ts'
import * as writing from './writer.ts'

const ATTRIBUTES = new Set(
  'class id style hidden name property content href rowspan colspan role start value type'.split(' '),
)
const HIDING = /display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden|mso-hide\s{0,9}:\s{0,9}all/i
const KEEPING_SPACE = /white-space\s{0,9}:\s{0,9}(?:pre|break-spaces)/i

/** Reads markup in one pass. With `showHidden`, what `display:none` and `hidden` hide is taken in. */
export function extractPage(markup: string, showHidden: boolean): ExtractedPage {
  const s = newState(markup, showHidden)
  const visitor = {
    open: (name: string, attributes: Attributes, at: number) => open(s, name, attributes, at),
    close: (name: string, at: number) => close(s, name, at),
    text: (start: number, end: number) => text(s, start, end),
    entity: (character: string, start: number, end: number) => entity(s, character, start, end),
    comment: (start: number, end: number) => leaveOut(s.omitted, 'comment', start, end, end - start),
    unfinished: (start: number, end: number) => leaveOut(s.omitted, 'unfinished-tag', start, end, end - start),
  }
  eachTag(markup, visitor, ATTRIBUTES)
  closeTo(s, 0, markup.length)
  const {tables, headings, candidates, properties, omitted} = s
  const edits = writing.finish(s.w)
  return {edits, tables, headings, candidates, properties, omitted, characters: s.w.length}
}

function open(s: State, name: string, attributes: Attributes, at: number): void {
  const closed = closedByOpening(s.stack, name)
  if (closed >= 0) closeTo(s, closed, at)
  const inert = s.hiddenFrom >= 0
  if (name === 'meta') addMeta(s, attributes)
  if (!inert) startLine(s, name, attributes)
  if (!VOID.has(name)) enter(s, name, attributes, at, inert)
}

function startLine(s: State, name: string, attributes: Attributes): void {
  const table = s.openTables.at(-1)
  if (name === 'br') writing.breakHard(s.w)
  else if (!BREAKS.has(name)) return
  else if (table && (name === 'td' || name === 'th')) openCell(table, s.w, name, attributes)
  else if (table && name === 'caption' && table.rows.length === 0) openCaption(table, s.w)
  else if (table && name === 'tr') openRow(table, s.w)
  else writing.breakLine(s.w)
  if (table && name === 'thead') table.head = true
}

function enter(s: State, name: string, attributes: Attributes, at: number, inert: boolean): void {
  const style = attributes.get('style')
  const hidden = inert ? undefined : (UNSHOWN.get(name) ?? (s.showHidden ? undefined : hiding(attributes, style)))
  const shown = !inert && hidden === undefined
  const said = shown ? named(name, attributes, s.articles > 0) : undefined
  const element: Element = {
    name,
    at,
    start: s.w.length,
    tally: shown && (said || CONTAINER.has(name)) ? {characters: s.w.length, ...s.tally} : undefined,
    said,
    hidden,
    inert,
    table: shown && name === 'table' ? openTable(attributes.get('role') === 'presentation') : undefined,
    list: shown ? openList(name, attributes, said !== undefined) : undefined,
    preformatted: shown && (PREFORMATTED.has(name) || (style !== undefined && KEEPING_SPACE.test(style))),
    link: shown && name === 'a' && isOutwardLink(attributes.get('href')),
  }
  if (hidden !== undefined) {
    s.hiddenFrom = s.stack.elements.length
    s.hiddenCharacters = 0
  }
  if (element.table) s.openTables.push(element.table)
  if (name === 'ul' || name === 'ol') s.lists.push(element.list)
  if (name === 'li' && shown) s.w.marker = numberOf(s, attributes)
  if (name === 'sup') s.raised++
  if (element.preformatted) s.preformatted++
  if (name === 'article' || name === 'main') s.articles++
  if (name === 'title') s.title = ''
  push(s.stack, element)
}

function numberOf(s: State, attributes: Attributes): string {
  const list = s.lists.at(-1)
  return list ? nextNumber(list, attributes) : ''
}

const hiding = (attributes: Attributes, style: string | undefined): string | undefined =>
  attributes.has('hidden') || (style !== undefined && HIDING.test(style)) ? 'hidden' : undefined

function close(s: State, name: string, at: number): void {
  // What stands behind </body> is still shown.
  if (name === 'body' || name === 'html') return
  const index = closedBy(s.stack, name)
  if (index >= 0) closeTo(s, index, at)
  else if (s.hiddenFrom < 0 && (name === 'p' || name === 'br')) startLine(s, name, new Map())
}

/** Ends all elements from a depth on, the innermost first. */
function closeTo(s: State, depth: number, at: number): void {
  while (s.stack.elements.length > depth) leave(s, pop(s.stack), at)
}

function leave(s: State, element: Element, at: number): void {
  const {name} = element
  if (name === 'ul' || name === 'ol') s.lists.pop()
  if (name === 'li') s.w.marker = ''
  if (name === 'sup') s.raised--
  if (name === 'article' || name === 'main') s.articles--
  if (name === 'title' && s.title !== undefined) {
    addProperty(s, 'title', s.title)
    s.title = undefined
  }
  if (element.hidden !== undefined) {
    leaveOut(s.omitted, element.hidden, element.at, at, s.hiddenCharacters)
    s.hiddenFrom = -1
  }
  if (element.inert || element.hidden !== undefined) return
  if (element.preformatted) s.preformatted--
  endLine(s, element)
  describe(s, element)
}

function endLine(s: State, {name, table}: Element): void {
  if (table) {
    s.openTables.pop()
    const outer = s.openTables.at(-1)
    if (outer) outer.layout = true
    const cells = closeTable(table, s.w)
    if (cells) s.tables.push(cells)
    return
  }
  if (!BREAKS.has(name)) return
  const around = s.openTables.at(-1)
  if (around && (name === 'td' || name === 'th' || name === 'caption')) closeCell(around, s.w)
  else writing.breakLine(s.w)
  if (around && name === 'thead') around.head = false
}

function describe(s: State, {name, start, tally, said, link}: Element): void {
  const end = s.w.length
  if (end === start) return
  const level = HEADING.get(name)
  if (level !== undefined) {
    s.headings.push({span: {start, end}, level})
    s.tally.headings++
  }
  if (link) {
    s.tally.linked += end - start
    s.tally.links++
  }
  if (!tally) return
  const candidate = {
    span: {start, end},
    said,
    characters: end - start,
    linked: s.tally.linked - tally.linked,
    links: s.tally.links - tally.links,
    stops: s.tally.stops - tally.stops,
    headings: s.tally.headings - tally.headings,
  }
  if (plausible(candidate)) s.candidates.push(candidate)
}

function text(s: State, start: number, end: number): void {
  if (s.title !== undefined) s.title += s.markup.slice(start, end)
  else if (s.hiddenFrom >= 0) s.hiddenCharacters += s.markup.slice(start, end).trim().length
  else if (s.raised > 0 && raised(s.markup.slice(start, end)) !== undefined)
    writing.writeEntity(s.w, raised(s.markup.slice(start, end))!, start, end)
  else if (s.preformatted > 0) writing.writePreformatted(s.w, start, end)
  else {
    writing.writeText(s.w, start, end)
    for (let i = start; i < end; i++) if (s.markup.charCodeAt(i) === 0x3002) s.tally.stops++
  }
}

function entity(s: State, character: string, start: number, end: number): void {
  if (s.title !== undefined) s.title += character
  else if (s.hiddenFrom >= 0) s.hiddenCharacters += character.length
  else if (/[ \t\n\r\f]/.test(character)) writing.writeSpace(s.w)
  else writing.writeEntity(s.w, character, start, end)
}

function addMeta(s: State, attributes: Attributes): void {
  const name = attributes.get('name') ?? attributes.get('property')
  const content = attributes.get('content')
  if (name !== undefined && content !== undefined) addProperty(s, name, content)
}

function addProperty(s: State, name: string, value: string): void {
  const collapsed = value.trim().replace(/\s+/g, ' ')
  if (collapsed !== '') s.properties.push({name, value: collapsed})
}
