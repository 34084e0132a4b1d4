/** The kinds of facts, in the order in which they may claim a number. */
import type {FactRule} from '../block.ts'
import {deadline} from './deadline.ts'
import {money} from './money.ts'
import {percentage} from './percentage.ts'
import {quantity} from './quantity.ts'
import {reference} from './reference.ts'
import {responsibility} from './responsibility.ts'
import {target} from './target.ts'

export const rules: readonly FactRule[] = [reference, responsibility, deadline, money, percentage, quantity, target]
