/** A value in its part → whether it promises nothing: 预计增长5%, 成绩占30%, （共23项）, 达到50%以上的企业. */
import {census} from '../../text/charset.ts'
import type {Block} from '../block.ts'
import type {Part} from './parts.ts'
import type {Value} from './values.ts'

/** A value with the words around it that tell. */
interface Setting {
  readonly block: Block
  readonly part: Part
  readonly value: Value
  /** What stands before it in the part, back to the value before it. */
  readonly before: string
  readonly after: string
  /** Whether a time says until when, or a metric goes on from the values before it. */
  readonly promised: boolean
}

/** So many characters on either side are looked at. */
const NEAR = 80

/** The characters that each question cannot do without; most values have few of them around. */
const SIGNS = census({
  forecast: '预测估望可',
  bounded: '含',
  done: '已曾了',
  tallied: '累',
  recorded: '共',
  scored: '绩分权',
  awarded: '予奖贴偿兑',
  based: '基',
  changed: '由从',
  forbidden: '得',
})

/** What makes a value no goal. */
interface Question {
  /** Asked of such values only. */
  readonly kind?: Value['kind']
  /** Asked only where one of its characters stands around. */
  readonly sign?: keyof typeof SIGNS.bits
  readonly asks: (setting: Setting) => boolean
}

/** What a road or a house is like, and what it holds. */
const SPECIFICATION =
  /(?:时速|设计速度|设计标准|[路桥]基?面?宽度?|坝高|管径|口径|直径|限速|层高|净高|荷载|电压|占地|占地面积|可容纳[^，。；、]{0,8}|容积率不?[高大低小]于)(?:为|达到?|约|不[低小]于|[:：])?$/
const LONGEST_SPECIFICATION = 20
const FORECAST = /预计|预测|测算|据估|估计|有望|预期将/
/** 灌区可新增面积700万亩, without a time. */
const MAY_GROW = /(?<![许认不])可(?:新增|增加|带动|惠及|节约|兴建|提供|满足|容纳)/
/** 300张以上（含300张）: whether the bound is meant. */
const BOUND_MEANT = /[（(]不?含$/
/** 基本展位（9平方米）: how large each is. */
const SIZE = /[（(](?:约|每[个间套])?$/
const DONE = /(?:已经?|曾)(?![有婚知])|了$|了(?=\d)/
/** 共记录到振动500次 tells what was seen. */
const RECORDED = /共(?:记录|监测|观测|发现|收到|接到|查处|查获|受理|检测|接收|发生)/
/** 今年我省共招聘1万人 without a day to come sums up what was. */
const COUNTED_UP =
  /(?<!将|计划|拟|要|力争|确保|[一二三四五六七八九十]年)共(?:计|安排)?(?:招聘|投入|新建|建成|完成|培训|发放|资助|实施|组织|开展|举办|改造|引进|惠及)[^，。；]{0,8}$/
const AWARD = /(?:给予|予以|奖励|奖补|奖金|贴息|补偿|兑现)/
/** 奖励兑现率达100% measures who awards. */
const AWARD_RATE = /(?:兑现|发放|到位|落实)率[^，。；]{0,4}$/
const SUBSIDY =
  /(?:补助|补贴|资助|支持资金|支持限额|扶持资金|收费(?!收入)|缴纳|缴费(?!收入|率|人数|覆盖)|收取|费率|标准核)/
/** 补助标准提高到900元: the subsidy itself is the goal. */
const RAISED = /(?:提高|增加|达到|增长)(?:到|至)?(?:每[人生月年]{1,2})*$|标准$/
const REWARDED =
  /^，[^。；]{0,90}?(?:给予?[^，。；]{0,24}(?:奖励|补助|补贴|支持|奖补|资助)|(?:奖励|补助|补贴|奖补)[^，。；]{0,6}\d)/
const VOTE = /(?:同意|表决|联名|提议|赞成|到会|出席|过半数|(?:多数|成员|代表|委员|以上)通过)/
const VOTERS = /(?:委员|代表|成员|业主|股东|表决权|参会|出席)[^，。；]{0,24}$/
/** 由25%提高到35%: the first of two is where it starts from. */
const CHANGING = /^(?:左右)?(?:提高|提升|增|上升|扩大|下降|降|减|压|缩)/
const FORBIDDEN = /(?<!(?:率|占比|比例|比重))不得(?:低于|超过|高于|少于|大于|小于|突破)[^，。；]{0,30}$/

const written = ({block, value}: Setting): string => block.text.slice(value.start, value.end)

const QUESTIONS: readonly Question[] = [
  {asks: ({before}) => SPECIFICATION.test(before.slice(-LONGEST_SPECIFICATION))},
  // 每万人口发明专利 divides; 10万人口城市 is a size.
  {asks: ({value, before, after}) => value.unit === '人口' && /^[\u4e00-\u9fff]/.test(after) && !before.endsWith('每')},
  // 预计增加10所，达到50所 foresees both.
  {
    sign: 'forecast',
    asks: ({block, part, value}) => FORECAST.test(block.text.slice(opensAt(part, value), value.start)),
  },
  {sign: 'forecast', asks: ({before, promised}) => !promised && MAY_GROW.test(before)},
  {sign: 'bounded', asks: ({block, value}) => BOUND_MEANT.test(block.text.slice(value.start - 3, value.start))},
  {
    kind: 'quantity',
    asks: ({value, before, after}) =>
      /^(?:平方米|平米|立方米|米|厘米|毫米)$/.test(value.unit) && SIZE.test(before) && /^[）)]/.test(after),
  },
  {sign: 'done', asks: ({before}) => DONE.test(before)},
  {
    sign: 'tallied',
    asks: ({before, promised}) => /累计/.test(before) && !promised && !/[比较](?:20\d{2}年|“)/.test(before),
  },
  {sign: 'recorded', asks: ({before}) => RECORDED.test(before)},
  {sign: 'recorded', asks: ({before, promised}) => !promised && COUNTED_UP.test(before)},
  {
    kind: 'percentage',
    sign: 'scored',
    asks: ({before, after}) => /(?:成绩|得分|总分|权重)/.test(before + after),
  },
  {kind: 'quantity', asks: isTally},
  {asks: isCondition},
  {sign: 'awarded', asks: ({before, after}) => AWARD.test(before + after) && !AWARD_RATE.test(before)},
  {kind: 'money', asks: ({before, after}) => SUBSIDY.test(before + after) && !RAISED.test(before)},
  {
    kind: 'percentage',
    asks: setting =>
      VOTE.test(setting.after.slice(0, 16)) || (VOTERS.test(setting.before) && /分之|半数/.test(written(setting))),
  },
  {sign: 'based', asks: ({after}) => /^的?基础上/.test(after)},
  {sign: 'changed', asks: ({before, after}) => CHANGING.test(after) && /[由从][^，。；]{0,14}$/.test(before)},
  {sign: 'forbidden', asks: setting => FORBIDDEN.test(setting.before + written(setting).slice(0, 4))},
  // 投资不低于1亿元，…按实际投资额给企业5%奖励: what is asked of those who are paid.
  {
    kind: 'money',
    asks: ({block, part, value, promised}) =>
      !promised && value.comparator.startsWith('>') && REWARDED.test(block.text.slice(part.end, part.end + 120)),
  },
  {
    asks: ({before, value}) =>
      value.comparator.startsWith('<') && /(?:补助|补贴|资助|保证金|资金)[^，。；]{0,24}$/.test(before),
  },
]

/** The questions that values of a kind are asked, with the bit of their sign. */
const asked = (own: Value['kind']): readonly {readonly bit: number; readonly asks: Question['asks']}[] =>
  QUESTIONS.filter(({kind = own}) => kind === own).map(({sign, asks}) => ({bit: sign ? SIGNS.bits[sign] : 0, asks}))
const ASKED: Readonly<Record<Value['kind'], ReturnType<typeof asked>>> = {
  percentage: asked('percentage'),
  money: asked('money'),
  quantity: asked('quantity'),
  length: asked('length'),
}

const opensAt = (part: Part, value: Value): number => Math.max(part.start, value.start - NEAR)

/** Whether a value in its part is no promise. `from` is where the words before it begin. */
export function isNoGoal(block: Block, part: Part, value: Value, from: number, promised: boolean): boolean {
  const start = opensAt(part, value)
  const before = block.text.slice(Math.max(from, start), value.start)
  const end = Math.min(part.end, value.end + NEAR)
  const after = block.text.slice(value.end, end)
  const held = SIGNS.held(block.text, start, value.start + 4) | SIGNS.held(block.text, value.end, end)
  const setting: Setting = {block, part, value, before, after, promised}
  for (const {bit, asks} of ASKED[value.kind]) if ((bit === 0 || (held & bit) !== 0) && asks(setting)) return true
  return false
}

/** 推广的改革举措（共23项）, 科技创新方面4项：: how long the list is that follows. */
function isTally({part, before, after}: Setting): boolean {
  if (before.endsWith('共') && /[（(]共$/.test(before) && /^[）)]/.test(after)) return true
  if (/(?:目标|指标|任务|措施|事项|举措)[（(]共?$/.test(before) && /^[）)]/.test(after)) return true
  return after === '' && /[：:]/.test(part.stop) && /方面共?$/.test(before)
}

const NOT_WHOM = /^[^，]*(?:进行|开展|实施)|^\s*对(?:全|本|我)[国省市区县州校]$/
const CLOSED = /的(?:企业|单位|学校|项目|机构|个人|人员|地区|部门|情形|可|应|，)?(?:（[^（）]{1,24}）)?$/
/** 达到30%以上的，…; 对…1亿元以上的企业; 满…的. */
function isCondition({block, part, before, after}: Setting): boolean {
  const head = block.text.slice(part.start, part.start + 2).trimStart()
  if (/^(?:凡|若|如|当)/.test(head) && !/^(?:当地|当年|如期)/.test(head)) return true
  const towards = head.startsWith('对')
  if (towards && /^的(?!目标|要求)/.test(after) && !NOT_WHOM.test(before)) return true
  const of = after.includes('的')
  const closed = (of && CLOSED.test(after.trimEnd())) || after.endsWith('者')
  if (!closed) return false
  return towards || (of && /^.{0,24}的/.test(after) && part.stop !== '。' && !/(?:建设|打造|培育)/.test(before))
}
