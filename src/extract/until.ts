/** A text → the last day of which it tells what was: 截至2023年底，全县已建成3所 → 2023-12-31 · 2022年，产值35亿元，同比增长4.6% → 2022-12-31. */
import {calendarDays} from '../text/dates.ts'

/** 截至 … 已有, 共有: within one sentence. */
const STATE =
  /截[至止]到?(20\d\d)年(?:(?:度)?([底末])|(\d{1,2})月(?:(\d{1,2})日|[底末份]?)|)[^。；\n]{0,60}?(?:已|共有|共计|累计|现有|拥有|实有|[全我本][国省市区县州镇](?:[^，。；\d]{0,12})?[有达])/g
/** 2023年，…。…比上年增长5.1%, 2020年1—11月，…同比上升5.6个百分点: what a year or a part of it was like, told beside the year before. */
const COMPARED =
  /(20\d\d)年(?:[底末]|度|全年|1月?份?[—~～至-]{1,2}(\d{1,2})月份?)?(?:，|(?=[我全本]))((?:(?!20\d\d年)[^\n]){0,140}?)(?:比上年|较上年|比去年|较去年|与上年相比|同比)(?:[^，。；\d]{0,8})\d[\d.]{0,6}(?:[%％‰]|个百分点|[万亿]?[人个所户亩元])(?!左右|以[上下内])/g
/** 《2015年…统计公报》, 2022年全国共有学校51万所, 2015年…规划任务圆满完成, 从2015—2019年，…从1.4人增长到2.6人. */
const OTHERS: readonly RegExp[] = [
  /《(20\d\d)年[^》\n]{0,30}(?:公报|年报|监测报告)》/g,
  /(20\d\d)年[底末]?，?[全我][国省市区县州]共(?:有|完成|新增|建成|实现|培训|投入)[^。；\n]{0,20}\d/g,
  /(20\d\d)年[^。；《》\n]{0,24}统计公报/g,
  /(20\d\d)年[^。；\n]{0,40}?(?:任务|目标)(?:均|都)?(?:已|圆满|全面|顺利|超额|如期|全部)完成/g,
  /[从自]20\d\d年?(?:[—~～至到-]{1,2})(20\d\d)年，[^。；\n]{0,60}?[由从]\d[^，。；]{0,10}(?:增长|增加|上升|下降)[到至]/g,
]
/** What looks ahead, whatever is compared. */
const AHEAD = /预计|预期|目标是|力争|争取|确保|计划(?!生育)|(?<!经过[^，。；]{0,12})努力|预算|将|拟|要(?!求)/
/** The same in a whole text. */
const LOOKS_AHEAD =
  /力争|确保|争取|(?<!经过[^，。；]{0,12})努力|[到至]20\d\d年(?!的\d)|今后|未来|下一步|打算|继续|明年|今年(?=再|要|重点)|拟|将(?=[在于会以有把对开建进实新继全])|(?<![主重需紧])要(?![求点素闻])|必须|应当|加快|推进|计划(?!生育)/

/** Whether a text says of anything that it is to come. */
export const looksAhead = (text: string): boolean => LOOKS_AHEAD.test(text)

/**
 * The last day that the text's own statements of what was reach; null where it makes none. What a later day bears may still be to come.
 * @returns YYYY-MM-DD
 */
export function toldUntil(text: string): string | null {
  if (!text.includes('20')) return null
  let last: string | null = null
  const reach = (day: string | undefined): void => {
    if (day !== undefined && (last === null || day > last)) last = day
  }
  for (const [all, year, end, month, day] of text.matchAll(STATE))
    if (!AHEAD.test(all)) reach(dayOf(year!, end, month, day))
  for (const [, year, month, between] of text.matchAll(COMPARED))
    if (!AHEAD.test(between!)) reach(dayOf(year!, undefined, month))
  for (const other of OTHERS)
    for (const [all, year] of text.matchAll(other)) if (!AHEAD.test(all)) reach(`${year}-12-31`)
  return last
}

function dayOf(year: string, end?: string, month?: string, day?: string): string | undefined {
  if (end || month === undefined) return `${year}-12-31`
  const edtf = [year, month.padStart(2, '0'), ...(day ? [day.padStart(2, '0')] : [])].join('-')
  return calendarDays(edtf)?.end ?? undefined
}
