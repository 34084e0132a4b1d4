/** 一半以上, 不少于半数 → >= 50 % · 过半数, 超过半数 → > 50 % · 翻一番 → 100 % more, 翻两番 → 300 % more. */
import {endAt, matchAt} from '../../text/match.ts'
import {noUnit, readAmount} from '../amount.ts'
import type {Block} from '../block.ts'
import {type Percentage, percentageOf} from './finding.ts'

/** 一半 is a share where something is measured by it or compared with it; 另一半 and 一半…一半… are parts. */
const ONE_HALF =
  /(?<=(?:占|达到?|为|的|过|于|足|近|约|有|成|少|将|减)(?:总数|全体|全部)?一)半(?=以[上下]|左右|的|[，。；、）)]|$)/y
const HALF_OR_MORE = /(?<=(?<!另)一)半(?=以[上下])|(?<=(?:^|[，。；、：])一)半(?=的)/y
const MORE_THAN = /(?<=(?<![不未经通越难])过)半(?:数|(?=同意|通过|赞成))/y
const NUMBER = /半数(?![据字])/y
const DOUBLED = /翻([一二两三\d])番/y

/** The share whose 半 stands at `cue`; undefined where it is another 半. */
export function halved({text}: Block, cue: number): Percentage | undefined {
  const one = endAt(HALF_OR_MORE, text, cue) > 0 || endAt(ONE_HALF, text, cue) > 0
  const number = one ? -1 : endAt(NUMBER, text, cue)
  const more = matchAt(MORE_THAN, text, cue)
  if (!one && number < 0 && !more) return undefined
  const start = one ? cue - 1 : cue
  const end = one ? cue + 1 : number > 0 ? number : cue + more![0].length
  const half = {start, end, value: 50, upper: null, arabic: false, plain: true, more: false, some: false, bare: false}
  const amount = readAmount(text, [half], 0, noUnit)
  if (!amount) return undefined
  const over = more && amount.comparator === '='
  return percentageOf(text, over ? {...amount, start: cue - 1, comparator: '>'} : amount, '%')
}

/** 翻一番: as much again. n times doubled is 2^n, and so (2^n − 1) · 100 % more. */
export function doubled({text}: Block, cue: number): Percentage | undefined {
  const found = matchAt(DOUBLED, text, cue)
  const times = found ? '一二三'.indexOf(found[1]!.replace('两', '二')) + 1 || Number(found[1]) : 0
  if (!(times > 0 && times < 8)) return undefined
  const span = {start: cue, end: cue + found![0].length}
  const value = (2 ** times - 1) * 100
  return {kind: 'percentage', span, numbers: [cue, cue + 1], comparator: '=', value, upper: null, unit: '%', base: null}
}
