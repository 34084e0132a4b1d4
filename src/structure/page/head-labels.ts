/** Lines of labels in a head: 索引号：…, a label over its value, and labels that the lexicon lacks between known ones. */
import type {Block} from '../line.ts'
import {readBodies} from '../metadata/bodies.ts'
import {labelOf, leadingDate, type Pair, readPairs, readUnknownPair} from '../metadata/labels.ts'
import {readNumber} from '../metadata/numbers.ts'
import {isAddressee} from './addressee.ts'
import {isMarked} from './kinds.ts'
import {lineAt, type Part, textAt} from './part.ts'
import {titleAt} from './titles.ts'

/** The labels at an index of a head that opens at `from` and may go to `to`. */
export function labelsAt(blocks: readonly Block[], at: number, from: number, to: number): Part | undefined {
  const line = lineAt(blocks, at)!
  const pairs = readPairs(line)
  if (pairs) return labelled(blocks, at, to, pairs)
  // 标签 alone, its values lost.
  if (at > from && labelOf(line.text) !== undefined) return {type: 'metadata', from: at, to: at + 1}
  const pair = isAmongLabels(blocks, at, from) ? readUnknownPair(line) : undefined
  return pair && {type: 'metadata', from: at, to: at + 1, pairs: [pair]}
}

const isKnown = (blocks: readonly Block[], at: number): boolean => {
  const line = lineAt(blocks, at)
  return line !== undefined && readPairs(line) !== undefined
}
const isUnknown = (blocks: readonly Block[], at: number): boolean => {
  const line = lineAt(blocks, at)
  return line !== undefined && readUnknownPair(line) !== undefined
}

const MOST_UNKNOWN = 4

/**
 * Whether a line stands among labels: some such lines in a row, with known labels above and, below, known ones or what
 * goes on with the head; or the first line of a head with two lines of known labels under it.
 */
function isAmongLabels(blocks: readonly Block[], at: number, from: number): boolean {
  if (at === from) return isKnown(blocks, at + 1) && isKnown(blocks, at + 2)
  let above = at - 1
  while (above > from && at - above < MOST_UNKNOWN && !isKnown(blocks, above) && isUnknown(blocks, above)) above--
  if (above < from || !isKnown(blocks, above)) return false
  let below = at + 1
  while (below - above <= MOST_UNKNOWN && !isKnown(blocks, below) && isUnknown(blocks, below)) below++
  if (isKnown(blocks, below) || titleAt(blocks, below) > 0) return true
  const text = textAt(blocks, below)
  return readNumber(text) !== undefined || isAddressee(text)
}

/** A label alone on its line takes the next line for its value, if that looks like one. */
function labelled(blocks: readonly Block[], at: number, to: number, pairs: readonly Pair[]): Part {
  const line = lineAt(blocks, at)!
  const next = at + 1 < to ? lineAt(blocks, at + 1) : undefined
  const alone = pairs.length === 1 && pairs[0]!.value.start === pairs[0]!.value.end && labelOf(line.text) !== undefined
  if (!alone || !next || next.text.length > 100 || readPairs(next) || /[。；]/.test(next.text) || isMarked(next.text))
    return {type: 'metadata', from: at, to: at + 1, pairs}
  if (!fits(blocks, at, pairs[0]!)) return {type: 'metadata', from: at, to: at + 1, pairs}
  return {type: 'metadata', from: at, to: at + 2, pairs: [{...pairs[0]!, value: next.span}]}
}

/** Whether the line under a lone label can be its value: a date for a day, a number for a number, no title for the rest. */
function fits(blocks: readonly Block[], at: number, {key}: Pair): boolean {
  const label = textAt(blocks, at)
  const next = textAt(blocks, at + 1)
  if (/Date$|^date$/.test(key)) return leadingDate(next) !== undefined
  const isNumber = readNumber(next) !== undefined
  if (key === 'documentNumber' || isNumber) return key === 'documentNumber' && isNumber
  if (key === 'source' && readBodies(next)) return true
  if (key === 'none' || !(/[:：】\]]$/.test(label) || isAmongOverValues(blocks, at))) return false
  const title = titleAt(blocks, at + 1)
  return title === 0 || (title === 1 && /[】\]]$/.test(label) && next.length <= 12)
}

/** 发文单位 over 某某委员会 over 文号: in a table read cell by cell a label stands over every value, without a colon. */
const isAmongOverValues = (blocks: readonly Block[], at: number): boolean =>
  labelOf(textAt(blocks, at + 1)) === undefined && labelOf(textAt(blocks, at + 2)) !== undefined
