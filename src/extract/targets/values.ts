/** Percentages, amounts and counts of a block → values with the exact stretch of number, unit and comparator. */
import type {Finding, FindingOf} from '../block.ts'

export type ValueFinding = FindingOf<'percentage' | 'money' | 'quantity'>

export interface Value {
  readonly finding: ValueFinding
  /** From the comparator before the number to the one after the unit. */
  readonly start: number
  readonly end: number
  /** Whether a comparator stands before the number. */
  readonly compared: boolean
}

const BEFORE =
  /(?:不得?(?:低于|少于|超过|高于|多于|大于|小于)|低于|少于|超过|高于|多于|大于|小于|突破|至少|最少|最多|最高|最低|大约|接近|将近|约|近|达)$/
const AFTER = /^(?:\s?[（(]含[^）)]{0,6}[）)])?(?:(?:及|或|\(含\)|（含）)?以[上下内]|左右|上下)/

/** The values that targets may be made of, in order. */
export function valuesOf(text: string, seen: readonly Finding[]): Value[] {
  return seen.filter(isValue).map(finding => measured(text, finding))
}

/** 零部件 counts nothing. */
const isValue = (f: Finding): f is ValueFinding =>
  f.kind === 'percentage' || f.kind === 'money' || (f.kind === 'quantity' && f.value > 0)

function measured(text: string, finding: ValueFinding): Value {
  const number = finding.numbers?.[0] ?? finding.span.start
  const before = BEFORE.exec(text.slice(Math.max(0, number - 6), number))?.[0] ?? ''
  const said = before === '达' ? '' : before
  return {finding, start: number - said.length, end: endOf(text, finding), compared: said !== ''}
}

/** Counts may run on to their noun, and stop here at the measure word. */
function endOf(text: string, {kind, unit, numbers, span}: ValueFinding): number {
  if (kind !== 'quantity') return span.end
  const last = numbers?.at(-1) ?? span.start
  const at = text.indexOf(unit, last + 1)
  const end = at < 0 || at > last + 24 ? span.end : at + unit.length
  return end + (AFTER.exec(text.slice(end, end + 12))?.[0].length ?? 0)
}
