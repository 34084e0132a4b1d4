/** The clauses of a tree → what is odd about their numbers: gaps, doubles, restarts, wrong numbers. */
import type {DraftDiagnostic} from '../model/stages.ts'
import type {Open} from './tree.ts'

/** One diagnostic for each clause whose number does not follow the one before it. */
export function sequences(opens: readonly Open[]): DraftDiagnostic[] {
  const out: DraftDiagnostic[] = []
  for (const open of opens) {
    const odd = oddity(open)
    if (odd) out.push({...odd, span: open.clause.marker!.span})
  }
  return out
}

function oddity(open: Open): Pick<DraftDiagnostic, 'code' | 'level' | 'message'> | null {
  const raw = open.clause.marker?.raw
  if (raw === undefined || open.fit === null) return null
  switch (open.fit) {
    case 'gap':
      return {
        code: 'structure/sequence-gap',
        level: 'warning',
        message: `Unexpected ${raw}, expected the number before it`,
      }
    case 'duplicate':
      return {code: 'structure/sequence-duplicate', level: 'warning', message: `Unexpected ${raw}, which stands twice`}
    case 'restart':
      if (open.led) return null
      return {
        code: 'structure/sequence-restart',
        level: 'info',
        message: `Unexpected ${raw}, expected the sequence to go on`,
      }
    case 'backward':
    case 'misnumbered':
      return {code: 'structure/misnumbered', level: 'warning', message: `Unexpected ${raw}, expected another number`}
    case 'deep':
      return {code: 'structure/depth', level: 'warning', message: `Unexpected ${raw}, expected no deeper level`}
    default:
      return null
  }
}
