/** The lists of data/script.generated.ts → a table of what each UTF-16 unit is to the two scripts. The command line reads the table from a file that the build has made. */
import {kindTable} from '../../text/charset.ts'
import {EITHER, SIMPLIFIED, TRADITIONAL} from './script.generated.ts'
import {ASTRAL, EITHER_SCRIPT, ONLY_SIMPLIFIED, ONLY_TRADITIONAL} from './script-kinds.ts'

/** By UTF-16 unit, the bits of script-kinds.ts. */
export function scriptTable(): Uint8Array {
  const table = kindTable(new Uint8Array(0x10000), [[ONLY_SIMPLIFIED, SIMPLIFIED]])
  markFirsts(table, TRADITIONAL, ONLY_TRADITIONAL)
  markFirsts(table, EITHER, EITHER_SCRIPT)
  return table
}

/** Marks the first character of each pair. */
function markFirsts(table: Uint8Array, pairs: string, kind: number): void {
  let isFirst = true
  for (let i = 0; i < pairs.length; i++) {
    const unit = pairs.charCodeAt(i)
    const isHigh = (unit & 0xfc00) === 0xd800
    if (isFirst) table[unit]! |= isHigh ? ASTRAL : kind
    if (isHigh) i++
    isFirst = !isFirst
  }
}
