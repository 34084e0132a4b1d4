/** What stands after a marker → its heading (a whole line, a lead sentence, 【…】) and the text that hangs on it. */
import type {Span} from '../../text/span.ts'
import {ARTICLE, KINDS} from '../data/kinds.ts'
import {leadEnd, nameEnd} from './lead.ts'
import {type Open, paragraph} from './tree.ts'

const MOST_HAN = 30
const MOST_LINE = 45
/** So many of the siblings must open with such a sentence too. */
const AGREE = 0.6
/** Articles have headings all or none, whatever chapter they stand in; of one or two nobody can tell. */
const AGREE_ARTICLES = 0.8
const FEWEST_ARTICLES = 3

/** Where a heading ends, and whether text follows it in the same paragraph. */
interface Found {
  readonly end: number
  readonly runIn: boolean
}

/** Gives each clause its heading; what is left of its first paragraph becomes the first part of its body. */
export function addHeadings(text: string, opens: readonly Open[]): void {
  const names = spacedNames(text, opens)
  const leads = opens.map((open, i) =>
    open.kind < 0 ? 0 : hangs(open, leadEnd(text, open.first)) || hangs(open, names[i]!),
  )
  const titled = opens.map(open => open.kind >= 0 && isTitle(text, open))
  const agreed = agreement(opens, leads, titled)
  for (let i = 0; i < opens.length; i++) {
    const open = opens[i]!
    const first = open.first
    if (first.start === first.end) continue
    const found = headingOf(text, open, leads[i]!, titled[i]!, agreed)
    if (!found) {
      open.clause.body.unshift({span: first})
      continue
    }
    const span = {start: first.start, end: first.start + found.end}
    open.clause.heading = {text: text.slice(span.start, span.end), runIn: found.runIn, span}
    const rest = found.runIn ? afterSpace(text, {start: span.end, end: first.end}) : null
    if (rest && rest.start < rest.end) open.clause.body.unshift({span: rest})
    else hang(text, open)
  }
}

/** Where the names end that a space sets apart; one alone among its like is a text with a space in it. */
function spacedNames(text: string, opens: readonly Open[]): readonly number[] {
  const ends = opens.map(open => (open.kind < 0 ? 0 : nameEnd(text, open.first)))
  const alike = new Map<number, number>()
  for (const [i, end] of ends.entries())
    if (end > 0) alike.set(group(opens[i]!), (alike.get(group(opens[i]!)) ?? 0) + 1)
  return ends.map((end, i) => (end > 0 && alike.get(group(opens[i]!))! > 1 ? end : 0))
}

/** Under a heading that is a line of its own, the paragraphs are nodes of their own too. */
function hang(text: string, {clause}: Open): void {
  if (clause.body.length === 0) return
  const parts = clause.body.splice(0)
  clause.children = [...parts.map(({span}) => paragraph(text, span)), ...clause.children]
}

function headingOf(
  text: string,
  open: Open,
  lead: number,
  titled: boolean,
  agreed: (open: Open) => boolean,
): Found | null {
  const {start, end} = open.first
  if (open.kind < 0) return {end: end - start, runIn: false}
  const bracketed =
    text[start] === '【' ? /^【[^】]{1,40}】/.exec(text.slice(start, Math.min(end, start + MOST_LINE))) : null
  if (bracketed) return {end: bracketed[0].length, runIn: bracketed[0].length < end - start}
  if (titled) return {end: end - start, runIn: false}
  return lead > 0 && agreed(open) ? {end: lead - start, runIn: lead < end} : null
}

/** A whole line without an end: `（一）着力构建现代职业教育体系`, `二、工作目标：`. Items that end in ； or 、 are text. */
function isTitle(text: string, open: Open): boolean {
  const {start, end} = open.first
  if (end - start > MOST_LINE) return false
  const line = text.slice(start, end)
  if (line.lastIndexOf('“') > line.lastIndexOf('”')) return false
  const kind = KINDS[open.kind]!
  if (/[。；]./.test(line)) return false
  // A question is a heading where its answer hangs on it.
  if (line.endsWith('？')) return open.kind !== ARTICLE && (open.clause.body.length > 0 || open.last !== null)
  if (/(?:[。；，、！？…]|[\u3400-\u9fff]\.)$/.test(line)) return kind.group === true && line.length < 30
  if (line.endsWith('：')) return line.length <= 21 && open.kind !== ARTICLE && !/[，；。]/.test(line)
  return open.kind !== ARTICLE || line.length <= MOST_HAN
}

/** A sentence that is the whole line heads something only when something hangs on it. */
const hangs = (open: Open, lead: number): number =>
  lead < open.first.end || open.clause.children.length > 0 || open.clause.body.length > 0 ? lead : 0

/** Whether the siblings of a clause, or all clauses of its kind and depth, open alike. */
function agreement(
  opens: readonly Open[],
  leads: readonly number[],
  titled: readonly boolean[],
): (open: Open) => boolean {
  const alike = new Map<number, Tally>()
  const siblings = new Map<Open, Tally>()
  for (let i = 0; i < opens.length; i++) {
    const open = opens[i]!
    const lead = leads[i]! > 0 || titled[i] ? 1 : 0
    count(alike, group(open), lead)
    if (open.parent) count(siblings, open.parent, lead)
  }
  return open => {
    const all = alike.get(group(open))!
    if (open.kind === ARTICLE) return all.all >= FEWEST_ARTICLES && agree(all, AGREE_ARTICLES)
    const under = open.parent && siblings.get(open.parent)
    return agree(all, AGREE) || (under != null && under.all > 1 && agree(under, AGREE))
  }
}

interface Tally {
  all: number
  lead: number
}
/** Clauses of one kind and depth. */
const group = (open: Open): number => open.kind * 64 + open.depth
const agree = (tally: Tally, share: number): boolean => tally.lead / tally.all >= share

function count<K>(tallies: Map<K, Tally>, key: K, lead: number): void {
  const tally = tallies.get(key)
  if (tally) {
    tally.all++
    tally.lead += lead
  } else tallies.set(key, {all: 1, lead})
}

function afterSpace(text: string, span: Span): Span {
  const slice = text.slice(span.start, span.end)
  return {start: span.end - slice.trimStart().length, end: span.end}
}
