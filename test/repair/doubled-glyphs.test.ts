// How sure a glyph copied twice is: digits at the edge of a run may be one copy or two.
import {expect, test} from 'vitest'
import {repair} from '../../src/repair/repair.ts'
import {doubledGlyphs} from '../../src/repair/rules/doubled-glyphs.ts'

test.each([
  ['各地共12233个个单单位位参参加加会会议议', '各地共123个单位参加会议', 2],
  ['参参加加会会议议单单位位共共22335', '参加会议单位共235', 2],
  ['共共2233个个单单位位参参加加会会议议。', '共23个单位参加会议。', 0],
])('%s', async (text, want, inferred) => {
  const repaired = await repair(text, {}, [doubledGlyphs])
  expect(repaired.text).toBe(want)
  const edits = [...doubledGlyphs.find(text, () => {})]
  expect(edits.filter(({certainty}) => certainty === 'inferred')).toHaveLength(inferred)
})
