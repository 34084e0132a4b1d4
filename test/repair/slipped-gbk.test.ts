// A byte lost inside a line on purpose, over the corpus where it stands beside the checkout.
import fs from 'node:fs'
import {describe, expect, test} from 'vitest'
import {read} from '../../src/read/read.ts'
import {repair} from '../../src/repair/repair.ts'
import {slippedGbk} from '../../src/repair/rules/slipped-gbk.ts'
import {bytesOf, decodeLenient, random} from './damage.ts'

const CORPUS = '../shared/corpus'
const MOST_PAGES = 12
const here = fs.existsSync(CORPUS)

const SOUND = [
  '第一条 为了加强农村公路建设和养护工作，根据有关法律、法规，制定本办法。',
  '第二条 县级以上人民政府应当将农村公路养护经费纳入本级财政预算。',
  '第三条 乡镇人民政府负责本行政区域内的河道管理工作，发现问题及时报告县级人民政府水行政主管部门。',
  '第四条 申请人应当自收到补正通知之日起10个工作日内补齐材料，逾期不补的视为放弃申请。',
]

/** A line that lost the byte at a place. */
const without = (line: string, at: number): string => {
  const bytes = bytesOf(line)
  return decodeLenient(bytes.slice(0, at) + bytes.slice(at + 1))
}

test('UTF-8 read as GBK is read again before anything is taken for a lost byte', async () => {
  const page = SOUND.map(line => new TextDecoder('gb18030').decode(Buffer.from(line))).join('\n')
  const {text, guesses} = await repair(page)
  expect(text).toBe(SOUND.join('\n'))
  expect(guesses.length).toBeGreaterThan(0)
})

test('wherever a byte is lost, what was put back says that it is inferred', async () => {
  for (const [i, line] of SOUND.entries())
    for (let at = 24; at < 40; at++) {
      const page = SOUND.with(i, without(line, at)).join('\n')
      const {text, guesses, map} = await repair(page, {}, [slippedGbk])
      if (text === page) continue
      expect(text.split('\n').filter((l, k) => k !== i && l !== SOUND[k])).toEqual([])
      expect([...map].flatMap(c => c.notes.map(n => n.certainty))).not.toContain('read')
      for (const {span, alternatives} of guesses) expect(alternatives).not.toContain(text.slice(span.start, span.end))
      expect((await repair(text, {}, [slippedGbk])).text).toBe(text)
    }
})

test('a page that reads well is not looked at twice, whatever single signs stand in it', async () => {
  const page = [...SOUND, '导热系数λ值，管径φ取50毫米，第Ⅱ类，注音ā字，の字样，Москва市。'].join('\n')
  expect(await repair(page, {}, [slippedGbk])).toMatchObject({text: page, diagnostics: []})
})

describe.skipIf(!here)('over the corpus', () => {
  test('one byte lost in a third of the lines: 60 % come back, no sound line changed', async () => {
    const chance = random(7)
    let [damaged, exact] = [0, 0]
    for (const name of fs
      .readdirSync(CORPUS)
      .filter(n => n.endsWith('.md'))
      .slice(0, MOST_PAGES)) {
      const truth = (await read(fs.readFileSync(`${CORPUS}/${name}`), {})).text.split('\n').slice(0, 150)
      const page = truth.map(line => {
        const {length} = bytesOf(line)
        return length > 40 && chance() < 0.35 ? without(line, 8 + Math.floor(chance() * (length - 16))) : line
      })
      const out = (await repair(page.join('\n'), {}, [slippedGbk])).text.split('\n')
      for (const [i, line] of truth.entries()) {
        if (page[i] === line) expect(out[i]).toBe(line)
        else {
          damaged++
          if (out[i] === line) exact++
        }
      }
    }
    expect(damaged).toBeGreaterThan(100)
    expect(exact / damaged).toBeGreaterThan(0.8)
  })
})
