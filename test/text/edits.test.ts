import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {compose} from '../../src/text/compose.ts'
import {apply, type Edit, settle} from '../../src/text/edits.ts'
import {invert, type TextMap, textMap, toNew, toOld} from '../../src/text/map.ts'

/** Ordered, disjoint edits of a text; what they insert never looks like what was there. */
const edits = (text: string, mark: string): fc.Arbitrary<Edit<string>[]> =>
  fc.array(fc.tuple(fc.nat(4), fc.nat(3), fc.nat(3)), {maxLength: 12}).map(steps => {
    const out: Edit<string>[] = []
    let at = 0
    for (const [gap, length, insert] of steps) {
      const start = at + gap
      const end = Math.min(text.length, start + length)
      if (start > text.length) break
      if (start === end && insert === 0) continue
      out.push({start, end, insert: mark.repeat(insert), note: mark})
      at = end + (start === end ? 1 : 0)
    }
    return out
  })

const passes = fc
  .string({unit: fc.integer({min: 0x4e00, max: 0x4e80}).map(c => String.fromCharCode(c)), minLength: 1, maxLength: 30})
  .chain(text => fc.tuple(fc.constant(text), edits(text, 'x')))
  .chain(([text, first]) => fc.tuple(fc.constant(text), fc.constant(first), edits(apply(text, first).text, 'y')))
  .chain(([text, first, second]) => {
    const middle = apply(apply(text, first).text, second).text
    return fc.tuple(
      fc.constant(text),
      fc.constant([first, second]),
      edits(middle, 'z').map(third => [third]),
    )
  })
  .map(([text, two, one]) => ({text, lists: [...two, ...one]}))

function run(text: string, lists: Edit<string>[][]): {text: string; map: TextMap<string>} {
  let map: TextMap<string> = textMap([])
  let now = text
  for (const list of lists) {
    const next = apply(now, list)
    map = compose(map, next.map)
    now = next.text
  }
  return {text: now, map}
}

/** The new text made from the old one by the map alone. */
function replay(old: string, now: string, map: TextMap): string {
  let at = 0
  let out = ''
  for (const c of map) {
    out += old.slice(at, c.oldStart) + now.slice(c.start, c.end)
    at = c.oldEnd
  }
  return out + old.slice(at)
}

describe('edits', () => {
  test('apply rejects edits that overlap', () => {
    const overlapping = [
      {start: 0, end: 2, insert: ''},
      {start: 1, end: 3, insert: ''},
    ]
    expect(() => apply('abc', overlapping)).toThrow(RangeError)
  })

  test('one pass is exact', () => {
    const {text, map} = apply('罚(fá)款', [{start: 1, end: 5, insert: ''}])
    expect(text).toBe('罚款')
    expect(toOld(map, {start: 0, end: 1})).toEqual({start: 0, end: 1})
    expect(toOld(map, {start: 1, end: 2})).toEqual({start: 5, end: 6})
    expect(toOld(map, {start: 0, end: 2})).toEqual({start: 0, end: 6})
    expect(toNew(map, {start: 0, end: 6})).toEqual({start: 0, end: 2})
  })

  test('a boundary inside a change goes outward', () => {
    const {map} = apply('abcdef', [{start: 2, end: 4, insert: 'XYZ'}])
    expect(toOld(map, {start: 3, end: 4})).toEqual({start: 2, end: 4})
    expect(toOld(map, {start: 0, end: 3})).toEqual({start: 0, end: 4})
    expect(toOld(map, {start: 5, end: 7})).toEqual({start: 4, end: 6})
  })

  test('several passes leave one map that makes the new text and unmakes it', () => {
    fc.assert(
      fc.property(passes, ({text, lists}) => {
        const done = run(text, lists)
        expect(replay(text, done.text, done.map)).toBe(done.text)
        expect(replay(done.text, text, invert(done.map))).toBe(text)
        for (const [i, c] of [...done.map].entries())
          if (i > 0) expect(c.start).toBeGreaterThanOrEqual(done.map.at(i - 1)!.end)
      }),
      {numRuns: 2000},
    )
  })

  test('every untouched character leads back to itself, and forth', () => {
    fc.assert(
      fc.property(passes, ({text, lists}) => {
        const done = run(text, lists)
        for (const [i, unit] of [...done.text].entries()) {
          if ('xyz'.includes(unit)) continue
          const old = toOld(done.map, {start: i, end: i + 1})
          expect(text.slice(old.start, old.end)).toContain(unit)
          const now = toNew(done.map, old)
          expect(now.start).toBeLessThanOrEqual(i)
          expect(now.end).toBeGreaterThanOrEqual(i + 1)
        }
      }),
      {numRuns: 1000},
    )
  })

  test('settle lets the earlier list win', () => {
    const a = [{start: 2, end: 4, insert: 'A'}]
    const b = [
      {start: 0, end: 1, insert: 'B'},
      {start: 3, end: 6, insert: 'B'},
    ]
    expect(settle([a, b]).map(e => e.insert)).toEqual(['B', 'A'])
  })
})
