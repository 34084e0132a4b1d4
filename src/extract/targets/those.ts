/** 技术工人队伍中具有中级工水平的达到45%，高级工以上的超过15%: the counted are told by what they are, and end with 的. */

/** Whom a share was of: 小学教师 in 达到本科学历的小学教师比例, 技术工人队伍 in 技术工人队伍中具有中级工水平的比例. */
const AFTER_OF = /^[^的]{2,40}的([^，。；的]{2,24})(?:比例|占比|比重)$/
const BEFORE_AMONG = /^(.{2,30}?[^高初]中)[^学小职]/
const AMONG_THEM = /^.{2,30}?[^高初]中([^学小职].{1,20}?)(?:的?(?:比例|占比|比重))$/

/** 具有中级工水平的 → a share that has a name of its own; those of the same people as before, or of these of them where a part is told of. */
export function ofThose(words: string, metric: string | null, isPart: boolean): string {
  const told = words.slice(0, -1)
  return BEFORE_AMONG.test(told) ? `${told}的比例` : `${frontOf(metric ?? '', isPart)}${told}的比例`
}

/** What stands before 中, with it. */
function frontOf(metric: string, isPart: boolean): string {
  const part = isPart ? (AMONG_THEM.exec(metric)?.[1] ?? whomOf(metric)) : null
  if (part) return `${part.replace(/的$/, '')}中`
  return BEFORE_AMONG.exec(metric)?.[1] ?? (whomOf(metric) ? `${whomOf(metric)}中` : '')
}

const whomOf = (metric: string): string | null => AFTER_OF.exec(metric)?.[1] ?? null

/** 职业院校毕业生对口就业率 → 职业院校毕业生: whose rate it is, for the next one that does not say (在本市就业比例). */
export const holderOf = (metric: string | null): string => HOLDER.exec(metric ?? '')?.[0] ?? ''
const HOLDER =
  /^[^的]{0,20}?(?:毕业生|学生|教师|校长|幼儿|儿童|少年|青年|居民|人员|职工|农民|老年人|学校|幼儿园|院校|企业)(?=.{2})/

/** 毕业生一次性就业稳定率 after 毕业生初次就业率, 学前一年毛入园率 after 学前三年毛入园率: what a rate of the same kind is of. */
export function frontOfSame(metric: string, last: string): string {
  if (!/率$/.test(metric) || !/率$/.test(last)) return ''
  const years = YEARS.exec(metric)
  if (years) return before(last, last.search(new RegExp(`[一二三四五六]年${years[1]!}$`)))
  const person = PERSON.exec(last)?.[0] ?? ''
  return person !== '' && metric.length <= 10 && !ANYBODY.test(metric) && isAlike(metric, last.slice(person.length))
    ? person
    : ''
}
const PERSON = /^[^的]{0,16}?(?:毕业生|学生|学员|教师|校长|幼儿|儿童|少年|人员|职工|劳动力)(?=.{2})/
const ANYBODY = /[生员师长儿童者民校园院所企户]|人员|青年|职工|老人/
const YEARS = /^[一二三四五六]年([\u4e00-\u9fff]{2,8}率)$/
const before = (text: string, at: number): string => (at > 0 ? text.slice(0, at) : '')

/** Whether two names have two characters in a row in common. */
function isAlike(a: string, b: string): boolean {
  for (let at = 0; at + 3 <= a.length; at++) if (b.includes(a.slice(at, at + 2))) return true
  return false
}
