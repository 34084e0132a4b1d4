/** Numbers with their comparing words → amounts: 不低于30, 3—5万, 10以上20以下, 50左右. What the unit is, the rules know. */
import type {Comparator} from '../model/fact.ts'
import {charset} from '../text/charset.ts'
import {endAt, matchAt} from '../text/match.ts'
import type {Numeral} from '../text/numerals.ts'
import {AFTER, COMPLETED, compared, comparingBefore, endsWhole, INCLUDED, opensAfter} from './data/comparators.ts'

/** A value or a range with its comparator, from the first comparing word to the last. */
export interface Amount {
  readonly start: number
  readonly end: number
  readonly comparator: Comparator
  readonly value: number
  readonly upper: number | null
  /** Where the numbers stand that were read, by their starts. */
  readonly numbers: readonly number[]
  /** Where the first number begins. */
  readonly numberStart: number
  /** Where the last unit begins and ends. */
  readonly unitStart: number
  readonly unitEnd: number
}

/** What a range goes on with after its first number; other rules look for their units with it. */
export const CONNECTING = ' -—–－−~～至到'
const connects = charset(CONNECTING)
const CONNECTOR = / ?(?:-{1,2}|—{1,2}|–|－|−|~|～|至|到|——) ?/y

/** Where the unit ends that begins at a place; -1 where none does. A function made anew for each number would be slow. */
type UnitEnd = (text: string, at: number) => number
/** An amount without a unit. */
export const noUnit: UnitEnd = (_, at) => at

/** Reads the amount that begins with the number `numbers[i]`. */
export function readAmount(text: string, numbers: readonly Numeral[], i: number, unitEnd: UnitEnd): Amount | undefined {
  const first = numbers[i]!
  const end = unitEnd(text, first.end)
  if (end < 0 && !connects(text.charCodeAt(first.end))) return undefined
  const range = readRange(text, numbers, i, unitEnd, end)
  if (range) return withBoth(text, compare(text, range))
  if (end < 0) return undefined
  const {value, upper} = first
  const single = compare(text, bare(first, first, value, upper, first.end, end))
  return bounded(text, numbers, i, unitEnd, single) ?? single
}

/** 95%—98%之间 ends behind the word. */
const withBoth = (text: string, amount: Amount): Amount =>
  text.startsWith('之间', amount.end) ? {...amount, end: amount.end + 2} : amount

type Bare = Omit<Amount, 'comparator' | 'start' | 'end'> & {readonly first: Numeral}

const bare = (
  first: Numeral,
  last: Numeral,
  value: number,
  upper: number | null,
  unitStart: number,
  unitEnd: number,
): Bare => ({
  first,
  value,
  upper,
  numbers: first === last ? [first.start] : [first.start, last.start],
  numberStart: first.start,
  unitStart,
  unitEnd,
})

/** 增加200张至500张 is by how many, and up to how many. */
const GROWS = /(?:增加|提高|提升|扩大|减少|降低|下降)约?$/
const isGrowth = (text: string, {start, end}: Numeral, unit: number): boolean =>
  !/[%％‰点成元]/.test(text.slice(end, unit)) && GROWS.test(text.slice(Math.max(0, start - 3), start))

/** 3—5万元, 10%至20%: a second number right after a connector. */
function readRange(
  text: string,
  numbers: readonly Numeral[],
  i: number,
  unitEnd: UnitEnd,
  unit: number,
): Bare | undefined {
  const [first, second] = [numbers[i]!, numbers[i + 1]]
  if (!second || first.upper !== null || second.upper !== null || second.start - first.end > 16) return undefined
  const told = unit > 0 && unit < second.start ? unit : first.end
  const from = Math.max(told, endAt(INCLUDED, text, told))
  if (told === unit && isAnd(text.charCodeAt(told)) && second.start === told + 1)
    return between(text, first, second, unitEnd)
  const connector = connects(text.charCodeAt(from)) ? matchAt(CONNECTOR, text, from) : null
  if (!connector || from + connector[0].length !== second.start) return undefined
  const end = unitEnd(text, second.end)
  if (end < 0) return undefined
  if (told === unit && isGrowth(text, first, told) && /[至到]/.test(connector[0])) return undefined
  const low = unit > 0 && told === unit ? first.value : shared(first, second, text)
  if (low >= second.value) return undefined
  return bare(first, second, low, second.value, second.end, end)
}

/** 介于5%和10%之间, 在100万元与500万元之间. */
function between(text: string, first: Numeral, second: Numeral, unitEnd: UnitEnd): Bare | undefined {
  const end = unitEnd(text, second.end)
  if (end < 0 || !text.startsWith('之间', end) || first.value >= second.value) return undefined
  return bare(first, second, first.value, second.value, second.end, end)
}
const isAnd = charset('和与')

/** 3—5万: the magnitude of the second number is the first one's too, where that one has none of its own. */
function shared(first: Numeral, second: Numeral, text: string): number {
  const power = magnitudeOf(text.slice(second.start, second.end), first)
  if (power === 0 || first.value >= second.value / 10 ** power) return first.value
  return /[万亿]/.test(text.slice(first.start, first.end)) ? first.value : Number(`${first.value}e${power}`)
}

const POWERS: Readonly<Record<string, number>> = {百: 2, 千: 3, 万: 4, 亿: 8}

function magnitudeOf(second: string, first: Numeral): number {
  const large = /[万亿]{1,2}$/.exec(second)?.[0] ?? ''
  const small = large === '' && first.plain && first.value < 10 ? (/^.([百千])$/.exec(second)?.[1] ?? '') : ''
  return [...large, ...small].reduce((sum, c) => sum + POWERS[c]!, 0)
}

/** The comparing word before, else the one after, else what the number itself says (30余 is more than 30). */
function compare(text: string, amount: Bare): Amount {
  const {first, value, upper, numbers, numberStart, unitStart, unitEnd} = amount
  const before = comparingBefore(text, first.start)
  const after = opensAfter(text.charCodeAt(unitEnd)) ? matchAt(AFTER, text, unitEnd) : null
  const word = before !== '' && !endsWhole(text, first.start) && fits(before, first) ? before : ''
  const end = after ? unitEnd + after[0].length : unitEnd
  const start = word !== '' ? text.lastIndexOf(word, first.start) : first.start
  const own: Comparator = first.more ? '>' : first.some ? '~' : '='
  const comparator = word !== '' ? compared(word) : after ? afterwards(after) : own
  return {start, end, comparator, value, upper, numbers, numberStart, unitStart, unitEnd}
}

/** 上 compares before a round number only (上百, 上千万). */
const fits = (word: string, first: Numeral): boolean => word !== '上' || first.bare

function afterwards([, above, below, about, , strict]: RegExpExecArray): Comparator {
  if (above) return strict ? '>' : '>='
  if (below) return strict ? '<' : '<='
  return about ? '~' : '>'
}

/** 一万元以上十万元以下 is one range. */
function bounded(
  text: string,
  numbers: readonly Numeral[],
  i: number,
  unitEnd: UnitEnd,
  low: Amount,
): Amount | undefined {
  const second = numbers[i + 1]
  if (!second || low.comparator !== '>=' || second.start - low.end > 3) return undefined
  if (low.end === low.unitEnd && !COMPLETED.includes(text.slice(low.start, low.start + 2))) return undefined
  const words = text.slice(low.end, second.start).trim()
  if (!['', '、', '，', '至', '不满', '不足', '到'].includes(words)) return undefined
  const end = unitEnd(text, second.end)
  const after = end > 0 ? matchAt(AFTER, text, end) : null
  if (end < 0 || second.value <= low.value || !(after?.[2] || words.startsWith('不'))) return undefined
  const numbersRead = [...low.numbers, second.start]
  return {
    ...low,
    end: after ? end + after[0].length : end,
    comparator: '=',
    upper: second.value,
    numbers: numbersRead,
    unitStart: second.end,
    unitEnd: end,
  }
}
