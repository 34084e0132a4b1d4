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
const SLOGAN = /一[个支所座家项条]/g

/** Whether what a verb makes so many of can be counted by a later reader. */
export function isThing(spot: Spot, {object, verb, front}: Counted): boolean {
  const value = spot.values[0]!
  if ((ABSTRACT.test(object) && !MEASURED.test(value.unit)) || NO_THING.test(object) || WHERE.test(object)) return false
  if (value.unit === '人' && value.comparator !== '=' && SIZED.test(object)) return false
  const asked = value.compared || front.bound !== null
  if (value.unit.startsWith('次'))
    return front.subject !== '' || (front.every !== null && (object !== '' || asked)) || (asked && object !== '')
  if (object === '' && verb !== '') return verb === '听课' || verb === '家访'
  if (/\d/.test(spot.block.text[value.number] ?? '')) return true
  if (object.startsWith('“') || (ABSTRACT_HEAD.test(object) && !asked)) return false
  if (value.value !== 1 || value.upper !== null || asked || front.per.length > 0 || front.every) return true
  if (spot.memory.perCount) return true
  return !SINGLE.test(value.unit) && object.length >= 4 && !isSlogan(spot)
}

/** 建成一所学校，打造一个品牌: one of each is none. */
function isSlogan({block, sentence}: Spot): boolean {
  const said = block.text.slice(sentence[0]!.start, Math.min(sentence.at(-1)!.end, sentence[0]!.start + 600))
  return (said.match(SLOGAN)?.length ?? 0) > 1
}
