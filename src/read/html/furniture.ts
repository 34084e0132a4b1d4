/** Elements that look like parts of the page around a document → furniture hints, where the evidence is strong. */
import type {Hint} from '../../model/stages.ts'
import {type Span, trimSpan} from '../../text/span.ts'
import type {Attributes} from '../markup.ts'

type Reason = Extract<Hint, {kind: 'furniture'}>['reason']

export interface Named {
  readonly reason: Reason
  readonly demand: 'short' | 'links'
}

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
  readonly said: Named | undefined
}

const ELEMENTS: ReadonlyMap<string, Reason> = new Map([
  ['nav', 'navigation'],
  ['footer', 'navigation'],
  ['header', 'navigation'],
  ['aside', 'related'],
  ['menu', 'navigation'],
  ['button', 'widget'],
])

/**
 * Words of class and id names, whole words only: `nav-bar` and `topNav` say nav, `pages_content` says nothing. What a
 * word says is believed of `short` texts, or only where most of the text is links.
 */
const WORDS: readonly (readonly [reason: Reason, demand: 'short' | 'links', words: string])[] = [
  ['breadcrumb', 'short', 'breadcrumb breadcrumbs crumb crumbs mbx dqwz weizhi curpos'],
  ['breadcrumb', 'links', 'bread position location path'],
  ['share', 'short', 'share shares bdshare bdsharebuttonbox jiathis bshare social fenxiang sharebar'],
  ['pager', 'short', 'pager pagination pagenav prevnext pageturn paging'],
  ['pager', 'links', 'page pages'],
  ['navigation', 'short', 'navbar navigation topnav subnav sidenav leftnav topmenu leftmenu footer foot copyright'],
  [
    'navigation',
    'links',
    'nav menu submenu sidebar header head topbar top bottom left right links link yqlj friendlink',
  ],
  ['toolbar', 'short', 'toolbar tools fontsize dayin'],
  ['toolbar', 'links', 'print zoom tool'],
  ['widget', 'short', 'qrcode erweima ewm weixin wechat login searchbox modal dialog pendant backtop gotop totop'],
  ['widget', 'links', 'search'],
  ['related', 'links', 'related xgwz xgyd xglj xgxx recommend relate relatednews hot rank list'],
]
const REASONS: ReadonlyMap<string, Named> = new Map(
  WORDS.flatMap(([reason, demand, words]) => words.split(' ').map(word => [word, {reason, demand}] as const)),
)
const WORD = /[A-Z]?[a-z]{2,24}/g

/** What the name, class and id of an element say; inside an article, a header or footer is its own. */
export function named(name: string, attributes: Attributes, inArticle: boolean): Named | undefined {
  const element = inArticle ? undefined : ELEMENTS.get(name)
  if (element) return {reason: element, demand: name === 'header' ? 'links' : 'short'}
  if (attributes.size === 0) return undefined
  if (attributes.get('role') === 'navigation') return {reason: 'navigation', demand: 'short'}
  const names = `${attributes.get('class') ?? ''} ${attributes.get('id') ?? ''}`
  if (names.length < 4 || names.length > 200) return undefined
  let said: Named | undefined
  for (const [word] of names.matchAll(WORD)) {
    const found = REASONS.get(word.toLowerCase())
    if (found?.demand === 'short') return found
    said ??= found
  }
  return said
}

/** Whether a link leads away from the page, as those of menus do; one to an attached file belongs to the document. */
export const isOutwardLink = (href: string | undefined): boolean =>
  href !== undefined && !/^#.|\.(?:docx?|xlsx?|pptx?|wps|et|ofd|pdf|zip|rar|7z|tiff?|ceb)(?:[?#]|$)/i.test(href)

/** What is short: a line of tools, and the imprint at the foot of a page. */
const SHORT = 60
const IMPRINT = 300
/** So many links in a row, with hardly anything between them, are a menu or a list of other pages. */
const LIST_LINKS = 5
const LIST_SHARE = 0.6

/** Whether an element may be furniture at all: no running text in it, and made of links, or short and no heading. */
export function plausible({said, characters, linked, links, stops, headings}: Omit<Candidate, 'span'>): boolean {
  if (characters === 0 || stops > 2) return false
  const share = linked / characters
  if (stops === 0 && links >= LIST_LINKS && share >= LIST_SHARE) return true
  if (!said) return false
  if (share >= 0.5) return true
  return headings === 0 && said.demand === 'short' && characters <= (said.reason === 'navigation' ? IMPRINT : SHORT)
}

/** A single block with more of the page than this holds the document too. */
const LARGEST = 0.5
/** Where this much would be furniture, the page is a list of links and nothing else. */
const MOST = 0.9

/** The outermost of the plausible candidates, in order. */
export function furnitureHints(text: string, candidates: readonly Candidate[]): Hint[] {
  const ordered = [...candidates].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
  const hints: Hint[] = []
  let covered = 0
  let end = -1
  for (const candidate of ordered) {
    if (candidate.span.start < end) continue
    if (!candidate.said && candidate.characters > text.length * LARGEST) continue
    const span = trimSpan(text, candidate.span)
    if (span.end === span.start) continue
    hints.push({kind: 'furniture', span, reason: candidate.said?.reason ?? 'navigation'})
    covered += span.end - span.start
    end = candidate.span.end
  }
  return covered > text.length * MOST ? [] : hints
}
