/** 建设老年助餐点。2024年新建20个: a heading that says what is made names what the sentence right behind it only counts. */
import {ABSTRACT, ABSTRACT_HEAD} from '../data/target-words.ts'
import {doingIn} from './doing.ts'
import type {Spot} from './reading.ts'

const MARKS = /[，。；：:、！？!?“”《》（）\d]/
const END = /[。：:\s]+$/
/** What is worked at and not counted: 推进农村公路改造工程, 建设高素质队伍. */
const WORK =
  /(?:工程|行动|计划|项目|任务|工作|建设|改造|发展|服务|能力|水平|质量|作用|力度|保障|管理|监管|改革|创新|结构|布局|产业|市场|文化|教育|[率量值额])$/

/** The noun of the heading that the sentence of a spot stands right behind; empty where the heading names none that can be counted. */
export function headed({block, sentence, values}: Spot): string {
  const {start} = sentence[0]!
  const under = block.headingEnd > 0 && start > 0
  if (block.text.slice(under ? block.headingEnd : 0, start).replace(END, '') !== '') return ''
  const heading = (under ? block.text.slice(0, block.headingEnd) : (block.headings.at(-1)?.text ?? '')).replace(END, '')
  const doing = heading.length > 24 || MARKS.test(heading) ? null : doingIn(heading, values[0]!.unit)
  if (!doing) return ''
  const noun = heading.slice(doing.end)
  return noun.length < 2 || WORK.test(noun) || ABSTRACT.test(noun) || ABSTRACT_HEAD.test(noun) ? '' : noun
}
