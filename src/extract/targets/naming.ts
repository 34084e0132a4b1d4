/** The words before a value, and what was told before them → the names of what is measured: 这一比例, 丘陵地区达到70%, 产量稳定在30万吨. */
import {LIMITED, NO_COUNT} from '../data/target-words.ts'
import {headed} from './headed.ts'
import type {Linked} from './linked.ts'
import {asPart, byEnding, byTown, isBare, metricsOf, withBase, withoutMeaning} from './metric.ts'
import {isPaired} from './paired.ts'
import type {Spot} from './reading.ts'
import {asShare, distributed, ofDegree, ofSame, partOf, withGroupLast} from './shared.ts'
import {frontOfSame, holderOf, ofThose} from './those.ts'

/** The metrics that the words name; those of the value before where they name none; null where nothing is named at all. */
export function namesOf(spot: Spot, said: string, linked: Linked): string[] | null {
  const words = behindClause(withoutMeaning(said).replace(BY_PLACE, ''))
  if (words === '' || /^(?:这一|该|此)(?:比例|指标|数字|比率)$/.test(words)) return again(spot, words, linked)
  if (words.length > 80 || !/[\u4e00-\u9fff]/.test(words) || /^20\d\d年$/.test(words)) return null
  const {values, memory} = spot
  const isShare = values[0]!.kind === 'percentage'
  if (isShare && words.endsWith('的')) return [ofThose(words, memory.metric, isPart(spot))]
  const single = values.length === 1 && !linked.each && linked.base === null
  const group = single ? grouped(spot, words, linked.verb) : null
  return group ? [group] : own(spot, words, linked)
}

/** 培育龙头企业。到2025年达到50家: what its heading names. */
function counts(spot: Spot): string[] | null {
  const {kind, unit} = spot.values[0]!
  const noun = kind === 'percentage' || NO_COUNT.test(unit) ? '' : headed(spot)
  return noun === '' ? null : [noun]
}

/** 接种率以乡镇为单位稳定在90%以上: where it is taken is no part of its name. */
const BY_PLACE = /(?<=.{2})以[^，。；]{1,24}为单位$/
/** 播种面积保持稳定、产量达到: a clause of its own stands before the 、; what it was about is said once. */
function behindClause(words: string): string {
  const [, about, rest] = words.includes('、') ? (CLAUSE.exec(words) ?? []) : []
  if (!rest) return words
  return isBare(rest) ? cropOf(about!) + rest : rest
}
const CLAUSE =
  /^(.{2,20}?)(?:保持|持续|稳步|稳中|进一步|不断|明显|显著|大幅|逐步|基本)+(?:稳定|提升|提高|增强|改善|扩大|优化|增长|下降|降低|完善|健全)、(.{2,})$/

/** No words, or words that only point back: the limit that the part before names, else the metrics of the value before. */
function again(spot: Spot, words: string, {base, each, verb}: Linked): string[] | null {
  const {memory, values, right} = spot
  const behind = values[0]!.kind === 'percentage' && GROWS.test(verb ?? '') ? BEHIND.exec(right)?.[1] : undefined
  if (behind) return [behind]
  if (values.length > 1 && memory.names.length === values.length) return [...memory.names]
  const limited = words === '' ? (memory.topic?.() ?? '') : ''
  if (LIMITED.test(limited)) return values.length > 1 && each ? metricsOf(limited, values.length, true) : [limited]
  if (!memory.metric) return words === '' ? counts(spot) : null
  // 机械化率提高到75%，年均新增3家: no rate is counted.
  if (values[0]!.kind === 'quantity' && memory.unit === '%' && RATE.test(memory.metric)) return null
  return [verb === '占' ? withBase(memory.metric, base) : memory.metric]
}

const RATE = /(?:率|占比|比例|比重|覆盖面)$/

/** 增加20%的床位, 减少四分之一用水量: what grows or shrinks stands behind. */
const GROWS = /^(?:增加|扩大|提高|减少|降低|压减|削减)$/
const BEHIND = /^的?(?!以|左右|基础|比例|幅度|速度|标准)([\u4e00-\u9fff]{2,12})$/

/** What the words themselves name, one or a list. */
function own(spot: Spot, words: string, {base, direction, each, onTop, suffix, verb}: Linked): string[] {
  const {values} = spot
  const grown =
    (direction === 'increase' || direction === 'decrease') && values.length === 1 && values[0]!.kind === 'percentage'
  const named = (grown && byEnding(words)) || metricsOf(words + suffix, values.length, each)
  const both = each && values.length === 2 && named.length === 1 && !isPaired(spot) ? byTown(named[0]!) : named
  const full = both.map(withGroupLast).map(m => frontFor(spot, m) + m)
  if (base !== null) return full.map(m => (onTop ? m : withBase(m, base)))
  if (values[0]!.kind !== 'percentage') return full
  const parts = full.map(asPart)
  return verb && verb !== '占' && LEVELS.has(direction) ? parts.map(asShare) : parts
}

/** 学校达到80%: a level of countable things is a share of them; 学校增长5% is none. */
const LEVELS = new Set(['reach', 'increase-to', 'decrease-to', 'maintain'])

/** What a metric takes from what was told before it, where it cannot stand alone. */
function frontFor(spot: Spot, metric: string): string {
  const {memory} = spot
  const crop = spot.from > spot.part.start ? cropOf(memory.metric) : ''
  if (isBare(metric)) return crop || (memory.topic?.() ?? (grownOf(spot, metric) || cropOf(memory.metric)))
  if (/^在[^，。；]{2,12}[率比例重]$/.test(metric)) return holderOf(memory.metric)
  if (/^(?:具有|具备|拥有|取得|获得|持有)[^，。；]{2,30}[率比例重]$/.test(metric))
    return memory.sharers ?? holderOf(memory.metric)
  if (memory.object && spot.from > spot.part.start && OF_OBJECT.test(metric)) return memory.object.words
  if (memory.metric === null) return ''
  const each =
    crop === '' && spot.from > spot.part.start && metric.length <= 8 ? EACH_HAS.exec(memory.metric)?.[0] : undefined
  return each ?? frontOfSame(metric, memory.metric)
}

/** 建设示范区3个、面积不少于1万亩: of what was just counted. */
const OF_OBJECT = /^(?:总|建筑|占地|种植)?(?:面积|投资|规模|长度)$/

/** 每千名儿童拥有医生达到1.1名、床位增至3张: of how many is told once. */
const EACH_HAS = /^每[百千万十]{1,2}[名个]?[\u4e00-\u9fff]{1,6}?拥有/

/** 粮食播种面积稳定在60万亩，产量稳定在30万吨: the crop is told once. */
const cropOf = (metric: string | null): string =>
  /^(.{2,20}?)(?:播种|种植|养殖|栽培)面积$/.exec(metric ?? '')?.[1] ?? ''

/** 固定资产投资完成381亿元、增速6%: of the amount before it. */
const grownOf = ({memory, from, part}: Spot, metric: string): string =>
  /^(?:增[速幅]|[涨降]幅)$/.test(metric) && from > part.start ? (memory.metric ?? '') : ''

/** 其中…: what is told is a part of what was told before. */
const isPart = ({block, part}: Spot): boolean =>
  block.text
    .slice(part.start, part.end)
    .trimStart()
    .match(/^[其当]中/) !== null

/** 北京市 after 全省细颗粒物年均浓度: the air of a place. */
const AIR = /(?:PM_?(?:2\.5|10)|(?:可吸入|细)颗粒物|臭氧|二氧化[硫氮])?(?:年均|平均)?浓度$/
const PLACE = /^[\u4e00-\u9fff]{2,14}(?:[省市区县州盟旗]|地区|平原|三角)$/

/** 其中基础研究占10%, 丘陵地区达到70%: words that only name a part or a group of what the value before was of. */
function grouped(spot: Spot, words: string, verb: string | undefined): string | null {
  const {memory, values} = spot
  const {metric, unit} = memory
  const some = isPart(spot)
  const topic = some ? memory.topic?.() : null
  if (topic) return ofSame(words, topic)
  const air = metric !== null && PLACE.test(words) ? (AIR.exec(metric)?.[0] ?? null) : null
  if (air) return words + air
  if (metric === null || (values[0]!.unit || null) !== unit) return null
  if (verb === '占')
    return some ? withBase(words, metric.replace(/(?<=.{2})(?:强度|总量|总额|总数|规模|数量)$/, '')) : null
  const whole = some ? metric.replace(/比例$/, '') : ''
  const same = some ? partOf(words, whole) : words
  if (same !== words && same !== whole) return asShare(same)
  return ofDegree(words, metric) ?? distributed(words, metric)
}
