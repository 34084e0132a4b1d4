import {expect, test} from 'vitest'
import {charset, holdsAny, WHITE_SPACE} from '../../src/text/charset.ts'

test('a code unit is in the set exactly when its character is in the list', () => {
  const digits = charset('年0\u0000\uffff')
  const found: number[] = []
  for (let unit = 0; unit < 0x10000; unit++) if (digits(unit)) found.push(unit)
  expect(found).toEqual([0, 48, 0x5e74, 0xffff])
})

test('beyond the end of a text there is nothing', () => {
  expect(charset('年')('年'.charCodeAt(1))).toBe(false)
  expect(holdsAny(charset('年'), '一年', -3, 9)).toBe(true)
  expect(holdsAny(charset('年'), '一年', -3, 1)).toBe(false)
})

test('white space is what a pattern calls so', () => {
  const white = charset(WHITE_SPACE)
  for (let unit = 0; unit < 0x10000; unit++) expect(white(unit)).toBe(/\s/.test(String.fromCharCode(unit)))
})
