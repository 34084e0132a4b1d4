/** 指标 | 单位 | 2020年 | 2025年 → which cells of a table state goals, of what, in which unit, by when. */
import type {Goal, Heading} from './block.ts'

interface Column {
  readonly key: string
  readonly label: string
}
interface Cell {
  readonly column: string
  readonly text: string
}

/** The columns of a table of indicators. */
export interface Indicators {
  readonly metric: string
  readonly unit: string | null
  /** 完成时限: what the row is to be done by. */
  readonly limit: string | null
  /** The columns of goals, with the year that stands over each. */
  readonly goals: ReadonlyMap<string, string | null>
}

const METRIC = /指标(?:名称|内容|项目)?$/
const THING = /^(?:项目|内容|名称)$/
const UNIT = /^(?:计量)?单位$/
const LIMIT = /^(?:完成|实现|达标|办理|整改|建成|竣工)?(?:时限|时间|期限|时间节点|时间要求|时限要求)$|^完成日期$/

/** The column of the rows' own times; null where a table has none. */
export const limitOf = (columns: readonly Column[]): string | null =>
  columns.find(c => LIMIT.test(c.label.replace(/\s/g, '')))?.key ?? null
const YEAR = /(20\d{2})(?!\d|[-—–~～至])/
const GOAL = /目标|规划|预期|计划/
const GOAL_ALONE = /^(?:规划|预期|工作|发展)?目标值?$|^指标值$/
/** What was, or how it came to be, is no goal. */
const NO_GOAL = /基期|基年|基准|基数|现状|现值|当前|实际|完成(?!时)|同比|增速|年均|增长|[-—–~～至]|属性|备注/

/**
 * The columns of a table that says clearly what it measures and where its goals stand; null where it does not.
 * @param origin the first year that the document plans for (null where it tells none), and whether its title says so
 */
export function indicatorsOf(
  columns: readonly Column[],
  origin: {readonly year: number | null; readonly titled: boolean},
): Indicators | null {
  const labelled = columns.map(({key, label}) => ({key, label: label.replace(/\s/g, '')}))
  const keyOf = (pattern: RegExp): string | null => labelled.filter(c => pattern.test(c.label)).at(-1)?.key ?? null
  const unit = keyOf(UNIT)
  const metric = keyOf(METRIC) ?? (unit && keyOf(THING))
  const goals = yearly(labelled, origin)
  const alone = labelled.filter(c => GOAL_ALONE.test(c.label))
  if (goals.size === 0 && alone.length === 1) goals.set(alone[0]!.key, null)
  return metric && goals.size > 0 ? {metric, unit, limit: keyOf(LIMIT), goals} : null
}

/** The first of several years is where things stand, unless the document plans for it too. */
function yearly(columns: readonly Column[], {year: first, titled}: {year: number | null; titled: boolean}) {
  const dated = columns.flatMap(({key, label}) => {
    const year = NO_GOAL.test(label) ? undefined : YEAR.exec(label)?.[1]
    return year ? [{key, year, marked: GOAL.test(label)}] : []
  })
  const all = columns.filter(c => YEAR.test(c.label)).length
  const earliest = Math.min(...dated.map(c => Number(c.year)))
  const isGoal = ({year, marked}: {year: string; marked: boolean}): boolean => {
    const n = Number(year)
    if (first !== null && n < first) return false
    if (marked || (titled && first !== null)) return true
    return all > 1 ? n > earliest || all > dated.length : first !== null && n > first
  }
  return new Map<string, string | null>(dated.filter(isGoal).map(c => [c.key, c.year]))
}

/** 年份 | 毛入园率（%） | 学位（个）, with a year at the head of each row. */
export interface Across {
  /** The rows of goals, with the year at the head of each. */
  readonly goals: ReadonlyMap<string, string | null>
  /** What each column measures, and in what. */
  readonly measured: ReadonlyMap<string, {readonly metric: string; readonly unit: string}>
}

interface Row {
  readonly id: string
  readonly cells: readonly Cell[]
}
const HEAD = /^(?:年份|年度|时间|指标|项目|类别|)(?:名称)?$/
const YEAR_ROW = /^20\d{2}年?(?:[（(][^（）()]{1,8}[）)])?(?:基期|现状|实际|预期|规划|目标)?值?$/

/** A table of indicators that is read across: names over the columns, years at the heads of the rows; null where it is none. */
export function acrossOf(
  columns: readonly Column[],
  rows: readonly Row[],
  origin: {readonly year: number | null; readonly titled: boolean},
): Across | null {
  const [first, ...others] = columns
  if (!first || others.length < 2 || rows.length > 12 || !HEAD.test(first.label.replace(/\s/g, ''))) return null
  const headOf = ({cells}: Row): string => cells.find(c => c.column === first.key)?.text.replace(/\s/g, '') ?? ''
  const units = rows.find(row => UNIT.test(headOf(row)))
  const years = rows.filter(row => row !== units)
  if (years.length === 0 || !years.every(row => YEAR_ROW.test(headOf(row)))) return null
  const measured = new Map<string, {metric: string; unit: string}>()
  for (const {key, label} of others) {
    const {name, unit} = named(label.replace(/\s/g, ''))
    const own = units?.cells.find(c => c.column === key)?.text.trim() ?? ''
    if (name.length < (unit ? 2 : 3) || !/^[\u4e00-\u9fff]/.test(name) || YEAR.test(name) || UNIT.test(name)) continue
    measured.set(key, {metric: name, unit: unit || own})
  }
  const heads = years.map(row => ({key: row.id, label: headOf(row)}))
  // What years were like is told in such tables too: a plan says of itself that it is one.
  const goals = yearly(origin.titled ? heads : heads.filter(h => GOAL.test(h.label)), origin)
  return measured.size > 1 && goals.size > 0 ? {goals, measured} : null
}

/** What the goal of a cell is of, in a table that is read across. */
export function goalAcross({goals, measured}: Across, row: string, column: string): Goal | null {
  const of = goals.has(row) ? measured.get(column) : undefined
  return of ? {...of, limit: null, year: goals.get(row) ?? null} : null
}

/** 毛入园率（%）: a name with its unit. */
function named(metric: string): {name: string; unit: string} {
  const inside = /[（(]([^（）()]{1,10})[）)]$/.exec(metric)
  const isUnit = inside !== null && UNIT_INSIDE.test(inside[1]!)
  return isUnit ? {name: metric.slice(0, inside.index), unit: inside[1]!} : {name: metric, unit: ''}
}
const UNIT_INSIDE = /^(?:[%％‰]|[万亿]{0,2}(?:[元人亩吨户个张件年岁所名册台间公顷]{1,2}|平方米).{0,4})$/

/** What a row's goals are of. `limit` is the row's own time, where it has been read. */
export function goalOf(
  indicators: Indicators,
  cells: readonly Cell[],
  column: string,
  limit: Heading | null,
): Goal | null {
  if (!indicators.goals.has(column)) return null
  const textOf = (key: string | null): string => cells.find(c => c.column === key)?.text.replace(/\s/g, '') ?? ''
  const metric = textOf(indicators.metric).replace(/^(?:\d{1,2}[.．、](?!\d)|[（(]\d{1,2}[）)])|[*★#]{1,4}$/g, '')
  const unit = textOf(indicators.unit)
  const own = unit === '' ? named(metric) : null
  const name = own?.name ?? metric
  if (name.length < 2 || !/[\u4e00-\u9fff]/.test(name)) return null
  return {metric: name, unit: own?.unit ?? unit, limit, year: indicators.goals.get(column) ?? null}
}
