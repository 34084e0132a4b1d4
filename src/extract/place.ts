/** The words of a page → whose money and calendar it means where it says only 元 and 学年: of the mainland, Hong Kong, Macao or Taiwan. */
import {lexicon} from '../text/lexicon.ts'

export type Region = 'mainland' | 'hongkong' | 'macao' | 'taiwan'

/** What only pages of Taiwan write; 115年度 and 104年10月 are years since 1912. */
const TAIWAN =
  /中华民国 ?[\d一二三四五六七八九十百]|新台币|字第\d{8,11}号|国民(?:中学|小学|中小学)|(?<!\d)1[0-3]\d ?(?:学年度|年度(?!假)|年 ?(?:1[0-2]|0?[1-9]) ?月)/
/** The bodies of its counties and cities, and of its government. */
const TAIWAN_BODY =
  /(?:花莲|台东|宜兰|屏东|南投|彰化|云林|嘉义|苗栗|新竹|澎湖)县(?:政府|府|长|议会)|(?:高雄|台中|台南|新北|桃园|台北|基隆|新竹|嘉义)市(?:政府|府|长|议会)|[乡镇]公所|农粮署|卫福部|国发会/
const MAINLAND = /人民币|中华人民共和国|国务院|县级以上/

/** Laws and orders of Macao are numbered 262/2018. */
const MACAO = /第 ?\d{1,3}\/(?:19|20)\d\d ?号(?:法律|行政(?:法规|命令|长官))|澳门[币元]/
const NO_MACAO = /人民币|国务院|(?:省|市|县|自治区)人民政府/

/** Bodies, funds and schemes that only Hong Kong has, and what its government calls its papers. */
const HONG_KONG = lexicon(
  '本港|港府|社署|社会福利署|医管局|医院管理局|教资会|强积金|综援|公屋|居屋|公营房屋|职业训练局|奖券基金|关爱基金|优质教育基金|房委会|生果金|长者咭|院舍券|全港中学|全港小学|全港学校|全港市民|幼稚园教育计划|公共福利金|长者生活津贴|直资学校|官立学校|民政事务总署|食环署|康文署|防疫抗疫基金|社区券|照顾服务券|平机会|劏房|港铁|过渡性房屋|简约公屋|北部都会区|北环线|利得税|薪俸税|金管局|香港金融管理局|洪水桥|粉岭|元朗|屯门|将军澳|长远房屋策略'.split(
    '|',
  ),
)
const HONG_KONG_PAPER = /施政报告|财政预算案|特区政府|立法会|香港特别行政区/
/** A province speaks of Hong Kong too, and Macao has a report and a council as well. */
const ELSEWHERE = /(?:省|市|县|自治区)人民政府|各省、|国务院办公厅|澳门特别行政区政府|澳门元/

/** Two different names of Hong Kong's own, or one in a paper of its government. */
export function regionOf(text: string): Region {
  const other = harbourOf(text)
  // Most pages of the mainland say so early, and are then of no place that has to be looked for in all of the text.
  const mainland = MAINLAND.test(text)
  if (mainland && other === 'mainland') return other
  const taiwan = TAIWAN.test(text) || TAIWAN_BODY.test(text)
  return taiwan ? (mainland ? 'mainland' : 'taiwan') : other
}

/** Hong Kong or Macao, where a text is of one of them. */
function harbourOf(text: string): Region {
  if (!NO_MACAO.test(text) && MACAO.test(text)) return 'macao'
  // Most pages name their own province before anything else.
  const first = ELSEWHERE.test(text) ? null : HONG_KONG.first(text)
  if (!first) return 'mainland'
  return hasOther(text, first) || HONG_KONG_PAPER.test(text) ? 'hongkong' : 'mainland'
}

/** Whether a second name stands behind the first. */
function hasOther(text: string, first: {readonly index: number; readonly word: string}): boolean {
  for (let next = HONG_KONG.first(text, first.index + 1); next; next = HONG_KONG.first(text, next.index + 1))
    if (next.word !== first.word) return true
  return false
}
