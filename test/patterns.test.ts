/** What the build makes of patterns: they match what they matched, and are not made for texts that they cannot match. */
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {needs} from '../scripts/needs.js'
import {patternsOf} from '../scripts/pattern.js'
import {entryOf} from '../scripts/patterns.js'

const deferred = (source: string, flags: string): RegExp => new (patternsOf(entryOf(source, flags)))(0) as never

test.each([
  ['甲乙|丙', '', {words: ['甲乙', '丙'], heads: '', tails: ''}],
  ['^[甲乙]丙?丁+$', '', {words: ['丁'], heads: '甲乙', tails: '丁'}],
  ['^(?:甲|乙?丙|)丁', '', {words: ['丁'], heads: '甲乙丙丁', tails: ''}],
  ['(?:甲|)乙?', '', {words: [], heads: '', tails: ''}],
  ['^甲?', '', {words: [], heads: '', tails: ''}],
  ['^甲|乙$', '', {words: ['甲', '乙'], heads: '', tails: ''}],
  ['^甲', 'm', {words: ['甲'], heads: '', tails: ''}],
  ['甲{0,2}乙{2,}丙{0}', '', {words: ['乙'], heads: '', tails: ''}],
  ['[^甲]乙.丙', 'y', {words: ['乙'], heads: '', tails: ''}],
  ['(?!甲)乙(?=丙)', 'y', {words: ['乙'], heads: '乙', tails: ''}],
  ['(?<=甲乙)[丙丁]', '', {words: ['甲乙'], heads: '', tails: ''}],
  ['(?<=甲乙)[丙丁]', 'y', {words: ['丙', '丁'], heads: '丙丁', tails: ''}],
  ['(?<名>甲)\\k<名>', 'u', {words: ['甲'], heads: '', tails: ''}],
  ['^(甲)?\\1乙', '', {words: ['乙'], heads: '', tails: ''}],
  ['^\\u7532[\\x41-C]', '', {words: ['甲'], heads: '甲', tails: ''}],
  ['^a', 'i', {words: [], heads: '', tails: ''}],
  ['^[\\p{L}甲]乙', 'u', {words: ['乙'], heads: '', tails: ''}],
  ['^𠀀|^乙', 'u', {words: [], heads: '', tails: ''}],
])('needs of /%s/%s', (source, flags, expected) => {
  expect(needs(source, flags)).toEqual(expected)
})

const LETTERS = [...'甲乙1%\n']
const unit = fc.constantFrom(...LETTERS, '\\s', '\\d', '.', '[甲1]', '[^甲]', '[\\d%]', '^', '$', '\\b')
const source = fc.letrec<{part: string; all: string}>(tie => ({
  part: fc.oneof(
    {depthSize: 'small'},
    unit,
    fc
      .tuple(tie('all'), fc.constantFrom('?:', '', '?=', '?!', '?<=', '?<!'))
      .map(([inner, kind]) => `(${kind}${inner})`),
    fc
      .tuple(unit, fc.constantFrom('?', '*', '+', '{2}', '{0,1}', '+?'))
      .map(([one, times]) => ('^$\\b'.includes(one) ? one : one + times)),
    fc.tuple(tie('all'), fc.constantFrom('?', '{1,2}', '{0}')).map(([inner, times]) => `(?:${inner})${times}`),
    fc.tuple(tie('all'), tie('all')).map(([a, b]) => `(?:${a}|${b})`),
  ),
  all: fc.array(tie('part'), {maxLength: 4}).map(parts => parts.join('')),
})).all

test('a deferred pattern gives what the pattern gives', () => {
  const texts = fc.array(
    fc.array(fc.constantFrom(...LETTERS), {maxLength: 8}).map(all => all.join('')),
    {maxLength: 6},
  )
  fc.assert(
    fc.property(source, fc.constantFrom('', 'g', 'y', 'm', 'u', 'iu', 'my'), texts, (pattern, flags, all) => {
      const plain = new RegExp(pattern, flags)
      const late = deferred(pattern, flags)
      for (const [n, text] of all.entries()) {
        if (flags.includes('y')) plain.lastIndex = late.lastIndex = n
        expect(late.exec(text)).toEqual(plain.exec(text))
        expect(late.lastIndex).toBe(plain.lastIndex)
        expect(late.test(text)).toBe(plain.test(text))
        plain.lastIndex = late.lastIndex = 0
        expect(text.replace(late, '<$&>')).toBe(text.replace(plain, '<$&>'))
        expect(text.match(late)).toEqual(text.match(plain))
        expect(text.search(late)).toBe(text.search(plain))
        expect(text.split(late)).toEqual(text.split(plain))
        if (flags.includes('g')) expect([...text.matchAll(late)]).toEqual([...text.matchAll(plain)])
        plain.lastIndex = late.lastIndex = 0
      }
    }),
    {numRuns: 1000},
  )
})

test('a pattern is not made while no text can match it', () => {
  const late = deferred('^甲[^乙]*丙丁', '') as RegExp & {made: unknown}
  expect(['', '乙丙丁', '甲乙丁', '甲丙'].map(text => late.test(text))).toEqual([false, false, false, false])
  expect(late.made).toBeNull()
  expect(late.test('甲一丙丁')).toBe(true)
  expect(late.made).toBeInstanceOf(RegExp)
})
