/** Measures of many documents → rows in which the same metric stands side by side. */
import type {Measure} from './store.ts'

/** How metrics are joined: as they are written, without the words that only say where and for whom, or by their last noun. */
export const GROUPINGS = ['exact', 'core', 'head'] as const
export type Grouping = (typeof GROUPINGS)[number]

export interface CompareRow extends Omit<Measure, 'scope'> {
  readonly group: string
}

export interface Comparison {
  readonly rows: readonly CompareRow[]
  /** What each group joins, for groups of more than one metric. */
  readonly joined: ReadonlyMap<string, readonly string[]>
}

/** Where, for whom, how much: what a metric's name may say beside what is measured. */
const SCOPE = /^(?:全|我|本|各|县域|市域|区域|全域|城乡|城镇|农村|乡村)(?:省|市|县|区|旗|州|镇|乡|校|国)?(?:内)?的?/
const FILLER = /教育阶段|阶段|适龄|儿童少年|儿童|少年|学生|教育|三年|九年|一年|的|总体|综合|平均|年均/g
const GROSS = /[毛净](?=入[园学]率)/g
const HEADS =
  /(?:毛|净)?(?:入园率|入学率|升学率|巩固率|覆盖率|普及率|就业率|达标率|合格率|优良率|优质率|持证率|接入率|占比|比例|比重|比率|总量|规模|总数|数量|经费|投入|收入|产值|增加值|面积|人数|次数|学位|学校|幼儿园|[一-龥]{2,4}率)$/

/** The name under which a metric is compared. */
export function groupOf(metric: string, grouping: Grouping): string {
  const plain = metric.replace(/[“”"《》（）()\s]/g, '')
  if (grouping === 'exact') return metric
  const head = HEADS.exec(plain)?.[0].replace(GROSS, '') ?? plain
  if (grouping === 'head') return head
  const core = plain.replace(SCOPE, '').replace(GROSS, '')
  const front = core.slice(0, Math.max(0, core.length - head.length)).replace(FILLER, '')
  return front + head
}

/** Rows ordered by group, place, year and path. Units that differ are never one group. */
export function compare(measures: readonly Measure[], grouping: Grouping = 'core'): Comparison {
  const members = new Map<string, Set<string>>()
  const rows = measures.map(({scope, ...measure}) => {
    const unit = measure.unit ?? ''
    const group = `${groupOf((scope && !measure.metric.startsWith(scope) ? scope : '') + measure.metric, grouping)}${unit === '%' || unit === '' ? '' : ` (${unit})`}`
    members.set(group, (members.get(group) ?? new Set()).add(measure.metric))
    return {...measure, group}
  })
  const key = (r: CompareRow): string => [r.group, r.place ?? '\uffff', r.year ?? '\uffff', r.path].join('\0')
  const keyed = rows.map(row => ({row, key: key(row)}))
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  const joined = [...members]
    .filter(([, names]) => names.size > 1)
    .map(([group, names]) => [group, [...names].sort()] as const)
  return {rows: keyed.map(k => k.row), joined: new Map(joined)}
}
