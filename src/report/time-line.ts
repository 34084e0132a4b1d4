/** The targets of a Result → a time line by year, as SVG. */
import {value} from '../emit/fact-table.ts'
import {clip} from '../emit/width.ts'
import type {Fact} from '../model/fact.ts'
import type {File} from './file.ts'
import {html, type Markup} from './markup.ts'

/** Pixels: a row, the words in front, a year. */
const ROW = 22
const WORDS = 300
const RIGHT = 40

interface Dated {
  readonly fact: Fact & {kind: 'target'}
  readonly from: number
  readonly to: number
}

/** A line a target that has a date, in the order of its end; targets without a date are counted. */
export function timeLine({result, href}: File): Markup {
  const targets = result.facts.filter(fact => fact.kind === 'target')
  const dated = targets.flatMap(fact => {
    const {start = null, end = null} = fact.deadline ?? {}
    const to = yearOf(end ?? start)
    return to === null ? [] : [{fact, from: yearOf(start) ?? to, to}]
  })
  dated.sort((a, b) => a.to - b.to || a.fact.span.start - b.fact.span.start)
  const undated = targets.length - dated.length
  const rest = undated > 0 && html`<p class="none">${undated} targets without a date are in the table of facts.</p>`
  if (dated.length === 0) return html`<p class="none">no dated targets</p>${rest}`
  return html`${drawing(dated, href)}${rest}`
}

/** Years with a fraction, so that a month has its place: 2025-06-30 is 2025.5. */
function yearOf(day: string | null): number | null {
  const m = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(day ?? '')
  return m ? Number(m[1]) + (Number(m[2] ?? 1) - 1) / 12 + (Number(m[3] ?? 1) - 1) / 372 : null
}

function drawing(dated: readonly Dated[], href: File['href']): Markup {
  const low = Math.floor(dated.reduce((least, d) => Math.min(least, d.from), Infinity))
  const high = Math.ceil(dated.reduce((most, d) => Math.max(most, d.to), low + 1))
  const year = Math.max(1, Math.min(70, Math.floor(600 / (high - low))))
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
    const words = `${clip(fact.metric, 24)} ${value(fact)}`
    return html`<a href="${href(fact.span)}" data-f="${fact.id}"><title>${fact.text}</title><rect x="0" y="${y - ROW / 2}" width="${width}" height="${ROW}"/><text x="4" y="${y + 4}">${clip(words, 42)}</text><line class="bar" x1="${x(from)}" y1="${y}" x2="${x(to)}" y2="${y}"/><circle cx="${x(to)}" cy="${y}" r="5"/></a>\n`
  })
  return html`<div class="wide"><svg class="time-line" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="group" aria-label="Targets by year">${grid}${rows}</svg></div>`
}
