/** 2019年以来，已建成3所 · 截至2023年底，全县共有… · 于2021年3月召开 · 1995年7月12日发生地震: times of what has been, when nothing is to be done any more. */
import {charset, holdsAny, lastOf} from '../../text/charset.ts'
import type {Block} from '../block.ts'
import type {Deadline} from './finding.ts'

const FARTHEST = 48
const stops = charset('。；;！？\n')
/** Only a clause with one of these tells of what has been. */
const tells = charset('已了曾有计累来发召举印公颁出签通批成建开上')

/** What is still to come, whatever else the clause says. */
const TO_COME =
  /将(?!军|来)|拟|定于|(?<!民生|行动|发展|工作|建设|专项)计划(?!生育)|力争|争取|确保|(?<!经过[^，。；]{0,12})努力|应当?(?![急用收对届征])|必须|须|要(?![求点素])|预计|前(?:报|完|提|送)/
/** 截至2023年底，全县共有3所: a state at a day. 申报截至9月30日 is a limit. */
const STATE = /^[^。；]{0,30}?(?:已|现有|共有|累计|合计|拥有|实有|剩余|尚有|余额|(?:全|我|本)[国省市区县州校]有|了)/
const LIMITS = /(?:申请|申报|报名|受理|提交|报送|投标|征集|时间|日期|期限|时限)[^，。；]{0,4}$/
/** 2021年3月，成立了领导小组; 2020年已完成改造. 已满, 已有关 and 了解 are other words. */
const DONE = /^[，,]?[^，。；：]{0,24}?(?:已经?(?![满知婚])|曾(?!用名)|(?<=[\u4e00-\u9fff]{2})了(?![解断结却然]))/
const HAPPENS =
  '发生|召开|举行|举办|成立|通过|挂牌|揭牌|启动|开工|竣工|建成|投产|投用|投入使用|开通|上线|组建|开园|开业|获批|获评|入选|印发|出台|发布|公布|颁布|签订|签署|批准|落成'
/** 于2021年3月召开, 2021年3月召开的会议, 1995年7月12日发生地震. */
const AT = new RegExp(`^[^，。；：、]{0,16}?(?:${HAPPENS})(?!之日|后|前|时|率)`)
const NAMED = new RegExp(`^[^，。；：、]{0,14}?(?:${HAPPENS})的(?!目标|任务|要求|条件|[，。])`)
const HAPPENED = /^[^，。；：、]{0,10}?发生(?!率|时|后|前|[^，。；]{0,12}的[，，])[^，。；]/

/** 成文日期： 2018年12月07日: a line of a head that is damaged around it, so that it is text. */
const PUBLISHED = /(?:成文|发文|发布|公布|印发|颁布|生成|签发|更新|公开)(?:日期|时间)[:：，][ \u3000]{0,4}$/
const LONGEST_LABEL = 12
/** 2021年至今. */
const UNTIL_NOW = /^起?(?:至今|迄今)/

/** 发生了2月3日的地震, 发生了2月3日丽江7.0级、3月19日阿图什6.9级地震: the word stands before the days. */
const BEHIND = /(?:发生|召开|举行|出现|经历)了[^，。；]{0,110}$/
const LONGEST_LIST = 114
const isLe = charset('了')
const isBehind = (text: string, at: number): boolean => {
  const from = Math.max(0, at - LONGEST_LIST)
  return holdsAny(isLe, text, from, at) && BEHIND.test(text.slice(from, at))
}

/** 2023年，全县入学率达到98%, in a paper of 2024: a year that was over when the paper was written. Statutes name such years as conditions. */
function isStated(
  text: string,
  {span, relation}: Pick<Deadline, 'span' | 'relation'>,
  {document}: Block['place'],
): boolean {
  if ((relation !== 'in' && relation !== 'during') || document.genre === 'statute') return false
  const clause = text.slice(1 + lastOf(stops, text, span.start - FARTHEST, span.start), span.start)
  return (
    !TO_COME.test(clause.slice(-24)) && !TO_COME.test(/^[^。；]*/.exec(text.slice(span.end, span.end + FARTHEST))![0])
  )
}

/** 全民健身计划（2021—2025年）: the years that a plan is named by. */
export function isOfName(text: string, {edtf, relation, span: {start, end}}: Deadline): boolean {
  if (relation !== 'during' || edtf?.length !== 9 || !opensBracket(text.charCodeAt(start - 1))) return false
  return closesBracket(text.charCodeAt(end)) && PLAN.test(text.slice(Math.max(0, start - 5), start - 1))
}
const opensBracket = charset('（(')
const closesBracket = charset('）)')
const PLAN = /(?:规划|计划|纲要|方案|战略)$/

/** Whether a date tells of something that is over. Only points and periods of a calendar are asked. */
export function isTold({text, place}: Block, {edtf, relation, span, end}: Deadline): boolean {
  if (edtf === null || relation === 'within' || relation === 'every') return false
  const said = text.slice(span.start, span.end)
  if (said.endsWith('以来') || UNTIL_NOW.test(text.slice(span.end, span.end + 3))) return true
  if (edtf.length === 10 && PUBLISHED.test(text.slice(Math.max(0, span.start - LONGEST_LABEL), span.start))) return true
  if (relation === 'from' || /前$/.test(said)) return false
  const own = place.document.date
  if (own !== null && end !== null && end.slice(0, 4) < own.slice(0, 4) && isStated(text, {span, relation}, place))
    return true
  const {told} = place.document
  if (told !== null && end !== null && end <= told && isStated(text, {span, relation}, place)) return true
  if (edtf.length >= 7 && relation === 'in' && isBehind(text, span.start)) return true
  if (!holdsAny(tells, text, span.end, span.end + FARTHEST)) return false
  if (own !== null && end !== null && end >= own) return false
  const clause = text.slice(1 + lastOf(stops, text, span.start - FARTHEST, span.start), span.start)
  const after = text.slice(span.end, span.end + FARTHEST)
  if (edtf.length >= 7 && relation !== 'by' && NAMED.test(after)) return true
  if (TO_COME.test(clause.slice(-24)) || TO_COME.test(/^[^。；]*/.exec(after)![0])) return false
  if (/^截[至止]/.test(said)) return STATE.test(after) && !LIMITS.test(clause)
  if (relation === 'by') return false
  if (DONE.test(after)) return true
  if (edtf.length < 7 || edtf.startsWith('XXXX')) return false
  return (clause.endsWith('于') && AT.test(after)) || HAPPENED.test(after)
}
