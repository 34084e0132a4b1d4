/** A text whose line breaks are lost → the places where its numbered parts begin: …制度一、总则(一)目的…。2、范围… */
import {charset, WHITE_SPACE} from '../../text/charset.ts'
import type {Cut} from './inline.ts'
import {digits, numeral} from './marker-numbers.ts'

/** A paragraph is shorter, or lists in one style alone. */
const LONGEST_PARAGRAPH = 300
const SHORTEST = 60
const FEWEST = 4
const FEWEST_STYLES = 2

const MARKER =
  /第([一二三四五六七八九十]{1,3})章|([一二三四五六七八九十]{1,3})、|[（(]([一二三四五六七八九十]{1,3})[)）]|(\d{1,2})[、.．](?!\d)|[（(](\d{1,2})[)）]/g
/** The styles of the pattern: 一、 （一） 1、, the first being 第一章. */
const [POINT, ITEM, FIGURE] = [1, 2, 3] as const
const ENDED = charset(`。；：！？”）${WHITE_SPACE}`)
/** After a name, or where a page has commas for its stops. */
const HAN = /[\u3400-\u9fff]|[》）)，]/
/** 统一、 and 第一、 are words. */
const WORD_OF_ONE = charset('第统唯同专之万单合逐划十百进不')

/**
 * The cuts of one line; null when it is a paragraph. Each style counts on by one, or from 1 again under another marker;
 * after a name rather than a stop only 一、 and （一） may stand, for figures in running text are many.
 */
export function runOn(line: string): readonly Cut[] | null {
  const mayMix =
    line.length >= SHORTEST &&
    line.includes('、') &&
    (line.length >= LONGEST_PARAGRAPH || isWhole(line) || HEADED.test(line) || CHAPTERED.test(line))
  return (mayMix ? mixed(line) : null) ?? counted(line)
}

/** 一、工作回顾（一）防控有力。…（二）…: a heading and the first two of what it heads. */
const HEADED =
  /(?:^|[。；：！？ \u3000])一、[^。；：，]{2,24}[（(]一[)）](?=[^\n]{8,600}?[。；！？][ \u3000]{0,2}[（(]二[)）])/

/** 第一章 行政部职责一、目的：…: a chapter, its name and its first point. */
const CHAPTERED = /(?:^|[。；：！？ \u3000])第一章[ \u3000]{0,4}[^。；：，]{2,24}一、/

/** …如下。 一、背景…。二、目标…。三、措施…: no paragraph goes on so. */
function isWhole(line: string): boolean {
  let from = 0
  for (const word of ['一、', '二、', '三、']) {
    let at = line.indexOf(word, from)
    while (at > 0 && !ENDED(line.charCodeAt(at - 1)) && line[at - 1] !== '，') at = line.indexOf(word, at + 1)
    if (at < 0) return false
    from = at + word.length
  }
  return true
}

/** One style alone, each right after a stop: …如下：一、…。二、…。; 1.…。2.…。3.… only where the line opens with its 1. */
const LISTS: readonly {pattern: RegExp; fewest: number; opens: RegExp}[] = [
  {
    pattern:
      /(?<=^|[。：！][ \u3000]{0,4}|；[ \u3000]{1,4})([一二三四五六七八九十]{1,3})、(?=[\u3400-\u9fff“《])(?![一二三四五六七八九十]、)/g,
    fewest: 2,
    opens: /(?:^|[。；：！])[ \u3000]{0,4}一、/,
  },
  {
    pattern: /(?<=^|[。；！][ \u3000]{0,4})(\d{1,2})[、.．](?=[\u3400-\u9fff“《])/g,
    fewest: 3,
    opens: /^1[、.．](?=[\u3400-\u9fff“《])/,
  },
  {
    pattern:
      /(?<=^|[。；！][ \u3000]{0,4})[（(]([一二三四五六七八九十]{1,3})[)）](?=[\u3400-\u9fff“《])(?![至、和或的])/g,
    fewest: 3,
    opens: /^[（(]一[)）]/,
  },
]
const QUOTE = /[“”「」《》]/g

/** The cuts of a line that lists in one style from 1 on, none of them in a quotation. */
function counted(line: string): readonly Cut[] | null {
  for (const {pattern, fewest, opens} of LISTS) {
    if (!opens.test(line)) continue
    const found: number[] = []
    for (const m of line.matchAll(pattern)) {
      const number = numeral(m[1]!) ?? digits(m[1]!)
      // 分为：一、…；二、… goes on in its paragraph.
      if (number === found.length + 1 && (number === 1 || line[m.index - 1] !== '：')) found.push(m.index)
    }
    if (found.length >= fewest && !isQuoted(line, found)) return found.filter(at => at > 0).map(at => ({at, reject: 2}))
  }
  return null
}

/** Whether any of some places, in order, stands inside a quotation. */
function isQuoted(line: string, places: readonly number[]): boolean {
  let depth = 0
  let next = 0
  for (const {0: sign, index} of line.matchAll(QUOTE)) {
    while (next < places.length && places[next]! < index) {
      if (depth > 0) return true
      next++
    }
    depth = Math.max(0, depth + (/[“「《]/.test(sign) ? 1 : -1))
  }
  return depth > 0 && next < places.length
}

function mixed(line: string): readonly Cut[] | null {
  const found: Cut[] = []
  const last = [0, 0, 0, 0, 0]
  const styles = new Set<number>()
  let head = -1
  for (const m of line.matchAll(MARKER)) {
    const style = m.slice(1).findIndex(group => group !== undefined)
    const number = style <= ITEM ? numeral(m[style + 1]!) : digits(m[style + 1]!)
    if (number === undefined || !isNext(last, style, number)) continue
    const before = m.index - 1
    const ended = before < 0 || ENDED(line.charCodeAt(before))
    if (!ended && !standsAfterName(line, before, style, number) && !opensUnderHead(line, m.index, head, style, number))
      continue
    last[style] = number
    last.fill(0, style + 1)
    styles.add(style)
    head = style === POINT || style === ITEM ? m.index + m[0].length : -1
    if (m.index > 0) found.push({at: m.index, reject: ended ? 2 : 1.5})
  }
  return found.length >= FEWEST && styles.size >= FEWEST_STYLES ? found : null
}

/** The next number of its style, or 1 or (its 1 lost) 2 where the style has not begun under the marker above. */
const isNext = (last: readonly number[], style: number, number: number): boolean =>
  number === last[style]! + 1 || (number === 2 && last[style] === 0 && style > POINT)

const standsAfterName = (line: string, before: number, style: number, number: number): boolean =>
  (style === POINT || style === ITEM) &&
  HAN.test(line[before]!) &&
  !(number === 1 && style === POINT && WORD_OF_ONE(line.charCodeAt(before)))

const LONGEST_HEAD = 24
/** 二、实施目标1、…: the first figure right after the name of a 一、 or （一）. */
function opensUnderHead(line: string, at: number, head: number, style: number, number: number): boolean {
  if (style !== FIGURE || number !== 1 || head < 0 || at - head > LONGEST_HEAD || at - head < 2) return false
  return /^[\u3400-\u9fff“”、，]{2,24}$/.test(line.slice(head, at))
}
