/** Paragraphs without a number that open with a heading sentence → paragraphs with a heading: 规范民办教育发展。深化…. */
import type {Leaf, Node} from '../../model/document.ts'
import type {Draft} from '../../model/stages.ts'
import type {Span} from '../../text/span.ts'
import {ARTICLE} from '../data/kinds.ts'
import {leadEnd} from './lead.ts'
import {type Open, paragraph} from './tree.ts'

/** One alone may be any short sentence; two in a row are a manner of writing. */
const FEWEST = 2
const MOST_HAN = 20
/** What a heading does not say and a statement does. */
const STATEMENT =
  /应当|应该|必须|不得|可以|可由|是指|系指|为准|负责|如下|本[办规细条通意方]|特此|^请|^现将|^自|^[各本该其此]|^[^“]{0,4}要|施行|有权|违反|的，|[了过着]。/

/** The paragraphs of a clause that open so become its children; what follows them too, so that order is kept. */
export function addLeads(text: string, opens: readonly Open[], roots: readonly Draft<Node>[]): void {
  for (const open of opens) {
    const {body: parts, children} = open.clause
    if ((parts.length < FEWEST && children.length < FEWEST) || withinArticle(open)) continue
    const first = firstOfRun(text, parts)
    if (first >= 0) {
      const moved = parts.splice(first).map(({span}) => paragraph(text, span))
      open.clause.children = [...moved, ...open.clause.children]
    }
    headAll(text, open.clause.children)
  }
  headAll(text, roots)
}

function withinArticle(open: Open): boolean {
  for (let up: Open | null = open; up; up = up.parent) if (up.kind === ARTICLE) return true
  return false
}

/** Gives headings to runs of paragraphs that open alike. */
function headAll(text: string, nodes: readonly Draft<Node>[]): void {
  let run: Draft<Leaf>[] = []
  const settle = (): void => {
    if (run.length >= FEWEST) for (const leaf of run) addHeading(text, leaf)
    run = []
  }
  for (const node of nodes) {
    if (node.type === 'paragraph' && endOfLead(text, node.span) > 0) run.push(node)
    else if (run.length > 0) settle()
  }
  settle()
}

function addHeading(text: string, leaf: Draft<Leaf>): void {
  const span = {start: leaf.span.start, end: endOfLead(text, leaf.span)}
  leaf.heading = {text: text.slice(span.start, span.end), runIn: true, span}
}

/** Where the first run of at least two such paragraphs begins; -1 when there is none. */
function firstOfRun(text: string, paragraphs: readonly {readonly span: Span}[]): number {
  if (paragraphs.length < FEWEST) return -1
  let run = 0
  for (let i = 0; i < paragraphs.length; i++) {
    run = endOfLead(text, paragraphs[i]!.span) > 0 ? run + 1 : 0
    if (run === FEWEST) return i - FEWEST + 1
  }
  return -1
}

/** Where the heading sentence ends; 0 when the paragraph opens with none. */
function endOfLead(text: string, {start, end}: Span): number {
  const lead = leadEnd(text, {start, end})
  if (lead === 0 || lead === end || lead - start > MOST_HAN + 6) return 0
  const sentence = text.slice(start, lead)
  return !STATEMENT.test(sentence) && !/^\d/.test(sentence) ? lead : 0
}
