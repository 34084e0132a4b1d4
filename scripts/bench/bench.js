// Prints the speed of this build: ratios to an empty node in the same run, and megabytes a second of one core.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import {mixed, notice, page} from './corpus.js'
import {run, timed, turns} from './measure.js'

const {parse} = await import('../../dist/index.js')
const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'policy-bench-'))
const rows = []
const row = (what, value, goal) => {
  rows.push([what, value, goal])
  console.log(`${what.padEnd(52)} ${value.padStart(12)}   ${goal}`)
}
const put = (name, data) => {
  const file = path.join(dir, name)
  fs.mkdirSync(path.dirname(file), {recursive: true})
  fs.writeFileSync(file, data)
  return file
}
const policy = (...args) => [process.execPath, ['bin/policy.js', ...args]]

function startUp() {
  const small = put('small.txt', sized(20 * 1024))
  const large = put('large.txt', sized(110 * 1024))
  const html = put('page.html', page(3, 6500))
  const times = turns(
    [
      [process.execPath, ['-e', '0']],
      policy('--version'),
      policy('--help'),
      policy('parse', small),
      policy('parse', large),
      policy('parse', html),
    ],
    15,
  )
  const [empty, ...others] = times
  const names = [
    'policy --version',
    'policy --help',
    'parse, 20 KB of text',
    'parse, 110 KB of text',
    `parse, ${Math.round(fs.statSync(html).size / 1024)} KB of HTML`,
  ]
  const goals = ['≤ 1.25', '≤ 1.25', '≤ 1.7', '≤ 2.2', '≤ 2.2']
  for (const [i, ms] of others.entries()) row(names[i], `${(ms / empty).toFixed(2)} N`, goals[i])
}

/** A notice of about so many bytes. */
function sized(bytes) {
  let text = ''
  for (let i = 1; Buffer.byteLength(text) < bytes; i++) text += notice(i, 6000)
  return Buffer.from(text)
    .subarray(0, bytes)
    .toString('utf8')
    .replace(/\ufffd+$/, '')
}

async function throughput(bytes) {
  const simplified = []
  for (let i = 1, sum = 0; sum < bytes; i++) {
    simplified.push(Buffer.from(notice(i, 2000 + (i % 7) * 1500)))
    sum += simplified.at(-1).length
  }
  const mix = []
  for (let i = 0, sum = 0; sum < bytes; i++) {
    mix.push(mixed(i).bytes)
    sum += mix.at(-1).length
  }
  const speed = async pages => {
    const mb = pages.reduce((sum, p) => sum + p.length, 0) / 1048576
    let out = 0
    const work = async () => {
      out = 0
      for (const p of pages) out += JSON.stringify(await parse(p)).length
    }
    await work()
    return {speed: mb / ((await timed(work)) / 1000), ratio: out / (mb * 1048576)}
  }
  const floor = async pages => {
    const mb = pages.reduce((sum, p) => sum + p.length, 0) / 1048576
    const decoder = new TextDecoder()
    const work = () => {
      for (const p of pages) {
        const text = decoder.decode(p)
        let sum = 0
        for (let i = 0; i < text.length; i++) sum += text.charCodeAt(i)
        JSON.stringify({text, sum})
      }
    }
    return mb / ((await timed(work)) / 1000)
  }
  const s = await speed(simplified)
  const m = await speed(mix)
  const base = await floor(simplified)
  row(
    'parse to JSON, simplified text, one core',
    `${s.speed.toFixed(1)} MB/s`,
    `≥ 20 (output ${s.ratio.toFixed(1)} × in characters)`,
  )
  row('parse to JSON, mixed folder, one core', `${m.speed.toFixed(1)} MB/s`, '≥ 12')
  row('read + decode + one pass + serialise (floor)', `${base.toFixed(1)} MB/s`, '')
}

async function linear() {
  for (const mb of [2, 4]) {
    const once = sized(mb * 1048576)
    const a = await timed(() => parse(once), 1)
    const b = await timed(() => parse(once + once), 1)
    row(`one text of ${mb} MB: time(2n) / time(n)`, (b / a).toFixed(2), '≤ 2.1')
  }
}

function folders() {
  const input = path.join(dir, 'in')
  for (let i = 0, sum = 0; sum < 10 * 1048576; i++) {
    const {name, bytes} = mixed(i)
    put(`in/${i % 20}/${name}`, bytes)
    sum += bytes.length
  }
  const batch = (jobs, out, ...more) =>
    run(...policy('batch', input, '-o', path.join(dir, out), '--jobs', jobs, '--quiet', ...more))
  const one = batch('1', 'one')
  const two = batch('2', 'two')
  row('batch of 10 MB: two workers against one', `${(one / two).toFixed(2)} ×`, '≥ 1.5')
  row('batch again, unchanged', `${((100 * batch('2', 'two')) / two).toFixed(0)} %`, '≤ 15 % of the full run')
}

try {
  startUp()
  await throughput(10 * 1048576)
  await linear()
  folders()
} finally {
  fs.rmSync(dir, {recursive: true, force: true})
}
