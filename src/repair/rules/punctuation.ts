/** 鞏固,提高(通用8篇) → 鞏固，提高（通用8篇）: ASCII punctuation of Chinese text back to its full width. */
import type {RepairEdit, RepairRule} from '../repair.ts'

const FULL: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
  '(': '（',
  ')': '）',
}

const MARKS = ',;:!?()'
const MARK = new RegExp(`[${MARKS}]`, 'g')

/** What the nearest character is that belongs to a word: punctuation and space, in either width, are passed over. */
type Kind = 'han' | 'latin' | 'digit' | 'none'

/** No more is passed over than a reader would: closing brackets, quotes, a percent sign. */
const REACH = 12

/**
 * Decides by the words around a mark, never by the marks beside it, so that a second run finds nothing.
 * Between digits (17:37:12, 3:4:3, 1,526) and between Latin letters marks stay, and so does all of a URL.
 */
export const punctuation: RepairRule = {
  id: 'punctuation',
  why: 'ASCII punctuation between Chinese words',
  fold: true,
  traces: MARKS,
  *find(text): Generator<RepairEdit> {
    const inUrl = urlJudge(text)
    const hanLine = lineJudge(text)
    const paired = bracketsToWiden(text, hanLine)
    for (const {0: mark, index: at} of text.matchAll(MARK)) {
      const widen = mark === '(' || mark === ')' ? paired.has(at) : isChinese(text, at, hanLine)
      if (widen && !inUrl(at)) yield {start: at, end: at + 1, insert: FULL[mark]!}
    }
  },
}

function isChinese(text: string, at: number, hanLine: (at: number) => boolean): boolean {
  const left = wordBefore(text, at)
  if (left === 'han') return true
  const right = wordAfter(text, at)
  if (right === 'han') return left !== 'none' || hanLine(at)
  return (left === 'none') !== (right === 'none') && hanLine(at)
}

/** Offsets of the ASCII brackets of Chinese text. Brackets pair within a line; what stands alone needs Han beside it. */
function bracketsToWiden(text: string, hanLine: (at: number) => boolean): Set<number> {
  const widen = new Set<number>()
  if (!text.includes('(') && !text.includes(')')) return widen
  let open: number[] = []
  for (const {0: mark, index: at} of text.matchAll(/[()（）\n]/g)) {
    if (mark === '\n') {
      for (const alone of open)
        if (wordBefore(text, alone) === 'han' || wordAfter(text, alone) === 'han') widen.add(alone)
      open = []
    } else if (mark === '(' || mark === '（') open.push(at)
    else {
      const start = open.pop()
      if (start === undefined) {
        if (wordBefore(text, at) === 'han') widen.add(at)
      } else if (isChinesePair(text, start, at, hanLine)) widen.add(start).add(at)
    }
  }
  for (const alone of open) if (wordBefore(text, alone) === 'han' || wordAfter(text, alone) === 'han') widen.add(alone)
  return widen
}

function isChinesePair(text: string, start: number, end: number, hanLine: (at: number) => boolean): boolean {
  if (text[start] === '（' || text[end] === '）') return true
  const before = wordBefore(text, start)
  if (before === 'han' || wordAfter(text, start) === 'han' || wordBefore(text, end) === 'han') return true
  return before === 'none' && hanLine(start)
}

/** Whether an offset is in a URL; offsets must be asked in order. */
function urlJudge(text: string): (at: number) => boolean {
  const urls = text.matchAll(/(?:https?:\/\/|www\.)[!-~]{1,2000}/g)
  let url = urls.next()
  return at => {
    while (!url.done && url.value.index + url.value[0].length <= at) url = urls.next()
    return !url.done && url.value.index <= at
  }
}

/** Whether the line at an offset has a Han character. */
function lineJudge(text: string): (at: number) => boolean {
  let start = 0
  let end = -1
  let han = false
  return at => {
    if (at < start || at > end) {
      start = text.lastIndexOf('\n', at) + 1
      end = text.indexOf('\n', at)
      if (end === -1) end = text.length
      han = /[\u3400-\u9fff]/.test(text.slice(start, end))
    }
    return han
  }
}

function wordBefore(text: string, at: number): Kind {
  for (let i = at - 1; i >= 0 && i >= at - REACH; i--) {
    const kind = kindOf(text.charCodeAt(i))
    if (kind !== 'pass') return kind
  }
  return 'none'
}

function wordAfter(text: string, at: number): Kind {
  for (let i = at + 1; i < text.length && i <= at + REACH; i++) {
    const kind = kindOf(text.charCodeAt(i))
    if (kind !== 'pass') return kind
  }
  return 'none'
}

function kindOf(unit: number): Kind | 'pass' {
  if (unit === 10) return 'none'
  if (unit >= 0x3400 && unit <= 0x9fff) return 'han'
  if (unit < 128) {
    if (unit >= 48 && unit <= 57) return 'digit'
    return (unit | 32) >= 97 && (unit | 32) <= 122 ? 'latin' : 'pass'
  }
  return isMark(unit) ? 'pass' : unit >= 0x2460 && unit < 0x3400 ? 'han' : 'latin'
}

/** Space and punctuation outside ASCII: General and CJK punctuation, full-width forms of ASCII marks. */
const isMark = (unit: number): boolean =>
  unit === 0xa0 ||
  (unit >= 0x2000 && unit <= 0x206f) ||
  (unit >= 0x3000 && unit <= 0x303f && unit !== 0x3007) ||
  unit >= 0xff00
