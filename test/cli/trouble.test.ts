/** Disks, devices and signals: one clear line, nothing half-made, no stack trace. */
import {spawn, spawnSync} from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import {setTimeout as after} from 'node:timers/promises'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {folder, gone, NOTICE, policy} from './policy.ts'

let dir: string
const at = (name: string): string => path.join(dir, name)
beforeAll(() => {
  dir = folder()
  fs.mkdirSync(at('in'))
  for (let i = 0; i < 40; i++) fs.writeFileSync(at(`in/${i}.txt`), NOTICE.repeat(1 + (i % 5)))
})
afterAll(() => gone(dir))

/** Standard output goes to a device that is always full. */
const toFull = (...args: string[]) =>
  spawnSync('bash', ['-c', '"$0" bin/policy.js "$@" > /dev/full', process.execPath, ...args], {encoding: 'utf8'})

describe.skipIf(!fs.existsSync('/dev/full'))('standard output that takes no more', () => {
  for (const args of [['parse', 'in', '-q'], ['facts', 'in', '-q'], ['schema'], ['--help']])
    test(args.join(' '), () => {
      const done = toFull(...args.map(arg => (arg === 'in' ? at('in') : arg)))
      expect([done.status, done.stderr]).toEqual([1, 'error: cannot write the output: no space left\n'])
    })
})

describe('what is no file is no index, and stays what it is', () => {
  const TOLD: Record<string, [make: (name: string) => void, words: string]> = {
    folder: [name => fs.mkdirSync(name), 'is a folder, expected a file'],
    pipe: [name => void spawnSync('mkfifo', [name]), 'is not a file'],
    'none/index.db': [() => {}, 'cannot open the index: no such file or folder'],
  }
  for (const [name, [make, words]] of Object.entries(TOLD))
    test(name, async () => {
      make(at(name))
      const before = fs.statSync(at(name), {throwIfNoEntry: false})?.ino
      const {code, err} = await policy(dir, ['index', 'in', '--db', name])
      expect([code, err]).toEqual([1, `${name}:1:1: error: ${words}\n`])
      expect(fs.statSync(at(name), {throwIfNoEntry: false})?.ino).toBe(before)
    })
})

test('an index that is told to end leaves the old one and no file beside it', async () => {
  expect((await policy(dir, ['index', 'in', '--db', 'a.db', '-q'])).code).toBe(0)
  const found = async () => (await policy(dir, ['search', '足球', '--db', 'a.db', '--format', 'ndjson'])).out
  const hits = await found()
  expect(hits).not.toBe('')
  for (let i = 40; i < 400; i++) fs.writeFileSync(at(`in/${i}.txt`), NOTICE.repeat(20))
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    const args = [path.resolve('bin/policy.js'), 'index', 'in', '--db', 'a.db', '--force']
    const child = spawn(process.execPath, args, {cwd: dir, stdio: 'ignore'})
    const ended = new Promise(resolve => child.on('exit', resolve))
    while (!fs.existsSync(at('.a.db.tmp')) && child.exitCode === null) await after(20)
    child.kill(signal)
    expect(await ended).toBe(code)
    expect(fs.readdirSync(dir).filter(name => name.includes('a.db'))).toEqual(['a.db'])
    expect(await found()).toBe(hits)
  }
})
