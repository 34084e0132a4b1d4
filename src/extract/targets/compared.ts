/** 较2020年, 在上年基础上, 由25%, 目标设定为: what a metric is compared with, and that it is a goal, told between it and its value. */
import {charset, holdsAny} from '../../text/charset.ts'
import type {Spot} from './reading.ts'

/** 较2020年提高, 比2005年下降. */
const COMPARED_WITH =
  /(?:较|(?<!占)比)((?:20|19)\d{2}年(?:[末底初]|水平|同期)?|上年|去年|“[^”]{2,8}”[末期间时]{0,2}|全国[^，。；]{0,8}?)[高低]?(?:累计)?$/
const compares = charset('较比')
/** What it is compared with, at the end of the words; 甲和乙比2020年分别下降10% is of each of them. */
export function comparedIn(rest: string): RegExpExecArray | null {
  const onTop = rest.endsWith('基础上') ? ON_TOP.exec(rest) : null
  return onTop ?? (holdsAny(compares, rest) ? COMPARED_WITH.exec(rest.replace(/(?:分别|均)$/, '')) : null)
}
const ON_TOP = /在([^，。；]{2,60}?)的?基础上$/
/** 由25%提高到, 从2020年的95%提高到. */
const SINCE =
  /(?:由|从)(?:[^，。；由从]{0,14}的|20\d\d年度?|目前|现在|现有)?(?:每[年月人生户亩班校]){0,2}(?:限额|标准|平均)?(?:约|近|逾|不足)?\d[\d.,]{0,10}\s?[万亿]?[%％‰\u4e00-\u9fff]{0,5}(?:[/／](?:10万|十万|[\u4e00-\u9fff]{1,4}))?(?:左右)?$/
const opensSince = charset('由从')

/** Where it starts from, at the end of the words. */
export const sinceIn = (rest: string): RegExpExecArray | null => (holdsAny(opensSince, rest) ? SINCE.exec(rest) : null)

/** 增速目标设定为年均增长5.5%: that it is a goal is no part of its name. */
export const withoutAim = (words: string): string => (words.includes('目标') ? words.replace(AIM, '') : words)
const AIM = /(?<=.{2})(?:预期)?目标值?(?:初步|被)?(?:设定|确定|拟定|定|设)?[为是]$/

/** 力争由2020年的700万吨发展到2030年的850万吨: without a word of what is to come, both may be over. */
export function sinceYear({block, sentence}: Spot, words: string): string {
  const rest = words.endsWith('年的') ? words.replace(/(?<=[到至])20\d\d年的$/, '') : words
  if (rest === words) return words
  const said = block.text.slice(sentence[0]!.start, sentence.at(-1)!.end)
  return /力争|确保|争取|目标|将|计划/.test(said) ? rest : words
}
