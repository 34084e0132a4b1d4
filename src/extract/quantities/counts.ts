/** What is no count though a measure word follows it: 第65、85条, 17点30分, 单位：万亩, 二次供水, 一种机制. */
import {charset} from '../../text/charset.ts'
import {endAt} from '../../text/match.ts'
import type {Numeral} from '../../text/numerals.ts'
import type {Amount} from '../amount.ts'
import {COUNTED_ONE, MAKING} from '../data/measures.ts'

/** 第3条, 前两款: which, not how many. */
const CITED = /[两二三四五六七八九]?[款条项]/y
/** 第二款, 第三项: whether the number at `at` is of a place in a law. */
export const isCited = (text: string, at: number): boolean => {
  const before = text.charCodeAt(at - 1)
  return before === 0x7b2c || (CITING(before) && endAt(CITED, text, at) >= 0)
}
const CITING = charset('前上本')
/** 三门峡, 七台河, 三台县: places, not how many. */
const PLACE = /三门(?:峡|县|湾)|七台河|五家渠|[三九]台(?:县|区|市)|五台(?:山|县)|六枝|七里河/y
const ROUND_IDIOM = /(?:千家万户|百家争鸣|百花齐放|千人一面|千行百业|百业|百强|千秋|万众|千篇一律|万人大会)/y
/** 万名老年人配备护理员20名: for each so many, as 每万名. */
const RATE = /(?<=^|[，。；：、\n])[百千万](?:名|人|户|个)[\u3400-\u9fff]{1,8}?(?:配备|拥有|占有|保有)/y

/** 单位：万亩 over a table: what it is counted in, no count. */
const TABLE_UNIT = /单位 ?[:：] ?(?:[^，。；\s]{1,3}[、/])?$/
/** 2021/22学年: the second half of a year. */
const SCHOOL_YEAR = /(?:19|20)\d\d[/／\-—]$/

/** 第65、85、87条 cites the last of the list as the first; 17点30分 is a time of day; 以每次取得为一次 defines. */
const LISTED = /第[\d之、,，\s和及至—-]{1,60}$/
const CLOCK = /\d[点时:：]$/
const DEFINED = /以[^，。；]{1,30}为$/
/** 省委十二届七次、八次全会: which of the meetings. */
const SESSION = /届(?:[一二三四五六七八九十]{1,3}次[、和]){0,2}$/
/** 二次供水: done again, not twice. */
const AGAIN = /二次(?=[污供创开利加分装搬回扬])/y

function isNoCount(text: string, {start}: Numeral, unit: string): boolean {
  if (unit === '条' || unit === '款' || unit === '项') return LISTED.test(text.slice(Math.max(0, start - 64), start))
  if (unit === '分') return CLOCK.test(text.slice(Math.max(0, start - 2), start))
  return (
    unit === '次' &&
    (SESSION.test(text.slice(Math.max(0, start - 8), start)) ||
      endAt(AGAIN, text, start) > 0 ||
      DEFINED.test(text.slice(Math.max(0, start - 32), start).trimEnd()))
  )
}

/** 二类疫苗, 三类用地: which kind; 以下三类, 分为五类, 两类 and 3类 say how many. */
const isKind = (text: string, {start, end, value, arabic}: Numeral): boolean =>
  KINDS_OF.test(text.slice(Math.max(0, start - 3), start)) || text[start] === '两'
    ? false
    : !arabic || value === 1 || endAt(OF_KIND, text, end + 1) > 0
/** 3类水质, 2类医疗器械. */
const OF_KIND = /水|医疗器械|疫苗|创新药|新药|用地|场地|地区|资质|证书|许可/y
const KINDS_OF = /(?:[以如]下|[上下所]述|下列|分[为成]?|共|有|[这等种大])$/

/** 大陆部, 队伍: a formal digit alone counts nothing. */
const isFormal = charset('壹贰叁肆伍陆柒捌玖')

/** 取得前三名, 排名后三位: which, not how many. */
const RANKED = /(?:^|[，。；：、得获是]|排名|位居|位列|成绩|比赛|考核|评比)前$|(?:排名|考核|评比|排位)[最靠]?后$/
/** 最近3个月内, 近6个月: a time past, no count. */
const RECENT = /(?:最近|过去|[^附靠接将临邻]近|^近)(?:连续)?$/
const TIME_UNITS = new Set(['月', '天', '周', '工作日'])

/** Whether an amount with its unit counts something. */
export function isCount(text: string, number: Numeral, amount: Amount, unit: string): boolean {
  if (isNoCount(text, number, unit) || (!number.arabic && endAt(PLACE, text, number.start) > 0)) return false
  if (unit === '月' && text[number.start - 1] === '岁') return false
  if (TIME_UNITS.has(unit) && RECENT.test(text.slice(Math.max(0, number.start - 4), number.start))) return false
  if (
    (unit === '名' || unit === '位') &&
    !number.arabic &&
    RANKED.test(text.slice(Math.max(0, number.start - 4), number.start))
  )
    return false
  if (unit === '类' && isKind(text, number)) return false
  if (unit.startsWith('学') && SCHOOL_YEAR.test(text.slice(Math.max(0, number.start - 5), number.start))) return false
  if (number.bare)
    return (
      !TABLE_UNIT.test(text.slice(Math.max(0, number.start - 6), number.start)) &&
      endAt(ROUND_IDIOM, text, number.start) < 0 &&
      endAt(RATE, text, number.start) < 0 &&
      /^(?:名|场|所|家|项|个|人次|门|堂|亩|件|户)$/.test(unit)
    )
  if (unit === '份' && amount.comparator === '=' && isPaper(text, amount)) return true
  if (
    (unit === '分' && !number.arabic && amount.comparator === '=') ||
    (number.arabic && text.startsWith('00', number.start))
  )
    return false
  if (unit === 'P' && !/算力/.test(text.slice(Math.max(0, number.start - 30), number.start))) return false
  if (number.end - number.start === 1 && isFormal(text.charCodeAt(number.start))) return false
  if (number.arabic || number.value !== 1 || amount.upper !== null || amount.comparator !== '=') return true
  return (
    COUNTED_ONE.test(unit) &&
    isMade(text, number.start) &&
    !/^(?:性|部分|方面)/.test(text.slice(amount.end, amount.end + 2))
  )
}

/** 申报书复印件一份. */
const isPaper = (text: string, {start, end}: Amount): boolean =>
  endsPaper(text.charCodeAt(start - 1)) && (end === text.length || stops(text.charCodeAt(end)))
const endsPaper = charset('件表书证照料单函')

/** Something is made or done shortly before a place, or told for each. */
function isMade(text: string, at: number): boolean {
  for (let end = at; end >= at - 8; end--) {
    if (MAKING.before(text, end) !== '' || endAt(EACH, text, end) >= 0) return true
    if (end === 0 || stops(text.charCodeAt(end - 1))) return false
  }
  return false
}
const stops = charset('，。；、：（）')
const EACH = /(?<=每[^，。；\d]{1,4})/y
