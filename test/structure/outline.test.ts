// Runs every case table of fixtures/structure. UPDATE=1 rewrites what is wanted; then read the diff.
import fs from 'node:fs'
import {describe, expect, test} from 'vitest'
import {treeOf, view} from './view.ts'

interface Case {
  label: string
  text: string[]
  fragment?: boolean
  want: string[]
  /** The codes of the diagnostics. */
  codes?: string[]
  expect?: 'fail'
}

for (const topic of fs
  .readdirSync('fixtures/structure')
  .filter(name => fs.existsSync(`fixtures/structure/${name}/cases.json`)))
  describe(`structure/${topic}`, () => {
    const file = `fixtures/structure/${topic}/cases.json`
    const cases: Case[] = JSON.parse(fs.readFileSync(file, 'utf8'))
    if (process.env['UPDATE']) {
      for (const c of cases) {
        const {document, codes} = treeOf(c.text.join('\n'), c.fragment)
        c.want = view(document.children)
        if (codes.length > 0) c.codes = codes
        else delete c.codes
      }
      fs.writeFileSync(file, `${JSON.stringify(cases, null, 2)}\n`)
    }
    for (const c of cases)
      (c.expect === 'fail' ? test.fails : test)(c.label, () => {
        const {document, codes} = treeOf(c.text.join('\n'), c.fragment)
        expect(view(document.children)).toEqual(c.want)
        expect(codes).toEqual(c.codes ?? [])
      })
  })
