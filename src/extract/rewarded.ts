/** 每引进1名博士奖励5万元 → [博士], 每培训1人补贴500元 → [人]: what is done once for each amount. */
import {charset, holdsAny} from '../text/charset.ts'
import {matchAt} from '../text/match.ts'
import {MAKING} from './data/measures.ts'

const DONE =
  '引进|引育|引入|招引|招用|招收|招聘|招录|聘用|吸纳|安置|带动|培训|培养|培育|孵化|输送|介绍|推荐|新增|增加|增设|净增|新建|改建|扩建|建成|建设|创建|创成|打造|完成|改造|获得|获批|取得|通过|参与|制定|主持|举办|承办|组织|开展|购买|购置|更新|淘汰|报废|种植|养殖|收购|销售|开办|开设|设立|成立|认定|评定|减少|降低|超过|提前|延迟|逾期|查处|举报|发现|出栏|存栏'
const CLASSIFIER =
  '平方公里|平方米|立方米|公斤|千克|公里|千瓦时|千瓦|百分点|个百分点|人次|场次|个|名|位|家|所|座|间|张|项|台|辆|套|床|件|门|批|处|支|艘|头|只|幢|栋|条|场|次|例|起|届|亩|人|生|班|校|户|村|吨|米|株|份|天|日|分'
const GIVES = '给予|给|奖励|奖补|奖|补助|补贴|补偿|补|资助|支持|加收|减收|扣减|扣除|扣|加|发放|收取|罚款|处罚|资助'
const BOUND = '(?:不超过|不得超过|不低于|最高|最多|至少|可达|约)'
/** The verb, one of what it is done to, and what is given for it, in the same or in the next part of the sentence. */
const EACH_DONE = new RegExp(
  `(?<=每(?:成功|新|再|多)?(?:${DONE})(?:[1１一])(${CLASSIFIER})([^，。；：、（）()\\d每]{0,18}?)(?:的?，)?(?:可|再|将|分别|一次性|按|对[^，。；\\d]{1,8}|由[^，。；\\d]{1,8}){0,2}(?:${GIVES})[^，。；：\\d每]{0,10}?${BOUND}?)`,
  'y',
)
/** What becomes of those for whom it is given is no part of their name. */
const BECOMES = /(?:(?:稳定|实现|成功|初次)?(?:就业|创业)|并[^，]*|且[^，]*|的)$/
const LONGEST = 48
const each = charset('每')
const one = charset('1１一')

/** The noun that an amount at a place is given for one of, or its measure word; undefined where none is. */
export function rewardedBefore(text: string, at: number): string | undefined {
  const from = Math.max(0, at - LONGEST)
  if (!holdsAny(each, text, from, at) || !holdsAny(one, text, from, at)) return undefined
  const found = matchAt(EACH_DONE, text, at)
  if (!found) return undefined
  const noun = found[2]!.replace(BECOMES, '')
  return noun === '' || MAKING.at(noun, 0) === noun ? found[1]! : noun
}
