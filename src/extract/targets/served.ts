/** 为2万名老年人提供居家服务, 对500家企业开展培训: for whom something is done, so many of them. */
import {NO_COUNT} from '../data/target-words.ts'
import {lead} from './lead.ts'
import {make, type Reading, type Spot} from './reading.ts'

const FOR = /^(?:免费)?(?:为|对|给|向|面向)(?:(?:全|本|我)[国省市区县州镇乡校])?(?:约|近)?$/
/** The people or things, and what is done for them. */
const SERVED =
  /^(?:以上)?([^，。；：]{2,40}?)((?:免费|集中|统一)?(?:提供|发放|开展|进行|建设|安装|实施|办理|购买|配备|配置|落实|免除|减免|建立|赠送|改造)[^，。；：]{2,40})$/
/** 免费为2000名儿童窝沟封闭: whatever is done for people. */
const PEOPLE =
  /^([^，。；、：]{0,10}?(?:儿童|学生|老年人|老人|妇女|残疾人|群众|居民|职工|家庭|患者|农民|人员)(?:家庭)?)([\u4e00-\u9fff]{3,40})$/
/** 对10家以上企业的处罚, 为20年目标: nobody is served by a length, a share or an amount. */
const NOBODY = /[的为是在]$|、\d/

/** 免费为1000人筛查脑卒中: people by their measure. */
const alone = (rest: string, unit: string): RegExpExecArray | null =>
  unit === '人'
    ? /^()((?:筛查|接种|体检|检查|检测|免费|减免|办理|发放|提供|实施)[^，。；：、的]{2,30})$/.exec(rest)
    : null

const isFor = ({left}: Spot): boolean => /[为给]$/.test(left)

/** People or things that something is to be done for; null where none are. */
export function served(spot: Spot): Reading | null {
  const {block, part, values, from, clock} = spot
  const value = values[0]!
  if (values.length > 1 || NO_COUNT.test(value.unit)) return null
  const opened = lead(block.text, from, value.start, spot.times)
  if (!FOR.test(block.text.slice(opened.at, value.start).trim())) return null
  const rest = block.text.slice(value.end, part.end).trimEnd()
  const found = SERVED.exec(rest) ?? (isFor(spot) ? (PEOPLE.exec(rest) ?? alone(rest, value.unit)) : null)
  if (!found || NOBODY.test(found[1]!) || /^[的以]/.test(found[2]!)) return null
  const end = value.end + found[0].length
  spot.memory.metric = found[1] ? `${found[2]}的${found[1]}` : `${found[2]}的人`
  spot.memory.unit = value.unit
  const target = make(
    {
      span: {start: opened.at, end},
      valueSpan: {start: value.start, end: value.end},
      metric: spot.memory.metric,
      direction: 'reach',
      deadline: clock.at(part, value.start),
      modality: opened.modality,
    },
    value,
  )
  return {targets: [target], end}
}
