// Pages shifted on purpose by the forward model, over the corpus where it stands beside the checkout; 002 against its gold.
import fs from 'node:fs'
import {describe, expect, test} from 'vitest'
import {read} from '../../src/read/read.ts'
import {repair} from '../../src/repair/repair.ts'
import {doubleDecoding} from '../../src/repair/rules/double-decoding.ts'
import {entities} from '../../src/repair/rules/entities.ts'
import {shiftedGbk} from '../../src/repair/rules/shifted-gbk.ts'
import {bytesOf, cutAndDecode, cutsIn, decodeGbk, fold, glossLine, shiftLine, WRONG} from './damage.ts'

const CORPUS = '../shared/corpus'
const NAMES = ['note-002.txt', 'note-004.txt', 'note-020.txt', 'cnlaw-043.md', 'cnlaw-024.md']
const here = fs.existsSync(CORPUS)
const sourceOf = async (path: string): Promise<string> => (await read(fs.readFileSync(path), {})).text
const lines = async (name: string): Promise<string[]> =>
  (await sourceOf(`${CORPUS}/${name}`))
    .split('\n')
    .map(l => l.trim().slice(0, 300))
    .filter(Boolean)
    .slice(0, 120)

/** A line whose indent was cut in half, as the page shows it; the same line when nothing in it can be cut so. */
function shiftStart(line: string, mark = ''): string {
  const bytes = bytesOf(`　　${line}`)
  if (decodeGbk(bytes) !== `　　${line}`) return fold(`　　${line}`)
  const cuts = cutsIn(bytes).filter(c => c.aligned || c.at < 4)
  return fold(
    cutAndDecode(
      bytes,
      cuts.map(c => c.at),
      mark,
    ),
  )
}

test('the forward model does what the page shows', () => {
  expect(shiftLine('　　（一）加強組織領導')).toBe(' 。ㄒ唬┘訌娊M織領導')
  expect(glossLine('向學校', {驅: 'qū'})).toBe('向?qū)W校')
  expect(shiftLine('　　（一）加強組織領導', '?')).toBe(' ?。ㄒ唬┘訌娊M織領導')
  expect(shiftLine('（浙江省）2025年', '?')).toBe('(浙江?。?025年')
})

test('a mended page is not mended again', async () => {
  const page = ['（一）加強組織領導，落實責任。', '（二）健全工作機制。', '①提高質量；']
    .map(l => shiftLine(`　　${l}`))
    .join('\n')
  const once = await repair(page, {}, [shiftedGbk])
  expect(once.text).toContain('（二）健全工作機制')
  expect((await repair(once.text, {}, [shiftedGbk])).text).toBe(once.text)
})

test('a guess names its alternatives and lies in its repair', async () => {
  const {guesses, text} = await repair(shiftLine('　　（十二）推进公共图书馆建设'), {}, [shiftedGbk])
  expect(guesses).toHaveLength(1)
  expect(text.slice(guesses[0]!.span.start, guesses[0]!.span.end)).toBe('设')
})

test('what is left damaged on such a page is told', async () => {
  const heads = ['（一）加強組織領導，落實責任。', '（二）健全工作機制。'].map(l => shiftLine(`　　${l}`))
  const {diagnostics} = await repair([...heads, 'x\ue05ey'].join('\n'), {}, [shiftedGbk])
  expect(diagnostics.map(d => d.code)).toEqual(['repair/suspect'])
  expect((await repair('x\ue05ey', {}, [shiftedGbk])).diagnostics).toEqual([])
})

describe.skipIf(!here)('over the corpus', () => {
  for (const [mark, left, least] of [
    ['', 'kept', 0.9],
    ['?', 'kept', 0.9],
    ['', 'left out', 0.48],
    ['?', 'left out', 0.48],
  ] as const)
    test(`line starts, halves ${mark || 'left out'}, private use ${left}: ${least * 100} % of lines, no sound line changed`, async () => {
      let damaged = 0
      let exact = 0
      for (const name of NAMES) {
        const truth = await lines(name)
        const shown = truth.map(line => shiftStart(line, mark))
        const page = left === 'kept' ? shown : shown.map(line => line.replace(/[\ue000-\uf8ff]/g, ''))
        const out = (await repair(page.join('\n'), {}, [shiftedGbk])).text.split('\n')
        for (const [i, line] of truth.entries()) {
          const sound = fold(`　　${line}`)
          if (page[i] === sound) expect(out[i]).toBe(sound)
          else {
            damaged++
            if (fold(out[i]!).trim() === fold(line)) exact++
          }
        }
      }
      expect(damaged).toBeGreaterThan(50)
      expect(exact / damaged).toBeGreaterThanOrEqual(least)
    })

  for (const [name, floor] of [
    ['utf-8 as latin-1', 0.995],
    ['utf-8 as cp1252', 0.995],
    ['utf-8 as cp1252 twice', 0.995],
    ['gbk as latin-1', 0.995],
    ['gbk as cp1252', 0.995],
    ['utf-8 as gbk', 0.94],
    ['gbk as big5', 0.995],
  ] as const)
    test(`${name}: ${floor * 100} % of lines`, async () => {
      let all = 0
      let exact = 0
      for (const file of NAMES) {
        const truth = (await lines(file)).filter(l => /[\u4e00-\u9fff]{2}/.test(l))
        const out = (await repair(truth.map(l => WRONG[name]!(l)).join('\n'), {}, [doubleDecoding])).text.split('\n')
        all += truth.length
        exact += truth.filter((l, i) => l === out[i]).length
      }
      expect(exact / all).toBeGreaterThanOrEqual(floor)
    })

  test('sound documents are left alone', async () => {
    for (const name of fs.readdirSync(CORPUS).filter(n => /\.(md|txt)$/.test(n))) {
      const text = await sourceOf(`${CORPUS}/${name}`)
      expect((await repair(text, {}, [entities, shiftedGbk, doubleDecoding])).text).toBe(text)
    }
  })
})

test.skipIf(!fs.existsSync('../shared/seeds'))(
  '002 has no private-use code point left and all its line heads',
  async () => {
    const name = fs.readdirSync('../shared/seeds').find(n => n.startsWith('002'))!
    const source = await sourceOf(`../shared/seeds/${name}`)
    const {text} = await repair(source, {}, [shiftedGbk])
    expect(text).not.toMatch(/[\ue000-\uf8ff]/)
    const heads = (page: string): number => page.split('\n').filter(l => /^\s*[、。]/.test(l)).length
    expect(heads(source)).toBe(52)
    expect(heads(text)).toBe(0)
  },
  60_000,
)
