// What comes out: whole through pipes, quiet when nobody reads, atomic into files, rows as the format says.
import fs from 'node:fs'
import path from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {check} from '../../src/check/check.ts'
import {CLAUSE_COLUMNS} from '../../src/emit/clause-rows.ts'
import {FACT_COLUMNS} from '../../src/emit/fact-rows.ts'
import {folder, gone, NOTICE, policy, shell} from './policy.ts'

let dir: string
beforeAll(() => {
  dir = folder({'notice.txt': NOTICE, 'long.txt': NOTICE.repeat(80), 'pages/a.txt': NOTICE, 'pages/b.txt': NOTICE})
})
afterAll(() => gone(dir))

test('more than 64 KiB come whole through a pipe', async () => {
  const {out} = await shell(dir, 'policy parse long.txt | cat')
  expect(out.length).toBeGreaterThan(200_000)
  expect(JSON.parse(out)).toMatchObject({schema: 'policy/1', source: {path: 'long.txt'}})
  expect(out.endsWith('\n}\n')).toBe(true)
})

test('a closed pipe ends quietly', async () => {
  const {err} = await shell(dir, 'policy parse long.txt | head -c 10 >/dev/null; policy --help | true')
  expect(err).toBe('')
})

test('fix is a filter of the text alone', async () => {
  const {out, code} = await policy(dir, ['fix'], NOTICE)
  expect(code).toBe(0)
  expect(out).toBe(JSON.parse((await policy(dir, ['parse', 'notice.txt'])).out).text)
})

test('an output file is whole, with a summary on stderr, and no other file is left', async () => {
  const {code, out, err} = await policy(dir, ['parse', 'pages', '-o', 'out.ndjson'])
  expect([code, out]).toEqual([0, ''])
  expect(err).toMatch(/written to out\.ndjson/)
  expect(fs.readFileSync(path.join(dir, 'out.ndjson'), 'utf8')).toBe((await policy(dir, ['parse', 'pages'])).out)
  expect(fs.readdirSync(dir).filter(name => name.includes('.tmp'))).toEqual([])
})

test('wrong usage leaves an output file as it was', async () => {
  fs.writeFileSync(path.join(dir, 'kept.csv'), 'kept')
  await policy(dir, ['parse', '--of', 'facts', '--kind', 'wish', 'notice.txt', '-o', 'kept.csv'])
  expect(fs.readFileSync(path.join(dir, 'kept.csv'), 'utf8')).toBe('kept')
})

test('rows as CSV and as NDJSON have the columns of the format, in order', async () => {
  const csv = (await policy(dir, ['parse', '--of', 'clauses', '--format', 'csv', 'notice.txt'])).out
  expect(csv.split('\n')[0]).toBe(CLAUSE_COLUMNS.join(','))
  const rows = (await policy(dir, ['parse', '--of', 'facts', 'notice.txt'])).out.trim().split('\n')
  for (const row of rows.filter(Boolean)) expect(Object.keys(JSON.parse(row))).toEqual([...FACT_COLUMNS])
  const bom = (await policy(dir, ['parse', '--of', 'facts', '--format', 'csv', '--bom', 'notice.txt'])).out
  expect(bom.startsWith('\uFEFFpath,')).toBe(true)
})

test('offsets in code points cut the same text', async () => {
  const {out} = await policy(dir, ['parse', '--offsets', 'code-point', 'notice.txt'])
  const result = JSON.parse(out)
  expect(result.offsets).toBe('code-point')
  expect(check(result)).toEqual([])
  const points = [...result.text]
  const source = [...NOTICE]
  for (const {text, span, origin} of result.documents[0].children.filter((n: {type: string}) => n.type !== 'clause')) {
    if (text === undefined) continue
    expect(points.slice(span.start, span.end).join('')).toBe(text)
    expect(source.slice(0, origin.start).filter(c => c === '\n').length + 1).toBe(origin.line)
  }
})

test('the schema that is printed is the published one', async () => {
  expect((await policy(dir, ['schema', 'fact'])).out).toBe(fs.readFileSync('schemas/fact.json', 'utf8'))
  expect((await policy(dir, ['schema'])).out).toBe(fs.readFileSync('schemas/result.json', 'utf8'))
})

test('check is silent when all holds and tells what does not', async () => {
  const sound = await policy(dir, ['check', '--quiet', 'pages'])
  expect(sound).toEqual({code: 0, out: '', err: ''})
  const result = JSON.parse((await policy(dir, ['parse', 'notice.txt'])).out)
  const broken = await policy(dir, ['check', '-'], JSON.stringify({...result, text: `${result.text}多`}))
  expect(broken.code).toBe(1)
  expect(broken.out).toMatch(/^-:\d+:\d+: error: .*conservation/m)
})
