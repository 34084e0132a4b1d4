// The generated table of words goes stale when the official words change: then scripts/generate-language.js is to be run.
import {expect, test} from 'vitest'
import {OFFICIAL_WORDS} from '../../src/repair/data/official-words.ts'
import {dictionary, pairPlace} from '../../src/repair/lattice/dictionary.ts'

const words = dictionary()
const {ids, inside, frequencies} = words
const idAt = (text: string, at: number): number => ids[text.charCodeAt(at)]!
const countOf = (word: string): number => {
  const at = pairPlace(words, idAt(word, 0), idAt(word, 1))
  return at < 0 ? 0 : frequencies[inside[at]!]!
}

test('every official word is counted in the table', () => {
  const official = OFFICIAL_WORDS.flatMap(([count, listed]) => listed.split(' ').map(word => ({word, count})))
  const missing = official.filter(({word, count}) => word.length > 1 && countOf(word) < count * 0.999)
  expect(missing).toEqual([])
})

test('what is no word is not', () => {
  expect(countOf('龟鼎')).toBe(0)
})
