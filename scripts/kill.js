// Kills `policy batch` and `policy index` at chosen moments and looks at what they leave: whole files, the old index, the same bytes after a re-run.
import {spawn, spawnSync} from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import {setTimeout as after} from 'node:timers/promises'
import {mixed} from './bench/corpus.js'

const times = Number(process.argv[2] ?? 20)
const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'policy-kill-'))
const input = path.join(dir, 'in')
fs.mkdirSync(input)
for (let i = 0; i < 300; i++) {
  const {name, bytes} = mixed(i, 1000)
  fs.writeFileSync(path.join(input, name), bytes)
}
const policy = (...args) => ['bin/policy.js', ...args]
const whole = args => {
  const done = spawnSync(process.execPath, args, {encoding: 'utf8', maxBuffer: 1 << 28})
  if (done.status !== 0) throw new Error(done.stderr)
  return done.stdout
}
const files = root =>
  new Map(
    fs
      .readdirSync(root, {recursive: true})
      .filter(name => fs.statSync(path.join(root, name)).isFile())
      .sort()
      .map(name => [name, fs.readFileSync(path.join(root, name), 'utf8')]),
  )

/** Starts a process and kills it after so many milliseconds. */
async function killed(args, ms) {
  const child = spawn(process.execPath, args, {stdio: 'ignore'})
  const ended = new Promise(resolve => child.on('exit', resolve))
  await after(ms)
  child.kill('SIGKILL')
  await ended
}

let wrong = 0
const expect = (condition, what) => {
  if (condition) return
  wrong++
  console.log(`wrong: ${what}`)
}

try {
  const undisturbed = path.join(dir, 'undisturbed')
  const start = performance.now()
  whole(policy('batch', input, '-o', undisturbed, '--jobs', '2', '--quiet'))
  const full = performance.now() - start
  const want = files(undisturbed)
  for (let i = 0; i < times; i++) {
    const out = path.join(dir, `out${i}`)
    await killed(policy('batch', input, '-o', out, '--jobs', '2', '--quiet'), (full * (i + 1)) / (times + 1))
    const left = fs.existsSync(out) ? files(out) : new Map()
    for (const [name, text] of left)
      if (name.endsWith('.json')) expect(text === want.get(name), `${name} after kill ${i}`)
    whole(policy('batch', input, '-o', out, '--jobs', '2', '--quiet'))
    const now = files(out)
    for (const name of new Set([...now.keys(), ...want.keys()]))
      expect(now.get(name) === want.get(name), `${name} after the re-run ${i}`)
    console.log(`batch ${i}: ${left.size} files stood, ${now.size} stand`)
    fs.rmSync(out, {recursive: true, force: true})
  }
  const db = path.join(dir, 'a.db')
  const search = file => whole(policy('search', '教育', '--db', file, '--format', 'ndjson'))
  const started = performance.now()
  whole(policy('index', input, '--db', db, '--quiet'))
  const built = performance.now() - started
  const hits = search(db)
  for (let i = 0; i < times; i++) {
    const moment = (built * (i + 1)) / (times + 1)
    await killed(policy('index', input, '--db', db, '--force', '--quiet'), moment)
    expect(search(db) === hits, `the index after kill ${i}`)
    const first = path.join(dir, `first${i}.db`)
    await killed(policy('index', input, '--db', first, '--quiet'), moment)
    whole(policy('index', input, '--db', first, '--quiet'))
    expect(search(first) === hits, `the index built anew after kill ${i}`)
    fs.rmSync(first)
  }
  console.log(
    `index: killed ${times} times at work and ${times} times at its first build, ${hits.split('\n').length - 1} hits each time`,
  )
} finally {
  fs.rmSync(dir, {recursive: true, force: true})
}
console.log(`${wrong} wrong`)
process.exitCode = wrong ? 1 : 0
