/** 按护士总数8%的比例培养专科护士, 设立专项经费50万元, …所占的比例（10%左右）: shares and money that are set aside. */
import {METRIC_HEAD} from '../data/target-words.ts'
import {EVERY, everyOf, lead} from './lead.ts'
import {metricStart, withBase} from './metric.ts'
import {make, perOf, type Reading, type Spot, type Target} from './reading.ts'

const BY = /(?:按照?|以)(不低于|不少于)?([^，。；、按]{2,30}?)的?$/
const SETS =
  /^的?(?:比例|标准|额度)?(?:，)?(?:足额)?(安排|列支|核定|提取|计提|配建|配备|配置|培养|设立|预留|投入|建设|配足|配齐|选派|统筹|落实)([^，。；]{2,24})/
const FUND = '(?:经费|资金|基金|投资|贷款|专款|预备费|投入)'
/** A word that says only that it is money takes its verb with it. */
const isPlain = (fund: string): boolean => fund.length <= 2
const FUND_VERB =
  /(?:设立|安排|投入|列支|筹集|落实|新增|下达|募集|统筹|整合|争取|完成|撬动|吸引|发放|投放|引进|到位|拨付|建立|组建)/
const FUND_AFTER = new RegExp(`^的?((?=用于)|[^，。；、]{0,24}?${FUND})(.*)$`)
const FUND_BEFORE = new RegExp(`${FUND_VERB.source}([^，。；]{0,30}${FUND})$`)
const FUND_END = new RegExp(`^[^，。；、]{2,16}${FUND}$`)
const FUND_VERB_END = new RegExp(`${FUND_VERB.source}$`)

/** 按教师工资的1—2%安排专项经费. */
export function bySharing(spot: Spot): Reading | null {
  const value = spot.values[0]!
  if (spot.values.length > 1) return null
  const base = BY.exec(spot.left)
  const sets = base && SETS.exec(spot.block.text.slice(value.end, Math.min(spot.part.end, value.end + 80)))
  if (!base || !sets) return null
  const object = sets[2]!.replace(/(?:用于|并).*$/, '')
  const end = value.end + sets[0].length
  const least = base[1] && value.comparator === '=' ? {comparator: '>=' as const} : {}
  const metric = withBase(object, base[2]!)
  const per = perOf(value.per, spot.lead().every)
  return {targets: [plain(spot, metric, spot.from + base.index, end, {base: base[2]!, per, ...least})], end}
}

/** 提高…所占的比例（10%左右）: the goal is told by the verb, its value follows in brackets. */
export function inBrackets(spot: Spot): Reading | null {
  const value = spot.values[0]!
  if (!/^[）)]/.test(spot.right)) return null
  const words = spot.left.replace(/[（(]$/, '')
  if (words === spot.left) return null
  const opened = lead(spot.block.text, spot.from, spot.from + words.length, spot.times)
  const said = words.slice(opened.at - spot.from)
  const metric = said.slice(metricStart(said))
  if (!/^(?:提高|提升|降低|扩大|增加|保持|控制|稳定|实现|达到)/.test(said) || !METRIC_HEAD.test(metric)) return null
  const start = opened.at + metricStart(said)
  const direction = /^(?:提高|提升|扩大|增加)/.test(said) ? 'increase-to' : /^降低/.test(said) ? 'decrease-to' : 'reach'
  // The bracket that opens in the target closes in it.
  const end = value.end + 1
  return {targets: [plain(spot, metric, start, end, {direction, modality: opened.modality})], end}
}

/** 设立每年5万元的培训经费, 设立专项经费50万元, 完成固定资产投资100亿元. */
export function funded(spot: Spot): Reading | null {
  const value = spot.values[0]!
  if (spot.values.length > 1) return null
  const opened = spot.lead()
  const words = spot.block.text.slice(opened.at, value.start).trimEnd()
  const after = FUND_AFTER.exec(spot.right)
  const bare = words.replace(/(?:每年|每学年|不少于|各)$/, '')
  if (after && FUND_VERB_END.test(bare)) {
    const purpose = /^用于([^，。；]{2,24})/.exec(after[2]!)?.[1]
    const fund = after[1]!.length <= 2 && purpose ? `${purpose}的${after[1] || '资金'}` : after[1]!
    const rhythm = EVERY.exec(words)
    const every = opened.every ?? (rhythm && everyOf(rhythm))
    const end = value.end + after[0].length - after[2]!.length
    return {
      targets: [
        plain(spot, fund, opened.at, end, {
          direction: 'build',
          per: perOf(value.per, every),
          modality: opened.modality,
        }),
      ],
      end,
    }
  }
  const before = FUND_BEFORE.exec(words)
  if (!before && isPart(spot, words))
    return {
      targets: [plain(spot, words, opened.at, value.end, {direction: 'build', modality: opened.modality})],
      end: value.end,
    }
  if (!before || /^(?:补助|补贴|奖励|奖补)/.test(before[1]!)) return null
  const per = perOf(value.per, opened.every)
  return {
    targets: [
      plain(spot, isPlain(before[1]!) ? before[0] : before[1]!, opened.at, value.end, {
        direction: 'build',
        per,
        modality: opened.modality,
      }),
    ],
    end: value.end,
  }
}

/** 完成投资150亿元，其中工业投资80亿元. */
const isPart = ({block, part, memory}: Spot, words: string): boolean =>
  memory.metric !== null &&
  FUND_END.test(words) &&
  block.text
    .slice(part.start, part.end)
    .trimStart()
    .match(/^[其当]中/) !== null

function plain(spot: Spot, metric: string, start: number, end: number, more: Partial<Target>): Target {
  const value = spot.values[0]!
  const deadline = spot.clock.at(spot.part, value.start)
  const own = deadline?.via === 'inline' && deadline.fact ? deadline.fact.span.start : start
  spot.memory.metric = metric
  spot.memory.unit = value.unit
  return make(
    {
      span: {start: Math.min(own, start), end: Math.max(end, value.end)},
      valueSpan: {start: value.start, end: value.end},
      metric,
      direction: 'reach',
      deadline,
      ...more,
    },
    value,
  )
}
