/** 全市所有行政村都通硬化路 → 全市, 行政村, 通硬化路: a whole set, and what all of it does or is to be. */
import {charset, holdsAny} from '../../text/charset.ts'
import {lexicon} from '../../text/lexicon.ts'
import {endAt} from '../../text/match.ts'
import {PREDICATES} from './share.ts'

export interface AllDo {
  /** 全市, 各县; empty where none is told. */
  readonly area: string
  readonly nouns: string
  readonly does: string
}

const HEAD = /^((?:全|本|我)[国省市区县州校]|各[^，。；、]{1,4}?)?(?:所有|全部|全体)/
/** 30户以上的: which of them. */
const WHICH = /\d{1,5}[户人名亩张]以上的?/y
const INSERTION = /（[^）]{1,12}）/y
const endsNouns = charset('，。；、（）0123456789')
const BOTH = /(?:均|都|要|全部){0,2}/y
const PREDICATE = lexicon(PREDICATES.filter(p => !'“有能都均全部'.includes(p)))
/** 通水, 通公路. */
const opensThrough = charset('硬客公动光宽水电气邮快')
const stops = charset('，。；')
const MOST_NOUNS = 20
const LONGEST_PREDICATE = 40

/** Reads words that begin with a whole set; null where they tell nothing that it does. */
export function allDo(words: string): AllDo | null {
  const head = HEAD.exec(words)
  if (!head) return null
  const from = head[0].length
  const start = words[from] === '的' ? from + 1 : from
  const counted = Math.max(start, endAt(WHICH, words, start))
  const at = nounsEnd(words, counted) ?? (words[counted - 1] === '的' ? nounsEnd(words, counted - 1) : undefined)
  if (at === undefined) return null
  const nouns = words.slice(counted > start ? start : at.from, at.end)
  return {area: head[1] ?? '', nouns, does: words.slice(at.end)}
}

/** The first place after two nouns or characters where a predicate begins that goes on to the end. */
function nounsEnd(words: string, from: number): {from: number; end: number} | undefined {
  let end = from
  for (let n = 0; n <= MOST_NOUNS; n++) {
    if (n >= 2 && isPredicate(words, end)) return {from, end}
    const insertion = endAt(INSERTION, words, end)
    if (insertion < 0 && (end >= words.length || endsNouns(words.charCodeAt(end)))) return undefined
    end = insertion < 0 ? end + 1 : insertion
  }
  return undefined
}

function isPredicate(words: string, at: number): boolean {
  const both = endAt(BOTH, words, at)
  for (const start of both === at ? [at] : [both, at]) {
    if (words[start] === '通' && opensThrough(words.charCodeAt(start + 1)) && goesOn(words, start + 1)) return true
    if (PREDICATE.at(words, start, word => goesOn(words, start + word.length)) !== '') return true
  }
  return false
}

/** Whether two characters or more are left, and no stop. */
function goesOn(words: string, at: number): boolean {
  const left = words.length - at
  return left >= 2 && left <= LONGEST_PREDICATE && !holdsAny(stops, words, at)
}
