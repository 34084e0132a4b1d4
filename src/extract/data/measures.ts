/** Measure words and units that counts are given in. */
import {charset} from '../../text/charset.ts'
import {lexicon} from '../../text/lexicon.ts'
import {endAt} from '../../text/match.ts'

const UNITS = [
  '个 名 人 位 所 项 家 间 座 门 场 次 种 支 套 台 辆 张 条 件 批 节 堂 处 户 篇 册 本 部 份 幅 例 起 宗 艘 架 头 只 匹 株 棵 床 栋 幢 组 班 校 字 页 类 岁 周岁 款 顶 眼 口 副 枚 块 盏 根 颗 孔 段',
  '人次 门次 场次 台次 辆次 架次 班次 件次 家次 户次 批次 课时 学时 学分 小时 个小时 分钟 天 工作日 个工作日 交易日 个交易日 个月 学期 个学期 学年 个学年 倍 个标准班 个班 台套 台（套） 台（件） 台件套 台件 件套 件（套） 公里 千米 米 厘米 毫米 平方米 平米 平方公里 平方千米 立方米 亩 公顷 吨 万吨 公斤 千克 克 毫克 微克 升 毫升',
  '千瓦 千瓦时 兆瓦 兆瓦时 吉瓦 吉瓦时 千伏安 千伏 伏 瓦 摄氏度 ℃ 标准煤 吨标准煤 吨标煤 t标准煤 公里/小时 Mbps Gbps Kbps MB GB TB Mb Gb kW MW GW kWh km m cm mm m² ㎡ m2 km² cm2 cm² mm2 mm² kg mg mL L t',
  '克/千瓦时 微克/立方米 毫克/立方米 微克/m³ μg/m³ mg/m³ 毫克/升 公斤/亩 千克/亩 吨/日 吨/天 立方米/日 立方米/天 立方米/万元 吨标准煤/万元 张/千人 人/千人 人/万人 人/十万人 件/万人 人/平方公里 公里/平方公里 公里/百平方公里 平方米/人 册/人',
  '/10万 /十万 P PFLOPS EFLOPS PFlops EFlops Pflops Eflops 标箱 标准箱 TEU 艘次 列次 人天 亩次 校次 枪 桩位 泊位 停车位 车位 机位',
  '分 县 市 乡 镇 村 省 县市 区县 县区 市县 县（市） 县（市、区） 乡镇 街道 社区 单位 床位 张床位 学位 个百分点 对 席 桌 桶 包 袋 箱 瓶 盒 里 海里 斤 两 尺 寸 丈 桩 柜 层 排 列 笔 票 人份 人口',
]
  .join(' ')
  .split(' ')
const UNIT = lexicon(UNITS)

/** What is listed by measure words of one character, by their code units. */
function byUnit<T>(listed: Readonly<Record<string, T>>): ReadonlyMap<number, T> {
  return new Map(Object.entries(listed).map(([word, value]) => [word.charCodeAt(0), value]))
}

/** What a measure word is no measure word before: 3人均, 2次性, 5条件. */
const NOT_BEFORE = byUnit({
  人: '均才力事为工心间民员物文格情大数类手家体气生造行伍群际均',
  次: '性要序生数',
  分: '钱之别析类配布期支散工级层批流子步段组享解局歧',
  名: '单称额义牌片胜誉',
  部: '门分委队署长位件',
  本: '科级市省县区地校行土着身人质',
  组: '织成合建长',
  校: '园外内长区舍友企',
  班: '子主级',
  条: '件例款',
  字: '会架路号典符',
  家: '庭长园校',
  户: '籍外口主',
  个: '人别性',
  处: '理罚置分于室级长',
  门: '户诊类槛口',
  场: '所地合景馆域外',
  位: '于置列一',
  类: '别型似书比推同目风固胶脂肉',
  市: '级场区民县',
  县: '级区域',
  省: '级内份',
  村: '级民庄',
  起: '草步到点诉',
  瓦: '级时',
  伏: '级',
  吨: '级',
})
/** The same where one character does not tell. */
const NOT_BEFORE_WORDS = byUnit({
  家: /具(?![有备体])|国情|乡(?![村镇])/y,
  个: /(?:自然|会计|纳税|参保|医保|资助|财政|完整|考核|保险|预算)?年度|半月|季度|年(?!级)|星期|百分|体(?![育检验系])|案(?!例)/y,
  // 名校 and 名师 are none of a number, 200名校长 and 30名师范生 are people.
  名: /校(?![长医])|园(?!长|艺)|师(?!范|傅|生)|优(?![秀质等先抚])|副其实|家(?![长庭政])|人(?![员大民才])/y,
  处: /以(?![上下内])/y,
  // 对 counts pairs only where nothing follows that it could be said of.
  对: /(?!$|[，。；：、）)以左]|师徒|夫妻|新人)/y,
})

/** Where the measure word ends that begins at a place, spaces around it included; -1 where none does. Longest first: 平方米 before 平. */
export function measureEnd(text: string, at: number): number {
  const start = text[at] === ' ' ? at + 1 : at
  const word = UNIT.at(text, start, isMeasure)
  if (word === '') return -1
  const end = start + word.length
  if (text[end] === '（') return Math.max(end, endAt(OTHER_UNIT, text, end))
  return text[end] === ' ' ? end + 1 : end
}
/** 二百张（枚）以上: the same counted in another measure. */
const OTHER_UNIT = /（[个只件枚台套张条家所支粒发]）(?=以[上下内])/y

const isLatin = charset('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ')

/** Words that only begin like a unit are ruled out by what comes after it. */
function isMeasure(unit: string, text: string, at: number): boolean {
  const end = at + unit.length
  if (end >= text.length) return true
  const last = unit.charCodeAt(unit.length - 1)
  if ((isLatin(last) && isLatin(text.charCodeAt(end))) || NOT_BEFORE.get(last)?.includes(text[end]!)) return false
  const words = NOT_BEFORE_WORDS.get(last)
  return !words || endAt(words, text, end) < 0
}

/** What 一 counts when something is made or done; elsewhere it is an article (一种, 一个, 一批). */
export const COUNTED_ONE = /^(?:所|间|名|家|次|场|门|座|支|项|处|节|套|台|堂|篇|位|课时|小时)$/

/** Verbs before or around a count that something is to reach. */
export const MAKING = lexicon(
  '建设 建成 建立 组建 新建 扩建 改建 改扩建 创建 创办 开办 举办 开设 开展 开发 打造 培育 培养 培训 遴选 选树 选取 选派 选拔 选择 确定 认定 评选 表彰 配备 配齐 设立 成立 设置 新增 增加 引进 引培 招聘 招收 聘请 聘任 资助 支持 扶持 完成 实施 组织 掌握 学会 参加 参与 熟练掌握 拥有 具备 办好 承担 达到 形成 制定 推出 进行 发展 落实 安排 聚集 集聚 孵化 布局 更新 改造 新开工 开工 竣工 巡查 储备 入选 进入 获得 命名 推广 覆盖 再建 续建 建 办 设 有 为 到 至少 不少于'.split(
    ' ',
  ),
)
