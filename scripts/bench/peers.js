// What a user would take instead, each with what it does of the work: all of them do less than a parse.
import {spawnSync} from 'node:child_process'
import fs from 'node:fs'
import {createRequire} from 'node:module'
import os from 'node:os'
import path from 'node:path'

const has = (command, ...args) => spawnSync(command, args, {stdio: 'ignore'}).status === 0
const python = ['python3', '/usr/bin/python3', ...(process.env.BENCH_PYTHON ? [process.env.BENCH_PYTHON] : [])]
const withModules = (...modules) => python.find(command => has(command, '-c', `import ${modules.join(', ')}`))

const SHELL = `find "$0" -type f | while read -r f; do iconv -c -f "$(uchardet "$f")" -t UTF-8 "$f"; done | opencc -c t2s |
  grep -cE '[0-9]+(\\.[0-9]+)?[%％]|[0-9]+[万亿]?元|20[0-9][0-9]年|《[^》]*》|^[一二三四五六七八九十]+、'`

/** Commands over a folder of pages: name, command or why it is absent, the goal. */
export function commands(folder) {
  const script = 'scripts/bench/pipeline.py'
  const opencc = has('opencc', '--version')
  const ftfy = opencc && withModules('ftfy')
  const jieba = opencc && withModules('ftfy', 'jieba')
  const shell = opencc && has('uchardet', '--version')
  return [
    ['Python: ftfy, OpenCC, regular expressions', ftfy && [ftfy, script, folder], 'ftfy or opencc', '≥ 5'],
    ['the same with jieba', jieba && [jieba, script, folder, '--jieba'], 'ftfy, opencc or jieba', '≥ 12'],
    ['uchardet, iconv, opencc, grep', shell && ['bash', '-c', SHELL, folder], 'uchardet or opencc', '≥ 1.5'],
  ]
}

const VERSIONS = {'@microsoft/recognizers-text-suite': '1.3.1', 'chrono-node': '2.10.3'}

/** Functions over a text, installed by npm into a folder of their own; what is absent is told. */
export function functions() {
  const dir = path.join(os.tmpdir(), 'policy-bench-peers')
  fs.mkdirSync(dir, {recursive: true})
  fs.writeFileSync(path.join(dir, 'package.json'), JSON.stringify({private: true, dependencies: VERSIONS}))
  const installed = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--silent'], {cwd: dir, stdio: 'ignore'})
  if (installed.status !== 0) return [['npm peers', null, 'npm install', '']]
  const load = createRequire(path.join(dir, 'package.json'))
  const R = load('@microsoft/recognizers-text-suite')
  const chrono = load('chrono-node')
  const recognizers = text => {
    for (const line of text.split('\n')) {
      R.recognizePercentage(line, R.Culture.Chinese)
      R.recognizeCurrency(line, R.Culture.Chinese)
      R.recognizeDateTime(line, R.Culture.Chinese)
    }
  }
  return [
    ['recognizers-text: percentages, money, dates', recognizers, '', '≥ 25'],
    ['chrono-node: dates', text => text.split('\n').map(line => chrono.zh.hans.parse(line)), '', ''],
  ]
}
