/** The kinds of facts as the command line names them (the model's list, without loading the model). */
import type {FactKind} from '../model/fact.ts'
import {UsageError} from './command.ts'

/** A kind of the model that stands not here does not compile. */
const NAMED: Readonly<Record<FactKind, true>> = {
  percentage: true,
  money: true,
  quantity: true,
  deadline: true,
  target: true,
  reference: true,
  responsibility: true,
}
export const KINDS: readonly string[] = Object.keys(NAMED)

/** What `search` and `compare` may be asked for: a kind of hit, or of fact. */
export const HIT_KINDS: readonly string[] = ['clause', 'paragraph', 'table', 'fact', ...KINDS]

/** The kinds of `--kind target,money`; all where nothing is said. */
export function kindsOf(option: string | boolean | undefined): ReadonlySet<string> {
  if (typeof option !== 'string') return new Set(KINDS)
  const kinds = option.split(',').map(kind => kind.trim())
  for (const kind of kinds)
    if (!KINDS.includes(kind)) throw new UsageError(`unknown kind '${kind}', expected some of ${KINDS.join(', ')}`)
  return new Set(kinds)
}
