/** …本行政区域内的城⏎- 3 -⏎市绿化工作… → …本行政区域内的城市绿化工作…: lines that were broken inside a sentence. */
import {type Line, linesOf, type PageLine, pageLines, widthOf} from '../lines.ts'
import {closesBracket} from '../open-bracket.ts'
import {type Furniture, skipPage} from '../page-turns.ts'
import {pairCounts} from '../pairs.ts'
import type {RepairEdit, RepairRule} from '../repair.ts'

/**
 * Why the sentence goes on: a word that the text writes whole elsewhere (城|市), a mark that begins no line, a bracket
 * that is open, a sign in parts (PM|2.5), a page's foot or head in between. `none`: only that it has not ended; `title`: a
 * bracket is open, but a title may well be set on two lines.
 */
type Evidence = 'word' | 'mark' | 'bracket' | 'sign' | 'page' | 'title' | 'none'

/** What proves nothing by itself, but counts on a wrapped page. */
const WEAK: readonly Evidence[] = ['word', 'title', 'none']

interface Break {
  readonly start: number
  readonly end: number
  readonly evidence: Evidence
  readonly between: Furniture | undefined
  readonly latin: boolean
  readonly above: Line
}

/** No more of the lines above is read. */
const ABOVE = 200

const CONFIDENCE: Readonly<Record<Evidence, number>> = {
  word: 0.95,
  mark: 0.97,
  bracket: 0.95,
  sign: 0.95,
  page: 0.9,
  title: 0.9,
  none: 0.85,
}

/** So many breaks with evidence, and a fifth of all, make a wrapped page. On others a word alone proves nothing. */
const WRAPPED_PAGE = 3

/** Headings, list items, cells, labels and paragraphs with an indent begin lines of their own; no page is joined to them. */
export const hardWrap: RepairRule = {
  id: 'hard-wrap',
  why: 'line broken inside a sentence',
  *find(text): Generator<RepairEdit> {
    const lines = linesOf(text)
    const seen = {lines, ...measure(lines), isPageLine: pageLines(lines), isWord: pairFinder(text), isWrapped: false}
    const all = breaksOf(seen, ({evidence}) => evidence !== 'none')
    if (!all.some(b => b.evidence !== 'none') && all.length < WRAPPED_PAGE) return
    const isWrapped = isWrappedPage(all, seen.isFull)
    const goesOn = ({evidence}: Break): boolean => isWrapped || !WEAK.includes(evidence)
    for (const b of breaksOf({...seen, isWrapped}, goesOn)) {
      if (!goesOn(b)) continue
      const furniture = b.between === 'number' ? 'page-number' : b.between
      const insert = b.latin && !furniture ? ' ' : ''
      yield {start: b.start, end: b.end, insert, confidence: CONFIDENCE[b.evidence], ...(furniture ? {furniture} : {})}
    }
  },
}

/** Enough breaks are proven, or most lines that do not end their sentence are full. */
function isWrappedPage(all: readonly Break[], isFull: Seen['isFull']): boolean {
  const proven = all.filter(b => b.evidence !== 'none').length
  if (proven >= WRAPPED_PAGE && proven * 5 >= all.length) return true
  const wide = all.filter(b => isFull(b.above)).length
  return wide >= WRAPPED_PAGE && wide * 5 >= all.length * 3
}

/**
 * How much narrower than the widest a full line may be. An indent is lost, letters and figures are set apart: of a line
 * inside a paragraph or an article, which is no title and no heading, less is asked.
 */
const RAGGED = {inside: 0.2, marked: 0.1}
const ARTICLE = /^第[〇零一二三四五六七八九十百千0-9]{1,6}条/

/** The share of lines of prose that may be wider than a full one: cells, and what was set by hand. */
const WIDER_THAN_FULL = 0.1
/** Half-width columns that a full line may lack: an indent that was trimmed, and a character that did not fit. */
const LACKING = 6

/** The least indent of all lines, and a test of a line for being full: about as wide as prose is, a tenth of it left out. */
function measure(lines: readonly Line[]): Pick<Seen, 'margin' | 'isFull'> {
  const margin = lines.reduce((least, line) => Math.min(least, line.indent), Infinity)
  let longest: number | undefined
  let widest: number | undefined
  const over = (measured: (line: Line) => number): number => {
    const widths = lines.filter(line => isProse(line.text)).map(measured)
    const wider = Math.min(Math.ceil(widths.length * WIDER_THAN_FULL), widths.length - 1)
    return widths.sort((a, b) => b - a)[wider] ?? 0
  }
  return {
    margin,
    isFull: (line, ragged = 0) => {
      longest ??= over(({text}) => text.length)
      // A line has at most two columns a character; titles are told from full lines without counting columns.
      if (line.indent + 2 * line.text.length < longest - LACKING) return false
      widest ??= over(widthOf)
      return widthOf(line) >= widest - Math.max(LACKING, widest * ragged)
    },
  }
}

interface Seen {
  readonly lines: readonly Line[]
  readonly margin: number
  /** @param ragged the part of the widest line that it may lack */
  readonly isFull: (line: Line, ragged?: number) => boolean
  readonly isPageLine: (line: Line) => PageLine | undefined
  /** Whether the page is known to be wrapped: then a full line goes on in one without a comma too. */
  readonly isWrapped: boolean
  readonly isWord: (pair: string) => boolean
}

/** Every place where a sentence may go on, the lines above read as one as far as they have been joined. */
function breaksOf(seen: Seen, joins: (b: Break) => boolean): Break[] {
  const {lines} = seen
  const breaks: Break[] = []
  let above = ''
  for (let i = 0; i + 1 < lines.length; i++) {
    above = above.slice(-ABOVE) + lines[i]!.text
    const found = isUnfinished(above) ? breakAfter(seen, i, above) : undefined
    if (found) breaks.push(found.at)
    if (found && joins(found.at)) i = found.next - 1
    else above = ''
  }
  return breaks
}

function breakAfter(seen: Seen, i: number, above: string): {at: Break; next: number} | undefined {
  const direct = directEvidence(above, seen.lines, i + 1)
  if (direct) return {at: breakAt(seen.lines[i]!, seen.lines[i + 1]!, direct, undefined), next: i + 1}
  const {next, between} = skipPage(seen.lines, i + 1, seen.isPageLine)
  const below = seen.lines[next]
  const line = seen.lines[i]!
  if (!below || below.indent > seen.margin + 1) return undefined
  const inside = above.length > line.text.length || ARTICLE.test(line.text)
  const ragged = inside ? RAGGED.inside : OPENING.test(line.text) ? RAGGED.marked : 0
  const full = seen.isFull(line, ragged)
  const on =
    continues(below.text) ||
    (full && inside && isLong(below.text) && seen.isFull(below, RAGGED.marked)) ||
    (full && seen.isWrapped && isMiddle(below, seen))
  if (!on || !(full || isProse(above.replace(COUNTED, '')))) return undefined
  const evidence = evidenceOf(above, below.text, between, seen.isWord)
  return {at: breakAt(seen.lines[i]!, below, evidence, between), next}
}

const breakAt = (above: Line, below: Line, evidence: Evidence, between: Furniture | undefined): Break => ({
  start: above.end,
  end: below.start,
  evidence,
  between,
  latin: /[A-Za-z]$/.test(above.text) && /^[A-Za-z]/.test(below.text),
  above,
})

/** The stop of 一、 makes no prose of a heading. */
const COUNTED = /^(?:[一二三四五六七八九十]{1,3}|[0-9]{1,3})[、.．]/
/** No cell. */
const isLong = (line: string): boolean => line.length >= 16 && !OPENING.test(line)

const isUnfinished = (line: string): boolean => /[\u3400-\u9fff，、,0-9%％A-Za-z（《〔(]/.test(line.at(-1)!)

/** Headings, cells and labels have no comma and no full stop, or are short. */
const isProse = (line: string): boolean => line.length >= 12 && /[，。；、,;]/.test(line)

/** The rest of a sentence: prose, its end or the end of its lead, and no marker, label or markup that begins a line. */
const continues = (line: string): boolean =>
  ((isProse(line) || /^[\u3400-\u9fff].{0,12}[。；;]$/.test(line)) && !OPENING.test(line)) || isEndOfLead(line)

/** 列技术系统： after …建立下: a label stands before its value. */
const isEndOfLead = (line: string): boolean => /^[\u3400-\u9fff]{2,24}[：:]$/.test(line) && /[统列下容况件]/.test(line)

/** A line of a wrapped page that says no more than where it stands: full itself, or a number that ends the sentence. */
const isMiddle = (line: Line, {isFull}: Seen): boolean =>
  !OPENING.test(line.text) &&
  (/^[0-9].{0,12}[。；;]$/.test(line.text) || (isFull(line) && /^[\u3400-\u9fff0-9]/.test(line.text)))

const OPENING =
  /^(?:第[〇零一二三四五六七八九十百千0-9]{1,6}[编章节条款]|[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十0-9]{1,3}[）)]|[0-9]{1,3}(?:\.[0-9]{1,2}){0,3}(?:[.．、)）](?![0-9])|\s(?![万亿元个年月日天名人家份倍%％]))|[①-⑳㈠-㈩#|>*•·—-]|附[件录表]|[\u3400-\u9fff]{2,6}[：:]|https?:)/

/** What tells by itself that the very next line goes on. A line-initial 、 or 。 is damage of another kind. */
function directEvidence(above: string, lines: readonly Line[], next: number): Evidence | undefined {
  const below = lines[next]!.text
  if (/[0-9]$/.test(above) && /^[%％‰](?:[\u3400-\u9fff]{2}|[，。；;,])/.test(below)) return 'mark'
  const isBracketed = closesBracket(above, lines, next)
  if (!isProse(above)) return isBracketed ? 'title' : undefined
  if (/^(?:[，；：！？）》〉〕】”,;:!?)]|。$)/.test(below)) return 'mark'
  if (isBracketed) return 'bracket'
  if (/[\u3400-\u9fff][A-Z]{1,4}$/.test(above) && /^[0-9.]{1,4}(?:$|[\u3400-\u9fff])/.test(below)) return 'sign'
  return /[\u3400-\u9fff]PM(?:2\.5|10)$/.test(above) && continues(below) ? 'sign' : undefined
}

function evidenceOf(
  above: string,
  below: string,
  between: Furniture | undefined,
  isWord: (pair: string) => boolean,
): Evidence {
  if (between && between !== 'number') return 'page'
  const pair = above.at(-1)! + below[0]!
  return /^[\u3400-\u9fff]{2}$/.test(pair) && isWord(pair) ? 'word' : 'none'
}

/** So many pairs are looked up one by one; a page that asks for more has all of its pairs counted. */
const LOOKED_UP = 128

/** Whether two characters stand side by side in the text at least twice. */
function pairFinder(text: string): (pair: string) => boolean {
  const known = new Map<string, boolean>()
  let counts: Map<string, number> | undefined
  return pair => {
    let found = known.get(pair)
    if (found !== undefined) return found
    if (known.size < LOOKED_UP) {
      const first = text.indexOf(pair)
      found = first !== -1 && text.includes(pair, first + 1)
    } else {
      counts ??= pairCounts(text)
      found = counts.get(pair)! >= 2
    }
    known.set(pair, found)
    return found
  }
}
