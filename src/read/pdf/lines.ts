/** The pieces of text on a page → its lines in reading order. */
import {inColumns} from './columns.ts'

/** A piece of text as the page draws it; lengths in points, y upward. */
export interface Piece {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
}

export interface Line {
  readonly text: string
  readonly page: number
  /** From 1, in the order of the page. */
  readonly line: number
  readonly left: number
  readonly right: number
  readonly y: number
  readonly size: number
}

/** Pieces this near to each other, measured in their size, are one line. */
const SAME_LINE = 0.4
/** Bold type is faked by drawing a piece again a little aside. */
const REDRAWN = 0.12

/** Puts the pieces of each page together: from top to bottom, one column after the other. */
export function linesOf(pages: readonly (readonly Piece[])[]): Line[][] {
  return inColumns(pages.map(rowsOf)).map((rows, page) => rows.map((row, i) => lineOf(row, page + 1, i + 1)))
}

function rowsOf(pieces: readonly Piece[]): Piece[][] {
  const rows: Piece[][] = []
  for (const piece of [...pieces].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1)
    if (row && row[0]!.y - piece.y <= SAME_LINE * Math.max(row[0]!.size, piece.size)) row.push(piece)
    else rows.push([piece])
  }
  for (const row of rows) row.sort((a, b) => a.x - b.x)
  return rows
}

function lineOf(row: readonly Piece[], page: number, line: number): Line {
  let text = ''
  let right = row[0]!.x
  let before: Piece | undefined
  for (const piece of row) {
    if (before && isRedrawn(before, piece)) continue
    text += (text === '' ? '' : gap(text, piece, right)) + piece.text
    right = Math.max(right, piece.x + piece.width)
    before = piece
  }
  const size = Math.max(...row.map(piece => piece.size))
  return {text: text.trim(), page, line, left: row[0]!.x, right, y: row[0]!.y, size}
}

const isRedrawn = (a: Piece, b: Piece): boolean =>
  a.text === b.text && Math.abs(a.x - b.x) < REDRAWN * a.size && Math.abs(a.y - b.y) < REDRAWN * a.size

/** Space between two pieces where the page leaves some. */
function gap(text: string, piece: Piece, right: number): string {
  const space = (piece.x - right) / (piece.size || 1)
  if (/\s$/.test(text.slice(-1)) || /^\s/.test(piece.text)) return ''
  return space > 0.2 ? ' ' : ''
}
