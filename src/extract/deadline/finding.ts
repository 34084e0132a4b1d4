/** The fields of a deadline that nothing was said about. */
import type {FindingOf} from '../block.ts'

export type Deadline = FindingOf<'deadline'>

const NOTHING = {
  kind: 'deadline',
  comparator: '=',
  edtf: null,
  duration: null,
  every: null,
  start: null,
  end: null,
  precision: null,
  event: null,
} as const

/** A deadline with what was read, and null for the rest. */
export const deadlineOf = (read: Partial<Deadline> & Pick<Deadline, 'span' | 'relation'>): Deadline => ({
  ...NOTHING,
  ...read,
})
