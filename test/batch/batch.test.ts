import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import {pathToFileURL} from 'node:url'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {type BatchOptions, batch} from '../../src/batch/batch.ts'

let dir: string
beforeEach(() => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), 'policy-batch-'))
})
afterEach(() => fs.rmSync(dir, {recursive: true, force: true}))

const built = pathToFileURL(path.resolve('dist/bin/worker.js'))
const at = (...parts: string[]): string => path.join(dir, ...parts)
const put = (name: string, text: string): void => {
  fs.mkdirSync(path.dirname(at(name)), {recursive: true})
  fs.writeFileSync(at(name), text)
}
const run = (options: Partial<BatchOptions> = {}) => batch([at('in')], {output: at('out'), ...options})

/** Every file below a folder with its text. */
function files(root: string): Record<string, string> {
  const names = fs
    .readdirSync(root, {recursive: true, encoding: 'utf8'})
    .filter(n => fs.statSync(path.join(root, n)).isFile())
  return Object.fromEntries(names.sort().map(n => [n, fs.readFileSync(path.join(root, n), 'utf8')]))
}

function notices(count: number): void {
  for (let i = 0; i < count; i++)
    put(`in/${i % 3}/n${i}.txt`, `云岭县通知${i}\n一、总体要求\n到20${10 + i}年覆盖率达到${i}%。\n`)
}

describe('batch', () => {
  test('mirrors the folder and writes a manifest', async () => {
    notices(4)
    const manifest = await run()
    expect(Object.keys(files(at('out')))).toEqual([
      '0/n0.txt.json',
      '0/n3.txt.json',
      '1/n1.txt.json',
      '2/n2.txt.json',
      'manifest.json',
    ])
    expect(manifest.entries.map(e => e.output)).toEqual([
      '0/n0.txt.json',
      '0/n3.txt.json',
      '1/n1.txt.json',
      '2/n2.txt.json',
    ])
    expect(manifest.entries[0]).toMatchObject({documents: 1, error: null})
  })

  test('gives the same bytes on two threads as on none', async () => {
    notices(12)
    await run({output: at('one'), jobs: 1})
    await run({output: at('two'), jobs: 2, worker: built})
    expect(files(at('two'))).toEqual(files(at('one')))
  })

  test('skips what is unchanged, and redoes what is not', async () => {
    notices(3)
    await run()
    const done: string[] = []
    put('in/new.txt', '新通知\n')
    await run({onDone: ({entry}) => void done.push(path.basename(entry.path))})
    expect(done).toEqual(['new.txt'])
    fs.rmSync(at('out/0/n0.txt.json'))
    await run({checksum: true, onDone: ({entry}) => void done.push(path.basename(entry.path))})
    expect(done).toEqual(['new.txt', 'n0.txt'])
  })

  test('a run that is cut short is taken up where it stopped, with the same bytes', async () => {
    notices(6)
    await run({output: at('whole')})
    let left = 3
    const cut = run({
      onDone: () => {
        if (--left === 0) throw new Error('cut')
      },
    })
    await expect(cut).rejects.toThrow('cut')
    expect(fs.existsSync(at('out/manifest.json'))).toBe(false)
    const done: string[] = []
    await run({onDone: ({entry}) => void done.push(entry.path)})
    expect(done).toHaveLength(3)
    expect(files(at('out'))).toEqual(files(at('whole')))
  })

  test('a file that cannot be read is one entry, and the others are done', async () => {
    notices(2)
    put('in/x.txt', 'x')
    const vanish = at('in/x.txt')
    const manifest = await run({
      onDone: () => fs.rmSync(vanish, {force: true}),
    })
    expect(manifest.entries.map(e => e.error?.code ?? 'ok')).toEqual(['ok', 'ok', 'ENOENT'])
  })

  test('a thread that dies costs its file', async () => {
    notices(6)
    const killer = at('worker.mjs')
    const own = `import ${JSON.stringify(built.href)}
import {parentPort} from 'node:worker_threads'
parentPort.on('message', job => { if (job.path.endsWith('n4.txt')) process.exit(9) })
`
    fs.writeFileSync(killer, own)
    const manifest = await run({jobs: 2, worker: pathToFileURL(killer)})
    expect(manifest.entries.filter(e => e.error).map(e => [path.basename(e.path), e.error!.code])).toEqual([
      ['n4.txt', 'worker-died'],
    ])
    expect(Object.keys(files(at('out')))).toHaveLength(6)
  })

  test('links do not lead out of the folder', async () => {
    notices(1)
    put('secret.txt', 'secret')
    fs.symlinkSync(at('secret.txt'), at('in/link.txt'))
    fs.symlinkSync(dir, at('in/loop'))
    expect((await run()).entries).toHaveLength(1)
  })

  test('several folders keep their own names', async () => {
    put('a/n.txt', '一')
    put('b/n.txt', '二')
    const manifest = await batch([at('a'), at('b')], {output: at('out')})
    expect(manifest.entries.map(e => e.output)).toEqual(['a/n.txt.json', 'b/n.txt.json'])
    put('c/a/n.txt', '三')
    await expect(batch([at('a'), at('c/a')], {output: at('out')})).rejects.toThrow(RangeError)
  })
})
