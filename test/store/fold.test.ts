// What is looked at once folds as what is looked at by every pattern.
import {expect, test} from 'vitest'
import {fold} from '../../src/store/fold.ts'

const narrow = (text: string): string =>
  text.replace(/[０-９Ａ-Ｚａ-ｚ]/g, wide => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
const spaced = (text: string): string => text.replace(/\s+/g, ' ')

test('every large, wide or white character becomes what the patterns make of it', () => {
  const wrong: string[] = []
  for (let code = 0; code < 0x20000; code++) {
    const c = String.fromCodePoint(code)
    for (const text of [c, `a${c}b`, `${c}${c}`]) {
      const want = spaced(narrow(text).toLowerCase())
      if (want !== text && fold(text) !== want) wrong.push(text)
    }
  }
  expect(wrong).toEqual([])
})

test.each([
  ['學前教育', '学前教育'],
  ['不低於90%', '不低于90%'],
  ['於某某', '於某某'],
  ['ＳＴＥＡＭ 教  育', 'steam 教 育'],
  ['５Ｇ\n\n智慧', '5g 智慧'],
  ['a　b', 'a b'],
])('%s → %s', (text, want) => expect(fold(text)).toBe(want))
