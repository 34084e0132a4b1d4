/** 第第第一一一条条条 → 第一条: lines of which each character stands three times, as a copy of bold or shadowed print has them. */
import type {RepairEdit} from '../repair.ts'

const HAN = /[\u3400-\u9fff]/g
/** So many different Chinese characters make sure: 哈哈哈 has one. */
const DIFFERENT = 3

/** The second and third of each three, line by line, as one edit. */
export function* tripledLines(text: string): Generator<RepairEdit> {
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf('\n', start)
    const end = feed === -1 ? text.length : feed
    const from = start + indentOf(text, start, end)
    if (text[from] === text[from + 1] && isTripled(text, from, end)) yield* thirds(text, from, end)
    start = end + 1
  }
}

const isSpace = (character: string | undefined): boolean => character?.trim() === ''

function indentOf(text: string, start: number, end: number): number {
  let at = start
  while (at < end && isSpace(text[at])) at++
  return at - start
}

function isTripled(text: string, from: number, end: number): boolean {
  for (let at = from; at < end; ) {
    if (isSpace(text[at])) at++
    else if (text[at] === text[at + 1] && text[at] === text[at + 2] && at + 3 <= end) at += 3
    else return false
  }
  return new Set(text.slice(from, end).match(HAN)).size >= DIFFERENT
}

function* thirds(text: string, from: number, end: number): Generator<RepairEdit> {
  for (let at = from; at < end; )
    if (isSpace(text[at])) at++
    else {
      yield {start: at + 1, end: at + 3, insert: '', confidence: 0.97}
      at += 3
    }
}
