/** ““十四五””规划 → “十四五”规划: quotation marks that were set twice around the same words. */
import type {RepairEdit, RepairRule} from '../repair.ts'

const DOUBLED = /““(?=([^“”\n]{1,60})””)/g

/** Quotation marks inside others are single ones (GB/T 15834-2011, 4.8.3.3): two alike on both sides say nothing. */
export const doubledQuotes: RepairRule = {
  id: 'doubled-quotes',
  why: 'quotation marks set twice',
  traces: '“',
  *find(text): Generator<RepairEdit> {
    for (const {1: words = '', index} of text.matchAll(DOUBLED)) {
      const close = index + 2 + words.length
      yield {start: index, end: index + 1, insert: '', confidence: 0.97}
      yield {start: close, end: close + 1, insert: '', confidence: 0.97}
    }
  },
}
