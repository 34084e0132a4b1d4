/** What stands before the verb of a count: whom it is said of, how often, for every how many. */

import {lexicon} from '../../text/lexicon.ts'
import {readNumeral} from '../../text/numerals.ts'
import {VERBS} from '../data/target-verbs.ts'
import {EVERY, type Every, everyOf} from './lead.ts'

export interface Front {
  /** Whom the count is said of, when that belongs to the metric; empty when nothing does. */
  readonly subject: string
  readonly per: readonly string[]
  readonly perCount: number | null
  readonly condition: string | null
  readonly every: Every | null
  readonly bound: 'least' | 'most' | null
  readonly modality: string | null
}

const TAIL =
  /(?:用于|至少|最少|最多|至多|一般|原则上|应当|应|须|必须|要|可以|可|拟|平均|均|都|各自|各|分别|能够|能|力争|确保|争取|努力|计划|重点|着力|积极|熟练|共同|统一|定期|集中|继续|新|再|按[^，、]{1,8}|切实|全部|独立|联合|自主|[亦也还]?将会?|[亦也]会|在?(?:今年内?|年内|本年内)|(?<=政府|当局)会|(?:在|于)?(?:未来|今后)的?[一二三四五六七八九十两几\d]{1,3}(?:至[一二三四五六七八九十\d]{1,3})?个?年[内间]?)$/
const RHYTHM = new RegExp(`(?:${EVERY.source})$`)
const CAUSE =
  /^(?:使得?|让|推动|引导|支持|鼓励|要求|帮助|组织|实现|促进|培养|确保|带动|指导|保证|保障|督促|落实)(?=.{2})|^(?:提出|明确|要求)(?:到)?/
const ADVERBIAL =
  /^(?:在|按照?|以|为|通过|依托|围绕|根据|结合|利用|用|向|从|由|与|同|给|将|把|针对|聚焦|面向|借助|采取|经|分|这些|上述|依据|立足|瞄准|充分|并|就|于|到|自)/
const BODY =
  /(?:部门|政府|厅|局|委|办|办公室|委员会|领导小组|单位|机构|组织|财政|协会|工会|法院|检察院|党委|公司|会议|有关方面|[两三各]级|[^前以]后)$/
const VERB_INSIDE =
  /(?:推动|引导|支持|鼓励|带动|维持|培育|滚动|推进|加强|完善|建立|建设|引进|落实|加大|优化|提升|提高|打造|实施|强化|健全|深化|推广|扩大|形成|整合|争取|新增|创建|开展|组织|选派|邀请|聘请|举办|要求|通知)/
const EACH =
  /^([^，每各]{0,16})(?:每(?:一)?(?:名|所|个|家|位|人|户|间|支|座|对)?|各(?![类级])(?:[个家名位]|所(?=[小中高初学幼]))?)([^，]{0,16})$/
const PER_COUNT =
  /(?:平均)?每(\d[\d.,]{0,8}\s?[万千百亿]?|[一二两三四五六七八九十百千万]{1,5})(?:个|名|位|户|所|家|张)?([^，、\d]{1,12})$/
const CONDITION = /^(.{0,12}\d[\d.]{0,8}[万千百亿]?.{0,8}(?:以上|以下|以内))的?(.{1,12})$/

export const NO_FRONT: Front = {
  subject: '',
  per: [],
  perCount: null,
  condition: null,
  every: null,
  bound: null,
  modality: null,
}

/** 要求2017年城镇新增…: the year is told as the deadline. */
const YEAR = /^(?:到|至)?20\d\d年(?:底|末)?(?:前|以前|之前)?/

/** Reads the words between the beginning of a part (times left out) and the verb. */
export function frontOf(words: string): Front {
  const tail = tailOf(words.trim())
  const counted = PER_COUNT.exec(tail.rest)
  const many = counted && readNumeral(counted[1]!.replace(/\s/g, ''))
  if (counted && many && many > 1) return front(tail, '', [counted[2]!], many)
  const rest = tail.rest.replace(CAUSE, '').replace(YEAR, '')
  const about = /^(?:对|在(?=全))(.{2,30})$/.exec(rest)
  if (about) return front(tail, about[1]!)
  const each = EACH.exec(rest)
  if (each) {
    const things = each[2]!.replace(/([和及与、])每个?/g, '$1').replace(/(?:、各|根据|按照|依据|结合).*$/, '')
    const [per] = things.split('在')
    return front(tail, each[1]!.replace(WILL, '') + things.replace('在', ''), per ? [per] : [])
  }
  const condition = CONDITION.exec(rest)
  if (condition) return front(tail, rest, [], null, condition[1]!)
  return front(tail, isSubject(rest) || (tail.each && PLACES.test(rest)) ? rest : '')
}

/** 龙文区将在每个镇. */
const WILL = /(?:将|拟|要|会|计划)在?$|^在$/

/** Written out, so that all of them have one shape for the engine. */
const front = (
  {every, bound, modality}: Tail,
  subject: string,
  per: readonly string[] = [],
  perCount: number | null = null,
  condition: string | null = null,
): Front => ({subject, per, perCount, condition, every, bound, modality})

/** 罗湖、南山、宝安各培育9个. */
const PLACES = /^[\u4e00-\u9fff]{2,6}(?:、[\u4e00-\u9fff]{2,6}){1,6}(?:[和及与][\u4e00-\u9fff]{2,6})?$/

interface Tail extends Pick<Front, 'every' | 'bound' | 'modality'> {
  /** 各: of each of them. */
  readonly each: boolean
  /** The words before it. */
  readonly rest: string
}

const STARTS = lexicon(VERBS)
const isSubject = (words: string): boolean =>
  words.length >= 2 &&
  STARTS.at(words, 0) === '' &&
  words.length <= 24 &&
  !ADVERBIAL.test(words) &&
  !/\d[\d.,]{0,12}\s?[万亿]{0,2}元/.test(words) &&
  !BODY.test(words) &&
  !VERB_INSIDE.test(words) &&
  !/[，。；：、].*[，。；：、]|[（(][^）)]*$/.test(words)

/** 每所学校原则上至少 …: rhythm, bound and modality are read from the end. */
function tailOf(words: string): Tail {
  let rest = words
  let every: Every | null = null
  let each = false
  let [bound, modality]: [Front['bound'], string | null] = [null, null]
  for (let last = ''; last !== rest; ) {
    last = rest
    const rhythm = RHYTHM.exec(rest)
    if (rhythm) every = everyOf(rhythm)
    const word = rhythm?.[0] ?? TAIL.exec(rest)?.[0] ?? ''
    if (/^各/.test(word)) each = true
    if (/至少|最少/.test(word)) bound = 'least'
    if (/最多|至多|^可/.test(word)) bound = 'most'
    if (/原则上|应|须|要|力争|确保|争取|努力|计划/.test(word)) modality = word
    rest = rest.slice(0, rest.length - word.length)
  }
  return {rest, every, bound, modality, each}
}
