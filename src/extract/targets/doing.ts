/** The verb of a count: 着力建设 before 7所学校, 评选表彰 in 评选表彰示范学校50所. */

import {type Lexicon, lexicon} from '../../text/lexicon.ts'
import {ATTAINS, CHANGES, DOES, DOES_SHORT, EVENTS} from '../data/target-verbs.ts'

export interface Doing {
  readonly verb: string
  /** Where it begins, and where what follows its complement (建设出, 组织好) begins. */
  readonly start: number
  readonly end: number
}

const VERBS = lexicon([...DOES, ...Object.keys(CHANGES), ...ATTAINS])
const EVENT = lexicon(EVENTS)
const SHORT = lexicon(DOES_SHORT)
/** 建设出, 组织好; 新招成人学员 counts 成人. */
const COMPLEMENT = /^(?:[出起好到]|成(?![人都长品果绩立员教功熟套本片]))/
/** What may stand between a verb and its number. */
const BETWEEN =
  /(?:至少|现有|各|大?约|超过|超|逾|将近|近|总共|共|累计|合计|不?少于|第[一二三四五]批|各地|(?:全|本)[国省市区县州盟旗镇乡校](?:范围内)?|[辖区县市省域校园]内)$/

/** Whether words hold a verb that makes or does something. */
export const isDoing = (words: string): boolean => VERBS.first(words) !== null

/** Whether words are a verb and nothing else. */
export const isBareVerb = (words: string): boolean => words !== '' && VERBS.at(words, 0) === words

/** 改造提升25个: a second verb that says only that it gets better. */
const MEANS = /(?:提升|提质|升级|扩容|完善|加固|并?投入使用|并投用|[（(]含?[新改扩迁重]{1,2}建[）)])$/

/** 每个乡镇至少有1所公办园: 有 alone only states. */
const HAVING = /(?:至少|最少|(?:应当?|须|必须|要|确保)[均都各]?|每[个名位]?(?:学生|幼儿|儿童|教师|孩子)[均都]?)有$/

/** The verb right before a number. */
export function doingBefore(words: string, unit: string): Doing | null {
  let end = words.length
  for (let found = BETWEEN.exec(words); found; found = BETWEEN.exec(words.slice(Math.max(0, end - 8), end)))
    end -= found[0].length
  const verbs = unit.startsWith('次') ? EVENT : VERBS
  const means = MEANS.exec(words.slice(0, end))?.[0].length ?? 0
  const verb = (means > 0 && verbs.before(words, end - means)) || verbs.before(words, end)
  if (verb) {
    const last = words.endsWith(verb, end) ? end : end - means
    const start = beforeAll(verbs, words, last - verb.length)
    const all = words.slice(start, last)
    return {verb: areChanges(all) ? all : verb, start, end}
  }
  const bare = end > 0 && COMPLEMENT.test(words.slice(end - 1, end)) ? verbs.before(words, end - 1) : ''
  if (bare) return {verb: bare, start: end - 1 - bare.length, end}
  if (words[end - 1] === '有' && HAVING.test(words.slice(0, end)))
    return {verb: '有', start: end - 1, end: words.length}
  const short = SHORT.before(words, end)
  return short && /(?:^|[每县市区镇乡村校省各均）再]|至少)$/.test(words.slice(0, end - 1))
    ? {verb: short, start: end - 1, end}
    : null
}

/** 改建、扩建: both tell what comes new. */
const areChanges = (verbs: string): boolean =>
  /[、和及]/.test(verbs) && verbs.split(/[、和及]/).every(v => v in CHANGES)

/** 评选资助, 引进和培养: where the first of the verbs begins that stand side by side. */
function beforeAll(verbs: Lexicon, words: string, at: number): number {
  let start = at
  for (let word = verbs.before(words, start); word !== ''; word = verbs.before(words, start)) start -= word.length
  const joined = /[并和及与、]$/.test(words.slice(0, start)) ? verbs.before(words, start - 1) : ''
  return joined === '' ? start : beforeAll(verbs, words, start - 1 - joined.length)
}

/** The first verb in words that end with a noun, with those that follow it at once. */
export function doingIn(words: string, unit: string): Doing | null {
  const first = VERBS.first(words) ?? (/^[次场期届堂]/.test(unit) ? EVENT.first(words) : null)
  if (!first) return null
  let end = first.index + first.word.length
  for (let next = following(words, end); next > end; next = following(words, end)) end = next
  // 加装（更新）电梯: a remark on the verb before it.
  if (words[first.index - 1] === '（' && words[end] === '）') return null
  const verb = words.slice(first.index, end)
  return {verb, start: first.index, end: COMPLEMENT.test(words.slice(end)) ? end + 1 : end}
}

/** 评选并持续孵化, 新建、改建. */
function following(words: string, at: number): number {
  const joined = /^[并、和及]?(?:持续)?/.exec(words.slice(at, at + 3))![0].length
  const word = VERBS.at(words, at + joined)
  return word ? at + joined + word.length : at
}
