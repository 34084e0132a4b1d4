/** Paragraphs without a number that open with a heading sentence → paragraphs with a heading: 规范民办教育发展。深化…. */
import type {Leaf, Node} from '../../model/document.ts'
import type {Draft} from '../../model/stages.ts'
import {ARTICLE} from '../data/kinds.ts'
import {leadOf} from './headings.ts'
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
    if (withinArticle(open)) continue
    const parts = open.clause.body
    const first = firstOfRun(parts.map(part => text.slice(part.span.start, part.span.end)))
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
    if (node.type === 'paragraph' && endOfLead(node.text) > 0) run.push(node)
    else settle()
  }
  settle()
}

function addHeading(text: string, leaf: Draft<Leaf>): void {
  const span = {start: leaf.span.start, end: leaf.span.start + endOfLead(leaf.text)}
  leaf.heading = {text: text.slice(span.start, span.end), runIn: true, span}
}

/** Where the first run of at least two such paragraphs begins; -1 when there is none. */
function firstOfRun(paragraphs: readonly string[]): number {
  let run = 0
  for (const [i, paragraph] of paragraphs.entries()) {
    run = endOfLead(paragraph) > 0 ? run + 1 : 0
    if (run === FEWEST) return i - FEWEST + 1
  }
  return -1
}

/** Where the heading sentence ends; 0 when the paragraph opens with none. */
function endOfLead(paragraph: string): number {
  const lead = leadOf(paragraph)
  if (!lead?.runIn) return 0
  const sentence = paragraph.slice(0, lead.end)
  return sentence.length <= MOST_HAN + 6 && !STATEMENT.test(sentence) && !/^\d/.test(sentence) ? lead.end : 0
}
