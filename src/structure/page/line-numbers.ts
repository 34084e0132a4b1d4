/** 3 第一条 为了…， over 4 制定本条例。: the numbers that a print puts before each line of a draft → lines of their own. */
import type {Line} from '../line.ts'
import type {Converted} from './converted.ts'
import {isMarked} from './kinds.ts'
import {piecesOf} from './lines.ts'

const NUMBERED = /^(\d{1,4})[ \u3000\t]{1,8}(?=\S)/
const FEWEST = 8
const FEWEST_MARKED = 2
const LONG = 10

/** Only where all lines of a run count on by one, clauses stand behind some numbers, and sentences go on over others. */
export function lineNumbers(lines: readonly Line[]): Converted | null {
  const at = lines.findIndex(({text}) => text.startsWith('1') && NUMBERED.exec(text)?.[1] === '1')
  if (at < 0) return null
  let to = at
  while (to < lines.length && numberOf(lines[to]!) === to - at + 1) to++
  if (to - at < FEWEST || to - at < lines.length / 2) return null
  const rests = lines.slice(at, to).map(({text}) => text.replace(NUMBERED, ''))
  const marked = rests.filter(isMarked).length
  const broken = rests.some(
    (rest, i) => rest.length >= LONG && /[\u3400-\u9fff，、]$/.test(rest) && goesOn(rests[i + 1]),
  )
  if (marked < FEWEST_MARKED || !broken) return null
  const numbers = new Set<number>()
  const out = lines.slice(0, at)
  for (const line of lines.slice(at, to)) {
    numbers.add(out.length)
    out.push(...piecesOf(line, [NUMBERED.exec(line.text)![1]!.length]))
  }
  return {lines: [...out, ...lines.slice(to)], numbers}
}

const numberOf = ({text}: Line): number => Number(NUMBERED.exec(text)?.[1] ?? 0)
const goesOn = (rest: string | undefined): boolean =>
  rest !== undefined && !isMarked(rest) && /^[\u3400-\u9fff].*[。；]$/.test(rest)
