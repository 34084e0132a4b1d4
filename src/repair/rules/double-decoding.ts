/**
 * `鍥藉姟闄㈠姙鍏巺` → 国务院办公厅, `å›½åŠ¡é™¢` → 国务院, `笢弊` → 中国: text whose bytes were read in the wrong encoding.
 *
 * It stands behind the shifted bytes, which look like one of these in short stretches, and before the script.
 */
import {kinds} from '../data/script.ts'
import {isCommon, isRead} from '../data/syllables.ts'
import type {Language} from '../lattice/language.ts'
import type {Folded} from '../lattice/latin-folded.ts'
import type {Context} from '../lattice/step.ts'
import type {RepairEdit, RepairRule} from '../repair.ts'
import {hasHigh, hasLatin, isFolded, LETTERS, latinIn, latinLines} from './double-decoding-latin.ts'

type Lattice = typeof import('../lattice/index.ts')
let lattice: Lattice | undefined
/** Apart from the rest, since it brings the tables of an encoding with it. */
let big5: typeof import('../lattice/big5.ts') | undefined

/** What the commonest characters and signs of UTF-8 turn into in GBK: of 的 一 国 中 ， 。 and their neighbours. */
const COMMON_UTF8 = '鐨涓鍥鍏鍒鍙鏂浜鎴瀹骞绗锛銆'
const UTF8_IN_GBK = new RegExp(`[${COMMON_UTF8}](?:.{0,40}[${COMMON_UTF8}]|[\ufffd?])`)
const ANY_UTF8_IN_GBK = new RegExp(`[${COMMON_UTF8}\ufffd]`)
/** Pairs that a strict decoder gives up. */
const PRIVATE = /[\ue000-\ue864]/
/** What 一 在 有 是 中 become in Big5, and what a run of the commonest characters of Big5 becomes in GBK. */
const COMMON_GBK = '珨婓衄岆笢'
const GBK_IN_BIG5 = new RegExp(`[${COMMON_GBK}].{0,80}[${COMMON_GBK}弊腔]`)
const COMMON_BIG5 = '\u0391-\u03c9\u0410-\u044f\u2500-\u257f\u3041-\u30f6\u3105-\u3129\ue000-\uf8ff'
const BIG5_IN_GBK = new RegExp(`(?:[${COMMON_BIG5}].{0,20}){3}`)
/** What a line may hold of its own right, without saying what encoding it is in: kana, Greek, frames. */
const FOREIGN = new RegExp(`[${COMMON_BIG5}\u30f7-\u30ff]`, 'g')

const HAN = /[\u3400-\u9fff]/g
/** Text that is Chinese throughout: what a short line must be on a page where others were misread for certain. */
const ALL_CHINESE = /^[\x20-\x7e\u2010-\u2027\u2460-\u24ff\u3000-\u303f\u3400-\u9fff\uff00-\uffef]+$/
/** Chinese text has few rare characters; text in a wrong encoding has little else. */
const COMMON_SHARE = 0.75
/** By how much each character must be likelier than before (natural logarithm). */
const GAIN = 1
/** A line of signs alone (a frame, a date in kana) says nothing for itself; what replaces it must be likelier than this. */
const UNLIKELY = -7
/** What reads so likely in one encoding is not asked in another. */
const PLAIN = -5
/** So many letters of a page are put together again at most. */
const MOST_FOLDED = 120_000
/** So many lines that were misread for certain make a page whose short lines were misread, too. */
const CERTAIN = 3

/** So many characters are inferred at most: a page of 150,000 characters needs that. */
const MOST_GUESSED = 20_000

/** What a line says in another encoding; nothing when that is not plausible, on a page where others were misread for certain or not. */
type Reader = (line: string, isCertain: boolean) => readonly RepairEdit[]

/** Line by line: what another encoding makes of a line stands where it is far likelier Chinese than what is there. */
export const doubleDecoding: RepairRule = {
  id: 'double-decoding',
  why: 'text that was read in the wrong encoding',
  traces: LETTERS + COMMON_UTF8 + COMMON_GBK + COMMON_BIG5,
  async prepare(text) {
    const isPairs = GBK_IN_BIG5.test(text) || BIG5_IN_GBK.test(text) || isFolded(text)
    if (isPairs || UTF8_IN_GBK.test(text)) lattice ??= await import('../lattice/index.ts')
    if (isPairs) big5 ??= await import('../lattice/big5.ts')
  },
  *find(text, report): Generator<RepairEdit> {
    let start = 0
    let stopped: number | null = null
    const readers = readersFor(text, () => {
      stopped ??= start
    })
    if (readers.length === 0) return
    const lines = hasLatin(text) ? latinLines(text) : text.split('\n')
    const found = lines.map(line => {
      const edits = first(readers, line, false)
      start += line.length + 1
      return edits
    })
    const certain = found.filter(edits => edits.length > 0).length >= CERTAIN
    start = 0
    for (const [i, line] of lines.entries()) {
      const edits = certain && found[i]!.length === 0 ? first(readers, line, true) : found[i]!
      for (const edit of edits) yield {...certaintyOf(edit), ...edit, start: start + edit.start, end: start + edit.end}
      start += line.length + 1
    }
    if (stopped !== null) report({...TOO_MUCH, span: {start: stopped, end: stopped + 1}})
  },
}

const TOO_MUCH = {
  code: 'repair/suspect',
  level: 'warning',
  message:
    'Unexpected amount of letters that may be Chinese, expected a page of text; what follows may be left as it is',
} as const

/** @param stop is called where a page has more to put together than is looked at */
function readersFor(text: string, stop: () => void): Reader[] {
  const readers: Reader[] = hasLatin(text) ? [(line, isCertain) => latinIn(line, judge(isCertain), isCertain)] : []
  if (!lattice) return readers
  const {contextOf, utf8InGbk} = lattice
  if (big5 && isFolded(text)) {
    const context = contextOf([], {kinds, isRead})
    const tables = [context.gbk, big5.big5()].map(({charOf}) => charOf)
    const hyphens = text.includes('\u00ad')
    let searched = 0
    readers.unshift((line, isCertain) => {
      if (!hasHigh(line)) return []
      searched += line.length
      if (searched <= MOST_FOLDED) return folded(line, tables, hyphens, isCertain, context, lattice!)
      stop()
      return []
    })
  }
  if (UTF8_IN_GBK.test(text)) {
    const context = contextOf(
      text.split('\n').filter(line => !ANY_UTF8_IN_GBK.test(line)),
      {kinds, isRead},
      {hasGaps: !PRIVATE.test(text)},
    )
    let guessed = 0
    readers.push((line, isCertain) => {
      const found = utf8InGbk(line, context, MOST_GUESSED - guessed, isCertain)
      guessed += found.reduce((sum, f) => sum + f.guesses.length, 0)
      return found
    })
  }
  const pairs = [
    ...(big5 && BIG5_IN_GBK.test(text) ? [big5.big5InGbk] : []),
    ...(big5 && GBK_IN_BIG5.test(text) ? [big5.gbkInBig5] : []),
  ]
  if (pairs.length > 0) {
    const {language} = contextOf([], {kinds, isRead})
    for (const undo of pairs) readers.push((line, isCertain) => wholeLine(line, undo, isCertain, language))
  }
  return readers
}

const judge = (isCertain: boolean): ((text: string) => boolean) => (isCertain ? isAllChinese : isChinese)

function first(readers: readonly Reader[], line: string, isCertain: boolean): readonly RepairEdit[] {
  for (const reader of readers) {
    const edits = reader(line, isCertain)
    if (edits.length > 0) return edits
  }
  return []
}

const certaintyOf = ({guesses = []}: RepairEdit): Partial<RepairEdit> => ({
  confidence: guesses.reduce((least, g) => Math.min(least, g.confidence), 0.99),
  certainty: guesses.length > 0 ? 'inferred' : 'read',
})

/** A line of Latin letters that were decoded once more in part, in the encoding of pairs that makes more sense of it. */
function folded(
  line: string,
  tables: readonly Uint16Array[],
  hyphens: boolean,
  isCertain: boolean,
  {language}: Context,
  {foldedLatin}: Lattice,
): RepairEdit[] {
  let [best, top]: [readonly Folded[], number] = [[], UNLIKELY]
  for (const charOf of tables) {
    const found = foldedLatin(line, charOf, language, hyphens).filter(
      ({insert, likelihood}) => likelihood > UNLIKELY && judge(isCertain)(insert),
    )
    const sense = Math.max(UNLIKELY, ...found.map(({likelihood}) => likelihood))
    if (sense > top) [best, top] = [found, sense]
    if (top > PLAIN) break
  }
  return best.map(({likelihood, ...edit}) => edit)
}

/** A line in the other encoding of pairs, when that is Chinese and likelier; a pair that says nothing there becomes U+FFFD. */
function wholeLine(
  line: string,
  undo: (line: string) => string | undefined,
  isCertain: boolean,
  language: Language,
): RepairEdit[] {
  const body = line.trim()
  const insert = undo(body)
  if (insert === undefined || insert === body || !judge(isCertain)(insert)) return []
  const own = likelihood(body.replace(FOREIGN, ''), language) ?? (isCertain ? UNLIKELY : 0)
  if ((likelihood(insert, language) ?? 0) < own + GAIN) return []
  const start = line.indexOf(body)
  return [{start, end: start + body.length, insert}]
}

/** How likely the characters of a text are, ASCII left out: it is the same in both readings, and an address is long. */
function likelihood(text: string, language: Language): number | undefined {
  const end = language.id(10)
  let [last2, last, sum, count] = [end, end, 0, 0]
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    const id = language.id(unit)
    if (unit >= 0x80) {
      sum += language.log(last2, last, id)
      count++
    }
    last2 = last
    last = id
  }
  return count > 0 ? sum / count : undefined
}

/** Whether a text is Chinese and not so by accident. */
function isChinese(text: string): boolean {
  const han = text.match(HAN) ?? []
  return han.length >= 2 && han.filter(isCommon).length >= COMMON_SHARE * han.length
}

const isAllChinese = (text: string): boolean => ALL_CHINESE.test(text) && /[^\x20-\x7e]/.test(text)
