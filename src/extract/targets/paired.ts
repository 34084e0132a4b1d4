/** 2026年、2027年普及率分别达到80%和86%; 到2026年和2027年，普及率分别达到80%和86%: a time for each of several values. */
import type {Spot} from './reading.ts'
import {lastTimes, STAYING, type Time} from './times.ts'

/** The times that the values of a spot may be paired with: those before them in their part, else a list of as many that their sentence told before. */
export function datesOf({block, values, times, part, sentence}: Spot): Time[] {
  const own = lastTimes(times, part.start, values[0]!.start, values.length + 1)
  if (own.length > 0 || values.length < 2 || part.index === 0) return own
  const told = lastTimes(times, sentence[0]!.start, part.start, values.length + 1)
  return told.length === values.length && isList(block.text, told) ? told : own
}

const isList = (text: string, times: readonly Time[]): boolean =>
  times.every(
    ({relation, span}, i) =>
      STAYING.has(relation) && (i === 0 || JOINT.test(text.slice(times[i - 1]!.span.end, span.start))),
  )
const JOINT = /^[、和及与]到?$/

/** Whether each value has a time of its own. */
export const isPaired = (spot: Spot): boolean => spot.values.length > 1 && datesOf(spot).length === spot.values.length
