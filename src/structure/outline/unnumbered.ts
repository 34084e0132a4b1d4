/** Short lines without a number → headings, where other text hangs on them. */
import {charset} from '../../text/charset.ts'
import {ARABIC, ARTICLE} from '../data/kinds.ts'
import type {Line} from '../line.ts'
import type {Piece, TextPiece} from './pieces.ts'
import {isQuestion, questionsOf} from './questions.ts'
import type {Decision} from './search.ts'
import type {Placed} from './tree.ts'

const MOST = 30

/** Whether a line without a number may be a heading by its looks: short, a name, no sentence, no label, no date. */
export function looksLikeHeading(line: Line, text: string): boolean {
  if (line.heading > 0 || isNamed(text) || isQuestion(text)) return true
  if (BYLINE.test(text)) return false
  if (CLOSES_BRACKET.test(text)) return false
  if (text.length > MOST || NO_HEADING.test(text) || (/[\s\u3000]/.test(text) && CELLS.test(text))) return false
  return /[\u3400-\u9fff][\s\S]*[\u3400-\u9fff]/.test(text)
}
/** 新华社记者 于文静: who wrote a report heads nothing in it. */
const BYLINE = /^.{0,14}(?:记者|通讯员|作者|撰稿|撰文)[\s\u3000:：][^。；]{2,24}$/
/** 行动一：县级医院提质行动 · 专栏2 主要指标 · 附录 名词解释: counted by a word of their own, whatever follows. */
const NAMED =
  /^(?:(?:专项行动|行动|专项|工程|项目|举措|步骤|板块|模块|(?:重点)?任务|专栏)[\s\u3000]{0,2}(?:[一二三四五六七八九十]{1,3}|\d{1,2})(?:[:：、.．][\s\u3000]{0,2}|[\s\u3000]{1,4}|(?=[“《]))|(?:专栏|附录|附表|附图)[\s\u3000]{0,2}[一二三四五六七八九十\d]{0,3}[:：\s\u3000]{1,4})(?=\S)[^。；！？]{2,36}$/
const NAMES = charset('专行工项举步板模附任重')
/** Whether a line is a heading by the word it is counted with, or the lead of notes. */
export const isNamed = (text: string): boolean =>
  (text.length <= 48 && NAMES(text.charCodeAt(0)) && NAMED.test(text)) || isNote(text)
/** 注： over a list of notes, 名词解释 over a glossary. */
const isNote = (text: string): boolean =>
  text.length <= 6 && /^(?:(?:备\s?注|注\s?释|[说説]\s?明|填[表报]说明|附\s?注|注)[:：]|名词(?:解释|注释))$/.test(text)
/** What stands beside the numbered parts of a document, never inside one. */
const APART = /^附[\s\u3000]{0,2}[录表图]|^名词(?:解释|注释)$/
/** 通过）: the end of a bracket that a line above opened. */
const CLOSES_BRACKET = /^[^（(]{0,40}[）)]$/
const NO_HEADING =
  /[。；，！？…、|_]|^第\s{0,8}号$|^附件|^《[^》]{2,40}》第[^章节编]{1,12}$|^[（(]|：.|.{12}：$|如下：$|\d{4}年\d{1,2}月|[年月日]$/
/** 孙　浩　市生态环境局副局长: cells of a list, not words set apart to fill a line. */
const CELLS =
  /^[\u3400-\u9fff]{1,4}(?:[\s\u3000]{1,8}[\u3400-\u9fff]{1,3})?[\s\u3000]{1,20}\S{0,20}(?:长|主任|书记|委员|专员|经理|总监|教授|干部|科员)$/

/** Gives every piece its place: as a numbered clause, a heading without a number, or text. */
export function placeHeadings(text: string, cut: readonly Piece[], decisions: readonly (Decision | null)[]): Placed[] {
  const ahead = nextMarkers(cut, decisions)
  const questions = questionsOf(text, cut, decisions, UNMARKED)
  const over = overRunning(text, cut, decisions)
  let depth = 0
  const placed = cut.map((piece, i): Placed => {
    const decision = decisions[i]?.reading ? decisions[i]! : null
    if (decision) depth = decision.depth + 1
    const known = over.get(i) ?? questions.get(i)
    if (!decision && known) return {piece, decision, heading: known}
    const isNone = decision || piece.kind === 'node' || !piece.short || isUnderBare(cut[i - 1], decisions[i - 1])
    const place = isNone ? null : headingAt(text, cut, i, ahead[i]!, depth)
    if (place === null) return {piece, decision, heading: null}
    const box = piece.kind === 'text' && isBox(text.slice(piece.start, piece.end))
    return {piece, decision, heading: {depth: place, level: box ? BOX : levelOf(piece, cut[i + 1])}}
  })
  return alike(text, placed)
}

/** 第三节 alone on its line takes the next one for its name. */
const isUnderBare = (before: Piece | undefined, decision: Decision | null | undefined): boolean =>
  before?.kind === 'text' && decision?.reading?.length === before.end - before.start

const FEWEST_ALIKE = 2
const MOST_ALIKE = 8
/** 劳有所得 over a few words, between 学有所教 and 病有所医 over long text: a line as long as two headings beside it is one too. */
function alike(text: string, placed: readonly Placed[]): Placed[] {
  const lengths = new Map<number, number>()
  const long = (piece: Piece): number =>
    piece.kind === 'text' && piece.short ? piece.end - piece.start : MOST_ALIKE + 1
  const own = ({piece, heading}: Placed): number =>
    heading?.level === UNMARKED && long(piece) <= MOST_ALIKE ? long(piece) : 0
  for (const one of placed) lengths.set(own(one), (lengths.get(own(one)) ?? 0) + 1)
  let last: Placed['heading'] = null
  let length = 0
  return placed.map((one, i) => {
    if (one.decision) last = null
    else if (own(one) > 0) {
      last = one.heading
      length = own(one)
    } else if (last && !one.heading && (lengths.get(length) ?? 0) >= FEWEST_ALIKE) {
      const apart = endsSentence(text, placed[i - 1]?.piece) && endsSentence(text, placed[i + 1]?.piece)
      if (apart && long(one.piece) === length) return {...one, heading: last}
    }
    return one
  })
}

const endsSentence = (text: string, piece: Piece | undefined): boolean =>
  piece?.kind === 'text' && piece.readings.length === 0 && !piece.short && text[piece.end - 1] === '。'

const FEWEST_OVER = 2
const MOST_OVER = 16
/**
 * Short lines between paragraphs that are numbered through: 背景 over 2., 查询 over 5., and 改善民生 over 房屋供应 over
 * 3. One alone may be any line; several are a manner of writing.
 */
function overRunning(
  text: string,
  cut: readonly Piece[],
  decisions: readonly (Decision | null)[],
): ReadonlyMap<number, {depth: number; level: number}> {
  const found = new Map<number, {depth: number; level: number}>()
  const isName = (i: number): boolean => {
    const piece = cut[i]
    if (piece?.kind !== 'text' || !piece.short || decisions[i]?.reading) return false
    return piece.end - piece.start <= MOST_OVER && !/[：:]/.test(text[piece.end - 1]!)
  }
  for (let i = 1; i + 1 < cut.length; i++) {
    const next = decisions[i + 1]
    const runs = next?.reading?.kind === ARABIC && next.reading.number > 1 && next.fit !== 'restart'
    if (!runs || !isName(i)) continue
    const {depth} = next
    if (hasEnded(text, cut[i - 1], decisions[i - 1])) found.set(i, {depth, level: UNMARKED})
    else if (isName(i - 1) && (hasEnded(text, cut[i - 2], decisions[i - 2]) || decisions[i - 2]?.reading)) {
      found.set(i - 1, {depth, level: OVER_UNMARKED})
      found.set(i, {depth, level: UNMARKED})
    }
  }
  return found.size >= FEWEST_OVER ? found : new Map()
}

/** Whether what stands above a heading has come to the end of a sentence. */
function hasEnded(text: string, before: Piece | undefined, decision: Decision | null | undefined): boolean {
  if (before?.kind !== 'text') return false
  return (decision?.reading != null || before.end - before.start > MOST_OVER) && /[。；]/.test(text[before.end - 1]!)
}

/** The level of a heading that heads a table of contents, and of one that the format says nothing about. */
export const CONTENTS = 10
/** 专栏2, 注：, 附表1: a box beside the text; what counts on from above it does not stand in it. */
export const BOX = 11
const isBox = (text: string): boolean =>
  '专附备注说説填'.includes(text[0]!) && isNamed(text) && !text.startsWith('专项')
const OVER_UNMARKED = 8
const UNMARKED = 9

function levelOf(piece: Piece, next: Piece | undefined): number {
  if (next?.kind === 'text' && next.listed) return CONTENTS
  if (piece.kind === 'text' && piece.named) return piece.named === 'outer' ? OVER_UNMARKED : UNMARKED
  return piece.kind === 'text' && piece.line.heading > 0 ? piece.line.heading : UNMARKED
}

/** For each piece the next marker before any other short line. */
function nextMarkers(cut: readonly Piece[], decisions: readonly (Decision | null)[]): (Decision | null)[] {
  const out = new Array<Decision | null>(cut.length).fill(null)
  let next: Decision | null = null
  for (let i = cut.length - 1; i >= 0; i--) {
    out[i] = next
    const piece = cut[i]!
    if (decisions[i]?.reading) next = decisions[i]!
    else if (piece.kind === 'text' && piece.short) next = null
  }
  return out
}

const CLOSING_CHAPTER = /^(?:附[ \u3000]{0,8}则|罚[ \u3000]{0,8}则|法律责任)$/
/** How many numbered levels stand above a heading; null when the short line is only text. */
function headingAt(
  text: string,
  cut: readonly Piece[],
  i: number,
  next: Decision | null,
  depth: number,
): number | null {
  const piece = cut[i] as TextPiece
  const marked = piece.line.heading > 0
  const own = text.slice(piece.start, piece.end)
  if (piece.named) return 0
  // 附则 closes the chapters, also where it has no number among theirs.
  if (!marked && next?.reading?.kind === ARTICLE && CLOSING_CHAPTER.test(own)) return 0
  if (!marked && isNamed(own)) return APART.test(own) ? 0 : namedAt(text, cut, i, depth, next)
  const after = cut[i + 1]
  if (after?.kind === 'text' && after.listed) return 0
  if (next) {
    const opens = next.reading!.number === 1 || next.fit === 'restart' || next.reading!.kind === ARTICLE
    if (opens && next.depth <= depth && (next.fit !== 'next' || marked || next.depth === 0)) return next.depth
  }
  if (!marked && !longAfter(text, cut, i)) return null
  return marked || !next ? Math.min(depth, next?.depth ?? depth) : null
}

/** A named heading over a list stands where the list does; over text it is beside what is text and under what is a heading. */
function namedAt(text: string, cut: readonly Piece[], i: number, depth: number, next: Decision | null): number {
  if (next?.reading?.number === 1 && next.depth <= depth) return next.depth
  for (let at = i - 1; at >= 0 && i - at <= 200; at--) {
    const piece = cut[at]!
    if (piece.kind !== 'text' || piece.readings.length === 0) continue
    return /[。；]/.test(text.slice(piece.start, piece.end).slice(0, 400)) ? Math.max(0, depth - 1) : depth
  }
  return depth
}

/** Whether running text follows at once. */
function longAfter(text: string, cut: readonly Piece[], i: number): boolean {
  const next = cut[i + 1]
  if (next?.kind !== 'text' || next.readings.length > 0) return false
  const line = text.slice(next.start, next.end)
  return line.length >= 25 && /[。；：]$/.test(line)
}
