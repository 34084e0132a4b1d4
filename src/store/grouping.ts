/** The name of a metric → what it is compared by: the same for names that say the same. */
import type {Measure} from './store.ts'

/** How metrics are joined: as they are written, without the words that only say where and for whom, or by their last noun. */
export const GROUPINGS = ['exact', 'core', 'head'] as const
export type Grouping = (typeof GROUPINGS)[number]

/** Where, what a metric's name may say beside what is measured. 农村 and 城镇 are part of it: two incomes, two rates. */
const SCOPE = /^(?:(?:全|我|本|各)(?:自治区|省|市|县|区|旗|州|盟|镇|乡|校|国)|(?:县|市|区|全)域内|城乡)(?:内)?的?/
const FILLER = /教育阶段|阶段|适龄|儿童少年|儿童|少年|学生|幼儿(?=学前)|教育|三年|九年|一年|的|总体|所$/g
/** What a metric's name begins with and is not part of it: 2.2022年公办园占比. */
const YEAR = /^(?:\d{1,2}[.．、])?(?:19|20)\d\d年(?:[前底末]|底前)?/
/** 达到二级以上的幼儿园比例 and 二级以上幼儿园占比 say the same. */
const REACHED = /^(?:达到|实现)(?=.{3})/
/** The enrolment of disabled children is that in compulsory education, said or not. */
const DISABLED = /(?<=^残疾(?:儿童少年|儿童|少年|学生)?)义务教育(?:阶段)?/
/** What explains; 新（改）建 and 名校（园）长 say more with theirs. */
const BRACKETS = /（[^（）]{3,80}）|\([^()]{3,80}\)/g
const HEADS =
  /(?:[毛净]?(?:入园率|入学率)|升学率|巩固率|覆盖率|普及率|就业率|达标率|合格率|优良率|优质率|持证率|接入率|占比|比例|比重|比率|总量|规模|总数|数量|经费|投入|收入|产值|增加值|面积|人数|次数|学位|学校|幼儿园)$/
/** Any other rate; looked for after the known ones, which it would begin too early. */
const RATE = /[一-龥]{2}率$/
/** What is so called by many and is another thing with each: its subject stands somewhere before. */
const BARE =
  /^(?:完成|新增|总|累计)?(?:产值|营收|营业收入|主营业务收入|投资|资金|经费|投入|收入|支出|产量|规模|总量|总数|数量|面积|人数|次数|增加值|占比|总额|金额|补助|补贴|奖励)$/

/** Words and the short forms of them, as statistics have them; those of one line are one measure. */
const SAME: readonly (readonly [said: RegExp, meant: string])[] = [
  [/规上/g, '规模以上'],
  [/R&D|研究与试验发展/g, '研发'],
  [/全社会(?=研发|用电)/g, ''],
  [/研发经费(?=投入)/g, '研发'],
  [/外贸(?=进出口)/g, ''],
  [/全体居民/g, '居民'],
  [/第([一二三])产业/g, '$1产'],
  [/GDP|(?<!地区|国内|业|部门)生产总值/g, '地区生产总值'],
  [/居民消费价格(?:总水平|指数)|CPI/g, '居民消费价格'],
  [/进出口总值/g, '进出口总额'],
  [/细颗粒物(?:PM_?2[.．]5)?|PM_?2[.．]5/g, 'PM2.5'],
  [/(?:人均|平均)(?:预期|期望)寿命/g, '人均预期寿命'],
  [/粮食总产量/g, '粮食产量'],
  [/新建(?:和|、|及)?改造(?:提升)?|新改扩?建/g, '新改建'],
  [/师训/g, '教师培训'],
  [/公办(?:幼儿)?园/g, '公办幼儿园'],
  [/普惠性?(?:幼儿)?园/g, '普惠性幼儿园'],
  [/(?<=幼儿|学生|教师)人?数(?=占)/g, ''],
]

/** Words for one thing. A net rate (净入学率) is another measure than a gross one, which is mostly called just 入学率. */
function headOf(plain: string): {head: string; same: string} {
  const head = (HEADS.exec(plain) ?? RATE.exec(plain))?.[0]
  if (head === undefined) return {head: '', same: ''}
  if (/^(?:占比|比例|比重|比率)$/.test(head)) return {head, same: '占比'}
  const same = head.replace(/^毛/, '')
  return {head, same: same === '入学率' && /学前|幼儿/.test(plain) ? '入园率' : same}
}

/** 甲占乙总数的比例 and 乙中甲占比 say the same. */
const SHARE = /^(.{2,})占(.{2,}?)(?:总人数|总[数量额])?的?$/

/** What a metric is compared by. */
export function groupOf(metric: string, grouping: Grouping): string {
  if (grouping === 'exact') return metric
  const plain = SAME.reduce(
    (text, [said, meant]) => text.replace(said, meant),
    metric.replace(BRACKETS, '').replace(/[“”"《》（）()\s]/g, ''),
  )
  const {head, same} = headOf(plain)
  if (grouping === 'head') return same || plain
  const front = plain
    .slice(0, plain.length - head.length)
    .replace(YEAR, '')
    .replace(REACHED, '')
    .replace(SCOPE, '')
    .replace(DISABLED, '')
  const share = same === '占比' ? front.replace(SHARE, '$2中$1') : front
  // What has no head that is known is not taken apart.
  return head === '' ? share : share.replace(FILLER, '') + same
}

/** Whether what a metric is compared by says nothing of whose it is. */
export const isBare = (group: string): boolean => BARE.test(group)

/** The metric that explains another one in its brackets. */
export function definedBy(metric: string): string | null {
  const inside = /（([^（）]{4,80})）/.exec(metric)?.[1]?.replace(/^(?:即|指)/, '')
  return inside !== undefined && !/[，。；：、]$/.test(inside) && (HEADS.test(inside) || RATE.test(inside))
    ? inside
    : null
}

/** A name without the year that it begins with. */
export const withoutYear = (metric: string): string => metric.replace(YEAR, '') || metric

/** Measure words that count the same things: 企业 by 家 or 户, 人 by 名 or 位. */
const COUNTED: readonly RegExp[] = [/^[人名位]$/, /^[个家所座项件处]$/]

/**
 * ` (CNY/生/年)`, ` (+所)` for so many more; nothing for per cent, nor for what the metric itself names (学生… per 学生).
 * @param joining as it is compared, whatever measure word counts it
 */
export function unitOf({unit, per, direction, metric}: Measure, joining: boolean): string {
  const change = direction === 'increase' ? '+' : direction === 'decrease' ? '-' : ''
  const by = (per ?? '')
    .split(';')
    .flatMap(name => (name === '' || metric.includes(name) ? [] : [`/${name}`]))
    .join('')
  const kind = joining ? COUNTED.findIndex(words => words.test(unit ?? '')) : -1
  // What is built is more of it, not how much there is.
  const built = joining && direction === 'build' ? '!' : ''
  const told = built + (kind < 0 ? (unit ?? '') : `#${kind}`)
  return change === '' && by === '' && built === '' && (unit ?? '%') === '%' ? '' : ` (${change}${told}${by})`
}
