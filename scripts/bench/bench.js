// Measures what docs/benchmarks.md tells: `npm run bench -- [--mb 10] [--files 20000] [--write] [start speed linear peers folders memory index]`.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import {parseArgs} from 'node:util'
import {mixed, notice, page} from './corpus.js'
import {run, timed, turns} from './measure.js'
import {commands, functions} from './peers.js'

const {values, positionals} = asked()
const MB = Number(values.mb)
const FILES = Number(values.files)
const {parse} = await import('../../dist/index.js')
const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'policy-bench-'))
const at = (...parts) => path.join(dir, ...parts)
const rows = []
const row = (what, value, goal) => {
  rows.push([what, value, goal])
  console.log(`${what.padEnd(64)} ${value.padStart(14)}   ${goal}`)
}
const put = (name, data) => {
  fs.mkdirSync(path.dirname(at(name)), {recursive: true})
  fs.writeFileSync(at(name), data)
  return at(name)
}
const policy = (...args) => [process.execPath, 'bin/policy.js', ...args]
const empty = [process.execPath, '-e', '0']
const times = (a, b) => `${(a / b).toFixed(2)} ×`

/** What to measure; one line where that is not understood. */
function asked() {
  const options = {
    mb: {type: 'string', default: '10'},
    files: {type: 'string', default: '20000'},
    write: {type: 'boolean'},
  }
  try {
    return parseArgs({allowPositionals: true, options})
  } catch (error) {
    console.error(`error: ${error.message.split('. ')[0]}`)
    process.exit(2)
  }
}

/** A mixed folder of so many bytes or files. */
function folder(name, {bytes = Infinity, files = Infinity, size}) {
  let sum = 0
  for (let i = 0; sum < bytes && i < files; i++) {
    const one = mixed(i, size)
    put(`${name}/${i % 100}/${one.name}`, one.bytes)
    sum += one.bytes.length
  }
  return {root: at(name), mb: sum / 1048576}
}

/** A notice of about so many bytes. */
function sized(bytes) {
  let text = ''
  for (let i = 1; Buffer.byteLength(text) < bytes; i++) text += notice(i, 6000)
  return Buffer.from(text).subarray(0, bytes).toString('utf8').replaceAll('\ufffd', '')
}

function start() {
  const html = page(3, 6500)
  const [bare, ...others] = turns(
    [
      empty,
      policy('--version'),
      policy('--help'),
      policy('parse', put('small.txt', sized(20 * 1024))),
      policy('parse', put('large.txt', sized(110 * 1024))),
      policy('parse', put('page.html', html)),
    ],
    9,
    'cpu',
  )
  const names = ['policy --version', 'policy --help', 'parse, 20 KB of text', 'parse, 110 KB of text']
  const goals = ['≤ 1.25', '≤ 1.25', '≤ 1.7', '≤ 2.2', '≤ 2.2']
  for (const [i, ms] of others.entries())
    row(
      names[i] ?? `parse, ${Math.round(Buffer.byteLength(html) / 1024)} KB of HTML`,
      `${(ms / bare).toFixed(2)} N`,
      goals[i],
    )
}

const sizeOf = pages => pages.reduce((sum, p) => sum + p.length, 0) / 1048576
async function speedOf(pages) {
  let out = 0
  const ms = await timed(async () => {
    out = 0
    for (const p of pages) out += JSON.stringify(await parse(p)).length
  })
  return {speed: sizeOf(pages) / (ms / 1000), ratio: out / (sizeOf(pages) * 1048576)}
}

async function speed() {
  const simplified = []
  for (let i = 1; sizeOf(simplified) < MB; i++) simplified.push(Buffer.from(notice(i, 2000 + (i % 7) * 1500)))
  const mix = []
  for (let i = 0; sizeOf(mix) < MB; i++) mix.push(mixed(i).bytes)
  const decoder = new TextDecoder()
  const floor = await timed(() => {
    for (const p of simplified) {
      const text = decoder.decode(p)
      let sum = 0
      for (let i = 0; i < text.length; i++) sum += text.charCodeAt(i)
      JSON.stringify({text, sum})
    }
  })
  const s = await speedOf(simplified)
  const m = await speedOf(mix)
  row(
    'parse to JSON, simplified text, one core',
    `${s.speed.toFixed(2)} MB/s`,
    `≥ 20 (${s.ratio.toFixed(1)} characters out for a byte)`,
  )
  row('parse to JSON, mixed folder, one core', `${m.speed.toFixed(2)} MB/s`, '≥ 12')
  row(
    'read, decode, one pass, serialise the text: the floor',
    `${(sizeOf(simplified) / (floor / 1000)).toFixed(0)} MB/s`,
    '',
  )
  for (const [name, peer, absent, goal] of functions()) {
    const text = notice(1, 3000)
    const ms = peer && (await timed(() => peer(text), 1))
    row(
      `against ${name}`,
      peer ? times(s.speed, Buffer.byteLength(text) / 1048576 / (ms / 1000)) : `no ${absent}`,
      goal,
    )
  }
}

async function linear() {
  for (const mb of [MB / 10, MB / 5]) {
    const once = sized(mb * 1048576)
    const a = await timed(() => parse(once), 2)
    const b = await timed(() => parse(once + once), 2)
    row(`one text of ${mb} MB: time(2n) / time(n)`, (b / a).toFixed(2), '≤ 2.1')
  }
}

function peers() {
  const {root, mb} = folder('peers', {bytes: MB * 1048576})
  const own = run(policy('batch', root, '-o', at('peers-out'), '--jobs', '1', '--quiet')).cpu
  row(`policy batch, one thread, ${mb.toFixed(1)} MB`, `${(mb / (own / 1000)).toFixed(2)} MB/s`, '')
  for (const [name, command, absent, goal] of commands(root))
    row(`against ${name}`, command ? times(run(command).cpu, own) : `no ${absent}`, goal)
}

function folders() {
  const {root, mb} = folder('in', {bytes: MB * 1048576, size: 3000})
  const batch = (jobs, ...more) => policy('batch', root, '-o', at(`out${jobs}`), '--jobs', jobs, '--quiet', ...more)
  const [one, two] = turns([batch('1', '--force'), batch('2', '--force')], 3)
  row(`batch of ${mb.toFixed(0)} MB: two threads against one (wall)`, times(one, two), '≥ 1.5')
  const little = folder('little', {files: 40, size: 1000})
  const small = jobs =>
    policy('batch', little.root, '-o', at(`small${jobs}`), '--force', '--quiet', ...(jobs ? ['--jobs', jobs] : []))
  const [alone, chosen] = turns([small('1'), small('')], 5)
  row('40 small files: as many threads as it chooses against one (wall)', times(alone, chosen), 'never slower than one')
}

function memory() {
  const {root, mb} = folder('many', {files: FILES, size: 1400})
  const batch = (...more) => policy('batch', root, '-o', at('many-out'), '--jobs', '2', '--quiet', ...more)
  const full = run(batch(), {peak: true})
  row(`${FILES} files (${mb.toFixed(0)} MB) on two threads: memory`, `${full.mb.toFixed(0)} MB`, '≤ 200 MB')
  row('the same again, unchanged', `${((100 * run(batch()).cpu) / full.cpu).toFixed(1)} %`, '≤ 15 %')
  row(
    'the same again, unchanged, with --checksum',
    `${((100 * run(batch('--checksum')).cpu) / full.cpu).toFixed(1)} %`,
    '≤ 25 %',
  )
  const lines = (name, bytes) => {
    const file = fs.openSync(at(name), 'w')
    for (let i = 0, sum = 0; sum < bytes; i++) {
      const {bytes: own} = mixed(i, 1400)
      fs.writeSync(file, `${JSON.stringify({id: String(i), bytesBase64: own.toString('base64')})}\n`)
      sum += own.length
    }
    return at(name)
  }
  const filter = size =>
    run(policy('parse', '--ndjson', '--quiet'), {stdin: lines(`${size}.ndjson`, size * 1048576), peak: true}).mb
  const few = filter(MB * 2)
  const many = filter(MB * 10)
  row(
    `${MB * 10} MB through --ndjson: memory`,
    `${many.toFixed(0)} MB`,
    `≤ 160 MB, ≤ 1.3 × of ${MB * 2} MB (${(many / few).toFixed(2)} ×)`,
  )
  const html = put('large.html', page(1, 1e9).padEnd(1, ' '))
  const large = fs.statSync(html).size / 1048576
  const taken = run(policy('parse', html, '-q'), {peak: true}).mb
  row(
    `one HTML page of ${large.toFixed(1)} MB: memory`,
    `${taken.toFixed(0)} MB`,
    `≤ 12 MB per MB + 60 (${(12 * large + 60).toFixed(0)})`,
  )
}

function index() {
  const {root, mb} = folder('pages', {bytes: MB * 10 * 1048576, size: 1400})
  // Three threads work at once: the time that passes, and the CPU time of all of them.
  const speed = ({cpu, wall}) =>
    `${(mb / ((wall - before.wall) / 1000)).toFixed(2)} MB/s, ${(mb / ((cpu - before.cpu) / 1000)).toFixed(2)} of CPU`
  const segmenter = run([process.execPath, '-e', "import('./dist/store/words.js').then(m => m.segmenter())"])
  const nothing = run(empty)
  const before = {cpu: segmenter.cpu - nothing.cpu, wall: segmenter.wall - nothing.wall}
  const inputs = run(policy('index', root, '--db', at('a.db'), '--quiet'), {peak: true})
  row(`index of ${mb.toFixed(0)} MB from pages`, speed(inputs), '≥ 8 MB/s without the start of the segmenter')
  run(policy('batch', root, '-o', at('results'), '--quiet'))
  const results = run(policy('index', at('results'), '--db', at('b.db'), '--quiet'), {peak: true})
  row('the same from Results', speed(results), '≥ 8 MB/s')
  row('memory: from pages, from Results', `${inputs.mb.toFixed(0)}, ${results.mb.toFixed(0)} MB`, '≤ 300 MB')
  const query = policy('search', '普惠性 覆盖率', '--db', at('a.db'), '--limit', '20', '--format', 'ndjson')
  const [bare, asked] = turns([empty, query], 9, 'cpu')
  row('a query', `${(asked / bare).toFixed(2)} N, ${run(query, {peak: true}).mb.toFixed(0)} MB`, '≤ 1.8 N, ≤ 80 MB')
}

const SECTIONS = {start, speed, linear, peers, folders, memory, index}
const DOC = 'docs/benchmarks.md'
const MARKS = ['<!-- table: npm run bench -- --write -->', '<!-- end of the table -->']

function write() {
  const [open, close] = MARKS
  const text = fs.readFileSync(DOC, 'utf8')
  const table = ['| what | measured | goal |', '|---|---|---|', ...rows.map(cells => `| ${cells.join(' | ')} |`)]
  const cpu = os.cpus()[0]?.model.trim()
  const how = `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${os.cpus().length} × ${cpu}, \`--mb ${MB} --files ${FILES}\`, load ${os.loadavg()[0].toFixed(1)} when it ended:`
  const [before, after] = [text.slice(0, text.indexOf(open)), text.slice(text.indexOf(close))]
  fs.writeFileSync(DOC, `${before}${open}\n${how}\n\n${table.join('\n')}\n${after}`)
}

try {
  for (const [name, section] of Object.entries(SECTIONS))
    if (positionals.length === 0 || positionals.includes(name)) await section()
  if (values.write) write()
} finally {
  fs.rmSync(dir, {recursive: true, force: true})
}
