/** A cell under 2025年, in the row of 森林覆盖率 | % → a target. */
import type {Comparator} from '../../model/fact.ts'
import {calendarDays} from '../../text/dates.ts'
import {lexicon} from '../../text/lexicon.ts'
import {readNumeral} from '../../text/numerals.ts'
import type {Block, Goal} from '../block.ts'
import {CHANGES} from '../data/target-verbs.ts'
import {make, type Target} from './reading.ts'
import {governed, inherited, type TargetDeadline, timesIn} from './times.ts'

/** ≥95, [50], 1.5万人左右, 3—5: a value and nothing else. Square brackets say that a value is summed over the years. */
const VALUE =
  /^\s*([≥≧≤≦<>＜＞]=?|不低于|不少于|不超过|不高于|大于|小于|超过|低于|高于|约|近)?\s?[[［〔]?(\d[\d,.]{0,15}[万亿]{0,2})(?:\s?[-—–~～至]{1,2}\s?(\d[\d,.]{0,15}[万亿]{0,2}))?[\]］〕]?\s?([%％‰]|(?![以及左])[\u4e00-\u9fff][\u4e00-\u9fff/]{0,7}?)?(以上|及以上|以下|以内|左右)?\s*$/
const COMPARATORS: Readonly<Record<string, Comparator>> = {
  '≥': '>=',
  '≧': '>=',
  '≤': '<=',
  '≦': '<=',
  '>': '>',
  '＞': '>',
  '<': '<',
  '＜': '<',
  '>=': '>=',
  '<=': '<=',
  不低于: '>=',
  不少于: '>=',
  不超过: '<=',
  不高于: '<=',
  大于: '>',
  小于: '<',
  超过: '>',
  低于: '<',
  高于: '>',
  约: '~',
  近: '~',
  以上: '>=',
  及以上: '>=',
  以下: '<=',
  以内: '<=',
  左右: '~',
}
const CURRENCY: Readonly<Record<string, string>> = {元: 'CNY', 美元: 'USD'}
const CHANGE = lexicon(Object.keys(CHANGES))

/** The target of a cell; null where more than a value stands in it, or no goal is told for its column and row. */
export function tabular(block: Block): Target | null {
  const goal = block.table?.goal
  const found = goal ? VALUE.exec(block.text) : null
  const value = found && readNumeral(found[2]!)
  if (!goal || !found || value === null || value === undefined) return null
  const measured = unitOf(found[4] ?? goal.unit)
  const scaled = (n: number): number => Number(`${n}e${measured.power}`)
  const high = found[3] === undefined ? undefined : readNumeral(found[3])
  const comparator = COMPARATORS[found[1] ?? found[5] ?? ''] ?? '='
  const below = comparator === '<' || comparator === '<='
  const start = block.text.length - block.text.trimStart().length
  const span = {start, end: block.text.trimEnd().length}
  const target = make({
    span,
    valueSpan: span,
    metric: goal.metric,
    direction: CHANGES[CHANGE.at(goal.metric, 0)] ?? (below ? 'control' : 'reach'),
    comparator,
    value: scaled(value),
    unit: measured.unit,
    per: measured.per,
    deadline: deadlineOf(block, goal),
  })
  return high === undefined ? target : {...target, upper: scaled(high)}
}

/** 万人 → 人 and four digits, 亿元 → CNY and eight, 元/人·年 → CNY per 人 and 年; 微克/立方米 is a unit of its own. */
function unitOf(raw: string): {unit: string | null; power: number; per: string[]} {
  const [, large, rest] = /^([万亿]{0,2})(.*)$/.exec(raw.replace('％', '%'))!
  const [whole, of] = rest!.split('/', 2)
  const currency = CURRENCY[whole!]
  const power = [...large!].reduce((sum, c) => sum + (c === '万' ? 4 : 8), 0)
  if (currency) return {unit: currency, power, per: of ? of.split(/[·•.]/) : []}
  return {unit: rest === '' ? null : rest!, power, per: []}
}

/** The row's own time, else the year over the column, else what governs the table. */
function deadlineOf(block: Block, {limit, year}: Goal): TargetDeadline | null {
  const times = limit ? timesIn(limit) : []
  const column = block.table?.column
  const time = times.at(-1) ?? (year && column ? timesIn(column).at(-1) : undefined)
  if (time) return governed(time, 'table')
  if (year === null) return inherited(block)
  return {relation: 'in', edtf: year, duration: null, ...calendarDays(year)!, via: 'table', fact: null}
}
