import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {LEGAL, writeCjk} from '../../src/text/counting.ts'
import {numeralAt, readCjk, readNumeral} from '../../src/text/numerals.ts'

const DIGITS = '零一二三四五六七八九'
const PLACES = ['', '十', '百', '千']
const MYRIADS = ['', '万', '亿']

/** Below ten thousand, as it is written: 1005 → 一千零五. */
function section(n: number): string {
  let out = ''
  let gap = false
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(n / 10 ** place) % 10
    if (digit === 0) gap = out !== ''
    else {
      out += (gap ? '零' : '') + DIGITS[digit] + PLACES[place]
      gap = false
    }
  }
  return out
}

/** Below 10¹², as it is written. */
function written(n: number): string {
  if (n === 0) return '零'
  let out = ''
  for (let i = 2; i >= 0; i--) {
    const part = Math.floor(n / 10 ** (4 * i)) % 10_000
    if (part === 0) continue
    const gap = out !== '' && part < 1000 ? '零' : ''
    out += gap + section(part) + MYRIADS[i]
  }
  return out
}

describe('readNumeral', () => {
  test('reads back whole numbers written in characters', () =>
    fc.assert(
      fc.property(fc.integer({min: 0, max: 999_999_999_999}), n => {
        expect(readNumeral(written(n))).toBe(n)
      }),
    ))

  test('reads back numbers with commas', () =>
    fc.assert(
      fc.property(fc.integer({min: 0, max: 999_999_999}), n => {
        expect(readNumeral(String(n).replace(/\B(?=(\d{3})+$)/g, ','))).toBe(n)
      }),
    ))

  test('shifts decimal digits, never multiplies them', () =>
    fc.assert(
      fc.property(
        fc.integer({min: 1, max: 999_999}),
        fc.constantFrom<[string, number]>(['万', 4], ['亿', 8], ['万亿', 12]),
        (n, [word, power]) => {
          expect(readNumeral(`${n / 1000}${word}`)).toBe(Number(`${n}e${power - 3}`))
        },
      ),
    ))

  test.each([
    ['3.3万', 33_000],
    ['1.1亿', 110_000_000],
    ['3万5千', 35_000],
    ['一万三', 13_000],
    ['二百五', 250],
    ['十二', 12],
    ['二〇三五', 2035],
    ['百', 100],
    ['三点五', 3.5],
    ['八分之一', 0.125],
    ['1/4', 0.25],
    ['二又二分之一', 2.5],
    ['负三十二', -32],
    ['壹佰贰拾', 120],
    ['1 526万', 15_260_000],
  ])('%s is %d', (text, value) => {
    expect(readNumeral(text)).toBe(value)
  })

  test.each(['', '3/0', '零分之三', '甲分之三', '十一十二', '一些', '3个', '点一', '——', '12345678901234567890'])(
    '%s is none',
    text => expect(readNumeral(text)).toBeUndefined(),
  )
})

describe('numeralAt', () => {
  test.each([
    ['两三百人', 200, 300, '两三百'],
    ['十五六个', 15, 16, '十五六'],
    ['二三十所', 20, 30, '二三十'],
    ['三五年', 3, 5, '三五'],
  ])('%s is a range', (text, value, upper, read) => {
    const found = numeralAt(text, 0)!
    expect([found.value, found.upper, text.slice(0, found.end)]).toEqual([value, upper, read])
  })

  test.each([
    ['30余万人', {value: 300_000, more: true}],
    ['数千名', {value: 1000, some: true}],
    ['十几个', {value: 10, more: true}],
    ['百场', {value: 100, bare: true}],
    ['5千米', {value: 5, end: 1}],
    ['2021年', {value: 2021, plain: true}],
    ['十三十四', {value: 13, end: 2}],
  ])('%s', (text, want) => expect(numeralAt(text, 0)).toMatchObject(want))

  test('人数, 总数 before a magnitude are words', () => expect(numeralAt('总数千分之一', 1)).toBeUndefined())

  test('never reads beyond the text, whatever it is', () =>
    fc.assert(
      fc.property(
        fc.string({unit: fc.constantFrom(...'零一两三十百千万亿1230.,，点余多几数 个年'), maxLength: 40}),
        text => {
          for (let at = 0; at < text.length; at++) {
            const found = numeralAt(text, at)
            if (found) expect(found.start === at && found.end > at && found.end <= text.length).toBe(true)
          }
        },
      ),
    ))
})

describe('readCjk', () => {
  test.each([
    ['一百零五', 105],
    ['二十', 20],
  ])('%s is %d', (text, value) => {
    expect(readCjk(text)).toBe(value)
  })
  test.each(['12', '三点五', '一百二十条'])('%s is none', text => expect(readCjk(text)).toBeUndefined())
})

describe('writeCjk', () => {
  test('is what readCjk reads', () => {
    for (let n = 0; n < 10_000; n++) expect(readCjk(writeCjk(n))).toBe(n)
  })
  test('has one 零 for a gap, none at the end, and no 一 before ten alone', () =>
    expect([7, 10, 12, 20, 105, 110, 112, 1005, 1050, 2000].map(n => writeCjk(n))).toEqual(
      '七 十 十二 二十 一百零五 一百一十 一百一十二 一千零五 一千零五十 二千'.split(' '),
    ))
  test('writes as cheques do, and leaves the rest in figures', () =>
    expect([writeCjk(12, LEGAL), writeCjk(10_000), writeCjk(-1)]).toEqual(['壹拾贰', '10000', '-1']))
})
