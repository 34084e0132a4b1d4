/** Where sentences promise nothing: results of the past, statistics, rules and penalties; 截至目前，覆盖率达到95%. */
import {lastAtMost, type Span} from '../../text/span.ts'
import type {Block} from '../block.ts'
import {anyOf, DOES, FRONTS} from '../data/target-verbs.ts'
import {isReporting} from '../genre.ts'
import {looksAhead} from '../until.ts'
import type {Part, Sentence} from './parts.ts'
import {firstTime, inherited, lastTime, type Time} from './times.ts'

/** What a word makes of its whole sentence, of some words only where they are followed by this. */
interface Telling {
  /** What is `done` is told of its own sentence, and of none after it. */
  readonly says: 'past' | 'done' | 'rule'
  readonly words: string
  readonly followed?: RegExp
  /** What before it says that it tells nothing: 由目前的12%提高到30%. */
  readonly unless?: RegExp
}
const TELLINGS: readonly Telling[] = [
  {
    says: 'past',
    words:
      '较上年 比上年 较去年 比去年 较上一年 比上一年 较年初 比年初 较前一年 比前一年 截至 截止 据统计 据初步统计 以来 年来 历年 这五年 这三年 这几年 全年累计 去年 至今 累计投入 现已 共发生 已累计 累计已 全年共 比上年末 比上年底 与上年相比 与上年比较 较上年末 数据显示 统计显示 监测显示 调查显示 结果显示 公报显示 公报》 经测产 初步核算 历史最好水平 历史新高 历史最优 时序进度 远超 超额完成 提前达到 提前完成 位居全国第 位居全省第 位居全市第 排名全省第 排名全市第 被评为 被授予 首次降到 首次突破 首次超过 首次达到 首次降至',
  },
  {
    says: 'past',
    words: '过去 近 比 至',
    followed:
      /^(?:至(?:20\d\d年)?[^，。\d]{0,4}[底末]，[^，。；]{0,10}(?<![没具享])有[^，。；\d]{0,16}\d|比[一二两三四五六七八九十几\d]{1,3}年前|(?:过去|近)的?[一二三四五六七八九十几两\d]{0,4}(?:年|个月)(?!内))/,
  },
  {
    says: 'past',
    words: '现有',
    followed: /^现有[^，。]{0,16}\d/,
    unless: /(?:[改扩]建|改造|提升|升级|利用|依托|整合|盘活|优化|完善|巩固|用好|[在对将把])$/,
  },
  {says: 'past', words: '目前', unless: /[由从较比在]$/},
  {
    says: 'past',
    words: '全国共有 全省共有 全市共有 全县共有 全区共有 全州共有 我国共有 我省共有 我市共有 我县共有',
    followed: /^.{4}[^，。；\d]{0,20}\d/,
  },
  {
    says: 'past',
    words: '累计获得 累计争取 累计完成 累计实现 累计建成 累计培训 累计发放 累计引进 累计新增',
    followed: /^.{4}[^，。；\d]{0,20}\d/,
    unless: /(?:年|期间|[末底前内]|力争|争取|确保|计划|目标|将|要)[^，。；]{0,6}$/,
  },
  // 同比增长7%左右 is a goal among goals.
  {
    says: 'past',
    words: '同比 分别是 已 统计至 年间',
    followed:
      /^(?:已(?:经)?(?:建|完成|实现|达|投入|发放|培训|创建|形成|竣工)[^，。；的]{0,24}\d|统计至|年间(?:，|内)|同比(?![^，。；\d]{0,8}\d[\d.]{0,6}(?:[%％]|个百分点)(?:左右|以[上下内]))|分别是[^，。；]{2,10}的\d)/,
  },
  {
    says: 'past',
    words: '提高了 增加了 增长了 上升了 下降了 减少了 降低了 扩大了 得到了 取得了',
    followed: /^(?:..了(?:约|近)?[\d一二两三四五六七八九十]|[得取][到得]了)/,
  },
  {
    says: 'done',
    words:
      '引进了 建成了 完成了 新建了 新增了 培训了 实现了 开展了 组织了 举办了 投入了 发放了 改造了 争取了 培育了 创建了 解决了 建立了 安排了 达到了 获得了',
    followed: /^..了[^，。；、\d]{0,6}[\d两三四五六七八九十]/,
  },
  {
    says: 'rule',
    words:
      '申报企业 申报单位 申报主体 申报项目 申请人 申请单位 投标人 应聘人员 申报条件 申请条件 准入条件 报名条件 参评条件 认定条件 申报资格 申请资格 报名资格 参评资格 方可 方能 才能申 并处 可处 罚款 罚金 有期徒刑 拘役 没收 赔偿 滞纳金 违约金 扣减 减按 免征 税率 征收率 计算方法 计算公式 应纳税 抵扣 抵免 预计到20 预计未来 预计今后',
  },
  {
    says: 'rule',
    words: '具备 符合 满足 处 扣 加',
    followed:
      /^(?:(?:具备|符合|满足)(?:以下|下列|如下|[一二两三四五六七八九十\d]{1,2}[个项])(?:基本)?(?:条件|要求|情形)|处(?:以(?![上下内])|[一二三四五六七八九十百\d]{1,4}(?:年|万|元|日|个?月|倍)|销售|货值|违法)|扣\d|加\d{1,2}分)/,
  },
]
const TELLING = new Map(TELLINGS.flatMap(telling => telling.words.split(' ').map(word => [word, telling] as const)))
export const TELLING_WORDS = [...TELLING.keys()]
const FUTURE =
  /(?:确保|力争|争取|(?<!经过[^，。；]{0,12})努力|(?<!五年|三年|滚动)计划(?=[在用于到]?[新建投招完实改培选引增安每开组采购再利通年])|(?<!这[一个]|(?:超|超额完成|提前[达完][到成]|圆满完成|全面完成|顺利完成|较好完成)[^，。；]{0,14})目标(?!均|已|都|超过|圆满|全面完成|顺利)|(?<!从20\d\d年)到20(?!\d\d年(?:的\d|[^，。]{0,6}，[^，。；]{0,10}已)))/

/** Laws and rules set limits for whoever it may concern: there only a share that is to be reached is a goal. */
export const isStatute = ({place}: Block): boolean =>
  place.document.genre === 'statute' || (place.clause !== null && ARTICLE.test(place.clause))
const ARTICLE = /[/.]a\d/

/** Documents and chapters that tell what has been done or what is required of whom. */
export const isReport = ({place, headings, headingEnd, text}: Block): boolean =>
  place.document.genre === 'report' ||
  headings.some(h => h.reporting && !(LOOKING_ON.test(h.text) && AHEAD.test(text))) ||
  (headingEnd > 0 && isReporting(text.slice(0, headingEnd)))

/** 二、“十四五”成就和“十五五”主要目标: what stands under such a heading is of both. */
const LOOKING_ON = /[和与及暨、][^，。；]{0,16}(?:目标|重点(?:任务|工作)|工作(?:安排|打算|部署|计划))/
const AHEAD =
  /^[^。]{0,80}(?:“?十[五六七]五”?|到20\d\d年|今后[一二三四五几]|未来[一二三四五几]|目标[是为])|(?:草案）?|规划》?|纲要》?)[^。]{0,60}提出/

/** What a statute's share must not be of: prices, fees, what is invested and traded. */
export const isTrade = (metric: string): boolean =>
  /(?:价格|申报|费率|收益|涨跌|金额|余额|资产|股票|基金|面积达)/.test(metric)

/**
 * Tells of the sentences of a block, by their places, whether one promises nothing: by itself, or because it goes on telling
 * what those before it do. Asked in order; looks back no farther than it must.
 * @param tellings the words of the block that may tell so
 */
export function telling(
  all: readonly Sentence[],
  block: Block,
  times: readonly Time[],
  tellings: readonly Span[],
): (i: number) => boolean {
  const told = (i: number): Telling['says'] | null => toldBy(block, all[i]!, times, tellings)
  let whole: boolean | null = null
  const isWhole = (): boolean => {
    whole ??= tellsOnly(block, all, times, told)
    return whole
  }
  let known = -1
  let past = false
  const isPastAt = (i: number): boolean => {
    for (let at = i; at > known; at--) {
      if (told(at) === 'past') return true
      if (!goesOnTelling(block.text, all, at, times)) return false
    }
    return past
  }
  return i => {
    if (told(i) !== null) return true
    past = isPastAt(i)
    known = i
    return past || isWhole()
  }
}

/** 新增就业2949人。累计获得项目94个，总量位居全市第一。: a paragraph with no time to come, over it none either, that tells somewhere what was, and nowhere what is to come. */
const tellsOnly = (
  block: Block,
  all: readonly Sentence[],
  times: readonly Time[],
  told: (i: number) => Telling['says'] | null,
): boolean =>
  times.every(time => isPast(time, block)) &&
  all.some((_, i) => told(i) === 'past') &&
  !looksAhead(block.text) &&
  inherited(block) === null

/** What has been, or what shall be whenever something is so; null where it may promise. */
function toldBy(
  block: Block,
  sentence: Sentence,
  times: readonly Time[],
  tellings: readonly Span[],
): Telling['says'] | null {
  const {text} = block
  const from = sentence[0]!.start
  const said = wordsOf(text, sentence)
  let past: 'past' | 'done' | null = null
  for (let next = lastAtMost(tellings, from - 1, startOf) + 1; next < tellings.length; next++) {
    const {start, end} = tellings[next]!
    if (end > from + said.length) break
    const {says, followed, unless} = TELLING.get(text.slice(start, end))!
    if (unless?.test(text.slice(from, start))) continue
    if (followed && !followed.test(said.slice(start - from, start - from + 30))) continue
    if (says === 'rule') return 'rule'
    if (past !== 'past') past = says
  }
  if (PROPOSES.test(said)) return 'past'
  if (past !== null && !FUTURE.test(said)) return past
  const [opening, second] = sentence as [Part, Part?]
  const isSaid = second !== undefined && SAYING.test(text.slice(opening.start, opening.end))
  const first = firstTime(times, from, (isSaid ? second : opening).end)
  return first !== undefined && isPast(first, block) ? 'past' : null
}
/** 局长介绍，2016年…: who tells it stands first. */
const SAYING = /(?:介绍|表示|获悉|指出|显示|悉|称|说)$/
const startOf = (word: Span): number => word.start
const PROPOSES = /^\s*建议/

/** ——这五年，…; 五年来，…: the whole paragraph tells what has been. */
export const isLookingBack = (text: string): boolean => LOOKS_BACK.test(text)
const LOOKS_BACK = /^[\s—-]{0,6}(?:(?:这|(?:刚刚|已经)?过去的?)(?:[一二三五几]|20\d\d)年(?!内|左右)|[一二三五几]年来)/

/** 目前，毛入园率为88%。巩固率达到95%。: whether a sentence after others goes on telling what they do: no time after theirs, nothing that is to be done. */
function goesOnTelling(text: string, all: readonly Sentence[], at: number, times: readonly Time[]): boolean {
  const said = wordsOf(text, all[at]!)
  if (SO_FAR.test(said)) return true
  if (TURNS.test(said) || FUTURE.test(said)) return false
  const time = lastTime(times, all[at]![0]!.start, all[at]!.at(-1)!.end)
  if (time?.edtf && SINCE_JANUARY.test(time.edtf)) return true
  const day = lastDay(all[at]!, times)
  return day === null || day <= dayBefore(all, at, times)
}

/** 今年以来，…。2021年1—6月，…: so far. */
const SINCE_JANUARY = /^(\d{4})-01\/\1-(?:0[2-9]|1[01])$/

/** Sentences that are looked back on for a time. */
const LOOKS_BACK_ON = 4
function dayBefore(all: readonly Sentence[], at: number, times: readonly Time[]): string {
  for (let i = at - 1; i >= Math.max(0, at - LOOKS_BACK_ON); i--) {
    const day = lastDay(all[i]!, times)
    if (day !== null) return day
  }
  return ''
}

/** The last day that the times of a sentence reach; a time without one is told as the latest. */
function lastDay(sentence: Sentence, times: readonly Time[]): string | null {
  const {start} = sentence[0]!
  const {end} = sentence.at(-1)!
  const time = lastTime(times, start, end) ?? firstTime(times, start, end)
  return time === undefined ? null : (time.end ?? '9999')
}

const wordsOf = (text: string, sentence: Sentence): string =>
  text.slice(sentence[0]!.start, Math.min(sentence.at(-1)!.end, sentence[0]!.start + 600))
/** 已竣工, 补充了: still of what has been. */
const SO_FAR = /(?<![不而])已(?:经|新|建|竣|完|开|通|有)|(?:成|补充|实现|完成|提高|改善|解决)了/
const TURNS = new RegExp(
  `(?:^|[，；：])\\s*(?:[一二三四五六七八九]是|[（(]?\\d{1,2}(?:[、）)]|[.．](?!\\d))|要|将|须|必须|应|拟|下一步|今后|未来|继续|逐步|进一步|大力|积极|着力|加快)|[均都]要|^\\s*(?:${anyOf([...DOES, ...FRONTS])})`,
)

/** A time that had gone by when the document was dated, or when what it tells was so, or before the years that it plans for. */
export function isPast({end, past}: Time, {place}: Block): boolean {
  if (past) return true
  const {date, origin, told} = place.document
  if (told !== null && end !== null && end <= told) return true
  if (end !== null && origin.year !== null && Number(end.slice(0, 4)) < origin.year) return true
  return date !== null && end !== null && end < date && end.slice(0, 4) < date.slice(0, 4)
}
