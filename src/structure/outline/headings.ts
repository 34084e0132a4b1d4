/** What stands after a marker → its heading (a whole line, a lead sentence, 【…】) and the text that hangs on it. */
import type {Span} from '../../text/span.ts'
import {ARTICLE, KINDS, type Kind} from '../data/kinds.ts'
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
  const leads = opens.map(open =>
    open.kind < 0 ? null : hangs(open, leadOf(text.slice(open.first.start, open.first.end))),
  )
  const agreed = agreement(
    opens,
    leads,
    opens.map(open => open.kind >= 0 && isTitle(text.slice(open.first.start, open.first.end), open)),
  )
  for (const [i, open] of opens.entries()) {
    const first = open.first
    if (first.start === first.end) continue
    const found = headingOf(text, open, leads[i] ?? null, agreed(open))
    if (!found) {
      open.clause.body.unshift({span: first})
      continue
    }
    const span = {start: first.start, end: first.start + found.end}
    open.clause.heading = {text: text.slice(span.start, span.end), runIn: found.runIn, span}
    const rest = afterSpace(text, {start: span.end, end: first.end})
    if (rest.start < rest.end) open.clause.body.unshift({span: rest})
    else hang(text, open)
  }
}

/** Under a heading that is a line of its own, the paragraphs are nodes of their own too. */
function hang(text: string, {clause}: Open): void {
  const parts = clause.body.splice(0)
  clause.children = [...parts.map(({span}) => paragraph(text, span)), ...clause.children]
}

function headingOf(text: string, open: Open, lead: Found | null, agreed: boolean): Found | null {
  const line = text.slice(open.first.start, open.first.end)
  if (open.kind < 0) return {end: line.length, runIn: false}
  const bracketed = /^【[^】]{1,40}】/.exec(line)
  if (bracketed) return {end: bracketed[0].length, runIn: bracketed[0].length < line.length}
  if (isTitle(line, open)) return {end: line.length, runIn: false}
  return lead && agreed ? lead : null
}

/** A whole line without an end: `（一）着力构建现代职业教育体系`, `二、工作目标：`. Items that end in ； or 、 are text. */
function isTitle(line: string, open: Open): boolean {
  if (line.length > MOST_LINE || line.lastIndexOf('“') > line.lastIndexOf('”')) return false
  const kind: Kind = KINDS[open.kind]!
  if (/[。；]./.test(line)) return false
  if (/(?:[。；，、！？…]|\p{Script=Han}\.)$/u.test(line)) return kind.group === true && line.length < 30
  if (line.endsWith('：')) return line.length <= 21 && open.kind !== ARTICLE && !/[，；。]/.test(line)
  return open.kind !== ARTICLE || line.length <= MOST_HAN
}

/** The lead sentence of a paragraph: short, a name rather than a statement, and more text after it. */
export function leadOf(line: string): Found | null {
  let depth = 0
  let han = 0
  for (let i = 0; i < line.length && i < 80; i++) {
    const c = line[i]!
    if ('“《（('.includes(c)) depth++
    else if ('”》）)'.includes(c)) depth = Math.max(0, depth - 1)
    else if (c === '。' && depth === 0)
      return han >= 1 && han <= MOST_HAN ? {end: i + 1, runIn: i + 1 < line.length} : null
    else if (depth === 0 && c === '，' && isCouplet(line, i)) han--
    else if (depth === 0 && '，；：！？\n'.includes(c)) return null
    else if (c >= '\u3400' && c <= '\u9fff') han++
  }
  return null
}

/** A sentence that is the whole line heads something only when something hangs on it. */
const hangs = (open: Open, lead: Found | null): Found | null =>
  lead && (lead.runIn || open.clause.children.length > 0 || open.clause.body.length > 0) ? lead : null

/** 立足当前，着眼长远。 : two halves of equal length are one heading. */
function isCouplet(line: string, comma: number): boolean {
  return (
    comma >= 4 &&
    comma <= 10 &&
    line.indexOf('，') === comma &&
    line[2 * comma + 1] === '。' &&
    !/[、；：]/.test(line.slice(0, 2 * comma))
  )
}

/** Whether the siblings of a clause, or all clauses of its kind and depth, open alike. */
function agreement(
  opens: readonly Open[],
  leads: readonly (Found | null)[],
  whole: readonly boolean[],
): (open: Open) => boolean {
  const alike = new Map<number, Tally>()
  const siblings = new Map<Open, Tally>()
  for (const [i, open] of opens.entries()) {
    const lead = leads[i] === null && !whole[i] ? 0 : 1
    count(alike, group(open), lead)
    if (open.parent) count(siblings, open.parent, lead)
  }
  return open => {
    const all = alike.get(group(open))!
    if (open.kind === ARTICLE) return all.all >= FEWEST_ARTICLES && agree(all, AGREE_ARTICLES)
    const under = open.parent && siblings.get(open.parent)
    return agree(all, AGREE) || (under != null && agree(under, AGREE))
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
