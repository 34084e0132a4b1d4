/** How certain the characters under a fact are: the worst of the guesses it touches, and the repairs it rests on. */
import type {Certainty} from '../model/repair.ts'
import {lastAtMost, overlaps, type Span} from '../text/span.ts'
import {type Repairs, worse} from './record.ts'

/**
 * A guess right before or behind a fact may have been a part of it, and so may one among the words that compare: 1�5毫米 lost
 * a dash, 不�于90% a comparator, 50万元�上 half of 以上.
 */
const COMPARING = /[不低高少多超过于至最以约近达仅]/
const LONGEST_COMPARATOR = 3

/**
 * A function from a span to the certainty of its characters and the repairs in it. A repair without guesses counts whole.
 * @param guessed whether any repair has guesses
 */
export function grounding(
  {starts, at}: Repairs,
  text: string,
  guessed: boolean,
): (span: Span) => {certainty: Certainty; ids: string[]} {
  return span => {
    let certainty: Certainty = 'read'
    const ids: string[] = []
    const near = guessed ? phraseAround(text, span) : span
    for (let i = Math.max(0, lastAtMost(starts, near.start, itself)); i < starts.length; i++) {
      if (starts[i]! >= near.end) break
      const repair = at(i)
      const guesses = repair.guesses?.filter(g => overlaps(g.span, near)) ?? []
      const isIn =
        overlaps(repair.span, span) ||
        (repair.after === '' && repair.span.start > span.start && repair.span.start < span.end)
      if (!isIn && guesses.length === 0) continue
      ids.push(repair.id)
      if (!repair.guesses) certainty = worse(certainty, repair.certainty)
      else for (const g of guesses) certainty = worse(certainty, g.certainty)
    }
    return {certainty, ids}
  }
}

const itself = (start: number): number => start

const ENDS_PHRASE = /[，。；：、！？\n]/

function phraseAround(text: string, {start, end}: Span): Span {
  let from = start
  while (from > start - LONGEST_COMPARATOR && COMPARING.test(text[from - 1] ?? '')) from--
  if (from > 0 && !ENDS_PHRASE.test(text[from - 1]!)) from--
  return {start: from, end: end < text.length && !ENDS_PHRASE.test(text[end]!) ? end + 1 : end}
}
