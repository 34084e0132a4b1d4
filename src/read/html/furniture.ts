/** Elements that look like parts of the page around a document → furniture hints, where the evidence is strong. */
import type {Hint} from '../../model/stages.ts'
import {type Span, trimSpan} from '../../text/span.ts'
import type {Attributes} from '../markup.ts'

type Reason = Extract<Hint, {kind: 'furniture'}>['reason']

/** Counts over all text read so far; the difference between two moments describes an element. */
export interface Tally {
  characters: number
  linked: number
  links: number
  /** Full stops: the mark of running text. */
  stops: number
  headings: number
}

export interface Candidate extends Tally {
  readonly span: Span
  /** What its element or class says; undefined when only its links speak. */
  readonly reason: Reason | undefined
}

const ELEMENTS: ReadonlyMap<string, Reason> = new Map([
  ['nav', 'navigation'],
  ['footer', 'navigation'],
  ['header', 'navigation'],
  ['aside', 'related'],
  ['menu', 'navigation'],
  ['button', 'widget'],
])

/** Words of class and id names, whole words only: `nav-bar` and `topNav` say nav, `pages_content` says nothing. */
const WORDS: readonly (readonly [Reason, string])[] = [
  ['breadcrumb', 'breadcrumb breadcrumbs crumb crumbs bread mbx dqwz weizhi position curpos location'],
  ['share', 'share shares bdshare bdsharebuttonbox jiathis bshare social fenxiang sharebar'],
  ['pager', 'pager pagination pagenav prevnext pageturn paging'],
  [
    'navigation',
    'nav navbar navigation topnav subnav sidenav leftnav menu submenu topmenu leftmenu sidebar footer foot',
  ],
  ['toolbar', 'toolbar tools print fontsize zoom dayin'],
  ['widget', 'qrcode erweima ewm weixin wechat login search searchbox modal dialog pendant backtop gotop totop'],
  ['related', 'related xgwz xgyd xglj xgxx recommend relate relatednews'],
]
const REASONS: ReadonlyMap<string, Reason> = new Map(
  WORDS.flatMap(([reason, words]) => words.split(' ').map(word => [word, reason] as const)),
)
const WORD = /[A-Z]?[a-z]{2,24}/g

/** What the name, class and id of an element say; inside an article, a header or footer is its own. */
export function named(name: string, attributes: Attributes, inArticle: boolean): Reason | undefined {
  const element = inArticle ? undefined : ELEMENTS.get(name)
  if (element || attributes.size === 0) return element
  if (attributes.get('role') === 'navigation') return 'navigation'
  const names = `${attributes.get('class') ?? ''} ${attributes.get('id') ?? ''}`
  if (names.length < 4 || names.length > 200) return undefined
  for (const [word] of names.matchAll(WORD)) {
    const reason = REASONS.get(word.toLowerCase())
    if (reason) return reason
  }
  return undefined
}

/** Whether a link leads away from the page, as those of menus do; one to an attached file belongs to the document. */
export const isOutwardLink = (href: string | undefined): boolean =>
  href !== undefined && !/^#.|\.(?:docx?|xlsx?|pptx?|wps|et|ofd|pdf|zip|rar|7z|tiff?|ceb)(?:[?#]|$)/i.test(href)

/** Whether an element may be furniture at all: no heading in it, no running text, and short or made of links. */
export function plausible(c: Omit<Candidate, 'span'>): boolean {
  if (c.characters === 0 || c.headings > 0) return false
  const share = c.linked / c.characters
  if (c.reason === undefined) return c.links >= 5 && share >= 0.85 && c.stops === 0
  if (c.stops > 2) return false
  return share >= 0.5 || c.characters <= (c.reason === 'navigation' || c.reason === 'related' ? 200 : 60)
}

/** Candidates that together cover more of the page than this are no furniture: the page is a list of links. */
const MOST = 0.5

/** The outermost of the plausible candidates, in order. */
export function furnitureHints(text: string, candidates: readonly Candidate[]): Hint[] {
  const ordered = [...candidates].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
  const hints: Hint[] = []
  let covered = 0
  let end = -1
  for (const candidate of ordered) {
    if (candidate.span.start < end) continue
    const span = trimSpan(text, candidate.span)
    if (span.end === span.start) continue
    hints.push({kind: 'furniture', span, reason: candidate.reason ?? 'navigation'})
    covered += span.end - span.start
    end = candidate.span.end
  }
  return covered > text.length * MOST ? [] : hints
}
