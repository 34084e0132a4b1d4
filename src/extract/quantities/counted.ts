/** A count in its text → what is counted: 11所以上普通中小学 → 普通中小学 · 馆舍面积在800平方米以上 → 馆舍面积 · 实习时间6个月 → 实习时间. */
import {charset} from '../../text/charset.ts'
import {matchAt} from '../../text/match.ts'
import type {Amount} from '../amount.ts'
import {MAKING} from '../data/measures.ts'
import {nounBefore, type Rate} from './before.ts'
import {countedNoun, describedNoun, nounAfter, personAfter, personBefore} from './noun.ts'

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
