/** Counts that share their words → what each counts: 学位由800个增加到1200个 → 学位 both · 小学和初中在校生分别为5万人、3万人 → 小学在校生, 初中在校生. */
import {charset, holdsAny} from '../../text/charset.ts'
import type {FindingOf} from '../block.ts'

type Quantity = FindingOf<'quantity'>

/** The counts of a block in order, with what they count where only their neighbours tell. */
export function among(text: string, counts: readonly Quantity[]): Quantity[] {
  const out = [...counts]
  for (let i = 1; i < out.length; i++) {
    const [last, next] = [out[i - 1]!, out[i]!]
    if (next.of === null && last.of !== null && last.unit === next.unit && grows(text, last.span.end, next.span.start))
      out[i] = {...next, of: last.of}
  }
  for (let i = 0; i + 1 < out.length; i++) i += distribute(text, out, i)
  return out
}

/** 由10名分阶段增至100名. */
const GROWN =
  /^(?:左右|以[上下内])?(?:分[^，。；、\d]{1,4})?(?:逐步|稳步|进一步)?(?:增[加长]?|提[高升]|扩[大充]|减少?|降低?|压减|发展|[上下]升|下降)[到至](?:20\d\d年[底末]?的?)?(?:约|近)?$/
const LONGEST_GROWN = 20
const grows = (text: string, from: number, to: number): boolean =>
  to - from <= LONGEST_GROWN && to > from && GROWN.test(text.slice(from, to).trim())

/** What is told of several, in the words before 分别. */
const EACH = /([^，。；：（）]{4,60}?)(?:预计|已|将)?分别(?:为|达到?|有|增至|增加到|提高到|约)?(?:约|近)?$/
const isEach = charset('别')
const LONGEST = 72
const BETWEEN = /^ ?[、和及与] ?$/

/** Gives the values of a list behind 分别 their own names; returns how many counts were passed over. */
function distribute(text: string, out: Quantity[], first: number): number {
  const {start} = out[first]!.span
  if (!holdsAny(isEach, text, start - 8, start)) return 0
  const said = EACH.exec(text.slice(Math.max(0, start - LONGEST), start))?.[1]
  if (!said) return 0
  let to = first + 1
  while (
    to < out.length &&
    out[to]!.unit === out[first]!.unit &&
    BETWEEN.test(text.slice(out[to - 1]!.span.end, out[to]!.span.start))
  )
    to++
  const names = namesIn(said)
  if (names.length !== to - first || names.length < 2 || names.at(-1)!.length > LONGEST_NAME) return 0
  for (let i = first; i < to; i++) out[i] = {...out[i]!, of: names[i - first]!}
  return to - first - 1
}

/** 一类、二类、三类区每千人养老服务设施建筑面积: more than a name. */
const LONGEST_NAME = 16

/** What all of a list are measured by stands behind the last: 总规模, 在校生. */
const HEAD =
  /(?:总?(?:规模|里程|面积|人数|数量|产量|总量|容量)|在校生(?:数|规模)?|床位数?|学位|招生(?:数|规模)?|增加值|毕业生|保有量)$/
/** What stands before the first name. */
const FRONT = /^(?:其中|全[国省市县区州]|[我本][国省市县区]|现有|共有|新增|新建|建成|完成|实现|培训|引进|招收)(?=.{2})/

function namesIn(said: string): string[] {
  const names = said.replace(FRONT, '').split(/[、和及与]/)
  const head = HEAD.exec(names.at(-1)!)?.[0] ?? ''
  const own = names.map((name, i) => (i < names.length - 1 && head !== '' && !HEAD.test(name) ? name + head : name))
  return own.every(name => name.length >= 2 && name.length <= 24) ? own : []
}
