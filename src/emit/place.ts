/** A line and column of the source → the stretch of a Result's text that stands there. */
import type {Result} from '../model/result.ts'
import type {Origin} from '../model/span.ts'
import {lineStarts} from '../text/lines.ts'
import {type TextMap, toNew} from '../text/map.ts'
import type {Span} from '../text/span.ts'
import {lineOf, nodes} from './row.ts'

/** A line of the source (of Word a paragraph) and a column, both from 1; of PDF a page and a line on it. */
export interface At {
  readonly line: number
  readonly column?: number | undefined
}

/** What a place is looked up in besides the Result: its read text with the map from it and, where it is at hand, the decoded source. */
export interface Looked {
  readonly read: string
  readonly map: TextMap
  readonly source?: string | undefined
}

/** The stretch of the text at a place; null when there is nothing. */
export function placeOf(result: Result, at: At, {read, map, source}: Looked): Span | null {
  if (isPdf(result)) return byPage(result, at)
  if (result.source.mediaType === 'text/html' && source !== undefined) return byMarkup(result, at, source)
  return /html|docx|officedocument/.test(result.source.mediaType) ? byOrigin(result, at) : byLine(at, read, map)
}

const isPdf = ({source}: Result): boolean => source.mediaType === 'application/pdf'

/** A place that may be several: of PDF, a line without its page is that line on every page where something begins on it. */
export function placesAt(result: Result, at: At): At[] {
  if (!isPdf(result) || at.column !== undefined) return [at]
  const pages = pieces(result).flatMap(({origin}) =>
    'page' in origin && origin.page !== undefined && origin.line === at.line ? [origin.page] : [],
  )
  return [...new Set(pages)].map(page => ({line: page, column: at.line}))
}

/** The piece of the text that begins on a line of a page, or goes on there. */
function byPage(result: Result, {line: page, column: line}: At): Span | null {
  const before = pieces(result).filter(
    ({origin}) => 'page' in origin && origin.page === page && (origin.line ?? 1) <= (line ?? 1),
  )
  const last = lineOf(before.at(-1)?.origin ?? {})
  const chosen = before.filter(({origin}) => lineOf(origin) === last)
  if (chosen.length === 0) return null
  return {start: Math.min(...chosen.map(p => p.span.start)), end: Math.max(...chosen.map(p => p.span.end))}
}

function byLine({line, column}: At, read: string, map: TextMap): Span | null {
  const starts = lineStarts(read)
  const start = starts[line - 1]
  if (start === undefined) return null
  const end = line < starts.length ? starts[line]! - 1 : read.length
  if (column === undefined) return read.slice(start, end).trim() === '' ? null : toNew(map, {start, end})
  const at = start + column - 1
  return at < end ? toNew(map, {start: at, end: at + 1}) : null
}

/** In markup a place is found by where the pieces of the text begin: those on the line, or the last before the column. */
function byOrigin(result: Result, {line, column}: At): Span | null {
  const here = pieces(result).filter(piece => lineOf(piece.origin) === line)
  const before = here.filter(
    piece => column === undefined || !('column' in piece.origin) || piece.origin.column <= column,
  )
  const chosen = column === undefined ? here : before.slice(-1)
  if (chosen.length === 0) return null
  return {start: Math.min(...chosen.map(p => p.span.start)), end: Math.max(...chosen.map(p => p.span.end))}
}

/** With the markup at hand, the pieces that stand on the line, those that began above it too; with a column, the one there or the last before it. */
function byMarkup(result: Result, {line, column}: At, source: string): Span | null {
  const starts = lineStarts(source)
  const start = starts[line - 1]
  if (start === undefined) return null
  const rest = source.slice(start, starts[line] ?? source.length).trimEnd()
  const end = start + (column === undefined ? rest.length : Math.min(column, rest.length))
  const from = start + rest.length - rest.trimStart().length
  const here = pieces(result).filter(({origin}) => 'start' in origin && origin.start < end && origin.end > from)
  const chosen = column === undefined ? here : here.slice(-1)
  if (chosen.length === 0) return null
  return {start: Math.min(...chosen.map(p => p.span.start)), end: Math.max(...chosen.map(p => p.span.end))}
}

interface Piece {
  readonly span: Span
  readonly origin: Origin
}

function pieces(result: Result): Piece[] {
  const out: Piece[] = [...result.furniture]
  for (const {node} of nodes(result)) {
    if (node.type === 'table')
      out.push(...(node.caption ? [node.caption] : []), ...node.rows.flatMap(r => r.cells.flatMap(c => c.parts)))
    else if (node.type === 'clause')
      out.push(...(node.marker ? [node.marker] : []), ...(node.heading ? [node.heading] : []), ...node.body)
    else out.push(node)
  }
  return out.sort((a, b) => a.span.start - b.span.start)
}
