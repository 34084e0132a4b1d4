/** The kinds of facts, in the order in which they may claim a number. */
import type {FactRule} from '../block.ts'

export const rules: readonly FactRule[] = []
