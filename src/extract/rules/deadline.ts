/** Points, periods and limits that govern something: 到2030年 · “十四五”期间 · 三年内 · 每学期 · 自2020年1月1日起. Reads before money and counts do. */
import type {Numeral} from '../../text/numerals.ts'
import {type Block, type FactRule, NONE} from '../block.ts'
import {withYears} from '../deadline/carried.ts'
import {datedAt} from '../deadline/dated.ts'
import type {Deadline} from '../deadline/finding.ts'
import {lastingAt} from '../deadline/lasting.ts'
import {namedAt} from '../deadline/named.ts'
import {isOfName, isTold} from '../deadline/told.ts'

/** Limits and periods. Dates are EDTF (ISO 8601-2), lengths ISO 8601, days of the calendar where the document tells them. */
export const deadline: FactRule = {
  id: 'deadline',
  find(block) {
    const {cues, numbers} = block.tokens
    if (cues.length === 0 && numbers.length === 0) return NONE
    const found: Deadline[] = []
    const taken = new Set<number>()
    for (const cue of cues) {
      const named = namedAt(block, cue)
      if (!named) continue
      for (const start of named.numbers ?? []) taken.add(start)
      found.push(named)
    }
    addNumbered(found, block, taken)
    const yearless = found.some(f => f.edtf?.startsWith('XXXX'))
    const all = yearless
      ? withYears(
          block.text,
          found.sort((a, b) => a.span.start - b.span.start),
        )
      : found
    return all.map(f => (isTold(block, f) ? {...f, past: true} : isOfName(block.text, f) ? {...f, named: true} : f))
  },
}

/** Dates and durations, from left to right; a number inside one that was read begins none of its own. */
function addNumbered(found: Deadline[], block: Block, taken: ReadonlySet<number>): void {
  const {numbers} = block.tokens
  let read = 0
  for (let i = 0; i < numbers.length; i++) {
    const {start} = numbers[i]!
    if (start < read || taken.has(start)) continue
    const deadline = datedAt(block, i) ?? lastingAt(block, i)
    if (!deadline) continue
    read = deadline.span.end
    found.push({...deadline, numbers: startsWithin(numbers, i, read)})
  }
}

function startsWithin(numbers: readonly Numeral[], from: number, end: number): number[] {
  const starts = []
  for (let i = from; i < numbers.length && numbers[i]!.start < end; i++) starts.push(numbers[i]!.start)
  return starts
}
