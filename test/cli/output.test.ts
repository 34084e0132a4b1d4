// What comes out: whole through pipes, quiet when nobody reads, atomic into files, rows as the format says.
import fs from 'node:fs'
import path from 'node:path'
import {afterAll, beforeAll, expect, test, vi} from 'vitest'
import {check} from '../../src/check/check.ts'
import {columnsOf, OUT} from '../../src/cli/streams.ts'
import {CLAUSE_COLUMNS} from '../../src/emit/clause-rows.ts'
import {FACT_COLUMNS} from '../../src/emit/fact-rows.ts'
import {pdf, type Row} from '../read/pdf-file.ts'
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

test('a pipe that takes no more for a while gets all of it', async () => {
  // A socket sets its pipe to refuse what it cannot take; the program has the same pipe.
  const script = `const pipe = fs.openSync('slow', 'r+')
    child_process.spawn(process.execPath, [process.argv[1], 'parse', 'long.txt'], {stdio: ['ignore', pipe, 'inherit']})
    new net.Socket({fd: pipe}).destroy()`
  fs.writeFileSync(path.join(dir, 'start.cjs'), script)
  const start = `'${process.execPath}' -e "$(cat start.cjs)" '${path.resolve('bin/policy.js')}'`
  const {out} = await shell(dir, `mkfifo slow; ${start} & sleep 2; timeout 20 cat slow; wait`)
  expect(JSON.parse(out)).toMatchObject({schema: 'policy/1', source: {path: 'long.txt'}})
  for (const name of ['slow', 'start.cjs']) fs.rmSync(path.join(dir, name))
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

test('an output that is a pipe or a device is written into, a link stays one', async () => {
  const {out} = await shell(dir, 'mkfifo pipe; cat pipe & policy parse notice.txt --quiet -o pipe; wait')
  expect(out).toBe((await policy(dir, ['parse', 'notice.txt'])).out)
  expect(fs.statSync(path.join(dir, 'pipe')).isFIFO()).toBe(true)
  fs.writeFileSync(path.join(dir, 'far.json'), '')
  fs.symlinkSync('far.json', path.join(dir, 'link.json'))
  await policy(dir, ['parse', 'notice.txt', '-o', 'link.json'])
  expect(fs.readlinkSync(path.join(dir, 'link.json'))).toBe('far.json')
  expect(fs.readFileSync(path.join(dir, 'far.json'), 'utf8')).toBe(out)
  for (const name of ['pipe', 'far.json', 'link.json']) fs.rmSync(path.join(dir, name))
})

test.each([
  [['parse', 'notice.txt', '-o', 'pages'], /^error: cannot write pages: is a folder, expected a file\n$/],
  [['facts', 'notice.txt', '-o', 'nowhere/x.csv'], /^error: cannot write nowhere\/x\.csv: no such file or folder\n$/],
  [['report', 'notice.txt', '-o', 'pages'], /^error: cannot write pages: is a folder, expected a file\n$/],
  [['merge', 'notice.txt', '-o', '/dev/null'], /^error: cannot write \/dev\/null: is not a file\n$/],
])('%j cannot be written: wrong usage', async (args, wanted) => {
  const {code, out, err} = await policy(dir, args)
  expect([code, out]).toEqual([2, ''])
  expect(err).toMatch(wanted)
})

test('rows in a file follow its name, --format goes before; what is written is told', async () => {
  const csv = (await policy(dir, ['facts', 'pages', '--format', 'csv'])).out
  const written = async (args: readonly string[]): Promise<string> => {
    const file = args.at(-1)!
    const {code, err} = await policy(dir, args)
    expect([code, err]).toEqual([0, `written to ${file}\n`])
    return fs.readFileSync(path.join(dir, file), 'utf8')
  }
  expect(await written(['facts', 'pages', '-o', 'facts.csv'])).toBe(csv)
  expect(await written(['facts', 'pages', '--format', 'csv', '-o', 'facts.json'])).toBe(csv)
  expect(JSON.parse(await written(['facts', 'pages', '-o', 'facts.json']))).toHaveLength(
    csv.trim().split('\n').length - 1,
  )
  expect(await written(['facts', 'pages', '-o', 'facts.txt'])).toMatch(/^pages\/a\.txt\n {2}line/)
  expect(await written(['compare', 'pages', '-o', 'compare.csv'])).toMatch(/^metric,group,/)
  expect(await written(['report', 'pages', '-o', 'page.html'])).toMatch(/^<!doctype html>/)
  expect((await policy(dir, ['parse', 'pages', '-o', 'results.csv'])).err).toMatch(/^error: CSV holds rows/)
})

test('what a run writes into the folder that it reads is no input of the next one', async () => {
  const place = folder({'a.txt': NOTICE})
  for (const output of ['all.ndjson', 'page.html']) {
    const args = output.endsWith('html') ? ['report', '.', '-o', output] : ['parse', '.', '-q', '-o', output]
    await policy(place, args)
    const once = fs.readFileSync(path.join(place, output), 'utf8')
    await policy(place, args)
    expect(fs.readFileSync(path.join(place, output), 'utf8')).toBe(once)
    fs.rmSync(path.join(place, output))
  }
  gone(place)
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

test('what stands in a PDF has its page in every row, and is told as explain takes it', async () => {
  const lines = (rate: number): Row[] => [
    ['云岭县教育局关于学前教育的通知', 100, 700],
    [`一、到2025年，毛入园率达到${rate}%。`, 100, 660],
  ]
  const place = folder({'in/a.pdf': Buffer.from(pdf([lines(91), lines(93)])), 'in/b.txt': NOTICE})
  const rows = async (args: readonly string[]) =>
    (await policy(place, args)).out
      .trim()
      .split('\n')
      .map(row => JSON.parse(row))
      .filter(row => row.path === 'in/a.pdf')
  const where = ({page, line}: {page: number; line: number}): string => `${page}:${line}`
  await policy(place, ['index', 'in', '--db', 'x.db'])
  for (const args of [
    ['facts', 'in', '--kind', 'target', '--format', 'ndjson'],
    ['compare', 'in', '--metric', '毛入园率', '--format', 'ndjson'],
    ['compare', '--db', 'x.db', '--metric', '毛入园率', '--format', 'ndjson'],
    ['search', '--kind', 'target', '--metric', '毛入园率', '--db', 'x.db', '--format', 'ndjson'],
    ['parse', 'in', '--of', 'clauses'],
  ])
    expect((await rows(args)).map(where).sort(), args.join(' ')).toEqual(expect.arrayContaining(['1:2', '2:2']))
  expect((await policy(place, ['explain', 'in/a.pdf', '--at', '2:2'])).out).toContain('93%')
  const text = (await policy(place, ['facts', 'in/b.txt', '--format', 'ndjson'])).out.split('\n')[0]!
  expect(JSON.parse(text).page).toBe(null)
  gone(place)
})

test('a paragraph of HTML over several lines is found on each of them, and nowhere else', async () => {
  const page = `<html><body>
<p>一、目标。到2025年，毛入园率达到95%；
普惠率达到
  90%。</p>
<div>

<p>二、经费。每年安排30万元。</p></div>
</body></html>`
  const place = folder({'a.html': page})
  for (const [at, wanted] of [
    ['2', '毛入园率'],
    ['4', '毛入园率'],
    ['4:3', '普惠率'],
    ['7', '30万元'],
  ] as const)
    expect((await policy(place, ['explain', 'a.html', '--at', at])).out, at).toContain(wanted)
  for (const at of ['1', '5', '6', '8', '99'])
    expect((await policy(place, ['explain', 'a.html', '--at', at])).err, at).toContain(
      'nothing of the text stands here',
    )
  gone(place)
})

test('of many warnings of one kind the first are told and the rest is counted; bytes that are no text are one line', async () => {
  const gaps = `办法\n${Array.from({length: 60}, (_, i) => `第${i * 3 + 1}条 应当做好工作。`).join('\n')}`
  const noise = Buffer.from(Array.from({length: 4000}, (_, i) => (i * i * 31 + (i >> 3) * 97 + (i % 13) * 51) & 255))
  const place = folder({'gaps.txt': gaps, 'noise.bin': noise})
  const lines = (await policy(place, ['parse', 'gaps.txt'])).err.trim().split('\n')
  const told = lines.filter(line => line.endsWith('(structure/misnumbered)'))
  expect(told).toHaveLength(21)
  expect(told.at(-1)).toBe('gaps.txt:1:1: warning: 39 more like this (structure/misnumbered)')
  const {code, err, out} = await policy(place, ['parse', 'noise.bin'])
  expect([code, err.trim().split('\n').length]).toEqual([0, 1])
  expect(err).toContain('(read/not-text)')
  expect(JSON.parse(out).text.length).toBeGreaterThan(1000)
  gone(place)
})

test('a name with a line feed or an escape in it stays one line, wherever it is told', async () => {
  const name = 'new\nline\u001b[31m.txt'
  const place = folder({[name]: NOTICE})
  for (const args of [
    ['facts', name],
    ['tree', name],
    ['explain', name, '--at', '1'],
  ])
    expect((await policy(place, args)).out.split('\n')[0], args[0]).toMatch(/^new�line�\[31m\.txt/)
  expect((await policy(place, ['facts', `${name}.missing`])).err).toMatch(/^new�line�\[31m\.txt\.missing:1:1: error: /)
  gone(place)
})

test('a terminal that was never given a size is as wide as a page', () => {
  const isTTY = Object.getOwnPropertyDescriptor(process.stdout, 'isTTY')
  const device = vi.spyOn(fs, 'fstatSync').mockReturnValue({isCharacterDevice: () => true} as fs.Stats)
  Object.defineProperties(process.stdout, {
    isTTY: {value: true, configurable: true},
    columns: {value: 0, configurable: true, writable: true},
  })
  expect(columnsOf(OUT)).toBeUndefined()
  process.stdout.columns = 40
  expect(columnsOf(OUT)).toBe(40)
  device.mockRestore()
  Reflect.deleteProperty(process.stdout, 'columns')
  if (isTTY) Object.defineProperty(process.stdout, 'isTTY', isTTY)
  else Reflect.deleteProperty(process.stdout, 'isTTY')
})

test('a table of hits tells the value of a fact, and leaves it empty for a clause', async () => {
  await policy(dir, ['index', 'pages', '--db', 'hits.db', '--quiet'])
  const rows = async (...query: string[]) => {
    const {out} = await policy(dir, ['search', ...query, '--db', 'hits.db', '--format', 'csv'])
    const [names, ...lines] = out.trimEnd().split('\n')
    return lines.map(text => text.split(',')).map(cells => (name: string) => cells[names!.split(',').indexOf(name)])
  }
  const [fact] = await rows('--kind', 'target')
  expect([fact!('kind'), fact!('fact_kind'), fact!('fact_value')]).toEqual([
    'fact',
    'target',
    expect.stringMatching(/^\d/),
  ])
  const [clause] = await rows('足球', '--kind', 'clause')
  expect([clause!('kind'), clause!('fact_value')]).toEqual(['clause', ''])
})
