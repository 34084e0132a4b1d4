/** Measures of many documents → rows in which the same metric stands side by side. */
import type {Measure} from './store.ts'

/** How metrics are joined: as they are written, without the words that only say where and for whom, or by their last noun. */
export const GROUPINGS = ['exact', 'core', 'head'] as const
export type Grouping = (typeof GROUPINGS)[number]

export interface CompareRow extends Omit<Measure, 'scope'> {
  /** The shortest of the names that were joined, and the unit where it is not per cent. */
  readonly group: string
}

export interface Comparison {
  /** By group (those of most places first), place, year and path. */
  readonly rows: readonly CompareRow[]
  /** What each group joins, for groups of more than one metric. */
  readonly joined: ReadonlyMap<string, readonly string[]>
}

/** Where, for whom: what a metric's name may say beside what is measured. */
const SCOPE = /^(?:全|我|本|各|县域|市域|区域|全域|城乡|城镇|农村|乡村)(?:省|市|县|区|旗|州|镇|乡|校|国)?(?:内)?的?/
const FILLER = /教育阶段|阶段|适龄|儿童少年|儿童|少年|学生|幼儿(?=学前)|教育|三年|九年|一年|的|总体|所$/g
/** What a metric's name begins with and is not part of it: 2.2022年公办园占比. */
const YEAR = /^(?:\d{1,2}[.．、])?(?:19|20)\d\d年(?:[前底末]|底前)?/
/** 达到二级以上的幼儿园比例 and 二级以上幼儿园占比 say the same. */
const REACHED = /^(?:达到|实现)(?=.{3})/
/** The enrolment of disabled children is that in compulsory education, said or not. */
const DISABLED = /(?<=^残疾(?:儿童少年|儿童|少年|学生)?)义务教育(?:阶段)?/
const BRACKETS = /（[^（）]{0,80}）|\([^()]{0,80}\)/g
const HEADS =
  /(?:[毛净]?(?:入园率|入学率)|升学率|巩固率|覆盖率|普及率|就业率|达标率|合格率|优良率|优质率|持证率|接入率|占比|比例|比重|比率|总量|规模|总数|数量|经费|投入|收入|产值|增加值|面积|人数|次数|学位|学校|幼儿园)$/
/** Any other rate; looked for after the known ones, which it would begin too early. */
const RATE = /[一-龥]{2}率$/

/** Words for one thing. A net rate (净入学率) is another measure than a gross one, which is mostly called just 入学率. */
function headOf(plain: string): {head: string; same: string} {
  const head = (HEADS.exec(plain) ?? RATE.exec(plain))?.[0]
  if (head === undefined) return {head: plain, same: plain}
  if (/^(?:占比|比例|比重|比率)$/.test(head)) return {head, same: '占比'}
  const same = head.replace(/^毛/, '')
  return {head, same: same === '入学率' && /学前|幼儿/.test(plain) ? '入园率' : same}
}

/** What a metric is compared by. */
export function groupOf(metric: string, grouping: Grouping): string {
  if (grouping === 'exact') return metric
  const plain = metric.replace(BRACKETS, '').replace(/[“”"《》（）()\s]/g, '')
  const {head, same} = headOf(plain)
  if (grouping === 'head') return same
  const front = plain
    .slice(0, plain.length - head.length)
    .replace(YEAR, '')
    .replace(REACHED, '')
    .replace(SCOPE, '')
    .replace(DISABLED, '')
  return front.replace(FILLER, '') + same
}

/**
 * Puts measures side by side. Units, what they are counted by, and growth against level are never joined.
 * @param join names of metrics or groups that are one to the user, each list under its first name
 */
export function compare(
  measures: readonly Measure[],
  grouping: Grouping = 'core',
  join: readonly (readonly string[])[] = [],
): Comparison {
  const wanted = new Map(join.flatMap(names => names.map(name => [name, names[0]!] as const)))
  const groups = new Map<string, Member[]>()
  for (const measure of measures) {
    const name = nameOf(measure)
    const told = wanted.get(name) ?? wanted.get(measure.metric)
    const key = (told ?? groupOf(withoutPlace(name, measure.place), grouping)) + unitOf(measure)
    const members = groups.get(key)
    if (members) members.push({measure, name, told})
    else groups.set(key, [{measure, name, told}])
  }
  const joined: [string, readonly string[]][] = []
  const rows: {row: CompareRow; order: string}[] = []
  for (const members of groups.values()) {
    const names = [...new Set(members.map(m => m.name))].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
    const group = (members[0]!.told ?? names[0]!) + unitOf(members[0]!.measure)
    if (names.length > 1) joined.push([group, names])
    const places = new Set(members.map(({measure}) => measure.place ?? measure.path)).size
    for (const {measure} of members) {
      const {scope, ...cells} = measure
      const order = [1e6 - places, group, cells.place ?? LAST, cells.year ?? LAST, cells.path].join('\0')
      rows.push({row: {...cells, group}, order})
    }
  }
  rows.sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0))
  joined.sort((a, b) => (a[0] < b[0] ? -1 : 1))
  return {rows: rows.map(r => r.row), joined: new Map(joined)}
}

interface Member {
  readonly measure: Measure
  readonly name: string
  readonly told: string | undefined
}

const LAST = '\uffff'

function nameOf({metric, scope}: Measure): string {
  const name = metric.replace(YEAR, '') || metric
  return scope && !name.startsWith(scope) ? scope + name : name
}

const withoutPlace = (name: string, place: string | null): string =>
  place && name.startsWith(place) && name.length > place.length ? name.slice(place.length) : name

/** ` (CNY/生/年)`, ` (+所)` for so many more; nothing for per cent, nor for what the metric itself names (学生… per 学生). */
function unitOf({unit, per, direction, metric}: Measure): string {
  const change = direction === 'increase' ? '+' : direction === 'decrease' ? '-' : ''
  const by = (per ?? '')
    .split(';')
    .flatMap(name => (name === '' || metric.includes(name) ? [] : [`/${name}`]))
    .join('')
  return change === '' && by === '' && (unit ?? '%') === '%' ? '' : ` (${change}${unit ?? ''}${by})`
}
