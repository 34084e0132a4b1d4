/** What of a page was left out: a list with reason, place and size, bounded. */
import type {Omission} from '../place.ts'

/** A page of nothing but comments is told in this many entries; the last of them then stands for all the rest. */
const LISTED = 500

/** Adds a stretch of the markup to the list, unless there is nothing in it. */
export function leaveOut(list: Omission[], reason: string, start: number, end: number, characters: number): void {
  if (characters === 0) return
  const last = list.at(-1)
  if (last && list.length >= LISTED) {
    last.end = end
    last.characters += characters
  } else list.push({reason, start, end, characters})
}
