/** Whether a count is of things that a reader can count: no sides of a matter, no slogans, no 一套机制. */
import {ABSTRACT, ABSTRACT_HEAD} from '../data/target-words.ts'
import type {Counted} from './counted.ts'
import type {Spot} from './reading.ts'

/** A set that is covered whole is read as a share; bodies that do the work are no goal of it. */
const NO_THING = /(?:全覆盖|督导组|工作组|小组|专班|工作队)$/
/** 改造渠道1200公里: a channel that is so long is no way of doing things. */
const MEASURED = /^(?:公里|千米|米|亩|公顷|吨)$/
/** 10家在城区外 tells where they are, not what. */
const WHERE = /^在[^的]{1,12}[外内中里]$/
/** 消除66人以上超大班额: how large it is, not how many. */
const SIZED =
  /^[^，。；、的]{0,8}(?:班额|企业|单位|机构|村屯?|社区|小区|[乡县集]?镇|学校|幼儿园|公司|会议|活动|聚会|场所|项目)(?:现象|问题|情况)?$/
const SINGLE = /^[个支套批种项条类份张片]/
/** 建设一所早期教育中心: a house, however often one is said. */
const FACILITY = /(?:学校|小学|初中|中学|高中|幼儿园|中心|医院|卫生院|敬老院|基地|图书馆|体育馆|场馆|公园)$/
const SLOGAN = /一[个支所座家项条]/g

/** Whether what a verb makes so many of can be counted by a later reader. */
export function isThing(spot: Spot, found: Counted): boolean {
  if (isNoThing(spot, found)) return false
  const {unit, number} = spot.values[0]!
  if (unit.startsWith('次')) return isRepeated(spot, found)
  // 家访50家 says what is done by its verb alone.
  if (found.object === '' && found.verb !== '') return found.verb === '听课' || found.verb === '家访'
  return /\d/.test(spot.block.text[number] ?? '') || isMeant(spot, found)
}

function isNoThing(spot: Spot, {object}: Counted): boolean {
  const {unit, comparator} = spot.values[0]!
  if (NO_THING.test(object) || WHERE.test(object) || (ABSTRACT.test(object) && !MEASURED.test(unit))) return true
  return unit === '人' && comparator !== '=' && SIZED.test(object)
}

/** 至少, 不少于: who asks for so many means the number. */
const isAsked = (spot: Spot, {front}: Counted): boolean => spot.values[0]!.compared || front.bound !== null

/** 每学期开展一次 is a rhythm, 至少开展2次 a number; 普遍进行一次检查 only says that it is done. */
function isRepeated(spot: Spot, found: Counted): boolean {
  const {object, front} = found
  const asked = isAsked(spot, found)
  if (front.every) return object !== '' || asked || front.subject !== ''
  if (asked) return object !== '' || front.subject !== ''
  return front.subject !== '' && !isOne(spot)
}

/** 一次, 一个 in words. */
const isOne = ({values: [value], block}: Spot): boolean =>
  value!.value === 1 && value!.upper === null && !/\d/.test(block.text[value!.number] ?? '')

/** A number in words may only be a manner of speaking: 建立一套机制, 打造一个品牌. */
function isMeant(spot: Spot, found: Counted): boolean {
  const {object, front} = found
  const asked = isAsked(spot, found)
  if (object.startsWith('“') || (ABSTRACT_HEAD.test(object) && !asked)) return false
  if (!isOne(spot) || asked || front.per.length > 0 || front.every || spot.memory.perCount) return true
  return !SINGLE.test(spot.values[0]!.unit) && object.length >= 4 && (FACILITY.test(object) || !isSlogan(spot))
}

/** 建成一所学校，打造一个品牌: one of each is none. */
function isSlogan({block, sentence}: Spot): boolean {
  const said = block.text.slice(sentence[0]!.start, Math.min(sentence.at(-1)!.end, sentence[0]!.start + 600))
  return (said.match(SLOGAN)?.length ?? 0) > 1
}
