/** The lines of all pages → those that belong to the page, not to the text: running heads and page numbers. */
import type {Line} from './lines.ts'

export type Margin = 'page-header' | 'page-number'

const PAGE_NUMBER =
  /^[\s\-—–―·•_~|]{0,9}(?:第\s{0,3})?(?:\d{1,4}|[ivxlcIVXLC]{1,7}|[一二三四五六七八九十]{1,3}(?=\s{0,3}页))\s{0,3}(?:页)?(?:[\s,，/／]{0,4}(?:共|of)?\s{0,3}\d{1,4}\s{0,3}页?)?[\s\-—–―·•_~|]{0,9}$/
/** How many lines at the top and bottom of a page may be no text. */
const EDGE = 2

/** Why a line is no text, for those that are none. A head has to stand on several pages, its numbers aside. */
export function marginLines(pages: readonly (readonly Line[])[]): ReadonlyMap<Line, Margin> {
  const counts = new Map<string, number>()
  const edges = pages.map(lines => [...new Set([...lines.slice(0, EDGE), ...lines.slice(-EDGE)])])
  for (const edge of edges) for (const key of new Set(edge.map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1)
  const enough = Math.max(3, Math.ceil(pages.length / 3))
  const found = new Map<Line, Margin>()
  for (const [page, edge] of edges.entries())
    for (const line of edge) {
      const outermost = line === pages[page]![0] || line === pages[page]!.at(-1)
      if (outermost && PAGE_NUMBER.test(line.text)) found.set(line, 'page-number')
      else if (counts.get(keyOf(line))! >= enough) found.set(line, 'page-header')
    }
  return found
}

/** Text and place without the numbers in it. */
const keyOf = (line: Line): string => `${line.text.replace(/\d{1,9}/g, '#')} ${Math.round(line.y / 4)}`
