// Every example of the READMEs and of the worked analysis: run as it stands there, and compared with what it shows. UPDATE=1 rewrites what it shows.
import {execFileSync} from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

/** Inside the package, so that an example can import it by its name; ignored by git. */
const FOLDER = 'coverage/readme'
const BIN = path.resolve('bin/policy.js')

beforeAll(() => {
  fs.rmSync(FOLDER, {recursive: true, force: true})
  fs.mkdirSync(FOLDER, {recursive: true})
  for (const name of ['fixtures', 'examples']) fs.symlinkSync(path.resolve(name), `${FOLDER}/${name}`)
})
afterAll(() => fs.rmSync(FOLDER, {recursive: true, force: true}))

function bash(line: string): string {
  const policy = `policy() { '${process.execPath}' '${BIN}' "$@"; }`
  const env = {...process.env, NO_COLOR: '1', LC_ALL: 'C.UTF-8'}
  return execFileSync('bash', ['-c', `${policy}; ${line}`], {
    cwd: FOLDER,
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  }).toString()
}

/** Tools that an example may use and a machine may lack. */
const TOOLS: readonly (readonly [RegExp, string])[] = [
  [/\bjq\b/, 'jq --version'],
  [/\bsqlite3\b/, 'sqlite3 --version'],
  [/\bimport pandas\b/, 'python3 -c "import pandas"'],
  [/\bimport duckdb\b/, 'python3 -c "import duckdb"'],
]
function missing(block: string): boolean {
  return TOOLS.some(([pattern, probe]) => {
    if (!pattern.test(block)) return false
    try {
      execFileSync('bash', ['-c', probe], {stdio: 'ignore'})
      return false
    } catch {
      return true
    }
  })
}

interface Example {
  readonly line: string
  readonly shown: string
}

/** The commands of a console block, each with what is shown after it. */
const examples = (block: string): Example[] =>
  block
    .split(/^\$ /m)
    .slice(1)
    .map(text => {
      const end = text.search(/(?<!\\)\n/) + 1
      return {line: text.slice(0, end).trimEnd(), shown: text.slice(end)}
    })

describe.each(['README.md', 'README.zh-CN.md', 'docs/analysis.md'])('%s', file => {
  const readme = fs.readFileSync(file, 'utf8')
  const blocks = [...readme.matchAll(/```(js|python|console)\n([\s\S]{0,10000}?)```/g)]
  let source = ''
  for (const [, language, block] of blocks) {
    if (language !== 'console') {
      source = block!
      continue
    }
    const program = source
    for (const {line, shown} of examples(block!)) {
      // `node money.mjs`: the program is the block before.
      const name = line.match(/^(?:node|python3) (\S{1,40})$/)?.[1]
      const skip = missing(name ? program : line)
      test.skipIf(skip)(skip ? `${line} (a tool is missing)` : line, () => {
        if (name) fs.writeFileSync(`${FOLDER}/${name}`, program)
        const real = bash(line)
        if (process.env['UPDATE']) {
          const now = fs.readFileSync(file, 'utf8')
          fs.writeFileSync(
            file,
            now.replace(`$ ${line}\n${shown}`, () => `$ ${line}\n${real}`),
          )
        } else expect(real).toBe(shown)
      })
    }
  }
  test('links lead to files', () => {
    for (const [, target] of readme.matchAll(/\]\(((?!https?:)[^)#]{1,200})[^)]{0,80}\)/g))
      expect(fs.existsSync(path.join(path.dirname(file), target!))).toBe(true)
  })
})

test('both READMEs show the same commands', () => {
  const commands = (file: string) => [...fs.readFileSync(file, 'utf8').matchAll(/^\$ ([^\n]{1,500})/gm)].map(m => m[1])
  expect(commands('README.zh-CN.md')).toEqual(commands('README.md'))
})
