/** The repairs, in the order they run; each sees the text that the ones above it left. */
import type {RepairRule} from '../repair.ts'
import {pinyinGloss} from './pinyin-gloss.ts'
import {punctuation} from './punctuation.ts'
import {script} from './script.ts'

export const rules: readonly RepairRule[] = [pinyinGloss, script, punctuation]
