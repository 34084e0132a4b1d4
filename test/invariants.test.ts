// The invariants of the format over every document there is: fixtures, and the shared pages where they stand beside the checkout.
import fs from 'node:fs'
import path from 'node:path'
import {describe, expect, test} from 'vitest'
import {check} from '../src/check/check.ts'
import {parse} from '../src/pipeline.ts'

const files = (dir: string): string[] =>
  fs.existsSync(dir) ? fs.readdirSync(dir, {recursive: true, encoding: 'utf8'}).map(name => path.join(dir, name)) : []
const own = files('fixtures/documents').filter(file => path.basename(file).startsWith('input.'))
const shared = ['../shared/seeds', '../shared/corpus'].flatMap(files).filter(file => !file.endsWith('.tsv'))

async function invariants(file: string): Promise<void> {
  const bytes = fs.readFileSync(file)
  const result = await parse(bytes, {path: path.basename(file)})
  expect(result.diagnostics.filter(d => d.code === 'pipeline/stage-failed')).toEqual([])
  expect(check(result).slice(0, 5)).toEqual([])
  expect(JSON.stringify(await parse(bytes, {path: path.basename(file)}))).toBe(JSON.stringify(result))
  const again = await parse(result.text)
  expect(again.repairs.slice(0, 3)).toEqual([])
  expect(again.text).toBe(result.text)
}

describe('fixtures', () => {
  test('stand here', () => expect(own.length).toBeGreaterThan(0))
  for (const file of own) test(file, () => invariants(file))
})

describe.skipIf(shared.length === 0)('shared pages (skipped where they do not stand beside the checkout)', () => {
  for (const file of shared) test(path.basename(file), () => invariants(file))
})
