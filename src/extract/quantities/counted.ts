/** A count in its text → what is counted: 11所以上普通中小学 → 普通中小学 · 馆舍面积在800平方米以上 → 馆舍面积 · 实习时间6个月 → 实习时间. */
import {charset, WHITE_SPACE} from '../../text/charset.ts'
import {lexicon} from '../../text/lexicon.ts'
import {endAt, matchAt} from '../../text/match.ts'
import type {Amount} from '../amount.ts'
import {MAKING} from '../data/measures.ts'
import {LINKS} from '../data/target-verbs.ts'
import type {readPer} from '../per.ts'
import {countedNoun, describedNoun, nounAfter, personAfter, personBefore} from './noun.ts'

type Rate = ReturnType<typeof readPer>

/** Lengths of time count nothing but a time (实习时间6个月), and ages are a person's. */
const TIMES = new Set('分钟 小时 天 月 工作日 交易日 学期 学年'.split(' '))
const TIME_NOUN = /(?:时间|时长|时数|期限|周期|期间|寿命|年限|时限)$/
const AGE_NOUN = /年龄|树龄|寿命/

/** 本市2个月最低生活保障标准: so many times what stands behind. */
const STANDARD =
  /^的?((?:(?![的内后前])[^，。；：、（）\d]){0,14}?(?:标准|工资|租金|保费|养老金|失业保险金|基本生活费))/

/** 入驻企业不少于30家的园区 tells of the 企业, 设置不少于2处的出口 of what is set up. */
const isBounding = (text: string, {start, numberStart}: Amount, {per}: Rate): boolean =>
  start < numberStart &&
  per.length === 0 &&
  MAKING.before(text, start) === '' &&
  !/[派配设建]$/.test(text[start - 1] ?? '')

/** 厚度低于0.01毫米的地膜 tells of the 厚度. */
const SIZED = new Set(
  '米 厘米 毫米 公里 千米 平方米 平方公里 立方米 公顷 亩 吨 公斤 千克 克 升 毫升 ㎡ m km cm mm kg g'.split(' '),
)
const SIZE_NOUN =
  /(?:面积|[厚长宽高深]度|半径|直径|距离|里程|容[量积]|重量|体积|净高|层高|间距|[口孔管]径|身高|产量|产能|规模|能力)$/

/** 使用厚度, 一处占地面积. */
const SIZE_FRONT =
  /^(?:[且并但而](?:其|该)?)(?=.{2})|^.{0,8}(?:使用(?=[厚口长宽])|走私|各种|一处(?=占地|建筑|面积))(?=.{2})/

/** 最低生活保障标准的1.5倍, 按贷款利率2倍: what is multiplied stands before. */
function timesOf(text: string, {start}: Amount, rate: Rate): string | null {
  const noun =
    text[start - 1] === '的'
      ? MULTIPLIED.exec(text.slice(Math.max(0, start - 28), start))?.[1]
      : nounBefore(text, rate, start)
  return countedNoun(noun)?.replace(/^.{0,20}按照?(?=.{2})/, '') ?? null
}
const MULTIPLIED =
  /(?:^|[，。；：、（）\d]|按照?|[为是]|达到?|[超不]过|[低高等]于|处以?|相当于|[以至到]|执行|支付)((?:(?!按|超过|相当于|[低高等]于|处以)[^，。；：、（）\d]){2,20}?)的$/
const FINE = /^的?罚/

/** 大同、忻州、吕梁4市. */
const AREA = /^[省市县乡镇村]$/
/** 申请书（加盖公章）一式三份, 纸质材料（一式两份）: the papers stand before the brackets. */
const GIVES = '(?:提交|报送|制作|填写|提供|携带|准备|递交|上报|送交|填报|打印|备齐|出具|[将交附])'
const COPIES = new RegExp(
  `(?:^|[，。；：、（）和及或]|${GIVES})((?:(?!${GIVES})[^，。；：、（）和及或]){2,16})(?:（(?:[^（）]{0,40}，)?|（[^（）]{0,40}）)?一式$`,
)
/** 高257毫米、宽170毫米. */
const SIDE = /(?:^|[，。；：、（）\d的米按])([长宽高厚深])$/

/** 4县市实现目标: what is counted is told by the measure. */
const AREAS_OF = new Set('县市 区县 县区 市县 县（市） 县（市、区） 乡镇'.split(' '))

/** 田块1200余块改造任务: what is to be done with what was named before. */
const TASK = /^(?:建设|改造|治理|种植|整治|实施)任务$/

/** The noun after the count, else the one before it. */
export function counted(text: string, amount: Amount, rate: Rate, unit: string): string | null {
  if (AREAS_OF.has(unit)) return null
  if (AREA.test(unit) && !/[\u4e00-\u9fff]/.test(text[Math.max(amount.end, rate.end)] ?? '')) return null
  const said = text.slice(Math.max(0, amount.start - 64), amount.start)
  const copied = unit === '份' && said.endsWith('一式') ? COPIES.exec(said)?.[1] : undefined
  const side = SIZED.has(unit) ? SIDE.exec(said)?.[1] : undefined
  if (copied ?? side) return (copied ?? side)!
  const measured = unit === '岁' || unit === '周岁' ? AGE_NOUN : TIMES.has(unit) ? TIME_NOUN : null
  const person = measured === AGE_NOUN ? personAfter(text.slice(amount.end, amount.end + 12)) : null
  if (person) return person
  if (unit === '倍' && !FINE.test(text.slice(amount.end, amount.end + 3))) return timesOf(text, amount, rate)
  const told = measured === AGE_NOUN ? personBefore(text.slice(Math.max(0, amount.start - 16), amount.start)) : null
  if (told) return told
  if (!measured && unit !== '分') {
    const size = SIZED.has(unit) ? countedNoun(nounBefore(text, rate, amount.start)) : null
    if (size !== null && SIZE_NOUN.test(size)) return size.replace(SIZE_FRONT, '')
    const end = Math.max(amount.end, rate.end)
    const bound = text[end] === '的' && isBounding(text, amount, rate) ? nounBefore(text, rate, amount.start) : null
    const whose = countedNoun(bound)
    if (whose !== null) return whose
    const described = describedNoun(text, end)
    const head = described === null ? headAt(text, end) : undefined
    const noun = described ?? (head === undefined ? undefined : nounAfter(head))
    if (noun !== undefined && !(noun !== null && TASK.test(noun))) return noun
  }
  const standard = unit === '月' ? STANDARD.exec(text.slice(amount.end, amount.end + 24))?.[1] : undefined
  if (standard) return standard
  const before = countedNoun(nounBefore(text, rate, amount.start), unit === '次')
  return measured === null || measured.test(before ?? '') ? before : null
}

const HEAD =
  /([^，。；：、（）()《》\d\s]{1,40}?)(?=[，。；：、（）()《\d\s]|或(?!许)|和|及(?!以[上下])|与|以及|等(?![职教学级奖])|$)/y
/** 跨行业、跨领域平台, 行业型、区域型平台: kinds that stand side by side have their noun behind the last. */
const KINDS = /([^，。；：（）()《》\d\s]{1,40}?)(?=[，。；：（）()《\d\s]|和|及|与|以及|$)/y
const isKind = (words: string): boolean => /(?:[型级类性化]|行业|领域|跨[^、]{2,4})$/.test(words)

function headAt(text: string, at: number): string | undefined {
  const head = matchAt(HEAD, text, at)?.[1]
  if (head === undefined) return undefined
  const end = at + head.length
  const among = text[end] === '（' ? matchAt(AREAS, text, end)?.[0] : undefined
  if (among) return head + among
  return text[end] === '、' && isKind(head)
    ? (matchAt(KINDS, text, at)?.[1] ?? head)
    : head + listedAfter(text, end, head)
}

/** 176个县（市、区）. */
const AREAS = /（[市区县旗乡镇街道、]{1,8}）(?=$|[，。；、）)])/y

/** 园长、教师 of 5万名园长、教师: nouns that one number counts together, up to the stop; no number and no verb among them. */
function listedAfter(text: string, at: number, head: string): string {
  if (head.length < 2 || head.length > 12 || !joins(text.charCodeAt(at)) || SAYS.test(head)) return ''
  const rest = matchAt(MORE, text, at)?.[0].replace(/(?<=.{3})(?:组成|构成|担任)$/, '') ?? ''
  return rest === '' || rest.split(JOINT).some(isNoPiece) ? '' : rest
}
/** 两种资源, 有关人员, 建设平台: a count of its own, whoever else, something done. */
const isNoPiece = (piece: string): boolean =>
  piece !== '' &&
  (/^(?:[一二两三四五六七八九十几数多]|有关|相关|其他|其它|省委|部署|要求|完善|健全|加强|提升|推进|推动|促进|优化|深化|加快|强化|改善|提高|扩大|加大|引导|鼓励|发挥)/.test(
    piece,
  ) ||
    MAKING.at(piece, 0) !== '')
/** Words that say something of a noun. */
const SAYS = /[的应不得获受在对内将也均都会届]|分别|建设|落地|同步/
const joins = charset('、和及与')
const JOINT = /[、和及与]/
/** Bounded, and every piece a noun of its own. */
const MORE = /(?:[、和及与][^，。；：、（）()《》“”\d\s和及与的等为在以并]{2,10}){1,4}(?=[，。；）)]|$)/y

/** 面积在500平方米以上, 能力达到3万吨: the noun before, without what links it to the number. */
const LINKING = lexicon([
  ...Object.keys(LINKS),
  ...'超过 为 是 至 到 由 从 再 预计 共 共有 共计 合计 总计 均 各 应 要 须 将 年均 已 已经 已建 已建成 已有 现有 可 可达 可以 达到了 实现了 完成了 增加了'.split(
    ' ',
  ),
])
const RATED = /^每(?:个)?(?:学期|学年|季度|年|月|周|天)/

/** 均 and 可 link only where they end no word: 平均, 户均, 许可. */
function linkBefore(text: string, end: number): string {
  const link = LINKING.before(text, end)
  if (link === '可') return isMay(text.charCodeAt(end - 2)) ? '' : link
  return link === '均' && isMean(text.charCodeAt(end - 2)) ? '' : link
}
/** 许可, 认可. */
const isMay = charset('许认不')
const isMean = charset('平户班校亩')

function nounBefore(text: string, {per, start}: Rate, at: number): string | null {
  let end = sinceBefore(text, text[start - 1] === ' ' ? start - 1 : start)
  for (let link = linkBefore(text, end); link !== ''; link = linkBefore(text, end)) end -= link.length
  let noun = (tailBefore(text, end) ?? '').replace(RATED, '')
  if (start < at)
    noun =
      withoutRate(text.slice(start, at), per[0] ?? '') ||
      (end < start && (TIMED.test(per[0] ?? '') || MEAN.test(text.slice(start, at))) ? noun : '')
  for (let link = linkBefore(noun, noun.length); link !== ''; link = linkBefore(noun, noun.length))
    noun = noun.slice(0, -link.length)
  return noun.length < 2 ? null : noun
}

/** 寿命由2018年的77.0岁: from when it rises is no noun. */
function sinceBefore(text: string, end: number): number {
  const since = endsSince(text.charCodeAt(end - 1)) ? SINCE.exec(text.slice(Math.max(0, end - 9), end)) : null
  return since ? end - since[0].length : end
}
const SINCE = /[由从]20\d\d年[底末]?的?$/
const endsSince = charset('的年底末')

/** 建筑面积达到人均13平方米. */
const MEAN = /^[人户生班校亩]均$/
/** 供应能力达到每天25万人次: how often says nothing of what. */
const TIMED = /^[年月周日天]$|^(?:学[年期]|季度)$/

/** 每个图书室藏书 without what the number is per. */
function withoutRate(words: string, object: string): string {
  const said = words.indexOf(object) + object.length
  return /^每.{0,3}$/.test(words.slice(0, said - object.length)) ? withoutVerbs(words.slice(said)) : ''
}

function withoutVerbs(words: string): string {
  let rest = words
  for (let verb = MAKING.at(rest, 0); verb !== ''; verb = MAKING.at(rest, 0)) {
    if (endAt(WORD, rest, verb.length) >= 0) break
    rest = rest.slice(verb.length)
  }
  return rest
}

const isNoNoun = charset('，。；：、（）()《》“0123456789和及与的共约近', WHITE_SPACE)
const isBound = charset('，。；：、（）()》和及与共约近的', WHITE_SPACE)

/** 公共, 节约, 附近: short words that are part of a longer one. */
const isShort = charset('共约近')
/** 建筑, 设施, 办学, 保有量: words that a verb of one character only begins or ends. */
const WORD =
  /(?<=[公民]办)|(?<=[自国公私]有)|(?<=有)(?=[机效偿线害毒色限序声形轨])|(?<=建)(?=[筑材])|(?<=设)(?=[施备计])|(?<=办)(?=公|学[水条质模特层经])|(?<=[保拥持占]有)(?=量)|(?<=到)(?=[位岗课])/y
const INSIDE = /(?<=公)共|共[同享]|(?<=节)约|(?<=附)近|近(?=[期代郊海视亲])/y

/** 2027年示范园增加到6所: the noun begins after the year. */
const isDated = (text: string, start: number): boolean => /\d ?年度?$/.test(text.slice(Math.max(0, start - 4), start))

/** 3人以上户人均面积, 两处以上创口长度: the noun begins after the count of others; 规模以上企业 is one. */
const NUMBERED = /(?:[\d一二两三四五六七八九十](?:[个人名处种块条项户家所]|周?岁)|\d级)以[上下内]$/

/** 第1学期学业成绩. */
const TERM_BEFORE = /[\d一二三]学[期年]度?$/
const isTerm = charset('期年度')

/** 30米以上或者裂缝长度: another clause, where 创口或者瘢痕长度 is one noun. */
const BEFORE_OR = /以[上下内]$|[\d的，；、]$/

/** 名校（园）长, 执业（助理）医师: where a short insertion opens that closes at a place; -1 where none does, or a marker stands there. */
function insertionBefore(text: string, close: number): number {
  if (text[close] !== '）') return -1
  const open = text.slice(Math.max(0, close - 5), close).lastIndexOf('（')
  const inside = open < 0 ? '' : text.slice(Math.max(0, close - 5) + open + 1, close)
  return inside === '' || /^[\d一二三四五六七八九十]+$/.test(inside) ? -1 : close - inside.length - 1
}

/** PM2.5平均浓度, 5G基站: a noun that begins with a code; null where a number stands before the words. */
function coded(text: string, last: number, at: number): string | null {
  if (at - last > 3 && GENERATION.test(text.slice(Math.max(0, last - 1), last + 2))) return text.slice(last, at)
  const code = at - last > 2 ? CODE.exec(text.slice(Math.max(0, last - 7), last + 1))?.[0] : undefined
  return code === undefined ? null : text.slice(last + 1 - code.length, at)
}
const CODE = /(?<![A-Za-z])[A-Z]{1,4}\d(?:\.\d)?$/
const GENERATION = /^[^\d.]?\d[A-Z]$/

/** 高标准农田建设任务, 老旧小区改造面积: what is done to them is part of the noun. */
const isOfWork = (text: string, start: number, at: number): boolean =>
  at - start === 2 &&
  /任务|面积|工程|项目|规模|人数|指标/.test(text.slice(start, at)) &&
  /[^\x00-\xff，。；：、（）《》“”的和及与或全共](?:建设|改造|培训|治理|种植|推广|更新)$/.test(
    text.slice(start - 3, start),
  )

/** The noun of two characters or more that ends at a place, back to the nearest stop, verb or 的. */
function tailBefore(text: string, at: number): string | null {
  for (let start = at - 1; start >= 0 && start >= at - 20; start--) {
    const open = text[start] === '）' ? insertionBefore(text, start) : -1
    if (open >= 0) start = open
    else if (text[start] === '“') return text.slice(start, at)
    else if (text.startsWith('及以', start) || (isShort(text.charCodeAt(start)) && endAt(INSIDE, text, start) >= 0))
      continue
    else if (isNoNoun(text.charCodeAt(start))) return coded(text, start, at)
    if (start > at - 2) continue
    if (text.startsWith('及以', start - 1) || insertionBefore(text, start - 1) >= 0) continue
    if (isOfWork(text, start, at)) {
      start--
      continue
    }
    if (text.startsWith('或者', start - 2) && BEFORE_OR.test(text.slice(Math.max(0, start - 4), start - 2)))
      return text.slice(start, at)
    if (
      start === 0 ||
      (isBound(text.charCodeAt(start - 1)) && endAt(INSIDE, text, start - 1) < 0) ||
      isDated(text, start) ||
      (isTerm(text.charCodeAt(start - 1)) && TERM_BEFORE.test(text.slice(Math.max(0, start - 5), start))) ||
      (text[start - 2] === '以' && NUMBERED.test(text.slice(Math.max(0, start - 6), start))) ||
      (MAKING.before(text, start) !== '' && endAt(WORD, text, start) < 0)
    )
      return text.slice(start, at)
  }
  return null
}
