/** 國務院關於全麵發展 → 国务院关于全面发展: traditional characters, also those of a wrong conversion, to simplified ones. */
import type {SourceInfo} from '../../model/result.ts'
import {unitsOf} from '../../text/charset.ts'
import type {Span} from '../../text/span.ts'
import type {Census} from '../census.ts'
import {kinds, simplified, simplifiedUnit, type Word, words} from '../data/script.ts'
import {ASTRAL, EITHER_SCRIPT, IN_WORD, ONLY_SIMPLIFIED, ONLY_TRADITIONAL} from '../data/script-kinds.ts'
import type {RepairEdit, RepairRule} from '../repair.ts'

/** How many characters of a stretch belong to traditional text alone, less those of simplified text alone. */
function lead(text: string, start: number, end: number): number {
  let count = 0
  for (let i = start; i < end; i++) {
    const kind = kinds[text.charCodeAt(i)]!
    if (kind & ONLY_TRADITIONAL) count++
    else if (kind & ONLY_SIMPLIFIED) count--
  }
  return count
}

/** The script of a text: mixed when the rarer of the two has a twentieth of the characters that tell. */
export function scriptOf(count: Census): SourceInfo['script'] {
  const rarer = Math.min(count.traditional, count.simplified)
  if (rarer * 20 >= count.traditional + count.simplified && rarer > 0) return 'mixed'
  if (count.traditional > count.simplified) return 'hant'
  return count.simplified > 0 || /\p{Script=Han}/u.test(count.text) ? 'hans' : 'none'
}

/** A traditional line is one with more traditional than simplified characters; where neither tells, the page does. */
function lineJudge(text: string): (at: number) => boolean {
  let page: number | undefined
  let end = -1
  let traditional = false
  return at => {
    if (at < end) return traditional
    const start = text.lastIndexOf('\n', at) + 1
    end = text.indexOf('\n', at)
    if (end === -1) end = text.length
    let tells = lead(text, start, end)
    if (tells === 0) tells = page ??= lead(text, 0, text.length)
    traditional = tells > 0
    return traditional
  }
}

/** Simplified text is never touched: 显著 專著 keep their 著, and 著力 becomes 着力 in a traditional line only. */
export const script: RepairRule = {
  id: 'script',
  why: 'traditional characters in simplified ones',
  fold: true,
  *find(text): Generator<RepairEdit> {
    if (!hasTraditional(text) && !hasLeftOver(text)) return
    const byAnchor = words()
    const traditionalLine = lineJudge(text)
    const foreign = japaneseLines(text)
    let untouched = foreign[0]?.start ?? Infinity
    const units = unitsOf(text)
    const {length} = text
    for (let at = 0; at < length; at++) {
      if (at >= untouched) {
        at = foreign.shift()!.end
        untouched = foreign[0]?.start ?? Infinity
      }
      const unit = units[at]!
      const kind = kinds[unit]!
      if ((kind & ~ONLY_SIMPLIFIED) === 0) continue
      if (unit === YU && isLeftOver(text, at)) {
        yield {start: at, end: at + 1, insert: '于'}
        continue
      }
      const word = kind & IN_WORD ? wordAt(byAnchor, text, at, traditionalLine) : undefined
      if (word) at = yield* changeWord(word, at)
      else if (kind & ASTRAL) at = yield* changeAstral(text, at)
      else if (kind & ONLY_TRADITIONAL || (kind & EITHER_SCRIPT && traditionalLine(at)))
        yield {start: at, end: at + 1, insert: simplifiedUnit(unit)}
    }
  },
}

/** 於 */
const YU = 0x65bc

function hasTraditional(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (kinds[text.charCodeAt(at)]! & ONLY_TRADITIONAL) return true
  return false
}

/**
 * Behind these, and before a number, 於 is what a conversion has left over, also where the rest is simplified: 不低於90%
 * would else say nothing of a comparator. Elsewhere it may be a surname.
 */
const BEFORE_YU = new Set(
  '低高大小少多晚早等优優限关關由對对屬属位處处至在善便利用基终終过過敢勇乐樂忙急瀕濒源应應将將须須均已可并並',
)
const isLeftOver = (text: string, at: number): boolean =>
  /[0-9]/.test(text[at + 1] ?? '') || (BEFORE_YU.has(text[at - 1]!) && text[at + 1] !== '某')

/** Whether any such 於 stands in a text. */
export function hasLeftOver(text: string): boolean {
  for (let at = text.indexOf('於'); at !== -1; at = text.indexOf('於', at + 1)) if (isLeftOver(text, at)) return true
  return false
}

/** The lines of which every sixth character is hiragana, or more: their characters are not those of a conversion. */
function japaneseLines(text: string): Span[] {
  const found: Span[] = []
  let looked = 0
  for (const {index} of text.matchAll(/[\u3041-\u3096]{2}/g)) {
    if (index < looked) continue
    const start = text.lastIndexOf('\n', index) + 1
    const feed = text.indexOf('\n', index)
    looked = feed === -1 ? text.length : feed
    const hiragana = text.slice(start, looked).match(/[\u3041-\u3096]/g)?.length ?? 0
    if (hiragana * 6 >= looked - start) found.push({start, end: looked})
  }
  return found
}

type Judge = (at: number) => boolean
const wordAt = (byAnchor: Map<string, Word[]>, text: string, at: number, traditionalLine: Judge): Word | undefined =>
  byAnchor.get(text[at]!)!.find(w => text.startsWith(w.from, at - w.anchor) && (w.sure || traditionalLine(at)))

/** Changes a word from its anchor on; what is before it is changed, if at all, as it always is. The last unit's offset. */
function* changeWord({from, to, anchor}: Word, at: number): Generator<RepairEdit, number> {
  const start = at - anchor
  for (let i = anchor; i < from.length; i++)
    if (from[i] !== to[i]) yield {start: start + i, end: start + i + 1, insert: to[i]!}
  return start + from.length - 1
}

function* changeAstral(text: string, at: number): Generator<RepairEdit, number> {
  const from = text.slice(at, at + 2)
  const insert = simplified(from)
  if (insert === from) return at
  yield {start: at, end: at + 2, insert}
  return at + 1
}
