/** The words beside a count → what is counted: 确保全年粮食播种面积 → 粮食播种面积, 规上企业实施改造 → 规上企业, 建设 → nothing. */
import {charset} from '../../text/charset.ts'
import {lexicon} from '../../text/lexicon.ts'
import {MAKING} from '../data/measures.ts'

const EACH_TIME = '每(?:隔)?(?:个)?[一两三四五六七八九十\\d]{0,3}(?:个)?(?:半年|学期|季度|年|月|周|天)'
/** What the sentence says before the noun. */
const FRONT = new RegExp(
  `^(?:又(?=.{2})|按照(?=.{2})|排查出|查出|经营(?!户|主体|者|单位|机构|场所|面积|额|收入|性|许可|权)|[^的]{1,14}且(?!末)(?=[^的]{2,}$)|每[次届批](?=.{2})|其中(?!心)|确保|力争|争取|努力|保证|全年|年内|实现|完成|(?:.{0,20}[是系])指(?=.{2})|即|但|包括|以及|或者|同时|通常|平均|净增长?|后(?![勤续备期置台])(?=.{2})|以(?![上下内色工])(?=.{2})|如(?=.{2})|或(?![者许])(?=.{2})|(?:[一二两三四五\\d]?个?(?:自然|参保|会计|资助)?(?:年度|学期|学年|季度)|[一二两三四五]?年)内(?=.{2})|度(?=[我本全各])|预计|接收|接纳|吸纳|指导(?!老师|教师|意见|中心|站|员|师)|(?:[、及与]|和(?![美平谐顺]))(?=.{2})|促进|帮助|带动(?!力|性)|非法|改善(?=.{2})|推进(?=.{3})|规划(?=造林|新建|建设|种植|实施)|[全我][省市县区州](?=救助|发放|新增|建成|完成|累计|共|资助|培训|改造)|累计(?=.{2})|救助(?=.{2})|修复(?=.{2})|加装(?=.{2})|(?:拓展|增加|新增|改造|建成|引进|培训|完成)了(?=.{2})|(?:“[^”]{1,8}”)?输送(?=.{2})|恢复(?=.{3})|优选|消除|拆除|化解|购置|购买|采购|添置|更换|铺设|安装|种植(?!业|面积|户|大户|主体|基地|企业|合作社)|栽植|发放|撤并|保留|制造(?!业|商|企|厂)|贩卖|应用(?!场景|程序|案例|中心|平台)|${EACH_TIME})(?=.{2})`,
)
/** 国土计划每十年通盘检讨一次: what is done so often. */
const OFTEN = new RegExp(`^.{1,20}${EACH_TIME}(?=.{2,8}$)`)
/** 指导老师每年指导见习人员超过10人: whom, not who. */
const EACH_YEAR = new RegExp(
  `^.{1,24}?${EACH_TIME}(?:接收|接纳|吸纳|指导|服务|招收|选派|资助|支持|培训|救助|帮扶|开展|获(?:支持|资助)?)(?=.{2,12}$)`,
)
/** 每人每年 says of whom, 其中 of what: no nouns. */
const ONLY_EACH = /^(?:其中|[比较](?:上一?年|去年|上年同期|同期).{0,6}|(?:每.{1,3})+)$/
/** 全体会议一般每半年召开一次: who meets. */
const MEETS = new RegExp(
  `^(.{2,20}?)(?:一般|原则上)?(?:${EACH_TIME}|每人){1,2}(?:召开|举行|举办|开展|组织|进行|发布|公布)?$`,
)
/** 思政、体育等特色学校 is counted by the 特色学校. */
const LISTED = /^[^等]{1,8}等(?![职教学级奖])(?=.{2})/
/** Where what is done with the counted, or said of it, begins. */
const DONE =
  /^(.{2,}?)(?:大力|积极|全面|集中|同时|共同|分别)?(?:进行|配备|予以|给予|开展|办好|通报|达到|不?超过|违反|取得(?!的)|开通|符合|(?<=[业户校院园村镇县区市店厂司门人员师生])(?:实施|推广|参加|参与|承担|纳入|进入|通过|完成|增设|设立|设置|新增|开设|获评|入选|荣获|获得|入驻|落户|申请|办理|负责|在(?![建校线岗编读]))|(?<=[生户])配套|(?<=[中小]学)(?:增设|新设|设立|开设|举办)|(?<=阶段)(?:实现|推进|实施|完成)|(?<=[^所])以(?![上下内色])|由|(?<![行作成认因较更最])为|成为|行驶|不[得低少多高超](?:[于过]|得)|[都均](?=[有是为已实达完通获超符保列纳])|也?分别(?=.{2})|后(?=[又再仍方才可应])|(?<=[户人员者生家企])(?:发放|颁发|拨付|支付|减免|收取)|(?:有关)?(?:事项|落实|情况|任务)?(?:作如下)?通知如下|(?<=[^结相应针绝面])对(?=[其本各被有该所申项企员])|(?<![分条])之一|中任选|二选一|可供|(?:基本|全面|全部)消除|同时(?!期)|作为|(?<=[员者户])中(?![心])|(?<=.{2})已(?=.)|(?<=.{2})将(?=陆续|全部|于|在|会|达|增|新|全面)|(?<=.{2})分[一二两三四五\d]批|(?<=.{2})涉(?:及|$)|(?<=[童生民工])就近|(?<=[业户校院园馆站所中心市县区村])获(?![奖取一二三特优])|(?<=.{2})(?:首次)?全部(?=纳入|完成|达|实现|通过|建|投|$)|可(?=[新增实])|面向|从事|属于|缴纳|申领|领取|认领|填报|纳入|位于|签订|联名|提议|按规定|按照|应当|可以|不予|则[需应由须不])/
/** What follows a number and is no noun: links, who does something, and what those that were counted before the number do. */
const NO_NOUN =
  /^(?:[为是系](?!民)|达(?![民到])|达到(?![^的]{2,12}的)|(?:少加|多加|计分|报考|报名|参训|参会|受益|就读|到岗|上岗|入学|毕业|录取|获奖|结业|脱贫)$|[前后](?![备勤沿])|间(?!隔)|以(?!色)|于|从(?!业)|由|均|都|超[逾过出额]|最[多少高低大小](?!的?[^，。；]{2})|已(?!建.{2})|(?:分.{1,4})?(?:逐步)?(?:增[加长]?|提[高升]|扩[大充]|减少|降低?|压减|缩减|发展|[上下]升|下降)[到至为]|共(?![同享青建用])|且|并(?!联)|或(?!许)|作为|左右|起(?!重)|止|之[前后内间]|向(?!导)|对(?![口外象联])|按(?!摩)|不(?![动锈同])|应(?!急)|须|得(?!分)|可(?!再)[^的]*$|将(?!军)|通过|在[^的]{1,12}[外内中里]$)/
const VICTIMS = /^(?:者|死亡|受伤|重伤|轻伤|遇难|失踪|伤亡)/
/** 会员的名称 tells of the members; 幼女的 too. */
const OF_THEM = /的(?:名称|姓名|名单|数量|总数|情况|情形|要求|目标)?$/
/** 除每学期1次统考外, 5个价位内. */
const PLACED =
  /(?<=.{2})(?:[外内里]|(?<![初高])中)$|(?<=.{3})(?<![小课学工临准按及])时$|(?<=.{2})(?<![累合共总统设预审会])计$/
const isPlaced = charset('外内里中时计')
/** 熟悉业务、能够应急的专业队伍, 以安全为主题的基地: a noun that is described at length first. */
const DESCRIBED =
  /^(?:(?:熟悉|掌握|具有|具备|拥有|能够?|政治|素质|业务|结构|布局|功能|特色|管理|设施)[^，。；、的]{0,16}[、，][^。；]{0,60}?|以[^。；]{2,60}?为(?:主题|主|核心|重点|特色|代表|引领|支撑|载体)|(?:实施|开展|承担|从事|列入|纳入|参与|参加|通过|达到|建有|已|未)(?!建)[^，。；、的\d]{2,24})的([^，。；、的]{2,24})(?=[，。；）]|$)/
const opensDescribed = charset('熟掌具拥能政素业结布功特管设以实开承从列纳参通达建已未')
/** Ages are those of persons. */
const PERSON =
  /^[的之]?((?:(?![的之和及与或是为])[^，。；：、（）]){0,6}?(?:人(?![口员才民])|人员|老年人|青年|朋友|父母|长者|儿童|幼女|少年|女性|男性|妇女|子女|学生|居民|公民|职工|教师|党员|孤儿|婴儿|婴幼儿))/

/** 每30万人口建设: what follows the number is a verb, and what is counted its unit. */
const isVerb = (words: string): boolean => MAKING.at(words, 0) === words

/** 24所农村学校标准化建设 counts the schools. */
const WORKS = /(?<=[校园院所馆站室场区村镇心]|(?<!落)地)(?:标准化|规范化|信息化)?(?:建设|改造)$/

/** 8个标段组织实施, 5个项目开工建设: what they come to. */
const COMES =
  /(?<=.{2})(?:全部|全面|集中|顺利|相继|陆续|正式|如期|提前|基本|全线|同步)?(?:组织实施|开工建设|建设完成|建成|投入(?:使用|运营|运行)|开工|竣工|投产|投用|投运|完工|通车|签约|启动实施|拆[卸除]|重建|并(?=投))+$/

/** What the words after a number name; null where they name nothing, undefined where those before the number may. */
export function nounAfter(words: string): string | null | undefined {
  const said = words.replace(/^(?:的|之(?!前|后|内|间(?!隔)))/, '')
  if (VICTIMS.test(said)) return null
  if (said === '' || NO_NOUN.test(said)) return undefined
  const head = OF_WHOM.exec(said)?.[1] ?? headOf(said)
  return isVerb(head)
    ? null
    : AREA_ALONE.test(head)
      ? head[0]!
      : countedNoun(head.replace(COMES, '').replace(WORKS, ''))
}

/** 4个镇: one character that is a noun of its own. */
const AREA_ALONE =
  /^([省市州县旗区乡镇村岛])(?:(?:设立|增设|设置|新增|开设|建立|实施|开展|达到|通过|完成|获评|入选|实现|推进|推广|启动|的).*)?$/

/** The noun that a list or a theme describes first; null where the words from `at` on describe none. */
export const describedNoun = (text: string, at: number): string | null =>
  opensDescribed(text.charCodeAt(at)) ? ofDescribed(DESCRIBED.exec(text.slice(at, at + 100))?.[1]) : null
/** …的灌区可新增面积: up to where something is said of it. */
const ofDescribed = (noun: string | undefined): string | null => (noun ? (DONE.exec(noun)?.[1] ?? noun) : null)

/** Whose age is told before `words`. */
export const personAfter = (words: string): string | null => PERSON.exec(words)?.[1] ?? null
/** 女性不超过55周岁, 男年满60周岁: whose age is told behind them. */
const PERSON_BEFORE =
  /(?:^|[^\u4e00-\u9fff]|[或和及与])([男女]性?|[^，。；：、（）()\d的或和及与]{0,6}(?:人员|青年|儿童|老年人|教师|干部|申请人|家长|父母))(?:年龄)?(?:一般|原则上|应|须|已|均|必须|应当)?$/
/** Whose age is told behind `words`. */
export const personBefore = (words: string): string | null => PERSON_BEFORE.exec(words)?.[1] ?? null

/** Up to where something is said of the noun; what a clause with 的 tells before it stays. */
function headOf(words: string): string {
  const own = words.includes('的') ? words.replace(OF_THEM, '') : words
  const of = own.lastIndexOf('的') + 1
  const noun = own.slice(of)
  const head = DONE.exec(noun)?.[1] ?? noun
  return own.slice(0, of) + (isPlaced(head.charCodeAt(head.length - 1)) ? head.replace(PLACED, '') : head)
}

/** What ends the words before a number and is no part of a noun. */
const LAST = lexicon(
  '一式 原则上 最高 最低 累计 合计 共计 总计 只有 仅有 录取 预计 要求 需 须 满 分别或者 比上年 较上年 比上年末 比去年 较去年 同比 或者 通常 一般 未满 非满 只 仅 享受 力争 确保 争取 保证 最多 至少 中有 连续 分别 每隔 每 应当 应 继续 造成 导致 等'.split(
    ' ',
  ),
)

/** 在第九条后增加一条: where, not what. */
const WHERE = /^在.{1,20}[后前中内]$/

/** 全县已建成5所: where, not what. */
const WHERE_ALONE = /^[全我本该][国省市州县旗区乡镇村]$|^[^“]*”/

/** Verbs that say of a count only that it is made or happens; 巡查 and 更新 are what is counted. */
const isMade = (noun: string): boolean => isVerb(noun) && !/^(?:巡查|更新|评选|表彰|培训|推广|改造|发展)$/.test(noun)

/** 30人以下的企业裁员率: a rate is not what is counted. */
const RATE_OF = /(?<=企业|单位|学校|[县乡村户园])[^的]{1,4}率$/
/** 限补助1台, 五年内以申请1台为限: what is done, no noun. */
const ACT =
  /^(?:[内中限以可须应只仅再各拟能且已]|不得|可以|原则上){0,3}(?:获[得配]|完工|申请|申报|购买|申领|领取|报名|受理|推荐|报送|提交|填报|选择|选派|选送|参加|参赛)?$|^[限可再]补[助贴]$/
/** 支持5个乡镇的学校, 60名老师的班级: those that are counted, and what is theirs. */
const OF_WHOM =
  /^((?:(?![的在对为将由与和])[^，。；：、（）]){0,8}?(?:[老教]师|学生|[幼儿]童|职工|人员|居民|村民|农户|住户|家庭|老年?人|患者|群众|[县市区]|乡镇|街道|社区|行政村))的(?![^的]{0,10}(?:人员|教师|学生|人才|专家|儿童|老人|家庭|企业|单位)$)/

/** 补助计2510校次. */
const SUMMED = /(?<=.{2})(?<![累合共总统设预审会估])计$/

function withoutFront(words: string): string {
  const noun = words.includes('每') ? words.replace(EACH_YEAR, '') : words
  return noun.includes('等') ? noun.replace(LISTED, '') : noun
}

/** The noun itself; null where the words hold none. `often`: what is counted are the times that something is done. */
export function countedNoun(words: string | null | undefined, often = false): string | null {
  let noun = words ?? ''
  if (noun.endsWith('计')) noun = noun.replace(SUMMED, '')
  for (let last = LAST.before(noun, noun.length); last !== ''; last = LAST.before(noun, noun.length))
    noun = noun.slice(0, -last.length)
  noun = (noun.includes('每') ? MEETS.exec(noun)?.[1] : undefined) ?? withoutFront(noun)
  for (let front = FRONT.exec(noun); front; front = FRONT.exec(noun)) noun = noun.slice(front[0].length)
  noun = (DONE.exec(noun)?.[1] ?? noun).replace(RATE_OF, '')
  if (often) noun = noun.replace(OFTEN, '')
  return (noun.length < 2 && noun !== '人') ||
    isMade(noun) ||
    ACT.test(noun) ||
    ONLY_EACH.test(noun) ||
    WHERE_ALONE.test(noun) ||
    WHERE.test(noun)
    ? null
    : noun
}
