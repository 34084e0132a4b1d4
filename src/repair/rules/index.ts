/** The repairs, in the order they run; each sees the text that the ones above it left. */
import type {RepairRule} from '../repair.ts'

export const rules: readonly RepairRule[] = []
