/** Markup → the text a browser shows, as edits over the markup, with what the markup says about it. */
import {apply} from '../../text/edits.ts'
import {trimSpan} from '../../text/span.ts'
import type {Extracted} from '../place.ts'
import {extractPage} from './extract.ts'
import {furnitureHints} from './furniture.ts'
import {tableHint} from './tables.ts'

/** A hidden part this much longer than what is shown is what the page would show once its scripts have run. */
const HIDDEN_SHARE = 5

/** Reads an HTML page. Linear in its length; broken markup is read as a browser would. */
export function readHtml(markup: string): Extracted {
  let page = extractPage(markup, false)
  const hidden = page.omitted.filter(o => o.reason === 'hidden').reduce((sum, o) => sum + o.characters, 0)
  if (hidden > page.characters * HIDDEN_SHARE) page = extractPage(markup, true)
  const {text, map} = apply(markup, page.edits)
  const tables = page.tables.map(rows => tableHint(text, rows)).filter(hint => hint !== undefined)
  const headings = page.headings
    .map(({span, level}) => ({kind: 'heading' as const, span: trimSpan(text, span), level}))
    .filter(({span}) => span.end > span.start)
  const hints = [...tables, ...headings, ...furnitureHints(text, page.candidates)]
  hints.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
  return {text, map, hints, properties: page.properties, omitted: page.omitted}
}
