// Pages written in the manner of real ones, and what they should become: documents, metadata, furniture, tables.
// UPDATE=1 rewrites the expectations; then read the diff.
import fs from 'node:fs'
import path from 'node:path'
import {describe, expect, test} from 'vitest'
import {parse} from '../../src/pipeline.ts'
import {sketch} from './sketch.ts'

const FOLDER = 'fixtures/structure/page'
const cases = fs.readdirSync(FOLDER).filter(name => /\.(?:txt|html)$/.test(name))

describe('pages', () => {
  for (const name of cases)
    test(name, async () => {
      const got = sketch(await parse(fs.readFileSync(path.join(FOLDER, name)), {path: name}))
      const file = path.join(FOLDER, `${path.parse(name).name}.json`)
      if (process.env.UPDATE) fs.writeFileSync(file, `${JSON.stringify(got, null, 2)}\n`)
      expect(got).toEqual(JSON.parse(fs.readFileSync(file, 'utf8')))
    })
})
