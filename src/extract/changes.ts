/** 单台最高补贴额由1000元提高到1500元: two amounts of one change are both per 台 and both at most. */

import {lexicon} from '../text/lexicon.ts'
import type {FindingOf} from './block.ts'

type Money = FindingOf<'money'>

const RAISED =
  /^(?:左右)?[，,]?(?:统一|逐步|分别)?(?:提高|提升|增加|增长|上调|调整|调高|调增|降低|下调|调低|调减|减少|扩大|增|降|提|升)(?:到|至|为)$/
const FROM = lexicon(['由', '从', '由原来的', '由现行的', '由原来', '从原来的'])
/** What stands before 由: 单台最高补贴额, 每人每月的标准. */
const RATED =
  /(?:单(台|个|户|家|人|套|辆|件|亩|头|只|班|张)|每(?:一)?(台|户|家|人|套|辆|件|亩|头|只|班|张|生|村|校|课时|学时))(?:每?(年|月|学期|天|日))?[^，。；、：每\d]{0,16}$/
const AT_MOST = /最高[^，。；、：\d]{0,12}$/
const LONGEST = 30

/** The amounts in order, with what they are per where a change tells it once. */
export function withChanges(text: string, found: readonly Money[]): Money[] {
  const out = [...found]
  for (let i = 0; i + 1 < out.length; i++) {
    const [from, to] = [out[i]!, out[i + 1]!]
    if (to.span.start - from.span.end > 8 || !RAISED.test(text.slice(from.span.end, to.span.start))) continue
    const before = FROM.before(text, from.span.start)
    const words =
      before === ''
        ? ''
        : text.slice(Math.max(0, from.span.start - before.length - LONGEST), from.span.start - before.length)
    const per = [from.per, to.per, ratesIn(words)].reduce((a, b) => (b.length > a.length ? b : a))
    const most = AT_MOST.test(words)
    out[i] = changed(from, per, most)
    out[i + 1] = changed(to, per, most)
  }
  return out
}

function ratesIn(words: string): string[] {
  const [, single, each, time] = RATED.exec(words) ?? []
  return [single ?? each ?? '', time ?? ''].filter(p => p !== '' && p !== '个')
}

const changed = (one: Money, per: readonly string[], most: boolean): Money => ({
  ...one,
  per: [...per],
  comparator: most && one.comparator === '=' && one.upper === null ? '<=' : one.comparator,
})
