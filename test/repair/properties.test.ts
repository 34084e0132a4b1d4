// Repair of any text: what it changes can be undone, and a second run changes nothing.
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {repair} from '../../src/repair/repair.ts'
import {apply} from '../../src/text/edits.ts'
import {invert} from '../../src/text/map.ts'

/** Pieces that the rules look at, in any order. */
const PIECES = (
  '学 校 的 一 二 第 条 章 年 项 著 力 作 乾 坤 後 於 國 關 係 计 畫 ， 。 、 ； ： （ ） 《 》 〔 〕 ( ) , ; : ! ? . ` 1 2 0 5 % １ ． ⼆ ⽉ ⽣ 生 ' +
  'xué (xué) （de） A PM 2019 “ ” - — 万 人民政府应当， 教育局 \u200b \u3000 \u00a0'
)
  .split(' ')
  .concat([' ', '\n', '\n'])
const text = fc.array(fc.constantFrom(...PIECES), {maxLength: 60}).map(pieces => pieces.join(''))
const runs = {seed: 20250101, numRuns: 400}

test('undoing the map gives the read text', async () => {
  await fc.assert(
    fc.asyncProperty(text, async read => {
      const {text: repaired, map} = await repair(read)
      const undo = Array.from(invert(map), c => ({
        start: c.oldStart,
        end: c.oldEnd,
        insert: read.slice(c.start, c.end),
      }))
      expect(apply(repaired, undo).text).toBe(read)
    }),
    runs,
  )
})

test('repairing the repaired changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(text, async read => {
      const once = (await repair(read)).text
      expect((await repair(once)).text).toBe(once)
    }),
    runs,
  )
})

test('the kept text and its shadow differ in script alone', async () => {
  await fc.assert(
    fc.asyncProperty(text, async read => {
      const kept = await repair(read, {script: 'keep'})
      expect(kept.shadow?.text).toBe((await repair(read)).text)
    }),
    runs,
  )
})
