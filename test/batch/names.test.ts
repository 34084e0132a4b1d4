import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {outputNames} from '../../src/batch/names.ts'
import type {Input} from '../../src/batch/walk.ts'

const inputs = (...names: string[]): Input[] =>
  names.map(relative => ({path: relative, relative, bytes: 0, modified: 0}))

describe('outputNames', () => {
  test('is the same path and .json', () =>
    expect(outputNames(inputs('a/b.html', 'c.txt'))).toEqual(['a/b.html.json', 'c.txt.json']))

  test('refuses two inputs of one name', () => expect(() => outputNames(inputs('a/b', 'a/b'))).toThrow(RangeError))

  test('tells apart names that differ in case or normalisation', () => {
    const names = outputNames(inputs('A.txt', 'a.txt', '\u00e9.txt', 'e\u0301.txt'))
    expect(new Set(names.map(n => n.normalize('NFKC').toLowerCase())).size).toBe(4)
    expect(names[0]).toBe('A.txt.json')
  })

  test('never overwrites the manifest', () => expect(outputNames(inputs('manifest'))[0]).not.toBe('manifest.json'))

  test('never gives a name that is too long, or the same twice', () => {
    const name = fc
      .string({unit: 'grapheme', minLength: 1, maxLength: 250})
      .filter(s => !s.includes('/') && !s.includes('\0'))
    fc.assert(
      fc.property(fc.uniqueArray(name, {maxLength: 8}), names => {
        const out = outputNames(inputs(...names))
        for (const o of out) expect(Buffer.byteLength(o)).toBeLessThanOrEqual(255)
        expect(new Set(out).size).toBe(out.length)
      }),
    )
  })
})
