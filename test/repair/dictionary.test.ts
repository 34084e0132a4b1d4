// The generated table of characters: what follows what in official text, by a number for each likelihood.
import {expect, test} from 'vitest'
import {chanceOf} from '../../src/repair/lattice/chance.ts'
import {dictionary} from '../../src/repair/lattice/dictionary.ts'

const words = dictionary()
const chance = chanceOf(words)
const idAt = (text: string, at: number): number => words.ids[text.charCodeAt(at)]!
const chanceAfter = (before: string, next: string): number => {
  chance.after(idAt(before, 0), idAt(before, 1))
  return chance.of(idAt(next, 0))
}

test.each([
  ['人民', '政', '正'],
  ['组织', '领', '另'],
  ['组织', '实', '施'],
  ['負責', '制', '之'],
  ['提高', '教', '叫'],
  ['为0', '0', '月'],
])('after %s comes %s rather than %s', (before, next, other) => {
  expect(chanceAfter(before, next)).toBeGreaterThan(10 * chanceAfter(before, other))
})

test('the scripts and the widths share their numbers', () => {
  const same = (text: string): number => new Set(Array.from(text, c => words.ids[c.charCodeAt(0)]!)).size
  expect(['學学', '發发', '0123９', 'aZｂ', ',，', '\n \u3000'].map(same)).toEqual([1, 1, 1, 1, 1, 1])
})

test.each(['人民', '龟鼎', '\ue000政', '政\ue000'])('the chances after %s make one at most', before => {
  chance.after(idAt(before, 0), idAt(before, 1))
  const sum = Array.from({length: words.size}, (_, i) => chance.of(i + 1)).reduce((all, p) => all + p, 0)
  expect(sum).toBeGreaterThan(0.4)
  expect(sum).toBeLessThan(1.25)
})

test('what no text has is not impossible', () => {
  chance.after(idAt('人民', 0), idAt('人民', 1))
  expect(chance.of(words.size + 1)).toBeGreaterThan(0)
  expect(chance.of(words.size + 1)).toBeLessThan(1e-6)
})
