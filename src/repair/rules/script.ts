/** 國務院關於全麵發展 → 国务院关于全面发展: traditional characters, also those of a wrong conversion, to simplified ones. */
import type {SourceInfo} from '../../model/result.ts'
import {EITHER, SIMPLIFIED, TRADITIONAL, WORDS} from '../data/script.generated.ts'
import type {RepairEdit, RepairRule} from '../repair.ts'

const ONLY_TRADITIONAL = 1
const ONLY_SIMPLIFIED = 2
const EITHER_SCRIPT = 4
/** The first half of characters outside the BMP; it is shared with others, so it tells nothing by itself. */
const ASTRAL = 16
/** Begins no conversion of its own, but may stand in a word that has one: 畫 in 計畫, 沈 in 沈默. */
const IN_WORD = 8

interface Word {
  readonly from: string
  readonly to: string
  /** Where in `from` the character stands that leads to the word. */
  readonly anchor: number
  /** Holds a character of traditional text alone, so it needs no other evidence. */
  readonly sure: boolean
}

const kinds = new Uint8Array(0x10000)
const targets: (string | undefined)[] = Array(0x10000)
const astral = new Map<string, string>()

function pairs(packed: string, kind: number): void {
  const characters = [...packed]
  for (let i = 0; i < characters.length; i += 2) {
    const from = characters[i]!
    const unit = from.charCodeAt(0)
    kinds[unit]! |= from.length > 1 ? ASTRAL : kind
    if (from.length > 1) astral.set(from, characters[i + 1]!)
    else targets[unit] = characters[i + 1]!
  }
}
pairs(TRADITIONAL, ONLY_TRADITIONAL)
pairs(EITHER, EITHER_SCRIPT)
for (const c of SIMPLIFIED) kinds[c.charCodeAt(0)]! |= ONLY_SIMPLIFIED

const kindAt = (text: string, at: number): number => kinds[text.charCodeAt(at)]!

let wordsAt: Map<string, Word[]> | undefined

/** The words by the character that leads to them; read only for a page with traditional text, since there are thousands. */
function words(): Map<string, Word[]> {
  if (wordsAt) return wordsAt
  wordsAt = new Map()
  const listed = WORDS.split(' ')
  for (let i = 0; i < listed.length; i += 2) addWord(wordsAt, listed[i]!, listed[i + 1]!)
  // The word that begins first wins, and of those the longest: 隨|著 before 著|名.
  for (const list of wordsAt.values()) list.sort((a, b) => b.anchor - a.anchor || b.from.length - a.from.length)
  return wordsAt
}

/** A word is led to by its first character that either script has, or else by the first that it changes. */
function addWord(byAnchor: Map<string, Word[]>, from: string, to: string): void {
  const differs = (i: number): boolean => (targets[from.charCodeAt(i)] ?? from[i]) !== to[i]
  const at = Array.from(from, (_, i) => i)
  const anchor = at.find(i => (kindAt(from, i) & EITHER_SCRIPT) !== 0 || differs(i))
  if (anchor === undefined) return
  kinds[from.charCodeAt(anchor)]! |= IN_WORD
  const sure = at.some(i => (kindAt(from, i) & ONLY_TRADITIONAL) !== 0)
  const list = byAnchor.get(from[anchor]!) ?? []
  byAnchor.set(from[anchor]!, list)
  list.push({from, to, anchor, sure})
}

/** How many characters of a stretch belong to traditional text alone, less those of simplified text alone. */
function balance(text: string, start: number, end: number): {traditional: number; simplified: number} {
  const count = {traditional: 0, simplified: 0}
  for (let i = start; i < end; i++) {
    const kind = kindAt(text, i)
    if (kind & ONLY_TRADITIONAL) count.traditional++
    else if (kind & ONLY_SIMPLIFIED) count.simplified++
  }
  return count
}

/** The script of a text: mixed when the rarer of the two has a twentieth of the characters that tell. */
export function scriptOf(text: string): SourceInfo['script'] {
  const count = balance(text, 0, text.length)
  const rarer = Math.min(count.traditional, count.simplified)
  if (rarer * 20 >= count.traditional + count.simplified && rarer > 0) return 'mixed'
  if (count.traditional > count.simplified) return 'hant'
  return count.simplified > 0 || /\p{Script=Han}/u.test(text) ? 'hans' : 'none'
}

/** A traditional line is one with more traditional than simplified characters; where neither tells, the page does. */
function lineJudge(text: string): (at: number) => boolean {
  const page = balance(text, 0, text.length)
  let end = -1
  let traditional = false
  return at => {
    if (at < end) return traditional
    const start = text.lastIndexOf('\n', at) + 1
    end = text.indexOf('\n', at)
    if (end === -1) end = text.length
    const line = balance(text, start, end)
    const lead = line.traditional - line.simplified || page.traditional - page.simplified
    traditional = lead > 0
    return traditional
  }
}

/** Simplified text is never touched: 显著 專著 keep their 著, and 著力 becomes 着力 in a traditional line only. */
export const script: RepairRule = {
  id: 'script',
  why: 'traditional characters in simplified ones',
  fold: true,
  find(text): RepairEdit[] {
    if (!hasTraditional(text)) return []
    const byAnchor = words()
    const traditionalLine = lineJudge(text)
    const edits: RepairEdit[] = []
    for (let at = 0; at < text.length; at++) {
      const kind = kindAt(text, at)
      if ((kind & ~ONLY_SIMPLIFIED) === 0) continue
      const word = kind & IN_WORD ? wordAt(byAnchor, text, at, traditionalLine) : undefined
      if (word) at = changeWord(edits, word, at)
      else if (kind & ASTRAL) at = changeAstral(edits, text, at)
      else if (kind & ONLY_TRADITIONAL || (kind & EITHER_SCRIPT && traditionalLine(at)))
        edits.push({start: at, end: at + 1, insert: targets[text.charCodeAt(at)]!})
    }
    return edits
  },
}

function hasTraditional(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (kinds[text.charCodeAt(at)]! & ONLY_TRADITIONAL) return true
  return false
}

type Judge = (at: number) => boolean
const wordAt = (byAnchor: Map<string, Word[]>, text: string, at: number, traditionalLine: Judge): Word | undefined =>
  byAnchor.get(text[at]!)!.find(w => text.startsWith(w.from, at - w.anchor) && (w.sure || traditionalLine(at)))

/** Changes a word from its anchor on; what is before it is changed, if at all, as it always is. The last unit's offset. */
function changeWord(edits: RepairEdit[], {from, to, anchor}: Word, at: number): number {
  const start = at - anchor
  for (let i = anchor; i < from.length; i++)
    if (from[i] !== to[i]) edits.push({start: start + i, end: start + i + 1, insert: to[i]!})
  return start + from.length - 1
}

function changeAstral(edits: RepairEdit[], text: string, at: number): number {
  const insert = astral.get(text.slice(at, at + 2))
  if (insert === undefined) return at
  edits.push({start: at, end: at + 2, insert})
  return at + 1
}
