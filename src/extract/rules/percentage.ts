/** 99%以上 → >= 99 · 八分之一左右 → ~ 12.5 · 提高5个百分点 → 5 pp · 不低于当年公用经费的5% → >= 5, base 当年公用经费. */
import {charset} from '../../text/charset.ts'
import {endAt, matchAt} from '../../text/match.ts'
import {type Amount, CONNECTING, noUnit, readAmount} from '../amount.ts'
import {type Block, type FactRule, NONE} from '../block.ts'
import {negative, type Percentage, percentageOf, rounded} from '../percentages/finding.ts'
import {doubled, halved} from '../percentages/halves.ts'
import {worded} from '../percentages/worded.ts'
import {inSeries} from '../series.ts'

const SIGN =
  / ?(?:[%％‰]|个?百分点|折(?=优惠|[以，。；、）)的]|收|计|价|$)|成(?=[以左的，。、；）)多一二三四五六七八九半]|$)|成(?![立员果为功本都绩年长就效熟品语人套型分交片群千上]))/y
const signEnd = (text: string, at: number): number => endAt(SIGN, text, at)
const TENTHS = /(?<=[一二两三四五六七八九十\d])成 ?([一二三四五六七八九半])?(?![一二三四五六七八九十百千万个])/y
const NEGATIVE = /(?<=(?:^|[（(：:，、为至到 ])[-－−]|负)/y
const TIMES = /(?<=[×*xX✕] ?)/y
const SLASH = /\/(\d{1,3})(?![\d/月日.])/y

/** What a character without a number of its own may carry. */
const CUED = new Map([
  ['分'.charCodeAt(0), worded],
  ['半'.charCodeAt(0), halved],
  ['翻'.charCodeAt(0), doubled],
])

/** Shares: 95% is 95 of `%`, 八分之一 12.5; 提高5个百分点 is 5 of `pp`. */
export const percentage: FactRule = {
  id: 'percentage',
  find(block) {
    const {numbers, cues} = block.tokens
    if (numbers.length === 0 && cues.length === 0) return NONE
    const found: Percentage[] = []
    let last = -1
    for (let i = 0; i < numbers.length; i++) {
      const fact = numbers[i]!.start > last ? (signed(block, i) ?? slashed(block, i)) : undefined
      if (!fact) continue
      last = fact.numbers!.at(-1)!
      found.push(fact)
    }
    return inSeries(
      block.text,
      cues.length === 0 ? found : withCued(found, block).sort((a, b) => a.span.start - b.span.start),
    )
  },
}

/** The shares that a cue carries beside those with a sign; a number is read once. */
function withCued(found: Percentage[], block: Block): Percentage[] {
  let read: Set<number> | undefined
  for (const cue of block.tokens.cues) {
    const fact = CUED.get(block.text.charCodeAt(cue))?.(block, cue)
    if (!fact) continue
    read ??= new Set(found.flatMap(f => f.numbers ?? []))
    if (fact.numbers?.some(at => read!.has(at))) continue
    for (const at of fact.numbers ?? []) read.add(at)
    found.push(fact)
  }
  return found
}

/** A sign or the second number of a range: most numbers have neither after them. */
const goesOn = charset('%％‰个百成折', CONNECTING)

function signed({text, tokens}: Block, i: number): Percentage | undefined {
  if (!goesOn(text.charCodeAt(tokens.numbers[i]!.end))) return pointsOfNext(text, tokens.numbers, i)
  const amount = readAmount(text, tokens.numbers, i, signEnd)
  if (!amount) return undefined
  if (matchAt(TIMES, text, amount.numberStart)) return undefined
  const sign = text.slice(amount.unitStart, amount.unitEnd).trim()
  if (sign.startsWith('成')) return tenths(text, amount)
  if (sign === '折') return discounted(text, amount)
  const unit: Percentage['unit'] = sign === '‰' ? '‰' : sign.endsWith('点') ? 'pp' : '%'
  return matchAt(NEGATIVE, text, amount.start)
    ? negative(percentageOf(text, amount, unit))
    : percentageOf(text, amount, unit)
}

/** 分别回落2.16和1.66个百分点: the unit stands once, behind the last. */
function pointsOfNext(text: string, numbers: Block['tokens']['numbers'], i: number): Percentage | undefined {
  const [number, next] = [numbers[i]!, numbers[i + 1]]
  if (!next?.arabic || next.start !== number.end + 1 || !joins(text.charCodeAt(number.end)) || !number.arabic)
    return undefined
  if (!text.startsWith('个百分点', next.end) || !EACH.test(text.slice(Math.max(0, number.start - 10), number.start)))
    return undefined
  const amount = readAmount(text, [number], 0, noUnit)
  return amount && percentageOf(text, amount, 'pp')
}
const joins = charset('、和')
const EACH = /分别[^，。；\d]{0,8}$/

/** 按八五折收取, 不低于7.5折: what is left to pay, in tenths. 三折 of a page or a leaf has no such word before it. */
function discounted(text: string, amount: Amount): Percentage | undefined {
  const isWhole = (n: number): boolean => Number.isInteger(n) && n > 10
  const {value, upper} = amount
  if (value >= 100 || !REDUCED.test(text.slice(Math.max(0, amount.start - 4), amount.start))) return undefined
  return percentageOf(text, amount, '%', isWhole(value) && (upper === null || isWhole(upper)) ? 0 : 1)
}
const REDUCED = /(?:按|打|享受?|优惠|给予|价格?|低至|标准|执行|实行)(?:的|为|约)?$/

/** 三成 is 30 %; 完成, 组成 have no number, and 成 is no unit of a longer one. */
function tenths(text: string, amount: Amount): Percentage | undefined {
  const more = matchAt(TENTHS, text, amount.unitStart)
  if (!more || amount.value > 10 || text[amount.numberStart - 1] === '第') return undefined
  if (!ENDS_TENTHS.test(text[amount.unitStart + 1] ?? '，') && !reachesTenths(text, amount.numberStart))
    return undefined
  const found = percentageOf(text, amount, '%', 1)
  const rest = more[1] === '半' ? 5 : '一二三四五六七八九'.indexOf(more[1] ?? '') + (more[1] ? 1 : 0)
  if (rest === 0) return found
  return {...found, value: found.value + rest, span: {start: found.span.start, end: amount.unitStart + more[0].length}}
}

const ENDS_TENTHS = /[以左的，。、；）)多一二三四五六七八九半]/
/** 达到7成平价服务: the noun follows at once where a verb of shares stands before. */
const reachesTenths = (text: string, at: number): boolean =>
  /(?:达到?|超过|[逾占近约]|至少|不[足少低]于?)$/.test(text.slice(Math.max(0, at - 3), at))

/** 1/3 of something; dates and ratios have no 的 before them and no 以上 after. */
function slashed({text, tokens}: Block, i: number): Percentage | undefined {
  const over = tokens.numbers[i]!
  if (text[over.end] !== '/' || !over.plain || !over.arabic) return undefined
  const slash = matchAt(SLASH, text, over.end)
  if (!slash) return undefined
  const under = Number(slash[1])
  const end = over.end + slash[0].length
  if (over.value >= under || !/[的于过占约近达为按]$/.test(text.slice(Math.max(0, over.start - 1), over.start))) {
    if (over.value >= under || !/^(?:以上|以下|左右|的)/.test(text.slice(end, end + 2))) return undefined
  }
  const numeral = {...over, end, value: rounded((100 * over.value) / under)}
  const amount = readAmount(text, [numeral], 0, noUnit)
  return amount && {...percentageOf(text, amount, '%'), numbers: [over.start, over.end + 1]}
}
