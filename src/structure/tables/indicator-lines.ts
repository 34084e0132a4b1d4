/** 指标, 2020年, 2025年, 属性, 入园率（%）, 99%, 99%以上, 约束性 …: a table of indicators whose cells became lines → its columns and rows. */
import {charset} from '../../text/charset.ts'
import type {Line} from '../line.ts'
import {ordinalOf} from './column-headings.ts'
import {cellOf, type Row} from './rows.ts'
import type {DraftTable} from './tables.ts'

type Kind = 'ordinal' | 'group' | 'metric' | 'unit' | 'value' | 'word'

/** What the columns may be called, in the order in which they stand. */
const HEADINGS: readonly (readonly [Kind, RegExp])[] = [
  ['ordinal', /^序号$/],
  ['group', /^(?:类别|分类|类型|领域)$/],
  ['metric', /^(?:主要|发展|具体|核心)?(?:指标|项目)(?:名称|内容)?$/],
  ['unit', /^(?:计量)?单位$/],
  [
    'value',
    /^(?:(?:到)?20\d\d年?度?(?:目标|规划|现状|实际|完成|预期|基)?[值数]?(?:[（(][^（）()]{1,8}[)）])?|(?:规划|预期)?目标值?|现状值?|(?:年均|累计)[^。；]{0,8})$/,
  ],
  ['word', /^(?:指标)?(?:属性|性质|类型)$|^备注$/],
]
const NUMBER = '\\d{1,12}(?:[.,]\\d{1,6}){0,3}'
const VALUE = new RegExp(
  `^(?:(?:[≥≤≧≦><＞＜约]|不低于|不少于|不超过|超过)?\\s*[[［(（〔]?${NUMBER}(?:\\s?[-—–~～至:：]\\s?${NUMBER})?\\s?(?:[%％‰]|[\\u4e00-\\u9fff/]{1,5})?[\\]］)）〕]?(?:及?以[上下内]|左右)?|[-—－/]{1,3})$`,
)
const WORD = /^(?:约束性?|预期性?|[-—/])$/
const UNIT = /^[^\d。；，：]{1,8}$/
const METRIC = /^(?!\d{1,4}$)[^。；：]{2,40}$/
const HAN = /[\u4e00-\u9fff]{2}/
const opens = charset('序类分领主发具核指项')
const MOST_VALUES = 8
const MOST_ROWS = 300

interface Column {
  readonly kind: Kind
  readonly line: Line
}

export interface IndicatorLines {
  readonly table: DraftTable
  /** How many lines it took. */
  readonly lines: number
}

/** The table of indicators whose header begins at an index; undefined where two rows at least do not follow it. */
export function indicatorLinesAt(lines: readonly (Line | undefined)[], index: number): IndicatorLines | undefined {
  if (!opens(lines[index]?.text.charCodeAt(0) ?? 0)) return undefined
  const columns = headerAt(lines, index)
  if (!columns) return undefined
  const rows: Row[] = []
  let full = 0
  let at = index + columns.length
  for (; rows.length < MOST_ROWS; ) {
    const row = rowAt(lines, at, columns)
    const group = row ? null : groupAt(lines, at, columns)
    if (!row && !group) break
    rows.push({id: `r${rows.length + 1}`, cells: row ?? group!})
    at += row ? columnsIn(columns).length : 1
    if (row) full++
  }
  if (full < 2) return undefined
  const taken = lines.slice(index, at) as Line[]
  const marks = taken.flatMap(line => line.marks)
  const table: DraftTable = {
    type: 'table',
    id: '',
    caption: null,
    columns: columns.map(({line}, i) => ({key: `c${i + 1}`, label: line.text, parts: [{span: line.span}]})),
    rows,
    method: 'flattened',
    ...(marks.length > 0 ? {marks: marks.map(span => ({span}))} : {}),
    span: {start: Math.min(taken[0]!.span.start, marks[0]?.start ?? Infinity), end: taken.at(-1)!.span.end},
  }
  return {table, lines: taken.length}
}

/** A metric and at least one value; the headings keep their order. */
function headerAt(lines: readonly (Line | undefined)[], index: number): Column[] | undefined {
  const columns: Column[] = []
  let from = 0
  for (let line = lines[index]; line && columns.length < MOST_VALUES + 4; line = lines[index + columns.length]) {
    const said = line.text.replace(/\s/g, '')
    const next = HEADINGS.findIndex(
      ([kind, label], i) => (i > from || (i === from && (kind === 'value' || i === 0))) && label.test(said),
    )
    if (next < 0) break
    columns.push({kind: HEADINGS[next]![0], line})
    from = next
  }
  const has = (kind: Kind): boolean => columns.some(c => c.kind === kind)
  return has('metric') && has('value') ? columns : undefined
}

/** The columns of which every row has a cell. */
const columnsIn = (columns: readonly Column[]): Column[] => columns.filter(c => c.kind !== 'group')

function rowAt(lines: readonly (Line | undefined)[], at: number, columns: readonly Column[]): Row['cells'] | null {
  const own = columnsIn(columns)
  const cells: Row['cells'][number][] = []
  for (const [i, column] of own.entries()) {
    const line = lines[at + i]
    if (!line || !fits(column.kind, line.text.trim())) return null
    cells.push(cellOf(columns.indexOf(column), [line]))
  }
  return cells
}

function fits(kind: Kind, text: string): boolean {
  switch (kind) {
    case 'ordinal':
      return ordinalOf(text) !== undefined
    case 'metric':
      return METRIC.test(text) && HAN.test(text) && !VALUE.test(text)
    case 'unit':
      return UNIT.test(text)
    case 'value':
      return VALUE.test(text)
    default:
      return WORD.test(text)
  }
}

/** 一、发展水平: the name of a group, where a row stands behind it. */
function groupAt(lines: readonly (Line | undefined)[], at: number, columns: readonly Column[]): Row['cells'] | null {
  const line = lines[at]
  if (!line || line.text.length > 16 || !fits('metric', line.text) || !rowAt(lines, at + 1, columns)) return null
  const column = columns.findIndex(c => c.kind === 'group')
  return [cellOf(column < 0 ? columns.findIndex(c => c.kind === 'metric') : column, [line])]
}
