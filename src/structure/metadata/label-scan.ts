/** Text → the labels in it, however they are spaced: 索 引 号： and 【发文字号】 as well as 索引号. */
import {charset, WHITE_SPACE} from '../../text/charset.ts'
import {LABELS, type LabelKey} from '../data/labels.ts'

export interface Label {
  readonly key: LabelKey
  /** As the lexicon spells it. */
  readonly label: string
  readonly start: number
  /** After its colon or bracket. */
  readonly end: number
  /** A colon or bracket follows, not only a space. */
  readonly strong: boolean
}

/** The lexicon: a label as it is spelled, and what it names. */
export const KEYS: ReadonlyMap<string, LabelKey> = new Map(
  (Object.keys(LABELS) as LabelKey[]).flatMap(key => LABELS[key].map(label => [label, key] as const)),
)

// One pattern of all labels with spaces between all characters takes longer to compile than a page to read.
const BY_FIRST = longestFirst(KEYS.keys())

function longestFirst(labels: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>()
  for (const label of labels) {
    const group = groups.get(label[0]!)
    if (group) group.push(label)
    else groups.set(label[0]!, [label])
  }
  for (const group of groups.values()) group.sort((a, b) => b.length - a.length)
  return groups
}

const parts = charset('；;，,、|（(【[•·●■◆▪○', WHITE_SPACE)
const isWhite = charset(WHITE_SPACE)
const WIDEST = 10

/** 发布者：某处发布时间：2018-05-22浏览次数：13: labels that no value holds, and that need no space before them. */
const GLUED =
  /^(?:发布|发表|更新|公开)(?:时间|日期)$|^(?:浏览|点击|阅读|访问)(?:次数|量|数)$|^(?:信息|稿件|文章|新闻)来源$/
const opensGlued = charset('发更公浏点阅访信稿文新')

/**
 * The labels of a text from left to right; each opens the text or stands after a space, a stop or a bracket, some with a
 * colon right after the value before them.
 */
export function* labelsIn(text: string): Generator<Label> {
  let labelled = false
  for (let at = 0; at < text.length; at++) {
    const found =
      (at === 0 && labelAt(text, 0)) ||
      (parts(text.charCodeAt(at)) && labelAt(text, at + 1)) ||
      (labelled && opensGlued(text.charCodeAt(at)) && gluedAt(text, at))
    if (!found) continue
    yield found
    labelled = true
    at = found.end - 1
  }
}

function gluedAt(text: string, at: number): Label | undefined {
  const found = labelAt(text, at)
  return found?.strong && GLUED.test(found.label) ? found : undefined
}

/** The longest label that is spelled here and ends as a label does. */
function labelAt(text: string, start: number): Label | undefined {
  for (const label of BY_FIRST.get(text[start] ?? '') ?? []) {
    const spelled = spelledTo(text, start, label)
    const tail = spelled === undefined ? undefined : tailAt(text, spelled, text[start - 1] === '【')
    if (tail) return {key: KEYS.get(label)!, label, start, ...tail}
  }
  return undefined
}

function spelledTo(text: string, start: number, label: string): number | undefined {
  let at = start
  for (let i = 0; i < label.length; i++) {
    if (i > 0) at = afterSpace(text, at)
    if (text[at] !== label[i]) return undefined
    at++
  }
  return at
}

/** @param isOpened whether 【 stands before the label: then 】 ends it, whatever follows */
function tailAt(text: string, at: number, isOpened: boolean): {end: number; strong: boolean} | undefined {
  const bracket = afterSpace(text, at)
  if (text[bracket] === '】' || text[bracket] === ']') {
    const end = bracket + 1
    const colon = colonAfter(text, end)
    if (isOpened || colon !== undefined || endsAt(text, end)) return {end: colon ?? end, strong: true}
  }
  const colon = colonAfter(text, at)
  if (colon !== undefined) return {end: colon, strong: true}
  return endsAt(text, at) ? {end: at, strong: false} : undefined
}

const endsAt = (text: string, at: number): boolean => at >= text.length || isWhite(text.charCodeAt(at))

function colonAfter(text: string, at: number): number | undefined {
  const colon = afterSpace(text, at)
  return text[colon] === ':' || text[colon] === '：' ? colon + 1 : undefined
}

function afterSpace(text: string, at: number): number {
  let end = at
  while (end < at + WIDEST && (text[end] === ' ' || text[end] === '\u3000' || text[end] === '\u00a0')) end++
  return end
}
