// Files, folders, globs, stdin, lists, finished Results: what goes in, in which form it comes out, what fails and how.
import fs from 'node:fs'
import path from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import type {Result} from '../../src/model/result.ts'
import {folder, gone, NOTICE, policy, shell} from './policy.ts'

let dir: string
beforeAll(() => {
  dir = folder({
    'notice.txt': NOTICE,
    'pages/b.txt': NOTICE,
    'pages/a.md': NOTICE,
    'pages/deep/c.txt': NOTICE,
    'pages/.hidden/d.txt': NOTICE,
    'pages/picture.png': 'no page',
    'pages/settings.json': '{"no": "Result"}',
    'list.txt': 'pages/b.txt\nmissing.txt\nnotice.txt\n',
    'empty.txt': '',
    'dir.txt/inside.png': 'no page',
  })
})
afterAll(() => gone(dir))

const paths = (out: string): (string | null)[] =>
  out
    .trim()
    .split('\n')
    .map(line => (JSON.parse(line) as Result).source.path)

test('one named file, and stdin, give one indented Result', async () => {
  const named = await policy(dir, ['parse', 'notice.txt'])
  expect(named.out).toMatch(/^\{\n {2}"schema": "policy\/1"/)
  expect(JSON.parse(named.out).source.path).toBe('notice.txt')
  const piped = await policy(dir, ['parse', '-'], NOTICE)
  expect({...JSON.parse(piped.out).source, path: 'notice.txt'}).toEqual(JSON.parse(named.out).source)
})

test('several files, a folder and a glob give a Result a line, in a fixed order', async () => {
  expect(paths((await policy(dir, ['parse', 'notice.txt', 'pages/b.txt'])).out)).toEqual(['notice.txt', 'pages/b.txt'])
  expect(paths((await policy(dir, ['parse', 'pages'])).out)).toEqual(['pages/a.md', 'pages/b.txt', 'pages/deep/c.txt'])
  expect(paths((await policy(dir, ['parse', 'pages/**/*.txt'])).out)).toEqual(['pages/b.txt', 'pages/deep/c.txt'])
})

test('a list of names: what is missing is told in one line, the others are done', async () => {
  const {code, out, err} = await policy(dir, ['parse', '--files-from', 'list.txt'])
  expect(code).toBe(1)
  expect(paths(out)).toEqual(['pages/b.txt', 'notice.txt'])
  expect(err).toBe('missing.txt:1:1: error: no such file or folder\n')
})

test('a folder without pages, though named like a page, is told and never stops the others', async () => {
  const {code, out, err} = await policy(dir, ['parse', 'dir.txt', 'notice.txt'])
  expect([code, paths(out)]).toEqual([1, ['notice.txt']])
  expect(err).toMatch(/^dir\.txt:1:1: error: [^\n]+\n$/)
})

test('a document of a format that is not read is told, wherever it was found', async () => {
  const place = folder({'a.txt': NOTICE, 'b.doc': Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'c.png': '', 'd.mht': NOTICE})
  const {code, out, err} = await policy(place, ['parse', '.'])
  expect(code).toBe(1)
  expect(out.trim().split('\n')).toHaveLength(2)
  expect(err).toMatch(/^b\.doc:1:1: error: Unexpected legacy Office file, [^\n]*\n$/)
  gone(place)
})

test.runIf(process.platform === 'linux')('a file whose name is no UTF-8 is told, in a batch too', async () => {
  const place = folder({'pages/a.txt': NOTICE})
  fs.writeFileSync(Buffer.from(`${place}/pages/\xd5\xfe.txt`, 'latin1'), NOTICE)
  for (const args of [
    ['parse', 'pages'],
    ['batch', 'pages', '-o', 'out'],
  ]) {
    const {code, err} = await policy(place, args)
    expect(code).toBe(1)
    expect(err).toMatch(/^pages\/[^\n]{1,9}\.txt:1:1: error: its name is not in UTF-8: rename it\n/)
  }
  gone(place)
})

test.skipIf(process.getuid?.() === 0)('a folder that nobody may read is told once', async () => {
  fs.mkdirSync(path.join(dir, 'closed'), {mode: 0})
  const {code, err} = await policy(dir, ['parse', 'closed'])
  fs.rmdirSync(path.join(dir, 'closed'))
  expect([code, err]).toEqual([1, 'closed:1:1: error: permission denied\n'])
})

test('an unreadable file is told and never stops the others', async () => {
  fs.symlinkSync('loop.txt', path.join(dir, 'loop.txt'))
  const {code, out, err} = await policy(dir, ['parse', 'loop.txt', 'notice.txt'])
  expect([code, paths(out)]).toEqual([1, ['notice.txt']])
  expect(err).toMatch(/^loop\.txt:1:1: error: [^\n]+\n$/)
})

test('an empty file is an empty Result', async () => {
  const {code, out} = await policy(dir, ['parse', 'empty.txt'])
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({text: '', facts: [], repairs: []})
})

test('a finished Result is used as it is, alone, in lines, in an array, and through a pipe', async () => {
  const {out} = await policy(dir, ['parse', 'notice.txt'])
  fs.writeFileSync(path.join(dir, 'result.json'), out)
  expect((await policy(dir, ['parse', 'result.json'])).out).toBe(out)
  const lines = (await policy(dir, ['parse', 'pages'])).out
  fs.writeFileSync(path.join(dir, 'results.ndjson'), lines)
  expect((await policy(dir, ['parse', 'results.ndjson'])).out).toBe(lines)
  expect((await policy(dir, ['parse', '-'], lines)).out).toBe(lines)
  const array = (await policy(dir, ['parse', 'pages', '--format', 'json'])).out
  expect(JSON.parse(array)).toHaveLength(3)
  expect((await policy(dir, ['parse', '--format', 'ndjson', '-'], array)).out).toBe(lines)
  expect((await policy(dir, ['tree', 'result.json'])).out).toBe((await policy(dir, ['tree', 'notice.txt'])).out)
})

test('parse, batch and index take the same files of a folder', async () => {
  const place = folder({
    'in/关于做好工作的通知': NOTICE,
    'in/1.关于印发方案的通知': NOTICE,
    'in/a.aspx': NOTICE,
    'in/b.zip': Buffer.from('504b0304', 'hex'),
    'in/a_files/x.css': 'p {}',
    'in/a_files/y.PNG': 'no page',
    'in/a_files/z.js': 'let x',
    'in/node_modules/m.txt': NOTICE,
    'in/list.json': '{"no": "Result"}',
    'in/sub/c.txt': NOTICE,
  })
  fs.symlinkSync('a.aspx', path.join(place, 'in/link.txt'))
  const parsed = await policy(place, ['parse', 'in'])
  const batched = await policy(place, ['batch', 'in', '-o', 'out'])
  const indexed = await policy(place, ['index', 'in', '--db', 'x.db'])
  expect([parsed.code, batched.code, indexed.code]).toEqual([1, 1, 1])
  const want = ['in/1.关于印发方案的通知', 'in/a.aspx', 'in/link.txt', 'in/sub/c.txt', 'in/关于做好工作的通知']
  expect(paths(parsed.out)).toEqual(want)
  const {entries} = JSON.parse(fs.readFileSync(path.join(place, 'out/manifest.json'), 'utf8'))
  const done = entries.filter((e: {error: unknown}) => e.error === null)
  expect(done.map((e: {path: string}) => e.path)).toEqual(want)
  const told = /^in\/b\.zip:1:1: error: Unexpected zip archive[^\n]*\n/
  for (const {err} of [parsed, batched, indexed]) expect(err).toMatch(told)
  expect(batched.err).toContain('left out by their names: .css 1, .js 1, .png 1')
  expect(indexed.err).toContain('5 added, 0 replaced, 0 unchanged, 0 removed, 1 failed')
  gone(place)
})

test('a folder without pages is told, by batch too', async () => {
  const place = folder({'in/a.png': ''})
  for (const args of [
    ['parse', 'in'],
    ['batch', 'in', '-o', 'out', '--quiet'],
  ])
    expect(await policy(place, args)).toEqual({code: 1, out: '', err: 'in:1:1: error: no pages in this folder\n'})
  gone(place)
})

test('something that only says it is a Result is told, without a stack trace', async () => {
  const {code, out, err} = await policy(dir, ['tree', '-'], '{"schema": "policy/1"}')
  expect([code, out]).toEqual([1, ''])
  expect(err).toMatch(/^-:1:1: error: is not a whole Result[^\n]+\n$/)
})

test('a Result that is cut off is told, and not read as a page', async () => {
  const {out: whole} = await policy(dir, ['parse', 'notice.txt'])
  const line = JSON.stringify(JSON.parse(whole))
  const place = folder({
    'in/good.json': line,
    'in/lines.ndjson': `${line.slice(0, 90)}\n${line}\n`,
    'in/one.json': line.slice(0, 300),
    'in/page.json': whole.slice(0, 300),
  })
  const cut = 'error: is a Result that is cut off or damaged'
  for (const command of ['facts', 'check', 'compare']) {
    const {code, err} = await policy(place, [command, 'in'])
    expect([command, code]).toEqual([command, 1])
    expect(err).toContain(`in/one.json:1:1: ${cut}\n`)
    expect(err).toContain(`in/page.json:1:1: ${cut}\n`)
    expect(err).toContain('in/lines.ndjson:1:1: error: expected a Result on this line\n')
  }
  expect((await policy(place, ['tree', '-'], line.slice(0, 300))).err).toBe(`-:1:1: ${cut}\n`)
  const {err} = await policy(place, ['index', 'in', '--db', 'a.db'])
  expect(err).toContain(`in/one.json:1:1: ${cut}\n`)
  expect(err).toContain('1 added, 0 replaced, 0 unchanged, 0 removed, 3 failed')
  gone(place)
})

test('JSON of another kind is passed over in a folder, and told where it is named', async () => {
  const {code, out, err} = await policy(dir, ['parse', 'pages/settings.json', 'notice.txt'])
  expect([code, paths(out)]).toEqual([1, ['notice.txt']])
  expect(err).toMatch(/^pages\/settings\.json:1:1: error: Unexpected JSON[^\n]+\n$/)
})

test('shell pipes: parse | facts', async () => {
  const {code, out} = await shell(dir, 'policy parse pages | policy facts - --format ndjson')
  expect(code).toBe(0)
  expect(out).toBe((await policy(dir, ['facts', 'pages', '--format', 'ndjson'])).out)
})
