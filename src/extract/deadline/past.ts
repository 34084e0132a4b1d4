/** 2020年版, 比2015年增长, 2021年4月24日修订, 更新时间：2026-01-26: dates that name, compare or record, and govern nothing. */
import {charset, holdsAny} from '../../text/charset.ts'
import type {CalendarDate} from '../../text/dates.ts'
import {lexicon} from '../../text/lexicon.ts'
import {endAt} from '../../text/match.ts'

/** A year that only names an edition, or stands for what is compared with. */
const EDITION =
  / ?(?:版|修订|修正|国务院令第|第? ?\d{1,5} ?[号](?![线楼院房])|第 ?\d{1,5} ?次|为基[数期年准]|远景(?:目标|规划|展望)|[〕\]）)]\d)/y
const COMPARED = lexicon(['由', '从', '比', '较', '与', '同', '相比于', '相对于', '在'])
const COMPARISON = /(?:的基础上|水平|的水平|相比|增长|下降|提高|减少|提升|增加|翻)/y
/** The day on which something was passed or issued governs nothing here. */
const HISTORY =
  /(?:[^，。；：、]{2,8}?(?:[（(][一二三四五六七八九十]{1,3}[）)])?字第\d|[^，。；：、]{0,4}在[^，。；：、]{2,40}(?:会议|大会|全会)上|[^，。；：、]{0,30}(?:会议|委员会|大会|常委会|局务会|部务会)[^，。；]{0,16}(?:通过|修订|修正|批准|公布)|(?:根据|依据)《[^》]{0,80}》[^，。；]{0,10}(?:修订|修正)|[^，。；：、《]{0,12}(?:令第|公布(?!之日)|发布(?!之日)|颁布(?!之日)|颁发(?!之日)|修正|修订|印发(?!之日)|起草|成立|出生|签发|签署|访问|下载|获悉))/y

/** Whether nothing is to be done at a date. */
export function isPast(text: string, date: CalendarDate): boolean {
  if (opensEdition(text.charCodeAt(date.end)) && endAt(EDITION, text, date.end) >= 0) return true
  if (date.precision === 'year' && holdsAny(prize, text, date.end, date.end + 20) && endAt(PRIZE, text, date.end) >= 0)
    return true
  if (date.precision === 'year' && COMPARED.before(text, date.start) !== '' && endAt(COMPARISON, text, date.end) >= 0)
    return true
  if (isComparing(text.charCodeAt(date.start - 1)) && !SHARE.test(text.slice(Math.max(0, date.start - 2), date.start)))
    return true
  if (isStamp(text, date)) return true
  return (date.precision === 'day' || date.precision === 'month') && endAt(HISTORY, text, date.end) >= 0
}

/** 2006年市科技进步奖一等奖: of which year a prize is. */
const PRIZE =
  /度?(?:国家|全国|[\u4e00-\u9fff]{0,4}[省市区县部厅局院校])(?:(?![获得颁授评设立前起])[\u4e00-\u9fff]){2,12}奖(?:[一二三特]等奖|获得者|获奖|得主|(?=[、，。；]|$))/y
const prize = charset('奖')

/** 更新时间：2026-01-26, at the beginning of a line: what a site says of its page. */
const STAMP =
  /^[\s*#·-]{0,6}(?:(?:检索|发布|更新|修[订改]|采集|抓取|上传|录入|打印|下载|访问|编辑|收录)(?:时间|日期)|(时间|日期))[*\s]{0,4}[:：][*\s]{0,4}$/
function isStamp(text: string, {start, precision}: CalendarDate): boolean {
  const label = start < 24 && precision === 'day' ? STAMP.exec(text.slice(0, start)) : null
  return label !== null && (label[1] === undefined || /[-/.]/.test(text[start + 4] ?? ''))
}

const opensEdition = charset(' 版修国第为远〕]）)0123456789')
const isComparing = charset('比较')
/** 占比2025年底达到50%: no comparing. */
const SHARE = /[占配生]比$/
