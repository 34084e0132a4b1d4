/** （\ufffd）全县… → （2）全县…: the digit that a mark has swallowed with half of its bracket, told by its place in the list. */
import type {Guess} from '../../model/repair.ts'
import type {Region} from '../lattice/regions.ts'

/** The number of an item in brackets, its first digit perhaps gone. */
const NUMBER = /^[（(]([0-9\ufffd])([0-9]?)[)）]/
/** What else begins an item: a list of numbers below it begins anew. */
const OTHER =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十百零0-9]{1,6}[编章节条]|[0-9]{1,2}[.．、]|[①-⑳])/
const LOST = '\ufffd'
/** No list is told without a doubt by its neighbours. */
const CONFIDENCE = 0.95

/** A line that was searched: where it begins, without its indent, and its regions. */
interface Searched {
  readonly line: {readonly start: number}
  readonly regions: readonly Region[]
}

/**
 * The digits, by the region that lacks one. A run of items is left as it is where the next number that can be read says otherwise.
 * @param found the lines that were searched, in order
 */
export function lostNumbers(text: string, found: readonly Searched[]): ReadonlyMap<Region, string> {
  const heads = new Map(found.map(({line, regions}) => [line.start, regions.find(({start}) => start === 0)]))
  const out = new Map<Region, string>()
  if (![...heads.values()].some(region => region?.insert.includes(LOST))) return out
  let run: [Region, string][] = []
  let last = 0
  const end = (isRight: boolean): void => {
    if (isRight) for (const [region, digit] of run) out.set(region, digit)
    run = []
  }
  let from = 0
  for (const whole of text.split('\n')) {
    const body = whole.trimStart()
    const region = heads.get(from + whole.length - body.length)
    from += whole.length + 1
    const head = region ? region.insert.trimStart() + body.slice(region.end, region.end + 4) : body.slice(0, 12)
    const number = headOf(head)
    if (!number) {
      if (!OTHER.test(head)) continue
      end(true)
      last = 0
    } else if (number[1] !== LOST) {
      const value = Number(number[1]! + number[2]!)
      end(value === 1 || value === last + 1)
      last = value
    } else if (region) {
      const digits = String(++last)
      if (digits.slice(1) === number[2]) run.push([region, digits[0]!])
      else end(false)
    }
  }
  end(true)
  return out
}

const headOf = (text: string): RegExpMatchArray | null => text.trimStart().match(NUMBER)

/** The region with its first lost character in place. */
export function withDigit(region: Region, digit: string): Region {
  const at = region.insert.indexOf(LOST)
  const guess: Guess = {span: {start: at, end: at + 1}, certainty: 'inferred', confidence: CONFIDENCE, alternatives: []}
  return {
    ...region,
    insert: region.insert.slice(0, at) + digit + region.insert.slice(at + 1),
    guesses: region.guesses.map(one => (one.span.start === at ? guess : one)),
  }
}
