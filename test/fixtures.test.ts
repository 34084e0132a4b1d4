// Runs every case table and every document of fixtures/. UPDATE=1 rewrites the expected Results; then read the diff.
import fs from 'node:fs'
import path from 'node:path'
import {describe, expect, test} from 'vitest'
import {parse} from '../src/pipeline.ts'
import {repair} from '../src/repair/repair.ts'
import {rules} from '../src/repair/rules/index.ts'

interface Case {
  label: string
  text: string
  /** The repaired text, or the facts (of the kind that the folder is named after; of a sentence, all) with the fields that matter. */
  want: string | Record<string, unknown>[]
  /** A known failure; reported when it starts to pass. */
  expect?: 'fail'
}

const folders = (dir: string): string[] =>
  fs.existsSync(dir) ? fs.readdirSync(dir).filter(name => fs.statSync(path.join(dir, name)).isDirectory()) : []
const cases = (dir: string): Case[] => JSON.parse(fs.readFileSync(path.join(dir, 'cases.json'), 'utf8'))

for (const id of folders('fixtures/repair'))
  describe(`repair/${id}`, () => {
    const table = cases(`fixtures/repair/${id}`)
    const rule = rules.find(r => r.id === id)
    test('is a rule and says what it must not change', () => {
      expect(rule).toBeDefined()
      expect(table.some(c => c.want === c.text)).toBe(true)
    })
    for (const c of table)
      (c.expect === 'fail' ? test.fails : test)(c.label, async () =>
        expect((await repair(c.text, {}, [rule!])).text).toBe(c.want),
      )
  })

for (const kind of folders('fixtures/extract'))
  describe(`extract/${kind}`, () => {
    const table = cases(`fixtures/extract/${kind}`)
    test('says what it must not match', () => expect(table.some(c => c.want.length === 0)).toBe(true))
    for (const c of table)
      (c.expect === 'fail' ? test.fails : test)(c.label, async () => {
        const facts = (await parse(c.text)).facts.filter(f => f.kind === kind)
        expect(facts).toHaveLength(c.want.length)
        for (const [i, want] of (c.want as Record<string, unknown>[]).entries()) expect(facts[i]).toMatchObject(want)
      })
  })

for (const group of folders('fixtures/sentences'))
  describe(`sentences/${group}`, () => {
    const table = cases(`fixtures/sentences/${group}`)
    test('has a sentence that says nothing', () => expect(table.some(c => c.want.length === 0)).toBe(true))
    test('names each once', () => expect(new Set(table.map(c => c.label)).size).toBe(table.length))
    for (const c of table)
      test(c.label, async () => {
        const want = c.want as Record<string, unknown>[]
        const {facts} = await parse(c.text)
        expect(facts.map(f => [f.kind, f.text])).toEqual(want.map(w => [w['kind'], w['text']]))
        expect(facts).toMatchObject(want)
      })
  })

const update = process.env['UPDATE'] !== undefined
for (const name of folders('fixtures/documents')) {
  const dir = `fixtures/documents/${name}`
  const expected = `${dir}/expected.json`
  // An expected Result is written on demand only, and read before it is added.
  test.skipIf(!update && !fs.existsSync(expected))(`documents/${name}`, async () => {
    const input = `${dir}/${fs.readdirSync(dir).find(file => file.startsWith('input.'))}`
    const actual = `${JSON.stringify(await parse(fs.readFileSync(input), {path: path.posix.basename(input)}), null, 2)}\n`
    if (update) fs.writeFileSync(expected, actual)
    expect(actual).toBe(fs.readFileSync(expected, 'utf8'))
  })
}

test('documents has cases', () => expect(folders('fixtures/documents').length).toBeGreaterThan(0))
