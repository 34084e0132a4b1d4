/** How likely a character is after two others: words of a dictionary strung together by chance, and the page's own text. */
import {WORDS} from '../data/language.generated.ts'
import {NEVER_FIRST, NEVER_LAST, OFFICIAL_WORDS} from '../data/official-words.ts'
import {type Counts, counts} from './counts.ts'
import {scripts} from './scripts.ts'

/** Characters are numbered; the two scripts share a number, so do the two widths, all digits, all Latin letters. */
export interface Language {
  /** The number of a UTF-16 unit; 0 for one that was never met. */
  id(unit: number): number
  /** Natural logarithm of the probability of `c` after `a` and `b`; all three are numbers of characters. */
  log(a: number, b: number, c: number): number
  /** Whether a unit is one that Chinese text may hold: in the dictionary, or on the page's sound lines. */
  knows(unit: number): boolean
}

/** Non-words of running text, as often as they stand among the dictionary's sixty million words (counted on notices). */
const SIGNS: readonly (readonly [signs: string, count: number])[] = [
  ['，', 4e6],
  ['。、\n', 2e6],
  ['0', 1e6],
  ['；：“”（）', 4e5],
  ['《》—', 2e5],
  ['a', 1e5],
  ['%·.．…', 5e4],
  ['！？-/〔〕', 1e4],
  ['①②③④⑤⑥⑦⑧⑨⑩⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩', 1e4],
  ['⒈⒉⒊⒋⒌⒍⒎⒏⒐⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳ⅠⅡⅢⅣⅤ', 2e3],
  ['【】『』「」〈〉℃‰×÷＋±～＜＞＝&*+<=>@^_`|~[]{}\\$#\'"', 500],
]
const MARKERS = '一二三四五六七八九十'
const BITS = 16384

/** Answers that are remembered: the search asks the same again and again. */
const RECENT = 32768
const RECENT_SHIFT = 17

/** Everything that is the same for all pages. */
interface Dictionary {
  readonly ids: Uint16Array
  readonly size: number
  readonly total: number
  readonly units: number
  /** By number: all occurrences, as first of a word, as last of one, as a word. */
  readonly all: Float64Array
  readonly first: Float64Array
  readonly last: Float64Array
  readonly alone: Float64Array
  /** Columns: inside words, at the start of words, at their end. */
  readonly pairs: Counts
  readonly triples: Counts
  /** By number, bits: what ends a clause, what opens one, what never ends one, what never starts one, stops, closing signs, opening ones. */
  readonly places: Uint8Array
}

const ENDS = 1
const OPENS = 2
const NOT_LAST = 4
const NOT_FIRST = 8
const STOPS = 16
const CLOSES = 32
const BRACKETS = 64
/** How much rarer a word is where it hardly stands. */
const OUT_OF_PLACE = 0.03

let shared: Dictionary | undefined

function dictionary(): Dictionary {
  shared ??= load()
  return shared
}

function load(): Dictionary {
  const ids = new Uint16Array(65536)
  let size = 0
  const number = (unit: number): number => (ids[unit] ||= ++size)
  // The dictionary has some traditional words, too.
  for (const [from, to] of scripts().fold) ids[from] = number(to)
  const all = new Float64Array(BITS)
  const first = new Float64Array(BITS)
  const last = new Float64Array(BITS)
  const alone = new Float64Array(BITS)
  const pairs = counts(86_000, 3)
  const triples = counts(90_000)
  let total = 0
  let units = 0
  const word = (length: number, count: number): void => {
    total += count
    units += count * length
    first[run[0]!]! += count
    last[run[length - 1]!]! += count
    if (length === 1) alone[run[0]!]! += count
    for (let i = 0; i < length; i++) {
      const c = run[i]!
      all[c]! += count
      if (i === 0) continue
      const pair = run[i - 1]! * BITS + c
      pairs.add(pair, 0, count)
      if (i === 1) pairs.add(pair, 1, count)
      if (i === length - 1) pairs.add(pair, 2, count)
      if (i > 1) triples.add(run[i - 2]! * BITS * BITS + pair, 0, count)
    }
  }
  const run = new Uint16Array(16)
  let length = 0
  for (let i = 0; i < WORDS.length; i++) {
    const unit = WORDS.charCodeAt(i)
    if (unit === 10) length = 0
    else if (unit > 0x7f) run[length++] = number(unit)
    else {
      word(length, 2 ** ((unit - 48) / 2))
      length = 1
    }
  }
  const add = (text: string, count: number): void => {
    for (let i = 0; i < text.length; i++) run[i] = number(text.charCodeAt(i))
    word(text.length, count)
  }
  for (const [signs, count] of SIGNS) for (const sign of signs) add(sign, count)
  for (const [count, words] of OFFICIAL_WORDS) for (const official of words.split(' ')) add(official, count)
  for (const marker of MARKERS) add(`（${marker}）`, 1e5)
  for (const pair of ['。”', '”，', '”。', '”、', '；”']) add(pair, 1e5)
  for (const pair of ['0年', '0月', '0日', '0个', '0%', '0元', '0万', '0名', '0所', '0项', '第0', '：\n'])
    add(pair, 2e5)
  for (let unit = 0x30; unit <= 0x39; unit++) ids[unit] = ids[unit + 0xfee0] = ids[0x30]!
  for (let unit = 0x41; unit <= 0x5a; unit++)
    ids[unit] = ids[unit + 0x20] = ids[unit + 0xfee0] = ids[unit + 0xff00] = ids[0x61]!
  for (const sign of '，；：！？（）') ids[sign.charCodeAt(0) - 0xfee0] = ids[sign.charCodeAt(0)]!
  for (const space of ' \t\u00a0\u3000') ids[space.charCodeAt(0)] = ids[10]!
  const places = new Uint8Array(BITS)
  const mark = (signs: string, bit: number): void => {
    for (const sign of signs) places[ids[sign.charCodeAt(0)]!]! |= bit
  }
  mark('，。、；！？）”》\n', ENDS)
  mark('（“《〈【〔', BRACKETS)
  mark('，。；：！？（“《\n', OPENS)
  mark('，。、；：！？', STOPS)
  mark('）”》', CLOSES)
  mark(NEVER_LAST, NOT_LAST)
  mark(NEVER_FIRST, NOT_FIRST)
  return {ids, size, total, units, all, first, last, alone, pairs, triples, places}
}

/** Text of the page that is taken to be sound, at most so many units of it. */
const PAGE_LIMIT = 200_000

/** How much the dictionary counts beside the page, for each kind of character that followed on the page (Witten-Bell). */
const DOUBT = 2
/** The page never outweighs the dictionary wholly: what stands on it is little. */
const MOST_PAIR = 0.5
const MOST_TRIPLE = 0.8

/** The language of one page: the dictionary, and what stands on the page's sound lines. */
export function languageOf(sound: readonly string[]): Language {
  const {ids: base, size: known, total, units, all, first, last, alone, pairs, triples, places} = dictionary()
  const ids = base.slice()
  let size = known
  const length = Math.min(
    PAGE_LIMIT,
    sound.reduce((sum, line) => sum + line.length + 2, 0),
  )
  const seen1 = new Float64Array(BITS)
  const kinds1 = new Float64Array(BITS)
  /** Columns: how often, how many different characters follow. */
  const seen2 = counts(length, 2)
  const seen3 = counts(length)
  let seen = 0
  const number = (unit: number): number => {
    if (!ids[unit] && size < BITS - 1) ids[unit] = ++size
    return ids[unit]!
  }
  const end = ids[10]!
  for (const line of sound) {
    if (seen + line.length + 2 > length) break
    let a = end
    let b = end
    for (let i = 0; i <= line.length; i++) {
      const c = i < line.length ? number(line.charCodeAt(i)) : end
      if (c === end && b === end) continue
      const pair = b * BITS + c
      const triple = (a * BITS + b) * BITS + c
      if (seen2.get(pair, 0) === 0) kinds1[b]!++
      if (seen3.get(triple, 0) === 0) seen2.add(a * BITS + b, 1, 1)
      seen1[b]!++
      seen2.add(pair, 0, 1)
      seen3.add(triple, 0, 1)
      a = b
      b = c
    }
    seen += line.length + 2
  }
  const chance = (a: number, b: number, c: number): number => {
    const start = first[c]! / total
    const rare = (all[c]! + 0.3) / units
    const bc = b * BITS + c
    const two = all[b]! > 0 ? (pairs.get(bc, 0) + last[b]! * start) / all[b]! : start
    const ab = a * BITS + b
    const weight = pairs.get(ab, 0) + (last[a]! * first[b]!) / total
    const three =
      weight > 0
        ? (triples.get(ab * BITS + c, 0) +
            pairs.get(ab, 2) * start +
            (last[a]! / total) * (pairs.get(bc, 1) + alone[b]! * start)) /
          weight
        : two
    const p = 0.8 * three + 0.17 * two + 0.03 * rare
    const before = places[b]!
    const after = places[c]!
    if ((after & STOPS && before & OPENS) || (after & CLOSES && b === end) || (after & ENDS && before & BRACKETS))
      return OUT_OF_PLACE * OUT_OF_PLACE * p
    if (after & ENDS && before & NOT_LAST) return OUT_OF_PLACE * p
    if (before & OPENS && after & NOT_FIRST) return OUT_OF_PLACE * p
    return p
  }
  const reckon = (a: number, b: number, c: number): number => {
    const ab = a * BITS + b
    const n1 = seen1[b]!
    const n2 = n1 > 0 ? seen2.get(ab, 0) : 0
    let p = chance(a, b, c)
    if (n1 > 0) {
      const weight = Math.min(MOST_PAIR, n1 / (n1 + DOUBT * kinds1[b]! + DOUBT))
      p += weight * (seen2.get(b * BITS + c, 0) / n1 - p)
    }
    if (n2 > 0) {
      const weight = Math.min(MOST_TRIPLE, n2 / (n2 + DOUBT * seen2.get(ab, 1)))
      p += weight * (seen3.get(ab * BITS + c, 0) / n2 - p)
    }
    return Math.log(p + 1e-9)
  }
  const askedKeys = new Float64Array(RECENT).fill(-1)
  const asked = new Float64Array(RECENT)
  const log = (a: number, b: number, c: number): number => {
    const key = (a * BITS + b) * BITS + c
    const at = (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35)) >>> RECENT_SHIFT
    if (askedKeys[at] !== key) {
      askedKeys[at] = key
      asked[at] = reckon(a, b, c)
    }
    return asked[at]!
  }
  return {id: unit => ids[unit]!, log, knows: unit => ids[unit]! > 0}
}
