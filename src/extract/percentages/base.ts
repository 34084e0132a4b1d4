/** The words before a share → what it is a part of: 不低于当年公用经费的5%, 占总面积30%以上, 从管理费中提取20%. */
import {charset, WHITE_SPACE} from '../../text/charset.ts'
import {matchAt} from '../../text/match.ts'
import type {Amount} from '../amount.ts'
import {comparingBefore, NO} from '../data/comparators.ts'

/** What a share is of; the comparing word that stands before the base, and where the two begin. */
export interface Base {
  readonly of: string
  readonly word: string | undefined
  readonly start: number
}

/** 占总数的, 不低于当年公用经费的: what the percentage is a part of. */
const BASE =
  /(?<=(?:占|为|达到?|达|按照?|以|于|过|等于|多于|少于|取得|提取|减按|降至|增至|收取|扣减|扣除|扣发|减征|减免|返还其?|(?<!实际|应当?|已)缴纳|承担|负担)((?:[^，。；：、（）()\d%的]|的(?=[^，。；]{1,12}的)){2,24}?)[的之](?:比例为?)? ?)/y
/** 不超过项目投资额50%: the same without 的. */
const PLAIN_BASE = new RegExp(
  `(?<=(${NO}(?:低于|少于|超过|高于)|超过|低于|不足|不及)((?:其|该)?[^，。；：、（）()\\d%《》不]{2,20}?)(?:的)? ?)`,
  'y',
)
/** 了, 为, 将, 由 in such words begin a clause, and 使 that does not use anything. */
const NO_BASE = /[了为将由]|使(?!用)|在(?![编校册岗职园读学])|[^公投]入$/

/** The sum itself stands before the share: 处销售金额百分之五十以上, 执行原判刑期二分之一以上. */
const SUM =
  '总额|金额|数额|价额|总价款|总价|价款|总数|总量|总人数|投资额|违法所得|总面积|总收入|工资|刑期|净值|额度|总股本'
const SUM_BEFORE = new RegExp(
  `(?:^|[，。；：、（处付以照按超过达]|执行(?=原)|[为至到的])((?:(?!处|支付|超过|执行原)(?:标的|[^，。；：、（）()\\d%《》的处付])){0,12}?(?:${SUM}))$`,
)
/** What leads to the sum and is no part of it. */
const SAID = /^.{0,20}(?:过|达到|按照?|依照?|以|占|于|支付|征收|在(?=[其该]))(?:其|该)?(?=.{2})/
const endsSum = charset('额价款数量得积入资期值度本息')

const WORDS = '[^，。；：、（）()\\d%《》±+＋-]'
/** What is said of a share elsewhere than right before it, each behind words of which one must stand there: most are dear to compile, and rare. */
const OTHERS: readonly (readonly [cues: readonly string[], pattern: RegExp])[] = [
  // 占总面积30%以上, 占全部金额的比例不低于80%
  [
    ['占'],
    new RegExp(
      `占(?![比用地道有据])(${WORDS}{2,24}?)(?:的?(?:比例|比重|份额|百分比))?(?:总体|合计|原则上|均|应当?|力争|要|须|必须){0,2}(?:达到?|为|在)?$`,
    ),
  ],
  // 相当于一侧面积30%, 累计达面部30%
  [['相当于', '累计'], new RegExp(`(?:相当于|累计(?:达到|达(?!到)|占))(${WORDS}{2,16})$`)],
  // 烧伤面积达体表面积70%
  [['面积达', '面积为'], new RegExp(`面积(?:达到|达(?!到)|为)(${WORDS}{1,10}面积)$`)],
  // 将服务费的80%用于
  [
    ['将', '把', '拿出'],
    /(?:^|[，。；、])(?:原则上)?(?:将|把|拿出)(?!.{0,30}(?:由|从|提高|降低|增加|减少))((?:(?!将|把)[^，。；：（）()\d%《》]){2,30})的$/,
  ],
  // 从当期收取的管理费中，提取20%
  [
    ['从'],
    new RegExp(
      `从(${WORDS}{2,30}?)(?:中，?(?:按[年月季])?(?:每年|足额)?(?:提取|计提|安排|列支|拿出|划出|预留)|(?:每年)?(?:提取|计提))$`,
    ),
  ],
  // 设备投资额的50%，最高50万元
  [SUM.split('|'), new RegExp(`(?:^|[，。；：、])((?:(?!的|按|占|为)${WORDS}){0,10}(?:${SUM}))的$`)],
  // 给予企业获得支持经费的2%
  [
    ['给予', '予以'],
    new RegExp(
      `(?:给予|予以)(?:其|企业|单位|个人)?((?:(?!的|按|给予)${WORDS}){1,14}(?:经费|资金|投入|投资|费用|支出|额))的$`,
    ),
  ],
  // 给予商标注册费50%的补助
  [['给予', '予以'], new RegExp(`(?:给予|予以)((?:(?!的|按|给予|不)${WORDS}){1,12}(?:费用?|支出|租金|利息|投资额))$`)],
  // 全体代表三分之二以上
  [['全体'], new RegExp(`(?<!以)(全体(?:(?!的)${WORDS}){1,12})的?$`)],
]
/** 按照同期基准利率40%给予贴息; what is done by a rate (按年息百分之五) is no share of it. */
const BY = new RegExp(`(?:按照?|给予其)((?:(?!的)${WORDS}){2,20})$`)
const GIVES =
  /(?:的(?:比例|标准)?)?，?(?:交纳|缴纳|计收|资助|给予|予以|提取|计提|补助|补贴|奖励|奖补|贴息|支付|收取|安排|列支)/y
/** 按实际投资额给企业5%. */
const GIVEN_TO = /给予?(?:其|企业|单位|个人)$/
const NO_SUM = /(?:(?:^|[年月日税费汇])(?:利?息|利率|率)|^利率|比例|增速|速度|标准|幅度|要求|目标|以[上下内])$/
/** 价额年息 is a rate on the 价额. */
const RATE = /(?<=.{2})(?:的?[年月日](?:利?息|利率))$/

/** What the percentage is a part of, and the comparing word before that: 不低于 + 当年公用经费 + 的. */
export function baseOf(text: string, amount: Amount): Base | undefined {
  const found = rightBefore(text, amount) ?? saidBefore(text, amount) ?? saidAfter(text, amount)
  return found && {...found, of: found.of.replace(RATE, '')}
}

function rightBefore(text: string, amount: Amount): Base | undefined {
  const of = matchAt(BASE, text, amount.start)?.[1]
  if (of) {
    const word = comparedBefore(text, amount.start - of.length - 1)
    return {of, word: word?.text, start: word?.start ?? amount.start}
  }
  const plain = amount.comparator === '=' ? matchAt(PLAIN_BASE, text, amount.start) : null
  if (plain && !NO_BASE.test(plain[2]!))
    return {of: plain[2]!, word: plain[1], start: text.lastIndexOf(plain[1]!, amount.start)}
  const sum = endsSum(text.charCodeAt(amount.start - 1))
    ? SUM_BEFORE.exec(text.slice(Math.max(0, amount.start - 24), amount.start))?.[1]
    : undefined
  return sum === undefined || plain ? undefined : bare(sum.replace(SAID, ''), amount)
}

function saidBefore(text: string, amount: Amount): Base | undefined {
  const said = text.slice(Math.max(0, amount.start - 44), amount.start).trimEnd()
  for (const [cues, pattern] of OTHERS) {
    const of = cues.some(cue => said.includes(cue)) ? pattern.exec(said)?.[1] : undefined
    if (of) return bare(of, amount)
  }
  const by = matchAt(GIVES, text, amount.end) ? BY.exec(said)?.[1] : undefined
  return by && !NO_SUM.test(by) ? bare(by.replace(GIVEN_TO, ''), amount) : undefined
}

/** 100%的社区卫生服务中心和镇卫生院完成改造, 30%以上学生: who or what of countable things, where it begins a clause or follows a verb. */
const COUNTED =
  '(?:学校|[小中大]学|学生|教师|教职工|校长|园长|儿童|幼儿园|幼儿|老年人|人口|居民|村民|职工|员工|医生|护士|党员|人员|企业|机构|医院|卫生[院室]|服务中心|服务站|[医药卫书体美术文]馆|社区|街道|乡镇|行政村|自然村|村庄|县|农户|家庭|用户|班级|社团|车辆|门店|商户|事项|指标|床位|学位|名额|经费)'
const AFTER = new RegExp(
  `(?:的(?!(?:比例|标准|速度|幅度|水平|要求)))?((?:(?![的为是给予按并且在由将均都用占投达以])[^，。；：、（）()\\d%《》和及与]){0,10}?${COUNTED}(?:[和及与、](?:(?![的为是])[^，。；：、（）()\\d%《》和及与]){0,8}?${COUNTED})?)(?![卫服园人数量率类型级生员长院所区场体化性建教和及与、]|以上|中心)`,
  'y',
)
const opensClause = charset('，。；：、（有让使将约超于把现到强在', WHITE_SPACE)
function saidAfter(text: string, amount: Amount): Base | undefined {
  const {start} = amount
  if (start > 0 && !opensClause(text.charCodeAt(start - 1))) return undefined
  const of = matchAt(AFTER, text, amount.end)?.[1]
  return of === undefined || /^(?:以|左右|的)/.test(of) ? undefined : bare(of, amount)
}

const bare = (of: string, {start}: Amount): Base => ({of, word: undefined, start})

/** The comparing word that ends near where the base begins. */
function comparedBefore(text: string, at: number): {text: string; start: number} | undefined {
  for (const end of [at, at - 1, at + 1]) {
    const word = end > 0 ? comparingBefore(text, end) : ''
    if (word && word !== '上' && word !== '近' && word !== '约') return {text: word, start: text.lastIndexOf(word, end)}
  }
  return undefined
}
