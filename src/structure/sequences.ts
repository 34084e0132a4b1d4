/** The clauses of a tree → what is odd about their numbers: gaps, doubles, restarts, wrong numbers. */
import type {DraftDiagnostic} from '../model/stages.ts'
import type {Open} from './tree.ts'

/** A page with more odd numbers has no numbering to speak of. */
const MOST = 1000

/** One diagnostic for each clause whose number does not follow the one before it. */
export function sequences(opens: readonly Open[]): DraftDiagnostic[] {
  const out: DraftDiagnostic[] = []
  for (const open of opens) {
    const odd = oddity(open)
    if (odd) out.push({...odd, span: open.clause.marker!.span})
    if (out.length === MOST) {
      out.push({
        code: 'structure/limit',
        level: 'warning',
        message: `Unexpected numbers beyond these ${MOST}, expected few`,
      })
      break
    }
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
