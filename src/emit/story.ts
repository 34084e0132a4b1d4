/** A finished Result and a place in its source → what is known about that place, for a person. */
import type {Fact} from '../model/fact.ts'
import type {Repair} from '../model/repair.ts'
import type {Result} from '../model/result.ts'
import {type TextMap, toOld} from '../text/map.ts'
import {overlaps, type Span} from '../text/span.ts'
import {type Entry, undo} from '../text/undo.ts'
import {value, when} from './fact-table.ts'
import {harmless, inLine, plain, type Style} from './paint.ts'
import {type At, placeOf} from './place.ts'
import {nodes, type Placed, placeName} from './row.ts'
import {english, type Say} from './say.ts'
import {pad, wrap} from './width.ts'

/** So many entries of one kind are told; the rest is counted. */
const MOST = 12
/** So much of a line is shown, and so much around a column. */
const LONGEST = 400
const AROUND = 24
/** The columns of the labels, and the least for the words beside them. */
const MARGIN = 11
const LEAST = 30

export interface StoryStyle extends Style {
  /** Why a repair rule does what it does. */
  readonly whys?: ReadonlyMap<string, string>
  /** The decoded source of the page, where it is at hand. */
  readonly source?: string | undefined
}

/** The lines of the story; null when no text stands at the place. */
export function story(
  result: Result,
  at: At,
  {paint = plain, columns = 100, say = english, whys = new Map(), source}: StoryStyle = {},
): string[] | null {
  const {read, map} = undo(result)
  const span = placeOf(result, at, {read, map, source})
  if (!span) return null
  const old = toOld(map, span)
  const name = result.source.path ?? say('standard input')
  const out = [paint('bold', inLine(`${name}:${at.line}${at.column ? `:${at.column}` : ''}`))]
  const tell = (label: string, told: readonly string[]): void => {
    const shown = told.slice(0, MOST)
    if (told.length > MOST) shown.push(say(`and ${told.length - MOST} more`))
    const lines = shown.flatMap(line => wrap(harmless(line), Math.max(LEAST, columns - MARGIN)))
    for (const [i, line] of lines.entries())
      out.push(`${paint('dim', pad(i === 0 ? say(label) : '', MARGIN))}${line}`.trimEnd())
  }
  const repairs = result.repairs.filter(r => touches(r.span, span))
  // Of PDF no column is known: the second number was a line.
  const column = result.source.mediaType === 'application/pdf' ? undefined : at.column
  tell('source', around(read, old, column))
  tell('text', around(result.text, span, column))
  tell(
    'repair',
    repairs.map(repair => repairLine(repair, say)),
  )
  tell('because', reasonsOf(repairs, whys, say))
  tell('fold', foldLines(result.text, read, map, span, say))
  tell('stands in', whereabouts(result, span, say))
  tell(
    'fact',
    result.facts.filter(f => touches(f.span, span)).map(fact => factLine(fact, say)),
  )
  tell(
    'note',
    result.diagnostics.filter(d => d.span && touches(d.span, span)).map(d => `${say(d.message)} (${d.code})`),
  )
  return out
}

/** Why each of the rules at the place did something. */
function reasonsOf(repairs: readonly Repair[], whys: ReadonlyMap<string, string>, say: Say): string[] {
  const rules = new Set(repairs.flatMap(repair => repair.rules))
  return [...rules].flatMap(rule => (whys.has(rule) ? [`${rule}: ${say(whys.get(rule)!)}`] : []))
}

/** An empty span (something was deleted there) is touched by what surrounds it. */
const touches = (a: Span, b: Span): boolean =>
  overlaps(a, b) ||
  (a.start === a.end && b.start <= a.start && a.start <= b.end) ||
  (b.start === b.end && a.start <= b.start && b.start < a.end)

/** A whole line as it is, cut when long; a column in brackets, with what stands around it. */
function around(text: string, {start, end}: Span, column: number | undefined): string[] {
  if (column === undefined) {
    const lines = text.slice(start, Math.min(end, start + LONGEST)).split('\n')
    return end - start > LONGEST ? [...lines, '…'] : lines
  }
  const from = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - AROUND)
  const lineEnd = text.indexOf('\n', end)
  const to = Math.min(lineEnd < 0 ? text.length : lineEnd, end + AROUND)
  return [`${text.slice(from, start)}[${text.slice(start, end)}]${text.slice(end, to)}`.replaceAll('\n', '⏎')]
}

function repairLine(repair: Repair, say: Say): string {
  const change = `${quoted(repair.before)} → ${repair.after === '' ? say('nothing') : quoted(repair.after)}`
  const guesses = (repair.guesses ?? []).map(g => {
    const guessed = repair.after.slice(g.span.start - repair.span.start, g.span.end - repair.span.start)
    const others = g.alternatives.length > 0 ? `, ${say('else')} ${g.alternatives.slice(0, 5).join(' ')}` : ''
    return `; ${quoted(guessed)} ${say(g.certainty)} (${g.confidence}${others})`
  })
  const sure = `${say(repair.certainty)}, ${say('confidence')} ${repair.confidence}`
  return `${repair.id} ${repair.rules.join(', ')}: ${change}, ${sure}${guesses.join('')}`
}

function foldLines(text: string, read: string, map: TextMap<Entry>, span: Span, say: Say): string[] {
  const changes = new Map<string, string[]>()
  for (const change of map) {
    const rule = change.notes[0]!.rule
    if (rule === null || !touches(change, span)) continue
    const list = changes.get(rule) ?? []
    changes.set(rule, list)
    const told = `${quoted(read.slice(change.oldStart, change.oldEnd))} → ${quoted(text.slice(change.start, change.end))}`
    if (!list.includes(told)) list.push(told)
  }
  return [...changes].map(
    ([rule, list]) =>
      `${rule}: ${list.slice(0, 6).join(', ')}${list.length > 6 ? ` ${say(`and ${list.length - 6} more`)}` : ''}`,
  )
}

const quoted = (text: string): string =>
  `「${text.length > 60 ? `${text.slice(0, 60)}…` : text}」`.replaceAll('\n', '⏎')

/** The innermost nodes at the place, each with its document and the headings above it. */
function whereabouts(result: Result, span: Span, say: Say): string[] {
  const inside = [...nodes(result)].filter(({node}) => touches(node.span, span))
  const innermost = inside.filter(({node}) => !inside.some(other => other.above.some(clause => clause.id === node.id)))
  const blocks = result.furniture.filter(b => touches(b.span, span)).map(b => say(`page furniture (${b.reason})`))
  return [...innermost.map(placed => nodeLine(placed, say)), ...blocks]
}

function nodeLine({document, node, above}: Placed, say: Say): string {
  const chain = [...above, ...(node.type === 'clause' ? [node] : [])]
  const steps = chain.map(c => `${c.marker?.raw.trim() ?? ''}${c.heading?.text ?? ''}` || c.id)
  const cite = chain.at(-1)?.cite
  return (
    [`${node.id} (${say(node.type)})`, document.title ?? say('(no title)'), ...steps].join(' › ') +
    (cite ? say(`; cite as ${cite}`) : '')
  )
}

function factLine(fact: Fact, say: Say): string {
  const said = [value(fact, say), when(fact, say)].filter(Boolean).join(', ')
  const metric = fact.kind === 'target' ? ` ${fact.metric}` : ''
  const warnings = fact.warnings.map(w => `; ${say('warning')} ${w.code}${w.candidate ? ` (${w.candidate}?)` : ''}`)
  const place = `${say('rule')} ${fact.rule}, ${say(fact.certainty)}, ${say(`line ${placeName(fact.origin)}`)}`
  return `${fact.id} ${say(fact.kind)}${metric}${said ? `: ${said}` : ''} ${quoted(fact.text)}, ${place}${warnings.join('')}`
}
