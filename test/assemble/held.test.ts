// A page of many characters flows: its lists are made while they are read, and are those that the library holds.
import {expect, test} from 'vitest'
import {held} from '../../src/assemble/held.ts'
import {indented, line, resultIndented, resultLine} from '../../src/emit/json.ts'
import {parse, parseFlowing} from '../../src/pipeline.ts'

const NOTICE = `關於印發《某縣公共服務計畫》的通知
一、總體要求
到2030年，普惠性幼兒園覆蓋率達到90%以上。
（一）着力提高質量。按照《義務教育法》，建設11所學校。
1.每個試點補助50萬元。
`
const PROSE = `${'加強組織領導，壓實工作責任，形成部門協同的工作格局。'.repeat(20)}\n`
const LONG = `${NOTICE}${PROSE.repeat(10)}`.repeat(100)

test('what is written is what is held, and lists may be read again', async () => {
  const flowing = await parseFlowing(LONG)
  expect(Array.isArray(flowing.facts)).toBe(false)
  const whole = await parse(LONG)
  expect(whole.facts.length).toBeGreaterThan(300)
  expect(whole.folds.map(fold => fold.count)).toEqual(whole.folds.map(fold => fold.edits.length))
  const same = [...resultLine(flowing)].join('') === line(whole)
  expect([same, [...resultIndented(flowing)].join('') === indented(whole)]).toEqual([true, true])
  expect(JSON.stringify(held(flowing)) === JSON.stringify(whole)).toBe(true)
}, 60_000)

test('a short page is held at once', async () => {
  const flowing = await parseFlowing(NOTICE)
  expect(Array.isArray(flowing.facts)).toBe(true)
  expect(held(flowing)).toBe(flowing)
})
