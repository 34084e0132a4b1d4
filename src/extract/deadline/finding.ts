/** The fields of a deadline that nothing was said about. */
import type {FindingOf} from '../block.ts'

export type Deadline = FindingOf<'deadline'>

/** What was read; a field that nothing was said about may be left undefined. */
type Read = Pick<Deadline, 'span' | 'relation'> & {readonly [K in keyof Deadline]?: Deadline[K] | undefined}

/** A deadline with what was read, and null for the rest. Written out, so that all of them have one shape for the engine. */
export function deadlineOf(read: Read): Deadline {
  return {
    kind: 'deadline',
    span: read.span,
    numbers: read.numbers ?? [],
    warnings: read.warnings ?? [],
    past: false,
    named: false,
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
