/** Markdown → its text: heading marks stay and are hinted, what only styles or links goes, HTML in it is read as HTML. */
import type {Hint, Source} from '../model/stages.ts'
import {compose} from '../text/compose.ts'
import {apply, type Edit} from '../text/edits.ts'
import {toNew} from '../text/map.ts'
import {shift} from '../text/span.ts'
import {moved} from './hints.ts'
import type {Extracted, Omission} from './place.ts'

/**
 * Reads Markdown. Pipe tables stay as they are: structure tells them from their own lines. Lines are not joined, since
 * policy texts have a paragraph a line.
 */
export async function readMarkdown(decoded: string): Promise<Extracted> {
  const readHtml = /<table\b/i.test(decoded) ? (await import('./html/html.ts')).readHtml : undefined
  const omitted: Omission[] = []
  const {properties, end} = frontMatter(decoded)
  const edits: Edit[] = []
  const tables: Blocks['tables'] = []
  if (end > 0) {
    edits.push({start: 0, end, insert: ''})
    omitted.push({reason: 'front-matter', start: 0, end, characters: end})
  }
  readBlocks(decoded, end, {edits, tables, omitted, readHtml})
  const blocks = apply(decoded, edits)
  let {text, map} = blocks
  let hints = tables.flatMap(({at, hints: found}) => {
    const {start} = toNew(blocks.map, {start: at, end: at + 1})
    return found.map(hint => moved(hint, span => shift(span, start)))
  })
  for (const pass of [links, emphasis, closings, escapes]) {
    const next = apply(text, pass(text))
    hints = hints.map(hint => moved(hint, span => toNew(next.map, span)))
    map = compose(map, next.map)
    text = next.text
  }
  return {text, map, hints: [...hints, ...marks(text)].sort((a, b) => a.span.start - b.span.start), properties, omitted}
}

const FRONT = /^---[ \t]{0,9}\r?\n((?:[^\n]{0,2000}\n){1,99}?)---[ \t]{0,9}(?:\r?\n|$)/
const KEY = /^([\w.\- \u4e00-\u9fff]{1,40}):(?:[ \t]{1,9}([^\n]{0,2000}))?$/

/** The `key: value` lines between two `---` at the very start. */
function frontMatter(text: string): {properties: Source['properties']; end: number} {
  const front = FRONT.exec(text)
  if (!front) return {properties: [], end: 0}
  const lines = front[1]!.split(/\r?\n/).filter(line => line.trim() !== '')
  if (!lines.every(line => KEY.test(line) || /^[\s-]/.test(line))) return {properties: [], end: 0}
  const properties = lines.flatMap(line => {
    const pair = KEY.exec(line)
    const value = pair?.[2]?.trim() ?? ''
    return pair && value !== '' ? [{name: pair[1]!.trim(), value: value.replace(/^(["'])(.*)\1$/, '$2')}] : []
  })
  return {properties, end: front[0].length}
}

interface Blocks {
  readonly edits: Edit[]
  /** Hints for tables, in the text of a table that begins at `at` in the source. */
  readonly tables: {readonly at: number; readonly hints: readonly Hint[]}[]
  readonly omitted: Omission[]
  /** Loaded only when there is a table in HTML. */
  readonly readHtml: ((markup: string) => Extracted) | undefined
}

const BLOCK = /\r\n?|<!--|<table\b/gi
const TABLE_TAG = /<table\b|<\/table\s{0,9}>/gi
/** Tables without an end are no tables; after so many no further one is looked for. */
const UNENDING = 8

/** Comments go, tables written as HTML become text, lines end with LF. */
function readBlocks(text: string, from: number, {edits, tables, omitted, readHtml}: Blocks): void {
  let at = from
  let unending = 0
  let comments = true
  for (const {0: found, index} of text.matchAll(BLOCK)) {
    if (index < at) continue
    if (found.startsWith('\r')) edits.push({start: index, end: index + found.length, insert: '\n'})
    else if (found === '<!--' && comments) {
      const close = text.indexOf('-->', index)
      comments = close >= 0
      if (!comments) continue
      at = close + 3
      edits.push({start: index, end: at, insert: ''})
      omitted.push({reason: 'comment', start: index, end: at, characters: at - index - 7})
    } else if (readHtml && unending < UNENDING) {
      const end = tableEnd(text, index)
      if (end < 0) unending++
      else {
        at = end
        tables.push({at: index, hints: addTable(readHtml(text.slice(index, end)), index, edits)})
      }
    }
  }
}

/** Where the table that begins here ends, those inside it included; -1 when it does not. */
function tableEnd(text: string, start: number): number {
  let depth = 0
  for (const {0: tag, index} of text.slice(start).matchAll(TABLE_TAG)) {
    depth += tag.startsWith('</') ? -1 : 1
    if (depth === 0) return start + index + tag.length
  }
  return -1
}

function addTable({text, map, hints}: Extracted, at: number, edits: Edit[]): readonly Hint[] {
  for (const c of map) edits.push({start: at + c.oldStart, end: at + c.oldEnd, insert: text.slice(c.start, c.end)})
  return hints
}

const LINK =
  /!?\[([^[\]\n]{0,500})\]\([^()\s]{0,1000}(?:\([^()\s]{0,200}\)[^()\s]{0,500})?(?:\s{1,9}"[^"\n]{0,200}")?\)|<br\s{0,9}\/?>|<\/?(?:p|div|span|font|center|u|b|i|em|strong|sup|sub|small|big|a|img)\b[^<>\n]{0,500}>|&(?:nbsp|ensp|emsp|lt|gt|amp|quot|#\d{1,7}|#x[\da-f]{1,6});/gi
const NAMED: ReadonlyMap<string, string> = new Map([
  ['nbsp', '\u00a0'],
  ['ensp', '\u2002'],
  ['emsp', '\u2003'],
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
])

/** Links and pictures leave their words, tags that only style leave what is in them, references become characters. */
function links(text: string): Edit[] {
  const edits: Edit[] = []
  for (const {0: found, 1: words, index} of text.matchAll(LINK)) {
    const end = index + found.length
    if (found.startsWith('&')) edits.push({start: index, end, insert: referenced(found.slice(1, -1))})
    else if (words === undefined)
      edits.push({start: index, end, insert: /^<br/i.test(found) ? lineBreak(text, index) : ''})
    else {
      const start = index + found.indexOf('[')
      edits.push({start: index, end: start + 1, insert: ''}, {start: start + 1 + words.length, end, insert: ''})
    }
  }
  return edits
}

/** A row of a pipe table has to stay one line. */
function lineBreak(text: string, at: number): string {
  return text.charAt(text.lastIndexOf('\n', at) + 1) === '|' ? ' ' : '\n'
}

function referenced(name: string): string {
  if (!name.startsWith('#')) return NAMED.get(name.toLowerCase())!
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : '\uFFFD'
}

const EMPHASIS = /(?<![\\*])(\*{1,3})(?![\s*])([^*\n]{1,1000})(?<!\s)\1(?!\*)/g

function emphasis(text: string): Edit[] {
  return [...text.matchAll(EMPHASIS)].flatMap(({0: found, 1: mark, index}) => [
    {start: index, end: index + mark!.length, insert: ''},
    {start: index + found.length - mark!.length, end: index + found.length, insert: ''},
  ])
}

/** `## 标题 ##`: the marks behind a heading. */
const CLOSING = /^([ \t]{0,3}#{1,6}[ \t][^\n]{0,500}?)[ \t]{1,9}#{1,6}[ \t]{0,9}$/gm

const closings = (text: string): Edit[] =>
  [...text.matchAll(CLOSING)].map(({0: line, 1: kept, index}) => ({
    start: index + kept!.length,
    end: index + line.length,
    insert: '',
  }))

const escapes = (text: string): Edit[] =>
  [...text.matchAll(/\\(?=[!-/:-@[-`{-~])/g)].map(({index}) => ({start: index, end: index + 1, insert: ''}))

const HEADING = /^[ \t]{0,3}(#{1,6})(?:[ \t]{1,99}|(?=[《（“\u4e00-\u9fff]))([^\n]*)$/gm
const RULE = /^[ \t]{0,3}(?:-[ \t]{0,3}){3,99}$|^[ \t]{0,3}(?:\*[ \t]{0,3}){3,99}$|^[ \t]{0,3}={3,99}[ \t]{0,9}$/gm

/** `##` before a heading and `---` on a line of its own are markup without words. */
function marks(text: string): Hint[] {
  const hints: Hint[] = []
  for (const {0: line, 1: mark, 2: words, index} of text.matchAll(HEADING)) {
    const start = index + line.indexOf('#')
    hints.push({kind: 'mark', span: {start, end: start + mark!.length}})
    const end = index + line.trimEnd().length
    const first = end - words!.trim().length
    if (end > first) hints.push({kind: 'heading', span: {start: first, end}, level: mark!.length})
  }
  for (const {0: line, index} of text.matchAll(RULE)) {
    const start = index + line.length - line.trimStart().length
    hints.push({kind: 'mark', span: {start, end: start + line.trim().length}})
  }
  return hints
}
