/** Lines → the headings of a table whose cells became lines: 工作项目, 重点工作内容与目标, 责任 + 部门. */
import {readNumeral} from '../../text/numerals.ts'
import {BODY_COLUMN, COLUMNS} from '../data/columns.ts'
import type {Line} from '../line.ts'
import {isBodyList} from '../metadata/bodies.ts'

/** One column: its heading, the lines it is broken over, and what its cells hold. */
export interface Column {
  readonly label: string
  readonly lines: readonly Line[]
  readonly kind: 'ordinal' | 'bodies' | 'time' | 'text'
}

const LONGEST_LABEL = 16
const LABEL = /^[\u3400-\u9fff（）()、/A-Za-z]{1,16}$/
const HEADING_WORD =
  /^(?:备注|单位|项目|指标|内容|任务|措施|目标|名称|类别|分类|时限|时间|要求|.{0,8}(?:内容|任务|目标|措施|要求|单位|部门|时限|时间|名称|指标|责任人|分值|依据))(?:与.{1,8}|及.{1,8})?$/
const ORDINAL = /^[（(]?([一二三四五六七八九十]{1,3}|\d{1,3})[)）、.．]?$/
const MOST_COLUMNS = 9

/** The number of a line that is an ordinal and nothing else: （一）, 1. */
export function ordinalOf(text: string): number | undefined {
  const match = ORDINAL.exec(text)
  return match ? readNumeral(match[1]!) : undefined
}

/** The columns that the lines from an index on name; undefined when they name none. */
export function headingsAt(lines: readonly (Line | undefined)[], index: number): Column[] | undefined {
  const labels: Line[] = []
  while (labels.length < MOST_COLUMNS * 2) {
    const line = lines[index + labels.length]
    if (!line || line.text.length > LONGEST_LABEL || !LABEL.test(line.text) || ordinalOf(line.text) !== undefined) break
    if (labels.length === 0 && !isHeading(line.text, lines[index + 1]?.text ?? '')) break
    labels.push(line)
  }
  if (labels.length === 0) return undefined
  const counted = /^序\s?号/.test((labels[0]?.text ?? '') + (labels[1]?.text ?? ''))
  // 序号 and then 1: all that stands between are headings, whatever their words.
  const columns = join(labels, counted && ordinalOf(lines[index + labels.length]?.text ?? '') === 1)
  const known = columns.filter(column => COLUMNS.has(column.label)).length
  return columns.length >= 2 && columns.length <= MOST_COLUMNS && known >= (counted ? 1 : 2) ? columns : undefined
}

/** How many lines the headings of columns take. */
export const linesOf = (columns: readonly Column[]): number => columns.reduce((sum, {lines}) => sum + lines.length, 0)

/** Whether a text is what columns are called. */
export const namesColumn = (text: string): boolean => /^(?:序号|编号)$/.test(text) || isHeading(text, '')

/** Whether a line is a column heading by its words, or the first half of one. */
const isHeading = (text: string, next: string): boolean =>
  COLUMNS.has(text) || HEADING_WORD.test(text) || COLUMNS.has(text + next)

/** Joins 责任 and 部门 to one heading, and ends after the last known heading unless all are known to be some. */
function join(labels: readonly Line[], all: boolean): Column[] {
  const columns: Column[] = []
  let sure = 0
  for (let i = 0; i < labels.length; i++) {
    const line = labels[i]!
    const next = labels[i + 1]
    const joined = next && !COLUMNS.has(line.text) && COLUMNS.has(line.text + next.text)
    const label = joined ? line.text + next.text : line.text
    columns.push({label, lines: joined ? [line, next] : [line], kind: kindOf(label)})
    if (joined) i++
    if (isHeading(label, '')) sure = columns.length
  }
  return all ? columns : columns.slice(0, sure)
}

function kindOf(label: string): Column['kind'] {
  if (/^(?:序号|编号)$/.test(label)) return 'ordinal'
  if (BODY_COLUMN.test(label)) return /人$|领导$/.test(label) ? 'text' : 'bodies'
  return /时限|时间|日期|节点/.test(label) ? 'time' : 'text'
}

/** Whether a cell can stand in a column of its kind; `row` counts from 1. */
export function fits(kind: Column['kind'], text: string, row: number): boolean {
  if (kind === 'ordinal') return ordinalOf(text) === row
  if (kind === 'bodies') return isBodyList(text)
  return kind === 'text' || (text.length <= 30 && /[年月日]|季度|长期|持续|全年/.test(text))
}
