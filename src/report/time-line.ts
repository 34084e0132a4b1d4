/** The targets of a Result → a time line by year, as SVG. */
import {value} from '../emit/fact-table.ts'
import type {Say} from '../emit/say.ts'
import {clip} from '../emit/width.ts'
import type {Fact} from '../model/fact.ts'
import type {File} from './file.ts'
import {html, type Markup} from './markup.ts'

/** Pixels: a row, the words in front, what is right of the last year, all years together. */
const ROW = 22
const WORDS = 264
const RIGHT = 14
const YEARS = 250
/** So many targets are drawn. */
const DRAWN = 400

interface Dated {
  readonly fact: Fact & {kind: 'target'}
  readonly from: number
  readonly to: number
}

/** A line a target that has a date, in the order of its end; targets without a date are counted. */
export function timeLine({result, href, say}: File): Markup {
  const targets = result.facts.filter(fact => fact.kind === 'target')
  const dated = targets.flatMap(fact => {
    const {start = null, end = null} = fact.deadline ?? {}
    const to = yearOf(end ?? start)
    return to === null ? [] : [{fact, from: yearOf(start) ?? to, to}]
  })
  dated.sort((a, b) => a.to - b.to || a.fact.span.start - b.fact.span.start)
  const undated = targets.length - dated.length
  const rest = [
    dated.length > DRAWN && html`<p class="none">${say(`and ${dated.length - DRAWN} more`)}</p>`,
    undated > 0 && html`<p class="none">${say(`targets without a date, in the table of facts: ${undated}`)}</p>`,
  ]
  if (dated.length === 0) return html`<p class="none">${say('no dated targets')}</p>${rest}`
  return html`${drawing(dated.slice(0, DRAWN), href, say)}${rest}`
}

/** Years with a fraction, so that a month has its place: 2025-06-30 is 2025.5. */
function yearOf(day: string | null): number | null {
  const m = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(day ?? '')
  return m ? Number(m[1]) + (Number(m[2] ?? 1) - 1) / 12 + (Number(m[3] ?? 1) - 1) / 372 : null
}

function drawing(dated: readonly Dated[], href: File['href'], say: Say): Markup {
  const low = Math.floor(dated.reduce((least, d) => Math.min(least, d.from), Infinity))
  const high = Math.ceil(dated.reduce((most, d) => Math.max(most, d.to), low + 1))
  const year = Math.max(1, Math.min(70, Math.floor(YEARS / (high - low))))
  const width = WORDS + (high - low) * year + RIGHT
  const x = (at: number): number => Math.round(WORDS + (at - low) * year)
  const height = (dated.length + 1) * ROW + 8
  const step = Math.ceil(36 / year)
  const years = Array.from({length: Math.ceil((high - low) / step)}, (_, i) => low + i * step)
  const grid = years.map(
    y =>
      html`<line class="grid" x1="${x(y)}" y1="${ROW}" x2="${x(y)}" y2="${height}"/><text class="year" x="${x(y + 0.5)}" y="15">${y}</text>`,
  )
  const rows = dated.map(({fact, from, to}, i) => {
    const y = (i + 1) * ROW + ROW / 2
    const words = `${clip(fact.metric, 24)} ${value(fact, say)}`
    return html`<a href="${href(fact.span)}" data-f="${fact.id}"><title>${fact.text}</title><rect x="0" y="${y - ROW / 2}" width="${width}" height="${ROW}"/><text x="4" y="${y + 4}">${clip(words, 38)}</text><line class="bar" x1="${x(from)}" y1="${y}" x2="${x(to)}" y2="${y}"/><circle cx="${x(to)}" cy="${y}" r="5"/></a>\n`
  })
  return html`<div class="wide"><svg class="time-line" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="group" aria-label="${say('Targets by year')}">${grid}${rows}</svg></div>`
}
