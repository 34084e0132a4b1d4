/** 75%以上的教师能够熟练运用…, 100%学校都有特色, 覆盖80%的行政村: the share stands before its noun. */

import {lexicon} from '../../text/lexicon.ts'
import {endAt} from '../../text/match.ts'
import {metricStart} from './metric.ts'
import {make, type Reading, type Spot} from './reading.ts'

/** What the nouns do or are to be: the predicate begins here. */
export const PREDICATES = [
  ...['达到', '达标', '达', '实现', '完成', '承担', '参与', '参加', '具备', '具有', '拥有', '掌握', '配备', '配齐'],
  ...['建立', '建成', '建有', '建设', '设立', '设有', '开展', '纳入', '能够', '能', '都', '均', '全部', '至少', '成功'],
  ...['创建', '获得', '取得', '通过', '接受', '享有', '享受', '有', '覆盖', '接入', '使用', '应用', '运用', '落实'],
  ...['普及', '开设', '符合', '签订', '成为', '得到', '进入', '升入', '入选', '跻身', '获评', '就读', '实施', '推行'],
  ...[
    '用于',
    '来自',
    '从事',
    '持有',
    '持',
    '开通',
    '提供',
    '上云',
    '列入',
    '入园',
    '转为',
    '办成',
    '退出',
    '安装',
    '接通',
    '连接',
    '就近',
  ],
  ...[
    '学会',
    '养成',
    '保持',
    '低于',
    '高于',
    '不低于',
    '建档',
    '“',
    '用上',
    '喝上',
    '吃上',
    '住上',
    '走上',
    '消除',
    '年收入',
  ],
  ...['通硬化', '通公路', '通客车', '通动力电', '通宽带', '通光纤', '通自来水', '通快递', '通天然气', '通4G', '通5G'],
] as const
const PREDICATE = lexicon(PREDICATES)
const NOUNS = /^(?:（[^）]{1,24}）|[^，。；、“（）\d的]){1,24}$/
const AREA =
  '(?:其中|要有|需有|应有|要求|选取|选择|支持|确定|遴选|安排|在|为|对|给|使|让|推动|促进|引导|组织|帮助|带动|实现|确保|力争|达到)?((?:[县市省区]域内|辖区内)?(?:全|本|我)?(?:国|省|市|区|县|州|盟|旗|镇|乡|校|系统|自治区|社会|行业|院)?(?:范围内?|内|各级)?)(?:要有|需有|应有|确保|力争)?'
const FREE = new RegExp(`^${AREA}$`)
const COVERS =
  /(?:^|[\u4e00-\u9fff])(覆盖|惠及|服务|培训|轮训|检测|抽检|改造|支持)(?:到|至|了|全[国省市区县州](?:约|近)?|约|近|(?<=覆盖)([\u4e00-\u9fff]{2,10}?)(?:约|近)?)?$/
const MIDDLE =
  /^(?:按|用于|纳入|接入|通过|安装|配备|完成|实现|达到|覆盖|落实|建立|开展|参加|持证|使用|采用|享受|享有|接受)[^，。；]{2,40}/
const NO_NOUNS = /[达到至为占的于在超过率比例重按]$|[，。；]/
const NOUN = /^的?((?:[^，。；、“”\d]|\d{1,4}万?人?以[上下]){2,24})$/
const WHOLE = /^的?(.{0,20}?)全覆盖$/

/** A share that stands before its noun; null where none does. */
export function share(spot: Spot): Reading | null {
  const value = spot.values[0]!
  if (spot.values.length > 1 || value.unit === 'pp') return null
  const rest = spot.block.text.slice(value.end, Math.min(endOf(spot), value.end + 160)).trimEnd()
  return covering(spot, rest) ?? handled(spot, rest) ?? amid(spot, rest) ?? first(spot, rest)
}

/** 30%以上的村达到…、50%以上的镇达到…: the next share begins behind the stop. */
const endOf = ({block, part, to}: Spot): number =>
  to < part.end && block.text[to - 1] === '、' && /^[^，。；、]{0,8}[%％‰]/.test(block.text.slice(to, to + 10))
    ? to - 1
    : part.end

/** 离任审计100%全覆盖, 新建学校实现100%名校资源全覆盖. */
function covering(spot: Spot, rest: string): Reading | null {
  const whole = WHOLE.exec(rest)
  const opened = spot.lead()
  const before = spot.block.text
    .slice(opened.at, spot.values[0]!.start)
    .replace(/(?:实现|达到|做到|基本)$/, '')
    .replace(/^(?:实现|做到|推动|确保)/, '')
  if (!whole || (before + whole[1]).length < 2 || before.length > 30) return null
  return read(spot, `${before}${whole[1]}覆盖率`, opened.at, spot.values[0]!.end + rest.length, opened.modality)
}

/** 对全市70%以上的园长、教师进行培训: what is done for a share of them. */
function handled(spot: Spot, rest: string): Reading | null {
  const opened = spot.lead()
  const words = FOR.exec(spot.block.text.slice(opened.at, spot.values[0]!.start).trim())
  const done = words && DONE_FOR.exec(rest)
  if (!words || !done) return null
  return read(
    spot,
    `${done[2]}的${words[1]}${done[1]}比例`,
    opened.at,
    spot.values[0]!.end + done[0].length,
    opened.modality,
    words[1] || null,
  )
}
const FOR = /^(?:对|给|为|向)((?:(?:全|本|我)?[国省市区县州校])?)(?:范围)?内?$/
const DONE_FOR = /^的?([^，。；：]{2,30}?)((?:进行|开展|实施|提供|免除|减免|发放)[^，。；]{2,24})$/

/** 组织城镇学校10%以上的教师到乡村学校交流: of whose people a share is to go where, or to do what. */
function amid(spot: Spot, rest: string): Reading | null {
  const opened = spot.lead()
  const whose = WHOSE.exec(spot.block.text.slice(opened.at, spot.values[0]!.start).trim())?.[1]
  const done = whose && PEOPLE_DO.exec(rest)
  if (!whose || !done) return null
  return read(
    spot,
    `${done[2]}的${whose}${done[1]}比例`,
    opened.at,
    spot.values[0]!.end + done[0].length,
    opened.modality,
  )
}
const WHOSE =
  /^(?:组织|选派|安排|推动|引导|确保|鼓励|支持|实现)([^，。；、]{2,12}(?:学校|幼儿园|院校|企业|单位|机构|医院|乡镇|村|县))$/
const PEOPLE_DO =
  /^的([^，。；、]{0,8}(?:教师|校长|学生|幼儿|人员|职工|医师|干部))((?:到|赴|参加|参与|接受|取得|获得)[^，。；]{2,30})$/

function first(spot: Spot, rest: string): Reading | null {
  const {text} = spot.block
  if (
    rest === '' ||
    /^的?(?:比例|标准|要求|目标|速度|幅度|份额|水平|股[权份]|权重|税率|罚款|利率|资金|比重)/.test(rest)
  )
    return null
  const opened = spot.lead()
  const words = text.slice(opened.at, spot.from + spot.left.length).trim()
  const covers = COVERS.exec(words)
  const noun = covers && NOUN.exec(rest)
  if (covers && noun)
    return read(
      spot,
      `${whatCovers(words, covers)}${covers[1]}${covers[1] === '覆盖' ? '' : '的'}${covers[2] ?? ''}${noun[1]}比例`,
      opened.at,
      spot.values[0]!.end + rest.length,
      opened.modality,
    )
  const area = FREE.exec(words)
  const said = area && (predicateOf(rest) ?? ofSame(spot, rest))
  if (!said) return inMiddle(spot, words, rest, opened.at, opened.modality)
  const predicate = said.predicate.replace(/^(?:都|均|全部|成功|已)+/, '')
  if (predicate.length < 2) return null
  const nouns = said.nouns.replace(/(?<=.{2})(?:基本|全面|要|应|家中|就近)$/, '')
  spot.memory.holders = `${area[1]}${nouns}`
  const at = rest.indexOf(said.nouns)
  const stop = endOf(spot)
  const end =
    stop < spot.part.end || /^年收入/.test(predicate)
      ? stop
      : spot.values[0]!.end + (at < 0 ? said.predicate.length : at + said.nouns.length)
  spot.memory.sharers = nouns
  return {
    ...read(spot, `${area[1]}${predicate}的${nouns}比例`, opened.at, stop, opened.modality, area[1] || null),
    end,
  }
}

/** 高速铁路覆盖80%以上的大城市: what covers them. */
const whatCovers = (words: string, {1: verb, index, 0: all}: RegExpExecArray): string => {
  const before = verb === '覆盖' ? words.slice(0, index + all.indexOf(verb)) : ''
  return /^[\u4e00-\u9fff]{2,8}$/.test(before) && metricStart(before) === 0 ? before : ''
}

/** 的幼儿园达到二级水平 → 幼儿园, 达到二级水平. */
function predicateOf(rest: string): {nouns: string; predicate: string} | null {
  const body = rest.startsWith('的') ? rest.slice(1) : rest
  for (
    let found = PREDICATE.first(body, 1);
    found && found.index <= 48;
    found = PREDICATE.first(body, found.index + 1)
  ) {
    const nouns = body.slice(0, found.index)
    if (NOUNS.test(nouns) && !isInside(body, found.index))
      return {nouns, predicate: body.slice(found.index, found.index + 120)}
  }
  return null
}

/** 小学教师85%以上达到专科学历，其中30%以上达到本科学历: of those that the share before was of. */
function ofSame({memory, block, from, values}: Spot, rest: string): {nouns: string; predicate: string} | null {
  const isPart = /[其当]中(?:有)?$/.test(block.text.slice(Math.max(from, values[0]!.start - 4), values[0]!.start))
  if (!isPart || !memory.sharers || PREDICATE.at(rest, 0) === '') return null
  return {nouns: memory.sharers, predicate: rest.slice(0, 120)}
}

/** 清洁能源, 国有企业, 首都机场, 均衡: predicates of one or two characters inside a longer word. */
const LONGER =
  /(?<=[功性智节动产可机潜技职])能|能[源力量耗效级]|(?<=[国所公私具含享占专特原现稀没])有|有[机关害限色线毒]|(?<=[首古])都|都市|(?<=[平人])均|均衡|(?<=[主支保坚维扶])持|持续|应用型|(?<=基)建设|建设[项用工单]|保持者|达标率/y

function isInside(text: string, at: number): boolean {
  return endAt(LONGER, text, at) >= 0
}

/** 新增用地100%按标准供应, 扶持资金70%以上用于产业: the nouns before, what they are to do after. */
function inMiddle(spot: Spot, words: string, rest: string, start: number, modality: string | null): Reading | null {
  const nouns = subjectOf(words.slice(metricStart(words)))
  const does = MIDDLE.exec(rest)
  if (!does || nouns.length < 2 || nouns.length > 24 || NO_NOUNS.test(nouns)) return null
  spot.memory.sharers = nouns
  return read(spot, `${does[0]}的${nouns}比例`, start, spot.values[0]!.end + does[0].length, modality)
}

/** 高中教师全部达到本科学历并有10%达到研究生学历: they are told of once. */
function subjectOf(words: string): string {
  const also = /(?:并|且|其中)有?$/.exec(words)
  const said = also ? PREDICATE.first(words, 2) : null
  return said && said.index < also!.index ? words.slice(0, said.index) : words
}

function read(
  spot: Spot,
  metric: string,
  start: number,
  end: number,
  modality: string | null,
  scope: string | null = null,
): Reading {
  const value = spot.values[0]!
  const deadline = spot.clock.at(spot.part, value.start)
  const own = deadline?.via === 'inline' && deadline.fact ? deadline.fact.span.start : start
  spot.memory.metric = metric
  spot.memory.unit = value.unit
  const target = make(
    {
      span: {start: Math.min(own, start), end},
      valueSpan: {start: value.start, end: value.end},
      metric,
      scope,
      direction: 'reach',
      deadline,
      modality,
    },
    value,
  )
  return {targets: [target], end}
}
