/** The words around a count → its verb, its noun, and whom it is said of: 评选 + 骨干教师100名, 建设 + 7所学校. */
import {charset} from '../../text/charset.ts'
import {stands} from '../block.ts'
import {QUANTITY_HEAD} from '../data/target-words.ts'
import {PLACES} from './chosen.ts'
import {doingBefore, doingIn} from './doing.ts'
import {headed} from './headed.ts'
import {type Lead, withoutTimes} from './lead.ts'
import type {Spot} from './reading.ts'
import {type Front, frontOf, NO_FRONT} from './subject.ts'
import {lastTime} from './times.ts'

export interface Counted {
  readonly verb: string
  readonly object: string
  readonly front: Front
  /** Where the target begins, where its last word ends. */
  readonly start: number
  readonly end: number
  /** The verb is that of the count before. */
  readonly carried: boolean
  /** The noun stands after the number. */
  readonly after: boolean
}

const NOUN_BEFORE =
  /^$|^[（(][^）)]{0,40}[）)]?(?:$|[、，。；和])|^[、，。；：）)及与并等]|^和(?![美谐平睦])|^以[便及上]/
const LIST = /(?:、|和|及|与|或|以及|并)\s*$/
/** 培养每名学生对1—2种艺术项目的兴趣爱好, 培养学生2项体育特长: what a person is to have. */
const PERSONS = /^(?:培养|帮助|促进|引导|发展|让|使)(每[个名位]?)?(学生|幼儿|儿童|孩子)(?:对|的|形成|有)?$/
const SKILL = /^(?:([^的]{2,12})的(?=兴趣|爱好))?([^，。；并]{0,16}(?:爱好|技能|特长|习惯|兴趣))(?=$|并)/
/** 完成县一中2栋宿舍楼建设: where, and what is to be done to so many. */
const PLACED_WORK = /^(?:完成|推进|启动|实施)([^，。；、：“”在对为将把]{2,14})$/
const WORK = /^(.{2,}?)((?:拓宽|提升|新建|升级)?(?:建设|改造|扩建|新建|维修|加固|修缮))(?:工程|项目|任务)?$/
/** Where the noun phrase after a number ends. */
const OBJECT =
  /^的?(.{0,120}?)(?=[并或](?=[开建实推形列纳予持给进扩改])|用于|(?<=.{2})由(?=[^，。；]{1,12}(?:进行|予以|给予|统一|组织|负责|承担|审核|表彰))|(?<=.{2})(?:列入|纳入|列为)(?=[^，。的]{0,16}(?:实事|工作报告|重点工作))|，|。|（其中|[和、]N个|以[便及]|$)/
/** 以安全为主题的基地 is a 基地. */
const THEME = /^的|^以[^，。；]{2,60}?为(?:主题|主|核心|重点|特色|代表|引领|支撑|载体)的(?=.{4})/
/** 改造提升20万亩: a second verb that names no object. */
const MEANS = /^(?:提升|提质|升级|扩容|完善|加固)$/
/** 危桥改造120座: a work named by its object; 全市建成80座 is none. */
const NAMED_WORK = /.[^市县省区镇乡村内外中计均各共，]{1,3}(?:改造|改建|扩建|整治|治理|修复|加固|更新|建设)$/
/** 再就业培训15万人次: a course named by whom or what it is for; 全县培训500人 names none. */
const NAMED_COURSE =
  /^(?!.{0,6}(?:[省市区县州校局委会园院]|部门|政府|单位)(?:培训|轮训|研修)).{2,16}(?:培训|轮训|研修)$/
/** 特岗教师计划招聘8万人. */
const NAMED_INTAKE = /^([^，。；：]{2,16}?)(?:(?:计划|拟|将)(招聘|招生|招录)|(扩招))$/
const isNamedCourse = (words: string, unit: string): boolean =>
  /^[人名](?:次|天)?$/.test(unit) && NAMED_COURSE.test(words)
const ASIDE = /^[（(][^）)]{1,40}[）)](?=[^，。；、])/
/** 办好1所幼儿园的要求. */
const OF_DUTY = /(?<=.{2})的(?:要求|目标|任务|目标任务)$/
const PLAIN = /^.{2,30}$/
const NOT_PLAIN = /^(?:受益|涉及|惠及)|[共有为是含约达占超在]$|现有|共有|总|的$|^[每各]|每人[一二三四五\d]{1,2}年$/
/** How a sentence of things to do begins. */
const TO_DO =
  /^(?:主动|积极|着力|大力|深入|扎实|加快)?(?:融入|对接|优化|加强|推进|推动|完善|健全|实施|建设|打造|扩大|提升|提高|发挥|依托|聚焦|围绕|统筹|支持|鼓励|引导|开展|深化|落实|构建)/

/** The count at a spot; null where no verb asks for it. */
export function countIn(spot: Spot): Counted | null {
  return NOUN_BEFORE.test(spot.right.trimStart()) ? nounBefore(spot) : nounAfter(spot)
}

/** What stands before the value, times and modality read. */
export function opening({block, values, lead}: Spot): Lead & {readonly words: string} {
  const {at, modality, every} = lead()
  return {at, modality, every, words: block.text.slice(at, values[0]!.start).trim().replace(KINDS_OF_WORK, '')}
}

/** 新建（改扩建、小区配建）21所: how they are made. */
const KINDS_OF_WORK = /(?<=新建|建设|改造|改建|扩建|新增|培训|招聘|实施|完成)（[^（）\d]{2,16}）$/

/** What stands before the verb, its times left out. */
const before = ({block, times}: Spot, at: number, length: number): string =>
  withoutTimes(block.text, at, at + length, times)

function nounAfter(spot: Spot): Counted | null {
  const opened = opening(spot)
  const value = spot.values[0]!
  const {text: object, end} = objectAfter(spot)
  const doing = doingBefore(opened.words, value.unit)
  if (doing) {
    const front = goingOn(spot, doing.verb, withLead(frontOf(before(spot, opened.at, doing.start)), opened))
    return {verb: doing.verb, object, front, start: opened.at, end, carried: false, after: true}
  }
  const [, each, person] = PERSONS.exec(opened.words) ?? []
  const skill = person === undefined ? null : SKILL.exec(object)
  if (skill) {
    const front = withLead({...NO_FRONT, subject: person!, per: each ? [person!] : []}, opened)
    const own = skill[1] ? `${skill[2]}的${skill[1]}` : skill[2]!
    return {verb: '', object: own, front, start: opened.at, end, carried: false, after: true}
  }
  const place = PLACED_WORK.exec(opened.words)?.[1]
  const work = place === undefined ? null : WORK.exec(object)
  if (work) {
    const built = (place!.endsWith('等') ? '' : place!) + work[1]!
    const front = withLead(NO_FRONT, opened)
    return {verb: work[2]!, object: built, front, start: opened.at, end, carried: false, after: true}
  }
  const {verb} = spot.memory
  if (!verb || !/^(?:至少|各|约)?$/.test(opened.words)) return null
  const front = withLead(inherited(spot, verb.subject), opened)
  return {verb: verb.word, object, front, start: value.start, end, carried: true, after: true}
}

function nounBefore(spot: Spot): Counted | null {
  const opened = opening(spot)
  const {unit, end} = spot.values[0]!
  const {memory} = spot
  const words = opened.words
    .replace(ONCE_DONE, '')
    .replace(/^对(?=.{2,12}(?:改造|整治|治理|修复|加固)$)/, '')
    .replace(/(?:各|共|共计|达|总数|总计|合计|数量)$/, '')
  if (/^[（(](?!其中)/.test(words)) return null
  const task = TASK.test(words) ? taskOf(words, memory.metric) : ''
  if (task === null) return null
  if (task !== '') return listed(task, '')
  const doing = doingIn(words, unit)
  if (doing) {
    const said = words.slice(doing.end).replace(MEANS, '')
    const intake = said === '' && /^[人名]$/.test(unit) ? NAMED_INTAKE.exec(words) : null
    if (intake && (intake[3] || !/[省市区县州校局委会院]$|^(?:今年|每年|全)/.test(intake[1]!)))
      return listed(intake[1]! + (intake[2] ?? intake[3]!), '')
    const isWork = said === '' && doing.end === words.length
    if (isWork && (((memory.verb || isItem(spot)) && NAMED_WORK.test(words)) || isNamedCourse(words, unit)))
      return listed(words, '')
    const object =
      said !== '' ? said : memory.object?.unit === unit ? memory.object.words : objectOfNext(spot) || headed(spot)
    const front = goingOn(spot, doing.verb, withLead(frontOf(before(spot, opened.at, doing.start)), opened))
    return {verb: doing.verb, object, front, start: opened.at, end, carried: false, after: false}
  }
  if (!PLAIN.test(words) || NOT_PLAIN.test(words) || !(memory.verb || isAmongTasks(spot) || isPartOf(spot))) return null
  // 新增就业50万人；粮食产量500万吨以上: no more of what comes new.
  if (QUANTITY_HEAD.test(words) && memory.object?.unit !== unit && spot.from === spot.part.start) return null
  return listed(words, memory.verb?.word ?? '')

  /** 公路改造380公里、桥梁改造12座: words without a verb before them stand in the list of the count before. */
  function listed(object: string, verb: string): Counted {
    const front = withLead(inherited(spot, memory.verb?.subject ?? ''), opened)
    return {verb, object, front, start: opened.at, end, carried: true, after: false}
  }
}

/** 棚户区改造开工任务7万套，基本建成任务3万套: a task by its name, the second of the same work. */
const TASK = /^(?!完成|下达|落实|承担|实施|确保|分解).{2,}任务$/
function taskOf(words: string, last: string | null): string | null {
  if (!/^(?:新?开工|续建|建成|完工|竣工|筹集)/.test(words)) return words
  const work = last?.endsWith('任务') ? last.replace(WORK_OF_TASK, '') : ''
  return work === '' ? null : work + words
}
const WORK_OF_TASK = /(?:新建|新?开工|续建|筹集|建成|完工|竣工)?(?:（[^（）]{1,8}）)?(?:目标)?任务$/

/** 建成投用后将增加学位: when it comes is no part of it. */
const ONCE_DONE = /^[^，。；、]{2,16}?后(?:将|可|预计|能)?(?=新增|增加|形成)/

/** 大镇办好2所、小镇办好1所中心幼儿园: the noun stands once, after the last of the list. */
function objectOfNext({block, values, part}: Spot): string {
  const {unit, end} = values[0]!
  const rest = block.text.slice(end, Math.min(part.end, end + 80))
  if (!rest.startsWith('、')) return ''
  for (let at = rest.indexOf(unit); at > 1 && at < 40; at = rest.indexOf(unit, at + 1)) {
    if (!isNumeral(rest.charCodeAt(at - 1)) || /[，。；、]/.test(rest.slice(1, at))) continue
    const noun = /^[^，。；、\d]{2,24}/.exec(rest.slice(at + unit.length))?.[0] ?? ''
    return DEGREE.test(noun) ? '' : noun.replace(OF_DUTY, '')
  }
  return ''
}
const isNumeral = charset('0123456789一二两三四五六七八九十百')
const DEGREE = /^(?:以[上下内]|左右|的)/

/** 博物馆达到50家，其中国家级博物馆10家以上. */
const isPartOf = ({block, part, memory}: Spot): boolean =>
  memory.metric !== null &&
  block.text
    .slice(part.start, part.end)
    .trimStart()
    .match(/^[其当]中/) !== null

/** 1. 农村公路危桥改造12座: an item of a list that a year stands over. */
const isItem = ({block, part, clock, values}: Spot): boolean =>
  part.start === 0 && block.headings.some(stands) && clock.at(part, values[0]!.start) !== null

/** 优化布局，区内合作企业100家: a count without a verb among things to do. */
function isAmongTasks({block, sentence, part, right}: Spot): boolean {
  const {start} = sentence[0]!
  return right.trim() === '' && part.index > 0 && TO_DO.test(block.text.slice(start, start + 12).trimStart())
}

/** The noun after the number, up to the next count of a list or the end of the part. */
export function objectAfter({block, values, to, part}: Spot): {text: string; end: number} {
  const start = values[0]!.end
  const until = to < part.end ? start + listEnd(block.text.slice(start, to)) : to
  const remark = ASIDE.exec(block.text.slice(start, start + 44))?.[0].length ?? 0
  const words = OBJECT.exec(block.text.slice(start + remark, until))?.[0] ?? ''
  const rest = block.text.slice(until, Math.min(part.end, until + 80))
  const sized = to < part.end && until === to ? sizedBy(words, rest) : null
  if (sized) return {text: sized.text, end: until + sized.length}
  const text = words.replace(THEME, '').trim().replace(OF_DUTY, '') + gradeHead(words, rest)
  return {text, end: start + remark + words.trimEnd().length}
}

/** 100所规模3500人以上的学校, 5所学校规模达到1500人以上: the next value says which of them are counted. */
function sizedBy(words: string, rest: string): {text: string; length: number} | null {
  const size = SIZE.exec(rest)
  if (!size || words === '') return null
  if (size[2]) return {text: words + size[0], length: size[0].length}
  const which = REACHING.exec(words)
  return which ? {text: `${which[2]}${size[1]}的${which[1]}`, length: size[1]!.length} : null
}
const SIZE =
  /^(\d[\d.]{0,8}[万亿]?[^，。；、\d的]{1,5}?(?:及?以[上下内]|左右)?)(?:(的[^，。；、\d]{2,24})(?=$|[，。；、])|$|(?=[，。；、]))/
const REACHING = new RegExp(`^(.{0,16}?${PLACES})([^，。；]{2,12}(?:达到?|超过|不少于|不低于))$`)

/** 10家国家级、50家省级企业技术中心: the first takes the noun of the last. */
function gradeHead(words: string, rest: string): string {
  if (!/^的?[^，。；、]{1,6}级$/.test(words.trim())) return ''
  return /^[、和及与]\D{0,3}\d[^，。；]{0,40}?级([^，。；、\d和及级]{2,20})(?=$|[，。；、和及])/.exec(rest)?.[1] ?? ''
}

/** Where the noun of a count ends that another one follows: before 、 and 和, or where the next verb begins. */
function listEnd(between: string): number {
  const list = LIST.exec(between)
  if (list) return list.index
  const cut = Math.max(...['、', '，', '和', '（'].map(c => between.lastIndexOf(c)))
  if (cut > 0) return cut
  const doing = doingIn(between, '')
  return doing && doing.start > 1 ? doing.start : between.length
}

/** In a list, what the first is counted by is what the others are: 每县建设1所高中、1所职校. */
function inherited({memory, from, part}: Spot, subject: string): Front {
  const {per, perCount, every} = (from > part.start && memory.verb) || NO_FRONT
  return {subject, per, perCount, condition: null, every, bound: null, modality: null}
}

/** 每年遴选20个项目，培育100家企业: what is done again and again goes on through the sentence; what is built is built once. */
function goingOn({memory, from, part, times, values}: Spot, verb: string, front: Front): Front {
  const every = memory.verb?.every
  if (!every || front.every || front.subject !== '' || from > part.start || part.index === 0) return front
  return AGAIN.has(verb) && !lastTime(times, part.start, values[0]!.start) ? {...front, every} : front
}
const AGAIN = new Set(
  '遴选 评选 评定 认定 培育 培养 培训 轮训 选派 选拔 选树 选聘 表彰 奖励 举办 组织 开展 支持 扶持 资助 引进 招聘 招录 招收 新增 推出 输送 储备 推荐 发展 发布'.split(
    ' ',
  ),
)

/** 至少 at the beginning is a bound, no modality. */
function withLead(front: Front, {every, modality}: Pick<Lead, 'every' | 'modality'>): Front {
  const least = modality === '至少'
  const {subject, per, perCount, condition} = front
  return {
    subject,
    per,
    perCount,
    condition,
    every: front.every ?? every,
    bound: front.bound ?? (least ? 'least' : null),
    modality: front.modality ?? (least ? null : modality),
  }
}
