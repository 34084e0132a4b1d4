/** A finished Result and a place in its source → what is known about that place, for a person. */
import type {Fact} from '../model/fact.ts'
import type {Repair} from '../model/repair.ts'
import type {Result} from '../model/result.ts'
import {type TextMap, toOld} from '../text/edits.ts'
import {overlaps, type Span} from '../text/span.ts'
import {type Entry, undo} from '../text/undo.ts'
import {value, when} from './fact-table.ts'
import {harmless, type Paint, plain} from './paint.ts'
import {type At, placeOf} from './place.ts'
import {lineOf, nodes, type Placed} from './row.ts'

/** So many entries of one kind are told; the rest is counted. */
const MOST = 12
/** So much of a line is shown, and so much around a column. */
const LONGEST = 400
const AROUND = 24

/** The lines of the story; null when no text stands at the place. */
export function story(result: Result, at: At, paint: Paint = plain): string[] | null {
  const {read, map} = undo(result)
  const span = placeOf(result, at, read, map)
  if (!span) return null
  const old = toOld(map, span)
  const out = [paint('bold', `${result.source.path ?? 'standard input'}:${at.line}${at.column ? `:${at.column}` : ''}`)]
  const say = (label: string, lines: readonly string[]) => {
    for (const [i, line] of lines.slice(0, MOST).entries())
      out.push(`${paint('dim', (i === 0 ? label : '').padEnd(11))}${harmless(line)}`)
    if (lines.length > MOST) out.push(`${' '.repeat(11)}and ${lines.length - MOST} more`)
  }
  say('source', around(read, old, at))
  say('text', around(result.text, span, at))
  say('repair', result.repairs.filter(r => touches(r.span, span)).map(repairLine))
  say('fold', foldLines(result.text, read, map, span))
  say('stands in', whereabouts(result, span))
  say('fact', result.facts.filter(f => touches(f.span, span)).map(factLine))
  say(
    'note',
    result.diagnostics.filter(d => d.span && touches(d.span, span)).map(d => `${d.message} (${d.code})`),
  )
  return out
}

/** An empty span (something was deleted there) is touched by what surrounds it. */
const touches = (a: Span, b: Span): boolean =>
  overlaps(a, b) ||
  (a.start === a.end && b.start <= a.start && a.start <= b.end) ||
  (b.start === b.end && a.start <= b.start && b.start < a.end)

/** A whole line as it is, cut when long; a column in brackets, with what stands around it. */
function around(text: string, {start, end}: Span, {column}: At): string[] {
  if (column === undefined) {
    const lines = text.slice(start, Math.min(end, start + LONGEST)).split('\n')
    return end - start > LONGEST ? [...lines, '…'] : lines
  }
  const from = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - AROUND)
  const lineEnd = text.indexOf('\n', end)
  const to = Math.min(lineEnd < 0 ? text.length : lineEnd, end + AROUND)
  return [`${text.slice(from, start)}[${text.slice(start, end)}]${text.slice(end, to)}`.replaceAll('\n', '⏎')]
}

function repairLine(repair: Repair): string {
  const change = `${quoted(repair.before)} → ${repair.after === '' ? 'nothing' : quoted(repair.after)}`
  const guesses = (repair.guesses ?? []).map(g => {
    const guessed = repair.after.slice(g.span.start - repair.span.start, g.span.end - repair.span.start)
    const others = g.alternatives.length > 0 ? `, else ${g.alternatives.slice(0, 5).join(' ')}` : ''
    return `; ${quoted(guessed)} ${g.certainty} (${g.confidence}${others})`
  })
  return `${repair.id} ${repair.rules.join(', ')}: ${change}, ${repair.certainty}, confidence ${repair.confidence}${guesses.join('')}`
}

function foldLines(text: string, read: string, map: TextMap<Entry>, span: Span): string[] {
  const changes = new Map<string, string[]>()
  for (const change of map) {
    const rule = change.notes[0]!.rule
    if (rule === null || !touches(change, span)) continue
    const list = changes.get(rule) ?? []
    changes.set(rule, list)
    list.push(`${quoted(read.slice(change.oldStart, change.oldEnd))} → ${quoted(text.slice(change.start, change.end))}`)
  }
  return [...changes].map(
    ([rule, list]) => `${rule}: ${list.slice(0, 6).join(', ')}${list.length > 6 ? ` and ${list.length - 6} more` : ''}`,
  )
}

const quoted = (text: string): string =>
  `「${text.length > 60 ? `${text.slice(0, 60)}…` : text}」`.replaceAll('\n', '⏎')

/** The innermost nodes at the place, each with its document and the headings above it. */
function whereabouts(result: Result, span: Span): string[] {
  const inside = [...nodes(result)].filter(({node}) => touches(node.span, span))
  const innermost = inside.filter(({node}) => !inside.some(other => other.above.some(clause => clause.id === node.id)))
  const blocks = result.furniture.filter(b => touches(b.span, span)).map(b => `page furniture (${b.reason})`)
  return [...innermost.map(nodeLine), ...blocks]
}

function nodeLine({document, node, above}: Placed): string {
  const chain = [...above, ...(node.type === 'clause' ? [node] : [])]
  const steps = chain.map(c => `${c.marker?.raw.trim() ?? ''}${c.heading?.text ?? ''}` || c.id)
  const cite = chain.at(-1)?.cite
  return (
    [`${node.id} (${node.type})`, document.title ?? '(no title)', ...steps].join(' › ') +
    (cite ? `; cite as ${cite}` : '')
  )
}

function factLine(fact: Fact): string {
  const said = [value(fact), when(fact)].filter(Boolean).join(', ')
  const metric = fact.kind === 'target' ? ` ${fact.metric}` : ''
  const warnings = fact.warnings.map(w => `; warning ${w.code}${w.candidate ? ` (${w.candidate}?)` : ''}`).join('')
  return `${fact.id} ${fact.kind}${metric}${said ? `: ${said}` : ''} ${quoted(fact.text)}, rule ${fact.rule}, ${fact.certainty}, line ${lineOf(fact.origin)}${warnings}`
}
