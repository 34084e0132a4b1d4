/** 平原地区机械化率达到95%、丘陵地区达到70%: a group that stands alone takes what was measured of the group before it. */
import {lexicon} from '../../text/lexicon.ts'
import {METRIC_HEAD, QUANTITY_HEAD} from '../data/target-words.ts'

/** Groups that plans set goals for one by one: where, */
const PLACES =
  '地区 城区 近郊 近郊区 远郊 远郊区 远郊区县 远郊区（市）县 近郊区（市）县 区（市）县 主城区 中心城区 建成区 城市 县城 城镇 乡镇 农村 乡村 建制镇 镇区 山区 平原 丘陵 川区 坝区 牧区 园区 开发区 市区 郊区 街道 社区 行政村 县（市） 县（市、区） 区（县） 县市 区县 省级 市级 县级 乡级 村级 国家级 区级'.split(
    ' ',
  )
/** and who. */
const PEOPLE =
  '幼儿园 学前 小学 初中 普通高中 高中 中学 中小学 高中阶段学校 高中阶段 中职 高职 职业学校 职业院校 高校 特殊教育学校 企业 医院 卫生院 机构 男生 女生 教师 学生 居民'.split(
    ' ',
  )
const PLACE = lexicon(PLACES)
const WHO = lexicon(PEOPLE)
const GROUP = lexicon([...PLACES, ...PEOPLE])
const LONGEST_GROUP = 14
const IN_BRACKETS = /（([^（）]{1,12})）$/
const WHOLE = /^全[国省市区县州]/
const DEGREE = /^(?:及?以[上下])?的?/

const isHead = (words: string): boolean => METRIC_HEAD.test(words) || QUANTITY_HEAD.test(words)
const isGroup = (words: string): boolean => GROUP.before(words, words.length) !== ''

/** 丘陵地区 after 平原地区机械化率 → 丘陵地区机械化率; null where the words name no group of what the metric measures. */
export function distributed(words: string, metric: string): string | null {
  if (words.length > LONGEST_GROUP || isHead(words) || withGroupLast(words) !== words || isOwn(words)) return null
  const inside = IN_BRACKETS.exec(metric)
  if (inside) return isGroup(inside[1]!) && isGroup(words) ? `${metric.slice(0, inside.index)}（${words}）` : null
  const rest = afterSame(words, metric) ?? afterGroup(words, metric)
  if (rest) return words + rest
  return GROUP.at(words, 0) === words && isHead(metric) ? words + metric.replace(WHOLE, '') : null
}

/** 教师研究生学历, 专业教师中“双师型”教师: a share of its own, not a group of another. */
const isOwn = (words: string): boolean => /(?:学历|学位|职称)$|[^高初]中[^学小职]/.test(words)

/** The group that words end with; empty where they end with none. */
export const groupEnding = (words: string): string => GROUP.before(words, words.length)

/** The group that words begin with; empty where they begin with none. */
export const groupAt = (words: string): string => GROUP.at(words, 0)

/** What follows in the metric the last characters of the words: 地区, 企业. */
function afterSame(words: string, metric: string): string | null {
  for (let length = Math.min(4, words.length); length >= 2; length--) {
    const at = metric.lastIndexOf(words.slice(-length))
    const rest = at < 0 ? '' : metric.slice(at + length).replace(DEGREE, '')
    if (rest.length >= 2 && isHead(rest)) return rest
  }
  return null
}

/** What follows the last group of the same kind: 净入学率 of 小学净入学率 for 初中, 小学净入学率 of 城区小学净入学率 for 农村. */
function afterGroup(words: string, metric: string): string | null {
  if (!isGroup(words)) return null
  const where = PLACE.before(words, words.length) !== ''
  const end = lastGroup(where ? PLACE : WHO, metric)
  if (end === 0 && !(where && lastGroup(WHO, metric) > 0)) return null
  const rest = end === 0 ? metric.replace(WHOLE, '') : metric.slice(end)
  return isHead(rest) ? rest : null
}

/** Where the last group in a metric ends; 0 where it names none. */
function lastGroup(groups: typeof GROUP, metric: string): number {
  let end = metric.length - 2
  while (end >= 2 && groups.before(metric, end) === '') end--
  return end >= 2 ? end : 0
}

/** 生均校舍面积小学 → 生均校舍面积（小学）: the group that stands after what is measured of it. */
export function withGroupLast(metric: string): string {
  const group = groupLast(metric)
  const head = metric.slice(0, metric.length - group.length)
  return group !== '' && head.length >= 4 && MEASURED.test(head) ? `${head}（${group}）` : metric
}
/** 平原地区 is a group in two words. */
function groupLast(metric: string): string {
  let at = metric.length
  for (let word = GROUP.before(metric, at); word !== ''; word = GROUP.before(metric, at)) at -= word.length
  return metric.slice(at)
}

/** 省级水平幼儿园 is no group of a 水平. */
const MEASURED = /(?:率|占比|比例|比重|系数|面积|经费|[台人册床位]数)$/

/** 本科以上学历 in 小学教师专科以上学历达到…，其中本科以上学历达到…: the part takes the beginning of the whole. */
export function partOf(words: string, whole: string): string {
  if (DEGREES.test(words)) return whole.replace(OF_DEGREE, words)
  for (let length = Math.min(8, words.length - 1); length >= 2; length--) {
    const same = words.slice(-length)
    const front = whole.length - words.length
    if (front >= 2 && whole.endsWith(same)) return whole.slice(0, front) + words
  }
  return words
}

/** 本科学历 after 小学教师的专科学历比例: the same of another degree; null where the words are more than that. */
export const ofDegree = (words: string, metric: string): string | null =>
  ONE_DEGREE.test(words) && metric.match(OF_DEGREE) !== null && /(?:学历|学位|职称)(?:比例)?$/.test(metric)
    ? asShare(metric.replace(/比例$/, '').replace(OF_DEGREE, words.replace(/(?:学历|学位|职称)$/, '')))
    : null
const ONE_DEGREE = /^(?:博士|硕士|研究生|本科|大?专科?|副?高级|中级)(?:及?以上)?(?:学历|学位|职称)$/

/** 优质就业率 after 职业院校毕业生就业率: the words that name the same, narrowed, take what stands before it; null where they do not. */
export function ofSame(words: string, topic: string): string | null {
  for (let length = Math.min(6, topic.length - 2); length >= 2; length--)
    if (words.endsWith(topic.slice(-length))) return words.length > length ? topic.slice(0, -length) + words : null
  return null
}

const DEGREES = /^(?:博士|硕士|研究生|本科|专科|高级|正高级|中级)$/
/** 硕士以上学历 → the words for 硕士以上. */
const OF_DEGREE = /(?:博士|硕士|研究生|本科|大?专科?|副?高级|中级)(?:及?以上)?(?=学历|学位|职称)/

/** 学校达80%以上: a share of countable things is one of their number. */
const THINGS =
  /(?:学校|幼儿园|学历|职称|企业|单位|机构|医院|站所|家庭|农户|社区|乡镇|街道|村庄|行政村|村|县|教师|学生|人员|党员|干部|医师|职工|居民|群众|型”|型)$/
/** 行政村 → 行政村比例: a share of things has a name of its own. */
export const asShare = (metric: string): string => (THINGS.test(metric) ? `${metric}比例` : metric)
