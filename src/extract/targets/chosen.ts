/** 遴选5个乡镇开展试点, 3家企业进入名单, 完成20所幼儿园改造任务: what the counted are to do is part of the metric. */

export const PLACES =
  '(?:学校|幼儿园|企业|医院|卫生院|社区|乡镇|街道|小区|家庭|机构|单位|园区|场馆|院校|部门|县（市、区）|县区|县市|县|区|市|村|户|中小学|项目|校|园|所|站|公司|平台|景区|基地)'
const REST = new RegExp(`^(.{0,24}?${PLACES}(?:（[^）]{1,8}）)?)(.{3,60})$`)
const ENTERS =
  /^([^，。；、“]{1,24}?)((?:进入|入选|通过|获评|获得|成为|跻身|达到|实现|完成|列入|纳入|创建[为成]|上榜|建成|接入|获批|获).{2,60}|受益)$/
const DOES_THEN =
  /^((?:开展|实施|探索|承担|作为|推进|进行|参与|接入|应用|使用|集团化|完成|创建|建设|改造|加入|申报|用于|先行|办成|建成|转为|转成|改为).{2,60})$/

/** Verbs that only choose: they say nothing without what the chosen then do. */
export const CHOOSES =
  /^(?:确定|选择|选取|选定|遴选|推动|支持|引导|组织|带动|推荐|完成|安排|面向|培育|扶持|帮扶|实现|推进)$/

/** 500套, 12座: no places. 片 and 处 may be. */
const COUNTS_PLACES = /^(?:个|家|所|户|处|村|镇|乡|县|区|市|校|园|名|人|位|支|片|对|批|项|家庭|人次|户次|社区)?$/
/** 7个乡镇文化站建设: what is built there is counted, not the places. */
const BUILT =
  /^[^，。；的]{0,16}?(?:乡镇|街道|社区|行政村|自然村|农村|城区|县区|村|镇|县)“?[^，。；的]{1,8}(?:站|室|馆|公园|广场|厕所?|之家|书屋|食堂|公厕|中心)”?(?:标准化|规范化|提升)?(?:新建|改?扩?建设?|改造|升级|维修|修缮)?(?:改造|提升)?(?:工程|项目|任务)?$/

/** 学校开展改革 → 开展改革的学校; null where the words name only things. */
export function chosen(verb: string, object: string, next: string, unit: string): string | null {
  if (!COUNTS_PLACES.test(unit) || BUILT.test(object)) return null
  if (verb === '面向') return object.replace(/(?:的|开展|组织|提供|举办)(?=.{4})/, '')
  const rest = /^(?:完成|推进|实现)$/.test(verb) ? REST.exec(object) : null
  // 完成企业职工培训: the words behind the place go on with its name.
  const found = rest
    ? /^(?:职工|员工|教师|学生|人员|用人|主要|建设用)/.test(rest[2]!)
      ? null
      : rest
    : chosenWithin(object)
  // 农业农村部下达的任务: whose task it is.
  const split = found && verb === '完成' && found[2]!.includes('的') ? null : found
  if (split && verb === '完成') return `完成${split[2]}的${split[1]}`
  if (split && verb !== '推进' && verb !== '实现') return `${split[2]}的${split[1]}`
  if (!/^(?:确定|选择|选取|选定|遴选)$/.test(verb) || !new RegExp(`${PLACES}$`).test(object)) return null
  const then = DOES_THEN.exec(next.replace(/^(?:探索|并|积极|先行|率先)/, ''))
  return then ? `${then[1]}的${object}` : null
}

/** 农村学校附属幼儿园办成独立幼儿园: the nouns end where what they do begins. */
const chosenWithin = (object: string): RegExpExecArray | null => DOING_THEN.exec(object)
const DOING_THEN = new RegExp(`^(.{0,24}?${PLACES}(?:（[^）]{1,8}）)?)(${DOES_THEN.source.slice(2, -2)})$`)

/** 选送校长、教师到高等院校研修: where those go who are sent. */
export function sent(object: string): string | null {
  const found = SENT.exec(object)
  return found ? `${found[2]}的${found[1]}` : null
}
const SENT = /^([^，。；]{2,20}?)((?:到|赴|前往|参加|进入)[^，。；]{2,40})$/
export const SENDS = /^(?:选送|选派|派出|派遣|输送|组织|安排)$/

/** 企业进入国家名单 → 进入国家名单的企业. */
export function entering(words: string): string | null {
  const split = ENTERS.exec(words)
  return split ? `${split[2]}的${split[1]}` : null
}
