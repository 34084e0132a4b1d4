/** What a pair without a character that was left out may have been part of: the characters before and behind the gap, by the bytes that are left. */
import type {Gbk} from './gbk.ts'
import type {Candidates, Context} from './step.ts'

/**
 * A gap is told by the byte that opened it, the second half of a character, less 0xA0: as a pending byte it is no lead
 * byte then. The lead bytes that make such a pair with it are what has gone with it.
 */
export interface Gaps {
  /** Characters that begin with a lead byte and whose second half opens a gap. */
  readonly before: (lead: number) => Candidates
  /** Characters that end in a trail byte and whose first half closes a gap. */
  readonly behind: (gap: number, trail: number) => Candidates
  /** Characters whose first half closes a gap, and whose second half is gone, too, by their lead byte: with another gap, or at the end of a piece. */
  readonly within: (gap: number, opens: boolean) => readonly Candidates[]
}

const FIRST_GAP = 0xa0

/** Whether a pending byte is a gap. */
export const isGap = (pending: number): boolean => pending > 0 && pending < 0x80

/** The gap that the second half of a character opens. */
export const gapAfter = (unit: number, {pairOf}: Gbk): number => (pairOf[unit]! & 255) - FIRST_GAP

/** Pairs without a character in CP936, which private use stands for or which GB18030 has filled since: ⿰, and rare ideographs. */
const isEmpty = (pair: number, unit: number): boolean =>
  (unit >= 0xe000 && unit <= 0xf8ff) || (pair >= 0xa989 && pair <= 0xa995) || (pair >= 0xfe50 && pair <= 0xfea0)

export function gapsOf(
  {charOf, pairOf}: Gbk,
  {endingIn, startingWith}: Pick<Context, 'endingIn' | 'startingWith'>,
): Gaps {
  const isGone = (pair: number): boolean => isEmpty(pair, charOf[pair]!)
  const closers = remembered(gap => new Set(LEADS.filter(lead => isGone((gap + FIRST_GAP) * 256 + lead))))
  const some = ({units, ids}: Candidates, isOne: (pair: number) => boolean): Candidates => {
    const places = [...units.keys()].filter(i => isOne(pairOf[units[i]!]!))
    return {units: places.map(i => units[i]!), ids: places.map(i => ids[i]!)}
  }
  const before = remembered(lead =>
    some(startingWith(lead), pair => (pair & 255) > FIRST_GAP && closers((pair & 255) - FIRST_GAP).size > 0),
  )
  const behind = remembered(key => some(endingIn(key & 255), pair => closers(key >> 8).has(pair >> 8)))
  const opening = remembered(gap => [...closers(gap)].map(before))
  const last = remembered(gap => [...closers(gap)].map(startingWith))
  return {
    before,
    behind: (gap, trail) => behind(gap * 256 + trail),
    within: (gap, opens) => (opens ? opening : last)(gap),
  }
}

function remembered<T>(make: (key: number) => T): (key: number) => T {
  const known = new Map<number, T>()
  return key => {
    const value = known.get(key) ?? make(key)
    known.set(key, value)
    return value
  }
}

const LEADS = Array.from({length: 126}, (_, i) => 0x81 + i)
