/** 其中省级5所, 其中幼儿园420个: the words of a count that only name a grade or a group → what is counted of it. */
import type {Counted} from './counted.ts'
import type {Memory} from './reading.ts'
import {groupAt} from './shared.ts'

/** 增加学位5000个，其中幼儿园420个: the seats of a group; 建成市级以上示范校15所，其中省级5所: what is of a grade. */
export function partOfLast(memory: Memory, {carried, object: said}: Counted, unit: string): string {
  const words = carried ? lastOf(memory, unit) : null
  if (words === null) return ''
  if (GRADE.test(said)) return said + words.replace(GRADED, '')
  if (KIND.test(said)) return said + thingOf(words)
  if (groupAt(said) === said) {
    const graded = OF_GRADE.exec(words)?.[0] ?? ''
    if (graded !== '' && groupAt(words.slice(graded.length)) !== '') return graded + said
  }
  return SEATS.test(words) && groupAt(said) === said ? said + words : ''
}

/** What was counted last by this measure: made (建成示范校15所) or reached (示范校达到15所). */
const lastOf = ({object, metric, unit}: Memory, by: string): string | null =>
  object ? (object.unit === by ? object.words : null) : unit === by ? metric : null
const SEATS = /(?:学位|托位|床位|岗位|编制|名额|教师|校长|新生)$/
/** 新建幼儿园40所，其中公办16所: of one kind of them. */
const KIND = /^(?:公办|民办|普惠性|普惠|农村|城区|城镇|乡镇|新建|改建|扩建|改扩建)$/
const thingOf = (object: string): string => object.replace(/^(?:公办|民办|普惠性|普惠)(?=.{2})/, '')
/** 市级高水平标准化小学30所、初中10所: of one grade. */
const OF_GRADE =
  /^(?:(?:国家|省|市|县|区|一|二)级(?:及?以上)?|高水平|标准化|优质|示范性?|特色|品牌|重点|一类|现代化|规范化|普惠性|公办|农村|城区)+/
const GRADE = /^(?:国家|省|市|县|区|校|州|部)级$/
const GRADED = /^(?:国家|省|市|县|区|校|州|部)级(?:及?以上)?的?/
