/** The fields of a deadline that nothing was said about. */
import type {FindingOf} from '../block.ts'

export type Deadline = FindingOf<'deadline'>

/** A deadline with what was read, and null for the rest. Written out, so that all of them have one shape for the engine. */
export function deadlineOf(read: Partial<Deadline> & Pick<Deadline, 'span' | 'relation'>): Deadline {
  return {
    kind: 'deadline',
    span: read.span,
    numbers: read.numbers ?? [],
    warnings: read.warnings ?? [],
    relation: read.relation,
    comparator: read.comparator ?? '=',
    edtf: read.edtf ?? null,
    duration: read.duration ?? null,
    every: read.every ?? null,
    start: read.start ?? null,
    end: read.end ?? null,
    precision: read.precision ?? null,
    event: read.event ?? null,
  }
}
