// What goes wrong around a batch: one clear line, and whatever was whole stays whole.
import {spawn, spawnSync} from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {pool} from '../../src/batch/pool.ts'
import {policy} from '../cli/policy.ts'

let dir: string
beforeEach(() => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), 'policy-trouble-'))
})
afterEach(() => fs.rmSync(dir, {recursive: true, force: true}))

const at = (...parts: string[]): string => path.join(dir, ...parts)
const NOTICE = '云岭县通知\n一、总体要求\n到2025年覆盖率达到95%。\n'
const put = (name: string, text: string | Uint8Array = NOTICE): void => {
  fs.mkdirSync(path.dirname(at(name)), {recursive: true})
  fs.writeFileSync(at(name), text)
}
const manifest = (): {entries: {path: string; output: string | null; error: {code: string} | null}[]} =>
  JSON.parse(fs.readFileSync(at('out/manifest.json'), 'utf8'))
const linesOf = (text: string): string[] => text.split('\n').filter(Boolean)

test('a file in the place of the output folder', async () => {
  put('in/a.txt')
  put('out', 'a file')
  const {code, err} = await policy(dir, ['batch', 'in', '-o', 'out'])
  expect([code, linesOf(err).length]).toEqual([1, 1])
  expect(err).toMatch(/^out[^:]*:1:1: error: /)
  expect(fs.readFileSync(at('out'), 'utf8')).toBe('a file')
})

test.skipIf(process.getuid?.() === 0)('a folder that nobody may write to', async () => {
  put('in/a.txt')
  fs.mkdirSync(at('out'), {mode: 0o500})
  const {code, err} = await policy(dir, ['batch', 'in', '-o', 'out'])
  expect([code, linesOf(err).length]).toEqual([1, 1])
  expect(err).toContain('permission denied')
})

test.skipIf(process.platform !== 'linux')(
  'a place where no folder can be made is told, not tried for ever',
  async () => {
    put('in/a.txt')
    const {code, err} = await policy(dir, ['batch', 'in', '-o', '/proc/policy/out'])
    expect([code, linesOf(err)]).toEqual([1, ['/proc/policy/out:1:1: error: no folder can be made here']])
  },
)

test('folders are made above the output, also while another process makes them', async () => {
  put('in/a.txt')
  const runs = await Promise.all(
    ['1/2', '2/2'].map(shard => policy(dir, ['batch', 'in', '-o', 'x/y/out', '--shard', shard, '--quiet'])),
  )
  expect(runs.map(({code, err}) => [code, err])).toEqual([
    [0, ''],
    [0, ''],
  ])
})

test('the summary tells what was unchanged, and one of a thing as one', async () => {
  put('in/a.txt')
  const first = await policy(dir, ['batch', 'in', '-o', 'out'])
  expect(linesOf(first.err).slice(0, 2)).toEqual(['1 file', '  1 document, 1 clause, 3 facts'])
  put('in/b.docx', 'PK\x03\x04 no package')
  const second = await policy(dir, ['batch', 'in', '-o', 'out'])
  expect(linesOf(second.err)[1]).toBe('2 files, 1 unchanged, 1 failed')
})

test('a folder that does not exist', async () => {
  const {code, err} = await policy(dir, ['batch', 'none', '-o', 'out'])
  expect([code, linesOf(err)]).toEqual([1, ['none:1:1: error: no such file or folder']])
})

// A limit on the size of files stands in for a full disk: it needs no rights, and the write fails in the middle just so.
test.skipIf(process.platform === 'win32')(
  'a disk that is full: one line a file, nothing half, the rest is done',
  () => {
    put('in/small.txt')
    put('in/large.txt', NOTICE.repeat(600))
    const script = `ulimit -f 40; trap '' XFSZ; exec "$0" "$1" batch in -o out --jobs 1 --quiet`
    const full = spawnSync('bash', ['-c', script, process.execPath, path.resolve('bin/policy.js')], {
      cwd: dir,
      encoding: 'utf8',
    })
    expect([full.status, linesOf(full.stderr).length]).toEqual([1, 1])
    expect(full.stderr).toMatch(/^in\/large\.txt:1:1: error: /)
    expect(fs.readdirSync(at('out')).sort()).toEqual(['manifest.json', 'small.txt.json'])
    const again = spawnSync(process.execPath, [path.resolve('bin/policy.js'), 'batch', 'in', '-o', 'out', '--quiet'], {
      cwd: dir,
      encoding: 'utf8',
    })
    expect([again.status, again.stderr]).toEqual([0, ''])
    expect(manifest().entries.map(e => e.output)).toEqual(['large.txt.json', 'small.txt.json'])
  },
)

test('names that no output may follow: links, odd letters, the longest, twins', async () => {
  const names = [
    'a..txt',
    'a b.txt',
    'a%2f..%2fb.txt',
    '\u202etxt.a',
    '\u0001.txt',
    'new\nline.txt',
    'quote\'".txt',
    '-o',
    '--force',
    `${'名'.repeat(83)}.txt`,
    'é.txt',
    'e\u0301.txt',
    'A.TXT',
    'a.txt',
    'ａ.txt',
    '🀄.txt',
    'con',
    'manifest',
  ]
  for (const name of names) put(`in/${name}`)
  put('secret/x.txt')
  fs.symlinkSync(at('secret'), at('in/link'))
  fs.symlinkSync(at('secret/x.txt'), at('in/link.txt'))
  fs.symlinkSync('/etc/hostname', at('in/host.txt'))
  const {code, err} = await policy(dir, ['batch', 'in', '-o', 'out', '--jobs', '2', '--quiet'])
  expect([code, err]).toEqual([0, ''])
  const {entries} = manifest()
  expect(entries).toHaveLength(names.length)
  const outputs = entries.map(e => e.output!)
  expect(new Set(outputs.map(name => name.normalize('NFKC').toLowerCase())).size).toBe(names.length)
  for (const output of outputs) {
    expect(path.relative(at('out'), path.resolve(at('out'), output))).toBe(output)
    expect(Math.max(...output.split('/').map(part => Buffer.byteLength(part)))).toBeLessThanOrEqual(255)
    expect(JSON.parse(fs.readFileSync(at('out', output), 'utf8')).text).toContain('云岭县')
  }
  expect(fs.readdirSync(dir).sort()).toEqual(['in', 'out', 'secret'])
})

test('folders given as ../ and as absolute paths stay below the output', async () => {
  put('x/in/a.txt')
  put('y/work/.keep')
  const {code} = await policy(at('y/work'), ['batch', '../../x/in', at('x/in/../in'), '-o', 'out', '--quiet'])
  expect(code).toBe(1)
  const one = await policy(at('y/work'), ['batch', '../../x/in', '-o', 'out', '--quiet'])
  expect(one.code).toBe(0)
  expect(fs.readdirSync(at('y/work/out')).sort()).toEqual(['a.txt.json', 'manifest.json'])
  expect(fs.readdirSync(at('x')).sort()).toEqual(['in'])
})

test('a file that vanishes while the run is on', async () => {
  for (let i = 0; i < 40; i++) put(`in/${String(i).padStart(2, '0')}.txt`, NOTICE.repeat(50))
  const child = spawn(process.execPath, [path.resolve('bin/policy.js'), 'batch', 'in', '-o', 'out', '--jobs', '1'], {
    cwd: dir,
  })
  let err = ''
  child.stderr.on('data', data => {
    err += data
  })
  const ended = new Promise(resolve => child.on('exit', resolve))
  while (child.exitCode === null && !fs.existsSync(at('out/00.txt.json'))) await new Promise(r => setTimeout(r, 2))
  fs.rmSync(at('in/39.txt'))
  expect(await ended).toBe(1)
  expect(linesOf(err)[0]).toBe('in/39.txt:1:1: error: no such file or folder')
  expect(
    manifest()
      .entries.filter(e => e.error)
      .map(e => [e.path, e.error!.code]),
  ).toEqual([['in/39.txt', 'ENOENT']])
})

test('what the taker of results throws ends the run, also where the thread had died', async () => {
  const job = {path: 'a.txt', output: 'a.json', root: '.', modified: 0, options: {}}
  const dies = new URL('data:text/javascript,process.exit(3)')
  const full = (): never => {
    throw new Error('no space left')
  }
  await expect(pool([job, job], 1, dies, full)).rejects.toThrow('no space left')
})
