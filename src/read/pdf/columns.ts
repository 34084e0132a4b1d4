/** The rows of the pages → the rows in the order they are read: where a page has two columns, the left one first. */
import type {Piece} from './lines.ts'

export type Row = readonly Piece[]

/** Where two columns may part, as a share of the width of the text. */
const MIDDLE = {from: 0.35, to: 0.65, steps: 60}
/** A row that fills this much of both sides is of two columns, and so many make a page of them; a table has short cells. */
const FILLED = 0.6
const COLUMNS = 8
/** On a page of a document that is set in two columns, fewer do: its first has a title, its last may be short. */
const FEWER = 2
/** What stands apart from the text by more than this, in its size, at the top or the foot of a page is of neither column. */
const APART = 1.8

const startOf = (row: Row): number => Math.min(...row.map(piece => piece.x))
const endOf = (row: Row): number => Math.max(...row.map(piece => piece.x + piece.width))
const widthOf = (row: Row): number => row.reduce((sum, piece) => sum + piece.width, 0)

/** A row cut at a gutter; a row of which a piece runs over it belongs to both columns. */
interface Cut {
  readonly row: Row
  readonly left: Row
  readonly right: Row
  readonly isWhole: boolean
}

/** The pages with their rows in reading order. */
export function inColumns(pages: readonly (readonly Row[])[]): Row[][] {
  const gutters = pages.map(gutterOf)
  const known = gutters.filter(at => at !== undefined).sort((a, b) => a - b)
  const usual = 2 * known.length >= pages.length ? known[Math.floor(known.length / 2)] : undefined
  return pages.map((rows, i) => {
    const at = gutters[i] ?? (usual !== undefined && filledRows(rows, usual) >= FEWER ? usual : undefined)
    return at === undefined ? [...rows] : columnByColumn(rows, at)
  })
}

/**
 * A row over both columns (a title, a head) ends the columns above it. The right column is moved to where the left one
 * stands, so that the lines of both have the same margins.
 */
function columnByColumn(rows: readonly Row[], at: number): Row[] {
  const cuts = rows.map(row => cutAt(row, at))
  const both = cuts.filter(({left, right}) => left.length > 0 && right.length > 0)
  const by = Math.min(...both.map(({right}) => startOf(right))) - Math.min(...both.map(({left}) => startOf(left)))
  const out: Row[] = []
  let waiting: Row[] = []
  for (const [i, {row, left, right, isWhole}] of cuts.entries()) {
    if (isWhole || isMargin(cuts, i)) {
      out.push(...waiting, row)
      waiting = []
      continue
    }
    if (left.length > 0) out.push(left)
    if (right.length > 0) waiting.push(right.map(piece => ({...piece, x: piece.x - by})))
  }
  return [...out, ...waiting]
}

/** Where the two columns of a page part; undefined on a page that has one. */
function gutterOf(rows: readonly Row[]): number | undefined {
  if (rows.length < COLUMNS) return undefined
  const [left, right] = [Math.min(...rows.map(startOf)), Math.max(...rows.map(endOf))]
  let best: {at: number; filled: number} | undefined
  for (let step = 0; step <= MIDDLE.steps; step++) {
    const at = left + (right - left) * (MIDDLE.from + ((MIDDLE.to - MIDDLE.from) * step) / MIDDLE.steps)
    const filled = filledRows(rows, at)
    if (filled > (best?.filled ?? 0)) best = {at, filled}
  }
  return best && isCutBy(rows, best.at) ? best.at : undefined
}

/** Whether enough rows fill both sides of a gutter, and few run over it. */
function isCutBy(rows: readonly Row[], at: number): boolean {
  const filled = filledRows(rows, at)
  return filled >= COLUMNS && 2 * rows.filter(row => cutAt(row, at).isWhole).length <= filled
}

function filledRows(rows: readonly Row[], at: number): number {
  const [left, right] = [Math.min(...rows.map(startOf)), Math.max(...rows.map(endOf))]
  return rows.filter(row => {
    const cut = cutAt(row, at)
    return !cut.isWhole && widthOf(cut.left) > FILLED * (at - left) && widthOf(cut.right) > FILLED * (right - at)
  }).length
}

function cutAt(row: Row, at: number): Cut {
  const left = row.filter(piece => piece.x + piece.width <= at)
  const right = row.filter(piece => piece.x >= at)
  return {row, left, right, isWhole: left.length + right.length < row.length}
}

/** A running head or a page number: the first or the last row, of one side and apart from the rest. */
function isMargin(cuts: readonly Cut[], i: number): boolean {
  const {row, left, right} = cuts[i]!
  const beside = i === 0 ? cuts[1] : i === cuts.length - 1 ? cuts[i - 1] : undefined
  if (!beside || (left.length > 0 && right.length > 0)) return false
  return Math.abs(row[0]!.y - beside.row[0]!.y) > APART * Math.max(row[0]!.size, beside.row[0]!.size)
}
