/** 2026年、2027年普及率分别达到80%和86%: a time for each of several values. */
import type {Spot} from './reading.ts'
import {lastTimes, type Time} from './times.ts'

/** The times before the values of a spot, one more than there are values at most. */
export const datesOf = ({values, times, part}: Spot): Time[] =>
  lastTimes(times, part.start, values[0]!.start, values.length + 1)

/** Whether each value has a time of its own. */
export const isPaired = (spot: Spot): boolean => spot.values.length > 1 && datesOf(spot).length === spot.values.length
