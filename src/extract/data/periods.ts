/** Five-year plans and words of recurrence. */
import {readCjk} from '../../text/numerals.ts'

/** The plan names, oldest first; the n-th runs from 1966 + 5·(n − 3), since the third (1966–1970; 国务院 五年计划). */
export const PLANS = '十六五|十五五|十四五|十三五|十二五|十一五|十五|九五|八五|七五'

/** The first and the last year of a plan: 十四五 → 2021, 2025. */
export function planYears(name: string): readonly [number, number] {
  const first = 1966 + 5 * (readCjk(name === '十五' ? '十' : name.slice(0, -1))! - 3)
  return [first, first + 4]
}

/** 每… → ISO 8601 where a calendar has it, else the word. */
export const RHYTHMS: Readonly<Record<string, string>> = {
  年度: 'P1Y',
  年: 'P1Y',
  半年: 'P6M',
  季度: 'P3M',
  季: 'P3M',
  月: 'P1M',
  周: 'P1W',
  星期: 'P1W',
  天: 'P1D',
  日: 'P1D',
  工作日: 'P1D',
  学年: '学年',
  学期: '学期',
}

/** What a limit counts from when its own sentence says so only by a word before: 换届提醒…提前6个月. */
export const EVENTS = /换届|届满|期满|到期|开学|开考|报名|招生|考试|评价|评估|验收|施行|实施|解聘|离任|退休/g

/** What makes a document known: its own date is the day of it. */
export const OWN_DAY =
  /^(?:本[^，。；]{0,8}|(?:公告|通知|文件|意见|办法|方案|规定|条例|细则|政策|决定)?(?:正式)?)(?:印发|发布|公布|颁布|下发|发文|发出)$/
