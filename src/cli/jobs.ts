/** `--jobs` → how many threads. */
import {UsageError} from './command.ts'

/** @throws UsageError */
export function jobsOf(jobs: string | boolean | undefined): number | undefined {
  if (jobs === undefined) return undefined
  const count = Number(jobs)
  if (!Number.isInteger(count) || count < 1 || count > 256)
    throw new UsageError(`--jobs takes a number from 1 to 256, not '${jobs}'`)
  return count
}
