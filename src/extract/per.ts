/** What a rate counts by: 每班每月900元 → [班, 月] · 生均每年80元 → [生, 年] · 元/人·年 → [人, 年]. Objects stand before times. */
import {charset, holdsAny} from '../text/charset.ts'
import {lexicon} from '../text/lexicon.ts'
import {matchAt} from '../text/match.ts'
import {NO} from './data/comparators.ts'
import {MAKING} from './data/measures.ts'
import {rewardedBefore} from './rewarded.ts'

const TIMES: Readonly<Record<string, string>> = {
  年: '年',
  年度: '年',
  学年: '学年',
  学期: '学期',
  季度: '季度',
  季: '季度',
  个月: '月',
  月: '月',
  周: '周',
  日: '日',
  天: '日',
  小时: '小时',
}
const TIME = '学年|学期|年度|季度|个月|小时|[年季月周日天]'
const CLASSIFIERS =
  '(?:平方公里|平方千米|公顷|人次|车次|平方米|平米|立方米|公斤|千克|公里|千瓦时|个|名|位|家|所|座|间|张|项|台|辆|套|床|件|门|批|处|支|艘|头|只|幢|栋|条|场|次|例|起|课时|学时|节课|届|标准展位|展位|床位|车位|学位|标准班|标段|课题|亩|人|生|班|校|户|村|县|镇|乡|吨|米|株|份|度|科(?![技室研目]))'
const NOUN = '[^，。；：、（）()《》“”每\\d按给发补奖最不低高超达为以予可的再少多至约]{1,10}?'
const RATE = `(?:每一?(${TIME})|每(${CLASSIFIERS})(${NOUN})?|(生均|(?<!\\d)人均|户均|亩均|校均|班均|年人均|年均|月均))`
/** 每人每月提高200元, 每年安排500万元: verbs between the rate and the amount. */
const RATE_VERBS =
  '提高|提升|增加|增发|降低|减少|减免|安排|投入|列支|筹集|拨付|拨给|划拨|核定|核发|发给|付给|支付|再补|收取|缴纳|享受|领取|获得|获发|获|按照?|给予|发放|发|给|补助|补贴|奖励|资助|奖补|支持'
/** 每个学生生活费500元: what the money is for, named where the noun must not be cut. */
const FEES =
  '生活|住宿|住院|伙食|餐|交通|差旅|培训|运行|运营|维护|维修|管理|保险|学|学杂|杂|书本|书|教材|作业本|校服|水电|水|电|取暖|采暖|检测|检查|报名|考试|考务|服务|课后服务|活动|办公|工作|公用|劳务|讲课|咨询|评审|护理|照料|照护|托育|保教|保育|抚养|体检|诊疗|医疗|药品|手续|工本|租赁|物业|停车|处理|建设|会务|材料|鉴定|评估|实习|补习|资料|丧葬|安家|搬迁|过渡|安置|误工|加班|通讯'
const LINK = `(?:${RATE_VERBS}|以|${NO}(?:低于|少于|高于|超过)|至少|最高|最低|最多|限(?:购|领|报|申请|申报)?|加价|加收|收费|缴费|交纳|罚款|扣减|扣除|分别|再|可|只|仅|在|共|建设|生活|运行|运营|(?:${FEES})费|[^，。；、每\\d]{1,4}(?:补贴|补助|津贴|奖金|报酬|资助|救助|奖励|奖补)|额外|平均|经费|资金|定额|一次性|标准|的|为|达到|约|近|，|：| )`
/** One rate word that ends right here, with the words that may stand between it and the number. */
const BEFORE = new RegExp(`(?<=${RATE}${LINK}{0,5})`, 'y')
const AFTER = new RegExp(
  ` ?(?:[/／]|每)(?:(${TIME})|(${CLASSIFIERS}|标准班|班级|学生|生))(?![^，。；、）)/／·.每的以左（(]{0,1}[级次度])`,
  'y',
)
/** 元/人月: a time needs no mark behind a person. */
const JOINED = new RegExp(`(?:[/／·•.]|每|(?<=[/／][人生户]))(?:(${TIME})|(${CLASSIFIERS}|生))`, 'y')
/** 每村配备管理员1名: a word that is counted by itself needs no noun, and what follows it is said of it. */
const WHOLE = /^(?:人|生|班|校|户|村|县|镇|乡|亩)$/
/** 每县推荐2名, 每户限购1台: what each does. */
const ACTS =
  /^(?:推荐|申报|报送|报名|选[派送报择]|限|只|仅|各|可|须|应|派|参[赛加]|购|领|补[助贴]|奖(?!学)|发[放给]|收[取费]|[缴交]|扣|负责|联系|帮扶|累计|占地|种植|养殖|原则上|不)/
/** 每个社区配备管理员1名: what each of them has, or does. Words that stand in nouns as well (建设项目) are none. */
const HAS =
  /(?:配备|配齐|配置|拥有|具备|设立|设置|设有|安排|兼任|担任|承担|聘请|聘任|选派|选聘|开展|举办|组织|建立|建有|开设)/
/** 每个图书室藏书2000册: where the name of a place or body ends, and what it has begins. */
const PLACE_END =
  '(?:室|馆|站|书屋|书院|影院|所|院|校|园|村|社区|街道|镇|乡|店|厂|中心|企业|机构|基地|班|家庭|公司|平台|单位)'
const PLACE = new RegExp(`^.{0,8}${PLACE_END}(?=[^级域场民区长内].)`)
const PLACE_LAST = new RegExp(`${PLACE_END}$`)
/** 小学生每年600元, 教师每月300元: a person before the time is what is counted by. */
const PERSON = /(?<=(?:([小中学大高新考研本专]生|学生|幼儿|儿童)|教师|教职工|职工|村民|居民|老人|退役军人)均?)/y

/** The rates before `start` and after `end` of an amount, and where they begin and end. */
export function readPer(text: string, start: number, end: number): {per: string[]; start: number; end: number} {
  const before = isRated(text, start) ? ratesBefore(text, start) : null
  if (before && before.per.length > 0) {
    const time = before.per.every(p => !isTime(p)) ? timeAfter(text, end) : undefined
    return time
      ? {per: [...before.per, time.per], start: before.start, end: time.end}
      : {per: before.per, start: before.start, end}
  }
  const single = holdsAny(isSingle, text, start - 14, start) ? matchAt(SINGLE, text, start)?.[1] : undefined
  if (single) return {per: [single], start: text.lastIndexOf('单', start), end}
  const limited =
    LIMIT.at(text, start) === '' ? undefined : EACH_LIMIT.exec(text.slice(Math.max(0, start - 30), start))?.[1]
  if (limited) return {per: [limited], start, end}
  const rewarded = rewardedBefore(text, start)
  if (rewarded) return {per: [rewarded], start, end}
  const after = mayGoOn(text, end, 0) ? ratesAfter(text, end) : null
  return {per: after?.per ?? [], start, end: after?.end ?? end}
}

/** 每个班级的人数上限为45人: each of what has a limit. */
const EACH_LIMIT =
  /每一?(?:个|名|位|所|家|项|支|间|门)([^，。；、每\d的]{1,8}?)(?:(?:可?兼任|担任|承担|参加|加入|申报|指导)[^，。；、每\d的]{0,8}的?|的)[^，。；、每\d]{0,10}$/
const LIMIT = lexicon(['上限', '下限', '限额'])

/** 单个企业最高300万元, 单个项目补助不超过50万元. */
const SINGLE = new RegExp(
  `(?<=单(?:个|一|家)?(户|人|校|村|企业|项目|主体|平台|机构|园区|基地|中心|学校|家庭|农户|产品|品种|团队|合作社|农场|社区|示范区|试点|工程)(?:年度)?(?:给予|补助|奖补|奖励|补贴|支持|资助|贴息|${NO}超过)?(?:金额|资金|额度|限额)?(?:${NO}超过|最高|最多|为)?)`,
  'y',
)
const isSingle = charset('单')

/** 生均公用经费标准提高到每年6000元: what money is counted by that no rate stands before, told in the words that name it. */
export function withMean(text: string, at: number, per: readonly string[]): readonly string[] {
  if (!isRated(text, at) || per.some(p => !isTime(p))) return per
  const said = text.slice(Math.max(0, at - LONGEST_RATE), at)
  const mean = MEAN.exec(said)?.[1] ?? EACH_ONE.exec(said)?.[1]
  return mean ? [mean, ...per] : per
}
const MEAN = /([生人班校户])均[^，。；：、\d每]{0,12}(?:经费|补助|拨款|定额|补贴|津贴|费用)[^，。；：、\d每]{0,14}$/
/** 单个企业每年享受的补助金额. */
const EACH_ONE =
  /单(?:个|一|家)?(企业|项目|主体|平台|机构|园区|基地|学校|家庭|农户|产品|团队|合作社|农场|社区|单位)每[年月](?:享受|获得|申请|补助|补贴|奖励)[^，。；：、\d每]{0,10}$/
const isTime = (per: string): boolean => PERIODS.has(per)
const PERIODS = new Set(Object.values(TIMES))

/** 每学期开展一次, 每年累计采购5000万元: the time stands before the verb. */
export function rhythmBefore(text: string, start: number): string[] {
  const time = holdsAny(isEach, text, start - 20, start) ? matchAt(RHYTHM, text, start)?.[1] : undefined
  return time ? [time] : []
}
const RHYTHM = /(?<=每(?:个)?(半年|学期|学年|季度|年|月|周|天)[^，。；、：（）\d]{0,16})/y
const isEach = charset('每')

function ratesBefore(text: string, at: number): {per: string[]; start: number} {
  const objects: string[] = []
  const times: string[] = []
  let start = at
  for (let n = 0; n < 3; n++) {
    const found = isRated(text, start) ? matchAt(BEFORE, text, start) : null
    if (!found) break
    const from = beginOf(text, start, found)
    if (from >= start) break
    if (found[1]) times.unshift(TIMES[found[1]]!)
    else if (found[4]) addMean(found[4], objects, times)
    else objects.unshift(objectOf(found[2]!, found[3]))
    start = from
  }
  const person = times.length > 0 && objects.length === 0 ? matchAt(PERSON, text, start) : null
  if (person) objects.push(person[1] ? '生' : '人')
  return {per: [...new Set(objects), ...times], start}
}

/** 每人400元/年: the time stands behind. */
function timeAfter(text: string, end: number): {per: string; end: number} | undefined {
  const after = isSlash(text.charCodeAt(end)) ? ratesAfter(text, end) : null
  return after?.per.length === 1 && isTime(after.per[0]!) ? {per: after.per[0]!, end: after.end} : undefined
}
const isSlash = charset('/／')

/** No rate word with its links is longer. */
const LONGEST_RATE = 40

/** A rate holds 每 or 均: a look that spares most amounts the pattern. */
const isRated = (text: string, at: number): boolean => holdsAny(rates, text, at - LONGEST_RATE, at)
const rates = charset('每均')

/** Whether a rate may begin after an amount, or go on after its first word. */
const mayGoOn = (text: string, at: number, n: number): boolean =>
  n === 0 ? opensRate(text.charCodeAt(text[at] === ' ' ? at + 1 : at)) : joinsRate(text.charCodeAt(at))
const opensRate = charset('/／每')
const joinsRate = charset('/／·•.每年月日天')

/** Lookbehind tells what stands before, not where it begins: the last 每 or 均 before is the place. */
function beginOf(text: string, at: number, [, time, classifier, , mean]: RegExpExecArray): number {
  if (mean) return text.lastIndexOf(mean, at)
  const head = text.lastIndexOf(time ? `每${time}` : `每${classifier}`, at)
  return head >= 0 ? head : text.lastIndexOf('每', at)
}

function addMean(word: string, objects: string[], times: string[]): void {
  const object = word.replace('均', '').replace('年', '')
  if (word.startsWith('年')) times.unshift('年')
  if (word === '月均') times.unshift('月')
  else if (object) objects.unshift(object)
}

/** 每吨标准煤, 每千瓦时上网电量: so much of it. */
const MEASURE =
  /^(?:平方公里|平方千米|公顷|人次|车次|平方千米|公顷|人次|车次|平方米|平米|立方米|公斤|千克|公里|千瓦时|吨|米|课时|学时)$/
/** 每处建筑面积: what is measured of each of them. */
const MEASURED = /^(?:.{0,4}面积|.{0,2}[长宽高厚深]度|(?:平均)?(?:人数|数量|容量|重量|金额|标准|费用|经费)|.{0,4}时长)$/
/** 每个区应当单独设置. */
const OUGHT = /(?<=.)(?:应当?|必须|均|都|须|要(?!素))(?:单独|分别|至少)?$/
/** 每个试点 counts by 试点, 每班 by 班, 每个图书室藏书 by 图书室. */
function objectOf(classifier: string, noun = ''): string {
  if (MEASURE.test(classifier)) return classifier
  if (MEASURED.test(noun)) return classifier
  if ((WHOLE.test(classifier) && MAKING.at(noun, 0) !== '') || (classifier !== '个' && ACTS.test(noun)))
    return classifier
  const does = HAS.exec(noun)
  const said = (
    does && does.index > 0
      ? noun.slice(0, does.index)
      : noun.slice(0, noun.length - MAKING.before(noun, noun.length).length)
  ).replace(OUGHT, '')
  const counted = PLACE_LAST.test(said) ? said : (PLACE.exec(said)?.[0] ?? said)
  return counted === '' ? classifier : counted
}

/** Whether the rate in front of a number stands right there, with no verb between them. */
export const isPlainRate = (words: string): boolean =>
  /^[每生人户亩校班年月]/.test(words) && !VERBAL.test(words) && !MEAN_OF.test(words)
/** 生均经费标准达到5000元: what is measured begins with the mean. */
const MEAN_OF = /^.均[^每\d]{0,12}(?:经费|标准|拨款|定额|投入)/
const VERBAL = /提高|提升|增加|增发|降低|减少|减免|安排|投入|列支|筹集|拨|核定|享受|领取|建设/

function ratesAfter(text: string, at: number): {per: string[]; end: number} {
  const objects: string[] = []
  const times: string[] = []
  let end = at
  for (let n = 0; n < 3; n++) {
    const found = mayGoOn(text, end, n) ? matchAt(n === 0 ? AFTER : JOINED, text, end) : null
    if (!found) break
    if (found[1]) times.push(TIMES[found[1]]!)
    else objects.push(found[2]!)
    end += found[0].length
  }
  return {per: [...objects, ...times], end}
}
