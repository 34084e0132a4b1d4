/** Points, periods and limits that govern something: 到2030年 · “十四五”期间 · 三年内 · 每学期 · 自2020年1月1日起. Reads before money and counts do. */
import type {Numeral} from '../../text/numerals.ts'
import type {Block, FactRule} from '../block.ts'
import {datedAt} from '../deadline/dated.ts'
import type {Deadline} from '../deadline/finding.ts'
import {lastingAt} from '../deadline/lasting.ts'
import {namedAt} from '../deadline/named.ts'

export const deadline: FactRule = {
  id: 'deadline',
  *find(block) {
    const taken = new Set<number>()
    for (const cue of block.tokens.cues) {
      const found = namedAt(block, cue)
      if (!found) continue
      for (const start of found.numbers ?? []) taken.add(start)
      yield found
    }
    yield* numbered(block, taken)
  },
}

/** Dates and durations, from left to right; a number inside one that was read begins none of its own. */
function* numbered(block: Block, taken: ReadonlySet<number>): Iterable<Deadline> {
  const {numbers} = block.tokens
  let read = 0
  for (const [i, number] of numbers.entries()) {
    if (number.start < read || taken.has(number.start)) continue
    const found = datedAt(block, i) ?? lastingAt(block, i)
    if (!found) continue
    read = found.span.end
    yield {...found, numbers: startsWithin(numbers, i, read)}
  }
}

function startsWithin(numbers: readonly Numeral[], from: number, end: number): number[] {
  const starts = []
  for (let i = from; i < numbers.length && numbers[i]!.start < end; i++) starts.push(numbers[i]!.start)
  return starts
}
