/** Page → its lines: what is not blank, with indent, gap and what the format says about each. */
import type {Hint, Page} from '../../model/stages.ts'
import type {Span} from '../../text/span.ts'
import type {Line} from '../line.ts'
import {signsOf} from '../signs.ts'

type Of<K extends Hint['kind']> = Extract<Hint, {kind: K}>

/** The hints of one kind, in text order. */
export function hintsOf<K extends Hint['kind']>(page: Page, kind: K): Of<K>[] {
  return page.hints.filter((hint): hint is Of<K> => hint.kind === kind).sort((a, b) => a.span.start - b.span.start)
}

/** The non-blank lines of a page, and the stretches of markup that stand alone on theirs. */
export function readLines(page: Page): {lines: Line[]; marksAlone: Span[]} {
  const marks = hintsOf(page, 'mark')
  const headings = hintsOf(page, 'heading')
  const lines: Line[] = []
  const marksAlone: Span[] = []
  let mark = 0
  let heading = 0
  let gap = 0
  for (let from = 0; from <= page.text.length; ) {
    const feed = page.text.indexOf('\n', from)
    const to = feed < 0 ? page.text.length : feed
    const slice = page.text.slice(from, to)
    const start = to - slice.trimStart().length
    const said = slice.trimEnd()
    const bar = said.endsWith('|') ? barAt(said, page.text, to) : 0
    const end = from + (bar || said.length)
    if (bar > 0) marksAlone.push({start: from + said.length - 1, end: from + said.length})
    while (marks[mark] && marks[mark]!.span.end <= from) mark++
    while (headings[heading] && headings[heading]!.span.end <= start) heading++
    if (start >= end) gap++
    else {
      const own: Span[] = []
      let at = start
      while (marks[mark] && marks[mark]!.span.start === at && marks[mark]!.span.end <= end && at < end) {
        own.push(marks[mark]!.span)
        at = marks[mark]!.span.end
        while (at < end && isSpace(page.text, at)) at++
        mark++
      }
      const level = headings[heading]
      if (at >= end) marksAlone.push(...own)
      else {
        const text = page.text.slice(at, end)
        lines.push({
          span: {start: at, end},
          text,
          signs: signsOf(page.text, at, end),
          indent: start - from,
          gap,
          heading: level && level.span.start < end ? level.level : 0,
          marks: own,
        })
      }
      gap = 0
    }
    from = to + 1
  }
  return {lines, marksAlone}
}

/**
 * Where the words of a line end behind which a cell does: a title in a table that lays out the page, when the page was made text
 * (…的通知 | over a line of ||| alone); 0 for a row of a table.
 */
function barAt(line: string, page: string, end: number): number {
  const words = line.slice(0, -1).trimEnd()
  if (words === '' || words.includes('|')) return 0
  const next = page.indexOf('\n', end + 1)
  const under = page.slice(end + 1, next < 0 ? page.length : next)
  return /^[|\s]{1,40}$/.test(under) && under.includes('|') ? words.length : 0
}

const isSpace = (text: string, at: number): boolean => text.charAt(at).trim() === ''

/** The lines that one line was, cut at these places of its text; what marks and indents it is the first one's. */
export function piecesOf(line: Line, cuts: readonly number[]): Line[] {
  const bounds = [0, ...cuts, line.text.length]
  return bounds.slice(1).flatMap((to, i) => {
    const slice = line.text.slice(bounds[i], to)
    const text = slice.trim()
    if (text === '') return []
    const start = line.span.start + bounds[i]! + slice.indexOf(text)
    const span = {start, end: start + text.length}
    const signs = signsOf(text)
    return [i === 0 ? {...line, span, text, signs} : {span, text, signs, indent: 0, gap: 0, heading: 0, marks: []}]
  })
}
