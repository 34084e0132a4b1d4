/** Where a number promises nothing: results, forecasts, statistics, conditions, awards, penalties, formulas. */

import {census} from '../../text/charset.ts'
import {lexicon} from '../../text/lexicon.ts'
import type {Block} from '../block.ts'
import {isReporting} from '../genre.ts'
import type {Part, Sentence} from './parts.ts'
import {firstTime, type Time} from './times.ts'
import type {Value} from './values.ts'

/** What a word makes of its whole sentence, of some words only where they are followed by this. */
interface Telling {
  readonly says: 'past' | 'rule'
  readonly words: string
  readonly followed?: RegExp
}
const TELLINGS: readonly Telling[] = [
  {
    says: 'past',
    words:
      '同比 较上年 比上年 较去年 比去年 较上一年 比上一年 较年初 比年初 较前一年 比前一年 截至 截止 据统计 据初步统计 以来 年来 历年 去年 现已 目前 共发生 已累计 累计已 全年共',
  },
  {
    says: 'past',
    words: '过去 近 现有',
    followed: /^(?:(?:过去|近)的?[一二三四五六七八九十几两\d]{0,3}(?:年|个月)(?!内)|现有[^，。]{0,16}\d)/,
  },
  {
    says: 'rule',
    words:
      '申报企业 申报单位 申报主体 申报项目 申请人 申请单位 投标人 应聘人员 申报条件 申请条件 准入条件 报名条件 参评条件 认定条件 申报资格 申请资格 报名资格 参评资格 方可 方能 才能申 处以 并处 可处 罚款 罚金 有期徒刑 拘役 没收 赔偿 滞纳金 违约金 扣减 减按 免征 税率 征收率 计算方法 计算公式 应纳税 抵扣 抵免',
  },
  {
    says: 'rule',
    words: '具备 符合 满足 处 扣 加',
    followed:
      /^(?:(?:具备|符合|满足)(?:以下|下列|如下)(?:基本)?(?:条件|要求|情形)|处(?:[一二三四五六七八九十百\d]{1,4}(?:年|万|元|日|个?月|倍)|销售|货值|违法)|扣\d|加\d{1,2}分)/,
  },
]
const TELLING = new Map(TELLINGS.flatMap(telling => telling.words.split(' ').map(word => [word, telling] as const)))
const TELLING_WORD = lexicon([...TELLING.keys()])
const FORECAST = /预计|预测|测算|据估|估计|有望|预期将/
const VOTE = /(?:同意|表决|联名|提议|赞成|到会|出席|过半数|(?:多数|成员|代表|委员|以上)通过)/
const AWARD = /(?:给予|予以|奖励|奖补|奖金|贴息|补偿|兑现)/
const SUBSIDY = /(?:补助|补贴|资助|支持资金|扶持资金|收费|缴纳|缴费|收取|费率|标准核)/
/** 由25%提高到35%: the first of two is where it starts from. */
const CHANGING = /^(?:左右)?(?:提高|提升|增|上升|扩大|下降|降|减|压|缩)/
const FUTURE = /(?:确保|力争|争取|努力|计划|目标|到20)/
const FORBIDDEN = /(?<!(?:率|占比|比例|比重))不得(?:低于|超过|高于|少于|大于|小于|突破)[^，。；]{0,30}$/
const DONE = /(?:已经?|曾)(?!有)|了$|了(?=\d)/

/** 共记录到振动500次 tells what was seen. */
const RECORDED = /共(?:记录|监测|观测|发现|收到|接到|查处|查获|受理|检测|接收|发生)/

/** Laws and rules set limits for whoever it may concern: there only a share that is to be reached is a goal. */
export const isStatute = ({place}: Block): boolean =>
  place.document.genre === 'statute' || (place.clause !== null && ARTICLE.test(place.clause))
const ARTICLE = /[/.]a\d/

/** Documents and chapters that tell what has been done or what is required of whom. */
export const isReport = ({place, headings, headingEnd, text}: Block): boolean =>
  place.document.genre === 'report' ||
  headings.some(h => h.reporting) ||
  (headingEnd > 0 && isReporting(text.slice(0, headingEnd)))

/** What a statute's share must not be of: prices, fees, what is invested and traded. */
export const isTrade = (metric: string): boolean =>
  /(?:价格|申报|费率|收益|涨跌|金额|余额|资产|股票|基金|面积达)/.test(metric)

/** Whether a sentence reports what has been, or rules what shall be. */
export function tellsPast(text: string, sentence: Sentence, times: readonly Time[], block: Block): boolean {
  const said = text.slice(sentence[0]!.start, Math.min(sentence.at(-1)!.end, sentence[0]!.start + 600))
  let past = false
  for (let found = TELLING_WORD.first(said); found; found = TELLING_WORD.first(said, found.index + 1)) {
    const {says, followed} = TELLING.get(found.word)!
    if (followed && !followed.test(said.slice(found.index, found.index + 30))) continue
    if (says === 'rule') return true
    past = true
  }
  if ((past && !FUTURE.test(said)) || /^\s*建议/.test(said)) return true
  const first = firstTime(times, sentence[0]!.start, sentence[0]!.end)
  return first !== undefined && isPast(first, block)
}

/** A time that had gone by when the document was dated, or before the years that it plans for. */
export function isPast({end}: Time, {place}: Block): boolean {
  const {date, origin} = place.document
  if (end !== null && origin.year !== null && Number(end.slice(0, 4)) < origin.year) return true
  return date !== null && end !== null && end < date && end.slice(0, 4) < date.slice(0, 4)
}

/** The characters that each question of `isNoGoal` cannot do without; most values have few of them around. */
const SIGNS = census({
  forecast: '预测估望',
  done: '已曾了',
  tallied: '累',
  recorded: '共',
  scored: '绩分权',
  awarded: '予奖贴偿兑',
  based: '基',
  changed: '由从',
  forbidden: '得',
  calculated: '×÷=＝＋+*',
})

/** What a road or a house is like, and what it holds. */
const SPECIFICATION =
  /(?:时速|设计速度|设计标准|[路桥]基?面?宽度?|坝高|管径|口径|直径|限速|层高|净高|荷载|电压|占地|占地面积|可容纳[^，。；、]{0,8}|容积率不?[高大低小]于)(?:为|达到?|约|不[低小]于|[:：])?$/

/** 750千伏通道: the voltage names the line. */
const VOLTS = /^千?伏$/

/** Whether a value in its part is no promise. */
export function isNoGoal(block: Block, part: Part, value: Value, from: number, hasTime: boolean): boolean {
  const start = Math.max(part.start, value.start - 80)
  const before = block.text.slice(Math.max(from, start), value.start)
  const after = block.text.slice(value.end, Math.min(part.end, value.end + 80))
  const around = before + after
  if (SPECIFICATION.test(before) || VOLTS.test(value.unit)) return true
  if (value.unit === '人口' && /^[\u4e00-\u9fff]/.test(after) && !before.endsWith('每')) return true
  const held = SIGNS.held(block.text, start, value.start + 4) | SIGNS.held(block.text, value.end, value.end + 80)
  const {forecast, done, tallied, recorded, scored, awarded, based, changed, forbidden, calculated} = SIGNS.bits
  if (held & forecast && FORECAST.test(block.text.slice(start, value.start))) return true
  if (held & done && DONE.test(before)) return true
  if (held & tallied && /累计/.test(before) && !hasTime && !/[比较](?:20\d{2}年|“)/.test(before)) return true
  if (held & recorded && RECORDED.test(before)) return true
  if (held & scored && value.kind === 'percentage' && /(?:成绩|得分|总分|权重)/.test(around)) return true
  if (value.kind === 'quantity' && isTally(part, before, after)) return true
  if (isCondition(block, part, before, after)) return true
  if (held & awarded && AWARD.test(around)) return true
  if (
    value.kind === 'money' &&
    SUBSIDY.test(around) &&
    !/(?:提高|增加|达到|增长)(?:到|至)?(?:每[人生月年]{1,2})*$|标准$/.test(before)
  )
    return true
  if (
    value.kind === 'percentage' &&
    (VOTE.test(after.slice(0, 16)) ||
      (/(?:委员|代表|成员|业主|股东|表决权|参会|出席)[^，。；]{0,24}$/.test(before) &&
        /分之|半数/.test(block.text.slice(value.start, value.end))))
  )
    return true
  if (held & based && /^的?基础上/.test(after)) return true
  if (held & changed && CHANGING.test(after) && /[由从][^，。；]{0,14}$/.test(before)) return true
  if (held & forbidden && FORBIDDEN.test(before + block.text.slice(value.start, value.start + 4))) return true
  if (value.comparator.startsWith('<') && /(?:补助|补贴|资助|保证金|资金)[^，。；]{0,24}$/.test(before)) return true
  return (
    (held & calculated) !== 0 &&
    /[×÷=＝*]\s*$|[（(]\s*$/.test(before) &&
    /^[）)]\s*[+＋×]|^\s*$/.test(after) &&
    /[×÷=＝+＋]/.test(around)
  )
}

/** 推广的改革举措（共23项）, 科技创新方面4项：: how long the list is that follows. */
const isTally = (part: Part, before: string, after: string): boolean =>
  (/[（(]共$/.test(before) && /^[）)]/.test(after)) ||
  (/方面共?$/.test(before) && after === '' && /[：:]/.test(part.stop))

/** 达到30%以上的，…; 对…1亿元以上的企业; 满…的. */
function isCondition(block: Block, part: Part, before: string, after: string): boolean {
  const head = block.text.slice(part.start, part.start + 2).trimStart()
  if (/^(?:凡|若|如|当)/.test(head) && !/^(?:当地|当年|如期)/.test(head)) return true
  const closed =
    /的(?:企业|单位|学校|项目|机构|个人|人员|地区|部门|情形|可|应|，)?$/.test(after.trimEnd()) || /者$/.test(after)
  if (/^的(?!目标|要求)/.test(after) && /^对/.test(head) && !/^[^，]*(?:进行|开展|实施)/.test(before)) return true
  return (
    (closed && /^.{0,24}的/.test(after) && part.stop !== '。' && !/(?:建设|打造|培育)/.test(before)) ||
    (/^对/.test(head) && closed)
  )
}
