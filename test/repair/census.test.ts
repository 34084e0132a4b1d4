// One look at a text decides which rules look at it: a rule that is passed over would have found nothing.
import fs from 'node:fs'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {censusFor} from '../../src/repair/census.ts'
import {repair} from '../../src/repair/repair.ts'
import {rules} from '../../src/repair/rules/index.ts'
import {WRONG} from './damage.ts'

const censusOf = censusFor(rules)
const traced = rules.filter(rule => rule.traces !== undefined || rule.lineTraces !== undefined)

/** The rules that a text does not concern, and what they find all the same. */
async function passedOver(text: string): Promise<string[]> {
  const census = censusOf(text)
  const found: string[] = []
  for (const rule of traced.filter(r => !census.concerns(r))) {
    await rule.prepare?.(text)
    if ([...rule.find(text, () => found.push(rule.id))].length > 0) found.push(rule.id)
  }
  return found
}

test('plain text concerns few rules', () => {
  const census = censusOf('　　一、总体要求\n　　到2030年，入学率达到98%以上。')
  // A percent sign may begin an escape: a look at each of them.
  expect(traced.filter(census.concerns).map(r => r.id)).toEqual(['escapes'])
  expect(census).toMatchObject({traditional: 0, simplified: 4})
})

test('what stands at the start of a line tells there only', () => {
  const shifted = rules.find(r => r.id === 'shifted-gbk')!
  expect(censusOf('目标、任务。\n').concerns(shifted)).toBe(false)
  expect(censusOf('目标\n　 、任务').concerns(shifted)).toBe(true)
})

test('a rule passed over finds nothing: cases of all rules', async () => {
  for (const id of fs.readdirSync('fixtures/repair')) {
    const cases: {text: string; want: string}[] = JSON.parse(
      fs.readFileSync(`fixtures/repair/${id}/cases.json`, 'utf8'),
    )
    for (const {text, want} of cases) {
      expect(await passedOver(text)).toEqual([])
      if (text !== want) expect(censusOf(text).concerns(rules.find(r => r.id === id)!)).toBe(true)
    }
  }
})

test('a rule passed over finds nothing: text in wrong encodings, any text at all', async () => {
  for (const wrong of Object.values(WRONG))
    expect(await passedOver(wrong('关于印发《规划》的通知，一是要求'))).toEqual([])
  await fc.assert(
    fc.asyncProperty(fc.string({unit: 'binary', maxLength: 80}), async text => {
      expect(await passedOver(text)).toEqual([])
    }),
    {seed: 1, numRuns: 500},
  )
})

test('the traditional and simplified characters of a page are counted as the script rule needs them', async () => {
  expect((await repair('國務院')).script).toBe('hant')
  expect((await repair('国务院')).script).toBe('hans')
  expect((await repair('国務院')).script).toBe('mixed')
  expect((await repair('abc')).script).toBe('none')
})
