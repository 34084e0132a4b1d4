/** 第第一一条条 学学校校 → 第一条 学校: lines of which each Chinese character stands twice, its signs and digits, too, or not. */
import type {RepairEdit} from '../repair.ts'

const HAN = /[\u3400-\u9fff]/
/** So many pairs make a line, and two such lines a page on which one pair does. */
const PAIRS = 6
const PAIRS_THERE = 1
const LINES = 2

interface Line {
  readonly start: number
  /** Offsets of the second halves of Chinese pairs, and of all pairs where there is nothing else. */
  readonly han: readonly number[]
  readonly all: readonly number[] | undefined
}

/**
 * The second half of each pair, by line. Whether signs and digits stand twice is a matter of the page: 11月月 is 11月 on
 * one and 1月 on another.
 */
export function doubledLines(text: string): ReadonlyMap<number, readonly RepairEdit[]> {
  const lines = [...pairedLines(text)]
  const certain = lines.filter(({han}) => han.length >= PAIRS)
  const found = new Map<number, readonly RepairEdit[]>()
  if (certain.length < LINES) return found
  const withOthers = certain.filter(({han, all}) => !all || all.length > han.length)
  const isWhole = withOthers.filter(({all}) => all).length * 2 > withOthers.length
  for (const {start, han, all} of lines) {
    const seconds = isWhole && all ? all : han
    if (seconds.length >= PAIRS_THERE)
      found.set(
        start,
        seconds.map(at => ({start: at, end: at + 1, insert: '', confidence: 0.95})),
      )
  }
  return found
}

/** The lines whose first Chinese character stands twice, as all others do. */
function* pairedLines(text: string): Generator<Line> {
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf('\n', start)
    const end = feed === -1 ? text.length : feed
    const han = pairs(text, start, end, c => HAN.test(c))
    if (han && han.length > 0) yield {start, han, all: pairs(text, start, end, c => c.trim() !== '')}
    start = end + 1
  }
}

/** The second halves of the pairs that all characters of a kind stand in; undefined where one stands alone. */
function pairs(text: string, start: number, end: number, isOf: (c: string) => boolean): number[] | undefined {
  const seconds: number[] = []
  for (let at = start; at < end; at++) {
    if (!isOf(text[at]!)) continue
    if (at + 1 >= end || text[at + 1] !== text[at]) return undefined
    seconds.push(++at)
  }
  return seconds
}
