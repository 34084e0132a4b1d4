/** 地震4 8次, 新建二十 三所 → a warning: a space that was left alone may stand inside the number of a value. */
import type {DraftFact} from '../model/stages.ts'
import {readNumeral} from '../text/numerals.ts'

type Warning = DraftFact['warnings'][number]

/** What may be the rest of the number, in running text and right before the value, a blank between. */
const DIGIT = /[\u3400-\u9fff]([0-9])[ \u00a0]$/
const WRITTEN =
  /(?:^|[^第〇零一二两三四五六七八九十百千万亿])([〇零一二两三四五六七八九十百千万亿]{0,12}[十百千万亿])[ \u00a0]$/
const ONE_DIGIT = /^[0-9](?=[\u3400-\u9fff])/
const BEGINS = /^[一二两三四五六七八九][十百千万亿〇零一二三四五六七八九]{0,8}/
const REACH = 16

/** The number that a value may be the end of, as a warning. */
export function mayBeSplit(page: string, fact: DraftFact): Warning | null {
  if (!('comparator' in fact)) return null
  const {start} = fact.kind === 'target' ? fact.valueSpan : fact.span
  if (page[start - 1] !== ' ' && page[start - 1] !== '\u00a0') return null
  const before = page.slice(Math.max(0, start - REACH), start)
  const after = page.slice(start, start + REACH)
  const digits = joined(DIGIT.exec(before), ONE_DIGIT.exec(after))
  if (digits) return {code: 'split-number', candidate: digits}
  const written = joined(WRITTEN.exec(before), BEGINS.exec(after))
  return written && readNumeral(written) !== undefined ? {code: 'split-number', candidate: written} : null
}

const joined = (left: RegExpExecArray | null, right: RegExpExecArray | null): string | null =>
  left && right && left[1]! + right[0]
