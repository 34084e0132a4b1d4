import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {calendarDays, dateAt, readDate, shiftDate} from '../../src/text/dates.ts'

describe('readDate', () => {
  test.each([
    ['2019年12月24日', '2019-12-24'],
    ['二〇二三年八月二十八日', '2023-08-28'],
    ['一九九六年二月九日', '1996-02-09'],
    ['二○○五年六月', '2005-06'],
    ['2015年 8 月 17 日', '2015-08-17'],
    ['2022-09-16 14:44:21', '2022-09-16'],
    ['2024/10/10 22:03:29', '2024-10-10'],
    ['2024.1.5', '2024-01-05'],
    ['20250120', '2025-01-20'],
    ['2018年', '2018'],
    ['民国96年6月14日', '2007-06-14'],
  ])('%s is %s', (text, value) => expect(readDate(text)).toEqual({value}))

  test.each(['2019年13月1日', '2019-02-30', '20xx年12月28日', '2.1', '3年', '24日', '2019年底前', '国发2019', ''])(
    '%s is no date',
    text => expect(readDate(text)).toBeUndefined(),
  )
})

const day = fc
  .date({min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true})
  .map(d => d.toISOString().slice(0, 10))
const DIGITS = '〇一二三四五六七八九'
const characters = (n: number): string =>
  n < 10 ? DIGITS[n]! : `${n < 20 ? '' : DIGITS[Math.floor(n / 10)]}十${n % 10 === 0 ? '' : DIGITS[n % 10]}`

describe('dates written and read back', () => {
  test.each([
    ['figures', (y: string, m: number, d: number) => `${y}年${m}月${d}日`],
    ['dashes', (y: string, m: number, d: number) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`],
    [
      'characters',
      (y: string, m: number, d: number) =>
        `${[...y].map(c => DIGITS[Number(c)]).join('')}年${characters(m)}月${characters(d)}日`,
    ],
    ['the Republic', (y: string, m: number, d: number) => `民国${Number(y) - 1911}年${m}月${d}日`],
  ])('%s', (_, write) =>
    fc.assert(
      fc.property(day, iso => {
        const [y, m, d] = iso.split('-') as [string, string, string]
        expect(readDate(write(y, Number(m), Number(d)))).toEqual({value: iso})
      }),
    ),
  )

  test('a year added and taken away, or days', () =>
    fc.assert(
      fc.property(day, fc.integer({min: -4000, max: 4000}), (iso, days) => {
        expect(shiftDate(shiftDate(iso, {days}), {days: -days})).toBe(iso)
      }),
    ))
})

describe('dateAt', () => {
  test.each([
    ['2022年底前', '2022-12-31', 6],
    ['2026年第一季度', '2026-33', 9],
    ['2026年下半年', '2026-41', 8],
    ['20xx年12月', '20XX-12', 8],
    ['6月30日前', 'XXXX-06-30', 5],
    ['2023年6月底', '2023-06-30', 8],
    ['2020年初步建成', '2020', 5],
  ])('%s', (text, edtf, end) => expect(dateAt(text, 0)).toMatchObject({edtf, end}))
  test.each(['2022', '3年', '13月1日', '2019—2022年'])('%s begins none', text =>
    expect(dateAt(text, 0)).toBeUndefined(),
  )
})

describe('calendarDays', () => {
  test.each([
    ['2024', '2024-01-01', '2024-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2024-36', '2024-10-01', '2024-12-31'],
    ['2024-40', '2024-01-01', '2024-06-30'],
  ])('%s', (edtf, start, end) => expect(calendarDays(edtf)).toEqual({start, end}))
  test('unknown digits have none', () => expect(calendarDays('20XX')).toBeNull())
})
